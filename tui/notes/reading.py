"""What a notes file says: its notes as far as it parses, and in one sentence what is wrong with it."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from tui.notes import astray, block, quick, rescue, splice
from tui.notes.model import Note
from tui.notes.statements import line_and_column, sections

FORMAT = "backstory-notes"
"""What a notes file calls itself."""

VERSION = 1
"""The newest version of it that is known here."""

HEADER = f'format = "{FORMAT}"\nversion = {VERSION}\n'
"""What a new notes file begins with."""

_POSITION = re.compile(r"^(.*) \(at line (\d+), column (\d+)\)$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Reading:
    """A notes file as read."""

    notes: tuple[Note, ...]
    """Its notes in the order of the file; no two have the same id."""
    problem: str = ""
    """What is wrong with the file, as the end of a sentence that begins with its name; "" if it may be written."""


def read(data: bytes) -> Reading:
    """Read a notes file, whatever its bytes are; a damaged one is read as far as it parses."""
    try:
        text = block.decode(data)
        fast = quick.read(text)
        if fast is not None:
            notes, rest = fast
            return Reading(unique(notes), refusal(rest))
        whole = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        return Reading(salvage(data), problem_of(data, error))
    tables = whole.get(block.NAME, [])
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        return Reading(salvage(data), refusal(whole) or f'has a "{block.NAME}" that is not a list of notes')
    if any(map(astray.swallows, tables)) or astray.strays(whole):
        return Reading(salvage(data), refusal(whole) or _swallowing(data))
    why = refusal(whole) or _unlisted(data, len(tables))
    return Reading(unique(block.from_table(table) for table in tables), why)


def salvage(data: bytes) -> tuple[Note, ...]:
    """The notes of a damaged file that can be read on their own."""
    return unique(block.from_table(part.table) for part in rescue.stretches(data) if part.table is not None)


def problem_of(data: bytes, error: Exception) -> str:
    """What is wrong with a file that does not parse, with line and column, as the end of a sentence."""
    if isinstance(error, UnicodeDecodeError):
        line, column = line_and_column(error.object, error.start)
        return f"is damaged at line {line}, column {column}: not UTF-8 text"
    if isinstance(error, tomllib.TOMLDecodeError):
        match = _POSITION.match(str(error))
        if match:
            return f"is damaged at line {match[2]}, column {match[3]}: {match[1]}"
        line, column = line_and_column(data, len(data))
        why = str(error).removesuffix(" (at end of document)")
        return f"is damaged at line {line}, column {column}, its end: {why}"
    line = _first_bad_line(data)
    why = "brackets nested too deep" if isinstance(error, RecursionError) else "a value out of range"
    return f"is damaged at line {line}, column 1: {why}"


def unique(notes: Iterable[Note]) -> tuple[Note, ...]:
    """The notes with an id each: one that has none gets one from its content, one that repeats an id a "~2"."""
    taken: set[str] = set()
    repeats: Counter[str] = Counter()
    named: list[Note] = []
    for note in notes:
        own = note.id or f"unnamed-{sha256(block.to_text(block.to_table(note)).encode()).hexdigest()[:12]}"
        name = own
        while name in taken:
            repeats[own] += 1
            name = f"{own}~{repeats[own] + 1}"
        taken.add(name)
        named.append(note if name == note.id else replace(note, id=name))
    return tuple(named)


def sentence(path: Path, problem: str, instead: str) -> str:
    """The whole sentence for people about a file that is not written to."""
    return f"{path} {problem}; it is shown as far as it reads and left alone, and new notes go to {instead}."


def refusal(whole: dict[str, Any]) -> str:
    """Why a file that parses is not ours to write, as the end of a sentence that begins with its name; "" if it is."""
    own = whole.get("format", FORMAT)
    if own != FORMAT:
        return f"is not a {FORMAT} file: it calls itself {own!r:.60}"
    version = whole.get("version", VERSION)
    if isinstance(version, bool) or not isinstance(version, int):
        return f"has a version that is not a whole number: {version!r:.60}"
    if version > VERSION:
        return f"is of version {version}, newer than the {VERSION} this program knows"
    return ""


def _unlisted(data: bytes, count: int) -> str:
    if len(splice.pieces(data, block.NAME)) != count:
        return f"lists its notes in a way that cannot be added to; each needs a [[{block.NAME}]] header of its own"
    return ""


def _swallowing(data: bytes) -> str:
    """What is wrong with a file in which another table holds the pairs of a note."""
    pairs = (pair for section in sections(data) if section.path != (block.NAME,) for pair in section.pairs)
    line = next((line_and_column(data, pair.start)[0] for pair in pairs if pair.path == ("id",)), 1)
    return f"is damaged at line {line}, column 1: a note whose header [[{block.NAME}]] is missing"


def _first_bad_line(data: bytes) -> int:
    """The line of the first pair that does not parse on its own; 1 if none can be blamed."""
    for section in sections(data):
        for pair in section.pairs:
            try:
                tomllib.loads(data[pair.start : pair.end].decode("utf-8", "replace"))
            except (ValueError, RecursionError):
                return line_and_column(data, pair.start)[0]
    return 1
