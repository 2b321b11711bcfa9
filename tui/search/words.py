"""Reads files as they go into the index of full text: many of them in processes that may die over one, in order."""

import hashlib
import os
from collections.abc import Callable, Generator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace

from tui.corpus.errors import FAULTS
from tui.corpus.files import File, load
from tui.corpus.pool import Lost, NoWorkers, work_through
from tui.corpus.refresh import MANY
from tui.formats import Unreadable, read_document
from tui.search.fold import fold


@dataclass(frozen=True, slots=True)
class Words:
    """A file as it goes into the index."""

    path: str
    """Its stable path."""
    size: int
    """Its size in bytes."""
    mtime: int
    """When it was changed, in nanoseconds."""
    digest: str
    """Hash of its text; "" for one that cannot be read."""
    text: str
    """Its folded text; "" for one that cannot be read: it goes in without words, so as not to be tried again."""


def read_words(file: File) -> Words | None:
    """A file as it goes into the index; None if it has gone."""
    empty = _stamped(file)
    if empty is None:
        return None
    try:
        text = read_document(load(file), file.path.rpartition("/")[2]).text
    except (OSError, Unreadable, *FAULTS):
        return empty
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return replace(empty, digest=digest, text=fold(text))


def all_words(
    files: Sequence[File], jobs: int, read: Callable[[File], Words | None] = read_words
) -> Generator[Words | None, None, None]:
    """What `read` makes of each file, in order.

    Where there are many, `jobs` processes read them, under the limits of `tui.corpus.pool`; what one of them does not
    survive goes in without words.
    """
    done = 0
    if jobs and len(files) >= MANY:
        try:
            with closing(_apart(files, jobs, read)) as coming:
                for words in coming:
                    done += 1
                    yield words
        except NoWorkers:
            pass  # what is left is read here
    yield from map(read, files[done:])


def _apart(
    files: Sequence[File], jobs: int, read: Callable[[File], Words | None]
) -> Generator[Words | None, None, None]:
    places = {file.path: place for place, file in enumerate(files)}
    early: dict[int, Words | None] = {}
    due = 0
    with closing(work_through(read, files, jobs)) as coming:
        for file, came in coming:
            early[places[file.path]] = _stamped(file) if isinstance(came, Lost) else came
            while due in early:
                yield early.pop(due)
                due += 1


def _stamped(file: File) -> Words | None:
    """A file without its words; None if it has gone."""
    try:
        state = os.stat(file.place)  # noqa: PTH116 - ten times faster than Path, per file
    except OSError:
        return None
    return Words(file.path, state.st_size, state.st_mtime_ns, "", "")
