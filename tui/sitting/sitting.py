"""The sitting: the desk as it is opened on a collection, and as it is left."""

from collections.abc import Sequence
from pathlib import Path

from textual import on

from tui import paths
from tui.corpus.atonce import Kept
from tui.corpus.build import Scan
from tui.corpus.tables import Corpus
from tui.panes.page import Page
from tui.reader import arrangement, positions
from tui.reader.editing import left_after
from tui.reader.links import Link
from tui.reader.place import Goto, resolve
from tui.reader.renumbered import Renumbered
from tui.reader.scribe import Scribe
from tui.sitting.indexing import MANY
from tui.sitting.keeping import KeepingDesk
from tui.sitting.reading import LARGER

SETTLED = 2.0
"""Seconds between two looks at whether the reader has stayed where they were."""


class Sitting(KeepingDesk):
    """The desk with a collection on it."""

    def __init__(
        self,
        first: Corpus,
        scribe: Scribe,
        *,
        roots: Sequence[Path],
        found: Scan | None = None,
        kept: Kept | None = None,
        greeting: str = "",
        link: Link | None = None,
        watch: bool = False,
    ) -> None:
        """`first` is what is shown of the collection at `roots` until it is read: what was `found`, or `kept`.

        With `watch` what changes in its folders is followed.
        """
        super().__init__(scribe, roots=roots, found=found, kept=kept, greeting=greeting, watch=watch)
        self._heard = set(first.facts.problems)
        self.columns = 0
        """Widest line of the text, in cells, if the reader set one; 0 as shipped."""
        self._many = len(first.articles)
        kept_positions = positions.load(paths.state(), self._collection)
        self.left_at = kept_positions.offsets(first)
        self.take(first, place=(link and link.place(first)) or kept_positions.place(first))
        arranged = arrangement.load(paths.state(), self._collection)
        self.arrange_as(arranged, reading=link is not None)
        self.has_begun = (self.place.article, self.place.at) != (0, 0)
        self._lands = link is None and (arranged.front or (not kept_positions.article and self._many >= LARGER))

    def on_mount(self) -> None:
        """Read the whole collection, once the text is painted: before, it would only slow that down."""
        for page in self.query(Page) if self.columns else ():
            page.measure = self.columns
        if self._lands:
            self.open_front()
        self.set_timer(0.05, self.read_beside)
        self.set_interval(SETTLED, self.keep_settled)
        if self._many >= MANY:
            self.set_timer(0.5, self._index_text)
        if self._kept is not None and self.corpus is not None:
            self.take_up_ways(self.corpus)
            self.order_targets()

    @on(KeepingDesk.Read)
    def _read(self, event: KeepingDesk.Read) -> None:
        if self._reading is not None and event.reading is not self._reading:
            self._reading.close()
        self._reading = event.reading
        self._kept = event.kept or self._kept
        self.whole, self._many = event.whole, len(event.corpus.articles)
        if event.whole:
            self.post_message(self.Working(""))
        there = self.follow_edit(event.corpus)
        if self.corpus is not None:
            # Rows of the old collection may mean other articles in the new one.
            moved = Renumbered(self.corpus, event.corpus)
            self.left_at = left_after(self.corpus, event.corpus, self.left_at)
            self.trail = moved.trail(self.trail)
            self.stand(moved.place(self.place))
        self.take(event.corpus)
        if there is not None:
            self.place = resolve(event.corpus, self.place, Goto(article=there.article, at=there.at))
        if not event.whole:
            return
        self.take_up_ways(event.corpus)
        self._index_text()
        unheard = [problem for problem in event.corpus.facts.problems if problem not in self._heard]
        if unheard:
            self._heard.update(unheard)
            self.say(" ".join(unheard), wrong=True)

    def on_unmount(self) -> None:
        """Keep the place at the end of the sitting, and let go of the drafts."""
        if self._program is not None:
            self._program.end()
        self.keep_place()
        if self._reading is not None:
            self._reading.close()
        self.forget_text()
        self.scribe.drafts.close()
        if self._scratch is not None:
            self._scratch.cleanup()
