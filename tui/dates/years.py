"""Dates that name no year: which year they are of."""

import re
from dataclasses import replace

from tui.dates import days
from tui.dates.expressions import Base, Expression, Make
from tui.dates.nearby import after, before, first_of, nearest, on_weekday
from tui.dates.story import BEFORE, HEADING, NAMED_YEAR, NOTHING, PUBLISHED, Setting, Story, Told, Value
from tui.model import Precision, When

_SENTENCE_END = re.compile(r"[.!?][\"'”’)\]]*\s+[\"'“‘(\[]?[A-ZÄÖÜ]")
_FINE = (Precision.DAY, Precision.MONTH, Precision.SEASON, Precision.INTERVAL, Precision.PART)
_SPOKEN = ("relative_name", "name_beyond")
"""Rules of "last March", "the summer before last": counted from when they are written and from nothing else."""

_CARRIES = 2
_LONG = 92
_LONGEST_NAMED = 366
_LONGEST_SENTENCE = 600


def in_year(story: Story, found: Expression, make: Make, at: Setting) -> Value:
    """The value of an expression without a year, `make` giving it in each year."""
    if found.year_count is not None:
        base = _base_year(story, found, at)
        if base.when is None:
            return NOTHING
        return replace(base, when=make(days.civil(base.when.first)[0] + found.year_count))
    if found.base is not None:
        return _neighbour(story, found, make, at)
    if story.heading:
        return Value(nearest(make, story.heading.when.first), HEADING, story.heading.start)
    named = _named(story, found, at)
    if named:
        return Value(on_weekday(found, make, _near_named(story, found, make, named, at)), NAMED_YEAR, named.start)
    now = story.now(at)
    if now.when is not None:
        when = after(make, now.when.first) if at.ahead else before(make, now.when.last)
        return Value(on_weekday(found, make, when), PUBLISHED)
    return NOTHING


def _base_year(story: Story, found: Expression, at: Setting) -> Value:
    if found.base is Base.PRIOR:
        told = story.prior("year", at)
        if told:
            return Value(told.when, BEFORE, told.start)
    return story.now(at)


def _neighbour(story: Story, found: Expression, make: Make, at: Setting) -> Value:
    """Last March, next summer, that spring, the following June."""
    if found.base is Base.PRIOR:
        told = story.prior("year", at)
        if told is None:
            return NOTHING
        base = Value(told.when, BEFORE, told.start)
    else:
        base = story.now(at)
        # A letter quoted, "the 12th of October last", counts from the date it was told with. For "last summer" the
        # date told last is no "now": where nobody knows when the article was written it stays open.
        told = story.prior("year", at) if base.when is None and found.rule not in _SPOKEN else None
        if told:
            base = Value(told.when, BEFORE, told.start)
    if base.when is None:
        return NOTHING
    first, last = base.when.first, base.when.last
    year = days.civil(first)[0]
    if found.count < 0:
        when = first_of(make, year, -1, lambda when: when.last < first)
    elif found.count > 0:
        when = first_of(make, year, 1, lambda when: when.first > last)
    else:
        when = make(year) if found.base is Base.PRIOR else nearest(make, first)
    if abs(found.count) > 1:  # "the summer before last"
        when = make(days.civil(when.first)[0] + found.count - found.count // abs(found.count))
    return replace(base, when=when)


def _named(story: Story, found: Expression, at: Setting) -> Told | None:
    """The date told last whose year carries on to one without; None where publication is the better basis.

    A bare year told since the last month or day counts only if the story goes on to it, or it sets the scene at
    the head of a sentence: "the lines of 1967" in a story of 1973 does not.
    """
    if not story.carrying:
        return None
    year: Told | None = None
    for told in reversed(story.told):
        if not told.carries or told.when.last - told.when.first > _LONGEST_NAMED:
            continue
        if told.when.last - told.when.first > _LONG and told.when.precision is not Precision.INTERVAL:
            year = year or told
            continue
        forward = year is not None and year.when.first > told.when.last
        if year is None or (year.aside and not forward):
            return told if _reaches(story, told, found, at) else None
        break
    return year if year and _reaches(story, year, found, at) else None


def _reaches(story: Story, told: Told, found: Expression, at: Setting) -> bool:
    """Whether a date told is near enough for its year to carry on."""
    apart = at.block - told.block
    if story.published is None:
        return bool(found.day) or apart <= _CARRIES
    if apart > 1:
        return False
    sentence_over = _SENTENCE_END.search(story.text, told.start, at.start + 1)
    if found.day and sentence_over and told.when.first > story.published.last:
        return False  # what is planned for a far year does not date the day named next
    if told.when.precision not in _FINE and at.start - told.start > _LONGEST_SENTENCE:
        return False
    return told.when.precision in _FINE or not sentence_over


def _near_named(story: Story, found: Expression, make: Make, named: Told, at: Setting) -> When:
    """In the year last named, or the one beside it if the story has gone past its end."""
    year, month, _ = days.civil(named.when.last if named.when.precision is Precision.INTERVAL else named.when.first)
    if named.when.last - named.when.first > _LONG:
        month = found.month
    distance = found.month - month
    if distance < -5:
        year += 1
    elif distance > (6 if story.published else 9):
        year -= 1
    when = make(year)
    if story.published is not None and when.first > story.published.last and not at.ahead:
        return before(make, story.published.last)
    return when
