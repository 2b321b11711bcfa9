"""What is kept of a sitting for the next start: the place, the panes, the trail, what was read."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from tui import paths
from tui.corpus.atonce import Kept
from tui.corpus.build import Scan
from tui.corpus.tables import Corpus
from tui.panes.articles import ArticlesPane
from tui.panes.entities import EntitiesPane
from tui.panes.notes import NotesPane
from tui.panes.pane import Pane
from tui.panes.timeline import TimelinePane
from tui.reader import positions, readmarks, ways
from tui.reader.arrangement import Arrangement
from tui.reader.keeping import Keeping, Left
from tui.reader.scribe import Scribe
from tui.reader.trail import LONGEST, Trail
from tui.sitting.reading import ReadingDesk

PaneKind = TypeVar("PaneKind", bound=Pane)
"""A kind of pane."""


class KeepingDesk(ReadingDesk):
    """The desk, keeping where the reader is."""

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
        """As of a desk that reads its collection."""
        super().__init__(scribe, roots=roots, found=found, kept=kept, greeting=greeting, watch=watch)
        kept_ways = ways.load(paths.state(), self._collection)
        self._ways: ways.Ways | None = kept_ways
        self.marked = dict(kept_ways.marks)
        self.read_marks = readmarks.load(paths.state(), self._collection)
        self._keeping = Keeping()

    def arrange_as(self, kept: Arrangement, *, reading: bool) -> None:
        """Take up the panes and the timeline as they were left; `reading` begins in the text all the same."""
        self.layout_wanted = replace(kept.layout, active="text", zoomed=False) if reading else kept.layout
        timeline = self._pane_of(TimelinePane)
        timeline.set_reactive(TimelinePane.zoom, kept.zoom)
        timeline.set_reactive(TimelinePane.sieve, kept.sieve)
        self._pane_of(ArticlesPane).set_reactive(ArticlesPane.sieve, kept.articles)
        self._pane_of(NotesPane).set_reactive(NotesPane.sieve, kept.notes)
        self._pane_of(EntitiesPane).here_only = kept.here_only

    def _pane_of(self, kind: type[PaneKind]) -> PaneKind:
        """The pane of a kind, also before it stands on the screen."""
        return next(pane for pane in self._panes if isinstance(pane, kind))

    def take_up_ways(self, corpus: Corpus) -> None:
        """Join the trail of the last sitting to what was walked since the start: names and events are known now."""
        kept, self._ways = self._ways, None
        if kept is not None:
            before = kept.trail(corpus)
            walked = self.trail.behind
            self.trail = Trail(
                (*before.behind, *walked)[-LONGEST:], self.trail.ahead or (() if walked else before.ahead)
            )
            self.recent = tuple(dict.fromkeys((*self.recent, *kept.jumps(corpus))))[: ways.RECENT]

    def keep_ways(self) -> None:
        """Put the trail, marks and jumps on disk."""
        self.keep_place()

    def _left(self) -> Left | None:
        """Where the reader is, and how the screen is arranged; None without an article."""
        corpus = self.corpus
        if corpus is None or not corpus.articles:
            return None
        timeline = self._pane_of(TimelinePane)
        return Left(
            positions.positions_of(corpus, self.place, self.left_at),
            Arrangement(
                self.layout_wanted,
                timeline.zoom,
                timeline.sieve,
                self._pane_of(ArticlesPane).sieve,
                self.on_front,
                self._pane_of(EntitiesPane).here_only,
                self._pane_of(NotesPane).sieve,
            ),
            ways.ways_of(corpus, self.trail, self.marked, self.recent) if self._ways is None else None,
            self.read_marks,
        )

    def keep_settled(self) -> None:
        """Put on disk where the reader is once they have stayed there, beside them: nothing of it is lost then."""
        left = self._left()
        if left is not None and self._keeping.settled(left):
            work = partial(self._keeping.put, paths.state(), self._collection, left)
            self.run_worker(work, thread=True, group="place", name="keep the place")

    def keep_place(self) -> None:
        """Put on disk where the reader is; a disk that will not take it costs only the place."""
        left = self._left()
        if left is not None:
            self._keeping.end(paths.state(), self._collection, left)
