"""The timeline pane: every event of the collection in calendar order, following the article and leading it."""

from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.reactive import reactive

from tui.corpus.tables import Corpus
from tui.model import Conflict
from tui.panes.density import Density
from tui.panes.eventkeys import EventKeys
from tui.panes.eventrows import EventRows
from tui.panes.wishes import Said, SiftEvents, Went
from tui.reader.chronicle import Chronicle, Line, Sort, Zoom
from tui.reader.disputes import Disputes
from tui.reader.eventsieve import EventSieve
from tui.reader.place import Goto, Place


class TimelinePane(EventKeys):
    """Events of all articles under year and month heads, with honest dates; the one nearest the reading line is lit."""

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

    title = "Timeline"
    about = (
        "Every event that some article dates, in calendar order. The event told nearest the reading line is lit; "
        "moving here moves the text. ! marks an event on which sources disagree. Enter opens a line that stands for "
        "several: a year, a month, what was merely reported."
    )

    sieve: reactive[EventSieve] = reactive(EventSieve())
    """Which events are shown."""
    zoom: reactive[Zoom] = reactive(Zoom.DAY)
    """How much of the calendar a line stands for."""

    def __init__(self) -> None:
        super().__init__("timeline")
        self._rows = EventRows()
        self._strip = Density()
        self._opened: frozenset[tuple[str, int, int]] = frozenset()

    @property
    def view(self) -> EventRows:
        """The list of events."""
        return self._rows

    def compose_above(self) -> ComposeResult:
        """The density strip."""
        yield self._strip

    def make_view(self) -> EventRows:
        """The list of events."""
        return self._rows

    # --- following the desk

    def watch_corpus(self) -> None:
        """Make the rows of a new or fuller collection; in the list of conflicts the cursor keeps its height."""
        self._build(self._rows.cursor if self.sieve.conflicts else None)

    def watch_notes(self) -> None:
        """Mark the events that carry notes."""
        noted: set[int] = set()
        if (corpus := self.corpus) is not None:
            for placed in self.notes:
                if placed.event is not None and placed.event < len(corpus.events):
                    noted.update(corpus.sources(placed.event))
        if noted != self._rows.noted:
            self._rows.noted = frozenset(noted)
            self._rows.reset()

    def watch_place(self, old: Place, new: Place) -> None:
        """Follow the reader: light the event in focus, and show others where the filter depends on the place."""
        if self.sieve.follows(old, new):
            self._build()
        elif old.entity != new.entity:
            self._rows.lit = new.entity
            self._rows.reset()
        self._follow()

    def watch_sieve(self) -> None:
        """Show other events."""
        self._build()

    def watch_zoom(self) -> None:
        """Fold or open the calendar, and stay at the event."""
        self._opened = frozenset(key for key in self._opened if key[0] == Sort.REPORTED)
        here = self._event_under()
        if isinstance(shown := self._rows.shown, Chronicle):
            shown.lay(self.zoom, self._opened)
            self._rows.show(shown, shown.row_of(here) if here is not None else None)
        self._say_shown()

    def _build(self, cursor: int | None = None) -> None:
        """Sift the events anew and make their rows; without a row for the cursor it goes to the event in focus."""
        corpus = self.corpus
        if corpus is None or not self.is_mounted:
            return
        self._rows.lit = self.place.entity
        shown = self._sifted(corpus)
        self._rows.show(shown, self._row_for(corpus, shown) if cursor is None else cursor)
        self._mark()
        self._say_shown()

    def _sifted(self, corpus: Corpus) -> Chronicle | Disputes:
        sieve = self.sieve
        events = sieve.sift(corpus, self.place)
        whole = shown = Disputes(corpus, events, self._opened) if sieve.conflicts else Chronicle(corpus, events)
        if isinstance(shown, Chronicle):
            shown.lay(self.zoom, self._opened)
        if sieve.period is not None:
            # The strip goes on beyond the period, and sets it off.
            whole = Chronicle(corpus, replace(sieve, period=None).sift(corpus, self.place))
        self._strip.show(whole.days, sieve.period)
        return shown

    def _row_for(self, corpus: Corpus, shown: Chronicle | Disputes) -> int:
        """The row of the event in focus, else of the one that comes next in the calendar."""
        event = self.place.event
        if event is None or event >= len(corpus.events):
            return 0
        rows = (row for row in map(shown.row_of, corpus.sources(event)) if row is not None)
        found = next(rows, None)
        return found if found is not None else shown.row_from(corpus.events[event].when.first) or 0

    def _follow(self) -> None:
        corpus, event, shown = self.corpus, self.place.event, self._rows.shown
        if corpus is None or shown is None or event is None or event >= len(corpus.events):
            return
        told = corpus.sources(event)
        if self.event_here() not in told:
            row = next((row for row in map(shown.row_of, told) if row is not None), None)
            if row is not None:
                self._rows.move(row)
        self._mark()

    def _mark(self) -> None:
        """Mark in the strip where the cursor is."""
        here = self._event_under()
        if self.corpus is not None and here is not None:
            self._strip.mark(self.corpus.events[here].when.first)

    def _say_shown(self) -> None:
        """Say in the head line what is shown, and of how much."""
        corpus, shown = self.corpus, self._rows.shown
        if corpus is None or shown is None:
            return
        said = replace(self.sieve, conflicts=False).said(corpus)
        if not corpus.complete:
            self.head("reading …")
        elif isinstance(shown, Disputes):
            aside = f", {len(shown.dismissed)} dismissed" if shown.dismissed else ""
            self.head(_counted(len(shown.standing), "conflict") + aside + (f" · {said}" if said else ""))
        else:
            count, total = len(shown.told), len(corpus.events.columns.rows(range(len(corpus.events)))[0])
            many = _counted(count, "event") if count == total else f"{count} of {total}"
            merely = len(shown.merely) if not count else 0
            many = f"{merely} reported" if merely else many
            fine = {Zoom.YEAR: " by year", Zoom.MONTH: " by month"}.get(self.zoom, "")
            self.head(f"{many}{fine}" + (f" · {said}" if said else ""))

    # --- the cursor

    def event_here(self) -> int | None:
        """Id of the event under the cursor."""
        return self._rows.event(self._rows.cursor)

    def _event_under(self) -> int | None:
        """Id of the event under the cursor, else of the first one the line there stands for."""
        line, shown = self._rows.line(self._rows.cursor), self._rows.shown
        if isinstance(line, Line) and isinstance(shown, Chronicle):
            return next(iter([*shown.events_under(line)[:1], *shown.merely[line.merely[0] : line.merely[1]][:1]]), None)
        return self.event_here()

    def conflict_here(self) -> Conflict | None:
        """In the list of conflicts, the one the cursor is in."""
        shown = self._rows.shown
        return shown.conflict_at(self._rows.cursor) if isinstance(shown, Disputes) else None

    def row_moved(self) -> None:
        """Take the text to the event under the cursor."""
        self._mark()
        if (here := self.event_here()) is not None:
            self.post_message(Went(Goto(event=here, keep=True)))

    def row_chosen(self) -> None:
        """Go to the event under the cursor and keep the way back, or open or close what the line stands for."""
        line = self._rows.line(self._rows.cursor)
        if line is not None:
            self._opened ^= {line.key}
            self._fold()
        elif (here := self.event_here()) is not None:
            self.post_message(Went(Goto(event=here)))

    def _fold(self) -> None:
        """Make the rows anew with other lines open: what lies above the cursor is the same, so it stays."""
        shown = self._rows.shown
        if isinstance(shown, Chronicle):
            shown.lay(self.zoom, self._opened)
            self._rows.show(shown)
        else:
            self._build(self._rows.cursor)

    def find_places(self, query: str) -> Sequence[int]:
        """Rows of events whose date or headline holds the query, as typed but for case and white space."""
        shown, words = self._rows.shown, " ".join(query.split())
        if self.corpus is None or shown is None or not words:
            return ()
        exact = any(letter.isupper() for letter in words)
        columns = self.corpus.events.columns
        lines, words = (columns.lines, words) if exact else (columns.plain_lines, words.casefold())
        return [row for row, event in enumerate(shown.rows) if event >= 0 and words in lines[event]]

    def go_to_found(self, position: int) -> None:
        """Put the cursor on a hit and the text with it."""
        super().go_to_found(position)
        self.row_moved()

    @on(Density.Picked)
    def _picked(self, event: Density.Picked) -> None:
        event.stop()
        self._go_to_day(event.day)

    def _go_to_day(self, day: int) -> None:
        row = self._rows.shown.row_from(day) if self._rows.shown is not None else None
        if row is not None:
            self._rows.move(row)
            self.row_moved()

    # --- keys

    def clear_find(self) -> bool:
        """Close the search, else show all events again; False if neither."""
        if super().clear_find():
            return True
        filtered, self.sieve = not self.sieve.is_open, EventSieve()
        return filtered

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
        strip, here = self._strip.strip, self._event_under()
        if self.corpus is None or here is None:
            return
        bar = strip.step(self.corpus.events[here].when.first, by)
        if bar is None:
            self.post_message(Said("Nothing later." if by > 0 else "Nothing earlier."))
        else:
            self._go_to_day(strip.begins[bar])

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


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
