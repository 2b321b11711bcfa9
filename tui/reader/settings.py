"""What the reader set in config.toml: read at the start, never written; two of it may be set by variables instead."""

import os
import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tui.notes.errors import ReadError
from tui.notes.files import read_bytes
from tui.reader.bound import shipped
from tui.reader.keys import clashes, keymap_of

FILE = "config.toml"
"""Name of the file, in the config folder."""

THEME, COLUMNS = "BACKSTORY_THEME", "BACKSTORY_COLUMNS"
"""Variables that go before what the file says."""

_KNOWN = ("keys", "theme", "columns")
_NARROWEST, _WIDEST = 20, 400


@dataclass(frozen=True, slots=True)
class Settings:
    """What config.toml says, as far as it can be used."""

    keymap: dict[str, str] = field(default_factory=dict)
    """Keys of the reader's own, by the name of what they do."""
    problems: tuple[str, ...] = ()
    """A sentence for everything that cannot be used; the rest holds all the same."""
    theme: str = ""
    """Name of the theme to wear at every start; "" for the one chosen last."""
    columns: int = 0
    """Widest line of text, in cells; 0 as shipped."""


def load(folder: Path, known: Collection[str], environment: Mapping[str, str] = os.environ) -> Settings:
    """The settings in a folder; `known` are the names of what a key can do. A missing file says nothing."""
    path = folder / FILE
    found: dict[str, object] = {}
    problems: list[str] = []
    try:
        data = read_bytes(path)
        found = tomllib.loads((data or b"").decode("utf-8-sig"))
    except tomllib.TOMLDecodeError as error:
        problems.append(f"{path}: {error}; opened without it.")
    except ReadError as error:
        problems.append(f"{error} Everything is as shipped.")
    except (ValueError, RecursionError) as error:
        problems.append(f"{path} cannot be used: {error}; opened without it.")
    problems += [f"config.toml: there is no setting {name}; there are {', '.join(_KNOWN)}" for name in found
                 if name not in _KNOWN]  # fmt: skip
    keys = found.get("keys", {})
    keymap: dict[str, str] = {}
    if isinstance(keys, dict):
        keymap, wrong = keymap_of(keys, known)
        problems += [*wrong, *clashes(keymap, shipped())]
    else:
        problems.append(f'{path}: [keys] must be a table such as [keys], then "article.note" = "a".')
    theme, columns = found.get("theme", ""), found.get("columns", 0)
    if not isinstance(theme, str):
        problems.append('config.toml: theme needs a name in quotes, such as "backstory-light"')
        theme = ""
    if "columns" in found and not _is_width(columns):
        problems.append(f"config.toml: columns needs a number from {_NARROWEST} to {_WIDEST}")
        columns = 0
    given = environment.get(COLUMNS, "")
    if given:
        if given.isascii() and given.isdigit() and _is_width(int(given[:4])):
            columns = int(given[:4])
        else:
            problems.append(f"{COLUMNS} needs a number from {_NARROWEST} to {_WIDEST}")
    width = columns if isinstance(columns, int) else 0
    return Settings(keymap, tuple(problems), environment.get(THEME) or theme, width)


def _is_width(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and _NARROWEST <= value <= _WIDEST
