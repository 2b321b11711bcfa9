"""Gives date expressions their value by what stands around them: heading, sentence before, year told, publication.

Order: an expression's own words; the date before it, for what counts from one; the heading it stands under; the year
last named; the publication date; none. Nothing is guessed: what no rule reaches keeps no value.
"""

import re
from dataclasses import dataclass, replace

from tui.dates import days, edtf
from tui.dates.counting import shift
from tui.dates.expressions import Base, Expression, Make, Shape
from tui.model import OPEN_FUTURE, OPEN_PAST, Precision, When

BEFORE, HEADING, NAMED_YEAR, PUBLISHED = "date before", "heading", "year last named", "publication"
"""What a value may be counted from; stands after a rule's name, as in "day, from the heading"."""

_SENTENCE_END = re.compile(r"[.!?][\"'”’)\]]*\s+[\"'“‘(\[]?[A-ZÄÖÜ]")
_FINE = (Precision.DAY, Precision.MONTH, Precision.SEASON, Precision.INTERVAL, Precision.PART)
_KEPT = 12
_CARRIES = 2
_LONG = 92
_LONGEST_NAMED = 366
_STALE = 300
_LONGEST_SENTENCE = 600
_SATURDAY = 5
_REACH = 3


@dataclass(frozen=True, slots=True)
class Told:
    """A date that has been told, for others to count from."""

    start: int
    """Offset of its expression."""
    block: int
    """Number of its paragraph."""
    when: When
    """Its value, bounds left out."""
    carries: bool
    """Whether its year carries on: its own words name it, or it was itself dated by one that does."""
    aside: bool = False
    """Whether it only qualifies a thing ("the 1967 lines"), or comes in passing, not at the head of a sentence."""


@dataclass(frozen=True, slots=True)
class Setting:
    """Where an expression stands."""

    start: int
    """Offset of its first character."""
    block: int
    """Number of its paragraph."""
    quoted: bool
    """Whether it is inside quotation marks."""
    ahead: bool
    """Whether words before it look ahead: will, plans to, due."""
    aside: bool = False
    """Whether it stands within a sentence, or after an article, and so sets no scene."""


@dataclass(frozen=True, slots=True)
class Value:
    """What anchoring found."""

    when: When | None
    """The value, None if nothing supports one."""
    source: str = ""
    """`BEFORE`, `HEADING`, `NAMED_YEAR` or `PUBLISHED`; "" for its own words."""
    basis: int | None = None
    """Offset of the expression it was counted from."""


_NOTHING = Value(None)


class Anchor:
    """The state of reading one article: its publication date, the heading one stands under, the dates told."""

    def __init__(self, text: str, published: When | None) -> None:
        self.text = text
        self.published = published
        self.heading: Told | None = None
        self.told: list[Told] = []

    def value(self, found: Expression, at: Setting) -> Value:
        """The value of the next expression in reading order; remembers it for those to come."""
        try:
            value = self._value(found, at)
            when = value.when
            if when is None:
                return value
            for modifier in found.modifiers:
                when = modifier(when)
            carries = found.shape is Shape.FIXED or value.source in (NAMED_YEAR, BEFORE)
            self._remember(Told(at.start, at.block, when, carries, at.aside))
            if found.bound:
                when = edtf.interval(None, when) if found.bound == "before" else edtf.interval(when, None)
        except edtf.EdtfError:
            return _NOTHING
        return replace(value, when=when)

    def stand_under(self, start: int, block: int, when: When) -> None:
        """Take a dated heading for what follows."""
        self.heading = Told(start, block, when, True)
        self.told.clear()
        self._remember(self.heading)

    def leave_heading(self) -> None:
        """What follows stands under no heading."""
        self.heading = None

    def _remember(self, told: Told) -> None:
        if told.when.first > OPEN_PAST and told.when.last < OPEN_FUTURE:
            self.told.append(told)
            del self.told[:-_KEPT]

    def _value(self, found: Expression, at: Setting) -> Value:
        if found.shape is Shape.FIXED:
            return Value(found.when)
        if found.shape is Shape.SHIFT:
            return self._shifted(found, at)
        if found.shape is Shape.WEEKDAY:
            return self._weekday(found, at)
        if found.shape is Shape.DAY:
            return self._day(found, at)
        if found.shape is Shape.YEARLESS and found.make:
            return self._in_year(found, found.make, at)
        return _NOTHING

    # -- what is counted from -------------------------------------------------------------------------------------

    def _now(self, at: Setting) -> Value:
        """When "today" is: under a heading its month, else the publication date, which a quotation makes uncertain."""
        if self.heading:
            return Value(self.heading.when, HEADING, self.heading.start)
        if self.published is None:
            return _NOTHING
        return Value(edtf.about(self.published) if at.quoted else self.published, PUBLISHED)

    def _prior(self, unit: str, at: Setting) -> Told | None:
        """The date told last that a unit can be counted from."""
        for told in self.told[: -_REACH - 1 : -1]:
            if at.block - told.block > 1 and self.published is not None:
                return None
            try:
                shift(told.when, 0, unit)
            except edtf.EdtfError:
                continue
            return told
        return None

    def _shifted(self, found: Expression, at: Setting) -> Value:
        if found.base is Base.PRIOR:
            told = self._prior(found.unit, at)
            if told:
                return Value(shift(told.when, found.count, found.unit), BEFORE, told.start)
            if self.heading or (found.unit == "day" and self.told and self.published is None):
                return self._from_heading(found)
        now = self._now(at)
        if now.when is None:
            return _NOTHING
        if now.source == HEADING:
            return self._from_heading(found)
        count = found.count
        if found.rule == "the_unit" and days.weekday(now.when.first) >= _SATURDAY:
            count = 0
        when = shift(_point(now.when, found.unit), count, found.unit)
        return replace(now, when=edtf.about(when) if at.quoted else when)

    def _from_heading(self, found: Expression) -> Value:
        """Counted from a heading; of a day under a month's heading only the month is known."""
        heading = self.heading
        if heading is None:
            return _NOTHING
        try:
            return Value(shift(heading.when, found.count, found.unit), HEADING, heading.start)
        except edtf.EdtfError:
            return Value(_some_day(heading.when), HEADING, heading.start)

    def _weekday(self, found: Expression, at: Setting) -> Value:
        if found.unit == "week":
            return self._weekday_of_week(found, at)
        if found.base is Base.PRIOR or (self.published is None and not self.heading):
            told = self._prior("day", at)
            if told is None:
                return _NOTHING
            ahead = (found.weekday - days.weekday(told.when.first)) % 7
            if found.base is Base.PRIOR and found.count:
                ahead = (ahead or 7) if found.count > 0 else (ahead - 7)
            elif found.base is None and at.block != told.block:
                return _NOTHING
            return Value(edtf.from_number(told.when.first + ahead), BEFORE, told.start)
        if self.heading:
            told = self._prior("day", at)
            if told and told is not self.heading:
                ahead = (found.weekday - days.weekday(told.when.first)) % 7
                return Value(edtf.from_number(told.when.first + ahead), BEFORE, told.start)
            return Value(_some_day(self.heading.when), HEADING, self.heading.start)
        now = self._now(at)
        if now.when is None:
            return _NOTHING
        day = _point(now.when, "day").first
        back = (days.weekday(day) - found.weekday) % 7
        if found.base is Base.NOW and found.count < 0:
            number = day - (back or 7)
        elif (found.base is Base.NOW and found.count > 0) or (found.base is None and at.ahead and back):
            number = day + 7 - back
        elif found.base is Base.NOW:
            number = day - days.weekday(day) + found.weekday
        else:
            number = day - back
        when = edtf.from_number(number)
        return replace(now, when=edtf.about(when) if at.quoted or now.when.approximate else when)

    def _weekday_of_week(self, found: Expression, at: Setting) -> Value:
        if found.base is Base.PRIOR:
            told = self._prior("week", at)
            base = Value(told.when, BEFORE, told.start) if told else _NOTHING
        else:
            base = self._now(at)
        if base.when is None:
            return _NOTHING
        week = shift(_point(base.when, "week"), found.count, "week")
        return replace(base, when=edtf.from_number(week.first + found.weekday))

    def _day(self, found: Expression, at: Setting) -> Value:
        """A bare day of the month: of the month told last, or of the last such day before publication."""
        told = self._prior("month", at)
        if told:
            source = HEADING if told is self.heading else BEFORE
            y, m, _ = days.civil(told.when.first)
            return Value(edtf.day(y, m, found.day), source, told.start)
        now = self._now(at)
        if now.when is None or now.when.precision is not Precision.DAY:
            return _NOTHING
        y, m, d = days.civil(now.when.first)
        if found.day > d and not at.ahead:
            y, m = days.add_months(y, m, -1)
        elif found.day < d and at.ahead:
            y, m = days.add_months(y, m, 1)
        return replace(now, when=edtf.day(y, m, found.day))

    # -- what needs a year ----------------------------------------------------------------------------------------

    def _in_year(self, found: Expression, make: Make, at: Setting) -> Value:
        if found.year_count is not None:
            base = self._base_year(found, at)
            if base.when is None:
                return _NOTHING
            return replace(base, when=make(days.civil(base.when.first)[0] + found.year_count))
        if found.base is not None:
            return self._neighbour(found, make, at)
        if self.heading:
            return Value(_nearest(make, self.heading.when.first), HEADING, self.heading.start)
        named = self._named(found, at)
        if named:
            return Value(_on_weekday(found, make, self._near_named(found, make, named, at)), NAMED_YEAR, named.start)
        now = self._now(at)
        if now.when is not None:
            when = _after(make, now.when.first) if at.ahead else _before(make, now.when.last)
            return Value(_on_weekday(found, make, when), PUBLISHED)
        return _NOTHING

    def _base_year(self, found: Expression, at: Setting) -> Value:
        if found.base is Base.PRIOR:
            told = self._prior("year", at)
            if told:
                return Value(told.when, BEFORE, told.start)
        return self._now(at)

    def _neighbour(self, found: Expression, make: Make, at: Setting) -> Value:
        """Last March, next summer, that spring, the following June."""
        if found.base is Base.PRIOR:
            told = self._prior("year", at)
            if told is None:
                return _NOTHING
            base = Value(told.when, BEFORE, told.start)
        else:
            base = self._now(at)
            told = None if base.when else self._prior("year", at)  # a letter quoted: "the 12th of October last"
            if told:
                base = Value(told.when, BEFORE, told.start)
        if base.when is None:
            return _NOTHING
        first, last = base.when.first, base.when.last
        year = days.civil(first)[0]
        if found.count < 0:
            when = next(when for when in map(make, (year, year - 1, year - 2)) if when.last < first)
        elif found.count > 0:
            when = next(when for when in map(make, (year, year + 1, year + 2)) if when.first > last)
        else:
            when = make(year) if found.base is Base.PRIOR else _nearest(make, first)
        return replace(base, when=when)

    def _named(self, found: Expression, at: Setting) -> Told | None:
        """The date told last whose year carries on to one without; None where publication is the better basis.

        A bare year told since the last month or day counts only if the story goes on to it, or it sets the scene at
        the head of a sentence: "the lines of 1967" in a story of 1973 does not.
        """
        year: Told | None = None
        for told in reversed(self.told):
            if not told.carries or told.when.last - told.when.first > _LONGEST_NAMED:
                continue
            if told.when.last - told.when.first > _LONG and told.when.precision is not Precision.INTERVAL:
                year = year or told
                continue
            forward = year is not None and year.when.first > told.when.last
            if year is None or (year.aside and not forward):
                return told if self._reaches(told, found, at) else None
            break
        return year if year and self._reaches(year, found, at) else None

    def _reaches(self, told: Told, found: Expression, at: Setting) -> bool:
        """Whether a date told is near enough for its year to carry on."""
        apart = at.block - told.block
        if self.published is None:
            return bool(found.day) or apart <= _CARRIES
        if apart > 1:
            return False
        if told.when.precision not in _FINE and at.start - told.start > _LONGEST_SENTENCE:
            return False
        return told.when.precision in _FINE or not _SENTENCE_END.search(self.text, told.start, at.start + 1)

    def _near_named(self, found: Expression, make: Make, named: Told, at: Setting) -> When:
        """In the year last named, or the one beside it if the story has gone past its end."""
        year, month, _ = days.civil(named.when.last if named.when.precision is Precision.INTERVAL else named.when.first)
        if named.when.last - named.when.first > _LONG:
            month = found.month
        distance = found.month - month
        if distance < -6:
            year += 1
        elif distance > (6 if self.published else 8):
            year -= 1
        when = make(year)
        if self.published is not None and when.first > self.published.last and not at.ahead:
            return make(year - 1)
        return when


def _on_weekday(found: Expression, make: Make, when: When) -> When:
    """The same day a year later or earlier, if only that falls on the weekday named beside it."""
    if found.weekday < 0 or not found.day or days.weekday(when.first) == found.weekday:
        return when
    year = days.civil(when.first)[0]
    beside = (make(each) for each in (year - 1, year + 1))
    return next((each for each in beside if days.weekday(each.first) == found.weekday), when)


def _point(when: When, unit: str) -> When:
    """A date fit to count units from: an approximate day, or the end of something a little too coarse."""
    if unit in ("day", "week", "fortnight", "weekend") and when.precision is not Precision.DAY:
        raise edtf.EdtfError(f"A {unit} cannot be counted from {when.edtf}.")
    return when


def _some_day(when: When) -> When | None:
    """A day not known of a month; None if the date is coarser."""
    if when.precision is Precision.DAY:
        return when
    if when.precision is not Precision.MONTH:
        return None
    year, month, _ = days.civil(when.first)
    return edtf.month(year, month, day_unknown=True)


def _nearest(make: Make, day: int) -> When:
    year = days.civil(day)[0]
    return min(
        (make(each) for each in (year, year - 1, year + 1)), key=lambda when: abs((when.first + when.last) // 2 - day)
    )


def _before(make: Make, day: int) -> When:
    """The last one that has begun by a day; but the coming one where that lies the better part of a year back."""
    year = days.civil(day)[0]
    last = next(when for when in map(make, (year, year - 1, year - 2)) if when.first <= day)
    return _after(make, day) if last.last < day - _STALE else last


def _after(make: Make, day: int) -> When:
    """The first one that has not ended before a day."""
    year = days.civil(day)[0]
    return next(when for when in map(make, (year - 1, year, year + 1, year + 2)) if when.last >= day)
