"""Parsed notes kept beside the file they came from, so that a start need not parse thousands again.

A cache file holds the notes as JSON and after them the hash of the notes file they say; each added note is appended
with the hash of the file it makes. Whatever does not fit is ignored and made again.
"""

import contextlib
import gc
import json
import os
import tomllib
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import tomli_w

from tui.notes import files
from tui.notes.errors import ReadError, WriteError
from tui.notes.model import Anchor, ArticleRef, EntityRef, EventRef, Note

_HEAD = b"backstory-notes-cache 2\n"
_MARK = b"= "
_PART = 500
_TAIL = len(_MARK) + 64 + 1


def knows(path: Path, digest: str) -> bool:
    """Whether the cache holds the notes of the file with this hash; looks at its end only."""
    try:
        with path.open("rb") as stream:
            size = stream.seek(0, os.SEEK_END)
            stream.seek(max(size - _TAIL, 0))
            return stream.read() == _mark(digest)
    except OSError:
        return False


def load(path: Path, digest: str) -> tuple[Note, ...] | None:
    """The notes of the file with this hash, or None if the cache does not hold them."""
    try:
        data = files.read_bytes(path)
    except ReadError:
        return None
    if data is None or not data.startswith(_HEAD) or not data.endswith(_mark(digest)):
        return None
    collecting = gc.isenabled()
    gc.disable()  # thousands of new objects and none to free: the collector would only walk them again and again
    try:
        lines = [line for line in data[len(_HEAD) :].split(b"\n") if line and not line.startswith(_MARK)]
        return tuple(note_of(row) for line in lines for row in json.loads(line))
    except (ValueError, TypeError, IndexError, KeyError, RecursionError):
        return None
    finally:
        if collecting:
            gc.enable()


def save(path: Path, digest: str, notes: Sequence[Note]) -> None:
    """Write the cache anew. A cache that cannot be written is done without."""
    # In parts, so that a screen goes on while another thread does this.
    rows = "\n".join(
        json.dumps([row_of(note) for note in notes[part : part + _PART]], separators=(",", ":"))
        for part in range(0, len(notes), _PART)
    ).encode()
    with contextlib.suppress(WriteError):
        files.sweep(path, older=3600)
        files.write_private(path, _HEAD + rows + b"\n" + _mark(digest))


def add(path: Path, before: str, after: str, note: Note) -> bool:
    """Append one note, if the cache holds the file as it was before; whether it did."""
    if not knows(path, before):
        return False
    row = json.dumps([row_of(note)], separators=(",", ":")).encode()
    try:
        files.append_private(path, row + b"\n" + _mark(after))
    except WriteError:
        return False
    return True


def _mark(digest: str) -> bytes:
    return _MARK + digest.encode("ascii") + b"\n"


def row_of(note: Note) -> list[Any]:
    """A note as JSON can hold it; `note_of` makes it a note again."""
    article, target, entity, event = note.article, note.target, note.entity, note.event
    return [
        note.id,
        note.on,
        note.text,
        note.tags,
        note.created and note.created.isoformat(),
        note.updated and note.updated.isoformat(),
        article and (article.path, article.collection, article.title, article.sha256),
        target and (target.quote, target.prefix, target.suffix, target.start, target.end, target.twins),
        entity and (entity.name, entity.kind, entity.aliases),
        event and (event.date, event.precision, event.quote),
        note.conflict_of,
        tomli_w.dumps(note.extra) if note.extra else "",
    ]


def note_of(row: list[Any]) -> Note:
    """The note of a row. Raises ValueError, TypeError, IndexError or KeyError for what is none."""
    ident, on, text, tags, created, updated, article, target, entity, event, conflict_of, extra = row
    return Note(
        ident,
        on,
        text,
        tuple(tags),
        datetime.fromisoformat(created) if created else None,
        datetime.fromisoformat(updated) if updated else None,
        ArticleRef(*article) if article else None,
        Anchor(*target) if target else None,
        EntityRef(entity[0], entity[1], tuple(entity[2])) if entity else None,
        EventRef(*event) if event else None,
        conflict_of,
        tomllib.loads(extra) if extra else {},
    )
