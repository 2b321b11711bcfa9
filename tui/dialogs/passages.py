"""The passages that name two entities close together, each in its words, under the articles they stand in."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static

from tui.corpus.tables import Corpus
from tui.dates.words import describe
from tui.dialogs.dialog import Hint
from tui.dialogs.listing import ListDialog
from tui.display import squeeze
from tui.panes.fitted import fitted
from tui.panes.rowlinks import RowLink, name_links
from tui.panes.rows import Piece, Rows, clip
from tui.reader.companions import Passage
from tui.reader.context import REACH, line_around
from tui.reader.place import Goto

LINES = 3
"""Lines of text a passage takes."""


class PassageRows(Rows):
    """The passages."""

    row_height = LINES + 2

    def __init__(self, corpus: Corpus, passages: Sequence[Passage]) -> None:
        super().__init__("passage-rows")
        self.corpus = corpus
        """The collection."""
        self.passages = passages
        """What is listed, in reading order."""

    def count(self) -> int:
        """Number of passages."""
        return len(self.passages)

    def links(self, index: int) -> Sequence[RowLink]:
        """The names in a passage."""
        passage = self.passages[index]
        return list(name_links(self.corpus, passage.article, passage.start - REACH, passage.end + REACH))

    def draw(self, index: int, width: int) -> list[list[Piece]]:
        """Article and date, then the words."""
        passage = self.passages[index]
        article = self.corpus.articles[passage.article]
        when = f", {describe(article.published)}" if article.published is not None else ""
        try:
            words = "".join(line_around(self.corpus.text(article.id), passage.start, passage.end))
        except OSError as error:
            words = str(error)
        lines = fitted(squeeze(words), max(8, width - 2), LINES)
        return [[(clip(f"{article.title}{when}", width), "accent")], *([("  ", ""), (line, "")] for line in lines)]


class Passages(ListDialog[Goto | None]):
    """Shows passages; gives back the place of the one the reader wants to go to."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "close", "Close", id="passages.close", tooltip="Back to where it was opened"),
    ]

    def __init__(self, corpus: Corpus, entities: tuple[int, int], passages: Sequence[Passage]) -> None:
        super().__init__()
        self._corpus, self._entities, self._passages = corpus, entities, passages

    def compose(self) -> ComposeResult:
        """Whose they are, the passages, the keys."""
        one, other = (squeeze(self._corpus.entities[entity].name) for entity in self._entities)
        with Vertical(classes="card tall"):
            yield Static(f"{one} with {other}  {len(self._passages):,}", classes="card-title", markup=False)
            yield PassageRows(self._corpus, self._passages)
            yield Hint("{rows.open} go there", "{rows.down} {rows.up} move", "{passages.close} close")

    def choose(self, index: int) -> None:
        """Go to a passage."""
        passage = self._passages[index]
        self.dismiss(Goto(article=passage.article, at=passage.start, entity=self._entities[0]))
