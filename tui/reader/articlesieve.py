"""Which articles the library lists, and in which order: all, the unread, the starred, those with notes, of a period."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from tui.corpus.days import published_days
from tui.corpus.tables import Corpus
from tui.model import Article
from tui.reader.period import Period
from tui.reader.readmarks import ReadMarks


class Which(StrEnum):
    """What articles are let through by; the value is what is said of it."""

    ALL = "all"
    """Nothing."""
    UNREAD = "unread"
    """Not having been read."""
    STARRED = "starred"
    """Having a star."""
    NOTED = "with notes"
    """Having a note on them or in them."""


class Order(StrEnum):
    """What the articles are sorted by; the value is what is said of it."""

    SHELF = "as they lie"
    """The order of the collection."""
    NEWEST = "newest first"
    """Publication date, backwards; the undated last."""
    OLDEST = "oldest first"
    """Publication date; the undated last."""
    TITLE = "by title"
    """Title, case aside, and without a leading article."""
    UNREAD = "unread first"
    """The unread before the read, either as they lie."""
    LONGEST = "longest first"
    """Length of the text."""


@dataclass(frozen=True, slots=True)
class ArticleSieve:
    """What is listed, and how."""

    which: Which = Which.ALL
    """Which articles."""
    order: Order = Order.SHELF
    """In which order."""
    period: Period | None = None
    """Days of which its publication date may mean one."""

    def said(self) -> str:
        """What is shown, for people: "unread, 2007, newest first"; "" if it is everything as it lies."""
        parts = [
            self.which.value if self.which is not Which.ALL else "",
            self.period.words if self.period is not None else "",
            self.order.value if self.order is not Order.SHELF else "",
        ]
        return ", ".join(part for part in parts if part)

    @property
    def lets_all(self) -> bool:
        """Whether no article is left out."""
        return self.which is Which.ALL and self.period is None

    def only(self, which: Which) -> "ArticleSieve":
        """The same order, with other articles and of any time."""
        return replace(self, which=which, period=None)

    def sift(self, corpus: Corpus, marks: ReadMarks, noted: Collection[int], here: int | None = None) -> Sequence[int]:
        """Ids of the articles to list, in order. `here` is the one in view.

        It stays among the unread even when it was just read: a row is not to vanish from under its reader.
        """
        every: Sequence[int] = range(len(corpus.articles))
        match self.which:
            case Which.UNREAD:
                every = [article for article in every if article not in marks.read or article == here]
            case Which.STARRED:
                every = sorted(marks.starred)
            case Which.NOTED:
                every = sorted(noted)
        if (period := self.period) is not None:
            every = [article for article in every if _within(corpus.articles[article], period)]
        return self._sorted(corpus, marks, every)

    def _sorted(self, corpus: Corpus, marks: ReadMarks, every: Sequence[int]) -> Sequence[int]:
        articles = corpus.articles
        match self.order:
            case Order.SHELF:
                return every
            case Order.NEWEST:
                return newest(published_days(articles), every)
            case Order.OLDEST:
                published = published_days(articles)
                return [*_dated(published, every), *_undated(published, every)]
            case Order.TITLE:
                return sorted(every, key=lambda article: _plain(articles[article].title))
            case Order.UNREAD:
                return sorted(every, key=lambda article: article in marks.read)
            case Order.LONGEST:
                return sorted(every, key=lambda article: -articles[article].chars)


def newest(published: Sequence[int | None], articles: Sequence[int]) -> list[int]:
    """Articles by the day they were published on, the latest first and the undated last; as they lie within a day."""
    days = {article: day for article in articles if (day := published[article]) is not None}
    dated = sorted(days, key=days.__getitem__, reverse=True)
    return [*dated, *_undated(published, articles)]


def _dated(published: Sequence[int | None], every: Sequence[int]) -> list[int]:
    days = {article: day for article in every if (day := published[article]) is not None}
    return sorted(days, key=days.__getitem__)


def _undated(published: Sequence[int | None], every: Sequence[int]) -> list[int]:
    return [one for one in every if published[one] is None]


def _within(article: Article, period: Period) -> bool:
    when = article.published
    return when is not None and when.first <= period.last and when.last >= period.first


def _plain(title: str) -> str:
    words = " ".join(title.casefold().split())
    for begin in ("the ", "a ", "an "):
        if words.startswith(begin):
            return words.removeprefix(begin)
    return words.lstrip("\"'“‘«([")
