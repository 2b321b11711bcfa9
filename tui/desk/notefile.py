"""What the desk does about the notes file: lays what it says on the collection, and sees what others change in it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from textual.message import Message
from textual.reactive import reactive
from textual.worker import get_current_worker

from tui.corpus.tables import Corpus
from tui.desk.travel import TravelScreen
from tui.notes.errors import NotesError
from tui.notes.reading import Reading
from tui.notes.shelf import Unread
from tui.reader.placed import PlacedNote
from tui.reader.scribe import Scribe

SHOW_EVERY = 1.0
"""Seconds after which places found beside the reader are shown, while more are looked for."""

SMALL = 100_000
"""Bytes of a notes file that are read at once, without another thread."""

LOOK_EVERY = 2.0
"""Seconds between looks at the notes file; a look at an unchanged one asks the system for its date and no more."""


class NoteFileScreen(TravelScreen):
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

    @dataclass
    class NotesLaid(Message):
        """The notes were placed anew: what can be jumped to has changed."""

    notes: reactive[tuple[PlacedNote, ...]] = reactive((), repaint=False)
    """The reader's notes on this collection."""

    def __init__(self, ident: str, scribe: Scribe) -> None:
        """`scribe` is the reader's pen."""
        super().__init__(ident)
        self.scribe = scribe
        """The reader's pen."""

    def lay_notes(self) -> None:
        """Place the notes on the collection anew."""
        if self.corpus is not None:
            self.notes = self.scribe.placed(self.corpus)
            if self.is_mounted:
                self.search_on()
                self.post_message(self.NotesLaid())

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

    def on_note_file_screen_parsed(self, event: Parsed) -> None:
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

    def on_note_file_screen_placed(self) -> None:
        """Show the notes whose passages were found meanwhile, and go on."""
        self.lay_notes()
