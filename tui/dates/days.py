"""The calendar as arithmetic: day numbers from years, months and days, before year 1 as well.

A day number counts days of the proleptic Gregorian calendar, 1 being 0001-01-01, as `datetime.date.toordinal` does;
`datetime` itself ends at year 1, and historians do not. Years are astronomical: 0 is 1 BC, -1 is 2 BC.
"""

from functools import lru_cache

FIRST_YEAR = -27_000
"""The earliest year that has day numbers of its own; what lies before is refused."""

LAST_YEAR = 27_000
"""The latest year that has day numbers of its own; what lies after is refused."""

_DAYS = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_BEFORE = (0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)


def is_leap(year: int) -> bool:
    """Whether the year has a 29 February."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def month_length(year: int, month: int) -> int:
    """Number of days of a month (1 to 12)."""
    return 29 if month == 2 and is_leap(year) else _DAYS[month]


def is_day(year: int, month: int, day: int) -> bool:
    """Whether the calendar has that day."""
    return 1 <= month <= 12 and 1 <= day <= month_length(year, month)


def number(year: int, month: int = 1, day: int = 1) -> int:
    """Day number of a day the calendar has."""
    before = year - 1
    leap = 1 if month > 2 and is_leap(year) else 0
    return before * 365 + before // 4 - before // 100 + before // 400 + _BEFORE[month] + leap + day


@lru_cache(4096)
def civil(day_number: int) -> tuple[int, int, int]:
    """Year, month and day of a day number."""
    rest = day_number - 1
    cycles, rest = divmod(rest, 146_097)
    year = rest * 400 // 146_097 + 1 + cycles * 400
    if number(year + 1) <= day_number:
        year += 1
    month = 12
    while month > 1 and number(year, month) > day_number:
        month -= 1
    return year, month, day_number - number(year, month) + 1


def month_end(year: int, month: int) -> int:
    """Day number of a month's last day."""
    return number(year, month, month_length(year, month))


def add_months(year: int, month: int, count: int) -> tuple[int, int]:
    """Year and month that lie `count` months after a month, or before it if negative."""
    months = year * 12 + month - 1 + count
    return months // 12, months % 12 + 1


def weekday(day_number: int) -> int:
    """Day of the week, Monday being 0."""
    return (day_number - 1) % 7
