"""What a screen with notes does about them beyond writing: tags, filters, places to accept, changes from outside."""

from abc import abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from textual import on
from textual.message import Message
from textual.reactive import reactive
from textual.screen import Screen
from textual.worker import get_current_worker

from tui.corpus.tables import Corpus
from tui.display import squeeze
from tui.notes.errors import NotesError
from tui.notes.reading import Reading
from tui.notes.shelf import Unread
from tui.panes.article import ArticlePane
from tui.panes.notes import NotesPane
from tui.panes.wishes import ReadNotes, WriteNote
from tui.reader.nearby import notes_on
from tui.reader.place import Place
from tui.reader.placed import MOVED, PlacedNote
from tui.reader.scribe import Scribe
from tui.reader.writing import words_of

if TYPE_CHECKING:  # for annotations alone: dialogs are loaded when they are opened
    from tui.dialogs.choose import Option
    from tui.reader.replacing import Spot

SHOW_EVERY = 1.0
"""Seconds after which places found beside the reader are shown, while more are looked for."""

SMALL = 100_000
"""Bytes of a notes file that are read at once, without another thread."""

LOOK_EVERY = 2.0
"""Seconds between looks at the notes file; a look at an unchanged one asks the system for its date and no more."""


class NoteScreen(Screen[None]):
    """A screen over one place, with notes laid on a collection."""

    @dataclass
    class Parsed(Message):
        """A notes file changed by others was parsed."""

        unread: Unread
        """The file as it was read."""
        reading: Reading
        """What it says."""

    @dataclass
    class Placed(Message):
        """Passages were looked for beside the reader."""

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
    def write(self, wish: WriteNote) -> None:
        """Open the editor on what a note is wanted for."""

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
        unread = notebook.unread
        if unread is None or len(unread.data) < SMALL:
            self._outside()
        else:
            # Thousands of notes take a while: beside the reader.
            parse = partial(self._parse, unread)
            self.run_worker(parse, thread=True, exclusive=True, group="notes", name="read the notes")

    def _parse(self, unread: Unread) -> None:
        self.post_message(self.Parsed(unread, unread.parse()))

    def on_note_screen_parsed(self, event: Parsed) -> None:
        """Show the notes as another program left them."""
        self.scribe.notebook.accept(event.unread, event.reading)
        self._outside()

    def _outside(self) -> None:
        before = self.notes
        self.lay_notes()
        if self.scribe.problem:
            self.say(self.scribe.problem, wrong=True)
        elif self.notes != before:
            self.say("The notes were changed outside; here they are as they stand now.")

    # --- places looked for beside the reader

    def search_on(self) -> None:
        """Look for the passages there was no time for when the notes were laid, beside the reader."""
        if self.corpus is not None and self.scribe.search.waiting:
            look = partial(self._search, self.corpus)
            self.run_worker(look, thread=True, exclusive=True, group="places", name="look for noted passages")

    def _search(self, corpus: Corpus) -> None:
        worker = get_current_worker()
        if self.scribe.search.go_on(corpus, SHOW_EVERY, lambda: worker.is_cancelled) and not worker.is_cancelled:
            self.post_message(self.Placed())

    def on_note_screen_placed(self) -> None:
        """Show the notes whose passages were found meanwhile, and go on."""
        self.lay_notes()

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

    # --- reading and mending

    @on(ReadNotes)
    def _wants_to_read(self, event: ReadNotes) -> None:
        event.stop()
        found = self._asked_for(event)
        if len(found) == 1:
            self.write(WriteNote(note=found[0].note.id))
            return
        if not found:
            self.say("No note here: a writes one.")
            return
        from tui.dialogs.choose import Choose, Option

        options = [
            Option(squeeze(placed.note.text) or "(highlight)", " ".join(f"#{tag}" for tag in placed.note.tags), "",
                   words_of(placed.note)) for placed in found
        ]  # fmt: skip

        def chosen(index: int | None) -> None:
            if index is not None:
                self.write(WriteNote(note=found[index].note.id))

        self.app.push_screen(Choose(f"{len(found)} notes here", "Enter opens one.", options), chosen)

    def _asked_for(self, event: ReadNotes) -> tuple[PlacedNote, ...]:
        corpus = self.corpus
        if corpus is None:
            return ()
        if event.entity is not None:
            return tuple(placed for placed in self.notes if placed.entity == event.entity)
        if event.event is not None:
            told = set(corpus.sources(event.event))
            return tuple(placed for placed in self.notes if placed.event in told)
        return notes_on(corpus, self.notes, self.place.article, *event.span) if event.span else ()

    @on(NotesPane.Mend)
    def _wants_mending(self, event: NotesPane.Mend) -> None:
        event.stop()
        if not self.scribe.notebook.problem:
            self.say("The notes file needs no mending.")
            return
        from tui.dialogs.ask import Ask

        question = "Mend the notes file? What cannot be read becomes comments, and the damaged file is kept beside it."
        self.app.push_screen(Ask(question), lambda yes: self.answer(self.scribe.mend) if yes else None)

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
            self.say("A note on a name goes where its name is; there is nothing to place.")
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
