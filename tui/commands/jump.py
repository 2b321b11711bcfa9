"""`backstory jump QUERY`: what a half-remembered name, title or date may mean, in the ranking of the jump box."""

import argparse
import sys
from collections.abc import Iterator, Sequence

from tui import paths
from tui.commands.collection import chosen, open_whole
from tui.commands.documents import Json
from tui.commands.errors import DONE, NOTHING, USAGE, Failure
from tui.commands.output import Result, deliver, dumps, emit, say
from tui.corpus.files import STDIN
from tui.corpus.shelf import shelf
from tui.corpus.tables import Corpus
from tui.jump import Hit, JumpIndex
from tui.notes.notebook import Notebook
from tui.reader.jumping import index_of
from tui.reader.placed import place_notes
from tui.reader.targets import added_to, event_of_date


def run(options: argparse.Namespace) -> int:
    """Print the ranked targets; for "-" one JSON document a line, in the order of the queries."""
    if options.query == "-" and STDIN in chosen(options):
        raise Failure("Standard input cannot hold both the article and the queries. Give one of them as a file.", USAGE)
    corpus = open_whole(options)
    notes = place_notes(corpus, Notebook.open(paths.data()).notes)
    roots = chosen(options)
    folder = None if STDIN in roots else shelf(paths.cache(), roots)
    index = index_of(corpus, folder).beside(added_to(notes))
    if options.query == "-":
        deliver(_answers(corpus, index, options.limit), options.output, answering=True)
        return DONE
    hits = index.rank(options.query, limit=options.limit)
    results = _results(corpus, hits)
    rows = [
        (
            hit.target.kind,
            hit.target.name,
            hit.matched,
            str(told["article"] or ""),
            str(told["start"]),
            hit.tier.value,
            f"{hit.score:g}",
        )
        for hit, told in zip(hits, results, strict=True)
    ]
    columns = ("kind", "name", "matched", "article", "start", "tier", "score")
    emit(Result({"query": options.query, "results": results}, "results", columns, rows), options.format, options.output)
    if not hits and not options.quiet:
        say(f"nothing here is called {options.query}.")
    return DONE if hits else NOTHING


def _answers(corpus: Corpus, index: JumpIndex, limit: int) -> Iterator[str]:
    """A document a query, each given away before the next query is read: who asks may be waiting for it."""
    for line in sys.stdin:
        query = line.rstrip("\r\n")
        yield dumps({"query": query, "results": _results(corpus, index.rank(query, limit=limit))}) + "\n"
        sys.stdout.flush()


def _results(corpus: Corpus, hits: Sequence[Hit]) -> list[Json]:
    results: list[Json] = []
    for hit in hits:
        article, start = hit.target.article, hit.target.start
        if hit.target.kind == "date" and (event := event_of_date(corpus, str(hit.target.ref))) is not None:
            article, start = corpus.events[event].article, corpus.events[event].start
        results.append(
            {
                "kind": hit.target.kind,
                "name": hit.target.name,
                "matched": hit.matched,
                "article": corpus.articles[article].path if article >= 0 else None,
                "start": start,
                "tier": hit.tier.value,
                "score": hit.score,
            }
        )
    return results
