"""The files of a notebook together: the notes, the deleted ones, and those waiting for the notes file to be mended."""

import contextlib
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from tui.notes import block, clock, files, reading
from tui.notes.clock import Clock
from tui.notes.errors import OvertakenError, ReadOnlyError, WriteError
from tui.notes.lock import locked
from tui.notes.model import Note
from tui.notes.shelf import Shelf

FILE = "notes.toml"
"""Name of the notes file."""

DELETED = "notes-deleted"
"""Name, without suffix, of the file deleted notes move to."""

UNSAVED = "notes-unsaved"
"""Name, without suffix, of the file new notes go to while the notes file cannot be written to."""

_SPARE = 9
"""How many files of either name are tried, should one of them be damaged too."""

_ATTEMPTS = 20
"""How often a change is begun again because an editor saved the file meanwhile."""

T = TypeVar("T")


class Shelves:
    """The files of one notebook; changes are made within `locked`."""

    def __init__(self, folder: Path, cached: Path | None, now: Clock) -> None:
        """`cached` is where parsed notes are kept between starts, or None."""
        self.folder = folder
        """The data folder."""
        self.main = Shelf(folder / FILE, now, cached)
        """The notes file."""
        self.sides = [Shelf(path, now) for path in _names(folder, UNSAVED)]
        """The files where new notes wait."""
        self.gone = [Shelf(path, now) for path in _names(folder, DELETED)]
        """The files of deleted notes."""
        self._now = now

    @property
    def problem(self) -> str:
        """One sentence for people about a notes file that may not be written to; "" if it may."""
        problem = self.main.problem
        if not problem:
            return ""
        spare = next((side.path.name for side in self.sides if not side.problem), "nowhere")
        return reading.sentence(self.main.path, problem, spare)

    @property
    def notes(self) -> tuple[Note, ...]:
        """All notes that are not deleted, those that wait last."""
        if not any(side.exists for side in self.sides):
            return self.main.notes
        waiting = [note for side in self.sides for note in side.notes]
        return reading.unique((*self.main.notes, *waiting)) if waiting else self.main.notes

    def look(self) -> bool:
        """Look whether others changed the notes; whether they did. Notes that wait come home if they can."""
        changed = [shelf.look() for shelf in (self.main, *self.sides)]
        if any(side.data for side in self.sides) and not self.main.problem:
            with contextlib.suppress(WriteError, ReadOnlyError):
                self.locked(lambda: None)
        return any(changed)

    def locked(self, act: Callable[[], T]) -> T:
        """Do something under the lock with everything looked at again; repeated if an editor gets in between."""
        files.make_private_folder(self.folder)
        target = files.real_path(self.main.path)
        files.make_private_folder(target.parent)
        with locked(target):
            for shelf in (self.main, *self.sides, *self.gone):
                files.sweep(shelf.path)
            for attempt in range(_ATTEMPTS):
                for shelf in (self.main, *self.sides, *self.gone):
                    shelf.look(again=True)
                try:
                    self.bring_home()
                    return act()
                except OvertakenError:
                    if attempt == _ATTEMPTS - 1:
                        raise
        raise AssertionError("unreachable")

    def bring_home(self) -> None:
        """Move notes that wait into the notes file, if it may be written to. Raises `WriteError`."""
        if not any(side.data for side in self.sides) or self.main.problem:
            return
        for side in self.sides:
            if side.problem or not side.data:
                continue
            for note in side.notes:
                there = self.main.find(note.id)
                if there is None:
                    self.main.append(note, side.text_of(note.id))
                elif all(
                    saying(note) != saying(one) for one in self.main.notes if note.id in (one.id, one.conflict_of)
                ):
                    self.main.append(self.clash(note))
            side.discard()

    def refuse_damaged(self, shelf: Shelf) -> None:
        """Raise `ReadOnlyError` for a file that may not be written to."""
        if shelf.problem:
            raise ReadOnlyError(reading.sentence(shelf.path, shelf.problem, self._writable(self.sides).path.name))

    def clash(self, note: Note) -> Note:
        """The note under an id of its own, as another version of the one it was."""
        return replace(note, id=self.new_id(self._now()), conflict_of=note.id)

    def put(self, note: Note, own: bytes | None = None) -> Note:
        """Write a note down, in the words of `own` if given, and return it. Raises `WriteError`."""
        shelf = self.main if not self.main.problem else self._writable(self.sides)
        shelf.append(note, own)
        return note

    def bury(self, note: Note, own: bytes) -> None:
        """Write a note down among the deleted ones, once. Raises `WriteError`."""
        if any(block.same_note(note, gone) for grave in self.gone for gone in grave.notes if gone.id == note.id):
            return
        self._writable(self.gone).append(note, own)

    def holding(self, ident: str) -> Shelf:
        """The file that holds a note, the notes file if none does."""
        return next((side for side in self.sides if side.data and side.find(ident)), self.main)

    def _writable(self, shelves: list[Shelf]) -> Shelf:
        for shelf in shelves:
            if not shelf.problem:
                return shelf
        raise ReadOnlyError(f"{shelves[0].path} and the files that stand in for it are damaged.")

    def new_id(self, moment: datetime) -> str:
        """An id no note here has or had."""
        while True:
            ident = clock.new_id(moment)
            seen = ident.encode()
            if not any(seen in shelf.data for shelf in (self.main, *self.sides, *self.gone)):
                return ident


def saying(note: Note) -> tuple[object, ...]:
    """What makes two notes the same to a person: where they are and what they say."""
    article, target, entity, event = note.article, note.target, note.entity, note.event
    return (
        note.on,
        note.text.strip(),
        frozenset(note.tags),
        article.path if article else "",
        (target.quote, target.start) if target else "",
        entity.name if entity else "",
        (event.date, event.quote) if event else "",
    )


def _names(folder: Path, stem: str) -> list[Path]:
    return [folder / (f"{stem}.toml" if number == 1 else f"{stem}-{number}.toml") for number in range(1, _SPARE + 1)]
