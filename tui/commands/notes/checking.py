"""`backstory notes check`: the health of every anchor."""

import argparse
from collections import Counter

from tui.commands.collection import open_whole
from tui.commands.errors import DONE, NOTHING
from tui.commands.notes.book import ended, open_notebook
from tui.commands.notes.listing import about, exported
from tui.commands.output import Result, emit, say
from tui.notes.anchor import State
from tui.notes.exports import row
from tui.reader.placed import place_notes


def run_check(options: argparse.Namespace) -> int:
    """Print how sure each note's place is, and why not; exit code 1 if one is unsure or an orphan."""
    notebook = open_notebook()
    corpus = open_whole(options)
    placed = place_notes(corpus, notebook.notes)
    documents = [row(exported(corpus, found)) | {"why": found.why} for found in placed]
    counts = Counter(found.state for found in placed)
    rows = [
        (found.note.id, found.state, str(told["article"] or ""), about(found.note), found.why)
        for found, told in zip(placed, documents, strict=True)
    ]
    document = {"counts": {state.value: counts[state.value] for state in State}, "notes": documents}
    emit(Result(document, "notes", ("id", "anchor", "article", "about", "why"), rows), options.format, options.output)
    elsewhere = len(notebook.notes) - len(placed)
    if not options.quiet:
        told = ", ".join(f"{counts[state.value]} {state.value}" for state in State if counts[state.value])
        more = f"; {elsewhere} on other collections were not checked" if elsewhere else ""
        say(f"{told or 'no notes on this collection'}{more}.")
    lost = counts[State.UNSURE.value] + counts[State.ORPHAN.value]
    if lost and not options.quiet:
        say("In the reader, r in the notes pane (5) places such a note again.")
    return ended(notebook, NOTHING if lost else DONE)
