"""Knows when two rows tell the same event."""

from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from typing import Any, TypeVar

from tui.events.groups import Block
from tui.events.marks import LARGEST_SLACK, Mark, Marks
from tui.events.traits import Told
from tui.events.verbatim import Key, keys_of, told_alike
from tui.events.weigh import UNIT, Common, Weigher

_WINDOW = 12
_COARSE = 125
_YEAR = 366
_FEW_A_DAY = 4
_SAME_FATE = 100 * UNIT
_TOLD_ALIKE = 50 * UNIT
_LOTS = 4096

_Key = TypeVar("_Key")

Fates = frozenset[tuple[int, str]]
"""What a row says became of whom."""


def cluster(
    rows: Iterable[Told],
    clauses: Iterable[str] | None = None,
    articles: Sequence[int] | None = None,
    places: Container[int] = (),
    fates: Mapping[int, Fates] | None = None,
    retold: Iterable[tuple[int, int]] = (),
    breathe: Callable[[], None] = lambda: None,
    marks: Marks | None = None,
    common: Common | None = None,
) -> "array[int]":
    """For each row the index of the first row that tells the same event; its own index if it stands alone.

    `rows` are in calendar order. `clauses` are the words each row was read from, where they are at hand: they say more
    than the headlines. `articles` is the article of each row: one article that gives two exact dates tells of two
    things. `places` are the entities that are places, `fates` by row what it says became of whom, and `retold` pairs
    that are known to tell the same. `marks` are those of these rows where they are made already: then neither the rows
    nor the clauses are looked at. `common` knows of all rows, where these are but some of a collection.
    Two rows tell the same when they share a class of action and enough that is rare (entities, so many of something),
    and their bounds overlap, or what became of one person; bounds that only meet once widened by their own precision
    ask for more, and so do rows dated by publication alone and rows that count the same differently, unless two
    articles tell them of one day. Two articles that tell one exact day alike (`told_alike`) need nothing rare. Each
    row is compared with the few before it under each (action, rare thing), fate and day, so the work grows with the
    number of rows, never with its square, and what is held beside the marks with the rows of one season. The surest
    pairs are joined first, and no pair is joined that would bring rows together that cannot tell the same. `breathe`
    is called often: it may rest, and raise to end the work.
    """
    marks = marks if marks is not None else Marks(rows, clauses, articles, breathe)
    first = array("I", range(len(marks)))
    sweep = _Sweep(marks, places, fates or {}, retold, common)
    for at in range(len(marks)):
        breathe()
        sweep.take(at)
        if at % _LOTS == _LOTS - 1:
            for block in sweep.close(at):
                breathe()
                block.settle(first)
    for block in sweep.close(len(marks), everything=True):
        breathe()
        block.settle(first)
    return first


class _Sweep:
    """Goes through the rows in calendar order and brings those together that may tell the same, block by block."""

    def __init__(
        self,
        marks: Marks,
        places: Container[int],
        fates: Mapping[int, Fates],
        retold: Iterable[tuple[int, int]],
        common: Common | None,
    ) -> None:
        self._marks = marks
        self._places = places
        self._fates = fates
        self._weigher = Weigher(marks, places, common)
        self._crowds = Counter(marks.exact_days())
        self._retold: dict[int, list[int]] = defaultdict(list)
        self._awaited: dict[int, int] = {}
        for one, two in retold:
            self._retold[two].append(one)
            self._awaited[one] = max(two, self._awaited.get(one, 0))
        self._near: dict[int, Mark] = {}
        self._blocks: dict[int, Block] = {}
        self._of_fate: dict[tuple[int, str], tuple[int, ...]] = {}
        self._alike: dict[Key, tuple[int, ...]] = {}
        self._of_deed: dict[int, tuple[int, ...]] = {}
        self._of_day: dict[int, tuple[int, ...]] = {}

    def take(self, at: int) -> None:
        """Compare the next row with those before it."""
        mark = self._near[at] = self._marks[at]
        found: dict[int, int] = {}
        self._by_fate(at, mark, found)
        for key in keys_of(mark, self._places):
            for other in _before(self._alike, key, at):
                if other not in found and told_alike(self._mark(other), mark):
                    found[other] = _TOLD_ALIKE
        self._by_deed(at, mark, found)
        if mark.exact and self._crowds[mark.first] <= _FEW_A_DAY:
            for other in _before(self._of_day, mark.first, at):
                if other not in found and (weight := self._weigher.same_day(self._mark(other), mark)):
                    found[other] = weight
        for other in self._retold.pop(at, ()):
            found.setdefault(other, _SAME_FATE)
        if found or at in self._awaited:
            self._join(at, mark, found)

    def close(self, at: int, *, everything: bool = False) -> list[Block]:
        """The blocks that no row from `at` on can belong to; what only they needed is forgotten."""
        if everything:
            return list({id(block): block for block in self._blocks.values()}.values())
        now = self._marks.first[at] - LARGEST_SLACK
        over = {id(block): block for block in self._blocks.values() if block.until < now and block.awaits < at}.values()
        for block in over:
            for row in block.members:
                del self._blocks[row]
        self._near = {row: mark for row, mark in self._near.items() if mark.last >= now}
        for buckets in (self._of_fate, self._alike, self._of_deed, self._of_day):
            _drop_past(buckets, self._marks.last, now)
        return list(over)

    def _mark(self, row: int) -> Mark:
        return self._near.get(row) or self._marks[row]

    def _by_fate(self, at: int, mark: Mark, found: dict[int, int]) -> None:
        if mark.reported or mark.last - mark.first > _YEAR:
            return
        for fate in self._fates.get(at, ()):
            for other in _before(self._of_fate, fate, at):
                if mark.overlaps(self._mark(other)):
                    found[other] = _SAME_FATE

    def _by_deed(self, at: int, mark: Mark, found: dict[int, int]) -> None:
        if not mark.deeds or mark.last - mark.first > _COARSE:
            return
        others: set[int] = set()
        for thing in mark.things:
            if self._weigher.is_rare(thing):
                deeds = mark.deeds
                while deeds:
                    deed = deeds & -deeds
                    deeds ^= deed
                    others.update(_before(self._of_deed, thing * 64 + deed.bit_length(), at))
        others.difference_update(found)
        near, same_deed = self._near, self._weigher.same_deed
        for other in others:
            if weight := same_deed(near.get(other) or self._marks[other], mark):
                found[other] = weight

    def _join(self, at: int, mark: Mark, found: Mapping[int, int]) -> None:
        """Bring the blocks of a row and of those it may tell the same as together."""
        blocks = self._blocks
        home = blocks[at] = Block(at, mark)
        home.awaits = self._awaited.pop(at, -1)
        for other, weight in found.items():
            there = blocks.get(other)
            if there is None:
                there = blocks[other] = Block(other, self._mark(other))
            if there is not home:
                if len(there.members) > len(home.members):
                    home, there = there, home
                home.take(there)
                for row in there.members:
                    blocks[row] = home
            home.pairs.append((-weight, other, at))


def _before(buckets: dict[_Key, tuple[int, ...]], key: _Key, at: int) -> tuple[int, ...]:
    """The few last rows under a key; from now on `at` is one of them."""
    before = buckets.get(key, ())
    buckets[key] = (*before[1 - _WINDOW :], at)
    return before


def _drop_past(buckets: dict[Any, tuple[int, ...]], last: Sequence[int], now: int) -> None:
    """Drop the keys under which every row is over before a day."""
    for key in [key for key, rows in buckets.items() if all(last[row] < now for row in rows)]:
        del buckets[key]
