"""Knows single facts of the articles of a collection without making each of them, where they lie in columns."""

from collections.abc import Callable, Sequence
from typing import Literal

from tui.corpus.stored import Articles
from tui.model import Article


def published_days(articles: Sequence[Article]) -> list[int | None]:
    """The day number on which each article was published at the earliest, None where that is not known."""
    if isinstance(articles, Articles):
        return articles.days()
    return [article.published.first if article.published is not None else None for article in articles]


def published_in(articles: Sequence[Article]) -> Callable[[int], tuple[int, int] | None]:
    """Gives the first and last day on which an article may have been published, by its id; None if not known."""
    if isinstance(articles, Articles):
        return articles.stretch

    def stretch(article: int) -> tuple[int, int] | None:
        when = articles[article].published
        return None if when is None else (when.first, when.last)

    return stretch


def said_of(articles: Sequence[Article], fact: Literal["title", "path", "byline", "source"]) -> Callable[[int], str]:
    """Gives what is said of an article, by its id."""
    if isinstance(articles, Articles):
        return articles.said(fact)

    def said(article: int) -> str:
        told: str = getattr(articles[article], fact)
        return told

    return said
