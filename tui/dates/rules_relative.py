"""Rules for dates counted from another: "four days later", "last month", "on Tuesday", "the third quarter of"."""

from tui.dates import edtf
from tui.dates.expressions import Apart, Base, Expression, Shape
from tui.dates.row import BASES, CLOCK_UNITS, Row, iso_duration

_STRETCHES = ("week", "month", "year", "decade")
"""Units of which "the last one", after "over" or "in", is the time up to now."""


_FINER = {"month": (4, "week"), "year": (12, "month"), "decade": (10, "year"), "century": (100, "year")}
"""Units to the finer ones their halves are counted in, and about how many they have."""


def nth(row: Row, rule: str, i: int, j: int) -> list[Expression]:
    """The third quarter of; with the date that follows."""
    index = row.at("oLR", i, j)
    unit = row.at("Uych", i, j)
    found = Expression(Shape.UNKNOWN, i, j, rule, unit=str(row.values[unit]))
    letter = row.classes[index]
    found.count = row.number(index) if letter == "o" else -1
    if row.is_plural(i, j):  # "the first days of May"
        found.unit = "part"
    return [found] if letter != "R" else []


def nth_many(row: Row, rule: str, i: int, j: int) -> list[Expression]:
    """The first six months of; with the date that follows."""
    index = row.at("oL", i, j)
    count = row.count(index + 1, j)
    if count is None or (row.classes[index] == "o" and abs(row.number(index)) != 1):
        return []
    last = row.classes[index] == "L" or row.number(index) == -1
    return [Expression(Shape.UNKNOWN, i, j, rule, unit=row.unit(i, j), count=-count if last else count)]


def unit_of(row: Row, rule: str, i: int, j: int) -> list[Expression]:
    """The week of; with the date that follows."""
    return [Expression(Shape.UNKNOWN, i, j, rule, unit=row.unit(i, j))]


def _shift(rule: str, i: int, j: int, count: int | None, unit: str, base: Base) -> list[Expression]:
    if count is None or not unit:
        return [Expression(Shape.UNKNOWN, i, j, rule)]
    return [Expression(Shape.SHIFT, i, j, rule, count=count, unit=unit, base=base)]


def count_ago(row: Row, rule: str, i: int, j: int) -> list[Expression]:
    """Three years ago."""
    unit = row.unit(i, j)
    if unit in CLOCK_UNITS:
        return row.kept_apart(i, j, Apart.TIME)
    count = row.count(i, j - 1)
    found = _shift(rule, i, j, None if count is None else count * row.number(j - 1), unit, Base.NOW)
    if row.classes[i] == "l" or (count or 0) >= 50:
        found[0].modifiers += (edtf.about,)
    return found


def half_ago(row: Row, rule: str, i: int, j: int) -> list[Expression]:
    """Half a year ago, two and a half years ago, a year and a half ago: about so long."""
    return _halved(row, rule, i, j, row.number(j - 1), Base.NOW)


def half_later(row: Row, rule: str, i: int, j: int) -> list[Expression]:
    """Half a year later, a month and a half before."""
    sign = {"B": -1, "C": 1}.get(row.classes[j - 1]) or row.number(j - 1)
    return _halved(row, rule, i, j, sign, Base.PRIOR)


def _halved(row: Row, rule: str, i: int, j: int, sign: int, base: Base) -> list[Expression]:
    unit, half = row.unit(i, j), row.at("h", i, j)
    if unit in CLOCK_UNITS:
        return row.kept_apart(i, j, Apart.TIME)
    many, finer = _FINER.get(unit, (0, ""))
    whole = row.count(i, row.classes.index("&", i)) if row.at("&", i, half) >= 0 else 0
    count = None if whole is None or not many else sign * (whole * many + many // 2)
    found = _shift(rule, i, j, count, finer, base)
    found[0].modifiers += (edtf.about,)
    return found


def ago_in_front(row: Row, _rule: str, i: int, j: int) -> list[Expression]:
    """Vor drei Jahren."""
    if row.values[i] != "ago":  # "before three years": a duration after a preposition
        return row.duration(i + 1, j)
    count = row.count(i + 1, j)
    return _shift("count_ago", i, j, None if count is None else -count, row.unit(i, j), Base.NOW)


def count_later(row: Row, rule: str, i: int, j: int) -> list[Expression]:
    """Four days later, the year before."""
    unit = row.unit(i, j)
    if unit in CLOCK_UNITS:
        return row.kept_apart(i, j, Apart.TIME)
    last = row.classes[j - 1]
    sign = {"B": -1, "C": 1}.get(last) or row.number(j - 1)
    if row.classes[i] in "Uyc":
        return [Expression(Shape.UNKNOWN, i, j, rule)]
    count = 1 if row.classes[i] == "T" else row.count(i, j - 1)
    found = _shift(rule, i, j, None if count is None else count * sign, unit or "day", Base.PRIOR)
    if row.classes[i] == "l":
        found[0].modifiers += (edtf.about,)
    return found


def count_from(row: Row, rule: str, i: int, j: int) -> list[Expression]:
    """Two days after; with the date that follows."""
    unit = row.unit(i, j) or "day"
    count = 1 if row.classes[i] == "T" else row.count(i, j - 1)
    if unit in CLOCK_UNITS or count is None or (row.classes[i] == "T" and row.is_plural(i, j)):
        return []
    sign = -1 if row.classes[j - 1] == "B" else 1
    return [Expression(Shape.UNKNOWN, i, j, rule, count=count * sign, unit=unit)]


def within(row: Row, rule: str, i: int, j: int) -> list[Expression]:
    """Earlier this year, later that day."""
    index = row.at("HqQ", i, j)
    base = Base.NOW if index >= 0 and row.classes[index] == "H" else Base.PRIOR
    count = row.number(index) if index >= 0 and row.classes[index] == "Q" else 0
    return _shift(rule, i, j, count, row.unit(i, j), base)


def of_unit(row: Row, rule: str, i: int, j: int) -> list[Expression]:
    """The end of the year."""
    index = row.at("HqLRQ", i, j)
    base = BASES[row.classes[index]] if index >= 0 else Base.PRIOR
    count = row.number(index) if index >= 0 else 0
    return _shift(rule, i, j, count, row.unit(i, j), base)


def unit_beyond(row: Row, rule: str, i: int, j: int) -> list[Expression]:
    """The week after next, the year before last."""
    return _shift(rule, i, j, 2 if row.classes[j - 1] == "R" else -2, row.unit(i, j), Base.NOW)


def entire_unit(row: Row, rule: str, i: int, j: int) -> list[Expression]:
    """The entire year: the one told of."""
    return [] if row.is_plural(i, j) else _shift(rule, i, j, 0, row.unit(i, j), Base.PRIOR)


def week_weekday(row: Row, _rule: str, i: int, j: int) -> list[Expression]:
    """Next week on Friday; of any other unit nobody knows which Friday."""
    unit = row.at("U", i, j)
    if row.unit(i, j) != "week" or row.is_plural(i, j):
        weekday = row.at("W", i, j)
        apart = Expression(Shape.UNKNOWN, weekday, j, "weekday")
        return [*relative_unit(row, "relative_unit", i, unit + 1), apart]
    return weekday_of_week(row, "weekday_of_week", i, j)


def relative_unit(row: Row, rule: str, i: int, j: int) -> list[Expression]:
    """Last month, that year, the following day."""
    index = row.at("LHRqQ", i, j)
    base, count, unit = BASES[row.classes[index]], row.number(index), row.unit(i, j)
    if row.is_plural(i, j):  # "the coming weeks"
        if row.classes[index] in "qH":
            return []
        return row.kept_apart(i, j, Apart.VAGUE, "PAST_REF" if count < 0 else "FUTURE_REF")
    if unit == "day" and "-" in row.classes[i:j]:  # "present-day Iraq"
        return row.kept_apart(i, j, Apart.VAGUE, "PRESENT_REF") if row.classes[index] == "H" else []
    before = row.classes[max(0, i - 1) : i]
    stretches = before == "l" or (before == "i" and row.values[i - 1] == "in")
    if stretches and row.classes[i : i + 2] == "TL" and unit in _STRETCHES:
        return row.kept_apart(i, j, Apart.DURATION, iso_duration(1, unit))  # "over the last year"
    if unit == "day" and row.classes[index] in "LRH" and row.classes[index] != "H":
        if row.classes[index] == "L":
            return []
        base = Base.PRIOR
    elif row.classes[i] == "T" and row.classes[index] == "R":
        base = Base.PRIOR
    return _shift(rule, i, j, count, unit, base)


def relative_daypart(row: Row, rule: str, i: int, j: int) -> list[Expression]:
    """Last night, the next morning."""
    index = row.at("LHRqQ", i, j)
    base, count = BASES[row.classes[index]], row.number(index)
    if row.classes[index] == "R":
        base = Base.PRIOR
    return _shift(rule, i, j, count, "day", base)


def ahead(row: Row, _rule: str, i: int, j: int) -> list[Expression]:
    """In three weeks, after words that look ahead."""
    if row.values[i - 1] != "in":
        return row.duration(i, j)
    found = _shift("ahead", i, j, row.count(i, j), row.unit(i, j), Base.NOW)
    kept = row.duration(i, j)
    found[0].iso = kept[0].iso
    return found if found[0].shape is Shape.SHIFT else kept


def the_unit(row: Row, rule: str, i: int, j: int) -> list[Expression]:
    """The weekend."""
    if row.values[i + 1] != "weekend":
        return []
    return _shift(rule, i, j, -1, "weekend", Base.NOW)


def now(row: Row, rule: str, i: int, j: int) -> list[Expression]:
    """Today, yesterday morning."""
    return _shift(rule, i, j, row.number(row.at("k", i, j)), "day", Base.NOW)


def weekday_of_week(row: Row, rule: str, i: int, j: int) -> list[Expression]:
    """Friday of last week; "Friday of last month" may be any of four."""
    index = row.at("LHRqQ", i, j)
    if row.unit(i, j) != "week":
        return [Expression(Shape.UNKNOWN, i, i + 1, "weekday")]
    found = Expression(Shape.WEEKDAY, i, j, rule, weekday=row.number(row.at("W", i, j)), unit="week")
    found.base, found.count = BASES[row.classes[index]], row.number(index)
    return [found]


def weekday_day(row: Row, rule: str, i: int, j: int) -> list[Expression]:
    """Tuesday the 14th."""
    day = row.number(j - 1)
    if not 1 <= day <= 31:
        return []
    return [Expression(Shape.DAY, i, j, rule, day=day, weekday=row.number(i))]


def weekday(row: Row, rule: str, i: int, j: int) -> list[Expression]:
    """Tuesday, Friday morning."""
    return [Expression(Shape.WEEKDAY, i, j, rule, weekday=row.number(i))]


def nth_day(row: Row, rule: str, i: int, j: int) -> list[Expression]:
    """The 14th."""
    day = row.number(j - 1)
    if not row.tokens.word(j - 1)[0].isdecimal() or not 1 <= day <= 31:
        return []
    return [Expression(Shape.DAY, i, j, rule, day=day)]
