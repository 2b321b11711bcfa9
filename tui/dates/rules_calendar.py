"""Rules for dates of the calendar, with or without their year: days, months, seasons, years, decades, centuries."""

from tui.dates import edtf
from tui.dates.expressions import Expression, Make, Shape
from tui.dates.numeric import iso as iso_date
from tui.dates.numeric import numeric as numeric_date
from tui.dates.row import BASES, Row
from tui.model import When


def nth_weekday(row: Row, rule: str, i: int, j: int) -> list[Expression]:
    """The first Monday of May."""
    ordinal, weekday, month = row.at("o", i, j), row.at("W", i, j), row.at("M", i, j)
    nth, day, of = row.number(ordinal), row.number(weekday), row.number(month)
    return row.yearly(rule, i, j, lambda year: _weekday_number(year, of, day, nth), of, month + 1)


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
    if year is not None:
        for one in found:
            if one.make:
                one.shape, one.when = Shape.FIXED, one.make(year)
    return found


def day(row: Row, rule: str, i: int, j: int) -> list[Expression]:
    """January 26, 2007; 26 January; the 12th of October."""
    month = row.at("M", i, j)
    of, index = row.number(month), row.at("do", i, j)
    tail = max(month, index) + 1
    day = row.number(index)
    short = row.at("n", tail, j)
    if short >= 0:  # "23 Aug 88"
        year = row.number(short)
        if not (32 <= year <= 99):
            return row.yearly(rule, i, short, _day_maker(of, day), of, tail, day)
        return row.fixed(rule, i, j, edtf.day(1900 + year, of, day))
    return row.yearly(rule, i, j, _day_maker(of, day), of, tail, day)


def month(row: Row, rule: str, i: int, j: int) -> list[Expression]:
    """January 2007, March of the same year."""
    of = row.number(i)
    return row.yearly(rule, i, j, lambda year: edtf.month(year, of), of, i + 1)


def bare_month(row: Row, rule: str, i: int, j: int) -> list[Expression]:
    """In March."""
    return month(row, rule, i, j)


def season(row: Row, rule: str, i: int, j: int) -> list[Expression]:
    """The spring of 2008, winter 1776-77."""
    season = row.number(i)
    year = row.at("Y", i, j)
    spans = year >= 0 and j - year > 1 and row.classes[j - 1] != "w"
    if spans and row.number(j - 1) % 100 != (row.number(year) + 1) % 100:
        return row.yearly(rule, i, year + 1, lambda y: edtf.season(y, season), _season_month(season), i + 1)
    return row.yearly(rule, i, j, lambda y: edtf.season(y, season), _season_month(season), i + 1)


def bare_season(row: Row, rule: str, i: int, j: int) -> list[Expression]:
    """In summer."""
    return season(row, rule, i, j)


def feast(row: Row, rule: str, i: int, j: int) -> list[Expression]:
    """Christmas Eve 1914."""
    month, day = (int(part) for part in str(row.values[i]).split("-"))
    return row.yearly(rule, i, j, _day_maker(month, day), month, i + 1, day)


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
        found = row.yearly(rule, i, j, lambda year: edtf.month(year, value), value, j)[0]
    elif letter == "S":
        found = row.yearly(rule, i, j, lambda year: edtf.season(year, value), _season_month(value), j)[0]
    else:
        found = feast(row, rule, name, name + 1)[0]
        found.first, found.stop = i, j
    found.base, found.count = BASES[row.classes[index]], row.number(index)
    return [found]


def years(row: Row, rule: str, i: int, j: int) -> list[Expression]:
    """1937-41."""
    first, last = row.number(i), row.number(j - 1)
    if row.classes[j - 1] != "Y":
        digits = len(row.tokens.word(j - 1))
        last += first // 100 * 100 if digits == 2 else 0
    if last <= first:
        return row.fixed("year", i, i + 1, edtf.year(first))
    return row.fixed(rule, i, j, edtf.interval(edtf.year(first), edtf.year(last)))


def year_word(row: Row, rule: str, i: int, _j: int) -> list[Expression]:
    """The year 314."""
    if row.number(i + 1) < 40 and row.classes[i + 1] == "d":
        return []
    return row.fixed(rule, i + 1, i + 2, edtf.year(row.number(i + 1)))


def plain_number(row: Row, rule: str, i: int, j: int) -> list[Expression]:
    """In 314, where it stands like a year."""
    if len(row.tokens.word(i)) != 3 or row.number(i) < 100:
        return []
    return row.fixed(rule, i, j, edtf.year(row.number(i)))


def old_years(row: Row, rule: str, i: int, j: int) -> list[Expression]:
    """(c. 314 - 368)."""
    first, last = row.number(i), row.number(j - 1)
    if not 100 <= first < last <= 999:
        return []
    return row.fixed(rule, i, j, edtf.interval(edtf.year(first), edtf.year(last)))


def year(row: Row, rule: str, i: int, j: int) -> list[Expression]:
    """2007."""
    return row.fixed(rule, i, j, edtf.year(row.number(i)))


def era(row: Row, rule: str, i: int, j: int) -> list[Expression]:
    """508 BC, AD 842."""
    era, number = (i + 1, i) if row.classes[i + 1] == "w" else (i, i + 1)
    word = row.tokens.word(number).replace(",", "")
    if not word.isdecimal():
        return []
    return row.fixed(rule, i, j, edtf.year(1 - int(word) if row.values[era] == -1 else int(word)))


def century(row: Row, rule: str, i: int, j: int) -> list[Expression]:
    """The 17th century."""
    nth, end = _ordinal(row, i, j)
    if nth < 1:
        return []
    return row.fixed(rule, i, j, _century_of(row, nth, end, j))


def centuries(row: Row, rule: str, i: int, j: int) -> list[Expression]:
    """The 18th and 19th centuries."""
    nth, end = _ordinal(row, i, j)
    other, _ = _ordinal(row, end, j)
    if not 1 <= nth < other:
        return []
    one, two = _century_of(row, nth, end, j), _century_of(row, other, end, j)
    return row.fixed(rule, i, j, edtf.interval(one, two))


def _century_of(row: Row, nth: int, i: int, j: int) -> When:
    before = any(row.values[index] == -1 and row.classes[index] == "w" for index in range(i, j))
    return edtf.parse(f"-{nth - 1:02}XX") if before else edtf.century((nth - 1) * 100)


def _ordinal(row: Row, i: int, j: int) -> tuple[int, int]:
    """The first ordinal from i on, "twenty-first" included, and the index after it."""
    index = row.at("o", i, j)
    if index < 0:
        return 0, j
    tens = row.number(index - 2) if index - 2 >= i and row.classes[index - 2] == "N" else 0
    return tens + row.number(index), index + 1


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


def iso(row: Row, rule: str, i: int, j: int) -> list[Expression]:
    """2007-01-26."""
    return row.fixed(rule, i, j, iso_date(str(row.values[i])))


def numeric(row: Row, rule: str, i: int, j: int) -> list[Expression]:
    """26/01/2007."""
    return row.fixed(rule, i, j, numeric_date(str(row.values[i]), row.order))


def decade(row: Row, rule: str, i: int, j: int) -> list[Expression]:
    """The 1930s, the '70s."""
    index = row.at("K", i, j)
    first = row.number(index)
    word = row.tokens.word(index)
    era = row.values[j - 1] if row.classes[j - 1] == "w" else None
    if first < 1000 and word[0].isdecimal() and len(word.rstrip("s'’er")) == 3:  # "the 490s BC"
        if era == -1:
            return row.fixed(rule, i, j, edtf.interval(edtf.year(-8 - first), edtf.year(1 - first)))
        return row.fixed(rule, i, j, edtf.decade(first)) if era == 1 or row.classes[i] == "T" else []
    if not word[0].isdecimal() and word[0].isalpha():
        return row.fixed(rule, i, j, edtf.decade(first)) if row.classes[i] == "T" else []
    if first < 100:
        joined = i >= 2 and row.classes[i - 2] == "K" and row.classes[i - 1] in "&-t/"
        if row.classes[i] != "T" and word[0].isdecimal() and not joined:
            return []
        first += 1900
    whole = edtf.century(first) if first % 100 == 0 and first != 2000 else edtf.decade(first)
    return row.fixed(rule, i, j, whole)


def _day_maker(month: int, day: int) -> Make:
    return lambda year: edtf.day(year, month, day)


def _season_month(season: int) -> int:
    return (season - 20) * 3


def _weekday_number(year: int, month: int, weekday: int, nth: int) -> When:
    """The first (1) to fifth, or last (-1), such weekday of a month."""
    whole = edtf.month(year, month)
    if nth == -1:
        return edtf.from_number(whole.last - (whole.last - 1 - weekday) % 7)
    at = whole.first + (weekday - (whole.first - 1)) % 7 + 7 * (nth - 1)
    if nth < 1 or at > whole.last:
        raise edtf.EdtfError(f"That month has no {nth}th such weekday.")
    return edtf.from_number(at)
