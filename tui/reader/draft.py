"""Notes being typed: one draft a subject, on disk while the editor is open, found again after any end."""

import json
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from tui.notes.errors import ReadError
from tui.notes.files import read_bytes, remove, write_private


@dataclass(frozen=True, slots=True)
class Draft:
    """What has been typed so far on one subject."""

    subject: str
    """What the note is to be on, as a stable key: an article's path and offsets, an entity's name, a note's id."""
    text: str = ""
    """The words."""
    tags: tuple[str, ...] = ()
    """The tags."""
    words: str = ""
    """The subject in words, for the reader who finds the draft again."""


class DraftShelf:
    """The drafts of one reader, a file each, in the state folder."""

    def __init__(self, folder: Path) -> None:
        """`folder` need not exist yet."""
        self._folder = folder

    def find(self, subject: str) -> Draft | None:
        """The draft left on a subject; None without one, or if its file says nothing that can be used."""
        try:
            data = read_bytes(self._path(subject))
            if data is None:
                return None
            found = json.loads(data)
        except (ReadError, ValueError, RecursionError):
            return None
        draft = _draft_of(found)
        return draft if draft is not None and draft.subject == subject else None

    def all(self) -> list[Draft]:
        """Every draft that can be read, in no particular order."""
        found: list[Draft] = []
        for path in sorted(self._folder.glob("draft-*.json")) if self._folder.is_dir() else ():
            try:
                draft = _draft_of(json.loads(read_bytes(path) or b"null"))
            except (ReadError, ValueError, RecursionError):
                continue
            if draft is not None:
                found.append(draft)
        return found

    def keep(self, draft: Draft) -> None:
        """Put a draft on disk in place of the one before; raises WriteError if it cannot be done."""
        body = {"subject": draft.subject, "words": draft.words, "text": draft.text, "tags": list(draft.tags)}
        write_private(self._path(draft.subject), json.dumps(body, ensure_ascii=False, indent=1).encode())

    def drop(self, subject: str) -> None:
        """Take a draft away, once its note is on disk or was thrown away; raises WriteError if it cannot be done."""
        remove(self._path(subject))

    def _path(self, subject: str) -> Path:
        # The subject may hold any characters of a path, so the file is named by its digest.
        return self._folder / f"draft-{sha256(subject.encode(errors='surrogatepass')).hexdigest()[:16]}.json"


def _draft_of(found: object) -> Draft | None:
    """A draft from what its file says; None if that is no draft."""
    if not isinstance(found, dict):
        return None
    subject, text, tags = found.get("subject"), found.get("text"), found.get("tags")
    if not isinstance(subject, str) or not isinstance(text, str) or not isinstance(tags, list):
        return None
    return Draft(subject, text, tuple(str(tag) for tag in tags), str(found.get("words", "")))
