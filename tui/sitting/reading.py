"""Reads the collection beside the reader, in this program or another one, and tells how far that is."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on
from textual.message import Message
from textual.worker import get_current_worker

from tui import paths
from tui.corpus.atonce import Kept, open_kept, relabel_kept
from tui.corpus.beside import Beside, Progress, Wrong
from tui.corpus.beside import Read as WasRead
from tui.corpus.build import Correction, Scan, read, scan
from tui.corpus.corrected import DateCorrection
from tui.corpus.errors import Cancelled, NothingReadable
from tui.corpus.pace import Pace
from tui.corpus.shelf import shelf
from tui.corpus.tables import Corpus
from tui.reader.editing import place_after
from tui.reader.naming import name_corrections
from tui.reader.place import Place
from tui.reader.redate import date_corrections
from tui.reader.scribe import Scribe
from tui.reader.verdicts import judged
from tui.sitting.working import READING, WorkingDesk
from tui.voter import find_voter

if TYPE_CHECKING:  # for annotations alone: it loads engines the first page does not need
    from tui.corpus.reading import Reading

LARGER = 100
"""Articles from which on a collection is landed in on its front page, the first time it is opened."""

BESIDE = 500
"""Files from which on a collection is read by another program, so that the reader never waits for the interpreter."""


class ReadingDesk(WorkingDesk):
    """The desk, reading its collection. Workers only post messages; one handler owns each change."""

    @dataclass
    class Read(Message):
        """The collection has been read whole."""

        corpus: Corpus
        """It."""
        reading: "Reading | None" = None
        """What its articles say one by one, if they were read here."""
        kept: Kept | None = None
        """Where it is kept, if another program read it."""
        whole: bool = True
        """False if only the names are as they will be, and the rest follows."""

    def __init__(
        self,
        scribe: Scribe,
        *,
        roots: Sequence[Path],
        found: Scan | None,
        kept: Kept | None,
        greeting: str = "",
        watch: bool = False,
    ) -> None:
        """With `watch` what changes in its folders is followed."""
        super().__init__(scribe, roots=roots, found=found, kept=kept, greeting=greeting, watch=watch)
        self._reading: Reading | None = None
        self._edited = ""
        self._dates: tuple[DateCorrection, ...] = ()
        self._told: tuple[Correction, ...] = corrections_of(scribe)

    def read_beside(self) -> None:
        """Read the whole collection with the corrections as they are now, beside the reader.

        Where only names were corrected since, nothing is read: what the articles say is tied together anew.
        """
        corrections = corrections_of(self.scribe)
        if self._follows or self._many >= BESIDE:
            self._hear_of(corrections)
            return
        dates = date_corrections(self.scribe.corrections.all)
        reading = self._reading if dates == self._dates else None
        self._dates = dates
        found = self._found if self._found is not None else scan(self._roots)
        work = partial(self._read_all, found, corrections, reading)
        self.run_worker(work, thread=True, exclusive=True, name=READING)

    def reread(self, article: int, text: str) -> None:  # noqa: ARG002 - all files are looked at
        """Look at the folder again, and read what has changed in it."""
        if self._many < BESIDE and not self._follows:
            try:
                self._found = scan(self._roots)
            except OSError as error:
                self.say(str(error), wrong=True)
                return
        if self._reading is not None:
            self._reading.close()
        self._reading, self._edited = None, text
        self.forget_text()
        self.read_beside()

    def follow_edit(self, corpus: Corpus) -> Place | None:
        """Where the reader is in what was read again; None if nothing was edited."""
        before, text, self._edited = self.corpus, self._edited, ""
        if not text or before is None:
            return None
        try:
            return place_after(before, corpus, self.place, text)
        except OSError as error:
            self.say(str(error), wrong=True)
            return Place()

    def _hear_of(self, corrections: Sequence[Correction]) -> None:
        """Have another program read the collection, and show at once what of the corrections needs no reading."""
        if self._program is not None:
            self._program.end()
        cache = self._folder
        try:
            self._program = Beside(self._roots, cache, paths.cache() / "votes", corrections, watch=self._follows)
        except OSError as error:
            self.post_message(self.Failed(f"No other program can be started to read it: {error.strerror}."))
            return
        work = partial(self._hear, self._program, cache, corrections)
        self.run_worker(work, thread=True, exclusive=True, name=READING)

    def _hear(self, program: Beside, cache: Path, corrections: Sequence[Correction]) -> None:
        """Hear from the program that reads it."""
        worker = get_current_worker()
        kept, shown = self._kept, self._kept.corpus.signature if self._kept is not None else ""
        if kept is not None and set(corrections) != set(self._told):
            corpus = relabel_kept(kept, self._told, corrections)
            if corpus is not None and not worker.is_cancelled:
                self.post_message(self.Read(judged(corpus, self.scribe.corrections.all), whole=False))
        pace, stage, due = Pace(time.monotonic()), "", 0.0
        for news in program.news():
            if worker.is_cancelled:
                return
            match news:
                case Progress():
                    if news.stage != stage:
                        pace, stage = Pace(time.monotonic()), news.stage
                    words = pace.said(stage, news.done, news.total, time.monotonic())
                    if time.monotonic() >= due:
                        due = time.monotonic() + 1.0
                        self.post_message(self.Working(words, news.done, news.total))
                case WasRead():
                    self.post_message(self.Working(""))
                    if news.signature != shown or news.anew or not self.whole:
                        self._show_kept(cache, corrections)
                        shown = news.signature
                case Wrong():
                    self.post_message(self.Working(""))
                    self.post_message(self.Failed(news.reason or "The program that reads it failed."))

    def _show_kept(self, cache: Path, corrections: Sequence[Correction]) -> None:
        """Show the collection as another program has read it; where it cannot be kept, it is read here."""
        kept = open_kept(cache, self._roots, corrections)
        if kept is None:
            try:
                self._read_all(scan(self._roots), corrections, None)
            except (NothingReadable, OSError) as error:
                self.post_message(self.Failed(str(error)))
        elif not get_current_worker().is_cancelled:
            self._told = tuple(corrections)
            self.post_message(self.Read(judged(kept.corpus, self.scribe.corrections.all), kept=kept))

    def _read_all(self, found: Scan, corrections: Sequence[Correction], reading: "Reading | None") -> None:
        worker = get_current_worker()

        def stop() -> None:
            if worker.is_cancelled:
                raise Cancelled

        mine: Reading | None = None
        try:
            if reading is None:
                reading = mine = read(
                    found,
                    self._teller(),
                    cancelled=lambda: worker.is_cancelled,
                    corrections=corrections,
                    voter=find_voter(paths.cache() / "votes"),
                    cache=shelf(paths.cache(), self._roots) if self._roots else None,
                )
                self.post_message(self.Working(""))
            corpus, whole = reading.at_once(corrections) or (None, False)
            if corpus is not None and self._show(corpus, reading, whole=whole):
                mine = None
            if not whole:
                if len(found.listing.files) >= LARGER:
                    self.post_message(self.Working("putting names and events together …"))
                with self.courtesy.unhurried():
                    corpus = reading.corpus(corrections, self.courtesy.breath(stop))
                    if self._show(corpus, reading, whole=True):
                        mine = None
        except Cancelled:
            return
        finally:
            if mine is not None:  # stopped before anybody was given it, who would close it
                mine.close()

    def _show(self, corpus: Corpus, reading: "Reading", *, whole: bool) -> bool:
        """Hand over what was read; whether anybody takes it, and will close it."""
        corpus = judged(corpus, self.scribe.corrections.all).prepare()
        return not get_current_worker().is_cancelled and self.post_message(self.Read(corpus, reading, whole=whole))

    def _teller(self) -> Callable[[int, int], None]:
        """Tells how far the reading is, once a second from the second on."""
        pace = Pace(time.monotonic())
        due = time.monotonic() + 1.0

        def tell(done: int, total: int) -> None:
            nonlocal due
            now = time.monotonic()
            if now >= due:
                due = now + 1.0
                self.post_message(self.Working(pace.said("reading", done, total, now), done, total))

        return tell

    @on(WorkingDesk.Corrected)
    def _corrected(self) -> None:
        # What hung on what was corrected moves.
        self.read_beside()


def corrections_of(scribe: Scribe) -> tuple[Correction, ...]:
    """What was corrected in dates and names."""
    said = scribe.corrections.all
    return (*date_corrections(said), *name_corrections(said))
