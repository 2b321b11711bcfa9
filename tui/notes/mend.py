"""A damaged notes file made whole again: what reads is kept word for word, what does not becomes comments."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tui.notes import astray, block, patching, reading, rescue

_SAID = 6
"""Stretches of lines that are named one by one."""


@dataclass(frozen=True, slots=True)
class Mending:
    """What was done about a damaged notes file."""

    kept: Path
    """Where the damaged file is kept, byte for byte."""
    lines: tuple[int, ...]
    """The lines of it, from 1, that are comments now because they could not be read as they stood."""


def said_lines(lines: Sequence[int]) -> str:
    """Numbers of lines in order for people, the first few: "line 3", "lines 3, 7 to 9 and 24 more"."""
    runs: list[list[int]] = []
    for line in lines:
        if runs and line == runs[-1][-1] + 1:
            runs[-1].append(line)
        else:
            runs.append([line])
    said = [str(run[0]) if len(run) == 1 else f"{run[0]} to {run[-1]}" for run in runs[:_SAID]]
    more = sum(map(len, runs[_SAID:]))
    return f"line{'s' if len(lines) > 1 else ''} {', '.join(said)}{f' and {more} more' if more else ''}"


def mended(data: bytes) -> bytes:
    """The file with every note that reads as it stands, those put together from what is left, and the rest as comments.

    Each comment says the line it stood on. The result always parses. A file that can be written to, and one that is
    not ours to write, is returned as it is.
    """
    whole = _table(data)
    if whole is not None and (reading.read(data).problem == "" or not _ours(whole)):
        return data
    listed = None if whole is None or astray.strays(whole) else whole.get(block.NAME, [])
    if whole is not None and isinstance(listed, list) and not any(map(astray.swallows, _tables(listed))):
        return _listed(data, _tables(listed)) if whole.keys() <= {block.NAME, "format", "version"} else data
    opening, *notes = rescue.stretches(data)
    top = _table(opening.after) or {}
    version = top.get("version")
    if (isinstance(version, int) and version > reading.VERSION) or (not _ours(top) and not notes):
        return data
    if not _ours(top) or block.NAME in top:
        top, opening = {}, rescue.Stretch(b"", None, patching.commented(opening.after, 1))
    head = b"" if top.keys() & {"format", "version"} else reading.HEADER.encode()
    made = b"".join(_ended(part) for part in (head, opening.after, *(part.own + part.after for part in notes)) if part)
    if _table(made) is not None:
        return made
    salvaged = [block.from_table(part.table) for part in notes if part.table]
    return _listed(data, [block.to_table(note) for note in salvaged])


def _listed(data: bytes, tables: list[dict[str, Any]]) -> bytes:
    """A file of notes under headers of their own, with all that the old one said as comments."""
    notes = [block.to_text(block.to_table(block.from_table(table))) for table in tables]
    return "\n".join([reading.HEADER, *notes]).encode() + b"\n" + patching.commented(data, 1)


def _tables(listed: list[object]) -> list[dict[str, Any]]:
    return [table for table in listed if isinstance(table, dict)]


def _ours(whole: dict[str, Any]) -> bool:
    """Whether a file calls itself a notes file, and one of the version known here."""
    return reading.refusal(whole) == ""


def _table(data: bytes) -> dict[str, Any] | None:
    try:
        return tomllib.loads(block.decode(data))
    except (ValueError, RecursionError):
        return None


def _ended(data: bytes) -> bytes:
    return data if data.endswith(b"\n") else data + b"\n"
