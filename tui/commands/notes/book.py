"""The notebook and its history as the commands open them, and what to say of a damaged one."""

import contextlib
from collections.abc import Sequence
from pathlib import Path

from tui import paths
from tui.commands.errors import DAMAGED, Failure
from tui.commands.output import say
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
