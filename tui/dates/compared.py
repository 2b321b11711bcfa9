"""Two dates beside each other: which comes first, and whether they may mean the same once widened by a unit."""

from dataclasses import replace

from tui.model import OPEN_FUTURE, OPEN_PAST, Precision, When

_MARGINS = {
    Precision.DAY: 1,
    Precision.MONTH: 31,
    Precision.SEASON: 92,
    Precision.YEAR: 366,
    Precision.DECADE: 3653,
}


def compare(one: When, other: When) -> int:
    """-1, 0 or 1: by first day, then the narrower first, then by value."""
    return (one.key > other.key) - (one.key < other.key)


def margin(when: When) -> int:
    """How many days a date is widened by on each side when asked whether two sources may mean the same: one unit."""
    unit = _MARGINS.get(when.precision)
    if unit is None:
        closed = when.first > OPEN_PAST and when.last < OPEN_FUTURE
        unit = when.last - when.first + 1 if when.precision is Precision.PART and closed else 1
    return unit * 2 if when.approximate and when.precision is not Precision.PART else unit


def widen(when: When, by: int | None = None) -> When:
    """The same date with bounds moved out by `by` days on each side, its own `margin` if None; open ends stay."""
    by = margin(when) if by is None else by
    first = when.first if when.first == OPEN_PAST else when.first - by
    last = when.last if when.last == OPEN_FUTURE else when.last + by
    return replace(when, first=first, last=last)
