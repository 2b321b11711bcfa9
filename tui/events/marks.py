"""What all rows of a collection can be recognised by, in columns: some ninety bytes a row, an object when asked for."""

from array import array
from collections.abc import Callable, Iterable, Sequence

from tui.events.counted import Count
from tui.events.recognise import Traits, traits_of
from tui.events.traits import Told
from tui.model import WHERE, WHO, WHOM, Precision, When

_SLACK = {Precision.DAY: 1, Precision.MONTH: 15, Precision.SEASON: 30, Precision.PART: 30, Precision.INTERVAL: 15}
_REPORTED, _VAGUE, _DAY, _NARROW = 1, 2, 4, 8
_TELLING = _DAY | _VAGUE | _REPORTED
_PARTS = (WHO, WHOM, WHERE)

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

    def date(self, slack: int, vague: int, of_a_day: int, narrow: int, *, reported: int) -> None:
        """Set what follows from its date, as `bounds_of` says it, and from whether only its publication dates it."""
        self.slack = slack
        self.reported, self.vague = reported == 1, vague == 1
        self.of_a_day, self.narrow = of_a_day == 1, narrow == 1
        self.exact = of_a_day == 1 and vague == 0 and reported == 0

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
        first, last = array("i"), array("i")
        self.first: Sequence[int] = first
        """First day each can mean."""
        self.last: Sequence[int] = last
        """Last day each can mean."""
        self.articles: Sequence[int] | None = articles
        """The article of each row."""
        self._things, self._nouns = array("i"), array("i")
        self._counted: dict[int, tuple[Count, ...]] = {}
        self._slack, self._flags = bytearray(), bytearray()
        self._start, self._actor = array("I"), array("i")
        self._deeds, self._line = array("Q"), array("q")
        self._taking, self._part = array("I"), bytearray()
        self._things_end, self._nouns_end, self._parts_end = array("I"), array("I"), array("I")
        self._numbers: dict[str, int] = {}
        said = iter(clauses) if clauses is not None else None
        for at, row in enumerate(rows):
            breathe()
            first.append(row.when.first)
            last.append(row.when.last)
            self._put(at, row, traits_of(row, next(said) if said else row.headline))

    def __len__(self) -> int:
        return len(self.first)

    def __getitem__(self, at: int) -> Mark:
        mark = Mark()
        mark.first, mark.last = self.first[at], self.last[at]
        flags = self._flags[at]
        mark.date(
            self._slack[at],
            flags & _VAGUE and 1,
            flags & _DAY and 1,
            flags & _NARROW and 1,
            reported=flags & _REPORTED and 1,
        )
        mark.article = self.articles[at] if self.articles is not None else at
        mark.start, mark.deeds = self._start[at], self._deeds[at]
        mark.actor, mark.line = self._actor[at], self._line[at]
        ends = self._things_end
        mark.things = frozenset(self._things[ends[at - 1] if at else 0 : ends[at]])
        ends = self._nouns_end
        mark.nouns = frozenset(self._nouns[ends[at - 1] if at else 0 : ends[at]])
        mark.counted = self._counted.get(at, ())
        begin, end = self._parts_end[at - 1] if at else 0, self._parts_end[at]
        mark.parts = ()
        if begin < end:
            mark.parts = tuple(
                zip(self._taking[begin:end], map(_PARTS.__getitem__, self._part[begin:end]), strict=True)
            )
        return mark

    def things(self) -> Iterable[int]:
        """The things of all rows, one after the other."""
        return self._things

    def nouns(self) -> Iterable[int]:
        """The nouns of all rows, one after the other."""
        return self._nouns

    def terms(self) -> Sequence[str]:
        """The words of things and nouns below zero: those of -2 first, then those of -3, and so on."""
        return tuple(self._numbers)

    def counts(self, at: int) -> bool:
        """Whether a row counts something."""
        return at in self._counted

    def exact_days(self) -> Iterable[int]:
        """The day of every row that is dated exactly by its own date."""
        flags, first = self._flags, self.first
        return array("i", [first[at] for at in range(len(first)) if flags[at] & _TELLING == _DAY])

    def _put(self, at: int, row: Told, traits: Traits) -> None:
        when, numbers = row.when, self._numbers
        slack, vague, day, narrow = bounds_of(when)
        self._slack.append(slack)
        self._flags.append(_REPORTED * row.reported | _VAGUE * vague | _DAY * day | _NARROW * narrow)
        self._start.append(row.start)
        self._deeds.append(traits.deeds)
        self._actor.append(traits.actor)
        self._line.append(traits.line)
        self._things.extend(row.entities)
        for entity, part in row.parts:
            if entity not in row.entities:
                self._things.append(entity)
            self._taking.append(entity)
            self._part.append(_PARTS.index(part))
        self._parts_end.append(len(self._taking))
        if traits.counted:
            self._counted[at] = traits.counted
            self._things.extend([-2 - numbers.setdefault(words, len(numbers)) for words in terms_of(traits.counted)])
        self._things_end.append(len(self._things))
        if traits.nouns:
            self._nouns.extend([-2 - numbers.setdefault(noun, len(numbers)) for noun in traits.nouns])
        self._nouns_end.append(len(self._nouns))


def terms_of(counted: Iterable[Count]) -> Iterable[str]:
    """What rows that count so many of something share, each once."""
    return dict.fromkeys([f"{count.number} {count.noun}" for count in counted])


def bounds_of(when: When) -> tuple[int, int, int, int]:
    """By how many days a date may be widened, and whether it is approximate, a day, a day or a month."""
    day = when.precision is Precision.DAY
    narrow = day or when.precision is Precision.MONTH
    return _SLACK.get(when.precision, 0), int(when.approximate), int(day), int(narrow)
