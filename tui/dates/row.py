"""The tokens of a block as the rules read them, and the expressions they make of them."""

from tui.dates.expressions import Apart, Base, Expression, Make, Shape
from tui.dates.tokens import Tokens
from tui.model import DateOrder, When

BASES = {"L": Base.NOW, "H": Base.NOW, "R": Base.NOW, "q": Base.PRIOR, "Q": Base.PRIOR}
"""Class letter of "last", "this", "next", "that", "following" to what it counts from."""

CLOCK_UNITS = {"hour": "H", "minute": "M", "second": "S"}
"""Units of the clock to their letters in ISO 8601."""

_UNITS = {"day": "D", "week": "W", "month": "M", "year": "Y"}
_OTHER_UNITS = {
    "decade": (10, "Y"),
    "century": (100, "Y"),
    "quarter": (3, "M"),
    "fortnight": (2, "W"),
    "weekend": (2, "D"),
}


class Row:
    """The tokens of one block; offsets i and j of its methods are token indices, j exclusive."""

    def __init__(self, tokens: Tokens, order: DateOrder | None) -> None:
        self.tokens = tokens
        self.classes = tokens.classes
        self.values = tokens.values
        self.order = order

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
            if self.classes[index] in "NdnYa":
                value = self.number(index)
                total = total * value if value >= 100 and total else total + value
        return total

    def unit(self, i: int, j: int) -> str:
        """The unit the tokens name, or ""."""
        index = self.at("Uycu", i, j)
        return str(self.values[index]).removesuffix("s") if index >= 0 else ""

    def is_plural(self, i: int, j: int) -> bool:
        """Whether the unit the tokens name is in the plural."""
        index = self.at("Uycu", i, j)
        return index >= 0 and str(self.values[index]).endswith("s")

    def year(self, i: int, j: int) -> int | None:
        """The year the tokens name, astronomical, or None."""
        index = self.classes.find("Y", i, j)
        if index < 0:
            return None
        year = self.number(index)
        return 1 - year if index + 1 < j and self.values[index + 1] == -1 else year

    def fixed(self, rule: str, i: int, j: int, when: When) -> list[Expression]:
        """An expression that needs nothing."""
        return [Expression(Shape.FIXED, i, j, rule, when=when)]

    def yearly(self, rule: str, i: int, j: int, make: Make, month: int, tail: int, day: int = 0) -> list[Expression]:
        """One that has a value each year; the year is read from the tokens after `tail`, if it stands there."""
        year = self.year(tail, j) if tail < j else None
        if year is not None:
            return self.fixed(rule, i, j, make(year))
        found = Expression(Shape.YEARLESS, i, j, rule, make=make, month=month, day=day)
        if day:
            make(2000)  # a leap year: 30 February is no date in any
            weekday = self.classes.find("W", i, tail)
            if weekday >= 0:
                found.weekday = self.number(weekday)
        index = self.at("qQLHR", tail, j) if tail < j else -1
        if index >= 0 and index == j - 1:  # "of October last"
            found.base, found.count = Base.NOW, self.number(index)
        elif index >= 0:
            found.base, found.year_count = BASES[self.classes[index]], self.number(index)
        return [found]

    def kept_apart(self, i: int, j: int, kind: Apart, value: str = "") -> list[Expression]:
        """Words of time that are no date."""
        return [Expression(Shape.APART, i, j, kind.value, apart=kind, iso=value)]

    def duration(self, i: int, j: int) -> list[Expression]:
        """So many units of time."""
        return self.kept_apart(i, j, Apart.DURATION, iso_duration(self.count(i, j), self.unit(i, j)))


def iso_duration(count: int | None, unit: str) -> str:
    """The ISO 8601 duration of so many units; X for a number not said."""
    factor, letter = _OTHER_UNITS.get(unit, (1, _UNITS.get(unit, "")))
    number = "X" if count is None else str(count * factor)
    if letter:
        return f"P{number}{letter}"
    return f"PT{number}{CLOCK_UNITS.get(unit, 'H')}"
