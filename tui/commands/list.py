"""`backstory list`: the articles of a collection, and what was skipped with the reason."""

import argparse

from tui.commands.collection import open_articles
from tui.commands.documents import Json, article_line
from tui.commands.errors import DONE
from tui.commands.output import Result, emit, say
from tui.dates.published import FROM_TEXT
from tui.dates.words import describe
from tui.model import Article


def run(options: argparse.Namespace) -> int:
    """Print the articles; what was skipped goes into the one JSON document, else to standard error."""
    corpus = open_articles(options)
    lines: list[Json] = []
    rows: list[tuple[str, ...]] = []
    shown: list[tuple[str, ...]] = []
    for article in corpus.articles:  # once: of a hundred thousand few stay at hand
        line = article_line(corpus, article.id)
        lines.append(line)
        rows.append((article.path, article.title, str(line["published"] or ""), article.byline, str(article.chars)))
        shown.append((*rows[-1][:2], _published(article), *rows[-1][3:]))
    skipped = [{"path": entry.path, "reason": entry.reason} for entry in corpus.facts.skipped]
    result = Result(
        {"articles": lines, "skipped": skipped},
        "articles",
        ("id", "title", "published", "byline", "chars"),
        rows,
        shown=shown,
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
