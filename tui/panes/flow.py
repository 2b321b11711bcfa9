"""How a text falls into display lines of a given width: offsets in, offsets out, nothing painted."""

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache

from rich.cells import cell_len

from tui.reader.reflow import paragraph_end

NARROW = re.compile(
    "[\\x00-\u02ff\u0370-\u0482\u048a-\u0590\u10a0-\u10ff\u1e00-\u1fff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]*"
)
"""Matches text in which every character is one cell wide: Latin, Greek, Cyrillic, Armenian, Georgian, punctuation."""


def is_narrow(text: str) -> bool:
    """Whether every character of a text is surely one cell wide, so that cells need not be counted."""
    return text.isascii() or NARROW.fullmatch(text) is not None


def wrap(text: str, start: int, end: int, width: int, measure: int = 0) -> Iterator[tuple[int, int]]:
    """The display lines of `text[start:end]` at a width in cells, as offsets (start, end).

    Lines break after white space, which is left out at the end of a line but never lost between two: the next line
    begins where the last one's white space ends. A word longer than the line is cut. Runs of blank lines come out as
    one. An empty line is (n, n). With a `measure` at which the text was broken by hand its paragraphs flow: a line end
    within one is white space like any other.
    """
    position = start
    blank = False
    while position < end:
        stop = paragraph_end(text, position, end, measure)
        if _is_blank(text, position, stop):
            if not blank:
                yield (position, position)
            blank = True
        else:
            blank = False
            yield from _wrap_paragraph(text, position, stop, width)
        position = stop + 1


def _is_blank(text: str, start: int, end: int) -> bool:
    return start == end or text[start:end].isspace()


def _wrap_paragraph(text: str, start: int, end: int, width: int) -> Iterator[tuple[int, int]]:
    width = max(1, width)
    if not is_narrow(text[start:end]):
        yield from _wrap_wide(text, start, end, width)
        return
    for match in _line_of(width, "\n" in text[start:end]).finditer(text, start, end):
        yield match.span(1)


@lru_cache(maxsize=64)
def _line_of(width: int, flowing: bool) -> re.Pattern[str]:
    """One line, its shown characters as group 1, and the white space after it.

    The line ends in a character that is not white space and is followed by white space or the end; failing that, a
    word is longer than the line and is cut. The repeats are bounded, so matching is linear. `flowing` takes a line end
    for a blank.
    """
    any_, space = (r"[\s\S]", r"\s") if flowing else (r"[^\n]", r"[^\S\n]")
    return re.compile(rf"({any_}{{0,{width - 1}}}\S(?=\s|\Z)|{any_}{{1,{width}}}){space}*")


def _wrap_wide(text: str, start: int, end: int, width: int) -> Iterator[tuple[int, int]]:
    """As the regular expression does it, but counting cells: for text with wide or zero-width characters."""
    line_start = start
    line_of = _line_of(width, "\n" in text[start:end])
    while line_start < end:
        if is_narrow(text[line_start : min(end, line_start + width + 1)]) and (
            narrow := line_of.match(text, line_start, end)
        ):
            yield narrow.span(1)
            line_start = narrow.end()
            continue
        used = 0
        at = line_start
        last_space = -1
        while at < end:
            cells = cell_len(text[at])
            if used + cells > width and at > line_start:
                break
            if text[at].isspace():
                last_space = at
            used += cells
            at += 1
        if at < end and not text[at].isspace() and last_space > line_start:
            at = last_space
        shown = at
        while shown > line_start + 1 and text[shown - 1].isspace():
            shown -= 1
        yield (line_start, shown)
        while at < end and text[at].isspace():
            at += 1
        line_start = at


class Lines:
    """Display lines as columns: offsets of each, found by offset in logarithmic time."""

    def __init__(self) -> None:
        self.indents = array("H")
        """How many cells each line is set in."""
        self.starts = array("q")
        """Offset of each line's first character; never falls from line to line."""
        self.ends = array("q")
        """Offset after each line's last shown character."""

    def __len__(self) -> int:
        return len(self.starts)

    def append(self, start: int, end: int, indent: int = 0) -> None:
        """Put one line at the end."""
        self.indents.append(indent)
        self.starts.append(start)
        self.ends.append(end)

    def holding(self, at: int) -> int:
        """Index of the line that holds an offset: the last one that does not begin after it; 0 before the first."""
        return max(0, bisect_right(self.starts, at) - 1)
