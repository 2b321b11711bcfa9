"""Two dates as one: from one to the other, or listed so that one has its year from the other."""

from collections.abc import Callable

from tui.dates import days, edtf
from tui.dates.expressions import Expression, Shape
from tui.model import Precision, When


def can_range(one: Expression) -> bool:
    """Whether an expression may be one end of a range."""
    settled = one.base is None or one.year_count is not None  # "July last year", but not "last July"
    return one.shape in (Shape.FIXED, Shape.YEARLESS) and settled and one.rule not in ("range", "count_from")


def is_same_kind(one: Expression, other: Expression) -> bool:
    """Whether two dates are of one precision, as the ends of "1914 - 1918" are and "1914 - 28 June 1914" are not."""
    return _kind(one) == _kind(other)


def _kind(one: Expression) -> object:
    when = one.when or (one.make(2000) if one.make else None)
    if when is None:
        return None
    return Precision.MONTH if when.precision is Precision.PART and when.last - when.first < 12 else when.precision


def from_to(one: Expression, other: Expression) -> Expression | None:
    """From one to the other; an end without a year takes the year of the other."""
    try:
        first, last = one.make, other.make
        if one.when and other.when:
            return _fixed(one, other, edtf.interval(one.when, other.when))
        if first and other.when:
            return _fixed(one, other, _backward(first, other.when))
        if one.when and last:
            return _fixed(one, other, _forward(one.when, last))
        if first and last:
            one.stop, one.rule, one.bound = other.stop, "range", ""
            one.make = lambda year: _forward(first(year), last)
            if other.year_count is not None:
                one.year_count, one.base = other.year_count, other.base
            return one
    except edtf.EdtfError:
        return None
    return None


def days_of_week(one: Expression, other: Expression) -> Expression:
    """From one weekday to the next such other one: "from Monday to Wednesday"."""
    length = (other.weekday - one.weekday) % 7

    def made(when: When) -> When:
        if when.precision is not Precision.DAY or not length:
            return when
        last = edtf.from_number(when.first + length)
        return edtf.interval(when, edtf.about(last) if when.approximate else last)

    one.stop, one.rule = other.stop, "range"
    one.modifiers += (made,)
    return one


def _fixed(one: Expression, other: Expression, when: When) -> Expression:
    """The first one made the whole: it stands for both from now on."""
    one.shape, one.stop, one.rule, one.when, one.make, one.bound = Shape.FIXED, other.stop, "range", when, None, ""
    return one


def _backward(make: Callable[[int], When], last: When) -> When:
    year = days.civil(last.first)[0]
    first = make(year)
    return edtf.interval(first if first.first <= last.first else make(year - 1), last)


def _forward(first: When, make: Callable[[int], When]) -> When:
    year = days.civil(first.first)[0]
    last = make(year)
    return edtf.interval(first, last if last.first >= first.first else make(year + 1))


def listed_with(one: Expression, other: Expression, joined: bool) -> Expression | None:
    """A date without a year takes that of the one it is listed with; neighbouring seasons or months become one."""
    if other.when is None or one.make is None or other.when.precision is Precision.YEAR or not is_same_kind(one, other):
        return None
    year = days.civil(other.when.first)[0]
    try:
        when = one.make(year)
        if joined and not one.day and when.last + 1 == other.when.first and "/" not in other.when.edtf:
            return _fixed(one, other, edtf.interval(when, other.when))
        if when.first <= other.when.first:
            one.shape, one.when, one.make = Shape.FIXED, when, None
    except edtf.EdtfError:
        return None
    return None


def share_year(one: Expression, other: Expression) -> None:
    """Give a date the year of the one it is listed before, as each has it in "June, September and December 1943"."""
    if one.make is None or other.when is None or other.when.edtf.startswith(".."):
        return
    first = edtf.parse(other.when.edtf.split("/")[0]) if other.rule == "range" else other.when
    if _kind(one) != first.precision:
        return
    try:
        year = days.civil(first.first)[0]
        when = one.make(year)
        if when.first > first.first:  # "December, January and February 1944"
            when = one.make(year - 1)
            if when.last + 1 != first.first:
                return
    except edtf.EdtfError:
        return
    one.shape, one.when, one.make = Shape.FIXED, when, None


def adjoined(one: Expression, other: Expression) -> Expression | None:
    """A month or season listed before a row of such that it adjoins: "July, August and September 1943"."""
    if one.day or one.make is None or other.when is None or other.rule != "range" or "/" not in other.when.edtf:
        return None
    when = one.make(days.civil(other.when.first)[0])
    if when.last + 1 != other.when.first or when.precision is not edtf.parse(other.when.edtf.split("/")[0]).precision:
        return None
    return _fixed(one, other, edtf.interval(when, other.when))
