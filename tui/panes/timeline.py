"""The timeline pane: every event of the collection in calendar order, following the article and leading it."""

import re
from array import array
from collections.abc import Sequence
from itertools import groupby
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from tui.corpus.tables import Corpus
from tui.dates.days import civil
from tui.dates.words import describe
from tui.model import OPEN_PAST, Event, Precision
from tui.panes.density import Density
from tui.panes.pane import ListPane
from tui.panes.rows import Piece, Rows, clip, pad
from tui.panes.wishes import CompareSources, CorrectDate, OpenDossier, ReadNotes, Said, Went, WriteNote
from tui.reader.place import Goto, Place
from tui.reader.redate import misdated_event

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
"""Month names for the heads, January first."""

DATE_WIDTH = 13
"""Cells of the date column."""


def rows_of(corpus: Corpus, events: Sequence[int]) -> "array[int]":
    """The rows of a timeline of these events, in order: an event's id; before each month's first one, a head.

    A head is a negative number that `head_of` reads. A month in which no event is known to the month has only its
    year for a head: "in 1764" is not January.
    """
    rows = array("q")
    for begins, group in groupby(events, key=lambda event: _month_of(corpus.events[event])):
        ids = list(group)
        fine = begins[0] > OPEN_PAST and any(_knows_month(corpus.events[event]) for event in ids)
        rows.append(-2 * ids[0] - 1 - fine)
        rows.extend(ids)
    return rows


def conflicts_said(corpus: Corpus, events: Sequence[int]) -> str:
    """How many conflicts these events stand in: "1 conflict"."""
    count = len({conflict for event in events for conflict in corpus.claims.of_event(event)})
    return f"{count} conflict" if count == 1 else f"{count} conflicts"


def head_of(corpus: Corpus, row: int) -> str:
    """What a head of `rows_of` says: "January 2007", "1764", or that nothing is known of a beginning."""
    fine = row % 2 == 0
    year, month = _month_of(corpus.events[(-row - 1 - fine) // 2])
    if year <= OPEN_PAST:
        return "No known beginning"
    name = str(year) if year > 0 else f"{1 - year} BCE"
    return f"{MONTHS[month - 1]} {name}" if fine else name


def _month_of(event: Event) -> tuple[int, int]:
    """Year and month of an event's first day; (OPEN_PAST, 0) without a beginning."""
    first = event.when.first
    return (OPEN_PAST, 0) if first <= OPEN_PAST else civil(first)[:2]


def _knows_month(event: Event) -> bool:
    """Whether the text names the month an event begins in: "early 2007" does not, "March to July 2008" does."""
    return event.when.precision is not Precision.PART and _MONTH_NAMED.match(event.when.edtf) is not None


_MONTH_NAMED = re.compile(r"\[?-?\d{4,}-(0[1-9]|1[0-2])")


class EventRows(Rows):
    """The list of events with their month heads."""

    def __init__(self) -> None:
        super().__init__("timeline-rows")
        self.corpus: Corpus | None = None
        """The collection the ids belong to."""
        self.ids: array[int] = array("q")
        """Rows as `rows_of` makes them."""
        self.noted: frozenset[int] = frozenset()
        """Ids of events that carry a note."""
        self.lit: int | None = None
        """Entity whose events are lit."""

    def count(self) -> int:
        """Number of rows."""
        return len(self.ids)

    def is_head(self, index: int) -> bool:
        """Whether a row is a month head."""
        return self.ids[index] < 0

    def draw(self, index: int, width: int) -> list[list[Piece]]:
        """A month head, or an event: mark, date, headline, number of sources."""
        if self.corpus is None:
            return []
        row = self.ids[index]
        if row < 0:
            above: list[list[Piece]] = [[]] if self.row_height > 1 else []  # a blank line before a head
            return [*above, [(head_of(self.corpus, row), "head")]]
        event = self.corpus.events[row]
        sources = len({self.corpus.events[other].article for other in self.corpus.sources(row)})
        tail = f" ×{sources}" if sources > 1 else ""
        note: Piece = ("◆", "note") if row in self.noted else (" ", "")
        bang: Piece = ("!", "warning") if self.corpus.is_disputed(row) else (" ", "")
        # The second cell stays free between a sign and the date, unless there are two signs.
        sign, next_sign = (bang, note) if bang[1] else (note, bang)
        date = describe(event.when) if not event.reported else f"reported {describe(event.when)}"
        name = "lit" if self.lit is not None and self.lit in event.entities else ""
        if self.row_height < 3:
            column = pad(date, DATE_WIDTH + 1 if len(date) <= DATE_WIDTH else min(len(date), width // 3) + 1)
            room = max(4, width - len(column) - 2)
            if self.row_height == 1:
                first, rest = event.headline, ""
            elif len(date) > DATE_WIDTH:
                # A long date has the first line to itself rather than push the headlines out of their column.
                indent = " " * (DATE_WIDTH + 3)
                return [
                    [sign, next_sign, (clip(date, width - 2 - len(tail)), "when"), (tail, "dim")],
                    [(indent, ""), (clip(event.headline, width - len(indent)), name)],
                ]
            else:
                first, rest = _split(event.headline, room - len(tail))
            lines: list[list[Piece]] = [
                [sign, next_sign, (column, "when"), (pad(first, room - len(tail)), name), (tail, "dim")]
            ]  # fmt: skip
            return [*lines, [(" " * (len(column) + 2), ""), (clip(rest, room), name)]] if rest else lines
        first, rest = _split(event.headline, max(4, width - 3))
        return [
            [sign, next_sign, (date, "when"), (tail, "dim")],
            [("  ", ""), (first, name)],
            [("  ", ""), (clip(rest, width - 3), name)],
        ]


def _split(text: str, width: int) -> tuple[str, str]:
    """A headline on two lines, broken at a word."""
    if len(text) <= width:
        return text, ""
    at = text.rfind(" ", 0, width + 1)
    at = width if at <= 0 else at
    return text[:at], text[at:].strip()


class TimelinePane(ListPane):
    """Events of all articles under year and month heads, with honest dates; the one nearest the reading line is lit."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("F", "filter", "Filter", id="timeline.filter",
                tooltip="Show all events, those of the article, those of the entity in focus"),
        Binding("asterisk", "who", "Who", show=False, id="timeline.who",
                tooltip="All about the entity in focus, else the first one named in this event"),
        Binding("x", "conflicts", "Conflicts", id="timeline.conflicts",
                tooltip="Only events on which sources disagree, or all again"),
        Binding("c", "compare", "Compare", show=False, id="timeline.compare",
                tooltip="Lay the sources of this event side by side, and what contradicts it"),
        Binding("a", "note", "Note", show=False, id="timeline.note", tooltip="Write a note on this event"),
        Binding("semicolon", "read_notes", "Read notes", show=False, id="timeline.read-notes",
                tooltip="Read your notes on this event"),
        Binding("E", "redate", "Correct date", show=False, id="timeline.redate", tooltip="Correct this event's date"),
    ]  # fmt: skip

    title = "Timeline"
    about = (
        "Every event that some article dates, in calendar order. The event told nearest the reading line is lit; "
        "moving here moves the text. ! marks an event on which sources disagree."
    )

    def __init__(self) -> None:
        super().__init__("timeline")
        self._rows = EventRows()
        self._filter = "all"
        self._only_conflicts = False
        self._row_of: dict[int, int] = {}

    @property
    def view(self) -> EventRows:
        """The list of events."""
        return self._rows

    def compose_above(self) -> ComposeResult:
        """The density strip."""
        yield Density(id="density")

    def make_view(self) -> EventRows:
        """The list of events."""
        return self._rows

    def on_resize(self) -> None:
        """Wide panes take one line an event, narrower ones two or three."""
        height = 1 if self.size.width >= 84 else 2 if self.size.width >= 42 else 3
        if height != self._rows.row_height:
            self._rows.row_height = height
            self._rows.reset()

    def watch_corpus(self) -> None:
        """Make the rows of a new or fuller collection."""
        self._build()

    def watch_notes(self) -> None:
        """Mark the events that carry notes."""
        noted: set[int] = set()
        if (corpus := self.corpus) is not None:
            for placed in self.notes:
                if placed.event is not None and placed.event < len(corpus.events):
                    noted.update(corpus.sources(placed.event))
        self._rows.noted = frozenset(noted)
        self._rows.reset()

    def watch_place(self, old: Place, new: Place) -> None:
        """Follow the reader: light the event in focus, and rebuild where the filter depends on the place."""
        other_article = self._filter == "article" and old.article != new.article
        other_entity = self._filter == "entity" and old.entity != new.entity
        if other_article or other_entity:
            self._build()
        elif old.entity != new.entity:
            self._rows.lit = new.entity
            self._rows.reset()
        self._follow()

    def _events(self) -> list[int]:
        corpus = self.corpus
        if corpus is None:
            return []
        if self._filter == "article":
            wanted: Sequence[int] = sorted(corpus.events.in_article(self.place.article))
        elif self._filter == "entity" and self.place.entity is not None:
            wanted = corpus.events.of_entity(self.place.entity)
        else:
            wanted = range(len(corpus.events))
        if self._only_conflicts:
            # Each side for itself, also of what counts as one event elsewhere: the point is to see both.
            return [event for event in wanted if corpus.claims.of_event(event)]
        shown = [event for event in wanted if not corpus.events[event].reported]
        heads: dict[int, int] = {}
        for event in shown:
            heads.setdefault(corpus.events[event].cluster, event)
        return [event for event in shown if heads[corpus.events[event].cluster] == event]

    def _build(self) -> None:
        corpus = self.corpus
        if corpus is None or not self.is_mounted:
            return
        events = self._events()
        self._rows.corpus = corpus
        self._rows.ids = rows_of(corpus, events)
        self._row_of = {event: row for row, event in enumerate(self._rows.ids) if event >= 0}
        self._rows.lit = self.place.entity
        self._rows.reset(0)
        self.query_one(Density).whens = tuple(corpus.events[event].when for event in events)
        self._say_filter(len(events))
        self._follow()

    def _say_filter(self, count: int) -> None:
        corpus = self.corpus
        if corpus is None:
            return
        if not corpus.complete:
            self.head("reading …")
        elif self._only_conflicts:
            self.head(conflicts_said(corpus, self._events()))
        elif self._filter == "article":
            self.head(f"{count} in this article")
        elif self._filter == "entity" and self.place.entity is not None:
            self.head(f"{count} with {corpus.entities[self.place.entity].name}")
        else:
            self.head(f"{count} events" if count != 1 else "1 event")

    def _follow(self) -> None:
        corpus, event = self.corpus, self.place.event
        if corpus is None or event is None or event >= len(corpus.events):
            return
        self.query_one(Density).here = corpus.events[event].when.first
        told = corpus.sources(event)
        if self.event_here() in told:
            return
        row = next((self._row_of[other] for other in told if other in self._row_of), None)
        if row is not None:
            self._rows.move(row)

    def event_here(self) -> int | None:
        """Id of the event under the cursor."""
        rows = self._rows
        return rows.ids[rows.cursor] if rows.cursor < rows.count() and not rows.is_head(rows.cursor) else None

    def row_moved(self) -> None:
        """Take the text to the event under the cursor."""
        if (here := self.event_here()) is not None:
            self.post_message(Went(Goto(event=here, keep=True)))

    def row_chosen(self) -> None:
        """Go to the event under the cursor, and keep the way back."""
        if (here := self.event_here()) is not None:
            self.post_message(Went(Goto(event=here)))

    def go_to_found(self, position: int) -> None:
        """Put the cursor on a hit and the text with it."""
        super().go_to_found(position)
        if (here := self.event_here()) is not None:
            self.post_message(Went(Goto(event=here, keep=True)))

    def action_filter(self) -> None:
        """Go round the filters: all, this article, the entity in focus."""
        order = ["all", "article"] + (["entity"] if self.place.entity is not None else [])
        self._filter = order[(order.index(self._filter) + 1) % len(order)] if self._filter in order else "all"
        if self._filter == "all" and self.place.entity is None:
            self.post_message(Said("All events. With a name in focus, F also shows its events alone."))
        self._build()

    def action_conflicts(self) -> None:
        """Show only events that stand in a conflict, or all again."""
        self._only_conflicts = not self._only_conflicts
        if self._only_conflicts and not self._events():
            self._only_conflicts = False
            self.post_message(Said("No two statements contradict each other here."))
            return
        self._build()

    def action_compare(self) -> None:
        """Lay the sources of the event under the cursor side by side."""
        here = self.event_here()
        if self.corpus is None or here is None:
            return
        if len(self.corpus.sources(here)) > 1 or self.corpus.is_disputed(here):
            self.post_message(CompareSources(here))
        else:
            self.post_message(Said("One source tells this, and nothing contradicts it."))

    def action_who(self) -> None:
        """Open the dossier of the entity in focus if it is named in this event, else of the first that is."""
        here = self.event_here()
        if self.corpus is None or here is None:
            return
        named = self.corpus.events[here].entities
        if not named:
            self.post_message(Said("No name was found in this event."))
            return
        self.post_message(OpenDossier(self.place.entity if self.place.entity in named else named[0]))

    def action_redate(self) -> None:
        """Ask for the right value of the date the event under the cursor hangs on."""
        if self.corpus is None or (here := self.event_here()) is None:
            return
        try:
            self.post_message(CorrectDate(misdated_event(self.corpus, here)))
        except OSError as error:
            self.post_message(Said(str(error), wrong=True))

    def action_read_notes(self) -> None:
        """Ask for the notes on the event under the cursor."""
        if (here := self.event_here()) is not None:
            self.post_message(ReadNotes(event=here))

    def action_note(self) -> None:
        """Write a note on the event under the cursor."""
        if (here := self.event_here()) is not None:
            self.post_message(WriteNote(event=here))
