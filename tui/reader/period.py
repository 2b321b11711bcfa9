"""A stretch of the calendar as a reader types it: "2007-01..2007-06", "spring 2007", "since 2008"."""

import re
from dataclasses import dataclass

from tui.dates.days import number
from tui.dates.words import describe
from tui.model import OPEN_FUTURE, OPEN_PAST, When


@dataclass(frozen=True, slots=True)
class Period:
    """From one day to another, both included."""

    first: int
    """Day number of the first day; `OPEN_PAST` without a beginning."""
    last: int
    """Day number of the last day; `OPEN_FUTURE` without an end."""
    words: str
    """It in words for people."""


_YEARS = re.compile(r"\s*(\d{4})\s*[-–—]\s*(\d{4})\s*")
_TO = re.compile(r"\s*(?:\.\.+|…)\s*")


def read_period(typed: str) -> Period | None:
    """What was typed as a period; None if it is none, or ends before it begins.

    Two dates with ".." between them, either of which may be left out; two years with a dash; or anything the date
    editor takes for one date, in words or EDTF.
    """
    if years := _YEARS.fullmatch(typed):
        typed = f"{years[1]}..{years[2]}"
    first, *rest = _TO.split(typed, maxsplit=1)
    if not rest:
        return _of(_date(first))
    begin, end = _date(first), _date(rest[0])
    if (first.strip() and begin is None) or (rest[0].strip() and end is None) or (begin is end is None):
        return None
    if begin is None:
        return Period(OPEN_PAST, end.last, f"until {describe(end)}") if end is not None else None
    if end is None:
        return Period(begin.first, OPEN_FUTURE, f"from {describe(begin)} on")
    if begin.first > end.last:
        return None
    return Period(begin.first, end.last, f"{describe(begin)} – {describe(end)}")


def year_of(year: int) -> Period:
    """A whole year of our era."""
    return Period(number(year), number(year + 1) - 1, str(year))


def _of(when: When | None) -> Period | None:
    if when is None or (when.first <= OPEN_PAST and when.last >= OPEN_FUTURE):
        return None
    return Period(when.first, when.last, describe(when))


def _date(typed: str) -> When | None:
    if not typed.strip():
        return None
    from tui.dates.typed import read_typed  # late: it brings the grammar of dates

    return read_typed(typed.strip())
