"""Notes put together again from a damaged stretch of a notes file, statement by statement.

A note as it is written here begins with its id, and each table below it with a key of its own: so where a header is
torn or gone, the pair that follows says which it was. What cannot be read stays where it stood, as a comment.
"""

import re
import tomllib
from bisect import bisect_left
from dataclasses import dataclass, field
from itertools import islice

from rapidfuzz.distance import Levenshtein

from tui.notes import block
from tui.notes.statements import Statement, statement_at

_OWN = frozenset(("id", "on", "conflict_of", "text", "tags", "created", "updated"))
_FIRST = {"path": "article", "quote": "target", "name": "entity", "date": "event"}
_HEADERS = {b"[[note]]": "", **{f"[note.{part}]".encode(): part for part in block.PARTS}}
_TOP, _OTHERS = "before the first note", "of somebody else"
_NEAR = 2
"""Letters in which a header may differ from one that is known and still be meant for it."""

_KEY = "|".join(sorted({*_OWN, *(key for keys in block.PARTS.values() for key in keys)})).encode()
_HEADER = rb"\[\[note\]\]|\[note\.(?:" + "|".join(block.PARTS).encode() + rb")\]"
_KNOWN_LINE = re.compile(rb"^(?:(?:" + _KEY + rb") = [\"'\[\d]|(?:" + _HEADER + rb")[ \t\r]*$)", re.MULTILINE)
_JOINT = re.compile(rb"(?:" + _KEY + rb") = |" + _HEADER)
_NOTE_JOINT = re.compile(_HEADER + rb"|id = \"")
_PATIENCE = 8
"""How many times its length is looked at of a region: each line of it may open a bracket that nothing closes."""

_OWN_ID = re.compile(rb'id = "\d{8}T\d{6}Z-[0-9a-f]{6}"')
_DAMAGED = re.compile(rb"^# damaged, line (\d{1,9}): ", re.MULTILINE)
_TRIED = 4
"""Places at which a pair that does not read is parted from what was joined to it."""


@dataclass(slots=True)
class Part:
    """A note put together, or what stands before the first."""

    head: bytes = b""
    """The line of its header; b"" for what is no note."""
    line: int = 1
    """Where it begins in the file."""
    body: bytearray = field(default_factory=bytearray)
    """The rest of its block, comments in it."""
    after: bytearray = field(default_factory=bytearray)
    """Tables that are no note's and stood in it or behind it."""
    seen: set[tuple[str, tuple[str, ...]]] = field(default_factory=set)
    """The keys it has, each with the table it stands in."""
    tables: set[str] = field(default_factory=set)
    """The tables below it that have begun."""


def patched(region: bytes, line: int) -> list[Part]:
    """The notes of a region that begins on a line of the file and does not parse; the first is none.

    Nothing is left out of them.
    """
    patch = _Patch(region, line)
    position = 0
    while position < len(region) and patch.spent < _PATIENCE * (len(region) + 1000):
        position = patch.take(position, statement_at(region, position))
    patch.give_up(position)
    return patch.parts


def unread(data: bytes) -> list[int]:
    """The numbers of the lines that are comments because they could not be read, in the order of the comments."""
    return [int(number) for number in _DAMAGED.findall(data)]


def commented(data: bytes, line: int) -> bytes:
    """Lines that cannot be read as comments, each with its number in the file; what may not stand there is replaced."""
    rows = enumerate(_clean(data).split("\n"), start=line)
    return "".join(
        f"# damaged, line {number}: {row}\n" for number, row in rows if row.strip("\N{REPLACEMENT CHARACTER} \t")
    ).encode()


class _Patch:
    """A region on its way to notes."""

    def __init__(self, region: bytes, line: int) -> None:
        self.region = region
        self.parts = [Part()]
        self._counted, self._line = 0, line
        self._known = [*(match.start() for match in _KNOWN_LINE.finditer(region)), len(region)]
        """Where lines begin that look like pairs and headers of ours, and the end."""
        self._table = _TOP
        """The table that pairs go to: "" for the note's own, the name of one below it, `_TOP` or `_OTHERS`."""
        self._torn = False
        """Whether what stands just before cannot be read, and may have been a header."""
        self._last: tuple[str, ...] = ()
        """The key of the pair just before."""
        self._here = 0
        self.spent = 0
        """Bytes that were looked at and are to be looked at again."""

    def give_up(self, start: int) -> None:
        """Keep all from an offset on as comments."""
        self._put(self._spoilt(start, len(self.region)))

    def take(self, start: int, found: Statement) -> int:
        """Put the statement at an offset where it belongs; the offset of the next."""
        self._here = start
        if found.kind == "key":
            return self._take_pair(start, found)
        if found.kind in ("table", "tables"):
            return self._take_header(start, found)
        raw = self.region[start : found.end]
        if found.kind == "blank" and _reads(raw):
            self._put(raw)
            return found.end
        joint = None if found.kind else _NOTE_JOINT.search(raw, 1)
        end = start + joint.start() if joint else found.end
        self._put(self._spoilt(start, end))
        self._torn = self._torn or not found.kind
        return end

    def _take_header(self, start: int, found: Statement) -> int:
        head = self.region[start : found.head_end]
        rest = self.region[found.head_end : found.end]
        # What is joined to it is looked at next.
        end = found.end if not rest.strip() or (rest.lstrip()[:1] == b"#" and _reads(rest)) else found.head_end
        known = min(_HEADERS, key=lambda header: Levenshtein.distance(header, head))
        if b"".join(head.split()) == known:
            self._begin(_HEADERS[known], _ended(self.region[start:end]))
        elif Levenshtein.distance(known, head) <= _NEAR:
            self._put(self._spoilt(start, end))
            self._begin(_HEADERS[known], known + b"\n")
        elif found.path[0] == block.NAME:
            self._put(self._spoilt(start, end))
            self._torn = True
        else:
            self._table, self._torn = _OTHERS, False
            self._put(_ended(self.region[start:end]))
        return end

    def _take_pair(self, start: int, found: Statement) -> int:
        value = found.head_end
        several = self.region[value : value + 3] in (b'"""', b"'''")
        first = self.region.find(b"\n", value) + 1 or len(self.region)
        # Where the end of a text is lost, it would run on to the next text: it stops at what looks like a pair of ours.
        known = self._known[bisect_left(self._known, first)]
        whole = min(found.end, known) if several else found.end
        joints = (match.start() for match in islice(_JOINT.finditer(self.region, value, first), _TRIED))
        for end in (whole, *joints):
            if _reads(self.region[start:end]):
                self._add(found.path, _ended(self.region[start:end]), start)
                return end
        end = first if not several else whole if whole > first else known
        self.spent += max(found.end - end, 0)
        text = _clean(self.region[start:end]).rstrip("\n").encode()
        closings = (b"", self.region[value : value + 3]) if several else (b"", b'"', b'"]', b"]", b"'")
        for closing in closings:
            if self._table not in (_TOP, _OTHERS) and _reads(text + closing):
                self._add(found.path, self._spoilt(start, end) + text + closing + b"\n", start)
                return end
        self._put(self._spoilt(start, first))
        self._torn = True
        return first

    def _add(self, path: tuple[str, ...], text: bytes, start: int) -> None:
        """Put a pair into the table it stands in, or into the one whose header is lost."""
        key = path[0]
        known = block.PARTS.get(self._table, ())
        if self._table == _TOP:
            if key in _OWN or (self._torn and key in _FIRST):
                self._begin("", b"[[note]]\n")
        elif self._table == _OTHERS:
            if (self._torn and (key in _OWN or key in _FIRST)) or (key == "id" and _OWN_ID.match(text)):
                self._begin("", b"[[note]]\n")
        elif (key == "id" and (self._table or ("", path) in self.parts[-1].seen) and self._last != path) or (
            self._table and key in _OWN and (self._torn or key in ("on", "text"))
        ):
            self._begin("", b"[[note]]\n")
        if self._torn and key in _FIRST and key not in known and self._table not in (_TOP, _OTHERS):
            self._begin(_FIRST[key], f"[note.{_FIRST[key]}]\n".encode())
        if (self._table, path) in self.parts[-1].seen:
            if self._last == path or self._table in (_TOP, _OTHERS):
                self._put(commented(text, self._line_of(start)))
                return
            self._begin(self._table, f"[note.{self._table}]\n".encode() if self._table else b"[[note]]\n")
        self.parts[-1].seen.add((self._table, path))
        self._put(text)
        self._last, self._torn = path, False

    def _begin(self, table: str, head: bytes) -> None:
        """Begin a table; one the note has already is of another note, whose own header is lost."""
        if not table or not self.parts[-1].head or table in self.parts[-1].tables:
            self.parts.append(Part(b"[[note]]\n" if table else head, self._line_of(self._here)))
        if table:
            self.parts[-1].tables.add(table)
            self.parts[-1].body += head
        self._table, self._torn, self._last = table, False, ()

    def _put(self, text: bytes) -> None:
        part = self.parts[-1]
        if self._table == _OTHERS:
            part.after += text
        else:
            part.body += text

    def _spoilt(self, start: int, end: int) -> bytes:
        return commented(self.region[start:end], self._line_of(start))

    def _line_of(self, offset: int) -> int:
        """The line of the file an offset stands on; offsets are asked for in order."""
        self._line += self.region.count(b"\n", self._counted, offset)
        self._counted = offset
        return self._line


def _reads(data: bytes) -> bool:
    try:
        tomllib.loads(data.decode("utf-8"))
    except (ValueError, RecursionError):
        return False
    return True


def _clean(data: bytes) -> str:
    """Bytes as text, with what TOML holds nowhere replaced."""
    return "".join(
        c if c.isprintable() or c in "\t\n" else "\N{REPLACEMENT CHARACTER}" for c in data.decode("utf-8", "replace")
    )


def _ended(data: bytes) -> bytes:
    return data if data.endswith(b"\n") else data + b"\n"
