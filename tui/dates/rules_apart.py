"""Rules for words of time that are no dates: times of day, repeated times, durations, "recently"."""

from tui.dates.expressions import Apart, Expression
from tui.dates.row import Row, iso_duration


def clock(row: Row, _rule: str, i: int, j: int) -> list[Expression]:
    """6:40 p.m., 14:48 UTC."""
    return row.kept_apart(i, j, Apart.TIME)


def repeated(row: Row, _rule: str, i: int, j: int) -> list[Expression]:
    """Every day, each spring, annually, Mondays."""
    value = row.values[i]
    if row.classes[i] == "E":
        return row.kept_apart(i, j, Apart.SET, value if isinstance(value, str) else "P1W")
    unit = row.unit(i, j)
    if not unit:
        return row.kept_apart(i, j, Apart.SET, {"W": "P1W", "D": "P1D"}.get(row.classes[j - 1], "P1Y"))
    return row.kept_apart(i, j, Apart.SET, iso_duration(row.count(i, j) or 1, unit))


def span(row: Row, _rule: str, i: int, j: int) -> list[Expression]:
    """The past decade, the last three years."""
    count = row.count(i, j)
    return row.kept_apart(i, j, Apart.DURATION, iso_duration(1 if count == 0 else count, row.unit(i, j)))


def vague(row: Row, _rule: str, i: int, j: int) -> list[Expression]:
    """Recently, now, the future."""
    index = row.at("V", i, j)
    return row.kept_apart(i, j, Apart.VAGUE, str(row.values[index]) if index >= 0 else "PAST_REF")


def duration(row: Row, _rule: str, i: int, j: int) -> list[Expression]:
    """Three years, 12-year, a week."""
    return row.duration(i, j)
