"""What a screen with notes does about them beyond writing: tags, filters, places to accept, changes from outside."""

from abc import abstractmethod
from collections.abc import Callable
from typing import TYPE_CHECKING

from textual import on
from textual.reactive import reactive
from textual.screen import Screen

from tui.corpus.tables import Corpus
from tui.notes.errors import NotesError
from tui.panes.article import ArticlePane
from tui.panes.notes import NotesPane
from tui.reader.place import Place
from tui.reader.placed import MOVED, PlacedNote
from tui.reader.scribe import Scribe
from tui.reader.writing import words_of

if TYPE_CHECKING:  # for annotations alone: dialogs are loaded when they are opened
    from tui.dialogs.choose import Option
    from tui.reader.replacing import Spot

LOOK_EVERY = 2.0
"""Seconds between looks at the notes file; a look at an unchanged one asks the system for its date and no more."""


class NoteScreen(Screen[None]):
    """A screen over one place, with notes laid on a collection."""

    corpus: reactive[Corpus | None] = reactive(None, repaint=False)
    """The collection; None until its folder has been looked at."""
    place: reactive[Place] = reactive(Place(), repaint=False)
    """Where the reader is."""
    notes: reactive[tuple[PlacedNote, ...]] = reactive((), repaint=False)
    """The reader's notes on this collection."""
    scribe: Scribe
    """The reader's pen."""

    @abstractmethod
    def lay_notes(self) -> None:
        """Place the notes on the collection anew."""

    @abstractmethod
    def say(self, sentence: str, *, wrong: bool = False) -> None:
        """Put a sentence on the status line."""

    def answer(self, act: Callable[[], str]) -> None:
        """Do something to the notes, show them as they now are, and say what came of it."""
        try:
            sentence, wrong = act(), False
        except (NotesError, OSError) as error:
            sentence, wrong = str(error), True
        self.lay_notes()
        self.say(sentence, wrong=wrong)

    # --- changes from outside

    def watch_outside(self) -> None:
        """Begin to look now and then whether another program or an editor changed the notes."""
        self.set_interval(LOOK_EVERY, self.look_outside)

    def look_outside(self) -> None:
        """Show what others changed in the notes; nothing happens where nothing was changed."""
        notebook = self.scribe.notebook
        try:
            changed = notebook.refresh()
        except NotesError as error:
            self.say(str(error), wrong=True)
            return
        if not changed:
            return
        before = self.notes
        self.lay_notes()
        if notebook.problem:
            self.say(notebook.problem, wrong=True)
        elif self.notes != before:
            self.say("The notes were changed outside; here they are as they stand now.")

    # --- tags and filters

    @on(NotesPane.Tag)
    def _wants_tags(self, event: NotesPane.Tag) -> None:
        event.stop()
        try:
            note = self.scribe.notebook.get(event.note)
        except NotesError as error:
            self.say(str(error), wrong=True)
            return

        from tui.dialogs.tags import TagDialog

        def typed(tags: tuple[str, ...] | None) -> None:
            if tags is not None:
                self.answer(lambda: self.scribe.tag(note.id, tags))

        self.app.push_screen(TagDialog(words_of(note), note.tags, self.scribe.tags), typed)

    @on(NotesPane.Filter)
    def _wants_filter(self, event: NotesPane.Filter) -> None:
        event.stop()
        from tui.dialogs.choose import Choose, Option
        from tui.reader.sieve import sieves

        found = sieves(self.notes, self.place)
        options = [Option(sieve.words or "all notes", str(count)) for sieve, count in found]

        def chosen(index: int | None) -> None:
            if index is not None:
                self.query_one(NotesPane).sieve = found[index][0]

        self.app.push_screen(Choose("Show only", "Esc in the notes pane shows all again.", options), chosen)

    # --- placing again

    @on(NotesPane.Replace)
    def _wants_place(self, event: NotesPane.Replace) -> None:
        event.stop()
        from tui.dialogs.choose import Choose
        from tui.reader.replacing import spots

        corpus, placed = self.corpus, event.placed
        if corpus is None:
            return
        span = self.query_one(ArticlePane).chosen_span()
        found = spots(corpus, placed, self.place.article, span)
        if not found:
            self.say("A note on a name or an event goes where its name or event is; there is nothing to place.")
            return
        options = [self._option(corpus, spot, placed, span) for spot in found]
        about = f"{placed.state}: {placed.why}. " if placed.why else ""
        about += "Enter puts the note there; nothing is written before."

        def chosen(index: int | None) -> None:
            if index is not None:
                self.answer(lambda: self.scribe.accept(corpus, placed.note.id, found[index]))

        self.app.push_screen(Choose(f"Where does this belong? {words_of(placed.note)}", about, options), chosen)

    def _option(self, corpus: Corpus, spot: "Spot", placed: PlacedNote, span: tuple[int, int] | None) -> "Option":
        from tui.dialogs.choose import Option
        from tui.reader.replacing import words_of_spot

        title, before, passage, after = words_of_spot(corpus, spot)
        if (spot.article, spot.start, spot.end) == (placed.article, placed.start, placed.end):
            tail = "here, moved" if placed.state == MOVED else "here"
        elif (spot.article, (spot.start, spot.end)) == (self.place.article, span):
            tail = "your reading line or selection"
        else:
            tail = title
        return Option(passage, tail, before, passage, after)
