"""The desk: the screen with the panes on it; holds where the reader is and answers every pane's wish."""

import gc
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Static

from tui.corpus.tables import Corpus
from tui.desk.opening import OpeningScreen
from tui.panes.lines import StatusLine, TabLine
from tui.panes.tourcard import TourCard
from tui.reader.layout import PANE_NAMES
from tui.reader.naming import entity_after
from tui.reader.place import Goto, Place, resolve
from tui.reader.scribe import Scribe
from tui.reader.tour import JUMP
from tui.reader.verdicts import but_verdicts, judged
from tui.reader.ways import RECENT

if TYPE_CHECKING:  # for annotations alone: the ranking loads engines the first page does not need
    from tui.jump import JumpIndex, Target


class Desk(OpeningScreen):
    """Five panes over one place.

    Dialogs are imported where they are opened: together they would delay the first sight of the text by a third.
    """

    AUTO_FOCUS = ""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("p,ctrl+p", "jump", "Jump", id="desk.jump",
                tooltip="Jump to any name, article, date or note, however half-remembered"),
        Binding("tab,l", "pane_step(1)", "Next pane", show=False, id="desk.pane-next", tooltip="Next pane"),
        Binding("shift+tab,h", "pane_step(-1)", "Pane before", show=False, id="desk.pane-previous",
                tooltip="Pane before"),
        *(Binding(str(number), f"pane('{name}')", name.title(), show=False, id=f"desk.{name}",
                  tooltip=f"Go to the {name} pane") for number, name in enumerate(PANE_NAMES, 1)),
        Binding("z", "zoom", "Zoom", show=False, id="desk.zoom", tooltip="This pane alone, or all again"),
        Binding("ctrl+o,alt+left,H", "back", "Back", id="desk.back", tooltip="Back to the place before"),
        Binding("L,alt+right", "forward", "Forward", show=False, id="desk.forward", tooltip="Forward again"),
        Binding("J", "article_step(1)", "Next article", show=False, id="desk.article-next", tooltip="Next article"),
        Binding("K", "article_step(-1)", "Article before", show=False, id="desk.article-previous",
                tooltip="Article before"),
        Binding("escape", "clear", "Clear", show=False, id="desk.clear",
                tooltip="Close the search or put the focus out; never quits"),
        Binding("ctrl+g", "stop", "Stop", show=False, id="desk.stop",
                tooltip="Stop reading the collection, or go on with it; so does Ctrl-C"),
        Binding("ctrl+l", "redraw", "Redraw", show=False, id="desk.redraw", tooltip="Draw the screen anew"),
        Binding("ctrl+z", "app.suspend_process", "Suspend", show=False, id="desk.suspend",
                tooltip="Back to the shell; fg returns"),
        Binding("q", "close", "Quit", id="desk.close", tooltip="Close what is open; at the top, quit"),
        Binding("Q,ctrl+q", "app.quit", "Quit", show=False, id="desk.quit", tooltip="Quit"),
    ]  # fmt: skip

    @dataclass
    class Corrected(Message):
        """The corrections are others: the collection is to be read anew."""

    def __init__(self, scribe: Scribe, *, greeting: str = "") -> None:
        """`greeting` stands on the status line until the first key."""
        super().__init__("desk", scribe)
        self.keymap: dict[str, str] = {}
        """The reader's own keys, by the name of what they do; the app puts them in force."""
        self.index: JumpIndex | None = None
        """What can be jumped to, once the collection is read."""
        self._greeting = greeting
        self.recent: tuple[tuple[str, int | str], ...] = ()
        """What was jumped to lately, the latest first."""
        self.marked = {}

    def compose(self) -> ComposeResult:
        """Tab line, panes, status line."""
        yield TabLine()
        with Horizontal(id="panes"):
            for pane in self._panes:
                yield pane.data_bind(Desk.corpus, Desk.place, Desk.notes, Desk.read_marks, Desk.sought)
        yield TourCard()
        yield StatusLine()
        yield Static("This window is too small for reading: 30 x 8 at least.", id="too-small", markup=False)

    def on_mount(self) -> None:
        """Say the greeting and put the keyboard in the text."""
        self.show_panes()
        self.say(self._greeting)
        self.watch_outside()

    # --- the collection and the notes

    def take(self, corpus: Corpus, *, place: Place | None = None) -> None:
        """Show a collection, or the same one read further; `place` is where to begin."""
        if place is not None:
            self.place = place
        self.sought = None
        entity = self.place.entity
        if corpus.complete:
            # What was read stays: walked by the collector at every few keys it would cost as much as painting them.
            gc.freeze()
            before = self.corpus
            if before is not None and before.complete:
                self.trail = self.trail.renewed(corpus, lambda old: entity_after(before, corpus, old))
                entity = entity_after(before, corpus, entity)
                # Its rows are those of the collection as it was.
                self.index = None
                self.recent = tuple(one for one in self.recent if one[0] not in ("entity", "event"))
            if self.expected is not None:
                entity, self.expected = corpus.entity_named(self.expected), None
            here = replace(self.place, entity=None)
            self.stand(resolve(corpus, here, Goto(article=here.article, at=here.at)))
        self.read_marks = self.read_marks.in_corpus(corpus)
        self.corpus = corpus
        # Not before the panes have the collection it belongs to.
        self.place = replace(self.place, entity=entity)
        self.lay_notes()
        if self.is_mounted:
            self.draw_tabs()
            self.renew_above()

    # --- jumping and knowing

    def action_jump(self) -> None:
        """Open the jump box."""
        if self.corpus is None or self.index is None:
            self.say("The collection is still being read; jumping works in a moment.")
            return
        from tui.dialogs.jump import JumpBox

        self.app.push_screen(JumpBox(self.corpus, self.index, self.recent), self._jumped)

    def _jumped(self, target: "Target | None") -> None:
        from tui.reader.targets import goto_of

        if target is None or self.corpus is None:
            return
        if target.kind == "search":
            self.action_search(target.name)
            return
        if target.kind == "command":
            self.run_command(str(target.ref))
            return
        key = (target.kind, target.ref)
        self.recent = (key, *(other for other in self.recent if other != key))[:RECENT]
        goto = goto_of(self.corpus, target)
        self.did(JUMP)
        if goto is None:
            self.say(f"{target.name} leads nowhere in this collection.")
        else:
            self.go(goto)

    # --- corrections

    def answer(self, act: Callable[[], str]) -> None:
        """Do something to notes or corrections; what hangs on a changed correction is read or judged anew."""
        corrections = self.scribe.corrections.all
        super().answer(act)
        if but_verdicts(self.scribe.corrections.all) != but_verdicts(corrections):
            self.post_message(self.Corrected())
        elif self.corpus is not None and self.scribe.corrections.all != corrections:
            self.corpus = judged(self.corpus, self.scribe.corrections.all)

    # --- leaving

    def action_clear(self) -> None:
        """Put out one thing at a time: the search, the zoom, the focus."""
        if self.active_pane.clear_find():
            return
        if self.sought is not None:
            self.sought = None
        elif self.leave_tour():
            return
        elif self.layout_wanted.zoomed:
            self.action_zoom()
        elif self.place.entity is not None:
            self.place = Place(self.place.article, self.place.at, None, self.place.event)

    def action_close(self) -> None:
        """Close the search or the zoom; at the top, quit."""
        if self.active_pane.clear_find():
            return
        if self.layout_wanted.zoomed:
            self.action_zoom()
        else:
            self.app.exit()

    def keep_draft(self) -> None:
        """Put a note being typed on disk, before the program is ended from outside."""
        from tui.dialogs.note import NoteEditor

        if isinstance(self.app.screen, NoteEditor):
            self.app.screen.keep_draft()

    def action_stop(self) -> None:
        """Stop long work; a desk without a folder of its own has none."""

    def action_redraw(self) -> None:
        """Draw the screen anew."""
        self.refresh(layout=True)
