"""One column of the front page: headings with lines under them, each of which opens something."""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len

from tui.panes.rows import Piece, Rows, clip, pad
from tui.reader.frontitems import Item, Section
from tui.reader.spread import bars

_TAIL_FROM = 30
_SPREAD_FROM = 44
"""Cells of a line from which a name shows where in time it occurs."""


@dataclass(frozen=True, slots=True)
class FrontLine:
    """One row of a column: a heading, a blank, or something to open."""

    item: Item | None = None
    """What can be opened."""
    head: str = ""
    """A heading."""
    tail: str = ""
    """A word at the end of a heading."""


def lines_of(sections: Sequence[Section]) -> list[FrontLine]:
    """The rows of a column: headings, what stands beneath them, a blank between."""
    lines: list[FrontLine] = []
    for section in sections:
        lines += [FrontLine()] if lines else []
        lines += [FrontLine(head=section.title, tail=section.tail), *map(FrontLine, section.items)]
        lines += [FrontLine(tail=section.words)] if section.words else []
    return lines


class FrontRows(Rows):
    """One column."""

    keeps_cursor = False

    def __init__(self, number: int) -> None:
        super().__init__(f"front-{number}")
        self.lines: Sequence[FrontLine] = ()
        """What it shows."""

    def count(self) -> int:
        """Number of rows."""
        return len(self.lines)

    def is_head(self, index: int) -> bool:
        """Whether a row is a heading or blank."""
        return self.lines[index].item is None

    def is_group(self, index: int) -> bool:
        """Whether a section begins with a row."""
        return bool(self.lines[index].head)

    def draw(self, index: int, width: int) -> list[list[Piece]]:
        """A heading, or a line with its mark, its words, where in time, and a word at the end."""
        line = self.lines[index]
        if line.item is None:
            if not line.head:
                return [[("  ", ""), (clip(line.tail, width - 2), "dim")]]
            return [[(pad(line.head, width - cell_len(line.tail)), "head"), (line.tail, "dim")]]
        item, room = line.item, width - 3
        tail = clip(item.tail, room // 2) if width >= _TAIL_FROM or item.spread else ""
        spread = bars(item.spread) if item.spread and width >= _SPREAD_FROM else ""
        room -= (cell_len(tail) + 2 if tail else 0) + (len(spread) + 2 if spread else 0)
        look = "fold" if item.kind == "more" else item.kind
        pieces: list[Piece] = [(f"{item.sign or ' '} ", _SIGNS.get(item.sign, "accent")), (pad(item.words, room), look)]
        if spread:
            pieces += [("  ", ""), (spread, "dim")]
        return [[*pieces, (f"  {tail}" if tail else "", "dim")]]


_SIGNS = {"!": "warning", "?": "warning", "◆": "note", "★": "note"}
