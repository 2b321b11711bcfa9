"""Rules for dates written in figures: ISO dates, 26/01/2007, 03/2015, "on 4/22", 9/11."""

from collections.abc import Callable
from functools import cache

from tui.dates import edtf
from tui.dates.expressions import KNOWN_DAY, Expression, Make
from tui.dates.numeric import iso as iso_date
from tui.dates.numeric import numeric as numeric_date
from tui.dates.row import Row
from tui.model import DateOrder, When

_BEFORE_DAY = frozenset(["on", "since", "until", "till", "before", "after", "by", "dated"])
_BEFORE_RANGE = frozenset(["from", "to", "through", "between", "and"])
_LONGEST_MONTH = 12
_LIKELY_FROM, _LIKELY_TO = 1800, 2100
_SEPTEMBER_11 = edtf.day(2001, 9, 11)


def iso(row: Row, rule: str, i: int, j: int) -> list[Expression]:
    """2007-01-26."""
    return row.fixed(rule, i, j, iso_date(str(row.values[i])))


def numeric(row: Row, rule: str, i: int, j: int) -> list[Expression]:
    """26/01/2007."""
    return row.fixed(rule, i, j, numeric_date(str(row.values[i]), row.order))


def dotted(row: Row, rule: str, i: int, j: int) -> list[Expression]:
    """26. 1. 2007, the day first; a dot belongs to the number before it."""
    starts, ends = row.tokens.starts, row.tokens.ends
    if ends[i] != starts[i + 1] or ends[i + 2] != starts[i + 3]:
        return []
    return row.fixed(rule, i, j, edtf.day(row.number(j - 1), row.number(i + 2), row.number(i)))


def slashed_month(row: Row, rule: str, i: int, j: int) -> list[Expression]:
    """03/2015; one figure before a round number is half of a fraction."""
    month, year = row.number(i), row.number(j - 1)
    stands = len(row.tokens.word(i)) == 2 or year % 100 != 0
    if month > _LONGEST_MONTH or not _LIKELY_FROM <= year <= _LIKELY_TO or not stands or not _is_tight(row, i):
        return row.fixed("year", j - 1, j, edtf.year(year)) if year >= _LIKELY_FROM else []
    return row.fixed(rule, i, j, edtf.month(year, month))


def slashed_day(row: Row, rule: str, i: int, j: int) -> list[Expression]:
    """9/11; "on 4/22", whose year the story gives; a bare pair of figures is a fraction or a score."""
    if not _is_tight(row, i):
        return []
    one, other = row.number(i), row.number(j - 1)
    if row.tokens.word(i) == "9" and row.tokens.word(j - 1) == "11" and row.tokens.word(i - 1).lower() != "of":
        return row.fixed(KNOWN_DAY, i, j, _SEPTEMBER_11)
    before = row.tokens.word(i - 1).lower() if i else ""
    if before not in _BEFORE_DAY and not (before in _BEFORE_RANGE and one > other):
        return []
    make = _in_any(one, other, row.order)
    if make is None:
        return []
    month = one if row.order is not DateOrder.DMY and one <= _LONGEST_MONTH else other
    return row.yearly(rule, i, j, make, month, j, one if month == other else other)


@cache
def _in_any(one: int, other: int, order: DateOrder | None) -> Make | None:
    """What makes a day of two figures in each order they can have; None if they can have none."""
    makers = [maker for each in _orders(order) if (maker := _maker(one, other, each))]
    if not makers:
        return None
    return lambda year: edtf.either([maker(year) for maker in makers])


def _orders(order: DateOrder | None) -> tuple[DateOrder, ...]:
    if order is None or order is DateOrder.YMD:
        return (DateOrder.MDY, DateOrder.DMY)
    return (order,)


def _maker(one: int, other: int, order: DateOrder) -> Callable[[int], When] | None:
    month, day = (one, other) if order is DateOrder.MDY else (other, one)
    if month > _LONGEST_MONTH:
        return None
    return lambda year: edtf.day(year, month, day)


def _is_tight(row: Row, i: int) -> bool:
    """Whether no space stands on either side of the stroke after token `i`."""
    starts, ends = row.tokens.starts, row.tokens.ends
    return ends[i] == starts[i + 1] and ends[i + 1] == starts[i + 2]
