"""Which theme the reader chose, kept in the state folder for the next start."""

import json
from pathlib import Path

from tui.notes.errors import ReadError
from tui.notes.files import read_bytes, write_private

FILE = "theme.json"
"""Name of the file, in the state folder."""


def load(folder: Path) -> str:
    """The name of the theme chosen last; "" if none was, or nothing usable is there."""
    try:
        found = json.loads(read_bytes(folder / FILE) or b"{}")
        return str(found["theme"])
    except (ReadError, ValueError, TypeError, KeyError, RecursionError):
        # A torn or foreign state file costs the colours, never the start.
        return ""


def keep(folder: Path, theme: str) -> None:
    """Put the name of the theme on disk; raises `WriteError` if that cannot be done."""
    write_private(folder / FILE, json.dumps({"theme": theme}).encode("ascii"))
