"""The indexes of the collection on the desk, made beside the reader: its full text, and what can be jumped to."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from textual import on
from textual.message import Message
from textual.worker import get_current_worker

from tui import paths
from tui.corpus.atonce import Kept
from tui.corpus.build import Scan
from tui.corpus.errors import Cancelled
from tui.corpus.files import STDIN
from tui.corpus.shelf import shelf
from tui.corpus.tables import Corpus
from tui.reader.command import Command
from tui.reader.placed import PlacedNote
from tui.reader.scribe import Scribe
from tui.sitting.collection import CollectionDesk

if TYPE_CHECKING:  # for annotations alone: they load engines the first page does not need
    from tui.jump import JumpIndex
    from tui.reader.searcher import Searcher

MANY = 2000
"""Files from which on the index of full text is made at once, not after the collection was read."""

BESIDE = 500
"""Files from which on it is made in a process of its own."""


class IndexingDesk(CollectionDesk):
    """The desk, making its indexes. Workers only post messages; one handler owns each change."""

    @dataclass
    class Indexed(Message):
        """What can be jumped to was put in order."""

        corpus: Corpus
        """The collection it is of."""
        index: "JumpIndex"
        """The order."""

    def __init__(
        self, scribe: Scribe, *, roots: Sequence[Path], found: Scan | None, kept: Kept | None, greeting: str = ""
    ) -> None:
        """As of a desk that knows where its collection comes from."""
        super().__init__(scribe, roots=roots, found=found, kept=kept, greeting=greeting)
        self._searcher: Searcher | None = None
        self._one = Lock()
        self._indexing = False
        self._ordered: tuple[Corpus | None, JumpIndex | None] = (None, None)

    # --- full text

    @property
    def searcher(self) -> "Searcher | None":
        """The full text of the collection."""
        with self._one:  # asked for by the thread that indexes and by the reader's hand
            if self._searcher is None:
                from tui.reader.fulltext import index_at
                from tui.reader.searcher import Searcher

                path = index_at(paths.cache(), self._roots) if self._roots else None
                self._searcher = Searcher(path, self._roots, self._files())
            return self._searcher

    def _index_text(self) -> None:
        """Bring the index of full text up to date, beside the reader: a few files soon, many in their own process."""
        if not self._indexing:
            self._indexing = True
            self.run_worker(self._index_text_beside, thread=True, group="text", name="index the full text")

    def _index_text_beside(self) -> None:
        worker = get_current_worker()
        if self.searcher is not None:
            self.searcher.refresh(lambda: worker.is_cancelled, beside=self._many >= BESIDE)

    def forget_text(self) -> None:
        """Let go of the index of full text: the files it is of are others now."""
        if self._searcher is not None:
            self._searcher.close()
            self._searcher = None

    # --- what can be jumped to

    @on(CollectionDesk.NotesLaid)
    def _laid(self) -> None:
        self.order_targets()

    def order_targets(self) -> None:
        """Put what can be jumped to in order, beside the reader, now that notes or names are others."""
        corpus = self.corpus
        if corpus is not None and corpus.complete and self.whole:
            order = partial(self._index, corpus, self.notes, self.commands())
            self.run_worker(order, thread=True, exclusive=True, group="index", name="order the jump targets")

    def _index(self, corpus: Corpus, notes: tuple[PlacedNote, ...], commands: Sequence[Command]) -> None:
        from tui.reader.jumping import index_of
        from tui.reader.targets import added_to

        worker = get_current_worker()

        def stop() -> None:
            if worker.is_cancelled:
                raise Cancelled

        known, index = self._ordered
        try:
            if index is None or known is None or known.mentions is not corpus.mentions:
                folder = shelf(paths.cache(), self._roots) if self._roots and STDIN not in self._roots else None
                with self.courtesy.unhurried():
                    index = index_of(corpus, folder, self.courtesy.breath(stop), beside=True)
            index = index.beside(added_to(notes, commands))
        except Cancelled:
            return
        self.post_message(self.Indexed(corpus, index))

    @on(Indexed)
    def _indexed(self, event: Indexed) -> None:
        # A verdict gives another corpus with the same rows; names corrected meanwhile give other rows.
        if self.corpus is not None and event.corpus.mentions is self.corpus.mentions:
            self._ordered = (event.corpus, event.index)
            self.index = event.index
