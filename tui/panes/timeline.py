"""The timeline pane: every event of the collection in calendar order, following the article and leading it."""

from collections.abc import Sequence
from dataclasses import replace

from textual import on
from textual.app import ComposeResult

from tui.corpus.tables import Corpus
from tui.model import Conflict
from tui.panes.density import Density
from tui.panes.eventrows import EventRows, height_for
from tui.panes.timelinekeys import TimelineKeys
from tui.panes.wishes import Went
from tui.reader.chronicle import Chronicle, Line, Sort, Zoom
from tui.reader.disputes import Disputes
from tui.reader.eventsieve import EventSieve
from tui.reader.place import Goto, Place


class TimelinePane(TimelineKeys):
    """Events of all articles under year and month heads, with honest dates; the one nearest the reading line is lit."""

    title = "Timeline"
    about = (
        "Every event that some article dates, in calendar order. The event told nearest the reading line is lit; "
        "moving here moves the text. ! marks an event on which sources disagree. Enter opens a line that stands for "
        "several: a year, a month, what was merely reported."
    )

    def __init__(self) -> None:
        super().__init__("timeline")
        self._rows = EventRows()
        self._strip = Density()
        self._opened: frozenset[tuple[str, int, int]] = frozenset()

    @property
    def strip(self) -> Density:
        """The density strip."""
        return self._strip

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

    def on_resize(self) -> None:
        """In a low pane the strip gives its lines to the events."""
        width, height = self.size
        room = height - _HEAD - self._strip.LINES
        self._strip.display = room // height_for(width, room) >= _ROWS_BELOW_STRIP

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
        here = self.event_under()
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
        here = self.event_under()
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

    def event_under(self) -> int | None:
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
        self.go_to_day(event.day)

    def go_to_day(self, day: int) -> None:
        """Go to the first event from a day number on."""
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


_HEAD, _ROWS_BELOW_STRIP = 1, 5
"""Lines of the pane above the strip; rows there must be room for below it."""


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
