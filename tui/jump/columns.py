"""Columns of numbers and letters in one file: written whole or not at all, mapped when opened, refused when damaged."""

import contextlib
import json
import os
import sys
import zlib
from array import array
from collections.abc import Callable, Iterable, Mapping
from itertools import accumulate
from pathlib import Path
from typing import TypeAlias

from tui.mapped import map_file

Column: TypeAlias = "array[int] | memoryview[int] | bytes"
"""Numbers, or the bytes of some text."""

Numbers: TypeAlias = "array[int] | memoryview[int]"
"""A column that holds numbers."""

_MAGIC = b"BSCOLS1\n"
_CODES = frozenset("BiIq")
_ALIGNED = 8
_CHUNK = 1 << 20
_LONGEST_HEAD = 1 << 20


class Texts:
    """Many short texts in one stretch of bytes, each made into a string when it is asked for."""

    __slots__ = ("_blob", "_ends")

    def __init__(self, blob: "bytes | memoryview[int]", ends: Numbers) -> None:
        """`ends` holds one number more than there are texts: 0, then the end of each in bytes."""
        self._blob, self._ends = memoryview(blob), ends

    @classmethod
    def of(cls, texts: Iterable[str]) -> "Texts":
        """Put texts one behind another."""
        pieces = [text.encode("utf-8", "surrogatepass") for text in texts]
        return cls(b"".join(pieces), array("I", accumulate(map(len, pieces), initial=0)))

    def __len__(self) -> int:
        return len(self._ends) - 1

    def __getitem__(self, at: int) -> str:
        return str(self._blob[self._ends[at] : self._ends[at + 1]], "utf-8", "surrogatepass")

    def all(self) -> list[str]:
        """All of them as strings."""
        blob, ends = self._blob, self._ends
        return [str(blob[ends[at] : ends[at + 1]], "utf-8", "surrogatepass") for at in range(len(ends) - 1)]

    def columns(self, name: str) -> dict[str, Column]:
        """What is to be saved of them."""
        return {name: bytes(self._blob), f"{name}.ends": self._ends}

    @classmethod
    def opened(cls, columns: "Mapping[str, memoryview[int]]", name: str) -> "Texts":
        """Those saved under a name."""
        return cls(columns[name], columns[f"{name}.ends"])


def write(path: Path, key: str, columns: Mapping[str, Column], breathe: Callable[[], None] = lambda: None) -> None:
    """Put columns in place of a file, 0600, its folder made 0700 if need be; raises OSError.

    `key` says what they were made of, and is asked for again by `read`. `breathe` is called between the pieces.
    """
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    told, at, check = {}, 0, 0
    for name, column in columns.items():
        view = memoryview(column)
        told[name] = (view.format, at, view.nbytes)
        for piece in _pieces(view):
            check = zlib.crc32(piece, check)
            breathe()
        at += view.nbytes + -view.nbytes % _ALIGNED
    check = zlib.crc32(json.dumps([key, told]).encode(), check)
    head = json.dumps({"key": key, "order": sys.byteorder, "columns": told, "check": check}).encode()
    head += b" " * (-(len(_MAGIC) + 8 + len(head)) % _ALIGNED)
    part = part_of(path, os.getpid())
    discard(part)  # of a process that had this number before and was killed
    try:
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as stream:
            stream.write(_MAGIC + len(head).to_bytes(8, "little") + head)
            for column in columns.values():
                view = memoryview(column)
                for piece in _pieces(view):
                    stream.write(piece)
                    breathe()
                stream.write(b"\0" * (-view.nbytes % _ALIGNED))
        part.replace(path)
    except BaseException:
        discard(part)
        raise


def part_of(path: Path, process: int) -> Path:
    """What a process calls a file while it is writing it."""
    return path.with_name(f"{path.name}.{process}.part")


def discard(path: Path) -> None:
    """Remove a file, as far as that can be done."""
    with contextlib.suppress(OSError):
        path.unlink()


def read(path: Path, key: str | None) -> "dict[str, memoryview[int]] | None":
    """The columns in a file, mapped; None without one, or if it is damaged, of another version or another `key`.

    A key of None takes any. The file stays mapped as long as a column is held; replacing it changes nothing here.
    """
    try:
        with path.open("rb") as stream:
            if stream.read(len(_MAGIC)) != _MAGIC:
                return None
            size = int.from_bytes(stream.read(8), "little")
            head = json.loads(stream.read(size)) if size < _LONGEST_HEAD else {}
            if head["order"] != sys.byteorder or (key is not None and head["key"] != key):
                return None
            first = stream.tell()
            if not _is_whole(stream.fileno(), first, head):
                return None
            mapped = memoryview(map_file(stream))
            return {name: mapped[first + at : first + at + size].cast(code)
                    for name, (code, at, size) in head["columns"].items() if code in _CODES}  # fmt: skip
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _pieces(view: "memoryview[int]") -> "Iterable[memoryview[int]]":
    raw = view.cast("B")
    return (raw[at : at + _CHUNK] for at in range(0, len(raw), _CHUNK))


def _is_whole(file: int, first: int, head: Mapping[str, object]) -> bool:
    """Whether the bytes behind the head are those that were written; read and not mapped, so that none stays."""
    columns = head["columns"]
    if not isinstance(columns, dict):
        return False
    check = 0
    for _, at, size in columns.values():
        done = 0
        while done < size:
            piece = os.pread(file, min(_CHUNK, size - done), first + at + done)
            if not piece:
                return False
            check = zlib.crc32(piece, check)
            done += len(piece)
    return zlib.crc32(json.dumps([head["key"], columns]).encode(), check) == head["check"]
