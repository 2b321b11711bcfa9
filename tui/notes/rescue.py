"""A damaged notes file taken apart: the notes that read as they stand, and those put together from what is left."""

import itertools
import re
import tomllib
from dataclasses import dataclass
from typing import Any

from tui.notes import astray, block, patching, splice

_HEADER_LINE = re.compile(rb'^[ \t]*\[\[[ \t]*"?note"?[ \t]*\]\]', re.MULTILINE)
_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a damaged file: a note, and what follows it up to the next."""

    own: bytes
    """The block of the note as it stands or as it was put together; b"" where there is none."""
    table: dict[str, Any] | None
    """What the block says, or None where there is none."""
    after: bytes = b""
    """Comments, blank lines and other tables behind it; they parse on their own."""


def stretches(data: bytes) -> list[Stretch]:
    """A damaged file in order, from its first byte to its last.

    Nothing is left out: what no note can be made of stands in a block as a comment, or in `after`. The first stretch is
    what stands before the first note.
    """
    found: list[Stretch] = []
    pieces = splice.pieces(data, block.NAME)
    first = pieces[0].spans[0][0] if pieces else len(data)
    found += _opening(data[:first])
    line = 1 + data.count(b"\n", 0, first)
    ends = [*(piece.spans[0][0] for piece in pieces[1:]), len(data)][: len(pieces)]
    for piece, end in zip(pieces, ends, strict=True):
        start = piece.spans[0][0]
        found += _whole(data, piece, end, line) or _torn(data[start:end], line)
        line += data.count(b"\n", start, end)
    return found


def _opening(data: bytes) -> list[Stretch]:
    """What stands before the first header of a note; a note whose header is lost may be in it."""
    table = _table(data)
    if table is not None and not astray.strays(table) and block.NAME not in table:
        return [Stretch(b"", None, data)]
    return _patched(data.removeprefix(_BOM), 1)


def _torn(region: bytes, line: int) -> list[Stretch]:
    """A stretch that does not parse, cut at each line that looks like the start of a note.

    An open bracket swallows what follows it.
    """
    found: list[Stretch] = []
    starts = sorted({0, *(match.start() for match in _HEADER_LINE.finditer(region))})
    for start, stop in zip(starts, [*starts[1:], len(region)], strict=True):
        part = region[start:stop]
        pieces = splice.pieces(part, block.NAME)
        whole = _whole(part, pieces[0], len(part), line) if pieces and pieces[0].spans[0][0] == 0 else []
        found += whole or _patched(part, line)
        line += part.count(b"\n")
    return found


def _patched(region: bytes, line: int) -> list[Stretch]:
    """What can be put together of a region on a line of the file; nothing of it is left out."""
    found: list[Stretch] = []
    for part in patching.patched(region, line):
        own = part.head + part.body
        if part.head and part.seen:
            found.append(Stretch(own, block.parse_block(own), bytes(part.after)))
        else:  # a header with nothing left below it is none
            head = patching.commented(part.head, part.line) if part.head else b""
            found.append(Stretch(b"", None, head + bytes(part.body + part.after)))
    sound = all(_table(part.after) is not None and (part.table or not part.own) for part in found)
    return found if sound else [Stretch(b"", None, patching.commented(region, line))]


def _whole(data: bytes, piece: splice.Piece, end: int, line: int) -> list[Stretch]:
    """The note of a piece on a line of the file as it stands, with all that follows it up to `end`.

    Empty where it cannot be read, says nothing, or holds the pairs of another note whose header is lost or torn.
    """
    own = piece.cut(data)
    table = block.parse_block(own)
    if not table or astray.swallows(table):
        return []
    gaps = b"".join(data[left[1] : right[0]] for left, right in itertools.pairwise(piece.spans))
    after = gaps + data[piece.spans[-1][1] : end]
    rest = _table(after)
    if rest is not None and not astray.strays(rest):
        return [Stretch(own, table, after)]
    if gaps:  # what follows them may belong to another note
        return []
    below = line + data.count(b"\n", piece.spans[0][0], piece.spans[0][1])
    return [Stretch(own, table), *_patched(after, below)]


def _table(data: bytes) -> dict[str, Any] | None:
    try:
        return tomllib.loads(block.decode(data))
    except (ValueError, RecursionError):
        return None
