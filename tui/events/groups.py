"""Brings rows that tell one event together, pair by pair, within a block of rows that no pair leaves."""

from collections.abc import Sequence
from typing import NamedTuple

from tui.events.counted import Count
from tui.events.marks import Mark
from tui.events.traits import count_differently

_LARGEST = 60


class Brief(NamedTuple):
    """What of a row's mark says whether rows may be one event: a block may hold a very large part of all rows."""

    first: int
    """First day it can mean."""
    last: int
    """Last day it can mean."""
    narrow: bool
    """Whether its date is a day or a month."""
    counted: tuple[Count, ...]
    """What it counts."""


def brief(mark: Mark) -> Brief:
    """That of a mark."""
    return Brief(mark.first, mark.last, mark.narrow, mark.counted)


class Block:
    """Rows that pairs lead from one to the other; what becomes of them hangs on nothing else."""

    __slots__ = ("awaits", "members", "pairs", "until")

    def __init__(self, row: int, mark: Mark) -> None:
        """Begin with one row."""
        self.members = {row: brief(mark)}
        """Its rows, with what of their marks is needed."""
        self.pairs: list[tuple[int, int, int]] = []
        """Its pairs as (weight below zero, lower row, higher row): sorted, the surest come first."""
        self.until = mark.last
        """The last day any of its rows can mean."""
        self.awaits = -1
        """A row still to come that belongs to it, -1 without one."""

    def take(self, other: "Block") -> None:
        """Take in another block."""
        self.members.update(other.members)
        self.pairs += other.pairs
        self.until = max(self.until, other.until)
        self.awaits = max(self.awaits, other.awaits)

    def groups(self) -> Sequence[Sequence[int]]:
        """Its rows, those together that tell the same, in order; those that stand alone may be left out."""
        if len(self.members) == 1:
            return ()
        whole = _Group(0, None)
        for row, mark in self.members.items():
            whole.take(_Group(row, mark))
        if len(self.members) <= _LARGEST and whole.surely_one():
            return (sorted(whole.rows),)
        return [sorted(group.rows) for group in self._joined()]

    def _joined(self) -> "list[_Group]":
        """The groups that come of joining pair by pair, the surest first, where nothing keeps rows apart."""
        pairs = {(one, two) for _, one, two in self.pairs}
        group_of = {row: _Group(row, mark) for row, mark in self.members.items()}
        self.pairs.sort()
        for _, one, two in self.pairs:
            left, right = group_of[one], group_of[two]
            if left is right:
                continue
            if right.first < left.first:
                left, right = right, left
            if len(left.rows) + len(right.rows) <= _LARGEST and self._agree(left, right, pairs):
                left.take(right)
                for row in right.rows:
                    group_of[row] = left
        return list({id(group): group for group in group_of.values()}.values())

    def _agree(self, left: "_Group", right: "_Group", pairs: set[tuple[int, int]]) -> bool:
        """Whether every row of one group may be brought together with every row of the other."""
        if left.surely_with(right):
            return True
        marks = self.members
        for one in left.rows:
            mine = marks[one]
            for two in right.rows:
                if ((one, two) if one < two else (two, one)) in pairs:
                    continue
                its = marks[two]
                if count_differently(mine.counted, its.counted):
                    return False
                if mine.narrow and its.narrow and (mine.first > its.last or its.first > mine.last):
                    return False
        return True


class _Group:
    """Rows that are one event so far."""

    __slots__ = ("begin", "counted", "end", "first", "rows")

    def __init__(self, row: int, mark: Brief | None) -> None:
        """Begin with one row, or with none."""
        self.rows = [row] if mark else []
        self.first = row
        self.begin = mark.first if mark else -(1 << 31)
        self.end = mark.last if mark else 1 << 31
        self.counted: tuple[Count, ...] = mark.counted if mark else ()

    def take(self, other: "_Group") -> None:
        """Take in the rows of another group."""
        self.rows += other.rows
        self.first = min(self.first, other.first)
        self.begin, self.end = max(self.begin, other.begin), min(self.end, other.end)
        if other.counted:
            self.counted += other.counted

    def surely_one(self) -> bool:
        """Whether all rows have a day in common and count alike, as far as that is seen at once."""
        return self.begin <= self.end and _alike(self.counted)

    def surely_with(self, other: "_Group") -> bool:
        """Whether all rows of both have a day in common and count alike, as far as that is seen at once."""
        if max(self.begin, other.begin) > min(self.end, other.end):
            return False
        return not self.counted or not other.counted or _alike(self.counted + other.counted)


def _alike(counted: tuple[Count, ...]) -> bool:
    numbers: dict[str, int] = {}
    return all(numbers.setdefault(count.noun, count.number) == count.number for count in counted)
