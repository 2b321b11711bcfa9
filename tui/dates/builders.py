"""Turns a row of tokens that a rule of the grammar took into date expressions."""

from collections.abc import Callable

from tui.dates import edtf
from tui.dates.expressions import Apart, Base, Expression, Make, Shape
from tui.dates.numeric import iso, numeric
from tui.dates.tokens import Tokens
from tui.model import DateOrder, When

_BASES = {"L": Base.NOW, "H": Base.NOW, "R": Base.NOW, "q": Base.PRIOR, "Q": Base.PRIOR}
_ISO_UNITS = {"day": "D", "week": "W", "month": "M", "year": "Y"}
_ISO_OTHER = {
    "decade": (10, "Y"),
    "century": (100, "Y"),
    "quarter": (3, "M"),
    "fortnight": (2, "W"),
    "weekend": (2, "D"),
}
_ISO_CLOCK = {"hour": "H", "minute": "M", "second": "S"}


class Builder:
    """Makes the expressions of one block; `build` answers for one match of the grammar."""

    def __init__(self, tokens: Tokens, order: DateOrder | None) -> None:
        self.tokens = tokens
        self.classes = tokens.classes
        self.values = tokens.values
        self.order = order

    def build(self, rule: str, i: int, j: int) -> list[Expression]:
        """The expressions in tokens i to j, found by a rule; none where the words turn out to say no date."""
        try:
            return _BUILDERS[rule](self, rule, i, j)
        except edtf.EdtfError:
            return []

    # -- reading tokens -------------------------------------------------------------------------------------------

    def number(self, index: int) -> int:
        """The value of a token that is a number."""
        value = self.values[index]
        return value if isinstance(value, int) else 0

    def at(self, letters: str, i: int, j: int) -> int:
        """Index of the first token of i to j in one of the classes, or -1."""
        for index in range(i, j):
            if self.classes[index] in letters:
                return index
        return -1

    def count(self, i: int, j: int) -> int | None:
        """How many the tokens say; None for several, a few."""
        if self.at("v", i, j) >= 0:
            return None
        total = 0
        for index in range(i, j):
            if self.classes[index] in "NdnYao":
                value = self.number(index)
                total = total * value if value >= 100 and total else total + value
        return total

    def unit(self, i: int, j: int) -> str:
        """The unit the tokens name, or ""."""
        index = self.at("Uycu", i, j)
        return str(self.values[index]) if index >= 0 else ""

    def year(self, i: int, j: int) -> int | None:
        """The year the tokens name, astronomical, or None."""
        index = self.at("Y", i, j)
        if index < 0:
            return None
        year = self.number(index)
        return 1 - year if index + 1 < j and self.values[index + 1] == -1 else year

    # -- making expressions ---------------------------------------------------------------------------------------

    def fixed(self, rule: str, i: int, j: int, when: When) -> list[Expression]:
        """An expression that needs nothing."""
        return [Expression(Shape.FIXED, i, j, rule, when=when)]

    def yearly(self, rule: str, i: int, j: int, make: Make, month: int, tail: int, day: int = 0) -> list[Expression]:
        """One that has a value each year; the year is read from the tokens after `tail`, if it stands there."""
        year = self.year(tail, j)
        if year is not None:
            return self.fixed(rule, i, j, make(year))
        found = Expression(Shape.YEARLESS, i, j, rule, make=make, month=month, day=day)
        index = self.at("qQLHR", tail, j)
        if index >= 0 and index == j - 1:  # "of October last"
            found.base, found.count = Base.NOW, self.number(index)
        elif index >= 0:
            found.base, found.year_count = _BASES[self.classes[index]], self.number(index)
        make(2000)  # a leap year: 30 February is no date in any
        return [found]

    def kept_apart(self, i: int, j: int, kind: Apart, value: str = "") -> list[Expression]:
        """Words of time that are no date."""
        return [Expression(Shape.APART, i, j, kind.value, apart=kind, iso=value)]

    def duration(self, i: int, j: int) -> list[Expression]:
        """So many units of time."""
        return self.kept_apart(i, j, Apart.DURATION, _iso_duration(self.count(i, j), self.unit(i, j)))

    # -- one function a rule --------------------------------------------------------------------------------------

    def _clock(self, _rule: str, i: int, j: int) -> list[Expression]:
        return self.kept_apart(i, j, Apart.TIME)

    def _set(self, _rule: str, i: int, j: int) -> list[Expression]:
        value = self.values[i]
        if self.classes[i] == "E":
            return self.kept_apart(i, j, Apart.SET, value if isinstance(value, str) else "P1W")
        unit = self.unit(i, j)
        if not unit:
            return self.kept_apart(i, j, Apart.SET, {"W": "P1W", "D": "P1D"}.get(self.classes[j - 1], "P1Y"))
        return self.kept_apart(i, j, Apart.SET, _iso_duration(self.count(i, j) or 1, unit))

    def _nth_weekday(self, rule: str, i: int, j: int) -> list[Expression]:
        ordinal, weekday, month = self.at("o", i, j), self.at("W", i, j), self.at("M", i, j)
        nth, day, of = self.number(ordinal), self.number(weekday), self.number(month)
        return self.yearly(rule, i, j, lambda year: _nth_weekday(year, of, day, nth), of, month + 1)

    def _days(self, rule: str, i: int, j: int) -> list[Expression]:
        month = self.at("M", i, j)
        of = self.number(month)
        days = [index for index in range(i, j) if self.classes[index] in "do"]
        tail = max(month, days[-1]) + 1
        first, last = self.number(days[0]), self.number(days[-1])
        listed = "&" in self.classes[i:tail] and not (i > 0 and self.classes[i - 1] == "b")
        if not listed and first < last:

            def make(year: int) -> When:
                return edtf.interval(edtf.day(year, of, first), edtf.day(year, of, last))

            return self.yearly(rule, i, j, make, of, tail, first)
        found: list[Expression] = []
        for place, index in enumerate(days):
            start = i if place == 0 else index
            stop = j if place == len(days) - 1 else index + 1
            found += self.yearly(rule, start, stop, _day_maker(of, self.number(index)), of, tail, self.number(index))
        year = self.year(tail, j)
        if year is not None:
            for one in found:
                if one.make:
                    one.shape, one.when = Shape.FIXED, one.make(year)
        return found

    def _day(self, rule: str, i: int, j: int) -> list[Expression]:
        month = self.at("M", i, j)
        of, index = self.number(month), self.at("do", i, j)
        tail = max(month, index) + 1
        day = self.number(index)
        short = self.at("n", tail, j)
        if short >= 0:  # "23 Aug 88"
            year = self.number(short)
            if not (32 <= year <= 99):
                return self.yearly(rule, i, short, _day_maker(of, day), of, tail, day)
            return self.fixed(rule, i, j, edtf.day(1900 + year, of, day))
        return self.yearly(rule, i, j, _day_maker(of, day), of, tail, day)

    def _month(self, rule: str, i: int, j: int) -> list[Expression]:
        of = self.number(i)
        return self.yearly(rule, i, j, lambda year: edtf.month(year, of), of, i + 1)

    def _bare_month(self, rule: str, i: int, j: int) -> list[Expression]:
        return self._month(rule, i, j)

    def _season(self, rule: str, i: int, j: int) -> list[Expression]:
        season = self.number(i)
        year = self.at("Y", i, j)
        spans = year >= 0 and j - year > 1 and self.classes[j - 1] != "w"
        if spans and self.number(j - 1) % 100 != (self.number(year) + 1) % 100:
            return self.yearly(rule, i, year + 1, lambda y: edtf.season(y, season), _season_month(season), i + 1)
        return self.yearly(rule, i, j, lambda y: edtf.season(y, season), _season_month(season), i + 1)

    def _bare_season(self, rule: str, i: int, j: int) -> list[Expression]:
        return self._season(rule, i, j)

    def _feast(self, rule: str, i: int, j: int) -> list[Expression]:
        month, day = (int(part) for part in str(self.values[i]).split("-"))
        return self.yearly(rule, i, j, _day_maker(month, day), month, i + 1, day)

    def _relative_name(self, rule: str, i: int, j: int) -> list[Expression]:
        index, name = self.at("LHRqQ", i, j), self.at("MSWF", i, j)
        letter, value = self.classes[name], self.number(name)
        if letter == "W":
            found = Expression(Shape.WEEKDAY, i, j, rule, weekday=value)
        elif letter == "M":
            found = self.yearly(rule, i, j, lambda year: edtf.month(year, value), value, j)[0]
        elif letter == "S":
            found = self.yearly(rule, i, j, lambda year: edtf.season(year, value), _season_month(value), j)[0]
        else:
            found = self._feast(rule, name, name + 1)[0]
            found.first, found.stop = i, j
        found.base, found.count = _BASES[self.classes[index]], self.number(index)
        return [found]

    def _years(self, rule: str, i: int, j: int) -> list[Expression]:
        first, last = self.number(i), self.number(j - 1)
        if self.classes[j - 1] != "Y":
            digits = len(self.tokens.word(j - 1))
            last += first // 100 * 100 if digits == 2 else 0
        if last <= first:
            return self.fixed("year", i, i + 1, edtf.year(first))
        return self.fixed(rule, i, j, edtf.interval(edtf.year(first), edtf.year(last)))

    def _year_word(self, rule: str, i: int, _j: int) -> list[Expression]:
        if self.number(i + 1) < 40 and self.classes[i + 1] == "d":
            return []
        return self.fixed(rule, i + 1, i + 2, edtf.year(self.number(i + 1)))

    def _plain_number(self, rule: str, i: int, j: int) -> list[Expression]:
        if len(self.tokens.word(i)) != 3 or self.number(i) < 100:
            return []
        return self.fixed(rule, i, j, edtf.year(self.number(i)))

    def _old_years(self, rule: str, i: int, j: int) -> list[Expression]:
        first, last = self.number(i), self.number(j - 1)
        if not 100 <= first < last <= 999:
            return []
        return self.fixed(rule, i, j, edtf.interval(edtf.year(first), edtf.year(last)))

    def _year(self, rule: str, i: int, j: int) -> list[Expression]:
        return self.fixed(rule, i, j, edtf.year(self.number(i)))

    def _era(self, rule: str, i: int, j: int) -> list[Expression]:
        era, number = (i + 1, i) if self.classes[i + 1] == "w" else (i, i + 1)
        word = self.tokens.word(number).replace(",", "")
        if not word.isdecimal():
            return []
        return self.fixed(rule, i, j, edtf.year(1 - int(word) if self.values[era] == -1 else int(word)))

    def _century(self, rule: str, i: int, j: int) -> list[Expression]:
        nth, end = self._ordinal(i, j)
        if nth < 1:
            return []
        return self.fixed(rule, i, j, self._century_of(nth, end, j))

    def _centuries(self, rule: str, i: int, j: int) -> list[Expression]:
        nth, end = self._ordinal(i, j)
        other, _ = self._ordinal(end, j)
        if not 1 <= nth < other:
            return []
        one, two = self._century_of(nth, end, j), self._century_of(other, end, j)
        return self.fixed(rule, i, j, edtf.interval(one, two))

    def _century_of(self, nth: int, i: int, j: int) -> When:
        before = any(self.values[index] == -1 and self.classes[index] == "w" for index in range(i, j))
        return edtf.parse(f"-{nth - 1:02}XX") if before else edtf.century((nth - 1) * 100)

    def _ordinal(self, i: int, j: int) -> tuple[int, int]:
        """The first ordinal from i on, "twenty-first" included, and the index after it."""
        index = self.at("o", i, j)
        if index < 0:
            return 0, j
        tens = self.number(index - 2) if index - 2 >= i and self.classes[index - 2] == "N" else 0
        return tens + self.number(index), index + 1

    def _quarter(self, rule: str, i: int, j: int) -> list[Expression]:
        unit = self.at("U", i, j)
        if self.values[unit] != "quarter":
            return []
        nth = self.number(self.at("o", i, j))
        nth = 4 if nth == -1 else nth
        if not 1 <= nth <= 4:
            return []

        def make(year: int) -> When:
            return edtf.interval(edtf.month(year, nth * 3 - 2), edtf.month(year, nth * 3))

        return self.yearly(rule, i, j, make, nth * 3 - 2, unit + 1)

    def _nth(self, rule: str, i: int, j: int) -> list[Expression]:
        index = self.at("oLR", i, j)
        unit = self.at("Uych", i, j)
        found = Expression(Shape.UNKNOWN, i, j, rule, unit=str(self.values[unit]))
        letter = self.classes[index]
        found.count = self.number(index) if letter == "o" else -1
        return [found] if letter != "R" else []

    def _shift(self, rule: str, i: int, j: int, count: int | None, unit: str, base: Base) -> list[Expression]:
        if count is None or not unit:
            return [Expression(Shape.UNKNOWN, i, j, rule)]
        return [Expression(Shape.SHIFT, i, j, rule, count=count, unit=unit, base=base)]

    def _count_ago(self, rule: str, i: int, j: int) -> list[Expression]:
        unit = self.unit(i, j)
        if unit in _ISO_CLOCK:
            return self.kept_apart(i, j, Apart.TIME)
        count = self.count(i, j - 1)
        found = self._shift(rule, i, j, None if count is None else count * self.number(j - 1), unit, Base.NOW)
        if self.classes[i] == "l" or (count or 0) >= 50:
            found[0].modifiers.append(edtf.about)
        return found

    def _ago_in_front(self, _rule: str, i: int, j: int) -> list[Expression]:
        if self.values[i] != "ago":  # "before three years": a duration after a preposition
            return self.duration(i + 1, j)
        count = self.count(i + 1, j)
        return self._shift("count_ago", i, j, None if count is None else -count, self.unit(i, j), Base.NOW)

    def _count_later(self, rule: str, i: int, j: int) -> list[Expression]:
        unit = self.unit(i, j)
        if unit in _ISO_CLOCK:
            return self.kept_apart(i, j, Apart.TIME)
        last = self.classes[j - 1]
        sign = {"B": -1, "C": 1}.get(last) or self.number(j - 1)
        if self.classes[i] in "Uyc":
            return [Expression(Shape.UNKNOWN, i, j, rule)]
        count = 1 if self.classes[i] == "T" else self.count(i, j - 1)
        found = self._shift(rule, i, j, None if count is None else count * sign, unit or "day", Base.PRIOR)
        if self.classes[i] == "l":
            found[0].modifiers.append(edtf.about)
        return found

    def _count_from(self, rule: str, i: int, j: int) -> list[Expression]:
        unit = self.unit(i, j) or "day"
        count = 1 if self.classes[i] == "T" else self.count(i, j - 1)
        if unit in _ISO_CLOCK or count is None:
            return []
        sign = -1 if self.classes[j - 1] == "B" else 1
        return [Expression(Shape.UNKNOWN, i, j, rule, count=count * sign, unit=unit)]

    def _within(self, rule: str, i: int, j: int) -> list[Expression]:
        index = self.at("HqQ", i, j)
        base = Base.NOW if index >= 0 and self.classes[index] == "H" else Base.PRIOR
        count = self.number(index) if index >= 0 and self.classes[index] == "Q" else 0
        return self._shift(rule, i, j, count, self.unit(i, j), base)

    def _of_unit(self, rule: str, i: int, j: int) -> list[Expression]:
        index = self.at("HqLRQ", i, j)
        base = _BASES[self.classes[index]] if index >= 0 else Base.PRIOR
        count = self.number(index) if index >= 0 else 0
        return self._shift(rule, i, j, count, self.unit(i, j), base)

    def _span(self, _rule: str, i: int, j: int) -> list[Expression]:
        count = self.count(i, j)
        return self.kept_apart(i, j, Apart.DURATION, _iso_duration(1 if count == 0 else count, self.unit(i, j)))

    def _relative_unit(self, rule: str, i: int, j: int) -> list[Expression]:
        index = self.at("LHRqQ", i, j)
        base, count, unit = _BASES[self.classes[index]], self.number(index), self.unit(i, j)
        if unit == "day" and self.classes[index] in "LRH" and self.classes[index] != "H":
            if self.classes[index] == "L":
                return []
            base = Base.PRIOR
        elif self.classes[i] == "T" and self.classes[index] == "R":
            base = Base.PRIOR
        return self._shift(rule, i, j, count, unit, base)

    def _relative_daypart(self, rule: str, i: int, j: int) -> list[Expression]:
        index = self.at("LHRqQ", i, j)
        base, count = _BASES[self.classes[index]], self.number(index)
        if self.classes[index] == "R":
            base = Base.PRIOR
        return self._shift(rule, i, j, count, "day", base)

    def _now(self, rule: str, i: int, j: int) -> list[Expression]:
        return self._shift(rule, i, j, self.number(self.at("k", i, j)), "day", Base.NOW)

    def _weekday_of_week(self, rule: str, i: int, j: int) -> list[Expression]:
        index = self.at("LHRqQ", i, j)
        if self.unit(i, j) != "week":
            return [Expression(Shape.WEEKDAY, i, i + 1, "weekday", weekday=self.number(i))]
        found = Expression(Shape.WEEKDAY, i, j, rule, weekday=self.number(i), unit="week")
        found.base, found.count = _BASES[self.classes[index]], self.number(index)
        return [found]

    def _weekday(self, rule: str, i: int, j: int) -> list[Expression]:
        return [Expression(Shape.WEEKDAY, i, j, rule, weekday=self.number(i))]

    def _vague(self, _rule: str, i: int, j: int) -> list[Expression]:
        index = self.at("V", i, j)
        return self.kept_apart(i, j, Apart.VAGUE, str(self.values[index]) if index >= 0 else "PAST_REF")

    def _duration(self, _rule: str, i: int, j: int) -> list[Expression]:
        return self.duration(i, j)

    def _nth_day(self, rule: str, i: int, j: int) -> list[Expression]:
        day = self.number(j - 1)
        if not self.tokens.word(j - 1)[0].isdecimal() or not 1 <= day <= 31:
            return []
        return [Expression(Shape.DAY, i, j, rule, day=day)]

    def _iso(self, rule: str, i: int, j: int) -> list[Expression]:
        return self.fixed(rule, i, j, iso(str(self.values[i])))

    def _numeric(self, rule: str, i: int, j: int) -> list[Expression]:
        return self.fixed(rule, i, j, numeric(str(self.values[i]), self.order))

    def _decade(self, rule: str, i: int, j: int) -> list[Expression]:
        index = self.at("K", i, j)
        first = self.number(index)
        if first < 100:
            word = self.tokens.word(index)
            joined = i >= 2 and self.classes[i - 2] == "K" and self.classes[i - 1] in "&-t/"
            if self.classes[i] != "T" and word[0].isdecimal() and not joined:
                return []
            first += 1900
        whole = edtf.century(first) if first % 100 == 0 and first != 2000 else edtf.decade(first)
        return self.fixed(rule, i, j, whole)


def _iso_duration(count: int | None, unit: str) -> str:
    """The ISO 8601 duration of so many units; X for a number not said."""
    factor, letter = _ISO_OTHER.get(unit, (1, _ISO_UNITS.get(unit, "")))
    number = "X" if count is None else str(count * factor)
    if letter:
        return f"P{number}{letter}"
    return f"PT{number}{_ISO_CLOCK.get(unit, 'H')}"


def _day_maker(month: int, day: int) -> Make:
    return lambda year: edtf.day(year, month, day)


def _season_month(season: int) -> int:
    return (season - 20) * 3


def _nth_weekday(year: int, month: int, weekday: int, nth: int) -> When:
    """The first (1) to fifth, or last (-1), such weekday of a month."""
    whole = edtf.month(year, month)
    if nth == -1:
        return edtf.from_number(whole.last - (whole.last - 1 - weekday) % 7)
    at = whole.first + (weekday - (whole.first - 1)) % 7 + 7 * (nth - 1)
    if nth < 1 or at > whole.last:
        raise edtf.EdtfError(f"That month has no {nth}th such weekday.")
    return edtf.from_number(at)


_NAMES = """
clock set nth_weekday days day month season feast relative_name bare_month bare_season years year_word nth centuries
century quarter era count_ago ago_in_front count_later count_from within of_unit span relative_unit relative_daypart now
weekday_of_week weekday vague nth_day iso numeric decade year old_years plain_number duration
"""
_BUILDERS: dict[str, Callable[[Builder, str, int, int], list[Expression]]] = {
    name: getattr(Builder, f"_{name}") for name in _NAMES.split()
}
