"""Gives the rows of a table their new numbers, wherever columns speak of them: many at once where few of them move.

A column is taken as one long number, so that a single addition changes thousands of values. Each has 32 bits and is
below 2**31: with 2**31 - p added to it, its highest bit says whether it is p or more, and tells where to add.
"""

from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from sys import byteorder

GONE = 0xFFFFFFFF
"""What a row that goes is mapped to."""

_AT_ONCE = 4096
"""Values in a long number: what these few additions pass through stays in the fastest memory."""

_FEW = 256
"""Values up to which each is looked up by itself."""

_STEPS = 40
"""Steps from which on looking up value by value is quicker."""


class Shift(Sequence[int]):
    """The number each row has from now on; `GONE` for one that goes."""

    def __init__(self, count: int, runs: Sequence[tuple[int, int, int]]) -> None:
        """Of `count` rows those stay that lie in `runs`: (first, after the last, new number of the first), in order."""
        self._count = count
        self._runs = runs
        self._starts = [run[0] for run in runs]
        steps: list[tuple[int, int]] = []
        by = 0
        for start, _, at in runs:
            if at - start != by:
                steps.append((start, at - start - by))
                by = at - start
        self._steps = steps
        self._last = (0, 0, 0)

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, row: int) -> int:  # type: ignore[override]  # no slices: nobody needs them
        start, stop, at = self._last
        if start <= row < stop:
            return at + row - start
        if not 0 <= row < self._count:
            raise IndexError(row)
        place = bisect_right(self._starts, row) - 1
        if place < 0:
            return GONE
        start, stop, at = self._last = self._runs[place]
        return at + row - start if row < stop else GONE

    def __iter__(self) -> Iterator[int]:
        return iter(self._whole)

    def reach(self, row: int) -> int:
        """The number a row has from now on; for one that goes that of the next one which stays."""
        place = bisect_right(self._starts, row) - 1
        if place < 0:
            return self._runs[0][2] if self._runs else 0
        start, stop, at = self._runs[place]
        if row < stop:
            return at + row - start
        return self._runs[place + 1][2] if place + 1 < len(self._runs) else at + stop - start

    def stays(self, row: int) -> int:
        """The number a row has from now on; -1 for one that goes."""
        now = self[row]
        return -1 if now == GONE else now

    def was(self, number: int) -> int:
        """The number a row had; -1 for one that comes."""
        place = bisect_right(self._runs, number, key=lambda run: run[2]) - 1
        if place < 0:
            return -1
        start, stop, at = self._runs[place]
        return start + number - at if number - at < stop - start else -1

    @property
    def gone(self) -> Iterator[tuple[int, int]]:
        """The rows that go: first and after the last of those that lie together, in order."""
        last = 0
        for start, stop, _ in self._runs:
            if start > last:
                yield last, start
            last = stop
        if self._count > last:
            yield last, self._count

    def told(self) -> "array[int]":
        """All there is to know of it, as `heard` takes it."""
        return array("q", (self._count, *(number for run in self._runs for number in run)))

    @classmethod
    def heard(cls, told: Sequence[int]) -> "Shift":
        """The one that told this."""
        runs = told[1:]
        return cls(told[0], list(zip(runs[::3], runs[1::3], runs[2::3], strict=True)))

    def of(self, column: memoryview, more: int = 0) -> "array[int]":
        """The new numbers of the rows in a column of 32 bits, all of which stay.

        With `more` the column has numbers that are larger by that, and what is below it stands for none and stays.
        """
        if len(column) <= _FEW:
            return array("I", [self[row - more] + more if row >= more else row for row in column])
        if len(self._steps) > _STEPS:
            now = self._whole
            return array("I", [now[row - more] + more if row >= more else row for row in column])
        return _each(column, [(start + more, by) for start, by in self._steps])

    @cached_property
    def _whole(self) -> "array[int]":
        now, last = array("I"), 0
        for start, stop, at in self._runs:
            now.extend(array("I", [GONE]) * (start - last))
            now.extend(range(at, at + stop - start))
            last = stop
        now.extend(array("I", [GONE]) * (self._count - last))
        return now


def added(column: memoryview, by: int) -> "array[int]":
    """A column with a number added to each of its values."""
    if column.itemsize != 4 or not by:
        return array(column.format, column if not by else map(by.__add__, column))
    return _each(column, [(0, by)])


def _each(column: memoryview, steps: Sequence[tuple[int, int]]) -> "array[int]":
    """A column of 32 bits with all those numbers added to each value that it has steps for: (least value, number)."""
    found = array("I")
    for start in range(0, len(column), _AT_ONCE):
        piece = column[start : start + _AT_ONCE].cast("B")
        ones = _ones(len(piece))
        high = ones << 31
        before = now = int.from_bytes(piece, byteorder)
        for least, by in steps:
            now += (((before + ones * ((1 << 31) - least)) & high) >> 31) * by
        found.frombytes(now.to_bytes(len(piece), byteorder))
    return found


@lru_cache(4)
def _ones(size: int) -> int:
    """A long number of so many bytes whose every value is 1."""
    return int.from_bytes(array("I", [1]) * (size // 4), byteorder)
