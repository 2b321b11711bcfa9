"""The notebook and its history as the commands open them, and what to say of a damaged one."""

import argparse
import contextlib
import sys
from collections.abc import Sequence
from pathlib import Path

from tui import paths
from tui.commands.errors import DAMAGED, USAGE, Failure
from tui.commands.output import say
from tui.corpus.files import STDIN
from tui.notes import backups
from tui.notes.corrections import Corrections
from tui.notes.errors import NotesError
from tui.notes.model import Note
from tui.notes.notebook import Notebook
from tui.notes.undo import Change, History


def open_notebook() -> Notebook:
    """The notebook of the data folder."""
    return Notebook.open(paths.data(), cached=paths.cache() / "notes.cache")


def ended(notebook: Notebook, code: int) -> int:
    """The exit code a command ends with: 4, and a sentence, if the notes file is damaged, whatever else was done."""
    if not notebook.problem:
        return code
    unreadable = "cannot be read" in notebook.problem
    say(notebook.problem if unreadable else f"{notebook.problem} {_advice(notebook.path)}")
    return DAMAGED


def note_called(notebook: Notebook, ident: str) -> Note:
    """The note with an id, or the only one whose id begins so. Raises `Failure`."""
    return called(notebook.notes, ident, "note")


def called(notes: Sequence[Note], ident: str, kind: str) -> Note:
    """The one of some notes, called `kind` for people, with an id or whose id alone begins so. Raises `Failure`."""
    named = [note for note in notes if note.id == ident]
    named = named or [note for note in notes if ident and note.id.startswith(ident)]
    if len(named) == 1:
        return named[0]
    if named:
        several = ", ".join(note.id for note in named[:5])
        raise Failure(f"The ids of {len(named)} {kind}s begin with {ident}: {several}. Give more of it.")
    see = "backstory notes list --all" if kind == "note" else "backstory notes restore"
    raise Failure(f"No {kind} has the id {ident}. See them with: {see}")


def typed(options: argparse.Namespace) -> str | None:
    """The words a note is to have: those of standard input for "-"; None if none were given. Raises `Failure`."""
    if options.text != "-":
        return None if options.text is None else str(options.text)
    if STDIN in options.roots:
        raise Failure("Standard input cannot hold both the article and the words. Give one of them as a file.", USAGE)
    return sys.stdin.read()


def refuse_empty(text: str, tags: Sequence[str], instead: str, *, passage: bool) -> None:
    """Raise `Failure`, with what to do `instead`, for a note that says nothing.

    On a passage one without words is a highlight, and tags alone say something too.
    """
    if not (text.strip() or any(tag.strip() for tag in tags) or passage):
        raise Failure(f"Nothing to note: the text is empty. {instead}", USAGE)


def remember(notebook: Notebook, *changes: Change) -> None:
    """Let the reader take changes back later; a journal that cannot be written costs only that."""
    with contextlib.suppress(NotesError):
        history = History(paths.state() / "history.json", notebook, Corrections.open(paths.data()))
        for change in changes:
            history.record(change)


def _advice(path: Path) -> str:
    """What to do about a damaged notes file."""
    kept = backups.kept(path)
    sentence = "Mend it in an editor or with: backstory notes mend"
    return f"{sentence} (the last good state is {kept[0]})" if kept else sentence
