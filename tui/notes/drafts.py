"""Notes still being typed: on disk while they are typed, and found again when their program did not end well."""

import contextlib
import tomllib
from dataclasses import dataclass
from pathlib import Path

from tui.notes import block, clock, files
from tui.notes.clock import Clock
from tui.notes.errors import BusyError, ReadError, WriteError
from tui.notes.lock import locked
from tui.notes.model import Note

_DRAFT, _BASE = "draft", "base"
_PREFIX = "draft-"


@dataclass(frozen=True, slots=True)
class Draft:
    """A note being typed."""

    note: Note
    """What it would become; its id is the draft's own, or that of the note being edited."""
    base: Note | None = None
    """The note being edited as it was when the editing began; None for a new one."""


class Drafts:
    """The drafts of this program, and those left behind by programs that were killed.

    As long as this object is open, no other program takes its drafts for left behind.
    """

    def __init__(self, folder: Path, *, now: Clock = clock.now) -> None:
        """`folder` is made when something is saved. Several programs may share it."""
        self._folder = folder
        self._owner = clock.new_id(now())
        self._alive = contextlib.ExitStack()
        self._held = False

    def save(self, draft: Draft) -> None:
        """Put a draft on disk, in the place of an earlier one of the same note. Raises `WriteError`."""
        if not self._held:
            files.make_private_folder(self._folder)
            self._alive.enter_context(locked(self._mark(self._owner), wait=0))
            self._held = True
        text = block.to_text(block.to_table(draft.note), _DRAFT)
        if draft.base is not None:
            text += block.to_text(block.to_table(draft.base), _BASE)
        files.write_private(self._path(self._owner, draft.note.id), text.encode("utf-8"))

    def discard(self, ident: str) -> None:
        """Forget the draft of this program with the note id given, once it is saved as a note or given up."""
        files.remove(self._path(self._owner, ident))

    def left(self) -> tuple[Draft, ...]:
        """The drafts of programs that are gone, the oldest first; those that cannot be read are left alone."""
        found = (_read(path) for path in self._orphaned())
        return tuple(draft for draft in found if draft is not None)

    def take(self, draft: Draft) -> None:
        """Make a draft that was left behind one of this program's. Raises `WriteError`."""
        left = [path for path in self._orphaned() if _read(path) == draft]
        self.save(draft)
        for path in left:
            files.remove(path)

    def forget(self, draft: Draft) -> None:
        """Drop a draft that was left behind. Raises `WriteError`."""
        for path in self._orphaned():
            if _read(path) == draft:
                files.remove(path)

    def close(self) -> None:
        """Let go of the drafts, as when the program ends: what is still on disk counts as left behind."""
        self._alive.close()
        if self._held:
            self._tidy(self._owner)
        self._held = False

    def _orphaned(self) -> list[Path]:
        """The draft files of owners that are gone."""
        try:
            names = sorted(path for path in self._folder.iterdir() if path.match(f"{_PREFIX}*.toml"))
        except OSError:
            return []
        gone: dict[str, bool] = {self._owner: False}
        for path in names:
            owner = _owner_of(path)
            if owner not in gone:
                gone[owner] = self._is_gone(owner)
        return [path for path in names if gone[_owner_of(path)]]

    def _is_gone(self, owner: str) -> bool:
        try:
            with locked(self._mark(owner), wait=0):
                pass
        except BusyError:
            return False
        except WriteError:
            return True
        self._tidy(owner)
        return True

    def _tidy(self, owner: str) -> None:
        mark = self._mark(owner)
        with contextlib.suppress(WriteError):
            files.remove(mark.with_name(f".{mark.name}.lock"))

    def _mark(self, owner: str) -> Path:
        return self._folder / f"owner-{owner}"

    def _path(self, owner: str, ident: str) -> Path:
        plain = "".join(character if character.isalnum() or character in "-~" else "_" for character in ident)
        return self._folder / f"{_PREFIX}{owner}.{plain[:80]}.toml"


def _owner_of(path: Path) -> str:
    return path.name.removeprefix(_PREFIX).partition(".")[0]


def _read(path: Path) -> Draft | None:
    try:
        whole = tomllib.loads(block.decode(files.read_bytes(path) or b""))
        drafts, bases = whole.get(_DRAFT, []), whole.get(_BASE, [])
        return Draft(block.from_table(drafts[0]), block.from_table(bases[0]) if bases else None) if drafts else None
    except (ReadError, ValueError, RecursionError, TypeError, AttributeError, KeyError):
        return None
