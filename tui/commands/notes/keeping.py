"""`backstory notes where` and `mend`: the notes file itself."""

import argparse

from tui.commands.errors import DONE
from tui.commands.notes.book import ended, open_notebook
from tui.commands.output import Result, emit
from tui.notes.mend import said_lines
from tui.paths import is_there


def run_where(options: argparse.Namespace) -> int:
    """Print the path of the notes file, which need not exist yet."""
    notebook = open_notebook()
    path = str(notebook.path)
    result = Result({"path": path, "exists": is_there(notebook.path)}, "", ("path",), [(path,)], path)
    emit(result, options.format, options.output)
    return ended(notebook, DONE)


def run_mend(options: argparse.Namespace) -> int:
    """Make a damaged notes file whole again, and say where the damaged one is kept."""
    notebook = open_notebook()
    mending = notebook.mend()
    path = str(notebook.path)
    kept, lines = (str(mending.kept), list(mending.lines)) if mending else (None, [])
    words = f"{path} is whole again. The damaged file is kept as {kept}." if kept else f"{path} needs no mending."
    if lines:
        words += f"\nWhat could not be read stands in it as comments: {said_lines(lines)}."
    document = {"path": path, "damaged": kept, "notes": len(notebook.notes), "lines": lines}
    cells = (path, kept or "", str(len(notebook.notes)))
    emit(Result(document, "", ("path", "damaged", "notes"), [cells], words), options.format, options.output)
    return ended(notebook, DONE)
