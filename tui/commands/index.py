"""`backstory index`: reads what changed in a collection, so that the reader and every command open it at once."""

import argparse

from tui import paths
from tui.commands.collection import chosen, open_whole
from tui.commands.errors import DONE
from tui.commands.output import Result, emit, say
from tui.corpus import bolt
from tui.corpus.shelf import shelf
from tui.corpus.tables import Corpus


def run(options: argparse.Namespace) -> int:
    """Print how much the collection holds, and what was not read with the reason."""
    bolt.prove(shelf(paths.cache(), chosen(options)))
    corpus = open_whole(options, jobs=options.jobs, again=options.full)
    skipped = [{"path": entry.path, "reason": entry.reason} for entry in corpus.facts.skipped]
    counts = _counts(corpus)
    result = Result(
        {**counts, "skipped": skipped},
        "",
        ("what", "count"),
        [(name, str(count)) for name, count in counts.items()],
        shown=[(name, f"{count:,}") for name, count in counts.items()],
    )
    emit(result, options.format, options.output)
    if options.format not in ("json", "jsonl") and not options.quiet:
        for entry in corpus.facts.skipped:
            say(f"skipped {entry.path}: {entry.reason}")
    return DONE


def _counts(corpus: Corpus) -> dict[str, int]:
    return {
        "articles": len(corpus.articles),
        "entities": len(corpus.entities),
        "mentions": len(corpus.mentions),
        "events": len(corpus.events),
    }
