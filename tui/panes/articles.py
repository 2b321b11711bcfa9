"""The articles pane: the library, one row an article."""

from typing import ClassVar

from textual.binding import Binding, BindingType

from tui.corpus.tables import Corpus
from tui.dates.words import describe
from tui.panes.pane import ListPane
from tui.panes.rows import Piece, Rows, clip, pad
from tui.panes.wishes import Went, WriteNote
from tui.reader.place import Goto, Place


class ArticleRows(Rows):
    """The list of articles."""

    row_height = 2

    def __init__(self) -> None:
        super().__init__("article-rows")
        self.corpus: Corpus | None = None
        """The collection."""
        self.noted: dict[int, int] = {}
        """Number of notes on each article that has any."""
        self.here = 0
        """Id of the article in view."""

    def count(self) -> int:
        """Number of articles."""
        return len(self.corpus.articles) if self.corpus else 0

    def draw(self, index: int, width: int) -> list[list[Piece]]:
        """Title above; date, source and notes below."""
        if self.corpus is None:
            return []
        article = self.corpus.articles[index]
        sign: Piece = ("▸", "accent") if index == self.here else (" ", "")
        facts = [describe(article.published) if article.published else "undated"]
        facts += [words for words in (article.source or article.byline,) if words]
        notes = self.noted.get(index, 0)
        return [
            [sign, (" ", ""), (clip(article.title, width - 2), "lit" if index == self.here else "")],
            [("  ", ""), (pad(", ".join(facts), width - 8), "dim"), (f"◆ {notes}" if notes else "", "note")],
        ]


class ArticlesPane(ListPane):
    """The library: every article with its title and date."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a,A", "note", "Note", show=False, id="articles.note", tooltip="Write a note on this article"),
    ]

    title = "Articles"
    about = "Every article of the collection. Enter opens one where it was left."

    def __init__(self) -> None:
        super().__init__("articles")
        self._rows = ArticleRows()

    @property
    def view(self) -> ArticleRows:
        """The list of articles."""
        return self._rows

    def make_view(self) -> ArticleRows:
        """The list of articles."""
        return self._rows

    def watch_corpus(self) -> None:
        """Show a new or fuller collection."""
        if self.corpus is None:
            return
        self._rows.corpus = self.corpus
        self._rows.reset()
        skipped = len(self.corpus.facts.skipped)
        self.head(f"{self._rows.count()}" + (f", {skipped} not read" if skipped else ""))

    def watch_notes(self) -> None:
        """Count the notes on each article."""
        noted: dict[int, int] = {}
        for placed in self.notes:
            if placed.article is not None:
                noted[placed.article] = noted.get(placed.article, 0) + 1
        self._rows.noted = noted
        self._rows.reset()

    def watch_place(self, old: Place, new: Place) -> None:
        """Mark the article in view."""
        if old.article != new.article:
            self._rows.here = new.article
            self._rows.reset(new.article)

    def row_chosen(self) -> None:
        """Open the article under the cursor where it was left."""
        self.post_message(Went(Goto(article=self._rows.cursor)))

    def action_note(self) -> None:
        """Write a note on the article under the cursor."""
        if self._rows.count():
            self.post_message(WriteNote(article=self._rows.cursor))
