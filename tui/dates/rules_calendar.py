"""Rules for dates of the calendar, with or without their year: days, months, seasons, quarters, years."""

from functools import cache

from tui.dates import days as calendar
from tui.dates import edtf
from tui.dates.expressions import NO_SUCH, Base, Expression, Make, Shape
from tui.dates.feasts import feast_day, feast_month
from tui.dates.feasts import nth_weekday as nth_weekday_of
from tui.dates.row import BASES, Row
from tui.model import When


def nth_weekday(row: Row, rule: str, i: int, j: int) -> list[Expression]:
    """The first Monday of May."""
    ordinal, weekday, month = row.at("oL", i, j), row.at("W", i, j), row.at("M", i, j)
    nth, day = row.number(ordinal), row.number(weekday)
    if month < 0:
        if row.classes[ordinal] == "L" and row.unit(i, j) != "month":  # "last Friday of that week"
            return relative_name(row, "relative_name", i, weekday + 1)
        return _nth_weekday_of(row, rule, i, j, nth, day)
    of = row.number(month)
    try:
        return row.yearly(rule, i, j, lambda year: nth_weekday_of(year, of, day, nth), of, month + 1)
    except edtf.EdtfError:  # the fifth Monday of a month that has four: not that month either
        return [Expression(Shape.UNKNOWN, i, j, NO_SUCH)]


def _nth_weekday_of(row: Row, rule: str, i: int, j: int, nth: int, weekday: int) -> list[Expression]:
    """The first Friday of last month, of the month."""
    if row.unit(i, j) != "month":
        return [
            Expression(Shape.WEEKDAY, index, index + 1, "weekday", weekday=weekday) for index in (row.at("W", i, j),)
        ]
    index = row.at("LHRqQ", i, j)
    base = BASES[row.classes[index]] if index >= 0 else Base.PRIOR
    count = row.number(index) if index >= 0 else 0
    found = Expression(Shape.SHIFT, i, j, rule, count=count, unit="month", base=base)
    found.modifiers = (lambda when: nth_weekday_of(*calendar.civil(when.first)[:2], weekday, nth),)
    return [found]


def days(row: Row, rule: str, i: int, j: int) -> list[Expression]:
    """March 5-7, the 6th and 9th of August 1945."""
    month = row.at("M", i, j)
    of = row.number(month)
    days = [index for index in range(i, j) if row.classes[index] in "do"]
    tail = max(month, days[-1]) + 1
    first, last = row.number(days[0]), row.number(days[-1])
    listed = "&" in row.classes[i:tail] and not (i > 0 and row.classes[i - 1] == "b")
    if not listed and first < last:

        def make(year: int) -> When:
            return edtf.interval(edtf.day(year, of, first), edtf.day(year, of, last))

        return row.yearly(rule, i, j, make, of, tail, first)
    found: list[Expression] = []
    for place, index in enumerate(days):
        start = i if place == 0 else index
        stop = j if place == len(days) - 1 else index + 1
        found += row.yearly(rule, start, stop, _day_maker(of, row.number(index)), of, tail, row.number(index))
    year = row.year(tail, j)
    if year is None and not listed and first > last:
        return found[-1:]  # "5th to 4th of May": a slip, and no year less a day
    if year is not None:
        for one in found:
            if one.make:
                one.shape, one.when = Shape.FIXED, one.make(year)
    return found


def day(row: Row, rule: str, i: int, j: int) -> list[Expression]:
    """January 26, 2007; 26 January; the 12th of October."""
    month = row.classes.find("M", i, j)
    of, index = row.number(month), row.at("do", i, j)
    tail = max(month, index) + 1
    day = row.number(index)
    if row.classes[i] == "Y":  # "2019-Aug-01"
        return row.fixed(rule, i, j, edtf.day(row.number(i), of, row.number(j - 1)))
    short = row.at("nd", tail, j) if tail < j else -1
    if short >= 0:  # "23 Aug 88", "26 Jan 07"
        year = _short_year(row.tokens.word(short), row.classes[short - 1] in "-/")
        if year is None:
            end = short - (row.classes[short - 1] in "-/")
            return row.yearly(rule, i, end, _day_maker(of, day), of, tail, day)
        return row.fixed(rule, i, j, edtf.day(year, of, day))
    return row.yearly(rule, i, j, _day_maker(of, day), of, tail, day)


def _short_year(word: str, joined: bool) -> int | None:
    """The year two figures after a day and a month stand for, or None if they are no year."""
    if len(word) != 2 or not (joined or word[0] == "0" or int(word) >= 32):
        return None
    return int(word) + (2000 if int(word) < 32 else 1900)


def month(row: Row, rule: str, i: int, j: int) -> list[Expression]:
    """January 2007, March of the same year."""
    index = row.at("M", i, j)
    of = row.number(index)
    if row.classes[i] == "Y":  # "2016-Nov"
        return row.fixed(rule, i, j, edtf.month(row.number(i), of))
    return row.yearly(rule, i, j, _month_maker(of), of, i + 1)


def bare_month(row: Row, rule: str, i: int, j: int) -> list[Expression]:
    """In March."""
    return month(row, rule, i, j)


def season(row: Row, rule: str, i: int, j: int) -> list[Expression]:
    """The spring of 2008, winter 1776-77."""
    season = row.number(i)
    year = row.at("Y", i, j)
    spans = year >= 0 and j - year > 1 and row.classes[j - 1] != "w"
    if spans and row.number(j - 1) % 100 != (row.number(year) + 1) % 100:
        return row.yearly(rule, i, year + 1, _season_maker(season), _season_month(season), i + 1)
    return row.yearly(rule, i, j, _season_maker(season), _season_month(season), i + 1)


def bare_season(row: Row, rule: str, i: int, j: int) -> list[Expression]:
    """In summer."""
    return season(row, rule, i, j)


def feast(row: Row, rule: str, i: int, j: int) -> list[Expression]:
    """Christmas Eve 1914."""
    code = str(row.values[i])
    month = feast_month(code)
    fixed = code[-2:].isdecimal() and len(code) == 5
    day = int(code[3:]) if fixed else 1
    return row.yearly(rule, i, j, lambda year: feast_day(code, year), month, i + 1, day)


def relative_name(row: Row, rule: str, i: int, j: int) -> list[Expression]:
    """Last March, that summer, next Friday."""
    index, name = row.at("LHRqQ", i, j), row.at("MSWF", i, j)
    letter, value = row.classes[name], row.number(name)
    if letter == "W":
        found = Expression(Shape.WEEKDAY, i, j, rule, weekday=value)
    elif letter == "M" and (day := row.at("do", name, j)) >= 0:
        number = row.number(day)
        found = row.yearly(rule, i, j, _day_maker(value, number), value, j, number)[0]
    elif letter == "M":
        found = row.yearly(rule, i, j, _month_maker(value), value, j)[0]
    elif letter == "S":
        found = row.yearly(rule, i, j, _season_maker(value), _season_month(value), j)[0]
    else:
        found = feast(row, rule, name, name + 1)[0]
        found.first, found.stop = i, j
    found.base, found.count = BASES[row.classes[index]], row.number(index)
    return [found]


def name_beyond(row: Row, rule: str, i: int, j: int) -> list[Expression]:
    """The Tuesday before last, the summer after next."""
    (found,) = relative_name(row, rule, i, j)
    found.base, found.count = Base.NOW, 2 if row.classes[j - 1] == "R" else -2
    return [found]


def years(row: Row, rule: str, i: int, j: int) -> list[Expression]:
    """1937-41."""
    first, last = row.number(i), row.number(j - 1)
    if row.classes[j - 1] != "Y":
        digits = len(row.tokens.word(j - 1))
        tight = row.tokens.ends[j - 1] - row.tokens.starts[i] == digits + 5
        if tight and 1 <= last <= 12 and last <= first % 100 and (digits == 2 or row.tokens.word(i + 1) == "/"):
            return row.fixed("month", i, j, edtf.month(first, last))  # "2016-11"
        last += first // 100 * 100 if digits == 2 else 0
    if last <= first:
        return row.fixed("year", i, i + 1, edtf.year(first))
    return row.fixed(rule, i, j, edtf.interval(edtf.year(first), edtf.year(last)))


def fiscal_year(row: Row, rule: str, i: int, j: int) -> list[Expression]:
    """FY2009, fiscal year 2009, FY09: about that year, for where it begins is not said."""
    first = row.at("Ydn", i, j)
    number, word = row.number(first), row.tokens.word(first)
    if row.classes[first] != "Y" and (len(word) != 2 or row.classes[first - 1] == "y"):
        return []
    found = years(row, rule, first, j) if j - first > 1 else row.fixed(rule, i, j, edtf.year(_of_two(word, number)))
    for one in found:
        one.first, one.rule, one.when = i, rule, edtf.about(one.when) if one.when else None
    return found


def _of_two(word: str, number: int) -> int:
    return number if len(word) > 2 else number + (2000 if number < 50 else 1900)


def year_word(row: Row, rule: str, i: int, _j: int) -> list[Expression]:
    """The year 314."""
    if row.number(i + 1) < 40 and row.classes[i + 1] == "d":
        return []
    return row.fixed(rule, i + 1, i + 2, edtf.year(row.number(i + 1)))


def year(row: Row, rule: str, i: int, j: int) -> list[Expression]:
    """2007."""
    return row.fixed(rule, i, j, edtf.year(row.number(i)))


def quarter(row: Row, rule: str, i: int, j: int) -> list[Expression]:
    """The third quarter of 2009, the first half of 2008, Q3."""
    unit = row.at("Uh$", i, j)
    length = 6 if row.classes[unit] == "h" else 3
    if row.classes[unit] == "U" and row.values[unit] != "quarter":
        return []
    nth = row.number(row.at("o$", i, j))
    nth = 12 // length if nth == -1 else nth
    if not 1 <= nth <= 12 // length:
        return []

    def make(year: int) -> When:
        return edtf.interval(edtf.month(year, nth * length - length + 1), edtf.month(year, nth * length))

    return row.yearly(rule, i, j, make, nth * length - length + 1, i if row.classes[i] == "Y" else unit + 1)


@cache
def _day_maker(month: int, day: int) -> Make:
    """The same function for the same day each time, so that what is found with it can be kept."""
    return lambda year: edtf.day(year, month, day)


@cache
def _month_maker(month: int) -> Make:
    return lambda year: edtf.month(year, month)


@cache
def _season_maker(season: int) -> Make:
    return lambda year: edtf.season(year, season)


def _season_month(season: int) -> int:
    return (season - 20) * 3
