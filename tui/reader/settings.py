"""What the reader set in config.toml: read at the start, never written."""

import tomllib
from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path

from tui.notes.errors import ReadError
from tui.notes.files import read_bytes
from tui.reader.keys import keymap_of

FILE = "config.toml"
"""Name of the file, in the config folder."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What config.toml says, as far as it can be used."""

    keymap: dict[str, str] = field(default_factory=dict)
    """Keys of the reader's own, by the name of what they do."""
    problems: tuple[str, ...] = ()
    """A sentence for everything that cannot be used; the rest holds all the same."""


def load(folder: Path, known: Collection[str]) -> Settings:
    """The settings in a folder; `known` are the names of what a key can do. A missing file says nothing."""
    path = folder / FILE
    try:
        data = read_bytes(path)
        found = tomllib.loads((data or b"").decode("utf-8-sig"))
    except tomllib.TOMLDecodeError as error:
        return Settings(problems=(f"{path}: {error}; opened without it.",))
    except (ReadError, ValueError, RecursionError) as error:
        return Settings(problems=(f"{path} cannot be used: {error}; opened without it.",))
    keys = found.get("keys", {})
    if not isinstance(keys, dict):
        return Settings(problems=(f'{path}: [keys] must be a table such as [keys], then "article.note" = "a".',))
    keymap, problems = keymap_of(keys, known)
    return Settings(keymap, tuple(problems))
