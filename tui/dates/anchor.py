"""Gives date expressions their value by what stands around them: heading, sentence before, year told, publication.

Order: an expression's own words; the date before it, for what counts from one; the heading it stands under; the year
last named; the publication date; none. Nothing is guessed: what no rule reaches keeps no value.
"""

from dataclasses import replace

from tui.dates import days, edtf
from tui.dates.counting import shift
from tui.dates.expressions import Base, Expression, Shape
from tui.dates.nearby import point, some_day
from tui.dates.story import BEFORE, HEADING, NAMED_YEAR, NOTHING, Setting, Story, Told, Value
from tui.dates.weekdays import day_of_month, weekday
from tui.dates.years import in_year

_SATURDAY = 5


def anchor(story: Story, found: Expression, at: Setting) -> Value:
    """The value of the next expression in reading order; remembers it for those to come."""
    try:
        value = _value(story, found, at)
        when = value.when
        if when is None:
            return value
        for modifier in found.modifiers:
            when = modifier(when)
        carries = found.shape is Shape.FIXED or value.source in (NAMED_YEAR, BEFORE)
        story.remember(Told(at.start, at.block, when, carries, at.aside))
        if found.bound:
            when = edtf.interval(None, when) if found.bound == "before" else edtf.interval(when, None)
    except edtf.EdtfError:
        return NOTHING
    return Value(when, value.source, value.basis)


def _value(story: Story, found: Expression, at: Setting) -> Value:
    if found.shape is Shape.FIXED:
        return Value(found.when)
    if found.shape is Shape.SHIFT:
        return _shifted(story, found, at)
    if found.shape is Shape.WEEKDAY:
        return weekday(story, found, at)
    if found.shape is Shape.DAY:
        return day_of_month(story, found, at)
    if found.shape is Shape.YEARLESS and found.make:
        return in_year(story, found, found.make, at)
    return NOTHING


def _shifted(story: Story, found: Expression, at: Setting) -> Value:
    if found.base is Base.PRIOR:
        told = story.prior(found.unit, at)
        if told:
            return Value(shift(told.when, found.count, found.unit), BEFORE, told.start)
        if story.heading or (found.unit == "day" and story.told and story.published is None):
            return _from_heading(story, found)
    now = story.now(at)
    if now.when is None:
        return NOTHING
    if now.source == HEADING:
        return _from_heading(story, found)
    if found.base is Base.PRIOR and found.count > 0 and not at.ahead:
        return NOTHING  # what came later than something not dated is no time after the article itself
    count = found.count
    if found.rule == "the_unit" and days.weekday(now.when.first) >= _SATURDAY:
        count = 0
    when = shift(point(now.when, found.unit), count, found.unit)
    return replace(now, when=edtf.about(when) if at.quoted else when)


def _from_heading(story: Story, found: Expression) -> Value:
    """Counted from a heading; of a day under a month's heading only the month is known."""
    heading = story.heading
    if heading is None:
        return NOTHING
    try:
        return Value(shift(heading.when, found.count, found.unit), HEADING, heading.start)
    except edtf.EdtfError:
        return Value(some_day(heading.when), HEADING, heading.start)
