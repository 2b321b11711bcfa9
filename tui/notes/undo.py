"""Undo and redo of every change to notes and corrections, across restarts.

Changes made through `History` are written to a journal once they are done. What others changed meanwhile is never
undone with them: a note somebody else edited since is kept beside the older words, as with any clash.
"""

import contextlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from tui.notes import cache, files
from tui.notes.corrections import Correction, Corrections
from tui.notes.errors import NoSuchNoteError, NotesError, ReadError
from tui.notes.lock import locked
from tui.notes.model import Note
from tui.notes.notebook import Notebook

KEPT = 200
"""How many changes can be undone at most."""

_MALFORMED = (ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError)


@dataclass(frozen=True, slots=True)
class Change:
    """One change that was made: to a note or to the corrections."""

    before: Note | None = None
    """The note before; None if it was new."""
    after: Note | None = None
    """The note after; None if it was deleted."""
    said: Correction | None = None
    """The correction that was added."""
    unsaid: Correction | None = None
    """The correction that was taken back."""
    added: tuple[Note, ...] = ()
    """Notes that were taken in together."""
    removed: tuple[Note, ...] = ()
    """Notes that were put aside together."""
    also: tuple["Change", ...] = ()
    """Further corrections added or taken back in the same step, in this order after the first."""

    @property
    def words(self) -> str:
        """What was done, in a few words for people."""
        if self.added or self.removed:
            return f"{len(self.added)} notes taken in" if self.added else f"{len(self.removed)} notes put aside"
        if self.said and self.unsaid:
            return "correction changed"
        if self.said or self.unsaid:
            return "correction added" if self.said else "correction taken back"
        if self.before and self.after:
            return "note changed"
        return "note added" if self.after else "note deleted"

    @property
    def inverse(self) -> "Change":
        """The change that takes it back."""
        steps = [
            Change(one.after, one.before, one.unsaid, one.said, one.removed, one.added)
            for one in (*reversed(self.also), self)
        ]
        return replace(steps[0], also=tuple(steps[1:]))


class History:
    """What has been changed and can be undone, and what has been undone and can be done again."""

    def __init__(self, path: Path, notebook: Notebook, corrections: Corrections) -> None:
        """`path` is the journal (in the state folder); one that is missing or damaged is an empty one."""
        self._path = path
        self._notebook = notebook
        self._corrections = corrections
        self._done, self._undone = _load(path)

    @property
    def undoable(self) -> Change | None:
        """The change `undo` would take back."""
        return self._done[-1] if self._done else None

    @property
    def redoable(self) -> Change | None:
        """The change `redo` would make again."""
        return self._undone[-1] if self._undone else None

    def record(self, change: Change) -> None:
        """Write down a change that has just been made; what was undone can no longer be redone. Raises `WriteError`."""
        with self._step():
            self._done, self._undone = [*self._done, change][-KEPT:], []

    def undo(self) -> Change | None:
        """Take the last change back and return it; None if there is none.

        Raises what `Notebook` raises; a change to a note that is gone for good is forgotten then.
        """
        with self._step():
            if not self._done:
                return None
            change = self._done.pop()
            made = self._tried(change.inverse, self._done, change).inverse
            self._done, self._undone = _left_as(self._done, change.before, made.before), [*self._undone, made]
            return change

    def redo(self) -> Change | None:
        """Make the change undone last again and return it; None if there is none. Raises as `undo`."""
        with self._step():
            if not self._undone:
                return None
            change = self._undone.pop()
            made = self._tried(change, self._undone, change)
            self._done, self._undone = [*self._done, made], _found_as(self._undone, change.after, made.after)
            return change

    @contextlib.contextmanager
    def _step(self) -> Iterator[None]:
        """Read the journal, let it be changed, and write it, while no other program does."""
        files.make_private_folder(self._path.parent)
        with locked(self._path):
            files.sweep(self._path)
            self._done, self._undone = _load(self._path)
            try:
                yield
            finally:
                steps = {"done": list(map(_row, self._done)), "undone": list(map(_row, self._undone))}
                files.write_private(self._path, json.dumps(steps).encode())

    def _tried(self, change: Change, journal: list[Change], entry: Change) -> Change:
        """Make a change; if it fails its entry stays in the journal, unless the note is gone for good."""
        try:
            return self._apply(change)
        except NoSuchNoteError:
            raise
        except NotesError:
            journal.append(entry)
            raise

    def _apply(self, change: Change) -> Change:
        """Make a change and return it as it came out: a note carries the moment it was changed."""
        if change.added or change.removed:
            for note in change.added:
                self._notebook.restore(note.id)
            for note in change.removed:
                with contextlib.suppress(NoSuchNoteError):  # somebody deleted it meanwhile: then it is gone already
                    self._notebook.delete(note.id)
        elif change.said or change.unsaid:
            if change.said:
                self._corrections.add(change.said)
            if change.unsaid:
                self._corrections.remove(change.unsaid)
            for further in change.also:
                self._apply(further)
        elif change.before and change.after:
            after = self._notebook.revert(change.before.id, change.after, base=change.before)
            return replace(change, after=after)
        elif change.before:
            self._notebook.delete(change.before.id)
        elif change.after:
            return replace(change, after=self._notebook.restore(change.after.id))
        return change


def _left_as(changes: list[Change], was: Note | None, now: Note | None) -> list[Change]:
    """The changes, the last of which that left a note as it `was` left it as it stands in the file `now`.

    Only the last: a note that was changed back and forth within a second is the same several times.
    """
    place = _last([change.after for change in changes], was)
    return changes if place is None else _with(changes, place, replace(changes[place], after=now))


def _found_as(changes: list[Change], was: Note | None, now: Note | None) -> list[Change]:
    """The changes, the last of which that found a note as it `was` finds it as it stands in the file `now`."""
    place = _last([change.before for change in changes], was)
    return changes if place is None else _with(changes, place, replace(changes[place], before=now))


def _last(notes: list[Note | None], wanted: Note | None) -> int | None:
    return None if wanted is None else next((at for at in reversed(range(len(notes))) if notes[at] == wanted), None)


def _with(changes: list[Change], place: int, change: Change) -> list[Change]:
    return [*changes[:place], change, *changes[place + 1 :]]


def _load(path: Path) -> tuple[list[Change], list[Change]]:
    try:
        steps = json.loads(files.read_bytes(path) or b"{}")
        done, undone = ([_change(row) for row in steps.get(key, [])] for key in ("done", "undone"))
    except (ReadError, *_MALFORMED):
        return [], []
    return done, undone


def _row(change: Change) -> dict[str, Any]:
    return {
        "before": change.before and cache.row_of(change.before),
        "after": change.after and cache.row_of(change.after),
        "said": change.said and _correction_row(change.said),
        "unsaid": change.unsaid and _correction_row(change.unsaid),
        "added": [cache.row_of(note) for note in change.added],
        "removed": [cache.row_of(note) for note in change.removed],
        **({"also": list(map(_row, change.also))} if change.also else {}),
    }


def _correction_row(correction: Correction) -> list[Any]:
    return [correction.what, dict(correction.texts), {key: list(names) for key, names in correction.lists.items()}]


def _change(row: dict[str, Any]) -> Change:
    notes = [row[key] and cache.note_of(row[key]) for key in ("before", "after")]
    said, unsaid = (row[key] and _correction(row[key]) for key in ("said", "unsaid"))
    added, removed = (tuple(map(cache.note_of, row.get(key, ()))) for key in ("added", "removed"))
    also = tuple(map(_change, row.get("also", ())))
    return Change(notes[0] or None, notes[1] or None, said or None, unsaid or None, added, removed, also)


def _correction(row: list[Any]) -> Correction:
    what, texts, lists = row
    return Correction(what, dict(texts), {key: tuple(names) for key, names in lists.items()})
