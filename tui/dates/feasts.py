"""Feast days as the language files write them: of a fixed day, counted from Easter, or on the nth weekday of a month.

"12-25" is a day, "easter-2" counts days from Easter Sunday, "11-thu-4" is the fourth Thursday of November and
"05-mon-last" the last Monday of May.
"""

from tui.dates import days, edtf
from tui.model import When

_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_EASTER = "easter"
_EARLIEST_WESTERN = 1583


def feast_day(code: str, year: int) -> When:
    """The day a feast falls on in a year. Raises `EdtfError` for Easter before the Gregorian calendar."""
    if code.startswith(_EASTER):
        return edtf.from_number(_easter(year) + int(code.removeprefix(_EASTER) or 0))
    month, second, *nth = code.split("-")
    if not nth:
        return edtf.day(year, int(month), int(second))
    return nth_weekday(year, int(month), _WEEKDAYS.index(second), -1 if nth[0] == "last" else int(nth[0]))


def feast_month(code: str) -> int:
    """The month a feast falls in, of Easter the usual one."""
    return 4 if code.startswith(_EASTER) else int(code[:2])


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> When:
    """The first (1) to fifth, or last (-1), such weekday of a month. Raises `EdtfError` if it has none."""
    whole = edtf.month(year, month)
    if nth == -1:
        return edtf.from_number(whole.last - (days.weekday(whole.last) - weekday) % 7)
    at = whole.first + (weekday - days.weekday(whole.first)) % 7 + 7 * (nth - 1)
    if nth < 1 or at > whole.last:
        raise edtf.EdtfError(f"That month has no {nth}th such weekday.")
    return edtf.from_number(at)


def _easter(year: int) -> int:
    """Day number of Easter Sunday of the Western churches (Meeus, Astronomical Algorithms, ch. 8)."""
    if year < _EARLIEST_WESTERN:
        raise edtf.EdtfError("Easter is counted only from 1583 on.")
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    lean = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * lean) // 451
    month, day = divmod(h + lean - 7 * m + 114, 31)
    return days.number(year, month, day + 1)
