"""What all rows of a collection can be recognised by, in columns: some ninety bytes a row, an object when asked for."""

import re
from array import array
from collections.abc import Callable, Iterable, Sequence

from tui.events.counted import Count
from tui.events.traits import Told, actor_of, wording_of
from tui.events.wordlist import word_set
from tui.model import WHERE, WHO, WHOM, Precision

_SLACK = {Precision.DAY: 1, Precision.MONTH: 15, Precision.SEASON: 30, Precision.PART: 30, Precision.INTERVAL: 15}
_REPORTED, _VAGUE, _DAY, _NARROW = 1, 2, 4, 8
_PARTS = (WHO, WHOM, WHERE)
_WORD = re.compile(r"\w+")
_FEWEST = 3
_POINTING = word_set("he she it they we i you this that these those his her its their there")

LARGEST_SLACK = max(_SLACK.values())
"""The most days by which any bounds are widened."""


class Mark:
    """What one row can be recognised by."""

    __slots__ = (
        "actor",
        "article",
        "counted",
        "deeds",
        "exact",
        "first",
        "last",
        "line",
        "narrow",
        "nouns",
        "of_a_day",
        "parts",
        "reported",
        "slack",
        "start",
        "things",
        "vague",
    )

    first: int
    """First day it can mean."""
    last: int
    """Last day it can mean."""
    slack: int
    """Days by which its bounds may be widened."""
    reported: bool
    """Whether only its publication dates it."""
    vague: bool
    """Whether its date is approximate."""
    of_a_day: bool
    """Whether its date is one day, about or exactly."""
    exact: bool
    """Whether its date is exactly one day, and its own."""
    narrow: bool
    """Whether its date is a day or a month."""
    article: int
    """Its article."""
    start: int
    """Offset of its clause there, in code points."""
    deeds: int
    """Its classes of action, a bit of `DEEDS` each."""
    things: frozenset[int]
    """Entities as they are numbered, and numbers with their noun, below zero."""
    nouns: frozenset[int]
    """Its plural nouns, below zero too."""
    counted: tuple[Count, ...]
    """What it counts."""
    actor: int
    """The entity that acts, -1 if none is sure or others are not named."""
    parts: tuple[tuple[int, str], ...]
    """(entity, part) of those whose part is known."""
    line: int
    """A number for the words of its headline; 0 if they are too few, or point at what another sentence names."""

    def overlaps(self, other: "Mark") -> bool:
        """Whether some day belongs to both."""
        return self.first <= other.last and other.first <= self.last


class Marks:
    """The marks of all rows; index i belongs to row i."""

    def __init__(
        self,
        rows: Iterable[Told],
        clauses: Iterable[str] | None = None,
        articles: Sequence[int] | None = None,
        breathe: Callable[[], None] = lambda: None,
    ) -> None:
        """Read each row once, in order, with the words it was read from, its headline where there are none.

        `articles` is the article of each row; without it each row has one of its own. `breathe` is called often.
        """
        self.first = array("i")
        """First day each can mean."""
        self.last = array("i")
        """Last day each can mean."""
        self.things = array("i")
        """Things of all rows, one after the other."""
        self.nouns = array("i")
        """Nouns of all rows, one after the other."""
        self.counted: dict[int, tuple[Count, ...]] = {}
        """What is counted, by row: few rows count."""
        self.articles: Sequence[int] | None = articles
        """The article of each row."""
        self._slack, self._flags = bytearray(), bytearray()
        self._start, self._actor = array("I"), array("i")
        self._deeds, self._line = array("Q"), array("q")
        self._taking, self._part = array("I"), bytearray()
        self._things_end, self._nouns_end, self._parts_end = array("I"), array("I"), array("I")
        numbers: dict[str, int] = {}
        said = iter(clauses) if clauses is not None else None
        for at, row in enumerate(rows):
            breathe()
            self._put(at, row, next(said) if said else row.headline, numbers)

    def __len__(self) -> int:
        return len(self.first)

    def __getitem__(self, at: int) -> Mark:
        mark = Mark()
        flags = self._flags[at]
        mark.first, mark.last, mark.slack = self.first[at], self.last[at], self._slack[at]
        mark.reported, mark.vague = bool(flags & _REPORTED), bool(flags & _VAGUE)
        mark.of_a_day, mark.narrow = bool(flags & _DAY), bool(flags & _NARROW)
        mark.exact = flags & (_DAY | _VAGUE | _REPORTED) == _DAY
        mark.article = self.articles[at] if self.articles is not None else at
        mark.start, mark.deeds = self._start[at], self._deeds[at]
        mark.actor, mark.line = self._actor[at], self._line[at]
        ends = self._things_end
        mark.things = frozenset(self.things[ends[at - 1] if at else 0 : ends[at]])
        ends = self._nouns_end
        mark.nouns = frozenset(self.nouns[ends[at - 1] if at else 0 : ends[at]])
        mark.counted = self.counted.get(at, ())
        begin, end = self._parts_end[at - 1] if at else 0, self._parts_end[at]
        mark.parts = ()
        if begin < end:
            mark.parts = tuple(
                zip(self._taking[begin:end], map(_PARTS.__getitem__, self._part[begin:end]), strict=True)
            )
        return mark

    def exact_days(self) -> "array[int]":
        """The day of every row that is dated exactly by its own date."""
        wanted = _DAY | _VAGUE | _REPORTED
        flags, first = self._flags, self.first
        return array("i", [first[at] for at in range(len(first)) if flags[at] & wanted == _DAY])

    def _put(self, at: int, row: Told, clause: str, numbers: dict[str, int]) -> None:
        when, wording = row.when, wording_of(clause)
        self.first.append(when.first)
        self.last.append(when.last)
        self._slack.append(_SLACK.get(when.precision, 0))
        day = when.precision is Precision.DAY
        flags = _REPORTED * row.reported | _VAGUE * when.approximate
        self._flags.append(flags | (_DAY | _NARROW if day else _NARROW * (when.precision is Precision.MONTH)))
        self._start.append(row.start)
        self._deeds.append(wording.deeds)
        self._actor.append(actor_of(row, wording.passive))
        self.things.extend(row.entities)
        for entity, part in row.parts:
            if entity not in row.entities:
                self.things.append(entity)
            self._taking.append(entity)
            self._part.append(_PARTS.index(part))
        self._parts_end.append(len(self._taking))
        if wording.counted:
            self.counted[at] = wording.counted
            said = dict.fromkeys([f"{count.number} {count.noun}" for count in wording.counted])
            self.things.extend([-2 - numbers.setdefault(words, len(numbers)) for words in said])
        self._things_end.append(len(self.things))
        if wording.nouns:
            self.nouns.extend([-2 - numbers.setdefault(noun, len(numbers)) for noun in wording.nouns])
        self._nouns_end.append(len(self.nouns))
        self._line.append(_line(row) if day and not flags else 0)


def _line(row: Told) -> int:
    words = tuple(_WORD.findall(row.headline.casefold()))
    if len(words) < _FEWEST or not (row.entities or _POINTING.isdisjoint(words)):
        return 0
    return hash(words) or 1
