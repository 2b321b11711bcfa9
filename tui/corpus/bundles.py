"""Files that hold many articles, as a collection sees them: one entry an article, read alone when it is wanted."""

import io
import itertools
import os
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, BinaryIO

from tui.corpus.errors import FAULTS, fault
from tui.corpus.regular import open_regular, read_bytes, too_large
from tui.formats import LIMIT, Member, Unreadable, may_be_split, read_document, splitter_for
from tui.formats.compressed import unpacked
from tui.model import Skipped

if TYPE_CHECKING:  # it lists with what is here
    from tui.corpus.files import File

MOST_BYTES = 1024 * 1024 * 1024
"""Largest file of many articles, in bytes: all of it is run through at every start."""

MOST_MEMBERS = 200_000
"""Articles of one file that are listed."""

LEAST = 8_000
"""Bytes below which a file that only may hold many articles is not opened to see: most collections are small files."""

TRIED = 20
"""Articles at the beginning of a file of which one must be readable, or the file is taken for something else."""


def unfold(files: Iterable[tuple["File", bool]], skipped: list[Skipped]) -> Iterator["File"]:
    """The files, with those that hold many articles replaced by these: "dump.jsonl#12" for its twelfth line.

    With each goes whether it is looked at if it only may hold many. What cannot be opened or is something else is told
    to `skipped`.
    """
    for file, looked in files:
        split = None if file.data is not None else splitter_for(file.path, perhaps=looked)
        if split is None:
            yield file
        elif may_be_split(file.path):
            yield from _perhaps(file, split, skipped)
        else:
            try:
                with _opened(file.place) as opened:
                    yield from _members(file, split(opened), skipped)
            except OSError as error:
                skipped.append(Skipped(file.path, error.strerror or str(error)))
            except Unreadable as error:
                skipped.append(Skipped(file.path, error.reason))


def _perhaps(file: "File", split: Callable[[BinaryIO], Iterator[Member]], skipped: list[Skipped]) -> Iterator["File"]:
    """The articles of a file that may hold many, or the file; what is wrong with it is said when it is read."""
    try:
        if os.stat(file.place).st_size < LEAST:  # noqa: PTH116 - ten times faster than Path, per file
            yield file
            return
        with _opened(file.place) as opened:
            members = list(itertools.islice(split(opened), MOST_MEMBERS + 1))
        found = list(_members(file, iter(members), skipped)) if members else [file]
    except (OSError, Unreadable):
        found = [file]
    yield from found


def load_within(place: str, within: tuple[int, int], limit: int) -> bytes:
    """The bytes of one article of many; raises `OSError` with a sentence."""
    start, end = within
    if end - start > limit:
        raise OSError(too_large(limit))
    with _opened(place) as file:
        file.seek(start)
        return file.read(end - start)


def file_of(path: str) -> str:
    """The path of the file an article is in: "dump.jsonl" for "dump.jsonl#12", itself for one that is a file."""
    whole, _, number = path.rpartition("#")
    return whole if number.isdecimal() and splitter_for(whole) else path


def _opened(place: str) -> BinaryIO:
    """A file of many articles, unpacked if it is packed."""
    if place.lower().endswith(".gz"):
        with open_regular(place) as packed:
            state = os.fstat(packed.fileno())
        return io.BytesIO(_unpacked(place, state.st_size, state.st_mtime_ns))
    file = open_regular(place)
    if os.fstat(file.fileno()).st_size > MOST_BYTES:
        file.close()
        raise OSError(too_large(MOST_BYTES))
    return file


@lru_cache(1)
def _unpacked(place: str, size: int, changed: int) -> bytes:  # noqa: ARG001 - they tell one state from the next
    """What a packed file holds; the last one is kept, because its articles are asked for one after another."""
    try:
        return unpacked(read_bytes(place), LIMIT)
    except Unreadable as error:
        raise OSError(error.reason) from error


def _members(file: "File", members: Iterator[Member], skipped: list[Skipped]) -> Iterator["File"]:
    """The articles of a file; raises `Unreadable` if none of its first ones is one."""
    first = list(itertools.islice(members, TRIED + 1))
    if not first:
        raise Unreadable("it holds no articles")
    if len(first) > TRIED:
        _try(file, first[:TRIED])
    for count, member in enumerate(itertools.chain(first, members)):
        if count == MOST_MEMBERS:
            skipped.append(Skipped(file.path, f"only its first {MOST_MEMBERS:,} articles are read: split it"))
            return
        yield file._replace(path=f"{file.path}#{member.number}", within=(member.start, member.end))


def _try(file: "File", members: Iterable[Member]) -> None:
    reason = ""
    for member in members:
        try:
            data = load_within(file.place, (member.start, member.end), LIMIT)
            read_document(data, f"{file.path.rpartition('/')[2]}#{member.number}")
        except Unreadable as error:
            reason = reason or error.reason
        except FAULTS as error:
            reason = reason or fault(error)
        else:
            return
    raise Unreadable(f"{reason}; nor are the {TRIED - 1} that follow articles")
