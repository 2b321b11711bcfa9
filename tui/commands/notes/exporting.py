"""`backstory notes export`: the notes for elsewhere, as Markdown, JSON, CSV or W3C Web Annotations."""

import argparse
import sys

from tui.commands.collection import open_whole
from tui.commands.errors import DONE, NOTHING, Failure
from tui.commands.notes.book import ended, open_notebook
from tui.commands.notes.listing import ELSEWHERE, chosen, exported
from tui.commands.output import deliver, dumps, escaped, say
from tui.corpus.errors import NothingReadable
from tui.corpus.tables import Corpus
from tui.display import safe_lines
from tui.notes.annotations import to_annotations
from tui.notes.exports import Placed, row, to_csv, to_markdown
from tui.reader.placed import ORPHAN, PlacedNote


def run_export(options: argparse.Namespace) -> int:
    """Print the notes on the collection, with --all every note; exit code 1 if there is none."""
    notebook = open_notebook()
    corpus = _collection(options)
    if corpus is None:
        placed = [PlacedNote(note, ORPHAN, why=ELSEWHERE) for note in notebook.notes]
    else:
        placed = chosen(corpus, notebook.notes, options, "export")
    notes = [Placed(one.note) if one.why == ELSEWHERE else exported(corpus, one) for one in placed]
    text = _written(notes, options.format)
    if options.format in ("md", "csv") and options.output is None and sys.stdout.isatty():
        text = safe_lines(text)
    deliver([text], options.output)
    if options.output is not None and not options.quiet:
        say(f"{len(notes)} note{'s' if len(notes) != 1 else ''} written to {options.output}.")
    return ended(notebook, DONE if notes else NOTHING)


def _collection(options: argparse.Namespace) -> Corpus | None:
    """The collection; None if it cannot be opened and every note is wanted all the same."""
    try:
        return open_whole(options)
    except (Failure, NothingReadable) as error:
        if not options.all:
            raise
        say(f"{error} The notes are exported as they were written down.")
        return None


def _written(notes: list[Placed], style: str) -> str:
    if style == "json":
        return dumps({"notes": [row(placed) for placed in notes]}, indent=2) + "\n"
    if style == "jsonl":
        return "".join(dumps(row(placed)) + "\n" for placed in notes)
    if style == "csv":
        return to_csv(notes)
    return escaped(to_annotations(notes)) if style == "w3c" else to_markdown(notes)
