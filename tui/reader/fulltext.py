"""What a search needs to know of the reader's things: where the index lies, and which articles have notes."""

import time
from collections.abc import Iterable, Sequence
from pathlib import Path

from tui.corpus.files import STDIN
from tui.corpus.shelf import shelf
from tui.reader.placed import PlacedNote
from tui.search.marks import Marks
from tui.search.schema import FILE

_GRAIN = 2_000_000_000
"""Nanoseconds within which some file system may give two changes one time."""


def index_at(cache: Path, roots: Sequence[Path]) -> Path | None:
    """Where the index of a collection's text lies, in the cache; None for one that is partly standard input."""
    return None if STDIN in roots else shelf(cache, roots) / FILE


def settled_now() -> int:
    """The moment up to which a file's time of change can be believed, in nanoseconds."""
    return time.time_ns() - _GRAIN


def marks_of(notes: Iterable[PlacedNote]) -> Marks:
    """Which articles have notes, and with which tags: what `is:noted` and `tag:` ask for."""
    tagged: dict[str, set[int]] = {}
    noted: set[int] = set()
    for placed in notes:
        if placed.article is None:
            continue
        noted.add(placed.article)
        for tag in placed.note.tags:
            tagged.setdefault(tag.casefold(), set()).add(placed.article)
    return Marks(frozenset(noted), {tag: frozenset(articles) for tag, articles in tagged.items()})
