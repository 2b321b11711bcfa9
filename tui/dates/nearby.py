"""Which of the days, months or seasons of that name is meant: the one nearest, before or after a day."""

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from tui.dates import days, edtf
from tui.dates.expressions import Expression, Make
from tui.model import Precision, When

_STALE = 300
_KEPT = 1024
"""Answers kept: the months and days of an article, and of its neighbours, recur."""
_REACH = 10
"""Years gone through in search of one that has the day: 29 February may be eight years away."""


def first_of(make: Make, year: int, step: int, fits: Callable[[When], bool]) -> When:
    """The first value that fits, from a year on, forwards (step 1) or backwards (-1); years without it are left out.

    Raises `EdtfError` if none does within ten years.
    """
    for when in _each(make, range(year, year + step * _REACH, step)):
        if fits(when):
            return when
    raise edtf.EdtfError(f"There is no such day within {_REACH} years of {year}.")


@lru_cache(_KEPT)
def nearest(make: Make, day: int) -> When:
    """The one whose middle lies nearest to a day. Raises `EdtfError` if no year near has it."""
    year = days.civil(day)[0]
    near = list(_each(make, (year, year - 1, year + 1))) or list(_each(make, range(year - _REACH, year + _REACH)))
    if not near:
        raise edtf.EdtfError(f"There is no such day within {_REACH} years of {year}.")
    return min(near, key=lambda when: abs((when.first + when.last) // 2 - day))


@lru_cache(_KEPT)
def before(make: Make, day: int) -> When:
    """The last one that has begun by a day; but the coming one where that is nearer by far.

    Raises `EdtfError` if no year near has it.
    """
    last = first_of(make, days.civil(day)[0], -1, lambda when: when.first <= day)
    if last.last >= day - _STALE:
        return last
    coming = after(make, day)
    return coming if coming.first - day < day - last.last else last


@lru_cache(_KEPT)
def after(make: Make, day: int) -> When:
    """The first one that has not ended before a day. Raises `EdtfError` if no year near has it."""
    return first_of(make, days.civil(day)[0] - 1, 1, lambda when: when.last >= day)


def _each(make: Make, years: Iterable[int]) -> Iterator[When]:
    """The values of the years that have one."""
    for year in years:
        try:
            yield make(year)
        except edtf.EdtfError:
            continue


def on_weekday(found: Expression, make: Make, when: When) -> When:
    """The same day a year later or earlier, if only that falls on the weekday named beside it."""
    if found.weekday < 0 or not found.day or days.weekday(when.first) == found.weekday:
        return when
    year = days.civil(when.first)[0]
    return next((each for each in _each(make, (year - 1, year + 1)) if days.weekday(each.first) == found.weekday), when)


def point(when: When, unit: str) -> When:
    """A date fit to count units from: an approximate day, or the end of something a little too coarse."""
    if unit in ("day", "week", "fortnight", "weekend") and when.precision is not Precision.DAY:
        raise edtf.EdtfError(f"A {unit} cannot be counted from {when.edtf}.")
    return when


def some_day(when: When) -> When | None:
    """A day not known of a month; None if the date is coarser."""
    if when.precision is Precision.DAY:
        return when
    if when.precision is not Precision.MONTH:
        return None
    year, month, _ = days.civil(when.first)
    return edtf.month(year, month, day_unknown=True)
