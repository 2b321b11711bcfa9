"""Has the names of a very large collection brought together by another process: the memory that takes ends with it."""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from tui.corpus.codec import Damaged
from tui.corpus.gathered import Gathered
from tui.corpus.namekept import packed_table, unpacked_table
from tui.corpus.onefile import unpacked_names
from tui.corpus.pool import NoWorkers, work_through
from tui.corpus.store import Store, Unusable
from tui.model import KnownEntity
from tui.names.table import NameTable, build_table

MANY = 20_000
"""Articles from which on it is worth the start of a process."""

_SECONDS, _CLOCK, _MEMORY = 3600.0, 6 * 3600.0, 1 << 34
"""What it may take: it is no single article, and a machine that is short of memory says so itself."""

_TURN = 4.0
"""Seconds of other work between two looks at whether it is done."""


@dataclass(frozen=True, slots=True)
class Tabler:
    """Brings the names together; goes to another process whole."""

    folder: Path
    """Where the collection's store lies."""
    known: Sequence[KnownEntity]
    """The entities of corpus.toml."""

    def __call__(self, paths: Sequence[str]) -> bytes | None:
        """The table of the articles with these paths, packed; None where the store lets it down."""
        try:
            store = Store(self.folder)
            try:
                return packed_table(
                    build_table((unpacked_names(path, store.names(path)) for path in paths), self.known)
                )
            finally:
                store.close()
        except (Damaged, Unusable):
            return None


def table_of(
    gathered: Gathered,
    known: Sequence[KnownEntity],
    *,
    apart: bool,
    meanwhile: Callable[[], None] = lambda: None,
) -> NameTable:
    """The names of a collection before anybody corrected one.

    `apart` allows for another process; while that is at work `meanwhile` is called often.
    """
    folder = gathered.keeping.folder
    if apart and folder is not None and not gathered.hold and len(gathered) >= MANY:
        gathered.keeping.save()
        paths = [source.task.file.path for source in gathered.sources]
        packed = _made_apart(Tabler(folder, tuple(known)), paths, meanwhile)
        if packed is not None:
            try:
                return unpacked_table(packed)
            except Damaged:
                pass
    return build_table(gathered.candidates(), known)


def in_turns(steps: Iterator[None]) -> Callable[[], None]:
    """Takes some of the steps at each call, for seconds, until none is left."""

    def some() -> None:
        end = time.monotonic() + _TURN
        for _ in steps:
            if time.monotonic() > end:
                return

    return some


def _made_apart(tabler: Tabler, paths: Sequence[str], meanwhile: Callable[[], None]) -> bytes | None:
    try:
        with closing(
            work_through(
                tabler, [paths], 1, large=True, seconds=_SECONDS, clock=_CLOCK, memory=_MEMORY, breathe=meanwhile
            )
        ) as coming:
            for _, packed in coming:
                return packed if isinstance(packed, bytes) else None
    except NoWorkers:
        pass
    return None
