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
    rb"|\[\[[ \t]*+(?P<tables>" + _PATH + rb")[ \t]*+\]\]"
    rb"|\[[ \t]*+(?P<table>" + _PATH + rb")[ \t]*+\]"
    rb"|(?P<key>" + _PATH + rb")[ \t]*+=[ \t]*+",
    re.VERBOSE | re.DOTALL,
)
_SIMPLE = re.compile(
    rb"(?P<value>" + _STRING + rb"|[^\"'\[\]{}\#\n\ \t\r]++)[ \t\r]*+(?:\#[^\n]*+)?+(?:\n|\Z)", re.VERBOSE | re.DOTALL
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
    for match, value_end, end in _statements(data):
        if match.lastgroup == "key":
            pairs.append(Pair(_path(match["key"]), match.start(), match.end(), value_end, end))
            continue
        found.append(_section(path, array, start, head_end, pairs))
        path, array, start, head_end, pairs = _header(match), match.lastgroup == "tables", match.start(), end, []
    found.append(_section(path, array, start, head_end, pairs))
    return found


def outline(data: bytes) -> Iterator[tuple[tuple[str, ...], bool, int, int]]:
    """The headers of a file in order: their key, whether their brackets are double, and the span of their section."""
    header: re.Match[bytes] | None = None
    last = 0
    for match, _, end in _statements(data):
        if match.lastgroup != "key":
            if header is not None:
                yield _header(header), header.lastgroup == "tables", header.start(), last
            header = match
        last = end
    if header is not None:
        yield _header(header), header.lastgroup == "tables", header.start(), last


@dataclass(frozen=True, slots=True)
class Statement:
    """What stands at one place of a file, whether or not it is TOML; offsets are bytes."""

    kind: str
    """"blank" for blank lines and comments, "table", "tables" for double brackets, "key" for a pair, "" for neither."""
    path: tuple[str, ...]
    """The key of a header or pair, its dots taken apart; () for others."""
    head_end: int
    """After the brackets of a header, after the sign of a pair; its beginning for others."""
    end: int
    """Where the next statement begins: after the line, of a text of several lines the last."""


def statement_at(data: bytes, position: int) -> Statement:
    """The statement that begins at a byte offset."""
    match = _STATEMENT.match(data, position)
    if match is None or match.lastgroup is None:
        return Statement("", (), position, _line_end(data, position))
    if match.lastgroup == "blank":
        return Statement("blank", (), position, match.end())
    if match.lastgroup != "key":
        return Statement(match.lastgroup, _header(match), match.end(), _line_end(data, match.end()))
    simple = _SIMPLE.match(data, match.end())
    end = simple.end() if simple else _line_end(data, _value_end(data, match.end()))
    return Statement("key", _path(match["key"]), match.end(), end)


def line_and_column(data: bytes, offset: int) -> tuple[int, int]:
    """Line and column of a byte offset, both from 1; the column counts characters."""
    before = data[:offset]
    line_start = before.rfind(b"\n") + 1
    return before.count(b"\n") + 1, len(before[line_start:].decode("utf-8", "replace")) + 1


def _section(path: tuple[str, ...], array: bool, start: int, head_end: int, pairs: list[Pair]) -> Section:
    return Section(path, array, start, head_end, pairs[-1].end if pairs else head_end, tuple(pairs))


def _statements(data: bytes) -> Iterator[tuple[re.Match[bytes], int, int]]:
    """Headers and pairs in order, each with the end of its value and that of its last line."""
    position = 3 if data.startswith(b"\xef\xbb\xbf") else 0
    length = len(data)
    while position < length:
        match = _STATEMENT.match(data, position)
        if match is None:
            position = _line_end(data, position)
        elif match.lastgroup == "blank":
            position = match.end()
        elif match.lastgroup != "key":
            position = _line_end(data, match.end())
            yield match, match.end(), position
        elif simple := _SIMPLE.match(data, match.end()):
            position = simple.end()
            yield match, simple.end("value"), position
        else:
            end = _value_end(data, match.end())
            position = _line_end(data, end)
            yield match, end, position


def _header(match: re.Match[bytes]) -> tuple[str, ...]:
    return _path(match["tables"] if match.lastgroup == "tables" else match["table"])


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
