"""The collection of a line-mode sitting: its articles at once, what they say once it is read beside the reader."""

import time
from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Event, Thread

from tui import paths
from tui.corpus.build import Cancelled, Scan, open_quickly, read
from tui.corpus.corrected import DateCorrection
from tui.corpus.files import File
from tui.corpus.pace import Pace
from tui.corpus.reading import Reading
from tui.corpus.shelf import shelf
from tui.corpus.tables import Corpus
from tui.notes.corrections import Correction
from tui.reader.fulltext import index_at
from tui.reader.naming import name_corrections
from tui.reader.redate import date_corrections
from tui.reader.searcher import Searcher
from tui.reader.verdicts import judged
from tui.voter import find_voter

PATIENCE = 5.0
"""Seconds between two sentences on how far the reading is, while somebody waits for it."""

_LOOK = 0.1
_GRACE = 2.0


class Collection:
    """What lies at some paths. Raises `NothingReadable` if none of it can be read."""

    def __init__(self, found: Scan, roots: Sequence[Path], corrections: Sequence[Correction]) -> None:
        """`found` is what lies at `roots`; reading begins beside the caller with `begin`."""
        self.roots = tuple(roots)
        """Its folders and files."""
        self.key = "\n".join(str(root.folder.resolve()) for root in found.listing.roots)
        """What its places are kept under: its absolute paths."""
        self._found = found
        self._said = tuple(corrections)
        self.corpus = open_quickly(found, corrections=date_corrections(corrections))
        """It, as far as it is read."""
        self._reading: Reading | None = None
        self._dates: tuple[DateCorrection, ...] = ()
        self._fresh: Corpus | None = None
        self._ready = Event()
        self._failed: OSError | None = None
        self._cancelled = False
        self._done, self._total = 0, len(found.listing.files)
        self._pace = Pace(time.monotonic())
        self._thread: Thread | None = None
        self.searcher = Searcher(index_at(paths.cache(), self.roots), self.roots, found.listing.files)
        """Its full text."""

    def file_of(self, path: str) -> File | None:
        """The file of the article with a stable path."""
        return next((file for file in self._found.listing.files if file.path == path), None)

    def begin(self) -> None:
        """Read it whole, beside the reader."""
        self._thread = Thread(target=self._read, name="read the collection", daemon=True)
        self._thread.start()

    def newer(self) -> Corpus | None:
        """The collection read further than `corpus`, once; None if it is not. Raises what reading raised."""
        if self._failed is not None:
            raise self._failed
        fresh, self._fresh = self._fresh, None
        if fresh is not None:
            self.corpus = fresh
        return fresh

    def wait(self, say: Callable[[str], None]) -> None:
        """Wait until it is read, saying now and then how far that is."""
        due = time.monotonic() + PATIENCE / 2
        while self._thread is not None and self._thread.is_alive() and not self._ready.wait(_LOOK):
            now = time.monotonic()
            if now >= due:
                due = now + PATIENCE
                words = self._pace.said("reading", self._done, self._total, now)
                say(f"Still {words}." if self._done < self._total else "Nearly there: tying the articles together.")

    def correct(self, corrections: Sequence[Correction]) -> Corpus:
        """The collection with other corrections; where only names changed, no file is read again."""
        self._said = tuple(corrections)
        dates = date_corrections(corrections)
        if self._reading is None or dates != self._dates:
            self._read_files()
        assert self._reading is not None
        self.corpus = judged(self._reading.corpus(name_corrections(corrections)), self._said)
        return self.corpus

    def close(self) -> None:
        """Break off whatever is still going on beside the reader."""
        self._cancelled = True
        if self._thread is not None:
            self._thread.join(_GRACE)
        if self._reading is not None:
            self._reading.close()
        self.searcher.close()

    def _read(self) -> None:
        try:
            self._read_files()
            assert self._reading is not None
            self._fresh = judged(self._reading.corpus(name_corrections(self._said), self._breathe), self._said)
            self._ready.set()
            self.searcher.refresh(lambda: self._cancelled)
        except Cancelled:
            return
        except OSError as error:
            self._failed = error
        finally:
            if self._cancelled and self._reading is not None:  # nobody waits for it any more
                self._reading.close()

    def _read_files(self) -> None:
        self._dates = date_corrections(self._said)
        before = self._reading
        self._reading = read(
            self._found,
            self._progress,
            cancelled=lambda: self._cancelled,
            corrections=(*self._dates, *name_corrections(self._said)),
            voter=find_voter(paths.cache() / "votes"),
            cache=shelf(paths.cache(), self.roots),
        )
        if before is not None:
            before.close()

    def _progress(self, done: int, total: int) -> None:
        self._done, self._total = done, total

    def _breathe(self) -> None:
        if self._cancelled:
            raise Cancelled
