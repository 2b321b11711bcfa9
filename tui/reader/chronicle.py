"""Events in calendar order under years and months that fold: what each row of the timeline is, at every zoom.

A row is one number: an event's id, or for anything else a negative one that `Chronicle.line` reads. Making the rows
costs a step a month, not an event, so that folding a hundred thousand events is felt by nobody.
"""

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum, StrEnum

from tui.corpus.tables import Corpus
from tui.dates.days import add_months, civil, number
from tui.model import OPEN_PAST, Precision

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
"""Month names for the heads, January first."""

NO_BEGINNING = "No known beginning"
"""The head over what is only known to have been before some day."""

_MONTH_NAMED = re.compile(r"\[?-?\d{4,}-(0[1-9]|1[0-2])")


class Zoom(IntEnum):
    """How much of the calendar one line stands for, unless it was opened."""

    YEAR = 0
    """A line a year."""
    MONTH = 1
    """A line a month, under heads of years."""
    DAY = 2
    """A line an event, under heads of months."""


class Sort(StrEnum):
    """What a row is, if it is no event."""

    YEAR_HEAD = "year head"
    """A heading over a year's months."""
    YEAR = "year"
    """A year on one line, to be opened."""
    MONTH_HEAD = "month head"
    """A heading over a month's events."""
    MONTH = "month"
    """A month on one line, to be opened."""
    REPORTED = "reported"
    """What was merely reported in a month, on one line, to be opened."""


@dataclass(frozen=True, slots=True)
class Line:
    """A row that is no event."""

    sort: Sort
    """What it is."""
    year: int
    """Astronomical year; `OPEN_PAST` for what has no known beginning."""
    month: int
    """1 to 12; 0 for a line on a whole year."""
    named: bool
    """Whether some event in it names the month: "in 1764" is not January."""
    told: tuple[int, int]
    """Its stretch of `Chronicle.told`."""
    merely: tuple[int, int]
    """Its stretch of `Chronicle.merely`."""
    is_open: bool = True
    """Whether what lies beneath it is shown."""
    opens_year: bool = False
    """Whether it is the first shown of its year."""

    @property
    def key(self) -> tuple[str, int, int]:
        """What it is called in the set of lines that were opened by hand."""
        return (self.sort.value, self.year, self.month)

    @property
    def is_head(self) -> bool:
        """Whether it is a heading, which opens and closes nothing."""
        return self.sort in (Sort.YEAR_HEAD, Sort.MONTH_HEAD)

    @property
    def words(self) -> str:
        """What it is called: "January 2007", "1764", "44 BCE"."""
        if self.year <= OPEN_PAST:
            return NO_BEGINNING
        return f"{MONTHS[self.month - 1]} {self.year_words}" if self.month and self.named else self.year_words

    @property
    def year_words(self) -> str:
        """The year alone: "2007", "44 BCE"."""
        if self.year <= OPEN_PAST:
            return NO_BEGINNING
        return str(self.year) if self.year > 0 else f"{1 - self.year} BCE"


class Chronicle:
    """The rows of a timeline: which events, at which zoom, with what opened by hand."""

    def __init__(self, corpus: Corpus, events: Sequence[int]) -> None:
        """Take the ids of events in calendar order; what tells the same becomes one row."""
        self.corpus = corpus
        """The collection."""
        self.told, self.merely = corpus.events.columns.rows(events)
        """Ids of the dated rows and of the merely reported ones, each in calendar order."""
        firsts = corpus.events.columns.firsts
        self.days = array("q", [firsts[event] for event in self.told])
        """Day number on which each dated row begins."""
        self._merely_days = array("q", [firsts[event] for event in self.merely])
        self._months = list(self._cut())
        self._years = list(_years_of(self._months))
        self.rows = array("q")
        """The rows, once laid out."""
        self._lines: list[Line] = []
        self._at: list[int] = []
        self.lay(Zoom.DAY, frozenset())

    def lay(self, zoom: Zoom, opened: frozenset[tuple[str, int, int]]) -> None:
        """Make the rows at a zoom; `opened` are the keys of lines that were opened by hand."""
        self.rows = array("q")
        self._lines, self._at = [], []
        for year in self._years:
            months = range(*year.months)
            whole = year.line
            if zoom is Zoom.YEAR:
                whole_open = (Sort.YEAR.value, whole.year, 0) in opened
                self._put(whole, Sort.YEAR, is_open=whole_open)
                if not whole_open:
                    continue
            elif zoom is Zoom.MONTH and whole.year > OPEN_PAST:
                self._put(whole, Sort.YEAR_HEAD, is_open=True)
            for place, index in enumerate(months):
                self._lay_month(self._months[index], zoom, opened, opens_year=place == 0)

    def line(self, row: int) -> Line | None:
        """What a row is; None for an event."""
        value = self.rows[row]
        return self._lines[-1 - value] if value < 0 else None

    def row_of(self, event: int) -> int | None:
        """The row that shows an event, else the closed line it lies under; None if it is not among the events."""
        for ids, stretch in ((self.told, 0), (self.merely, 1)):
            at = bisect_left(ids, event)
            if at < len(ids) and ids[at] == event:
                return self._row_at(at, stretch)
        return None

    def row_from(self, day: int) -> int | None:
        """The row of the first dated event that begins on or after a day, else of the last; None without any."""
        if not self.told:
            return None
        return self.row_of(self.told[min(bisect_left(self.days, day), len(self.told) - 1)])

    def events_under(self, line: Line) -> Sequence[int]:
        """Ids of the rows a line stands for: those merely reported for a line of them, else those that are dated."""
        if line.sort is Sort.REPORTED:
            return self.merely[line.merely[0] : line.merely[1]]
        return self.told[line.told[0] : line.told[1]]

    def _row_at(self, at: int, stretch: int) -> int | None:
        """The row of the event at a place of `told` (stretch 0) or `merely` (1), or of the line that hides it."""
        # Wider lines stand before what they hold, so the nearest one above that holds the place is the innermost.
        above = bisect_right(self._lines, at, key=lambda line: (line.told, line.merely)[stretch][0])
        for index in range(above - 1, -1, -1):
            line = self._lines[index]
            begin, end = (line.told, line.merely)[stretch]
            if begin <= at < end and (stretch or line.sort is not Sort.REPORTED):
                return self._at[index] + (1 + at - begin if line.is_open else 0)
        return None

    def _lay_month(self, month: Line, zoom: Zoom, opened: frozenset[tuple[str, int, int]], *, opens_year: bool) -> None:
        if zoom is Zoom.DAY:
            self._put(month, Sort.MONTH_HEAD, is_open=True, opens_year=opens_year)
        else:
            is_open = (Sort.MONTH.value, month.year, month.month) in opened
            self._put(month, Sort.MONTH, is_open=is_open, opens_year=opens_year)
            if not is_open:
                return
        self.rows.extend(self.told[month.told[0] : month.told[1]])
        if month.merely[1] > month.merely[0]:
            is_open = (Sort.REPORTED.value, month.year, month.month) in opened
            self._put(month, Sort.REPORTED, is_open=is_open)
            if is_open:
                self.rows.extend(self.merely[month.merely[0] : month.merely[1]])

    def _put(self, of: Line, sort: Sort, *, is_open: bool, opens_year: bool = False) -> None:
        self._lines.append(Line(sort, of.year, of.month, of.named, of.told, of.merely, is_open, opens_year))
        self._at.append(len(self.rows))
        self.rows.append(-len(self._lines))

    def _cut(self) -> Iterator[Line]:
        """The months in which something begins, each with its stretches."""
        at, merely_at = 0, 0
        while at < len(self.days) or merely_at < len(self._merely_days):
            day = min([*self.days[at : at + 1], *self._merely_days[merely_at : merely_at + 1]])
            if day <= OPEN_PAST:
                year, month, beyond = OPEN_PAST, 0, OPEN_PAST + 1
            else:
                year, month, _ = civil(day)
                beyond = number(*add_months(year, month, 1))
            end = bisect_left(self.days, beyond, at)
            merely_end = bisect_left(self._merely_days, beyond, merely_at)
            named = any(map(self._names_month, self.told[at:end])) or merely_end > merely_at
            yield Line(Sort.MONTH, year, month, named, (at, end), (merely_at, merely_end))
            at, merely_at = end, merely_end

    def _names_month(self, event: int) -> bool:
        """Whether the text names the month an event begins in: "early 2007" does not, "March to July 2008" does."""
        when = self.corpus.events.when(event)
        return when.precision is not Precision.PART and _MONTH_NAMED.match(when.edtf) is not None


@dataclass(frozen=True, slots=True)
class _Year:
    """A year's stretch of the months."""

    line: Line
    months: tuple[int, int]


def _years_of(months: Sequence[Line]) -> Iterator[_Year]:
    begin = 0
    for index in range(1, len(months) + 1):
        if index == len(months) or months[index].year != months[begin].year:
            first, last = months[begin], months[index - 1]
            told, merely = (first.told[0], last.told[1]), (first.merely[0], last.merely[1])
            yield _Year(Line(Sort.YEAR, first.year, 0, False, told, merely), (begin, index))
            begin = index
