"""The rows of the articles pane: title, date and source of each, whether it was read, its star and notes."""

from collections.abc import Collection, Sequence

from rich.cells import cell_len

from tui.corpus.tables import Corpus
from tui.dates.words import describe
from tui.display import squeeze
from tui.model import Article
from tui.panes.rowlinks import RowLink, title_links
from tui.panes.rows import Piece, Rows, clip, pad


class ArticleRows(Rows):
    """The list of articles."""

    row_height = 2

    def __init__(self) -> None:
        super().__init__("article-rows")
        self.corpus: Corpus | None = None
        """The collection."""
        self.ids: Sequence[int] = ()
        """Ids of the articles listed."""
        self.noted: dict[int, int] = {}
        """Number of notes on each article that has any."""
        self.here = 0
        """Id of the article in view."""
        self.read: Collection[int] = ()
        """Ids of the articles that were read."""
        self.starred: Collection[int] = ()
        """Ids of the articles with a star."""
        self._measured: tuple[Sequence[int], int, int] = ((), 0, 0)

    def count(self) -> int:
        """Number of articles."""
        return len(self.ids) if self.corpus else 0

    def fit_rows(self, width: int, height: int) -> None:
        """Take one line an article where title and facts stand side by side."""
        del height
        self.row_height = 1 if width >= _ONE_LINE_FROM else 2

    def links(self, index: int) -> Sequence[RowLink]:
        """The names in the title."""
        return list(title_links(self.corpus, self.ids[index])) if self.corpus is not None else ()

    def draw(self, index: int, width: int) -> list[list[Piece]]:
        """Title, with a dot while it is unread; date, source, star and notes below it or beside it."""
        if self.corpus is None:
            return []
        article = self.corpus.articles[self.ids[index]]
        is_here, is_read = article.id == self.here, article.id in self.read
        here: Piece = ("▸" if is_here else " ", "accent")
        dot: Piece = (" " if is_read else "•", "accent")
        title = "lit" if is_here else "dim" if is_read else ""
        facts = _facts(article)
        star: Piece = ("★" if article.id in self.starred else " ", "note")
        notes = f" ◆ {count}" if (count := self.noted.get(article.id, 0)) else ""
        if self.row_height == 1:
            facts, column = self._facts(article, width), self._facts_width(width)
            room = width - 4 - column - _NOTES - 2
            return [[here, dot, star, (" ", ""), (pad(article.title, room), title), ("  ", ""),
                     (pad(facts, column), "dim"), (pad(notes, _NOTES), "note")]]  # fmt: skip
        return [
            [here, dot, (" ", ""), (clip(article.title, width - 3), title)],
            [(" ", ""), star, (" ", ""), (pad(facts, width - 3 - len(notes)), "dim"), (notes, "note")],
        ]

    def _facts(self, article: Article, width: int) -> str:
        """What stands beside a title on its line: the date, and where it is from if there is room for all of both."""
        return _facts(article) if width >= _SOURCES_FROM else _date(article)

    def _facts_width(self, width: int) -> int:
        """Cells of the column of facts: as wide as those of the first articles listed need, up to a bound."""
        if self._measured[:2] != (self.ids, width) and self.corpus is not None:
            told = (self._facts(self.corpus.articles[article], width) for article in self.ids[:_MEASURED])
            self._measured = (self.ids, width, min(_FACTS, max(map(cell_len, told), default=0)))
        return self._measured[2]


def _date(article: Article) -> str:
    return describe(article.published) if article.published else "undated"


def _facts(article: Article) -> str:
    """Date, and where it is from."""
    return ", ".join(words for words in (_date(article), squeeze(article.source or article.byline)) if words)


_ONE_LINE_FROM = 70
"""Cells of a row from which an article takes one line."""

_SOURCES_FROM = 110
"""Cells of such a row from which it says where an article is from."""

_FACTS, _NOTES = 40, 5
"""Cells of the columns of date and source, at most, and of the number of notes in such a row."""

_MEASURED = 500
"""Articles whose facts are measured for their column."""
