"""Knows what one article says about one spelling: the unit that is cached, sent between processes and counted."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from tui.model import Kind

Voter = Callable[[str], Mapping[str, Kind]]
"""Somebody else who reads a text: gives the kind of each spelling it knows. It only votes on what the rules found."""


@dataclass(frozen=True, slots=True)
class Stated:
    """Two names that the text itself says are one: "X, better known as Y", "X (ABC)"."""

    other: str
    """The other spelling, as written."""
    said: str
    """The words that state it, for the reader who asks why: "better known as", "in brackets"."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One spelling that may be a name, with everything one article says about it."""

    name: str
    """The spelling, titles and possessive off."""
    first: int
    """Offset of its first occurrence in the article, in code points."""
    count: int
    """Occurrences that count (not in comments or footers)."""
    initial: int
    """How many of them begin a sentence, where a capital letter proves nothing."""
    lower: int
    """How often the article writes the same words in lower case."""
    cues: tuple[str, ...]
    """What stands around it, one code an observation: see `tui.names.cues`."""
    stated: tuple[Stated, ...] = ()
    """Other names the article says are the same."""
