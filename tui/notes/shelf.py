"""One file of notes: read when it has changed, and changed by splicing one block at a time.

Changes are made while the caller holds the notebook's lock and has looked at the file since.
"""

import os
import tomllib
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from tui.notes import backups, block, cache, files, reading, splice
from tui.notes.clock import Clock
from tui.notes.errors import OvertakenError, ReadError, ReadOnlyError, WriteError
from tui.notes.model import Note
from tui.notes.reading import Reading

_CHECKED_WHOLE = 200_000
"""Bytes up to which a new state is parsed as a whole before it replaces the old; of a larger one, what changed is."""

_UNREADABLE = "unreadable"
"""Stands for the hash of a file that cannot be read."""


@dataclass(frozen=True, slots=True)
class Unread:
    """A file of notes that has not been parsed yet: `parse` may be called on any thread."""

    data: bytes
    """What it holds."""
    digest: str
    """The hash of that."""
    cached: Path | None
    """Where parsed notes are kept between starts, or None."""

    def parse(self) -> Reading:
        """What it says, from the cache if that knows it; the cache knows it afterwards."""
        notes = cache.load(self.cached, self.digest) if self.cached is not None else None
        if notes is not None:
            return Reading(notes)
        found = reading.read(self.data)
        if self.cached is not None and not found.problem:
            cache.save(self.cached, self.digest, found.notes)
        return found


class Shelf:
    """One file in the layout of `notes.toml`."""

    def __init__(self, path: Path, clock: Clock, cached: Path | None = None) -> None:
        """`path` need not exist; `cached` is where parsed notes are kept between starts, or None."""
        self.path = path
        """The file."""
        self._clock = clock
        self._cached = cached
        self._data = b""
        self._digest = ""
        self._hash = sha256()
        self._signature: tuple[int, ...] | None = None
        self._reading: Reading | None = None

    def look(self, *, again: bool = False) -> bool:
        """Read the bytes if the file looks another than last time, or in any case; whether its content changed."""
        signature = _signature(self.path)
        if self._digest and signature == self._signature and not again:
            return False
        try:
            data = files.read_bytes(self.path) or b""
            if data != self._data or not self._digest or self._digest == _UNREADABLE:
                self._hash = sha256(data)
            digest = self._hash.hexdigest()
            unreadable = None
        except ReadError as error:
            data, digest = b"", _UNREADABLE
            unreadable = Reading((), f"cannot be read: {error.why(self.path)}")
        self._signature = signature
        if digest == self._digest:
            return False
        self._data, self._digest, self._reading = data, digest, unreadable
        return True

    @property
    def exists(self) -> bool:
        """Whether there is such a file, even one that cannot be read."""
        return os.path.lexists(self.path)

    @property
    def data(self) -> bytes:
        """The bytes as last seen."""
        return self._data

    @property
    def loaded(self) -> bool:
        """Whether the notes have been parsed."""
        return self._reading is not None

    @property
    def notes(self) -> tuple[Note, ...]:
        """The notes as last seen."""
        return self._load().notes

    @property
    def problem(self) -> str:
        """Why the file may not be written to, as the end of a sentence that begins with its name; "" if it may."""
        if self._reading is None and self._cached is not None and cache.knows(self._cached, self._digest):
            return ""
        return self._load().problem

    def find(self, ident: str) -> Note | None:
        """The note with an id, if the file has it."""
        return next((note for note in self.notes if note.id == ident), None)

    def text_of(self, ident: str) -> bytes:
        """The block of a note as it stands in the file. Raises `ReadOnlyError` where it cannot be told apart."""
        return self._piece(ident)[0].cut(self._data)

    def append(self, note: Note, own: bytes | None = None) -> None:
        """Put a note at the end, in the words of `own` if given. Raises `WriteError`."""
        self._make_ready()
        whole = self._data or reading.HEADER.encode()
        added = own or splice.encode(block.to_text(block.to_table(note)), splice.line_end(whole))
        table = block.parse_block(added)
        if table is None or not block.same_note(reading.unique([block.from_table(table)])[0], note):
            if own is not None:
                return self.append(note)  # its own words do not stand alone: written anew
            raise WriteError(f"Cannot write {self.path}: the note cannot be put in TOML.")
        before, notes = self._digest, self._reading
        self._write(splice.append(whole, added), begins=self._data == whole)
        if notes is not None:
            self._reading = Reading((*notes.notes, note))
        if self._cached is not None and not cache.add(self._cached, before, self._digest, note):
            cache.save(self._cached, self._digest, self.notes)
        return None

    def revise(self, ident: str, note: Note) -> Note:
        """Put `note` in the place of the one with an id and return it. Raises `WriteError`, `ReadOnlyError`."""
        self._make_ready()
        piece, index = self._piece(ident)
        old = piece.cut(self._data)
        table = block.amended(block.parse_block(old) or {}, self.notes[index], note)
        new = splice.revise(old, table, block.NAME)
        if new == old:
            return note
        notes = (*self.notes[:index], note, *self.notes[index + 1 :])
        self._write(splice.replace(self._data, piece, new))
        self._keep(notes)
        return note

    def remove(self, ident: str) -> Note:
        """Take one note out and return it. Raises `WriteError`, `ReadOnlyError`."""
        self._make_ready()
        piece, index = self._piece(ident)
        notes = (*self.notes[:index], *self.notes[index + 1 :])
        gone = self.notes[index]
        self._write(splice.remove(self._data, piece))
        self._keep(notes)
        return gone

    def discard(self) -> None:
        """Remove the whole file. Raises `WriteError`."""
        files.remove(self.path)
        self.look()

    def _make_ready(self) -> None:
        if self._signature is None:
            self.look()
        if self.problem:
            raise OvertakenError(f"Cannot write {self.path}: it {self.problem}.")

    @property
    def unread(self) -> Unread | None:
        """What is still to be parsed, None if nothing is."""
        return None if self._reading is not None else Unread(self._data, self._digest, self._cached)

    def accept(self, unread: Unread, found: Reading) -> None:
        """Take over what another thread has parsed, unless the file says something else by now."""
        if self._reading is None and unread.digest == self._digest:
            self._reading = found

    def _load(self) -> Reading:
        if self._reading is None:
            self._reading = Unread(self._data, self._digest, self._cached).parse()
        return self._reading

    def _piece(self, ident: str) -> tuple[splice.Piece, int]:
        index = next((number for number, note in enumerate(self.notes) if note.id == ident), -1)
        pieces = splice.pieces(self._data, block.NAME)
        if index < 0 or len(pieces) != len(self.notes):
            raise ReadOnlyError(f"The note {ident} cannot be told apart in {self.path}.")
        table = block.parse_block(pieces[index].cut(self._data))
        if table is None or block.from_table(table).text != self.notes[index].text:
            raise ReadOnlyError(f"The note {ident} cannot be told apart in {self.path}.")
        return pieces[index], index

    def _write(self, data: bytes, *, begins: bool = False) -> None:
        """Replace the file; `begins` tells that the new bytes begin with the old ones."""
        files.write_private(self.path, data, verify=self._verify, before_rename=self._back_up)
        if begins:
            self._hash.update(memoryview(data)[len(self._data) :])
        else:
            self._hash = sha256(data)
        self._data, self._digest, self._reading = data, self._hash.hexdigest(), None
        # Whatever stands there by now may be somebody else's: the next look reads it.
        self._signature = None

    def _verify(self, data: bytes) -> None:
        if len(data) > _CHECKED_WHOLE:
            return
        try:
            tomllib.loads(block.decode(data))
        except (ValueError, RecursionError) as error:
            raise WriteError(f"Cannot write {self.path}: it would not read back ({error}).") from error

    def _back_up(self, target: Path) -> None:
        self._refuse_overtaken(_signature(target) == self._signature)
        backups.keep(target, self._clock())
        # Again, as the last thing before the rename: an editor takes no lock, and what it saved must not be lost.
        # A backup is a link, which changes the time of the last change of status and nothing else.
        self._refuse_overtaken((_signature(target) or ())[:3] == (self._signature or ())[:3])

    def _refuse_overtaken(self, same: bool) -> None:
        if not same:
            raise OvertakenError(f"Cannot write {self.path}: another program keeps changing it.")

    def _keep(self, notes: tuple[Note, ...]) -> None:
        self._reading = Reading(notes)
        if self._cached is not None:
            cache.save(self._cached, self._digest, notes)


def _signature(path: Path) -> tuple[int, ...] | None:
    try:
        facts = path.stat()
    except OSError as error:
        return (error.errno or 0,)
    return (facts.st_ino, facts.st_size, facts.st_mtime_ns, facts.st_ctime_ns)
