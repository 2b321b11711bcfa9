"""Columns of numbers and words in one run of bytes, read where they lie: a file is mapped, never loaded."""

import json
import mmap
import os
import sys
import zlib
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import IO, Any, Protocol, overload

from tui.corpus.since import Since
from tui.mapped import map_file

MAGIC = b"backstory columns 1\n"
"""What such bytes begin with."""

_TAIL = 24
"""Bytes at the end: where the directory begins, how long it is, its checksum; eight each."""

_CHECKED = 1 << 24
"""Bytes up to which a file's checksum is proved when it is opened; of a larger one only the directory's: it would have
to be read whole. `Slab.proved` does that, for who has the time."""

_CHUNK = 1 << 20

Numbers = Sequence[int]
"""A column of whole numbers."""


class BadSlab(ValueError):  # noqa: N818 - it names what was met
    """Bytes are no columns of this kind, or were damaged."""


class Letters(Protocol):
    """The UTF-8 of many texts."""

    def __getitem__(self, at: slice, /) -> memoryview:
        """Some of it."""


class Words(Sequence[str]):
    """A column of texts, each decoded when asked for."""

    __slots__ = ("_ends", "_said")

    def __init__(self, ends: Numbers, said: "Letters") -> None:
        """`ends[i]` is where text i ends in the UTF-8 of all."""
        self._ends = ends
        self._said = said

    def __len__(self) -> int:
        return len(self._ends)

    @overload
    def __getitem__(self, index: int) -> str: ...
    @overload
    def __getitem__(self, index: slice) -> list[str]: ...
    def __getitem__(self, index: int | slice) -> str | list[str]:
        if isinstance(index, slice):
            return [self[one] for one in range(*index.indices(len(self)))]
        end = self._ends[index]
        start = self._ends[index - 1] if index > 0 else 0
        return str(self._said[start:end], "utf-8", "surrogatepass")

    def __iter__(self) -> Iterator[str]:
        start, said = 0, self._said
        for end in self._ends:
            yield str(said[start:end], "utf-8", "surrogatepass")
            start = end


class Table(Protocol):
    """Columns by name, wherever they lie."""

    @property
    def facts(self) -> Mapping[str, Any]:
        """What else was kept, as JSON has it."""

    @property
    def since(self) -> Since | None:
        """What is different since they were woven; None if they were woven so."""

    def numbers(self, name: str) -> Numbers:
        """A column of numbers; raises `BadSlab` if there is none of that name."""

    def words(self, name: str) -> Words:
        """A column of texts; raises `BadSlab` if there is none of that name."""


class Slab:
    """The columns in some bytes, by name; damaged bytes raise `BadSlab` when it is made."""

    def __init__(self, data: bytes | mmap.mmap) -> None:
        """Take the bytes, or a file that is mapped."""
        self._data = memoryview(data)
        whole = len(self._data)
        if whole < len(MAGIC) + _TAIL or self._data[: len(MAGIC)] != MAGIC:
            raise BadSlab("no columns")
        at, size, checksum = memoryview(bytes(self._data[-_TAIL:])).cast("Q")
        if at + size + _TAIL != whole or zlib.crc32(self._data[at : at + size]) != checksum:
            raise BadSlab("its directory is damaged")
        try:
            directory = json.loads(bytes(self._data[at : at + size]))
            self._places: dict[str, list[Any]] = directory["columns"]
            self.facts: Mapping[str, Any] = directory["facts"]
            """What else was kept, as JSON has it."""
            self._sum = int(directory["sum"])
            sound = directory["order"] == sys.byteorder
        except (ValueError, LookupError, TypeError, RecursionError) as error:
            raise BadSlab(str(error)) from error
        self._end = at
        if not sound or (whole <= _CHECKED and not self._sound()):
            raise BadSlab("its columns are damaged")

    @property
    def since(self) -> None:
        """Nothing is different."""

    @property
    def mark(self) -> str:
        """What tells it from other columns of the same names."""
        return f"{self._sum:08x} {self._end}"

    @classmethod
    def open(cls, path: Path) -> "Slab":
        """The columns of a file; raises `BadSlab`, and OSError if it cannot be read."""
        with path.open("rb") as file:
            size = os.fstat(file.fileno()).st_size
            if size < len(MAGIC) + _TAIL:
                raise BadSlab("too short")
            try:
                return cls(map_file(file))
            except ValueError as error:
                raise BadSlab(str(error)) from error

    @classmethod
    def proved(cls, path: Path) -> bool:
        """Whether every byte of a file is as it was written: reads them all, piece by piece, and maps none.

        Raises OSError if it cannot be read.
        """
        try:
            slab = cls.open(path)
        except BadSlab:
            return False
        with path.open("rb") as file:
            file.seek(len(MAGIC))
            return slab._adds_up(file.read(min(_CHUNK, slab._end - at)) for at in range(len(MAGIC), slab._end, _CHUNK))

    def _sound(self) -> bool:
        pieces = (self._data[at : min(at + _CHUNK, self._end)] for at in range(len(MAGIC), self._end, _CHUNK))
        return self._adds_up(pieces)

    def _adds_up(self, pieces: "Iterable[bytes | memoryview]") -> bool:
        checksum = 0
        for piece in pieces:
            checksum = zlib.crc32(piece, checksum)
        return checksum == self._sum

    def numbers(self, name: str) -> memoryview:
        """A column of numbers; raises `BadSlab` if there is none of that name."""
        try:
            code, at, size = self._places[name]
            return self._data[at : at + size].cast(code)
        except (LookupError, ValueError, TypeError) as error:
            raise BadSlab(f"no column {name}") from error

    def words(self, name: str) -> Words:
        """A column of texts; raises `BadSlab` if there is none of that name."""
        return Words(self.numbers(f"{name}.ends"), self.numbers(f"{name}.said"))


class SlabWriter:
    """Writes columns one after the other; memory is only needed for one at a time."""

    def __init__(self, file: IO[bytes]) -> None:
        """Write to a file that is open and empty."""
        self._file = file
        self._at = file.write(MAGIC)
        self._sum = 0
        self._places: dict[str, tuple[str, int, int]] = {}

    def numbers(self, name: str, column: "array[int] | array[float] | memoryview") -> None:
        """Write a column of numbers."""
        code = column.typecode if isinstance(column, array) else column.format
        with memoryview(column) as seen:
            self._place(name, code, (seen.cast("B"),) if seen.nbytes else ())

    def pieces(self, name: str, code: str, pieces: "Iterable[array[int] | array[float] | memoryview]") -> None:
        """Write a column of numbers of this type code that comes piece by piece."""
        self._place(name, code, (memoryview(piece).cast("B") for piece in pieces if len(piece)))

    def words(self, name: str, column: Iterable[str]) -> None:
        """Write a column of texts; they are asked for one by one."""
        ends = array("Q")

        def said() -> Iterator[bytes]:
            end, kept = 0, bytearray()
            for word in column:
                kept += word.encode("utf-8", "surrogatepass")
                ends.append(end + len(kept))
                if len(kept) >= _CHUNK:
                    end += len(kept)
                    yield bytes(kept)
                    kept.clear()
            yield bytes(kept)

        self._place(f"{name}.said", "B", said())
        self.numbers(f"{name}.ends", ends)

    def finish(self, facts: Mapping[str, Any]) -> None:
        """Write the directory, and what else is to be kept; nothing may come after."""
        directory = {"order": sys.byteorder, "sum": self._sum, "facts": facts, "columns": self._places}
        said = json.dumps(directory, separators=(",", ":")).encode("ascii")
        self._file.write(said)
        self._file.write(array("Q", (self._at, len(said), zlib.crc32(said))).tobytes())

    def _place(self, name: str, code: str, pieces: Iterable["bytes | memoryview"]) -> None:
        self._write(bytes(-self._at % 8))  # numbers lie on multiples of eight, as they are read where they lie
        start = self._at
        for piece in pieces:
            self._write(piece)
        self._places[name] = (code, start, self._at - start)

    def _write(self, piece: "bytes | memoryview") -> None:
        self._file.write(piece)
        self._sum = zlib.crc32(piece, self._sum)
        self._at += len(piece)
