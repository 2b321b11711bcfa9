"""Knows what a row can be recognised by: what was done, with whom, to how many."""

import re
from functools import lru_cache
from typing import NamedTuple, Protocol

from tui.events.counted import Count, counts
from tui.events.verbs import actions, deeds_of
from tui.model import WHO, When

_PLURAL = re.compile(r"\b[a-z]{3,}s\b")
_CIRCUMSTANCE = re.compile(
    r"(?:[^,]{1,40},\s)?(?:[\w’'-]+\s+){0,4}?(?:after|before|since|following|until)\s[^,]{1,300},", re.IGNORECASE
)
_PASSIVE = re.compile(r"\b(?:was|were|been)\b")
_NOT_PLURAL = ("ss", "us", "is")
_REMEMBERED = 4096
"""Clauses kept as read: those that tell one event stand near each other in the calendar, often word for word."""

TALK = frozenset({"say", "deny", "threaten"})
"""Deeds that are words alone."""


class Dated(Protocol):
    """What is asked of a row where only its date matters."""

    @property
    def when(self) -> When:
        """When it happened."""


class Told(Dated, Protocol):
    """What is asked of a row: both `EventRow` and `model.Event` give it."""

    @property
    def start(self) -> int:
        """Offset of its clause in its article, in code points."""

    @property
    def headline(self) -> str:
        """One line of it."""

    @property
    def entities(self) -> tuple[int, ...]:
        """Entities in it, numbered alike in all rows."""

    @property
    def parts(self) -> tuple[tuple[int, str], ...]:
        """(entity, part) of those whose part in it is known."""

    @property
    def reported(self) -> bool:
        """Whether only its publication dates it."""


class Wording(NamedTuple):
    """What the words of a clause say by themselves."""

    deeds: int
    """Classes of action, a bit of `DEEDS` each."""
    nouns: frozenset[str]
    """Plural nouns."""
    counted: tuple[Count, ...]
    """What it counts."""
    passive: bool
    """Whether it uses a passive."""


@lru_cache(maxsize=_REMEMBERED)
def wording_of(clause: str) -> Wording:
    """What the words of a clause say by themselves."""
    circumstance = _CIRCUMSTANCE.match(clause)
    return Wording(
        deeds_of(actions(clause[circumstance.end() :] if circumstance else clause)),
        frozenset([word for word in _PLURAL.findall(clause) if not word.endswith(_NOT_PLURAL)]),
        tuple(counts(clause)),
        _PASSIVE.search(clause) is not None,
    )


def actor_of(row: Told, passive: bool) -> int:
    """The entity that acts, or else is named first where no passive is used, if others are named too; else -1."""
    if len(row.entities) < 2:
        return -1
    if row.parts:
        return next((entity for entity, part in row.parts if part == WHO), -1)
    return -1 if passive else row.entities[0]


def count_differently(mine: tuple[Count, ...], its: tuple[Count, ...]) -> bool:
    """Whether both count the same noun, and not alike."""
    if not mine or not its:
        return False
    numbers = {count.noun: count.number for count in mine}
    return any(numbers.get(count.noun, count.number) != count.number for count in its)
