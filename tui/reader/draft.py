"""Notes being typed: one draft a subject, on disk while the editor is open, found again after any end."""

import json
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

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


class DraftShelf:
    """The drafts of one reader, a file each, in the state folder."""

    def __init__(self, folder: Path) -> None:
        """`folder` need not exist yet."""
        self._folder = folder

    def find(self, subject: str) -> Draft | None:
        """The draft left on a subject; None without one, or if its file says nothing that can be used."""
        data = read_bytes(self._path(subject))
        if data is None:
            return None
        try:
            found = json.loads(data)
            draft = Draft(str(found["subject"]), str(found["text"]), tuple(str(tag) for tag in found["tags"]))
        except (ValueError, KeyError, TypeError):
            return None
        return draft if draft.subject == subject else None

    def keep(self, draft: Draft) -> None:
        """Put a draft on disk in place of the one before; raises WriteError if it cannot be done."""
        body = {"subject": draft.subject, "text": draft.text, "tags": list(draft.tags)}
        write_private(self._path(draft.subject), json.dumps(body, ensure_ascii=False, indent=1).encode())

    def drop(self, subject: str) -> None:
        """Take a draft away, once its note is on disk or was thrown away; raises WriteError if it cannot be done."""
        remove(self._path(subject))

    def _path(self, subject: str) -> Path:
        # The subject may hold any characters of a path, so the file is named by its digest.
        return self._folder / f"draft-{sha256(subject.encode(errors='surrogatepass')).hexdigest()[:16]}.json"
