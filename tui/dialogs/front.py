"""The front page of the collection: all over the screen, in as many columns as it bears, every line of it a way in."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.events import Resize
from textual.widgets import Static

from tui.corpus.tables import Corpus
from tui.dialogs.dialog import Dialog, packed
from tui.dialogs.frontdesk import FrontDesk
from tui.dialogs.frontkeys import FrontKeys
from tui.dialogs.frontrows import FrontRows, lines_of
from tui.dialogs.frontstrip import FrontStrip
from tui.display import safe_lines, squeeze
from tui.panes.rowlinks import RowLink, event_links, name_link
from tui.panes.rows import Rows
from tui.reader.articlesieve import ArticleSieve
from tui.reader.frontitems import (
    FrontPage,
    Opens,
    ToCommand,
    ToCompany,
    ToConflict,
    ToDay,
    ToEntity,
    ToNote,
    ToSkipped,
)
from tui.reader.layout import PANE_NAMES
from tui.reader.place import Goto
from tui.reader.placed import PlacedNote

ABOUT = (
    "What the collection holds, at a glance. Enter opens the line under the cursor; p, s, : and the numbers of the "
    "panes work as they do while reading."
)
"""What the page is for."""

TWO, THREE = 84, 132
"""Columns of the screen from which the page has two, and three."""


class Front(Dialog[Opens | None]):
    """Gives back where the reader wants to go from the page, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "close", "Read", id="front.close", tooltip="Close the page and go on reading"),
        Binding("0", "close", "Read", show=False, id="desk.front", tooltip="Close the page and go on reading"),
        Binding("tab,l,right", "turn(1)", "Next column", show=False, id="front.next", tooltip="Next column"),
        Binding("shift+tab,h,left", "turn(-1)", "Column before", show=False, id="front.previous",
                tooltip="Column before"),
        Binding("greater_than_sign", "bar(1)", "Next bar", show=False, id="timeline.bar-next",
                tooltip="To the next bar of the strip; Enter opens what it counts"),
        Binding("less_than_sign", "bar(-1)", "Bar before", show=False, id="timeline.bar-previous",
                tooltip="To the bar before"),
        *(Binding(key, f"away('{name}')", show=False, id=name, tooltip=what) for key, name, what in (
            ("p,ctrl+p", "desk.jump", "Jump to any name, article, date or note"),
            ("s", "desk.search", "Search the full text of the collection"),
            ("colon", "desk.palette", "Everything that can be done, found by a word"),
            *((str(number), f"desk.{pane}", f"Go to the {pane} pane") for number, pane in enumerate(PANE_NAMES, 1)),
            ("ctrl+o,alt+left,H", "desk.back", "Back to the place before"),
            ("L,alt+right", "desk.forward", "Forward again"),
            ("full_stop", "desk.next-unread", "Open the next article that was not read"),
            ("apostrophe", "desk.to-mark", "Go to a marked place by its letter"),
        )),
        Binding("ctrl+g", "stop", "Stop", show=False, id="desk.stop",
                tooltip="Stop reading the collection, or go on with it; so does Ctrl-C"),
        Binding("Q,ctrl+q", "app.quit", "Quit", show=False, id="desk.quit", tooltip="Quit"),
        Binding("ctrl+z", "app.suspend_process", "Suspend", show=False, id="desk.suspend",
                tooltip="Back to the shell; fg returns"),
    ]  # fmt: skip

    def __init__(self, desk: FrontDesk, at: tuple[int, int] = (0, 0)) -> None:
        """`at` is the column and row where the reader left the page."""
        super().__init__("front")
        self._desk = desk
        self._columns = [FrontRows(number) for number in range(3)]
        for rows in self._columns:
            rows.ways = self._ways
        self._strip = FrontStrip()
        self._shown = 1
        self._page: FrontPage | None = None
        self.at = at
        """Column and row of the cursor."""

    def compose(self) -> ComposeResult:
        """Title, facts, what happened when, the columns, the keys."""
        yield Static("", id="front-title", markup=False)
        yield Static("", id="front-facts", markup=False)
        yield Static("", id="front-counted", markup=False)
        yield self._strip
        with Horizontal(id="front-columns"):
            yield from self._columns
        yield FrontKeys()

    def on_mount(self) -> None:
        """Fill the page and put the cursor where it was."""
        self._lay_out()
        column, row = self.at
        column = min(column, self._shown - 1)
        self._columns[column].focus()
        self._columns[column].reset(row)

    def on_resize(self, event: Resize) -> None:
        """As many columns as fit now."""
        del event
        self._lay_out()

    def _ways(self, opens: Opens) -> Sequence[RowLink]:
        """The names and dates in a line on what cannot all be right; the other lines are one way each."""
        corpus = self._desk.corpus
        if corpus is None or not isinstance(opens, ToConflict):
            return ()
        conflict = self._desk.conflicts[opens.row]
        links = [link for event in conflict.events for link in event_links(corpus, event)]
        if conflict.entity >= 0:
            links.append(name_link(corpus.entities[conflict.entity].name, conflict.entity))
        return links

    def work(self, words: str) -> None:
        """Say how far the reading of the collection is; "" when it is over."""
        self.query_one(FrontKeys).work(words)

    def tell_once(self, sentence: str) -> None:
        """Put a sentence in the place of the keys, until the next key."""
        self.query_one(FrontKeys).tell_once(sentence)

    def on_key(self) -> None:
        """The next key takes a sentence away."""
        self.query_one(FrontKeys).show_keys()

    def renew(self, corpus: Corpus, notes: Sequence[PlacedNote]) -> None:
        """Fill the page anew: the collection, the notes or what was read are others."""
        del corpus, notes  # the desk knows
        if self.is_mounted:
            self._lay_out()

    def _lay_out(self) -> None:
        width, height = self.size
        if not width:
            return
        columns = 3 if width >= THREE else 2 if width >= TWO else 1
        page = self._page = self._desk.front_page(max(10, height - _ABOVE), columns)
        if page is None:
            return
        self.query_one("#front-title", Static).update(squeeze(page.title))
        facts = packed(page.facts.split(_DOT), _DOT, width - 2)
        self.query_one("#front-facts", Static).update(safe_lines("\n".join(facts)))
        self.query_one("#front-counted", Static).update(page.counted)
        self._strip.show(page.days, None)
        self._strip.display = bool(page.counted) and height > _LOW
        self.query_one("#front-counted").display = bool(page.counted) and height > _LOW
        self._fill(page, columns)
        self.query_one(FrontKeys).show_keys()

    def _fill(self, page: FrontPage, most: int) -> None:
        """Lay the sections into so many columns: to read stands first, what is to be settled under it or last."""
        read, named, settle = page.columns
        told = {1: [(*read, *named, *settle)], 2: [(*read, *settle), named], 3: [read, named, settle]}[most]
        self._shown = len(told)
        for number, rows in enumerate(self._columns):
            rows.display = number < len(told)
            if number < len(told):
                rows.fill(lines_of(told[number]))
        if self.is_mounted and isinstance(self.focused, FrontRows) and not self.focused.display:
            self._columns[0].focus()

    # --- moving

    def action_turn(self, by: int) -> None:
        """Go to the next column, or to the next bar while on the strip."""
        here = self.focused
        ring = [rows for rows in self._columns[: self._shown] if any(line.item is not None for line in rows.lines)]
        if ring:
            at = ring.index(here) if isinstance(here, FrontRows) and here in ring else -by if by > 0 else 0
            ring[(at + by) % len(ring)].focus()

    def action_bar(self, by: int) -> None:
        """Go to a bar of the strip."""
        if self._strip.display and self._page is not None and self._page.counted:
            self._strip.focus()
            self._strip.step(by)

    # --- opening

    @on(Rows.Moved)
    def _moved(self, event: Rows.Moved) -> None:
        event.stop()

    @on(Rows.Chosen)
    def _chosen(self, event: Rows.Chosen) -> None:
        event.stop()
        if not isinstance(event.rows, FrontRows):
            return
        self.at = (self._columns.index(event.rows), event.index)
        item = event.rows.lines[event.index].item
        if item is not None:
            self._open(item.opens)

    @on(FrontStrip.Chosen)
    def _bar_chosen(self, event: FrontStrip.Chosen) -> None:
        event.stop()
        if self._page is None:
            return
        if self._page.counted.startswith("Articles"):
            self.dismiss(ArticleSieve(period=event.period))
        else:
            self.dismiss(ToDay(event.first))

    def _open(self, opens: Opens) -> None:
        match opens:
            case ToEntity(entity):
                self._desk.open_dossier(entity, self._leave)
            case ToConflict(row):
                self._desk.open_conflict(self._desk.conflicts[row], self._leave)
            case ToCompany():
                self._desk.show_company(None)
            case ToSkipped(row):
                self._desk.show_skipped(row)
            case Goto() | ToNote() | ToCommand() | ArticleSieve():
                self.dismiss(opens)

    def _leave(self) -> None:
        """Close: what was opened over the page leads on."""
        self._desk.leave_front()
        self.dismiss(None)

    def action_help(self) -> None:
        """Show the keys of the page."""
        self.show_keys("Front page", ABOUT)

    def action_away(self, command: str) -> None:
        """Close the page and do what the key does at the desk."""
        if command in _WALKS:
            by, otherwise = _WALKS[command]
            if not self._desk.can_walk(by):
                self.tell_once(otherwise)
                return
        self._remember()
        self.dismiss(ToCommand(command))

    def action_stop(self) -> None:
        """Stop reading the collection, or go on with it."""
        self._desk.action_stop()

    def action_close(self) -> None:
        """Go on reading."""
        self._remember()
        self.dismiss(None)

    def _remember(self) -> None:
        here = self.focused
        if isinstance(here, FrontRows):
            self.at = (self._columns.index(here), here.cursor)


_WALKS = {"desk.back": (-1, "This is where you began."), "desk.forward": (1, "Nothing lies ahead.")}
"""Which way a command walks, and what is said where there is none."""

_DOT = " · "

_ABOVE = 9
"""Lines of the screen that are no column's."""

_LOW = 16
"""Lines of the screen up to which the strip gives its place to the columns."""
