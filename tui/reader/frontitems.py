"""What stands on a front page: lines under headings in columns, and what each line opens."""

from collections.abc import Sequence
from dataclasses import dataclass

from tui.reader.articlesieve import ArticleSieve
from tui.reader.place import Goto


@dataclass(frozen=True, slots=True)
class ToEntity:
    """Opens the dossier of an entity."""

    entity: int
    """Entity id."""


@dataclass(frozen=True, slots=True)
class ToConflict:
    """Opens the two sides of a conflict."""

    row: int
    """Its place among the conflicts that stand."""


@dataclass(frozen=True, slots=True)
class ToNote:
    """Opens a note."""

    note: str
    """Id of the note."""


@dataclass(frozen=True, slots=True)
class ToCommand:
    """Does what a key does."""

    name: str
    """Name of the command, such as "desk.notes"."""


@dataclass(frozen=True, slots=True)
class ToSkipped:
    """Shows why files were not read in."""

    row: int
    """Place of the file to begin with among those skipped."""


@dataclass(frozen=True, slots=True)
class ToCompany:
    """Shows who appears with whom among the most named."""


@dataclass(frozen=True, slots=True)
class ToDay:
    """Goes to the first event from a day on."""

    day: int
    """Day number."""


Opens = Goto | ToDay | ToCompany | ToEntity | ToConflict | ToNote | ToCommand | ToSkipped | ArticleSieve
"""What Enter does on a line of the page: a sieve lists the articles it lets through."""


@dataclass(frozen=True, slots=True)
class Item:
    """One line of the page."""

    words: str
    """What it says."""
    opens: Opens
    """What Enter does."""
    tail: str = ""
    """A date or number at its end."""
    sign: str = ""
    """A mark before it; "" for none."""
    kind: str = ""
    """What sort of name it is, by which it is coloured; "more" for a line that leads on to all, "" for the rest."""
    spread: tuple[int, ...] = ()
    """How often it occurs in each of `SPREAD` equal stretches of the collection's time; () where that says nothing."""


@dataclass(frozen=True, slots=True)
class Section:
    """Lines under one heading."""

    title: str
    """The heading."""
    items: tuple[Item, ...]
    """The lines."""
    tail: str = ""
    """What the numbers at their ends count; "" where they speak for themselves."""
    words: str = ""
    """What stands under the heading in place of lines."""


@dataclass(frozen=True, slots=True)
class FrontPage:
    """The page."""

    title: str
    """The collection's name."""
    facts: str
    """One line of how much there is of what."""
    days: Sequence[int]
    """Day numbers, in order, of what the strip of the page counts."""
    counted: str
    """What it counts: "Articles over time", "Events over time"; "" if nothing is dated."""
    columns: tuple[tuple[Section, ...], ...]
    """The sections in three columns: to read, who and where, to settle."""
