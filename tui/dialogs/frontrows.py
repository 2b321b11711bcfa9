"""One column of the front page: headings with lines under them, each of which opens something."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rich.cells import cell_len

from tui.panes.rowlinks import RowLink
from tui.panes.rows import Piece, Rows, clip, pad
from tui.reader.frontitems import Item, Opens, Section, ToConflict, ToSkipped
from tui.reader.spread import bars

_TAIL_FROM = 30
_SPREAD_FROM, _SPREAD_WHOLE_FROM = 44, 56
"""Cells of a line from which a name shows where in time it occurs, in half as many bars and in all of them."""


@dataclass(frozen=True, slots=True)
class FrontLine:
    """One row of a column: a heading, a blank, or something to open."""

    item: Item | None = None
    """What can be opened."""
    head: str = ""
    """A heading."""
    tail: str = ""
    """A word at the end of a heading."""
    column: int = 0
    """Cells in which what is to be opened is named, where a sentence follows; 0 for a word at the end of the line."""


def lines_of(sections: Sequence[Section]) -> list[FrontLine]:
    """The rows of a column: headings, what stands beneath them, a blank between."""
    lines: list[FrontLine] = []
    for section in sections:
        lines += [FrontLine()] if lines else []
        told = [item for item in section.items if isinstance(item.opens, ToConflict | ToSkipped)]
        column = max((cell_len(item.words) for item in told), default=0)
        lines += [FrontLine(head=section.title, tail=section.tail)]
        lines += [FrontLine(item, column=column if item in told else 0) for item in section.items]
        lines += [FrontLine(tail=section.words)] if section.words else []
    return lines


class FrontRows(Rows):
    """One column."""

    keeps_cursor = False

    def __init__(self, number: int) -> None:
        super().__init__(f"front-{number}")
        self.lines: Sequence[FrontLine] = ()
        """What it shows."""
        self.ways: Callable[[Opens], Sequence[RowLink]] = lambda _opens: ()
        """The names and dates in a row by what the row itself opens."""

    def fill(self, lines: Sequence[FrontLine]) -> None:
        """Show other lines; the cursor stays on what it was on, wherever that stands now."""
        here = self.lines[self.cursor].item if self.cursor < len(self.lines) else None
        self.lines = lines
        opens = [line.item.opens if line.item is not None else None for line in lines]
        self.reset(opens.index(here.opens) if here is not None and here.opens in opens else None)

    def count(self) -> int:
        """Number of rows."""
        return len(self.lines)

    def is_head(self, index: int) -> bool:
        """Whether a row is a heading or blank."""
        return self.lines[index].item is None

    def is_group(self, index: int) -> bool:
        """Whether a section begins with a row."""
        return bool(self.lines[index].head)

    def links(self, index: int) -> Sequence[RowLink]:
        """The names and dates in what cannot all be right."""
        item = self.lines[index].item
        return self.ways(item.opens) if item is not None else ()

    def draw(self, index: int, width: int) -> list[list[Piece]]:
        """A heading, or a line with its mark, its words, where in time, and a word at the end."""
        line = self.lines[index]
        if line.item is None:
            if not line.head:
                return [[("  ", ""), (clip(line.tail, width - 2), "dim")]]
            return [[(pad(line.head, width - cell_len(line.tail)), "head"), (line.tail, "dim")]]
        item, room = line.item, width - 3
        look = "fold" if item.kind == "more" else item.kind
        if line.column and width >= _TAIL_FROM:
            named = min(line.column, room * 2 // 5)
            return [[(f"{item.sign or ' '} ", _SIGNS.get(item.sign, "accent")), (pad(item.words, named), look),
                     (f"  {clip(item.tail, room - named - 2)}", "dim")]]  # fmt: skip
        tail = clip(item.tail, room // 2) if width >= _TAIL_FROM or item.spread else ""
        counts = item.spread if width >= _SPREAD_WHOLE_FROM else _halved(item.spread)
        spread = bars(counts) if item.spread and width >= _SPREAD_FROM else ""
        room -= (cell_len(tail) + 2 if tail else 0) + (len(spread) + 2 if spread else 0)
        pieces: list[Piece] = [(f"{item.sign or ' '} ", _SIGNS.get(item.sign, "accent")), (pad(item.words, room), look)]
        if spread:
            pieces += [("  ", ""), (spread, "dim")]
        return [[*pieces, (f"  {tail}" if tail else "", "dim")]]


_SIGNS = {"!": "warning", "?": "warning", "◆": "note", "★": "note"}


def _halved(counts: Sequence[int]) -> Sequence[int]:
    """Half as many counts, of stretches twice as long."""
    return [sum(counts[at : at + 2]) for at in range(0, len(counts), 2)]
