"""The app around the desk: opens the collection, wears the theme, keeps the place, ends cleanly on any signal."""

import asyncio
import signal
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePath
from typing import ClassVar

from textual.app import App
from textual.binding import BindingType
from textual.filter import LineFilter
from textual.message import Message
from textual.theme import Theme
from textual.worker import get_current_worker

from tui import paths
from tui.corpus.build import Cancelled, NothingReadable, Scan, build, open_quickly, scan
from tui.corpus.corrected import DateCorrection
from tui.corpus.tables import Corpus
from tui.desk import Desk
from tui.empty import show_empty
from tui.jump import JumpIndex
from tui.notes.corrections import Corrections
from tui.notes.drafts import Drafts
from tui.notes.errors import NotesError
from tui.notes.notebook import Notebook
from tui.notes.undo import History
from tui.plain import WithoutColour
from tui.reader import positions
from tui.reader.placed import PlacedNote
from tui.reader.redate import date_corrections
from tui.reader.scribe import Scribe
from tui.reader.targets import targets
from tui.themes import DARK, LIGHT, fallbacks

KEYS_TO_KNOW = "p jump to a name   a write a note   ? all keys"
"""What stands on the status line at the very first start."""

BUNDLED = "This is the bundled collection, two articles on Iran in Iraq."
"""What stands before it when no folder was named."""


class Backstory(App[int]):
    """The reader."""

    TITLE = "backstory"
    ENABLE_COMMAND_PALETTE = False
    CSS_PATH: ClassVar[list[str | PurePath]] = sorted(paths.styles().glob("*.tcss"))
    BINDINGS: ClassVar[list[BindingType]] = []

    @dataclass
    class Read(Message):
        """The collection has been read whole."""

        corpus: Corpus
        """It."""

    @dataclass
    class Indexed(Message):
        """What can be jumped to was put in order."""

        index: JumpIndex
        """The order."""

    def __init__(self, found: Scan, notebook: Notebook, *, first_run: bool = False) -> None:
        """`found` is what lies in the folder; raises `NothingReadable` if none of it can be read."""
        super().__init__()
        self._found = found
        corrections = Corrections.open(paths.data())
        self._quick = open_quickly(found, corrections=date_corrections(corrections.all))
        self._collection = "\n".join(str(root.folder.resolve()) for root in found.listing.roots)
        drafts = Drafts(paths.state() / "drafts")
        problems = " ".join(filter(None, [notebook.problem, corrections.problem, *self._quick.facts.problems]))
        greeting = problems or _waiting(drafts) or (_welcome(found) if first_run else "")
        self._heard = set(self._quick.facts.problems)
        history = History(paths.state() / "history.json", notebook, corrections)
        self._desk = Desk(Scribe(notebook, drafts, history, corrections), greeting=greeting)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The colours of kinds, dates, notes and conflicts in themes that do not know them."""
        return fallbacks(self.current_theme)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """What every line goes through before it is printed: under NO_COLOR, only the taking out of colours."""
        return [WithoutColour()] if self.no_color else super().get_line_filters()

    def on_mount(self) -> None:
        """Put the desk up, then read the collection beside it."""
        for theme in _OWN_THEMES:
            self.register_theme(theme)
        self.theme = DARK.name
        self._catch_signals()
        self.push_screen(self._desk)
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        corpus = self._quick
        kept = positions.load(paths.state(), self._collection)
        self._desk.left_at = kept.offsets(corpus)
        self._desk.take(corpus, place=kept.place(corpus))
        self._read_beside()

    def _read_beside(self) -> None:
        """Read the collection whole with the corrections as they are now, beside the reader."""
        read = partial(self._read_all, self._found, date_corrections(self._desk.scribe.corrections.all))
        self.run_worker(read, thread=True, exclusive=True, name="read the collection")

    def _read_all(self, found: Scan, corrections: Sequence[DateCorrection]) -> None:
        worker = get_current_worker()
        try:
            corpus = build(found, cancelled=lambda: worker.is_cancelled, corrections=corrections)
        except Cancelled:
            return
        self.post_message(self.Read(corpus))

    def on_backstory_read(self, event: Read) -> None:
        """Show the collection now that it is read."""
        unheard = [problem for problem in event.corpus.facts.problems if problem not in self._heard]
        self._desk.take(event.corpus)
        if unheard:
            self._heard.update(unheard)
            self._desk.say(" ".join(unheard), wrong=True)

    def on_desk_corrected(self) -> None:
        """Read the collection anew: what hung on what was corrected moves."""
        self._read_beside()

    def on_desk_notes_laid(self) -> None:
        """Put what can be jumped to in order, beside the reader, now that notes or names are others."""
        corpus = self._desk.corpus
        if corpus is not None and corpus.complete:
            order = partial(self._index, corpus, self._desk.notes)
            self.run_worker(order, thread=True, exclusive=True, group="index", name="order the jump targets")

    def _index(self, corpus: Corpus, notes: tuple[PlacedNote, ...]) -> None:
        worker = get_current_worker()
        index = JumpIndex.build(targets(corpus, notes))
        if not worker.is_cancelled:
            self.post_message(self.Indexed(index))

    def on_backstory_indexed(self, event: Indexed) -> None:
        """Jumping works from now on."""
        self._desk.index = event.index

    def action_help_quit(self) -> None:
        """Ctrl-C is no way out of a reader; say which key is."""
        self._desk.say("q quits.")

    def keep_place(self) -> None:
        """Put the reading positions on disk; a disk that will not take them costs only the place."""
        corpus = self._desk.corpus
        if corpus is None or not corpus.articles:
            return
        kept = positions.positions_of(corpus, self._desk.place, self._desk.left_at)
        try:
            positions.keep(paths.state(), self._collection, kept)
        except NotesError as error:
            self.log.error(str(error))

    def on_unmount(self) -> None:
        """Keep the place at the end of a sitting, and let go of the drafts."""
        self.keep_place()
        self._desk.scribe.drafts.close()

    def _catch_signals(self) -> None:
        """End as on quitting when told to: drafts and place on disk, terminal restored, exit code 128 + n."""
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, getattr(signal, "SIGHUP", None), signal.SIGINT):
            if number is not None:
                try:
                    loop.add_signal_handler(number, self._end, number)
                except (NotImplementedError, RuntimeError):
                    # No such handlers on Windows, nor outside the main thread.
                    return

    def _end(self, number: int) -> None:
        self._desk.keep_draft()
        self.exit(return_code=128 + number)


def _welcome(found: Scan) -> str:
    """What the status line says at the very first start: what this is, and the keys to know."""
    bundled = [root.folder for root in found.listing.roots] == [paths.seeds()]
    return f"{BUNDLED}   {KEYS_TO_KNOW}" if bundled else KEYS_TO_KNOW


def _waiting(drafts: Drafts) -> str:
    """A sentence about notes that were typed and not saved, "" without any."""
    found = drafts.left()
    if not found:
        return ""
    many = f"{len(found)} notes that were not saved are kept" if len(found) > 1 else "A note that was not saved is kept"
    return f"{many}: 5 shows them, Enter goes on writing."


_OWN_THEMES: tuple[Theme, ...] = (DARK, LIGHT)


def open_reader(roots: Sequence[Path], first_run: bool) -> int:
    """Open the reader on a collection and return the exit code; raises `NoSuchPath`."""
    notebook = Notebook.open(paths.data(), cached=paths.cache() / "notes.cache")
    try:
        app = Backstory(scan(roots), notebook, first_run=first_run)
    except NothingReadable as error:
        return show_empty(str(error), error.skipped)
    app.run()
    return app.return_code or 0
