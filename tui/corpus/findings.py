"""Everything one article says by itself: its facts, dates and candidate names; pure, so that any process can do it."""

from dataclasses import dataclass

from tui.corpus.article import Given, counted, describe
from tui.dates.dense import most_dates
from tui.dates.find import find_dates
from tui.model import Article, DateSpan, Part
from tui.names.candidate import Candidate
from tui.names.dense import most_names
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


def unread(found: ArticleFindings) -> str:
    """What was not looked for in an absurdly dense text, as the rest of a sentence; "" where all was."""
    said: list[str] = []
    dates, names = most_dates(len(found.text)), most_names(len(found.text))
    if len(found.dates) >= dates:
        said.append(f"more than {dates:,} dates in it, and only these are on the timeline")
    if sum(one.count for one in found.candidates) >= names:
        said.append(f"more than {names:,} names in it, and what is first named after these is not known")
    return "; ".join(said)
