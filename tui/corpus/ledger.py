"""What a collection that was read is called, where its files lie, what was wrong: enough to open it unseen."""

import contextlib
import hashlib
import json
import os
import tempfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tui.corpus.corrected import DateCorrection
from tui.corpus.files import File
from tui.corpus.tables import Facts
from tui.model import Skipped
from tui.names.statement import NameCorrection

NAME = "facts.json"
"""The file's name in a collection's own folder."""

_LARGEST = 1 << 28


@dataclass(frozen=True, slots=True)
class Entry:
    """What was kept of a collection beside its columns."""

    signature: str
    """The signature of the columns it belongs to."""
    said: str
    """`digest` of what was corrected in them."""
    facts: Facts
    """Its facts but for the articles; the problems are those the folder has, not those of the corrections."""
    odd: dict[str, File]
    """The files whose place does not follow from their path, and those that are one article of many, by path."""
    glanced: str
    """`glance` of its folders before they were read; "" where they must be looked at closely the next time too."""


def digest(corrections: Iterable[DateCorrection | NameCorrection], key: str) -> str:
    """A hash of the corrections that may hold for the collection with this key."""
    here = (one for one in corrections if one.collection in ("", key))
    said = sorted({repr(replace(one, line=0) if isinstance(one, NameCorrection) else one) for one in here})
    return hashlib.sha256("\0".join(said).encode("utf-8", "surrogatepass")).hexdigest()


def keep(
    folder: Path,
    signature: str,
    said: str,
    facts: Facts,
    files: Sequence[File],
    place: Callable[[str], str],
    glanced: str = "",
) -> None:
    """Write the facts of a collection; `place` says where a file of a path should lie. No room: done without.

    A glance that is kept stays where this reading had none and found the same: it is still what goes with these facts.
    """
    odd = {
        file.path: [os.path.abspath(file.place), *(file.within or ())]  # noqa: PTH100 - links stay
        for file in files
        if file.place != place(file.path)
    }
    skipped = [(entry.path, entry.reason) for entry in facts.skipped]
    whole = [signature, said, facts.title, facts.key, skipped, facts.problems, odd]
    target = folder / NAME
    if not glanced:
        with contextlib.suppress(OSError, ValueError, TypeError, RecursionError):
            before = json.loads(target.read_bytes())
            if before[:-1] == json.loads(json.dumps(whole)):
                return
    written = json.dumps([*whole, glanced]).encode("ascii")
    with contextlib.suppress(OSError):
        if target.is_file() and target.stat().st_size == len(written) and target.read_bytes() == written:
            return
        handle, name = tempfile.mkstemp(prefix=f".{NAME}.", dir=folder)
        try:
            with open(handle, "wb") as file:  # noqa: PTH123 - a descriptor
                file.write(written)
            Path(name).replace(target)
        except OSError:
            Path(name).unlink()


def kept(folder: Path) -> Entry | None:
    """The facts of a collection, if they are there and whole."""
    try:
        if (folder / NAME).stat().st_size > _LARGEST:
            return None
        signature, said, title, key, skipped, problems, odd, glanced = json.loads((folder / NAME).read_bytes())
        facts = Facts(
            str(title),
            str(key),
            (),
            tuple(Skipped(str(path), str(reason)) for path, reason in skipped),
            tuple(map(str, problems)),
        )
        places = {str(path): _file(path, *kept) for path, kept in odd.items()}
        return Entry(str(signature), str(said), facts, places, str(glanced))
    except (OSError, ValueError, TypeError, AttributeError, RecursionError):
        return None


def _file(path: str, place: str, start: int = -1, end: int = -1) -> File:
    return File(path, place, within=None if start < 0 else (int(start), int(end)))
