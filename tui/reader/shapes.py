"""The stretches a page sets in one way: an article's parts cut further into headings, quotations, code and items."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tui.model import Shape

_ITEM = re.compile(r"^[ \t]{0,12}(?:[•‣◦▪*–-]|\d{1,3}[.)])[ \t]{1,3}(?=\S)", re.MULTILINE)
_QUOTE_INDENT = 2


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the page that is set in one way."""

    kind: str
    """Name of its look: title, meta, body, heading, comment, footer, fold."""
    start: int
    """Offset of its first character."""
    end: int
    """Offset after its last character; for a label, the offset it stands before."""
    label: str = ""
    """Our own words, shown instead of the article's."""
    indent: int = 0
    """How many cells its lines are set in."""
    hang: int = 0
    """How many cells its lines but the first are set in."""
    flows: bool = True
    """Whether lines broken by hand may be joined."""


def shaped(block: Block, text: str, shapes: Sequence[Shape]) -> Iterator[Block]:
    """A block cut at the shapes its file states and at the items of lists; all of it comes out, in order."""
    at = block.start
    for shape in shapes:
        if shape.start < at or shape.start >= block.end:
            continue
        yield from _items(replace(block, start=at, end=shape.start), text)
        at = min(_past_blanks(text, shape.end, block.end), block.end)
        indent = _QUOTE_INDENT if shape.kind == "quote" else 0
        yield replace(block, kind=shape.kind, start=shape.start, end=at, indent=indent, flows=False)
    yield from _items(replace(block, start=at), text)


def _past_blanks(text: str, at: int, end: int) -> int:
    """The offset after the line ends that follow, so that the space beneath a stretch is its own."""
    while at < end and text[at] == "\n":
        at += 1
    return at


def _items(block: Block, text: str) -> Iterator[Block]:
    """A block cut before each item of a list, whose lines hang."""
    at = block.start
    for found in _ITEM.finditer(text, block.start, block.end):
        stop = text.find("\n", found.end(), block.end)
        stop = block.end if stop < 0 else _past_blanks(text, stop, block.end)
        if found.start() < at:
            continue
        if at < found.start():
            yield replace(block, start=at, end=found.start())
        yield replace(block, start=found.start(), end=stop, hang=found.end() - found.start())
        at = stop
    if at < block.end:
        yield replace(block, start=at)
