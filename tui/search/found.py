"""The nouns of what was found: a hit, and an article with its hits."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Hit:
    """One place where a query stands in a text."""

    start: int
    """Offset of its first character, in code points."""
    end: int
    """Offset after its last character."""


@dataclass(frozen=True, slots=True)
class Found:
    """An article and what was found in it."""

    article: int
    """Article id."""
    hits: tuple[Hit, ...]
    """The hits, in order of offset, none overlapping another; at least one."""
    lines: tuple["Line", ...]
    """For each hit, the line it stands in."""


@dataclass(frozen=True, slots=True)
class Line:
    """The words around a hit, as stored; made safe only where they are shown."""

    number: int
    """Number of the line of the text, from 1."""
    before: str
    """What stands before the hit, from its line or sentence on."""
    match: str
    """The hit itself: `text[start:end]`."""
    after: str
    """What stands behind it."""
