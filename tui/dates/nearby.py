"""Which of the days, months or seasons of that name is meant: the one nearest, before or after a day."""

from tui.dates import days, edtf
from tui.dates.expressions import Expression, Make
from tui.model import Precision, When

_STALE = 300


def nearest(make: Make, day: int) -> When:
    """The one whose middle lies nearest to a day."""
    year = days.civil(day)[0]
    return min(
        (make(each) for each in (year, year - 1, year + 1)), key=lambda when: abs((when.first + when.last) // 2 - day)
    )


def before(make: Make, day: int) -> When:
    """The last one that has begun by a day; but the coming one where that lies the better part of a year back."""
    year = days.civil(day)[0]
    last = next(when for when in map(make, (year, year - 1, year - 2)) if when.first <= day)
    return after(make, day) if last.last < day - _STALE else last


def after(make: Make, day: int) -> When:
    """The first one that has not ended before a day."""
    year = days.civil(day)[0]
    return next(when for when in map(make, (year - 1, year, year + 1, year + 2)) if when.last >= day)


def on_weekday(found: Expression, make: Make, when: When) -> When:
    """The same day a year later or earlier, if only that falls on the weekday named beside it."""
    if found.weekday < 0 or not found.day or days.weekday(when.first) == found.weekday:
        return when
    year = days.civil(when.first)[0]
    beside = (make(each) for each in (year - 1, year + 1))
    return next((each for each in beside if days.weekday(each.first) == found.weekday), when)


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
