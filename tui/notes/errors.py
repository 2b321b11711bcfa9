"""The errors of note keeping, each one sentence a person can act on."""

import errno
from pathlib import Path

_REASONS = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "your disk quota is used up",
    errno.EFBIG: "the file would be larger than the system allows",
    errno.EROFS: "the disk is read-only",
    errno.EACCES: "permission is denied",
    errno.EPERM: "the system does not permit it",
    errno.EIO: "the disk reports an error",
    errno.ELOOP: "its links lead in a circle",
    errno.ENAMETOOLONG: "the name is too long",
    errno.EISDIR: "a folder of that name is in the way",
    errno.ENOTDIR: "part of its path is not a folder",
    errno.ENOENT: "the folder is not there",
    errno.EMFILE: "too many files are open",
    errno.ENFILE: "too many files are open",
}


class NotesError(Exception):
    """Something about notes that cannot be done; its text is one sentence for people."""

    @property
    def sentence(self) -> str:
        """What happened, and where."""
        return str(self)


class ReadError(NotesError):
    """A file is there and cannot be read."""

    def why(self, path: Path) -> str:
        """The reason alone, as the end of a sentence that begins with the file."""
        return self.sentence.removeprefix(f"Cannot read {path}: ").removesuffix(".")


class WriteError(NotesError):
    """Nothing was acknowledged, and what was there before is whole."""


class BusyError(WriteError):
    """Another program holds the lock."""


class OvertakenError(WriteError):
    """Somebody else changed the file between the look at it and the change: look again and repeat."""


class ReadOnlyError(NotesError):
    """The notes file is damaged or of a newer version, and what was asked would change it."""


class NoSuchNoteError(NotesError):
    """No note has the id."""


def reason(error: OSError) -> str:
    """Why the system refused, in a few words for people."""
    words = _REASONS.get(error.errno or 0)
    return words or (error.strerror or "the system refused").lower()


def fault(verb: str, path: Path, error: OSError) -> WriteError:
    """The `WriteError` that says what could not be done to which file, and why."""
    return WriteError(f"Cannot {verb} {path}: {reason(error)}.")
