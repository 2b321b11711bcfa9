"""Knows how much it says that two rows share something: the rarer the more, by the logarithm of its share of rows."""

import math
from collections import Counter
from collections.abc import Callable, Container
from typing import NamedTuple

from tui.events.marks import Mark, Marks
from tui.events.traits import TALK, count_differently
from tui.events.verbs import DEEDS, deeds_of

UNIT = 1 << 12
"""Weights are whole numbers, so that they do not hang on the order they are summed in: this is a natural logarithm."""

_DONE = deeds_of(DEEDS.keys() - TALK)
_RARE_SHARE = 0.05
_RARE_COUNT = 12
_ELSEWHERE = 160
_ENOUGH = round(1.8 * UNIT)
_ENOUGH_APART = 4 * UNIT
_ENOUGH_DIFFERENT = 6 * UNIT
_ENOUGH_ONE_DAY = 3 * UNIT


class Common(NamedTuple):
    """How common things are among all rows, where only some are looked at."""

    total: int
    """How many rows there are."""
    rows_of: Callable[[int], int]
    """In how many of them a thing or noun stands."""


class Weigher:
    """Weighs what two rows share."""

    def __init__(self, marks: Marks, places: Container[int], common: "Common | None" = None) -> None:
        """`marks` are those of all rows, `places` the entities that are places: they say less.

        With `common` they are those of some rows alone, and it knows of all.
        """
        self._tally: dict[int, int] = Counter(marks.things())
        for noun, many in Counter(marks.nouns()).items():
            self._tally[noun] = self._tally.get(noun, 0) + many
        total = len(marks)
        if common is not None:
            self._tally = {thing: max(many, common.rows_of(thing)) for thing, many in self._tally.items()}
            total = common.total
        self._places = places
        self._total = total + 1
        self._apart = marks.articles is not None
        self._rare = max(_RARE_COUNT, int(total * _RARE_SHARE))
        self._weights: dict[int, int] = {}

    def is_rare(self, thing: int) -> bool:
        """Whether few rows have it."""
        return self._tally[thing] <= self._rare

    def shared(self, one: Mark, two: Mark) -> int:
        """The weight of all that two rows share; the actor of both alone, places and mere nouns say less."""
        things = one.things & two.things
        if len(things) == 1 and one.actor == two.actor and one.actor in things:
            return 0
        weight = 0
        for thing in things:
            weight += self._weights.get(thing) or self._weight(thing)
        if weight and one.nouns and two.nouns:
            nouns = one.nouns & two.nouns
            if nouns:
                weight += max([self._weights.get(noun) or self._weight(noun) for noun in nouns]) // 2
        return weight

    def same_deed(self, one: Mark, two: Mark) -> int:
        """How sure it is that two rows that share a deed and a rare thing tell the same; 0 if it is not sure enough."""
        if one.reported != two.reported:
            return 0
        meet = one.first <= two.last and two.first <= one.last
        if not meet and not _near(one, two):
            return 0
        retold = self._apart and one.article == two.article
        if retold and not meet and not may_retell(one, two):
            return 0
        enough = _ENOUGH if meet or ((one.vague or two.vague) and not retold) else _ENOUGH_APART
        if one.reported or not one.deeds & two.deeds & _DONE:
            enough = _ENOUGH_APART
        if one.counted and two.counted and count_differently(one.counted, two.counted):
            # Two articles that tell of one day and one rare thing mean the same; one article counts two things apart.
            of_one_day = one.of_a_day and two.of_a_day and meet
            enough = _ENOUGH_ONE_DAY if of_one_day and not retold else _ENOUGH_DIFFERENT
        weight = self.shared(one, two)
        return weight if weight >= enough else 0

    def same_day(self, one: Mark, two: Mark) -> int:
        """How sure it is for two rows of one day of which little is told; 0 if that is not sure enough."""
        if not self._apart or one.article == two.article:
            return 0
        weight = self.shared(one, two)
        if one.deeds & two.deeds:
            bare = not (one.things and two.things)
            alike = len(one.nouns & two.nouns) > 1
            return _ENOUGH if weight or bare or alike else 0
        return weight if weight >= _ENOUGH_ONE_DAY else 0

    def _weight(self, thing: int) -> int:
        exact = math.log(self._total / self._tally[thing]) * UNIT
        weight = self._weights[thing] = max(1, round(exact / 2 if thing in self._places else exact))
        return weight


def may_retell(one: Mark, two: Mark) -> bool:
    """Whether two rows of one article may tell one event: the days overlap, or one is vague and stands elsewhere."""
    return one.overlaps(two) or ((one.vague or two.vague) and abs(one.start - two.start) > _ELSEWHERE)


def _near(one: Mark, two: Mark) -> bool:
    slack = max(one.slack, two.slack) if one.vague or two.vague else min(one.slack, two.slack)
    return one.first - slack <= two.last and two.first <= one.last + slack
