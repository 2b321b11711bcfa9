"""The whole of a collection, woven, kept in one file beside its store and opened without reading it."""

import contextlib
import hashlib
import io
import os
import tempfile
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from tui.corpus.fingerprint import of_engine
from tui.corpus.slab import BadSlab, Slab, SlabWriter, Table
from tui.corpus.store import Stamp
from tui.names.statement import NameCorrection

NAME = "corpus.columns"
"""The file's name in a collection's own folder."""

BESIDE = "corpus.patch"
"""The name of the file beside it that has what is different since it was written."""

PROVED = "corpus.proved"
"""The name of the file that says which state of a large one was found whole last."""

_NOTED = os.O_WRONLY | os.O_CREAT | os.O_TRUNC

_LARGE = 1 << 26
"""Bytes from which on that is noted."""

_LONG = 86_400
"""Seconds it holds for."""

SCRATCH = f".{NAME}."
"""What the names of files there begin with that are deleted an hour after a program that was killed left them."""


def signature(said: object, stamps: Iterable[tuple[str, Stamp | None]]) -> str:
    """A hash of all a collection depends on but for corrected names: program, files, and what is `said` beside them.

    "" if one of the files has no state that can be told from others.
    """
    whole = hashlib.sha256(f"{of_engine()}\0{said!r}".encode("utf-8", "surrogatepass"))
    for path, stamp in stamps:
        if stamp is None or not stamp.given:
            return ""
        whole.update(path.encode("utf-8", "surrogatepass") + b"\0" + stamp.sha + stamp.given)
    return whole.hexdigest()


def with_names(read: str, said: Iterable[NameCorrection]) -> str:
    """The signature of a woven collection: that of what was read, and what was corrected in its names."""
    if not read:
        return ""
    keys = sorted({repr(replace(one, line=0)) for one in said})
    return hashlib.sha256(f"{read}\0{keys!r}".encode("utf-8", "surrogatepass")).hexdigest()


def kept(folder: Path | None, wanted: str | None = None) -> Table | None:
    """The collection in a folder if it is whole: the one of this signature, else what this program made last."""
    base = woven(folder)
    if folder is None or base is None:
        return None
    if base.facts.get("signature") == wanted:
        return base
    latest = _patched(folder, base) or base
    return latest if wanted is None or latest.facts.get("signature") == wanted else None


def woven(folder: Path | None) -> Slab | None:
    """The collection in a folder as it was written last as a whole, if this program made it."""
    if folder is None:
        return None
    try:
        slab = Slab.open(folder / NAME)
    except (OSError, BadSlab):
        return None
    return slab if slab.facts.get("engine") == of_engine() else None


def _patched(folder: Path, base: Slab) -> Table | None:
    """The same with what is different since; None if nothing is that belongs to it."""
    try:
        patch = Slab.open(folder / BESIDE)
    except (OSError, BadSlab):
        return None
    if patch.facts.get("base") != base.mark:
        return None
    from tui.corpus.splice.patch import Patched  # late: most collections are found as they were woven

    with contextlib.suppress(BadSlab):
        return Patched(base, patch)
    return None


def prove(folder: Path) -> bool:
    """Whether the woven collection in a folder is as it was written, every byte; one that is not is thrown away.

    True where there is none. Opening looks at the whole of a small one only. One that nobody wrote to since it was
    found whole is taken for whole for a day: to read a gigabyte takes longer than to bring in what changed.
    """
    place, note = folder / NAME, folder / PROVED
    try:
        state = place.stat()
        said = f"{state.st_size} {state.st_mtime_ns} {state.st_ctime_ns} {state.st_ino}"
        with contextlib.suppress(OSError, ValueError):
            if note.read_text("ascii") == said and 0 <= time.time() - note.stat().st_mtime < _LONG:
                return True
        if Slab.proved(place):
            if state.st_size > _LARGE:
                with contextlib.suppress(OSError):
                    handle = os.open(note, _NOTED, 0o600)
                    with open(handle, "w", encoding="ascii") as file:  # noqa: PTH123 - a descriptor
                        file.write(said)
            return True
        place.unlink()
    except OSError:
        return True
    return False


def keep(folder: Path | None, facts: dict[str, Any], write: Callable[[SlabWriter], None]) -> Slab:
    """Write a woven collection to its folder, in one step for all who look; to memory if there is no room for it."""
    slab = _keep(folder, NAME, facts, write)
    if folder is not None:
        with contextlib.suppress(OSError):
            (folder / BESIDE).unlink()
    return slab


def keep_beside(
    folder: Path | None, base: Slab, facts: dict[str, Any], write: Callable[[SlabWriter], Mapping[str, Any]]
) -> Table:
    """Write what is different since a collection was woven, as `keep` does; `write` gives what else is to be kept."""
    from tui.corpus.splice.patch import Patched

    return Patched(base, _keep(folder, BESIDE, {**facts, "base": base.mark}, write))


def _keep(
    folder: Path | None, name: str, facts: dict[str, Any], write: Callable[[SlabWriter], Mapping[str, Any] | None]
) -> Slab:
    if folder is not None:
        with contextlib.suppress(OSError):
            return put(folder, name, facts, write)
    memory = io.BytesIO()
    _write(memory, facts, write)
    return Slab(memory.getvalue())


def put(
    folder: Path, name: str, facts: dict[str, Any], write: Callable[[SlabWriter], Mapping[str, Any] | None]
) -> Slab:
    """Write columns to a file of a collection's folder, in one step for all who look; raises OSError.

    `write` may give more facts to be kept with those. A fact named "engine" tells the program that wrote them.
    """
    handle, scratch = tempfile.mkstemp(prefix=SCRATCH, dir=folder)  # mkstemp makes it 0600, whatever the umask
    place = Path(scratch)
    try:
        with open(handle, "wb") as file:  # noqa: PTH123 - a descriptor
            _write(file, facts, write)
            file.flush()
            os.fsync(handle)
        slab = Slab.open(place)
        place.replace(folder / name)
    except BaseException:
        with contextlib.suppress(OSError):
            place.unlink()
        raise
    _sweep(folder)
    return slab


def _write(file: Any, facts: dict[str, Any], write: Callable[[SlabWriter], Mapping[str, Any] | None]) -> None:
    writer = SlabWriter(file)
    writer.finish({**facts, **(write(writer) or {}), "engine": of_engine()})


def _sweep(folder: Path) -> None:
    """Delete what programs that were killed left behind, an hour old and older."""
    with contextlib.suppress(OSError):
        now = (folder / NAME).stat().st_mtime
        for left in folder.glob(f"{SCRATCH}*"):
            if now - left.stat().st_mtime > 3600:
                left.unlink()
