"""`backstory notes where` and `mend`: the notes file itself."""

import argparse

from tui.commands.errors import DONE
from tui.commands.notes.book import ended, open_notebook
from tui.commands.output import Result, emit


def run_where(options: argparse.Namespace) -> int:
    """Print the path of the notes file, which need not exist yet."""
    notebook = open_notebook()
    path = str(notebook.path)
    result = Result({"path": path, "exists": notebook.path.exists()}, "", ("path",), [(path,)], path)
    emit(result, options.format, options.output)
    return ended(notebook, DONE)


def run_mend(options: argparse.Namespace) -> int:
    """Make a damaged notes file whole again, and say where the damaged one is kept."""
    notebook = open_notebook()
    kept = notebook.mend()
    path = str(notebook.path)
    words = f"{path} is whole again. The damaged file is kept as {kept}." if kept else f"{path} needs no mending."
    document = {"path": path, "damaged": str(kept) if kept else None, "notes": len(notebook.notes)}
    cells = (path, str(kept or ""), str(len(notebook.notes)))
    emit(Result(document, "", ("path", "damaged", "notes"), [cells], words), options.format, options.output)
    return ended(notebook, DONE)
