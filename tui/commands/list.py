"""`backstory list`: the articles of a collection, and what was skipped with the reason."""

import argparse

from tui.commands.collection import open_articles
from tui.commands.documents import article_line
from tui.commands.errors import DONE
from tui.commands.output import Result, emit, say
from tui.dates.published import FROM_TEXT
from tui.dates.words import describe
from tui.model import Article


def run(options: argparse.Namespace) -> int:
    """Print the articles; what was skipped goes into the one JSON document, else to standard error."""
    corpus = open_articles(options)
    lines = [article_line(corpus, article.id) for article in corpus.articles]
    skipped = [{"path": entry.path, "reason": entry.reason} for entry in corpus.facts.skipped]
    rows = [
        (article.path, article.title, line["published"] or "", article.byline, str(article.chars))
        for article, line in zip(corpus.articles, lines, strict=True)
    ]
    shown = [(*row[:2], _published(article), *row[3:]) for row, article in zip(rows, corpus.articles, strict=True)]
    result = Result(
        {"articles": lines, "skipped": skipped},
        "articles",
        ("id", "title", "published", "byline", "chars"),
        [tuple(map(str, row)) for row in rows],
        shown=[tuple(map(str, row)) for row in shown],
    )
    emit(result, options.format, options.output)
    if options.format != "json" and not options.quiet:
        for entry in corpus.facts.skipped:
            say(f"skipped {entry.path}: {entry.reason}")
    return DONE


def _published(article: Article) -> str:
    """When an article was published, in words; a date that only its text lets guess says so."""
    if article.published is None:
        return ""
    return describe(article.published) + (" (estimated)" if article.published_from == FROM_TEXT else "")
