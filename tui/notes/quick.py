"""A notes file read fast: blocks that look the way they are written here, without a parser of all of TOML.

`tomllib` needs more than a second for ten thousand notes. A block in the plain form that `block.to_text` gives is
taken apart by one expression; any other block is given to `tomllib` alone, and what stands between the blocks
likewise. Where this does not add up to a sound file, nothing is said here, and `tomllib` reads the whole.
"""

import re
import tomllib
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from tui.notes import astray, block, splice
from tui.notes.model import Anchor, ArticleRef, EntityRef, EventRef, Note

_PLAIN = r"[^\"\\\x00-\x1f\x7f]*+"
_TEXT = rf'"(?:""\n((?:[^\"\\\x00-\x08\x0b-\x1f\x7f]|"(?!"))*+)"""|({_PLAIN})")\n'
_ONE = rf'"({_PLAIN})"\n'
_LIST = rf'\[((?:"{_PLAIN}"(?:, "{_PLAIN}")*+)?+)\]\n'
_HOUR = r"(?:[01]\d|2[0-3]):[0-5]\d"
_MOMENT = rf"(\d{{4}}-\d\d-\d\d[T ]{_HOUR}:[0-5]\d(?:Z|[+-]{_HOUR}))\n"
_NUMBER = r"(0|[1-9]\d{0,11})\n"
_BLOCK = re.compile(
    rf"\[\[note\]\]\nid = {_ONE}on = {_ONE}(?:conflict_of = {_ONE})?+(?:text = {_TEXT})?+(?:tags = {_LIST})?+"
    rf"(?:created = {_MOMENT})?+(?:updated = {_MOMENT})?+"
    rf"(?:\[note\.article\]\npath = {_ONE}(?:collection = {_ONE})?+(?:title = {_ONE})?+(?:sha256 = {_ONE})?+)?+"
    rf"(?:\[note\.target\]\nquote = {_TEXT}(?:prefix = {_TEXT})?+(?:suffix = {_TEXT})?+"
    rf"(?:start = {_NUMBER}end = {_NUMBER})?+(?:twins = {_NUMBER})?+)?+"
    rf"(?:\[note\.entity\]\nname = {_ONE}(?:kind = {_ONE})?+(?:aliases = {_LIST})?+)?+"
    rf"(?:\[note\.event\]\ndate = {_ONE}(?:precision = {_ONE})?+(?:quote = {_TEXT})?+)?+"
    r"(?=\n|#|\[\[note\]\]|\Z)",
    re.ASCII,
)
_ITEM = re.compile(rf'"({_PLAIN})"')
_BETWEEN = re.compile(r"(?:[ \t]*+(?:#[^\x00-\x08\x0a-\x1f\x7f]*+)?+\n)*+")
_START = "[[note]]\n"


def read(text: str) -> tuple[list[Note], dict[str, Any]] | None:
    """The notes of a file in order, and what it says beside them, or None where only the whole can tell.

    Every note begins with a header of its own then.
    """
    try:
        return _read(text)
    except (ValueError, RecursionError):
        return None


def _read(text: str) -> tuple[list[Note], dict[str, Any]] | None:
    first = 0 if text.startswith(_START) else text.find("\n" + _START) + 1
    if not first and not text.startswith(_START):
        return None
    opening = text[:first]
    notes: list[Note] = []
    position = first
    while position < len(text):
        match = _BLOCK.match(text, position)
        if match is None:
            return _pieced(text)
        notes.append(_note(match.groups()))
        between = _BETWEEN.match(text, match.end())
        position = between.end() if between else match.end()
    rest = tomllib.loads(opening)
    return None if block.NAME in rest or astray.strays(rest) else (notes, rest)


def _pieced(text: str) -> tuple[list[Note], dict[str, Any]] | None:
    """The same for a file a person has edited."""
    data = text.encode()
    notes: list[Note] = []
    between: list[bytes] = []
    end = 0
    for piece in splice.pieces(data, block.NAME):
        if len(piece.spans) != 1:
            return None
        start, stop = piece.spans[0]
        own = data[start:stop]
        match = _BLOCK.fullmatch(own.decode())
        if match is not None:
            notes.append(_note(match.groups()))
        else:
            table = block.parse_block(own)
            if table is None or astray.swallows(table):
                return None
            notes.append(block.from_table(table))
        between.append(data[end:start])
        end = stop
    rest = tomllib.loads(b"".join((*between, data[end:])).decode())
    return None if block.NAME in rest or astray.strays(rest) else (notes, rest)


def _note(found: tuple[str | None, ...]) -> Note:
    """The note of a block. Raises ValueError for a day that is none."""
    take = iter(found)
    ident, on, conflict_of = next(take) or "", next(take) or "", next(take) or ""
    words, tags = _either(take), _items(next(take))
    created, updated = (datetime.fromisoformat(moment) if (moment := next(take)) else None for _ in range(2))
    path, collection, title, sha256 = (next(take) for _ in range(4))
    article = None if path is None else ArticleRef(path, collection or "", title or "", sha256 or "")
    target = _target(take)
    name, kind, aliases = next(take), next(take), next(take)
    entity = None if name is None else EntityRef(name, kind or "", _items(aliases))
    date, precision, told = next(take), next(take), _either(take)
    event = None if date is None else EventRef(date, precision or "", told or "")
    return Note(ident, on, words or "", tags, created, updated, article, target, entity, event, conflict_of)


def _target(take: Iterator[str | None]) -> Anchor | None:
    quote, prefix, suffix = _either(take), _either(take), _either(take)
    numbers = (-1 if (number := next(take)) is None else int(number) for _ in range(3))
    anchor = Anchor(quote or "", prefix or "", suffix or "", *numbers)
    return None if quote is None else anchor


def _either(take: Iterator[str | None]) -> str | None:
    """A text of several lines or of one."""
    several, one = next(take), next(take)
    return one if several is None else several


def _items(found: str | None) -> tuple[str, ...]:
    return tuple(_ITEM.findall(found)) if found else ()
