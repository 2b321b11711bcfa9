"""`backstory show ID`: one article."""

import argparse

from tui.commands.collection import article_called, open_articles, open_whole
from tui.commands.documents import article_whole
from tui.commands.errors import DONE
from tui.commands.output import Result, emit
from tui.corpus.files import STDIN


def run(options: argparse.Namespace) -> int:
    """Print the text; as JSON with parts, facts, mentions and dates, as a table of its parts in CSV and Markdown."""
    if options.id == str(STDIN) and not options.roots:
        options.roots = [STDIN]
    whole = options.format in ("json", "jsonl")
    corpus = open_whole(options) if whole else open_articles(options)
    article = article_called(corpus, options.id)
    text = corpus.text(article)
    rows = [
        (part.kind.value, str(part.start), str(part.end), part.by, text[part.start : part.end])
        for part in corpus.articles[article].parts
    ]
    document = article_whole(corpus, article) if whole else {}
    emit(Result(document, "", ("kind", "start", "end", "by", "text"), rows, text), options.format, options.output)
    return DONE
