"""Knows what a row can be recognised by: what was done, with whom, to how many; and how rare each of these is."""

import math
import re
from collections import Counter
from collections.abc import Container, Sequence
from dataclasses import dataclass
from typing import Protocol

from tui.events.counted import Count, counts
from tui.events.verbs import actions
from tui.model import WHO, When

Thing = int | str
"""An entity by its number, or a word: a plural noun, or a number with one."""

_PLURAL = re.compile(r"\b[a-z]{3,}s\b")
_CIRCUMSTANCE = re.compile(
    r"(?:[^,]{1,40},\s)?(?:[\w’'-]+\s+){0,4}?(?:after|before|since|following|until)\s[^,]{1,300},", re.IGNORECASE
)
_PASSIVE = re.compile(r"\b(?:was|were|been)\b")
_NOT_PLURAL = ("ss", "us", "is")
_TALK = frozenset({"say", "deny", "threaten"})
_LESS = 0.5


class Told(Protocol):
    """What is asked of a row: both `EventRow` and `model.Event` give it."""

    @property
    def when(self) -> When:
        """When it happened."""

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


@dataclass(frozen=True, slots=True)
class Traits:
    """What one row can be recognised by."""

    deeds: frozenset[str]
    """Classes of action."""
    things: frozenset[Thing]
    """Entities, and numbers with their noun."""
    nouns: frozenset[str]
    """Plural nouns."""
    counted: tuple[Count, ...]
    """What it counts."""
    actor: int
    """The entity that acts, or else is named first where no passive is used, if others are named too; else -1."""

    def only_talks(self, other: "Traits") -> bool:
        """Whether all the two share is that something was said."""
        return self.deeds & other.deeds <= _TALK

    def counts_differently(self, other: "Traits") -> bool:
        """Whether both count the same noun, and not alike."""
        mine = {count.noun: count.number for count in self.counted}
        return any(mine.get(count.noun, count.number) != count.number for count in other.counted)


def traits_of(row: Told, clause: str) -> Traits:
    """The traits of a row that was read from this clause."""
    counted = tuple(counts(clause))
    circumstance = _CIRCUMSTANCE.match(clause)
    taking = (entity for entity, _ in row.parts)
    numbers = (f"{count.number} {count.noun}" for count in counted)
    return Traits(
        deeds=actions(clause[circumstance.end() :] if circumstance else clause),
        things=frozenset((*row.entities, *taking, *numbers)),
        nouns=frozenset(word for word in _PLURAL.findall(clause) if not word.endswith(_NOT_PLURAL)),
        counted=counted,
        actor=_actor(row, clause),
    )


def _actor(row: Told, clause: str) -> int:
    if len(row.entities) < 2:
        return -1
    if row.parts:
        return next((entity for entity, part in row.parts if part == WHO), -1)
    return row.entities[0] if not _PASSIVE.search(clause) else -1


class Weigher:
    """How much it says that two rows share something: the rarer the more, by the logarithm of its share of all rows."""

    def __init__(self, traits: Sequence[Traits], places: Container[int]) -> None:
        self.tally: Counter[Thing] = Counter(thing for trait in traits for thing in trait.things | trait.nouns)
        """In how many rows each thing is."""
        self._places = places
        self._total = len(traits) + 1

    def shared(self, one: Traits, two: Traits) -> float:
        """The weight of all that two rows share; the actor of both alone, places and mere nouns say less."""
        things = one.things & two.things
        if one.actor == two.actor and len(things) == 1:
            things -= {one.actor}
        weight = sum(self._weight(thing) * (_LESS if thing in self._places else 1) for thing in things)
        return weight + (_LESS * max(map(self._weight, one.nouns & two.nouns), default=0.0) if weight else 0.0)

    def _weight(self, thing: Thing) -> float:
        return math.log(self._total / self.tally[thing])
