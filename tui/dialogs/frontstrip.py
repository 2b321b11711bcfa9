"""The strip of the front page: a density strip one can stand on, each of its bars a stretch of calendar to open."""

from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.events import Click
from textual.message import Message

from tui.dates.days import civil
from tui.panes.density import Density
from tui.reader.period import Period, read_period


class FrontStrip(Density, can_focus=True):
    """Bars to step through and to open."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,l", "bar(1)", "Next bar", show=False, id="strip.next", tooltip="Next bar"),
        Binding("left,h", "bar(-1)", "Bar before", show=False, id="strip.previous", tooltip="Bar before"),
        Binding("enter", "open", "Open", show=False, id="strip.open", tooltip="Open what this bar counts"),
    ]

    @dataclass
    class Chosen(Message):
        """A bar was opened."""

        period: Period | None
        """The days it stands for; None where they cannot be said in words."""
        first: int
        """Day number on which they begin."""

    def action_bar(self, by: int) -> None:
        """Go to the next or previous bar."""
        self.step(by)

    def step(self, by: int) -> None:
        """Mark the next or previous bar that is not empty; the first or last one where none is marked."""
        strip = self.strip
        if not strip.counts:
            return
        # The first and the last bar are never empty: the strip begins and ends with what it counts.
        if self.here is None:
            bar: int | None = 0 if by > 0 else len(strip.counts) - 1
        else:
            bar = strip.step(self.here, by)
        if bar is not None:
            self.mark(strip.begins[bar])

    def action_open(self) -> None:
        """Open what the marked bar counts."""
        strip = self.strip
        bar = strip.bar_of(self.here) if self.here is not None else None
        if bar is not None:
            first, after = strip.begins[bar : bar + 2]
            self.post_message(self.Chosen(period_of(first, after - 1), first))

    @on(Click)
    def _clicked(self, event: Click) -> None:
        place = event.get_content_offset(self)
        bar = self.strip.bar_at(place.x) if place is not None else None
        if bar is not None:
            self.mark(self.strip.begins[bar])
            if event.chain > 1:
                self.action_open()


def period_of(first: int, last: int) -> Period | None:
    """The whole months from one day to another, in words; None before the year 1."""
    (year, month, _), (last_year, last_month, _) = civil(first), civil(last)
    if year < 1:
        return None
    if (month, last_month) == (1, 12):
        typed = f"{year:04}" if year == last_year else f"{year:04}..{last_year:04}"
    elif (year, month) == (last_year, last_month):
        typed = f"{year:04}-{month:02}"
    else:
        typed = f"{year:04}-{month:02}..{last_year:04}-{last_month:02}"
    return read_period(typed)
