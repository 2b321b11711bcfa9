"""Files that hold many articles: where in the bytes each of them stands, found without reading what they say."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

_PIECE = 1024 * 1024
"""Bytes looked at in one go: no more of a file is held, however long its lines."""

_POSTMARK = re.compile(rb"\n\r?\nFrom ")
"""What separates two messages: an empty line, and the line that tells who sent the next one when."""

_OVERLAP = 8
"""Bytes a mark may reach back over the end of a piece."""


@dataclass(frozen=True, slots=True)
class Member:
    """One article of several in a file."""

    number: int
    """Number that names it: that of its line, or of its message, the first being 1."""
    start: int
    """Offset of its first byte in the file."""
    end: int
    """Offset after its last byte."""


def lines(file: BinaryIO) -> Iterator[Member]:
    """Every line that is not blank, its line end included."""
    number, start, at, words = 1, 0, 0, False
    while piece := file.readline(_PIECE):
        at += len(piece)
        words = words or not piece.isspace()
        if piece.endswith(b"\n"):
            if words:
                yield Member(number, start, at)
            number, start, words = number + 1, at, False
    if words:
        yield Member(number, start, at)


def messages(file: BinaryIO) -> Iterator[Member]:
    """Every message of a mailbox, from its "From " line on; nothing for a file that begins with anything else."""
    piece = file.read(_PIECE)
    if not piece.startswith(b"From "):
        return
    number, start, base = 1, 0, 0
    while True:
        for found in _POSTMARK.finditer(piece):
            begins = base + found.end() - len(b"From ")
            if begins > start:  # else it was met at the end of the piece before
                yield Member(number, start, begins)
                number, start = number + 1, begins
        more = file.read(_PIECE)
        if not more:
            break
        base += max(0, len(piece) - _OVERLAP)
        piece = piece[-_OVERLAP:] + more
    yield Member(number, start, base + len(piece))
