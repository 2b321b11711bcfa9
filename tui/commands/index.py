"""`backstory index`: reads what changed in a collection, so that the reader and every command open it at once."""

import argparse
from contextlib import closing
from pathlib import Path

from tui import paths
from tui.commands.collection import chosen, open_whole
from tui.commands.errors import DAMAGED, DONE
from tui.commands.output import Result, emit, say
from tui.corpus import bolt
from tui.corpus.files import STDIN
from tui.corpus.shelf import shelf
from tui.corpus.store import Store, Unusable, discard
from tui.corpus.tables import Corpus
from tui.mapped import airing, let_go
from tui.reader.jumping import index_of

_FEW = 16
"""Steps of putting names in order, some hundred names each, after which mapped columns are let go of."""


def run(options: argparse.Namespace) -> int:
    """Print how much the collection holds, and what was not read with the reason."""
    folder = shelf(paths.cache(), chosen(options))
    bolt.prove(folder)
    corpus = open_whole(options, jobs=options.jobs, again=options.full or _is_lost(folder))
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
    if STDIN not in chosen(options):
        let_go()
        # For `jump` and the jump box, which would have to put it in order else.
        index_of(corpus, folder, airing(every=_FEW))
    return _kept(options)


def _is_lost(folder: Path) -> bool:
    """Whether nothing is kept of any file, though the columns may be: a damaged index is thrown away by this."""
    try:
        with closing(Store(folder)) as store:
            return next(store.stamps(), None) is None
    except Unusable as error:
        if error.damaged:
            discard(folder)
        return error.damaged


def _kept(options: argparse.Namespace) -> int:
    """The exit code: 4, and how to mend it, where nothing could be kept; a damaged index was made anew by now."""
    roots = chosen(options)
    folder = shelf(paths.cache(), roots)
    try:
        with closing(Store(folder)) as store:
            if STDIN in roots or next(store.stamps(), None) is not None:
                return DONE
            why = "what is in the way of it cannot be replaced"
    except Unusable as error:
        why = str(error)
    say(f"no index can be kept in {folder}: {why}. Delete that folder, or name another place: BACKSTORY_CACHE_DIR.")
    return DAMAGED


def _counts(corpus: Corpus) -> dict[str, int]:
    return {
        "articles": len(corpus.articles),
        "entities": len(corpus.entities),
        "mentions": len(corpus.mentions),
        "events": len(corpus.events),
    }
