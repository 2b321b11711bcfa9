"""Where the statements of a TOML file stand, byte for byte: headers and key/value pairs, told apart from strings.

This finds, it does not judge: `tomllib` says whether a file is TOML. Works in linear time on any bytes.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_STRING = rb"""
      \"\"\"(?:[^"\\]++|\\.|""?(?!"))*+"{3,5}
    | '''(?:[^']++|''?(?!'))*+'{3,5}
    | "(?:[^"\\\n]++|\\[^\n])*+"
    | '[^'\n]*+'
"""
_KEY = rb"""(?:[A-Za-z0-9_-]++|"(?:[^"\\\n]++|\\[^\n])*+"|'[^'\n]*+')"""
_PATH = _KEY + rb"(?:[ \t]*+\.[ \t]*+" + _KEY + rb")*+"
_STATEMENT = re.compile(
    rb"(?P<blank>(?:[ \t\r\n]++|\#[^\n]*+)++)"
    rb"|\[\[[ \t]*+(?P<tables>" + _PATH + rb")[ \t]*+\]\](?P<a>[^\n]*+(?:\n|\Z))"
    rb"|\[[ \t]*+(?P<table>" + _PATH + rb")[ \t]*+\](?P<b>[^\n]*+(?:\n|\Z))"
    rb"|(?P<key>" + _PATH + rb")[ \t]*+=[ \t]*+",
    re.VERBOSE | re.DOTALL,
)
_TOKEN = re.compile(
    rb"(?P<string>" + _STRING + rb")|(?P<open>[\[{])|(?P<close>[\]}])|(?P<comment>\#[^\n]*+)|(?P<newline>\n)"
    rb"|(?P<space>[ \t\r]++)|(?P<bare>[^\"'\[\]{}\#\n\ \t\r]++|[\"'])",
    re.VERBOSE | re.DOTALL,
)
_KEY_PART = re.compile(_KEY)
_ESCAPE = re.compile(rb'\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|([btnfr"\\]))')
_ESCAPED = {b"b": b"\b", b"t": b"\t", b"n": b"\n", b"f": b"\f", b"r": b"\r", b'"': b'"', b"\\": b"\\"}
_REST = re.compile(rb"[^\n]*+(?:\n|\Z)")


@dataclass(frozen=True, slots=True)
class Pair:
    """One `key = value`; offsets are bytes."""

    path: tuple[str, ...]
    """The key, its dots taken apart."""
    start: int
    """Where the key begins."""
    value_start: int
    """Where the value begins."""
    value_end: int
    """Where the value ends."""
    end: int
    """After the line end that follows, a comment on that line included."""


@dataclass(frozen=True, slots=True)
class Section:
    """A header and the pairs below it, or what stands before the first header; offsets are bytes."""

    path: tuple[str, ...]
    """The header's key; () for what stands before the first header."""
    array: bool
    """Whether the header has double brackets."""
    start: int
    """Where the header begins."""
    head_end: int
    """After the header's own line."""
    end: int
    """After its last pair, or after the header's line if it has none: comments that follow are not part of it."""
    pairs: tuple[Pair, ...]
    """The pairs in order."""


def sections(data: bytes) -> list[Section]:
    """The sections of a file in order. Lines that are no TOML are passed over."""
    found: list[Section] = []
    pairs: list[Pair] = []
    path: tuple[str, ...] = ()
    array, start, head_end = False, 0, 0
    for item in _items(data):
        if isinstance(item, Pair):
            pairs.append(item)
            continue
        found.append(_section(path, array, start, head_end, pairs))
        path, array, start, head_end = item
        pairs = []
    found.append(_section(path, array, start, head_end, pairs))
    return found


def line_and_column(data: bytes, offset: int) -> tuple[int, int]:
    """Line and column of a byte offset, both from 1; the column counts characters."""
    before = data[:offset]
    line_start = before.rfind(b"\n") + 1
    return before.count(b"\n") + 1, len(before[line_start:].decode("utf-8", "replace")) + 1


def _section(path: tuple[str, ...], array: bool, start: int, head_end: int, pairs: list[Pair]) -> Section:
    return Section(path, array, start, head_end, pairs[-1].end if pairs else head_end, tuple(pairs))


_Head = tuple[tuple[str, ...], bool, int, int]


def _items(data: bytes) -> Iterator[Pair | _Head]:
    position = 3 if data.startswith(b"\xef\xbb\xbf") else 0
    length = len(data)
    while position < length:
        match = _STATEMENT.match(data, position)
        if match is None:
            position = _line_end(data, position)
            continue
        kind = match.lastgroup
        if kind == "blank":
            position = match.end()
        elif kind == "key":
            value_end = _value_end(data, match.end())
            end = _line_end(data, value_end)
            yield Pair(_path(match["key"]), match.start(), match.end(), value_end, end)
            position = end
        else:
            array = match["tables"] is not None
            position = match.end()
            yield _path(match["tables"] if array else match["table"]), array, match.start(), position


def _value_end(data: bytes, position: int) -> int:
    """Where a value that begins here ends: at the end of its line, unless a bracket is open."""
    depth = 0
    end = position
    while match := _TOKEN.match(data, position):
        kind = match.lastgroup
        if kind == "newline" and depth == 0:
            break
        if kind == "comment" and depth == 0:
            break
        if kind == "open":
            depth += 1
        elif kind == "close":
            depth -= 1
        position = match.end()
        if kind not in ("space", "newline", "comment"):
            end = position
    return end


def _line_end(data: bytes, position: int) -> int:
    match = _REST.match(data, position)
    return match.end() if match else len(data)


def _path(key: bytes) -> tuple[str, ...]:
    if key.isalnum():
        return (key.decode("ascii"),)
    return tuple(_part(part[0]) for part in _KEY_PART.finditer(key))


def _part(key: bytes) -> str:
    if key[:1] == b"'":
        key = key[1:-1]
    elif key[:1] == b'"':
        key = _ESCAPE.sub(_unescape, key[1:-1])
    return key.decode("utf-8", "replace")


def _unescape(match: re.Match[bytes]) -> bytes:
    number = match[1] or match[2]
    if number:
        code = int(number, 16)
        return chr(code if code < 0x110000 else 0xFFFD).encode("utf-8", "replace")
    return _ESCAPED[match[3]]
