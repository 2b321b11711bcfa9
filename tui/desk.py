"""The desk: the screen with the panes on it; holds where the reader is and answers every pane's wish."""

import gc
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.events import DescendantFocus, Resize
from textual.message import Message
from textual.widgets import Static

from tui.corpus.tables import Corpus
from tui.dialogs.bindings import bindings_of
from tui.dialogs.outside import OutsideScreen
from tui.notes.drafts import Draft
from tui.notes.errors import NotesError
from tui.panes import PANES, wishes
from tui.panes.article import ArticlePane
from tui.panes.articles import ArticlesPane
from tui.panes.lines import StatusLine, TabLine
from tui.panes.notes import NotesPane
from tui.panes.pane import Pane
from tui.panes.tourcard import TourCard
from tui.reader.layout import PANE_NAMES, Layout
from tui.reader.naming import entity_after
from tui.reader.place import Goto, Looked, Place, resolve
from tui.reader.scribe import Scribe
from tui.reader.tour import JUMP, NAME, NOTE, TIMELINE
from tui.reader.trail import Trail
from tui.reader.verdicts import but_verdicts, judged
from tui.reader.ways import RECENT
from tui.reader.writing import About

if TYPE_CHECKING:  # for annotations alone: the ranking loads engines the first page does not need
    from tui.jump import JumpIndex, Target
    from tui.reader.searcher import Searcher


class Desk(OutsideScreen):
    """Five panes over one place.

    Dialogs are imported where they are opened: together they would delay the first sight of the text by a third.
    """

    AUTO_FOCUS = ""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("p,ctrl+p", "jump", "Jump", id="desk.jump",
                tooltip="Jump to any name, article, date or note, however half-remembered"),
        Binding("question_mark,f1", "help", "Keys", id="desk.help", tooltip="The keys of this pane"),
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
        Binding("u", "undo", "Undo", show=False, id="desk.undo",
                tooltip="Take the last change of a note or correction back, also one of an earlier sitting"),
        Binding("ctrl+r", "redo", "Redo", show=False, id="desk.redo", tooltip="Make it again"),
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
    class NotesLaid(Message):
        """The notes were placed anew: what can be jumped to has changed."""

    @dataclass
    class Corrected(Message):
        """The corrections are others: the collection is to be read anew."""

    def __init__(self, scribe: Scribe, *, greeting: str = "") -> None:
        """`greeting` stands on the status line until the first key."""
        super().__init__(id="desk")
        self.scribe = scribe
        self.keymap: dict[str, str] = {}
        """The reader's own keys, by the name of what they do; the app puts them in force."""
        self.trail = Trail()
        """The way the reader came."""
        self._looked: Looked | None = None
        self.left_at: dict[int, int] = {}
        """Offset at which each article was left, by article id."""
        self.layout_wanted = Layout()
        """The panes the reader wants."""
        self.index: JumpIndex | None = None
        """What can be jumped to, once the collection is read."""
        self._panes = tuple(make() for make in PANES)
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
        self._arrange()
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
            self._stand(resolve(corpus, here, Goto(article=here.article, at=here.at)))
        self.read_marks = self.read_marks.in_corpus(corpus)
        self.corpus = corpus
        # Not before the panes have the collection it belongs to.
        self.place = replace(self.place, entity=entity)
        self.lay_notes()
        if self.is_mounted:
            self._draw_tabs()
            self.renew_above()

    def _stand(self, place: Place) -> None:
        """Be at a place of a collection that is about to be shown: of the one on the screen it would be another."""
        self.set_reactive(Desk.place, place)
        for pane in self._panes:
            pane.set_reactive(Pane.place, place)

    def lay_notes(self) -> None:
        """Place the notes on the collection anew."""
        if self.corpus is not None:
            self.notes = self.scribe.placed(self.corpus)
            if self.is_mounted:
                self.search_on()
                self.post_message(self.NotesLaid())

    # --- going places

    @on(wishes.Went)
    def _went(self, event: wishes.Went) -> None:
        event.stop()
        self.go(event.goto)
        if self.tour and self.layout_wanted.active == "timeline":
            self.did(TIMELINE)

    def go(self, goto: Goto, *, search: Looked | None = None) -> None:
        """Be elsewhere; unless it is a small step, the way back is kept, and with it the `search` that led there."""
        if self.corpus is None:
            return
        here = self.place
        there = resolve(self.corpus, here, goto, self.left_at)
        if there == here:
            return
        if not goto.keep:
            self.trail = self.trail.leave(replace(here, search=search))
        self._arrive(there)

    def _arrive(self, there: Place) -> None:
        self.left_at[self.place.article] = self.place.at
        self._looked = there.search
        self.place = replace(there, search=None)

    def action_back(self) -> None:
        """Go back along the trail; to a search, by opening it as it was left."""
        self._walk(self.trail.back(replace(self.place, search=self._looked)), "This is where you began.")

    def action_forward(self) -> None:
        """Go forward again along the trail."""
        self._walk(self.trail.forward(replace(self.place, search=self._looked)), "Nothing lies ahead.")

    def _walk(self, step: tuple[Trail, Place] | None, otherwise: str) -> None:
        if step is None:
            self.say(otherwise)
            return
        self.trail, there = step
        self._arrive(there)
        if there.search is not None:
            self.action_search(there.search.query, there.search)

    def go_to(self, place: Place) -> None:
        """Be at a place, the way back kept."""
        place = replace(place, search=None)
        if place != self.place:
            self.trail = self.trail.leave(self.place)
            self._arrive(place)

    @property
    def searcher(self) -> "Searcher | None":
        """The full text of the collection; None for a desk that knows no folder."""
        return None

    def last_place(self) -> Place | None:
        """Where the reader was before the last jump; None at the beginning."""
        return self.trail.behind[-1] if self.trail.behind else None

    def keep_ways(self) -> None:
        """Put marks and trail on disk; a desk without a folder of its own keeps none."""

    def action_article_step(self, by: int) -> None:
        """Open the article listed next, or the one before."""
        if self.corpus is None:
            return
        article = self.query_one(ArticlesPane).beside(self.place.article, by)
        if article is not None:
            self.go(Goto(article=article))
        else:
            self.say("That was the last article." if by > 0 else "This is the first article.")

    # --- panes

    def panes(self) -> Sequence[Pane]:
        """The panes, from left to right."""
        return self._panes

    @property
    def active_pane(self) -> Pane:
        """The pane with the keyboard."""
        return next(pane for pane in self._panes if pane.id == self.layout_wanted.active)

    def action_pane(self, name: str) -> None:
        """Give a pane the keyboard and a place on the screen."""
        self.layout_wanted = self.layout_wanted.turn_to(name)
        self._arrange()

    def action_pane_step(self, by: int) -> None:
        """Give the next pane the keyboard."""
        self.layout_wanted = self.layout_wanted.step(by, *self.size)
        self._arrange()

    def action_zoom(self) -> None:
        """Give the active pane the whole screen, or give it back."""
        self.layout_wanted = self.layout_wanted.zoom()
        self._arrange()

    def on_resize(self, event: Resize) -> None:
        """Choose the panes that fit."""
        del event  # the size is asked of the screen
        self._arrange()

    def on_screen_resume(self) -> None:
        """A dialog was closed: what is seen of the text is read from now on."""
        self.query_one(ArticlePane).look_for_end()

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Follow a mouse click into another pane."""
        for pane in self.panes():
            if pane in event.widget.ancestors_with_self and pane.id != self.layout_wanted.active:
                self.layout_wanted = self.layout_wanted.turn_to(str(pane.id))
                self._arrange(focus=False)

    def _arrange(self, *, focus: bool = True) -> None:
        shown = self.layout_wanted.shown(*self.size)
        self.query_one("#too-small").display = not shown
        for name in ("tabs", "panes", "status"):
            self.query_one(f"#{name}").display = bool(shown)
        self.query_one(TourCard).display = bool(shown and self.tour)
        for pane in self.panes():
            pane.display = pane.id in shown
            pane.set_class(pane.id == self.layout_wanted.active, "active")
            pane.set_class(len(shown) == 1, "alone")
        if focus and shown:
            # At once, not when the queue is next empty: of "2a" typed in one go, "a" is meant for the text.
            self.set_focus(self.active_pane.view, scroll_visible=False)
        self._draw_tabs()

    def _draw_tabs(self) -> None:
        title = self.corpus.facts.title if self.corpus is not None else ""
        self.query_one(TabLine).show(self.layout_wanted.active, title, self.size.width)

    # --- what is said on the status line

    @on(wishes.Said)
    def _said(self, event: wishes.Said) -> None:
        event.stop()
        self.say(event.sentence, wrong=event.wrong)

    def say(self, sentence: str, *, wrong: bool = False) -> None:
        """Put a sentence on the status line; without one, the keys to know."""
        line = self.query_one(StatusLine)
        if sentence:
            line.say(sentence, wrong=wrong)
        else:
            active = (known for known in self.active_bindings.values() if known.enabled)
            line.show_keys(known.binding for known in active if known.binding.show and known.binding.description)

    def on_key(self) -> None:
        """The next key takes the last sentence away."""
        self.say("")

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

    @on(wishes.OpenDossier)
    def _open_dossier(self, event: wishes.OpenDossier) -> None:
        event.stop()
        self.open_dossier(event.entity, lambda: None)

    def open_dossier(self, entity: int, leave: Callable[[], None]) -> None:
        """Open a dossier over what is open; `leave` closes that before anything in the dossier leads elsewhere."""
        if self.corpus is None:
            return
        from tui.dialogs.dossier import Dossier

        dossier = Dossier(self.corpus, entity, self.notes, self)

        def closed(goto: Goto | None) -> None:
            self.did(NAME)
            if goto is not None:
                leave()
                self.go(goto)
            elif dossier.opens_note:
                leave()
                self.write(wishes.WriteNote(note=dossier.opens_note))
            elif dossier.wants_note:
                leave()
                self.write(wishes.WriteNote(entity=dossier.entity))

        self.app.push_screen(dossier, closed)

    @on(wishes.LabelLinks)
    def _label(self, event: wishes.LabelLinks) -> None:
        event.stop()
        from tui.dialogs.letter import Label

        pane = self.query_one(ArticlePane)
        self.app.push_screen(Label(event.labels, pane.narrow_labels), pane.open_label)

    @on(wishes.ChooseOne)
    def _choose_one(self, event: wishes.ChooseOne) -> None:
        event.stop()
        from tui.dialogs.choose import Choose, Option

        def closed(index: int | None) -> None:
            if index is not None:
                event.chosen(index)

        options = [Option(words, tail) for words, tail in event.options]
        self.app.push_screen(Choose(event.title, event.about, options), closed)

    def action_help(self) -> None:
        """Show the keys of the active pane and of the desk."""
        from tui.dialogs.help import Help, section_of

        pane = self.active_pane
        sections = [
            section_of(
                f"In {pane.title.lower()}", [*bindings_of(type(pane)), *bindings_of(type(pane.view))], self.keymap
            ),
            section_of("Everywhere", bindings_of(Desk), self.keymap),
        ]
        self.app.push_screen(Help(pane.title, pane.about, sections))

    # --- notes

    @on(wishes.WriteNote)
    def _wants_note(self, event: wishes.WriteNote) -> None:
        event.stop()
        self.write(event)

    def write(self, wish: wishes.WriteNote) -> None:
        """Open the editor on what a note is wanted for; what was typed before and not saved stands in it again."""
        if self.corpus is None:
            return
        try:
            if wish.note is not None:
                begun = self.scribe.reopen(wish.note)
            else:
                article = self.place.article if wish.article is None else wish.article
                begun = self.scribe.begin(self.corpus, About(wish.entity, wish.event, article, wish.span))
        except (NotesError, OSError) as error:
            self.say(str(error), wrong=True)
            return
        from tui.dialogs.note import NoteEditor

        editor = NoteEditor(begun, self.scribe.drafts, self.scribe.tags)

        def closed(written: Draft | None) -> None:
            self.did(NOTE)
            if written is not None:
                self.answer(lambda: self.scribe.save(written))
            elif self.scribe.leave(begun, editor.draft):
                self.say("Not saved; what you typed is kept, and the notes pane shows it.")
                self.lay_notes()

        self.app.push_screen(editor, closed)

    @on(NotesPane.Delete)
    def _wants_delete(self, event: NotesPane.Delete) -> None:
        event.stop()
        from tui.dialogs.ask import Ask

        typed = self.scribe.is_draft(event.note)
        question = "Throw away what was typed here?" if typed else "Delete this note? It moves to notes-deleted.toml."

        def answered(yes: bool | None) -> None:
            if yes:
                self.answer(lambda: self.scribe.delete(event.note))

        self.app.push_screen(Ask(question), answered)

    # --- corrections

    @on(wishes.ShowCard)
    def _show_card(self, event: wishes.ShowCard) -> None:
        from tui.dialogs.peek import Peek

        event.stop()
        self.app.push_screen(Peek(event.card))

    @on(wishes.CorrectDate)
    def _wants_date(self, event: wishes.CorrectDate) -> None:
        from tui.dialogs.date import DateEditor, Redated

        event.stop()

        def closed(answer: Redated | None) -> None:
            if answer is not None:
                self.answer(lambda: self.scribe.redate(event.what, answer.when))

        self.app.push_screen(DateEditor(event.what), closed)

    def action_undo(self) -> None:
        """Take the last change of a note or correction back."""
        self.answer(self.scribe.undo)

    def action_redo(self) -> None:
        """Make the change that was undone last again."""
        self.answer(self.scribe.redo)

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
