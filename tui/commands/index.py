"""`backstory index`: reads what changed in a collection, so that the reader and every command open it at once."""

import argparse

from tui.commands.collection import find, read_whole
from tui.commands.errors import DONE
from tui.commands.options import add_paths
from tui.commands.output import Result, emit, say
from tui.corpus.tables import Corpus


def add(parser: argparse.ArgumentParser) -> None:
    """Take how it is read, and the collection bare."""
    parser.add_argument("--full", action="store_true", help="read every file again, also those that did not change")
    parser.add_argument("--jobs", metavar="N", type=_jobs, help="how many processes read; one a processor by default")
    add_paths(parser)


def run(options: argparse.Namespace) -> int:
    """Print how much the collection holds, and what was not read with the reason."""
    corpus = read_whole(options, find(options), jobs=options.jobs, again=options.full)
    skipped = [{"path": entry.path, "reason": entry.reason} for entry in corpus.facts.skipped]
    counts = _counts(corpus)
    result = Result(
        {**counts, "skipped": skipped},
        "skipped",
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


def _jobs(words: str) -> int:
    number = int(words) if words.isascii() and words.isdigit() else 0
    if not 1 <= number <= 256:
        raise argparse.ArgumentTypeError(f"{words} is no number of processes; give 1 to 256")
    return number
