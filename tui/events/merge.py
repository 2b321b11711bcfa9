"""Knows when two rows tell the same event."""

import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Protocol

from tui.events.verbs import actions
from tui.model import Precision, When

_SLACK = {
    Precision.DAY: 1,
    Precision.MONTH: 15,
    Precision.SEASON: 30,
    Precision.PART: 30,
    Precision.INTERVAL: 15,
    Precision.YEAR: 0,
    Precision.DECADE: 0,
    Precision.UNKNOWN: 0,
}
_WINDOW = 12
_COARSE = 120
_RARE_SHARE = 0.05
_RARE_COUNT = 6
_ENOUGH = 1.5


class Told(Protocol):
    """What is asked of a row: both `EventRow` and `model.Event` give it."""

    @property
    def when(self) -> When:
        """When it happened."""

    @property
    def headline(self) -> str:
        """One line of it."""

    @property
    def entities(self) -> tuple[int, ...]:
        """Entities in it, numbered alike in all rows."""

    @property
    def reported(self) -> bool:
        """Whether only its publication dates it."""


def cluster(rows: Sequence[Told]) -> list[int]:
    """For each row the index of the first row that tells the same event; its own index if it stands alone.

    Two rows tell the same when they share a class of action and a rare entity and their bounds, each widened by its own
    precision, overlap. Each row is compared with a few neighbours under each (action, entity), so the work grows with
    the number of rows, never with its square.
    """
    parents = list(range(len(rows)))
    counts = Counter(entity for row in rows for entity in row.entities)
    for bucket in _buckets(rows, counts).values():
        bucket.sort(key=lambda index: (rows[index].when.key, index))
        for place, index in enumerate(bucket):
            for other in bucket[max(0, place - _WINDOW) : place]:
                if _find(parents, index) != _find(parents, other) and _same(
                    rows[index], rows[other], counts, len(rows)
                ):
                    _join(parents, index, other)
    return [_find(parents, index) for index in range(len(rows))]


def _buckets(rows: Sequence[Told], counts: Counter[int]) -> dict[tuple[str, int], list[int]]:
    rare = max(_RARE_COUNT, int(len(rows) * _RARE_SHARE))
    buckets: dict[tuple[str, int], list[int]] = defaultdict(list)
    for index, row in enumerate(rows):
        if row.when.last - row.when.first <= _COARSE:
            for action in actions(row.headline):
                for entity in row.entities:
                    if counts[entity] <= rare:
                        buckets[action, entity].append(index)
    return buckets


def _same(one: Told, two: Told, counts: Counter[int], total: int) -> bool:
    if one.reported != two.reported or not _near(one.when, two.when):
        return False
    shared = set(one.entities) & set(two.entities)
    weight = sum(math.log((total + 1) / counts[entity]) for entity in shared)
    return weight >= _ENOUGH


def _near(one: When, two: When) -> bool:
    slack = max(_slack(one), _slack(two)) if one.approximate or two.approximate else min(_slack(one), _slack(two))
    return one.first - slack <= two.last and two.first <= one.last + slack


def _slack(when: When) -> int:
    return _SLACK[when.precision]


def _find(parents: list[int], index: int) -> int:
    while parents[index] != index:
        parents[index] = parents[parents[index]]
        index = parents[index]
    return index


def _join(parents: list[int], one: int, two: int) -> None:
    low, high = sorted((_find(parents, one), _find(parents, two)))
    parents[high] = low
