"""The notebook: all notes of one person, added, changed and deleted so that nothing once acknowledged is lost.

A change returns when it is on disk. Each takes the lock, looks at the file again, and splices its one block into what
is there then, so that other programs and editors may write at the same time.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from tui.notes import block, clock, files, patching
from tui.notes.clock import Clock
from tui.notes.errors import NoSuchNoteError, ReadOnlyError
from tui.notes.mend import Mending, mended
from tui.notes.model import Anchor, ArticleRef, EntityRef, EventRef, Note
from tui.notes.reading import Reading
from tui.notes.shelf import Unread
from tui.notes.shelves import Shelves, saying


class Notebook:
    """The notes in one folder. Made by `Notebook.open`; used from one thread at a time."""

    def __init__(self, folder: Path, cached: Path | None, now: Clock) -> None:
        self._shelves = Shelves(folder, cached, now)
        self._now = now

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
        return self._shelves.main.path

    @property
    def problem(self) -> str:
        """One sentence for people about a notes file that is damaged, unreadable or too new; "" if all is well."""
        return self._shelves.problem

    @property
    def notes(self) -> tuple[Note, ...]:
        """All notes in the order they were written down; those waiting in a side file come last."""
        return self._shelves.notes

    def get(self, ident: str) -> Note:
        """The note with an id. Raises `NoSuchNoteError`."""
        for note in self.notes:
            if note.id == ident:
                return note
        raise NoSuchNoteError(f"No note has the id {ident}.")

    def refresh(self) -> bool:
        """Look whether other programs or editors changed the files; whether they did."""
        return self._shelves.look()

    @property
    def unread(self) -> Unread | None:
        """What the notes file says, still to be parsed, which takes a while for thousands of notes; None if it is.

        Another thread may call its `parse`; this one gives the result to `accept`.
        """
        return self._shelves.main.unread

    def accept(self, unread: Unread, found: Reading) -> None:
        """Take over what another thread has parsed, unless the file says something else by now."""
        self._shelves.main.accept(unread, found)

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
            ident = self._shelves.new_id(moment)
            note = Note(ident, on, text, words, moment, moment, article, target, entity, event)
            return self._shelves.put(block.stored(note))

        words = tuple(tags)
        return self._shelves.locked(write)

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
        """Make a note say again what `to` says: words, tags, place and event. Returns and raises as `edit`."""
        changes = {"text": to.text, "tags": to.tags, "target": to.target, "article": to.article, "event": to.event}
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
            shelf = self._shelves.holding(ident)
            note = shelf.find(ident)
            if note is None:
                raise NoSuchNoteError(f"No note has the id {ident}.")
            self._shelves.refuse_damaged(shelf)
            self._shelves.bury(note, shelf.text_of(ident))
            return shelf.remove(ident)

        return self._shelves.locked(move)

    def restore(self, ident: str) -> Note:
        """Bring a deleted note back and return it. Raises as `edit`."""

        def move() -> Note:
            for grave in self._shelves.gone:
                note = None if grave.problem else grave.find(ident)
                if note is not None:
                    if all(live.id != ident for live in self.notes):
                        self._shelves.put(note, grave.text_of(ident))
                    grave.remove(ident)
                    return note
            raise NoSuchNoteError(f"No deleted note has the id {ident}.")

        return self._shelves.locked(move)

    def take_in(self, notes: Iterable[Note]) -> int:
        """Write down notes from elsewhere under their own ids; how many were new.

        One that is there already is passed over: by its id, or, if it has none, by what it says of the same place. One
        that is there in other words is kept beside it, with `conflict_of`. Raises `WriteError`.
        """
        incoming = tuple(notes)

        def write() -> int:
            there = {note.id: note for note in self.notes}
            said = {saying(note) for note in self.notes}
            count = 0
            for note in incoming:
                moment = self._now()
                new = block.stored(replace(note, created=note.created or moment, updated=note.updated or moment))
                if saying(new) in said:
                    continue
                if not new.id:
                    new = replace(new, id=self._shelves.new_id(moment))
                new = self._shelves.put(self._shelves.clash(new) if new.id in there else new)
                there[new.id] = new
                said.add(saying(new))
                count += 1
            return count

        return self._shelves.locked(write)

    def mend(self) -> Mending | None:
        """Make a damaged notes file whole again; None if there was nothing to mend.

        Notes that read stay as they are, torn ones are put together from what is left of them, what cannot be read
        becomes comments, and notes that waited in a side file come home. Raises `WriteError`, and `ReadOnlyError` for
        a file that is too new or cannot be read.
        """

        def write() -> Mending | None:
            if not self._shelves.main.problem:
                return None
            whole = mended(self._shelves.main.data)
            if whole == self._shelves.main.data or not self._shelves.main.data:
                raise ReadOnlyError(f"{self.path} {self._shelves.main.problem}; this cannot be mended here.")
            kept = self._shelves.folder / f"notes-damaged-{clock.file_stamp(self._now())}.toml"
            files.write_private(kept, self._shelves.main.data)
            lines = Counter(patching.unread(whole)) - Counter(patching.unread(self._shelves.main.data))
            files.write_private(self.path, whole)
            self._shelves.main.look(again=True)
            self._shelves.bring_home()
            return Mending(kept, tuple(sorted(lines)))

        return self._shelves.locked(write)

    @property
    def deleted(self) -> tuple[Note, ...]:
        """The deleted notes, in the order they were deleted."""
        for grave in self._shelves.gone:
            grave.look()
        return tuple(note for grave in self._shelves.gone for note in grave.notes)

    def _change(self, ident: str, changes: Mapping[str, object], base: Note | None) -> Note:
        if base is None and self._shelves.main.loaded:
            base = next((note for note in self.notes if note.id == ident), None)
        moment = self._now()

        def write() -> Note:
            shelf = self._shelves.holding(ident)
            there = shelf.find(ident)
            seen = base or there
            if seen is None:
                raise NoSuchNoteError(f"No note has the id {ident}.")
            mine = block.stored(replace(seen, **changes))  # type: ignore[arg-type]
            if there is not None and block.same_note(replace(there, updated=mine.updated), mine):
                return there
            mine = replace(mine, updated=moment)
            if there is None:
                return self._shelves.put(mine)
            if not block.same_note(there, seen):
                return self._shelves.put(self._shelves.clash(mine))
            self._shelves.refuse_damaged(shelf)
            return shelf.revise(ident, mine)

        return self._shelves.locked(write)
