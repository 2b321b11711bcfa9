"""Goes through rows in calendar order and finds the pairs of them that may tell the same event."""

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, TypeVar

from tui.events.groups import Block
from tui.events.marks import LARGEST_SLACK, Mark, Marks
from tui.events.verbatim import Key, keys_of, told_alike
from tui.events.weigh import UNIT, Common, Weigher

REACH = 366 + LARGEST_SLACK
"""Days that the first day of a row lies at most before that of another one it is compared with."""

_WINDOW = 12
_COARSE = 125
_YEAR = 366
_FEW_A_DAY = 4
_SAME_FATE = 100 * UNIT
_TOLD_ALIKE = 50 * UNIT

_Key = TypeVar("_Key")

Fates = frozenset[tuple[int, str]]
"""What a row says became of whom."""


class Known(NamedTuple):
    """What is known of the rows of a collection besides their marks."""

    places: Container[int] = ()
    """The entities that are places."""
    fates: Mapping[int, Fates] = {}
    """By row what it says became of whom."""
    retold: Sequence[tuple[int, int]] = ()
    """Pairs of rows, the earlier first, that are known to tell the same."""


class Sweep:
    """Brings rows together that may tell the same, block by block; they are given to it in calendar order."""

    def __init__(self, marks: Marks, known: Known, common: Common | None = None) -> None:
        """Go through rows with these marks; `common` knows of all rows, where these are but some of a collection."""
        self._marks = marks
        self._places = known.places
        self._fates = known.fates
        self._weigher = Weigher(marks, known.places, common)
        self._crowds = Counter(marks.exact_days())
        self._retold: dict[int, list[int]] = defaultdict(list)
        self._awaited: dict[int, int] = {}
        for one, two in known.retold:
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
        mark = self._marks[at]
        if mark.last - mark.first <= _COARSE:
            self._near[at] = mark  # few rows are compared with one that means half a year, for half a year
        found: dict[int, int] = {}
        for fate in self._fates_of(at, mark):
            for other in _before(self._of_fate, fate, at):
                if mark.overlaps(self._mark(other)):
                    found[other] = _SAME_FATE
        for key in keys_of(mark, self._places):
            for other in _before(self._alike, key, at):
                if other not in found and told_alike(self._mark(other), mark):
                    found[other] = _TOLD_ALIKE
        self._by_deed(at, mark, found)
        if self._is_lonely(mark):
            for other in _before(self._of_day, mark.first, at):
                if other not in found and (weight := self._weigher.same_day(self._mark(other), mark)):
                    found[other] = weight
        for other in self._retold.pop(at, ()):
            found.setdefault(other, _SAME_FATE)
        if found or at in self._awaited:
            self._join(at, mark, found)

    def remember(self, at: int) -> None:
        """Keep the next row in mind, to compare later ones with it; it is not compared itself."""
        mark = self._marks[at]
        for fate in self._fates_of(at, mark):
            _before(self._of_fate, fate, at)
        for key in keys_of(mark, self._places):
            _before(self._alike, key, at)
        for deed in self._deeds_of(mark):
            _before(self._of_deed, deed, at)
        if self._is_lonely(mark):
            _before(self._of_day, mark.first, at)

    def close(self, at: int) -> list[Block]:
        """The blocks that no row from `at` on can belong to; what only they needed is forgotten."""
        now = self._marks.first[at] - LARGEST_SLACK
        over = {id(block): block for block in self._blocks.values() if block.until < now and block.awaits < at}.values()
        for block in over:
            for row in block.members:
                del self._blocks[row]
        self._near = {row: mark for row, mark in self._near.items() if mark.last >= now}
        for buckets in (self._of_fate, self._alike, self._of_deed, self._of_day):
            _drop_past(buckets, self._marks.last, now)
        return list(over)

    def blocks(self) -> list[Block]:
        """The blocks that are not closed."""
        return list({id(block): block for block in self._blocks.values()}.values())

    def _mark(self, row: int) -> Mark:
        return self._near.get(row) or self._marks[row]

    def _fates_of(self, at: int, mark: Mark) -> Iterable[tuple[int, str]]:
        return () if mark.reported or mark.last - mark.first > _YEAR else self._fates.get(at, ())

    def _is_lonely(self, mark: Mark) -> bool:
        return mark.exact and self._crowds[mark.first] <= _FEW_A_DAY

    def _deeds_of(self, mark: Mark) -> Iterator[int]:
        """A number for each rare thing under each class of action."""
        if mark.deeds and mark.last - mark.first <= _COARSE:
            for thing in mark.things:
                if self._weigher.is_rare(thing):
                    deeds = mark.deeds
                    while deeds:
                        deed = deeds & -deeds
                        deeds ^= deed
                        yield thing * 64 + deed.bit_length()

    def _by_deed(self, at: int, mark: Mark, found: dict[int, int]) -> None:
        others: set[int] = set()
        for key in self._deeds_of(mark):
            others.update(_before(self._of_deed, key, at))
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
