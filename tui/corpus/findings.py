"""Everything one article says by itself: its facts, dates and candidate names; pure, so that any process can do it."""

from dataclasses import dataclass

from tui.corpus.article import Given, counted, describe
from tui.dates.find import find_dates
from tui.model import Article, DateSpan, Part
from tui.names.candidate import Candidate
from tui.names.find import find_candidates


@dataclass(frozen=True, slots=True)
class ArticleFindings:
    """Everything one article says by itself."""

    article: Article
    """Its facts; the id is for the corpus to give."""
    text: str
    """Its one text."""
    counted: tuple[Part, ...]
    """Its parts as the engines took them: comments that are to be included stand as body."""
    dates: tuple[DateSpan, ...]
    """Its date expressions, in order of offset."""
    candidates: tuple[Candidate, ...]
    """What may be a name in it."""


def read_article(data: bytes, path: str, given: Given) -> ArticleFindings:
    """Read one article for all it says by itself; raises `Unreadable`."""
    article, text = describe(data, path, given)
    parts = counted(article.parts, given.comments)
    dates = find_dates(text, parts, article.published, given.date_order, given.corrected.dates)
    return ArticleFindings(article, text, parts, tuple(dates), tuple(find_candidates(text, parts, given.voter)))
