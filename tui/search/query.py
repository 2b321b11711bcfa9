"""The nouns of a query: words, phrases, what is near what, and, or, not, and the facts an article must have."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tui.model import PartKind


@dataclass(frozen=True, slots=True)
class Phrase:
    """Folded words one after the other; a single word is a phrase of one."""

    words: tuple[str, ...]
    """The words, folded; at least one."""
    prefix: bool = False
    """Whether the last of them may go on."""


@dataclass(frozen=True, slots=True)
class Near:
    """Phrases with at most so many words between the first and the last, in any order."""

    phrases: tuple[Phrase, ...]
    """Two or more."""
    distance: int
    """Most words between them."""


@dataclass(frozen=True, slots=True)
class And:
    """All of these."""

    parts: tuple["Node", ...]
    """Two or more."""


@dataclass(frozen=True, slots=True)
class Or:
    """One of these at least."""

    parts: tuple["Node", ...]
    """Two or more."""


@dataclass(frozen=True, slots=True)
class Not:
    """Not this."""

    part: "Node"
    """What must not be."""


@dataclass(frozen=True, slots=True)
class Named:
    """Any spelling of an entity: `~quds`."""

    name: str
    """One of its names, as typed."""
    column: int = 0
    """Where it stands in the query."""


@dataclass(frozen=True, slots=True)
class Field:
    """A fact about the article, or where in it the words must stand: `by:roggio`, `in:title`."""

    name: str
    """Which: one of `FIELDS`."""
    value: str
    """What is asked of it, as typed."""
    column: int = 0
    """Where its value stands in the query."""


@dataclass(frozen=True, slots=True)
class Fact:
    """What a field became once the collection was asked: told of an article without reading its text."""

    holds: Callable[[int], bool]
    """Whether it holds of the article with this id."""
    spans: Callable[[int], Sequence[tuple[int, int]]] | None = None
    """Offsets in that article of what makes it hold, if that stands in the text."""


@dataclass(frozen=True, slots=True)
class Scope:
    """The words beside it must stand in a part of this kind."""

    kind: PartKind
    """The kind."""


Node = Phrase | Near | And | Or | Not | Named | Field | Fact | Scope
"""What a query is made of; `Named` and `Field` as it is read, `Fact` and `Scope` in their place once it is asked."""

FIELDS = {
    "in": "where the words stand: title, body, timeline, comments or footer",
    "title": "words of the article's title",
    "by": "words of its byline",
    "source": "words of its source",
    "path": "words of its file's path",
    "date": "when it was published: 2007-01..2007-06, ..2006, 2008",
    "entity": "who is named in it, by any spelling",
    "is": "noted, dated or undated",
    "tag": "a tag of a note on it",
}
"""Every field with what it asks."""


def walk(node: Node) -> list[Node]:
    """A node and all beneath it."""
    found, left = [], [node]
    while left:
        one = left.pop()
        found.append(one)
        if isinstance(one, And | Or):
            left += one.parts
        elif isinstance(one, Not):
            left.append(one.part)
        elif isinstance(one, Near):
            left += one.phrases
    return found
