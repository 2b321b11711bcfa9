"""The density strip: how much happens when, as one line of bars over years."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import ClassVar

from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.widget import Widget

from tui.dates.days import civil
from tui.reader.period import Period
from tui.reader.spread import bars
from tui.reader.strip import NO_STRIP, Strip, strip_of


class Density(Widget):
    """The strip above the timeline: a bar a month, or more months where they do not fit; a click goes there."""

    LINES: ClassVar[int] = 2
    """Lines it takes: the bars, and the years below them."""

    @dataclass
    class Picked(Message):
        """The reader clicked on a bar."""

        day: int
        """Day number on which what it stands for begins."""

    def __init__(self) -> None:
        super().__init__(id="density")
        self._days: Sequence[int] = ()
        self._period: Period | None = None
        self._strip: Strip | None = None
        self._cut_for = 0
        self._here: int | None = None

    @property
    def here(self) -> int | None:
        """Day number of the event in focus, marked in the strip."""
        return self._here

    def mark(self, day: int) -> None:
        """Mark the bar of another day; nothing is painted while it is the same bar."""
        before = self.strip.bar_of(self._here) if self._here is not None else None
        self._here = day
        if self.strip.bar_of(day) != before:
            self.refresh()

    def show(self, days: Sequence[int], period: Period | None) -> None:
        """Count these day numbers, which are in order, and set a period off from the rest."""
        self._days, self._period, self._strip = days, period, None
        self.refresh()

    @property
    def strip(self) -> Strip:
        """The bars at the present width."""
        width = self.size.width
        if self._strip is None or self._cut_for != width:
            self._strip = strip_of(self._days, width) if width >= _NARROWEST else NO_STRIP
            self._cut_for = width
        return self._strip

    def on_resize(self) -> None:
        """Cut the years anew."""
        self.refresh()

    def on_click(self, event: Click) -> None:
        """Go to what the bar stands for."""
        place = event.get_content_offset(self)
        bar = self.strip.bar_at(place.x) if place is not None else None
        if bar is not None:
            self.post_message(self.Picked(self.strip.begins[bar]))

    def render(self) -> Content:
        """Bars above, years below; the bar in focus has a mark under it, a period a bracket at either end."""
        strip = self.strip
        if not strip.counts:
            return Content("")
        here = strip.bar_of(self.here) if self.here is not None else None
        drawn = bars(strip.counts)
        looks: list[tuple[str, str]] = []
        for index, bar in enumerate(drawn):
            shown = "▁" if index == here and bar == " " else bar
            look = "$accent-ink" if index == here else "$faint 50%" if self._is_aside(index) else "$quiet"
            looks.append((shown * strip.cells, look))
        pieces = [("".join(text for text, _ in run), look) for look, run in groupby(looks, key=itemgetter(1))]
        marks = self._marks(strip, here)
        below = [(marks.get(cell, letter), "$accent-ink" if cell in marks else "")
                 for cell, letter in enumerate(years_below(strip, marks))]  # fmt: skip
        return Content("\n").join([Content.assemble(*pieces), Content.assemble(*below)])

    def _marks(self, strip: Strip, here: int | None) -> dict[int, str]:
        """The signs below the bars, by cell: brackets around a period, a pointer at the bar in focus."""
        marks: dict[int, str] = {}
        if self._period is not None:
            inside = [bar for bar in range(len(strip.counts)) if not self._is_aside(bar)]
            if inside:
                marks[inside[0] * strip.cells] = "["
                marks[(inside[-1] + 1) * strip.cells - 1] = "]"
        if here is not None:
            marks[here * strip.cells + (strip.cells - 1) // 2] = "▴"
        return marks

    def _is_aside(self, bar: int) -> bool:
        """Whether a bar lies outside the period."""
        period, begins = self._period, self.strip.begins
        return period is not None and not (period.first < begins[bar + 1] and begins[bar] <= period.last)


def years_below(strip: Strip, taken: Collection[int] = ()) -> str:
    """The years under the bars, as many as stand clear of each other and of the cells that are taken.

    The first and the last come before the others; one whose place is taken stands right behind it.
    """
    width = len(strip.counts) * strip.cells
    line = [" "] * width
    years = [civil(day)[0] for day in strip.begins[:-1]]
    starts = [bar for bar in range(len(years)) if bar == 0 or years[bar] != years[bar - 1]]
    last = max(0, width - len(_year(years[-1])))
    wanted = [(0, years[0]), (last, years[-1]), *((bar * strip.cells, years[bar]) for bar in starts[1:])]
    said: set[int] = set()
    for place, year in wanted:
        words = _year(year)
        at = next((cell + 1 for cell in range(place + len(words) - 1, place - 1, -1) if cell in taken), place)
        end = at + len(words)
        clear = all(letter == " " for letter in line[max(0, at - 2) : end + 2])
        if year not in said and end <= width and clear and not any(cell in taken for cell in range(at, end)):
            line[at:end] = words
            said.add(year)
    return "".join(line)


def _year(year: int) -> str:
    return str(year) if year > 0 else f"{1 - year} BCE"


_NARROWEST = 12
"""Cells under which no strip is drawn."""
