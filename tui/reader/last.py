"""Which collection was open last, kept in the state folder: what opens when no path is given."""

import json
import os
from collections.abc import Sequence
from pathlib import Path

from tui.notes.errors import ReadError
from tui.notes.files import read_bytes, write_private

FILE = "last.json"
"""Name of the file, in the state folder."""


def last_collection(folder: Path) -> tuple[Path, ...] | None:
    """The paths of the collection opened last; () for the bundled one; None before the very first time.

    A torn or foreign file counts as the bundled collection: it costs a path, never the start.
    """
    try:
        data = read_bytes(folder / FILE)
        if data is None:
            return None
        paths = json.loads(data)["paths"]
        return tuple(Path(path) for path in paths if isinstance(path, str) and "\x00" not in path)
    except (ReadError, ValueError, TypeError, KeyError, RecursionError):
        return ()


def remember_collection(folder: Path, paths: Sequence[Path]) -> None:
    """Put on disk which collection is open, () for the bundled one; raises `WriteError` if that cannot be done."""
    # File names may hold bytes that are no text; they are lone surrogates here, which JSON's escapes can carry.
    whole = [os.path.abspath(path) for path in paths]  # noqa: PTH100 - Path.resolve would follow a link that may move
    write_private(folder / FILE, json.dumps({"paths": whole}, indent=1).encode("ascii"))
