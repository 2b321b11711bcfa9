"""Weekdays and bare days of the month: which day they are."""

from dataclasses import replace

from tui.dates import days, edtf
from tui.dates.counting import shift
from tui.dates.expressions import Base, Expression
from tui.dates.nearby import point, some_day
from tui.dates.story import BEFORE, HEADING, NOTHING, Setting, Story, Value
from tui.model import Precision, When

_YEAR_AWAY = 14
"""The same from now on: in so many months every day but the last of a month falls on each weekday."""

_MONTHS_AWAY = 6
"""A weekday and a day of the month are sought together less than this many months away."""


def weekday(story: Story, found: Expression, at: Setting) -> Value:
    """The value of "Tuesday", "last Friday", "the following Monday"."""
    if found.unit == "week":
        return _weekday_of_week(story, found, at)
    if found.base is Base.PRIOR or (story.published is None and not story.heading):
        told = story.prior("day", at)
        if told is None:
            return NOTHING
        ahead = (found.weekday - days.weekday(told.when.first)) % 7
        if found.base is Base.PRIOR and found.count:
            ahead = (ahead or 7) if found.count > 0 else (ahead - 7)
        elif found.base is None and at.block != told.block:
            return NOTHING
        return Value(edtf.from_number(told.when.first + ahead), BEFORE, told.start)
    if story.heading:
        told = story.prior("day", at)
        if told and told is not story.heading:
            ahead = (found.weekday - days.weekday(told.when.first)) % 7
            return Value(edtf.from_number(told.when.first + ahead), BEFORE, told.start)
        return Value(_under_heading(found, story.heading.when, at), HEADING, story.heading.start)
    now = story.now(at)
    if now.when is None:
        return NOTHING
    day = point(now.when, "day").first
    back = (days.weekday(day) - found.weekday) % 7
    if found.base is Base.NOW and found.count < 0:
        number = day - (back or 7) + 7 * (found.count + 1)
    elif found.base is Base.NOW and found.count > 0:
        number = day - back + 7 * found.count
    elif found.base is None and at.ahead and back:
        number = day + 7 - back
    elif found.base is Base.NOW:
        number = day - days.weekday(day) + found.weekday
    else:
        number = day - back
    when = edtf.from_number(number)
    return replace(now, when=edtf.about(when) if at.quoted or now.when.approximate else when)


def _under_heading(found: Expression, heading: When, at: Setting) -> When | None:
    """The weekday an entry of one day tells of; under a month's heading only the month is known."""
    if heading.precision is not Precision.DAY:
        return some_day(heading)
    back = (days.weekday(heading.first) - found.weekday) % 7
    return edtf.from_number(heading.first + ((7 - back) % 7 if at.ahead else -back))


def _weekday_of_week(story: Story, found: Expression, at: Setting) -> Value:
    if found.base is Base.PRIOR:
        told = story.prior("week", at)
        base = Value(told.when, BEFORE, told.start) if told else NOTHING
    else:
        base = story.now(at)
    if base.when is None:
        return NOTHING
    week = shift(point(base.when, "week"), found.count, "week")
    return replace(base, when=edtf.from_number(week.first + found.weekday))


def day_of_month(story: Story, found: Expression, at: Setting) -> Value:
    """A bare day of the month: of the month told last, or of the last such day before publication."""
    told = story.prior("month", at)
    if told:
        source = HEADING if told is story.heading else BEFORE
        y, m, _ = days.civil(told.when.first)
        return Value(edtf.day(*_with_weekday(found, y, m, at), found.day), source, told.start)
    now = story.now(at)
    if now.when is None or now.when.precision is not Precision.DAY:
        return NOTHING
    y, m, d = days.civil(now.when.first)
    if found.day > d and not at.ahead:
        y, m = days.add_months(y, m, -1)
    elif found.day < d and at.ahead:
        y, m = days.add_months(y, m, 1)
    return replace(now, when=edtf.day(*_with_weekday(found, y, m, at, one_way=True), found.day))


def _with_weekday(found: Expression, year: int, month: int, at: Setting, *, one_way: bool = False) -> tuple[int, int]:
    """The month nearest to the given one in which the day falls on the weekday named beside it, if one is near.

    `one_way` looks only ahead, or only back, as the words do: from now on, and not from a date told.
    """
    if found.weekday < 0:
        return year, month
    signs = (1, -1) if at.ahead else (-1, 1)
    for distance in range(_YEAR_AWAY if one_way else _MONTHS_AWAY):
        for sign in signs[:1] if one_way else signs:
            y, m = days.add_months(year, month, sign * distance)
            if days.is_day(y, m, found.day) and days.weekday(days.number(y, m, found.day)) == found.weekday:
                return y, m
    return year, month
