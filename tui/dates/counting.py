"""Counts in days, weeks, months, quarters and years: away from a date, and inside one."""

from tui.dates import days, edtf
from tui.model import Precision, When

_WEEK, _MONTH = 6, 31
"""Days from the first of one to its last, at most."""

_DAYS = {"day": 1, "week": 7, "fortnight": 14}
_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}


def shift(when: When, count: int, unit: str) -> When:
    """The day, week, month ... that lies `count` units from the one a date is in.

    Raises `EdtfError` where the date is coarser than the unit, so that nothing can be counted from it.
    """
    reach = when.last - when.first
    year, month, _ = days.civil(when.first)
    if unit == "day" and reach == 0:
        return edtf.from_number(when.first + count)
    if unit in ("week", "fortnight", "weekend") and reach <= 6:
        monday = when.first - days.weekday(when.first) + count * (14 if unit == "fortnight" else 7)
        first = monday + 5 if unit == "weekend" else monday
        return edtf.interval(edtf.from_number(first), edtf.from_number(monday + 6))
    if unit == "month" and reach <= 31:
        return edtf.month(*days.add_months(year, month, count))
    if unit == "quarter" and reach <= 92:
        first_month = (month - 1) // 3 * 3 + 1
        start = days.add_months(year, first_month, 3 * count)
        return edtf.interval(edtf.month(*start), edtf.month(*days.add_months(*start, 2)))
    if unit == "year" and reach <= 366:
        return edtf.year(year + count)
    if unit == "decade" and reach <= 3653:
        return edtf.decade((year // 10 + count) * 10)
    if unit == "century" and reach <= 36525:
        return edtf.about(edtf.year(year + count * 100)) if count else edtf.century(year // 100 * 100)
    raise edtf.EdtfError(f"A {unit} cannot be counted from {when.edtf}.")


def counterpart(when: When, count: int, unit: str) -> When:
    """The day, week or month that stands where a date stands, `count` units away: "five years ago yesterday".

    Raises `EdtfError` where the date is longer than a month, or as long as the unit.
    """
    reach = when.last - when.first
    months = count * _MONTHS.get(unit, 0)
    if reach == 0 and unit in _DAYS:
        return edtf.from_number(when.first + count * _DAYS[unit])
    if not months or reach > _MONTH or (unit == "month" and reach > _WEEK):
        raise edtf.EdtfError(f"No {unit} leads from {when.edtf} to one of its kind.")
    year, month, day = days.civil(when.first + reach // 2)
    year, month = days.add_months(year, month, months)
    if reach > _WEEK:
        return edtf.month(year, month)
    there = edtf.day(year, month, min(day, days.month_length(year, month)))
    return there if reach == 0 else shift(there, 0, "week")


class NotSoMany(edtf.EdtfError):
    """A date has such units, but fewer of them: the third half of a year."""


def nth_unit(when: When, nth: int, unit: str) -> When:
    """The nth day, week, month, quarter, half or decade of a date, -1 its last.

    Raises `EdtfError` if it has no such units, `NotSoMany` if it has fewer of them.
    """
    found = _nth_unit(when, nth, unit)
    if unit != "week" and not when.first <= found.first <= found.last <= when.last:
        raise NotSoMany(f"{when.edtf} has no {unit} of that number.")
    return found


def _nth_unit(when: When, nth: int, unit: str) -> When:
    year, month, _ = days.civil(when.first)
    if unit == "part":
        return edtf.part(when, edtf.EARLY if nth == 1 else edtf.LATE if nth == -1 else edtf.MID)
    if unit in ("half", "quarter"):
        if when.precision is Precision.DECADE:
            return _part_of_years(when, nth, 2 if unit == "half" else 4)
        length = 6 if unit == "half" else 3
        months = (days.civil(when.last)[0] - year) * 12 + days.civil(when.last)[1] - month + 1
        if months % length and unit == "quarter":
            raise edtf.EdtfError("That has no quarters.")
        if when.precision is Precision.MONTH and unit == "half":
            middle = when.first + 14
            if nth not in (1, 2, -1):
                raise NotSoMany("A month has two halves.")
            return (
                edtf.interval(edtf.from_number(when.first), edtf.from_number(middle))
                if nth == 1
                else edtf.interval(edtf.from_number(middle + 1), edtf.from_number(when.last))
            )
        index = months // length - 1 if nth == -1 else nth - 1
        first = edtf.month(*days.add_months(year, month, index * length))
        return edtf.interval(first, edtf.month(*days.add_months(year, month, index * length + length - 1)))
    if unit == "month":
        months = (days.civil(when.last)[0] - year) * 12 + days.civil(when.last)[1] - month
        return edtf.month(*days.add_months(year, month, months if nth == -1 else nth - 1))
    if unit == "week":
        return _nth_week(when, nth)
    if unit == "day":
        at = when.last if nth == -1 else when.first + nth - 1
        return edtf.from_number(at)
    if unit == "year":
        return edtf.year(days.civil(when.last)[0] if nth == -1 else year + nth - 1)
    if unit == "decade":
        return edtf.decade(days.civil(when.last)[0] // 10 * 10 if nth == -1 else year + 10 * (nth - 1))
    raise edtf.EdtfError(f"That has no {unit}s.")


def _nth_week(when: When, nth: int) -> When:
    """The nth week of Monday to Sunday that begins in a month, of a year by ISO 8601; -1 the last that ends in it.

    About, for many count weeks from the first day instead.
    """
    days_in = when.first + (3 if when.precision is Precision.YEAR else 6)
    begin = days_in - days.weekday(days_in) + 7 * (nth - 1)
    if nth == -1:
        begin = when.last - 6 - days.weekday(when.last - 6)
    if not when.first - 3 <= begin <= when.last:
        raise edtf.EdtfError("That has no such week.")
    return edtf.about(edtf.interval(edtf.from_number(begin), edtf.from_number(begin + 6)))


def _part_of_years(when: When, nth: int, parts: int) -> When:
    """A half or quarter of a decade or century. Raises `EdtfError` if it has no such part of whole years."""
    year = days.civil(when.first)[0]
    length, left = divmod(days.civil(when.last)[0] - year + 1, parts)
    index = parts - 1 if nth == -1 else nth - 1
    if left:
        raise edtf.EdtfError("That has no such parts.")
    if not 0 <= index < parts:
        raise NotSoMany("That has no such part.")
    return edtf.interval(edtf.year(year + length * index), edtf.year(year + length * (index + 1) - 1))


def first_units(when: When, count: int, unit: str) -> When:
    """The first so many units of a date, the last ones if `count` is negative. Raises `EdtfError` if it has none."""
    one, other = (1, count) if count > 0 else (count, -1)
    if count < 0 and unit == "month":
        (year, month, _), (end, last, _) = days.civil(when.first), days.civil(when.last)
        other = (end - year) * 12 + last - month + 1
        one, other = other + count + 1, other
    elif count < 0 and unit == "year":
        last = days.civil(when.last)[0]
        return edtf.interval(edtf.year(last + count + 1), edtf.year(last))
    elif count < 0 and unit in ("day", "week"):
        length = -count * (7 if unit == "week" else 1)
        return edtf.interval(edtf.from_number(when.last - length + 1), edtf.from_number(when.last))
    return edtf.interval(nth_unit(when, one, unit), nth_unit(when, other, unit))
