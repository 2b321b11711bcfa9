"""EDTF (ISO 8601-2) values: made and read; printing one is its `edtf` field.

What is printed is level 1 with one thing of level 2, the choice `[2007-03-04,2007-04-03]` for a numeric date whose
order nothing settles. What is read is a little wider and is brought to the printed form.
"""

import re
from dataclasses import replace
from datetime import date
from functools import lru_cache

from tui.dates import days
from tui.model import OPEN_FUTURE, OPEN_PAST, Precision, When

EARLY, MID, LATE = 0, 1, 2
"""Which third of a month, a year, a decade or a century is meant."""

_KEPT = 4096
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14)}
_DATE = re.compile(
    r"(?P<year>Y?-?\d+)(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?)?(?:T[0-9:.Z+-]+)?(?P<mark>[~?%]?)"
    r"|(?P<masked>-?\d\d[\dX]X)(?P<masked_mark>[~?%]?)"
)
_DECADE_PARTS = ((0, 4), (4, 6), (5, 9))
"""Early and late are halves, as most people use them of a decade; mid is around its middle."""
_CENTURY_THIRDS = ((0, 33), (34, 66), (67, 99))


class EdtfError(ValueError):
    """A text is no date this program can use; the message is a sentence for people."""


@lru_cache(_KEPT)
def day(year: int, month: int, day_of_month: int) -> When:
    """One day. Raises `EdtfError` if the calendar has none such."""
    _check_year(year)
    if not days.is_day(year, month, day_of_month):
        raise EdtfError(f"The calendar has no day {_year(year)}-{month:02}-{day_of_month:02}.")
    at = days.number(year, month, day_of_month)
    return When(at, at, Precision.DAY, False, f"{_year(year)}-{month:02}-{day_of_month:02}")


def from_number(day_number: int) -> When:
    """The day with a day number."""
    return day(*days.civil(day_number))


@lru_cache(_KEPT)
def month(year: int, month_of_year: int, *, day_unknown: bool = False) -> When:
    """One month, or a day of it that is not known. Raises `EdtfError` for a month that is not 1 to 12."""
    _check_year(year)
    if not 1 <= month_of_year <= 12:
        raise EdtfError(f"A year has no month {month_of_year}.")
    text = f"{_year(year)}-{month_of_year:02}" + ("-XX" if day_unknown else "")
    first = days.number(year, month_of_year)
    return When(first, days.month_end(year, month_of_year), Precision.MONTH, False, text)


@lru_cache(_KEPT)
def season(year: int, number: int) -> When:
    """Spring, summer, autumn or winter (21 to 24) of the year it begins in. Raises `EdtfError` for another number."""
    _check_year(year)
    if number not in _SEASONS:
        raise EdtfError(f"There is no month and no season {number}; 21 is spring, 24 is winter.")
    first, last = _SEASONS[number]
    end = days.month_end(*days.add_months(year, 1, last - 1))
    return When(days.number(year, first), end, Precision.SEASON, False, f"{_year(year)}-{number}")


@lru_cache(_KEPT)
def year(value: int) -> When:
    """One year; astronomical, so 0 is 1 BC. Raises `EdtfError` beyond the years this program counts."""
    _check_year(value, whole=True)
    return When(days.number(value), days.number(value, 12, 31), Precision.YEAR, False, _year(value))


def decade(first: int) -> When:
    """The ten years that begin with `first`, a multiple of ten. Raises `EdtfError` unless it is of 0 to 9990."""
    _check_masked(first)
    return When(days.number(first), days.number(first + 9, 12, 31), Precision.DECADE, False, f"{first // 10:03}X")


def century(first: int) -> When:
    """The hundred years that begin with `first`, a multiple of a hundred. Raises `EdtfError` beyond 0 to 9900."""
    _check_masked(first)
    return When(days.number(first), days.number(first + 99, 12, 31), Precision.DECADE, False, f"{first // 100:02}XX")


def part(whole: When, third: int) -> When:
    """Early, mid or late in a month, year, decade or century: its first, middle or last third, about."""
    y, m, _ = days.civil(whole.first)
    if whole.precision is Precision.MONTH:
        last = (10, 20, days.month_length(y, m))[third]
        one, two = day(y, m, (1, 11, 21)[third]), day(y, m, last)
    elif whole.precision is Precision.YEAR:
        one, two = month(y, 1 + 4 * third), month(y, 4 + 4 * third)
    elif whole.precision is Precision.DECADE:
        long = whole.last - whole.first > 4000
        offsets = (_CENTURY_THIRDS if long else _DECADE_PARTS)[third]
        one, two = year(y + offsets[0]), year(y + offsets[1])
    else:
        return about(whole)
    return When(one.first, two.last, Precision.PART, True, f"{one.edtf}~/{two.edtf}~")


@lru_cache(_KEPT)
def interval(first: When | None, last: When | None) -> When:
    """From one date to another; None is an open end. Raises `EdtfError` if it would end before it begins."""
    if first is None and last is None:
        raise EdtfError("An interval needs at least one end.")
    if first and last and (first.precision is Precision.SEASON) != (last.precision is Precision.SEASON):
        first, last = _by_month(first), _by_month(last)  # ISO 8601-2 does not order a season among months
    start, begin = (OPEN_PAST, "..") if first is None else (first.first, _head(first))
    end, finish = (OPEN_FUTURE, "..") if last is None else (last.last, _tail(last))
    if start > end or (first and last and first.first > last.first):
        raise EdtfError(f"{begin}/{finish} ends before it begins.")
    approximate = bool((first and first.approximate) or (last and last.approximate))
    return _named(When(start, end, Precision.INTERVAL, approximate, f"{begin}/{finish}"))


def either(readings: list[When]) -> When:
    """One of several dates, nothing saying which: the bounds span all of them; one reading alone is itself."""
    by_value = {reading.edtf: reading for reading in sorted(readings, key=lambda one: one.key)}
    if len(by_value) == 1:
        return next(iter(by_value.values()))
    first, last = min(one.first for one in readings), max(one.last for one in readings)
    return When(first, last, Precision.INTERVAL, True, f"[{','.join(by_value)}]")


def about(when: When) -> When:
    """The same date said to be approximate."""
    if when.approximate or ("X" in when.edtf[-1:] and "-" in when.edtf[1:]):
        return when
    if when.precision is Precision.DECADE or "/" in when.edtf:
        head, tail = _head(when), _tail(when)
        text = "/".join(end if end == ".." or end[-1] in "~?%X" else end + "~" for end in (head, tail))
        return replace(when, approximate=True, edtf=text)
    return replace(when, approximate=True, edtf=when.edtf + "~")


def parse(text: str, *, said: str = "", rule: str = "") -> When:
    """The value of an EDTF text; `said` and `rule` are put on it. Raises `EdtfError` with a sentence."""
    cleaned = text.strip()
    if not cleaned:
        raise EdtfError("An empty text is no date.")
    if cleaned[0] == "[" and cleaned[-1] == "]":
        when = either([_date(item.strip()) for item in cleaned[1:-1].split(",")])
    elif "/" in cleaned:
        head, _, tail = cleaned.partition("/")
        first = None if head in ("", "..") else _date(head)
        last = None if tail in ("", "..") else _date(tail)
        when = interval(first, last)
    else:
        when = _date(cleaned)
    return replace(when, said=said, rule=rule)


def from_toml(value: object) -> When:
    """The value of a date in a TOML file: an EDTF string, a TOML date or time, or a bare year. Raises `EdtfError`."""
    if isinstance(value, str):
        return parse(value)
    if isinstance(value, date):  # a datetime is one too
        return day(value.year, value.month, value.day)
    if isinstance(value, int) and not isinstance(value, bool):
        return year(value)
    raise EdtfError(f"{value!r} is no date; write it like 2007, 2007-01 or 2007-01-26.")


def _date(text: str) -> When:
    match = _DATE.fullmatch(text)
    if match is None:
        raise EdtfError(f'"{text}" is no EDTF date; write it like 2007, 2007-01, 2007-01-26 or 2006-10/2007-02.')
    if match["masked"]:
        when, mark = _masked(match["masked"]), match["masked_mark"]
        return about(when) if mark else when
    digits = match["year"]
    if len(digits.lstrip("Y-")) != 4 and digits[0] != "Y":
        raise EdtfError(f'"{text}" is no EDTF date: a year has four digits, as in 0476.')
    when = _plain(int(digits.lstrip("Y")), match["month"], match["day"])
    if not match["mark"]:
        return when
    return replace(when, approximate=True, edtf=when.edtf + match["mark"])


def _plain(y: int, m: str | None, d: str | None) -> When:
    if m is None:
        return year(y)
    if m == "XX":
        if d not in (None, "XX"):
            raise EdtfError("A day of an unknown month is more than this program can place.")
        return replace(year(y), edtf=f"{_year(y)}-XX" + ("-XX" if d else ""))
    if int(m) > 12:
        if d is not None:
            raise EdtfError("A season has no day.")
        return season(y, int(m))
    if d is None or d == "XX":
        return month(y, int(m), day_unknown=d is not None)
    return day(y, int(m), int(d))


def _masked(text: str) -> When:
    negative, digits = text[0] == "-", text.lstrip("-")
    span = 100 if digits[2] == "X" else 10
    low = int(digits.replace("X", "0"))
    if not negative:
        return century(low) if span == 100 else decade(low)
    # -01XX is the years -0199 to -0100: masked digits count away from zero.
    first, last = days.number(-(low + span - 1)), days.number(-low, 12, 31)
    return When(first, last, Precision.DECADE, False, text)


def _named(when: When) -> When:
    """An interval that has a name of its own, such as early 2007 or about the 1950s, gets that precision."""
    if not when.approximate or when.edtf.count("~") != 2 or "X" in when.edtf:
        return when
    y, m, _ = days.civil(when.first)
    if 0 <= y <= 9999 and when.edtf in (about(whole).edtf for whole in (decade(y // 10 * 10), century(y // 100 * 100))):
        return replace(when, precision=Precision.DECADE)
    wholes = [year(y), month(y, m)]
    if 0 <= y <= 9999:
        wholes += [decade(y // 10 * 10), century(y // 100 * 100)]
    if any(part(whole, third).edtf == when.edtf for whole in wholes for third in (EARLY, MID, LATE)):
        return replace(when, precision=Precision.PART)
    return when


def _by_month(when: When) -> When:
    """A season as the three months it is; anything else as it is."""
    if when.precision is not Precision.SEASON:
        return when
    mark = when.edtf[-1] if when.approximate else ""
    begin, end = (month(*days.civil(at)[:2]).edtf + mark for at in (when.first, when.last))
    return replace(when, precision=Precision.INTERVAL, edtf=f"{begin}/{end}")


def _head(when: When) -> str:
    """The EDTF of where a date begins, fit to stand before the stroke of an interval."""
    if when.edtf[0] == "[":
        return from_number(when.first).edtf
    if when.precision is Precision.DECADE:
        return _year(days.civil(when.first)[0])
    return when.edtf.partition("/")[0].removesuffix("-XX").removesuffix("-XX")


def _tail(when: When) -> str:
    """The EDTF of where a date ends, fit to stand after the stroke of an interval."""
    if when.edtf[0] == "[":
        return from_number(when.last).edtf
    if when.precision is Precision.DECADE:
        return _year(days.civil(when.last)[0])
    return when.edtf.rpartition("/")[2].removesuffix("-XX").removesuffix("-XX")


def _year(value: int) -> str:
    if -9999 <= value <= 9999:
        return f"{value:05}" if value < 0 else f"{value:04}"
    return f"Y{value}"


def _check_masked(first: int) -> None:
    """Raise `EdtfError` for a decade or century that does not lie in the years of four digits."""
    if not 0 <= first <= 9999:
        raise EdtfError(f"Of the years from {first} on no decade or century can be said.")


def _check_year(value: int, *, whole: bool = False) -> None:
    """Raise `EdtfError` beyond the years counted; years of five figures have, in EDTF, no months."""
    if not whole and not -9999 <= value <= 9999:
        raise EdtfError(f"Of the year {value} only the year itself can be said.")
    if not days.FIRST_YEAR <= value <= days.LAST_YEAR:
        raise EdtfError(f"The year {value} is further away than this program counts.")
