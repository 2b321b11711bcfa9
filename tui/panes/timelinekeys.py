"""What the timeline shows of the collection's events, and the keys that change it: filter, zoom, bars, conflicts."""

from abc import abstractmethod
from dataclasses import replace
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.reactive import reactive

from tui.panes.density import Density
from tui.panes.eventkeys import EventKeys
from tui.panes.wishes import Said, SiftEvents
from tui.reader.chronicle import Zoom
from tui.reader.eventsieve import EventSieve


class TimelineKeys(EventKeys):
    """A list of events under a strip, of which more or less is shown."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("F", "filter", "Filter", id="timeline.filter",
                tooltip="Show only events with a name, in a period, with a word, of an article, in conflict"),
        Binding("plus", "zoom_by(1)", "Zoom in", show=False, id="timeline.zoom-in",
                tooltip="From years to months to single events"),
        Binding("minus", "zoom_by(-1)", "Zoom out", id="timeline.zoom-out",
                tooltip="A line a month, then a line a year; Enter opens one"),
        Binding("greater_than_sign", "bar(1)", "Next bar", show=False, id="timeline.bar-next",
                tooltip="To the next bar of the strip above; a click on a bar goes there too"),
        Binding("less_than_sign", "bar(-1)", "Bar before", show=False, id="timeline.bar-previous",
                tooltip="To the bar before"),
        Binding("x", "conflicts", "Conflicts", id="timeline.conflicts",
                tooltip="Only conflicts, a card each with its two sides, or all events again"),
    ]  # fmt: skip

    sieve: reactive[EventSieve] = reactive(EventSieve())
    """Which events are shown."""
    zoom: reactive[Zoom] = reactive(Zoom.DAY)
    """How much of the calendar a line stands for."""

    @property
    @abstractmethod
    def strip(self) -> Density:
        """The density strip."""

    @abstractmethod
    def event_under(self) -> int | None:
        """Id of the event under the cursor, else of the first one the line there stands for."""

    @abstractmethod
    def go_to_day(self, day: int) -> None:
        """Go to the first event from a day number on."""

    def action_filter(self) -> None:
        """Ask which events to show."""
        self.post_message(SiftEvents(self.sieve))

    def action_zoom_by(self, by: int) -> None:
        """Let a line stand for less or more."""
        if self.sieve.conflicts:
            self.post_message(Said("Conflicts are not folded. x shows all events again."))
            return
        zoom = Zoom(max(Zoom.YEAR, min(self.zoom + by, Zoom.DAY)))
        if zoom is self.zoom:
            self.post_message(Said("Every event has its line." if by > 0 else "A line is a year. Enter opens one."))
        self.zoom = zoom

    def action_bar(self, by: int) -> None:
        """Go to the next or previous bar of the strip in which something happens."""
        strip, here = self.strip.strip, self.event_under()
        if self.corpus is None or here is None:
            return
        if not self.strip.display:
            self.post_message(Said("There is no room for the strip here."))
            return
        bar = strip.step(self.corpus.events[here].when.first, by)
        if bar is None:
            self.post_message(Said("Nothing later." if by > 0 else "Nothing earlier."))
        else:
            self.go_to_day(strip.begins[bar])

    def action_conflicts(self) -> None:
        """Show the conflicts, or all events again."""
        wanted = replace(self.sieve, conflicts=not self.sieve.conflicts)
        if self.corpus is None or not self.corpus.complete:
            self.post_message(Said("The collection is still being read; its conflicts are known in a moment."))
            return
        if wanted.conflicts and not wanted.sift(self.corpus, self.place):
            self.post_message(Said("No two statements contradict each other here."))
            return
        self.sieve = wanted
