"""Knows when the articles of a collection were published without making each of them, where they lie in columns."""

from collections.abc import Sequence

from tui.corpus.stored import Articles
from tui.model import Article


def published_days(articles: Sequence[Article]) -> list[int | None]:
    """The day number on which each article was published at the earliest, None where that is not known."""
    if isinstance(articles, Articles):
        return articles.days()
    return [article.published.first if article.published is not None else None for article in articles]
