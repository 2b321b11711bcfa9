"""The life line: what became of somebody, drawn downwards by date, with where in their time each thing lies."""

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from tui.corpus.tables import Corpus
from tui.dialogs.dialog import Hint
from tui.dialogs.listing import ListDialog
from tui.display import squeeze
from tui.panes.rowlinks import RowLink, told_links
from tui.panes.rows import Piece, Rows, clip, pad
from tui.reader.lifeline import LifeLine, LifeRow, life_line, track
from tui.reader.naming import entity_after
from tui.reader.place import Goto
from tui.reader.placed import PlacedNote
from tui.reader.portrait import facts_of

_TRACK_FROM, _TITLE_FROM = 72, 104
"""Cells of a row from which it shows where in time it lies, and from which article it is."""

_LEGEND = ("● what became of it", "· event", "◇ role", "! disputed")
_LEGEND_FROM = 72
"""Columns of the screen from which the signs are told beside the keys."""

_SIGNS = {"state": "●", "role": "◇", "event": "·"}


class LifeRows(Rows):
    """The rows of a life line."""

    def __init__(self, corpus: Corpus, line: LifeLine) -> None:
        super().__init__("life-rows")
        self._corpus = corpus
        self.line = line
        """What is drawn."""
        self._dates = min(22, max((cell_len(row.date) for row in line.rows), default=0))

    def count(self) -> int:
        """Number of rows."""
        return len(self.line.rows)

    def is_head(self, index: int) -> bool:
        """Whether a row only says when, or that nothing is told."""
        return self.line.rows[index].goto is None

    def is_group(self, index: int) -> bool:
        """Whether a year begins with a row."""
        return self.line.rows[index].sort in ("year", "undated")

    def links(self, index: int) -> Sequence[RowLink]:
        """The date of a row and the names in it."""
        goto = self.line.rows[index].goto
        return list(told_links(self._corpus, goto)) if goto is not None else ()

    def draw(self, index: int, width: int) -> list[list[Piece]]:
        """A year on the line, a silence beside it, or a sign, a date, what it says, and where in time it lies."""
        row = self.line.rows[index]
        if row.sort == "year":
            return [[("├─ " if index else "┌─ ", "dim"), (row.words, "head")]]
        if row.sort == "undated":
            return [[("   ", ""), (row.words, "head")]]
        if row.sort == "gap":
            return [[("┊  ", "dim"), (row.words, "dim")]]
        rail = "└" if index + 1 == self._dated_until else "│" if row.when is not None else " "
        sign: Piece = ("! ", "warning") if row.disputed else (f"{_SIGNS[row.sort]} ", "accent")
        dates = min(self._dates, width // 3)
        drawn = self._drawn(row, width)
        many = f" ×{row.articles}" if row.articles > 1 else ""
        title = f"  {clip(row.title, width // 4)}" if width >= _TITLE_FROM else ""
        room = width - 6 - dates - cell_len(drawn) - len(many) - (width // 4 + 2 if title else 0)
        return [[
            (f"{rail}  ", "dim"), sign, (pad(row.date, dates), "when"), (" ", ""),
            (pad(squeeze(row.words), room), "lit" if row.sort == "state" else ""), (many, "dim"),
            (drawn, "dim"), (title, "dim"),
        ]]  # fmt: skip

    def _drawn(self, row: LifeRow, width: int) -> str:
        if width < _TRACK_FROM:
            return ""
        cells = width // 5
        if row.when is None or row.sort == "role":
            return " " * (cells + 2)
        return "  " + (track(row.when, self.line.first, self.line.last, cells) or " " * cells)

    @property
    def _dated_until(self) -> int:
        """Number of rows before those without a date."""
        rows = self.line.rows
        return next((index for index, row in enumerate(rows) if row.sort == "undated"), len(rows))


class LifeLineScreen(ListDialog[Goto | None]):
    """Shows a life line; gives back where the reader wants to go from it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,B", "close", "Close", id="life.close", tooltip="Back to where it was opened"),
    ]

    def __init__(self, corpus: Corpus, entity: int) -> None:
        super().__init__()
        self._corpus, self._entity = corpus, entity

    def compose(self) -> ComposeResult:
        """Name, facts, the line, the keys."""
        known = self._corpus.entities[self._entity]
        line = life_line(self._corpus, self._entity)
        facts = facts_of(self._corpus, self._entity)
        with Vertical(classes="card wide tall"):
            yield Static(squeeze(known.name), classes="card-title", markup=False)
            yield Static(facts if line.rows else f"{facts}\nNothing dated is told of it.",
                         classes="card-about", markup=False)  # fmt: skip
            yield LifeRows(self._corpus, line)
            yield Static("", id="life-row", markup=False)
            legend = _LEGEND if self.app.size.width >= _LEGEND_FROM else ()
            yield Hint(*legend, "{rows.open} go there", "{life.close} close")

    def tell(self, index: int) -> None:
        """Say in full what the row under the cursor says in short."""
        told = self.query_one(LifeRows).line.rows
        row = told[index] if index < len(told) else None
        words = Content.assemble(squeeze(row.words), (f"  {squeeze(row.title)}", "$quiet")) if row is not None else ""
        self.query_one("#life-row", Static).update(words)

    def choose(self, index: int) -> None:
        """Go where it is told."""
        self.dismiss(self.query_one(LifeRows).line.rows[index].goto)

    async def renew(self, corpus: Corpus, notes: Sequence[PlacedNote]) -> None:
        """Draw the line anew for a collection tied together anew; close if the entity is gone."""
        del notes
        entity = entity_after(self._corpus, corpus, self._entity)
        if entity is None:
            self.dismiss(None)
            return
        self._corpus, self._entity = corpus, entity
        await self.recompose()
        self.on_mount()
