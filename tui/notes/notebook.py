"""The notebook: all notes of one person, added, changed and deleted so that nothing once acknowledged is lost.

A change returns when it is on disk. Each takes the lock, looks at the file again, and splices its one block into what
is there then, so that other programs and editors may write at the same time.
"""

import contextlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from tui.notes import block, clock, files, reading
from tui.notes.clock import Clock
from tui.notes.errors import NoSuchNoteError, OvertakenError, ReadOnlyError, WriteError
from tui.notes.lock import locked
from tui.notes.mend import mended
from tui.notes.model import Anchor, ArticleRef, EntityRef, EventRef, Note
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


class Notebook:
    """The notes in one folder. Made by `Notebook.open`; used from one thread at a time."""

    def __init__(self, folder: Path, cached: Path | None, now: Clock) -> None:
        self.folder = folder
        """The data folder."""
        self._now = now
        self._main = Shelf(folder / FILE, now, cached)
        self._sides = [Shelf(path, now) for path in _names(folder, UNSAVED)]
        self._gone = [Shelf(path, now) for path in _names(folder, DELETED)]

    @classmethod
    def open(cls, folder: Path, *, cached: Path | None = None, now: Clock = clock.now) -> "Notebook":
        """The notebook of a data folder, which need not exist yet.

        `cached` is a file where parsed notes are kept between starts (in the cache folder), or None. Never raises for
        what the files hold: see `problem`.
        """
        notebook = cls(folder, cached, now)
        notebook.refresh()
        return notebook

    @property
    def path(self) -> Path:
        """The notes file, which need not exist yet."""
        return self._main.path

    @property
    def problem(self) -> str:
        """One sentence for people about a notes file that is damaged, unreadable or too new; "" if all is well."""
        problem = self._main.problem
        if not problem:
            return ""
        return reading.sentence(self.path, problem, self._writable(self._sides).path.name)

    @property
    def notes(self) -> tuple[Note, ...]:
        """All notes in the order they were written down; those waiting in a side file come last."""
        if not any(side.exists for side in self._sides):
            return self._main.notes
        waiting = [note for side in self._sides for note in side.notes]
        return reading.unique((*self._main.notes, *waiting)) if waiting else self._main.notes

    def get(self, ident: str) -> Note:
        """The note with an id. Raises `NoSuchNoteError`."""
        for note in self.notes:
            if note.id == ident:
                return note
        raise NoSuchNoteError(f"No note has the id {ident}.")

    def refresh(self) -> bool:
        """Look whether other programs or editors changed the files; whether they did."""
        changed = [shelf.look() for shelf in (self._main, *self._sides)]
        if any(side.data for side in self._sides) and not self._main.problem:
            with contextlib.suppress(WriteError, ReadOnlyError):
                self._locked(lambda: None)  # any change begins by bringing home what waits in side files
        return any(changed)

    def add(
        self,
        on: str,
        text: str = "",
        *,
        tags: Iterable[str] = (),
        article: ArticleRef | None = None,
        target: Anchor | None = None,
        entity: EntityRef | None = None,
        event: EventRef | None = None,
    ) -> Note:
        """Write down a new note and return it; it is on disk then. Raises `WriteError`."""
        moment = self._now()

        def write() -> Note:
            ident = self._new_id(moment)
            note = Note(ident, on, text, words, moment, moment, article, target, entity, event)
            return self._put(block.stored(note))

        words = tuple(tags)
        return self._locked(write)

    def edit(
        self, ident: str, *, text: str | None = None, tags: Iterable[str] | None = None, base: Note | None = None
    ) -> Note:
        """Change a note's words or tags and return what was written; it is on disk then.

        `base` is the version the change was made from, by default the one seen here last. If the file holds another
        by now, both are kept: what is returned is a new note whose `conflict_of` is `ident`. If it was deleted
        meanwhile it is written down again. Raises `WriteError`, `NoSuchNoteError`, `ReadOnlyError`.
        """
        changes = {"text": text, "tags": None if tags is None else tuple(tags)}
        return self._change(ident, {key: value for key, value in changes.items() if value is not None}, base)

    def revert(self, ident: str, to: Note, *, base: Note | None = None) -> Note:
        """Make a note say again what `to` says: words, tags and place. Returns and raises as `edit`."""
        changes = {"text": to.text, "tags": to.tags, "target": to.target, "article": to.article}
        return self._change(ident, changes, base)

    def reanchor(
        self, ident: str, target: Anchor, *, article: ArticleRef | None = None, base: Note | None = None
    ) -> Note:
        """Give a note the place its reader has accepted. Returns and raises as `edit`."""
        changes: dict[str, object] = {"target": target}
        if article is not None:
            changes["article"] = article
        return self._change(ident, changes, base)

    def delete(self, ident: str) -> Note:
        """Move a note to the file of deleted ones and return it. Raises as `edit`."""

        def move() -> Note:
            shelf = self._holding(ident)
            note = shelf.find(ident)
            if note is None:
                raise NoSuchNoteError(f"No note has the id {ident}.")
            self._refuse_damaged(shelf)
            self._bury(note, shelf.text_of(ident))
            return shelf.remove(ident)

        return self._locked(move)

    def restore(self, ident: str) -> Note:
        """Bring a deleted note back and return it. Raises as `edit`."""

        def move() -> Note:
            for grave in self._gone:
                note = None if grave.problem else grave.find(ident)
                if note is not None:
                    if all(live.id != ident for live in self.notes):
                        self._put(note, grave.text_of(ident))
                    grave.remove(ident)
                    return note
            raise NoSuchNoteError(f"No deleted note has the id {ident}.")

        return self._locked(move)

    def take_in(self, notes: Iterable[Note]) -> int:
        """Write down notes from elsewhere under their own ids; how many were new.

        One that is there already is passed over: by its id, or, if it has none, by what it says of the same place. One
        that is there in other words is kept beside it, with `conflict_of`. Raises `WriteError`.
        """
        incoming = tuple(notes)

        def write() -> int:
            there = {note.id: note for note in self.notes}
            said = {_saying(note) for note in self.notes}
            count = 0
            for note in incoming:
                if _saying(note) in said:
                    continue
                moment = self._now()
                new = block.stored(replace(note, created=note.created or moment, updated=note.updated or moment))
                if not new.id:
                    new = replace(new, id=self._new_id(moment))
                new = self._put(self._clash(new) if new.id in there else new)
                there[new.id] = new
                said.add(_saying(new))
                count += 1
            return count

        return self._locked(write)

    def mend(self) -> Path | None:
        """Make a damaged notes file whole again; where the damaged one is kept, or None if there was nothing to mend.

        Notes that read on their own stay as they are, the rest becomes comments, and notes that waited in a side file
        come home. Raises `WriteError`, and `ReadOnlyError` for a file that is too new or cannot be read.
        """

        def write() -> Path | None:
            if not self._main.problem:
                return None
            whole = mended(self._main.data)
            if whole == self._main.data or not self._main.data:
                raise ReadOnlyError(f"{self.path} {self._main.problem}; this cannot be mended here.")
            kept = self.folder / f"notes-damaged-{clock.file_stamp(self._now())}.toml"
            files.write_private(kept, self._main.data)
            files.write_private(self.path, whole)
            self._main.look(again=True)
            self._bring_home()
            return kept

        return self._locked(write)

    @property
    def deleted(self) -> tuple[Note, ...]:
        """The deleted notes, in the order they were deleted."""
        for grave in self._gone:
            grave.look()
        return tuple(note for grave in self._gone for note in grave.notes)

    def _locked(self, act: Callable[[], T]) -> T:
        """Do something under the lock with everything looked at again; repeated if an editor gets in between."""
        files.make_private_folder(self.folder)
        target = files.real_path(self.path)
        files.make_private_folder(target.parent)
        with locked(target):
            for shelf in (self._main, *self._sides, *self._gone):
                files.sweep(shelf.path)
            for attempt in range(_ATTEMPTS):
                for shelf in (self._main, *self._sides, *self._gone):
                    shelf.look(again=True)
                try:
                    self._bring_home()
                    return act()
                except OvertakenError:
                    if attempt == _ATTEMPTS - 1:
                        raise
        raise AssertionError("unreachable")

    def _bring_home(self) -> None:
        if not any(side.data for side in self._sides) or self._main.problem:
            return
        for side in self._sides:
            if side.problem or not side.data:
                continue
            for note in side.notes:
                there = self._main.find(note.id)
                if there is None:
                    self._main.append(note, side.text_of(note.id))
                elif not block.same_note(there, note):
                    self._main.append(self._clash(note))
            side.discard()

    def _change(self, ident: str, changes: Mapping[str, object], base: Note | None) -> Note:
        if base is None and self._main.loaded:
            base = next((note for note in self.notes if note.id == ident), None)
        moment = self._now()

        def write() -> Note:
            shelf = self._holding(ident)
            there = shelf.find(ident)
            seen = base or there
            if seen is None:
                raise NoSuchNoteError(f"No note has the id {ident}.")
            mine = block.stored(replace(seen, **changes))  # type: ignore[arg-type]
            if there is not None and block.same_note(replace(there, updated=mine.updated), mine):
                return there
            mine = replace(mine, updated=moment)
            if there is None:
                return self._put(mine)
            if not block.same_note(there, seen):
                return self._put(self._clash(mine))
            self._refuse_damaged(shelf)
            return shelf.revise(ident, mine)

        return self._locked(write)

    def _refuse_damaged(self, shelf: Shelf) -> None:
        if shelf.problem:
            raise ReadOnlyError(reading.sentence(shelf.path, shelf.problem, self._writable(self._sides).path.name))

    def _clash(self, note: Note) -> Note:
        return replace(note, id=self._new_id(self._now()), conflict_of=note.id)

    def _put(self, note: Note, own: bytes | None = None) -> Note:
        shelf = self._main if not self._main.problem else self._writable(self._sides)
        shelf.append(note, own)
        return note

    def _bury(self, note: Note, own: bytes) -> None:
        if any(block.same_note(note, gone) for grave in self._gone for gone in grave.notes if gone.id == note.id):
            return
        self._writable(self._gone).append(note, own)

    def _holding(self, ident: str) -> Shelf:
        return next((side for side in self._sides if side.data and side.find(ident)), self._main)

    def _writable(self, shelves: list[Shelf]) -> Shelf:
        for shelf in shelves:
            if not shelf.problem:
                return shelf
        raise ReadOnlyError(f"{shelves[0].path} and the files that stand in for it are damaged.")

    def _new_id(self, moment: datetime) -> str:
        while True:
            ident = clock.new_id(moment)
            seen = ident.encode()
            if not any(seen in shelf.data for shelf in (self._main, *self._sides, *self._gone)):
                return ident


def _saying(note: Note) -> tuple[object, ...]:
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
