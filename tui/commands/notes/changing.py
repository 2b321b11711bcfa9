"""`backstory notes edit`, `delete` and `restore`: notes that are there, changed, put aside, and brought back."""

import argparse
import os
import subprocess
import sys

from tui import paths
from tui.commands.errors import DONE, NOTHING, USAGE, Failure
from tui.commands.notes.book import called, ended, note_called, open_notebook, refuse_empty, remember, typed
from tui.commands.notes.listing import named, print_changed
from tui.notes.model import Note
from tui.notes.undo import Change
from tui.reader.handover import Handover, editor_of


def run_edit(options: argparse.Namespace) -> int:
    """Change a note's words or tags, and print it as it stands in the file."""
    notebook, corpus = open_notebook(), named(options)
    before = note_called(notebook, options.id)
    text = typed(options)
    if text is None and options.tags is None:
        text = _edited(before)
    words, tags = before.text if text is None else text, before.tags if options.tags is None else options.tags
    delete = f"To take it away: backstory notes delete {before.id}"
    refuse_empty(words, tags, delete, passage=before.target is not None)
    after = notebook.edit(before.id, text=text, tags=options.tags, base=before)
    if after != before:
        remember(notebook, Change(None if after.conflict_of else before, after))
    print_changed(corpus, [after], options)
    return ended(notebook, DONE)


def run_delete(options: argparse.Namespace) -> int:
    """Move notes to the file of deleted ones and print them; none is moved if one of them is not there."""
    notebook, corpus = open_notebook(), named(options)
    idents = dict.fromkeys(note_called(notebook, ident).id for ident in options.ids)
    gone = [notebook.delete(ident) for ident in idents]
    remember(notebook, *(Change(before=note) for note in gone))
    print_changed(corpus, gone, options)
    return ended(notebook, DONE)


def run_restore(options: argparse.Namespace) -> int:
    """Bring deleted notes back and print them; without any named, print what can be brought back."""
    notebook, corpus = open_notebook(), named(options)
    deleted = notebook.deleted
    if not options.ids:
        print_changed(corpus, deleted, options)
        return ended(notebook, DONE if deleted else NOTHING)
    idents = dict.fromkeys(called(deleted, ident, "deleted note").id for ident in options.ids)
    back = [notebook.restore(ident) for ident in idents]
    remember(notebook, *(Change(after=note) for note in back))
    print_changed(corpus, back, options)
    return ended(notebook, DONE)


def _edited(note: Note) -> str:
    """What a person makes of a note in their editor. Raises `Failure`."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise Failure("Say what to change: --text, --tag or --no-tags; an editor needs a terminal.", USAGE)
    handed = Handover(note.text, paths.state() / "drafts")
    command = [*editor_of(os.environ), str(handed.path)]
    try:
        code = subprocess.call(command)
    except OSError as error:
        handed.drop()
        raise Failure(f"{command[0]} cannot be started: {error.strerror}. Set VISUAL or EDITOR.") from error
    if code:
        raise Failure(
            f"{command[0]} ended with {code}; the note was left as it was. What you typed is in {handed.path}."
        )
    return handed.take()
