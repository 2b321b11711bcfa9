"""Who appears with whom: a square of counts, each drawn as a shade and a number; Enter shows the passages."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from time import sleep
from typing import ClassVar, Protocol

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Static
from textual.worker import get_current_worker

from tui.corpus.errors import Cancelled
from tui.corpus.tables import Corpus
from tui.dialogs.dialog import Dialog, Hint
from tui.display import squeeze
from tui.panes.rowlinks import RowLink, name_link
from tui.panes.rows import Piece, Rows, clip, pad
from tui.reader.companions import KINDS, Company, Passage, articles_of, company_of

MOST = 20
"""Entities in the square at most."""

CELL = 5
"""Cells of the screen a count takes."""


class CompanyDesk(Protocol):
    """What the square asks of the desk behind it."""

    def show_passages(self, entities: tuple[int, int], passages: Sequence[Passage]) -> None:
        """Show the passages of two entities over what is open."""

    def show_dossier(self, entity: int) -> None:
        """Show an entity's dossier over what is open."""


class CompanyRows(Rows):
    """The square: a row an entity, a column each of them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,l,tab", "across(1)", "Right", show=False, id="company.right", tooltip="Next column"),
        Binding("left,h,shift+tab", "across(-1)", "Left", show=False, id="company.left", tooltip="Column before"),
    ]

    def __init__(self, corpus: Corpus) -> None:
        super().__init__("company-rows")
        self.corpus = corpus
        """The collection."""
        self.company = Company((), {})
        """What is counted."""
        self.column = 1
        """The column of the cursor; it is the entity of that number."""

    def count(self) -> int:
        """The line over the square, then a row for each entity that fits."""
        return self.size_shown + 1

    @property
    def size_shown(self) -> int:
        """How many entities fit across."""
        room = self.row_width - self._name_width - 3
        return max(0, min(len(self.company.ids), room // CELL))

    @property
    def _name_width(self) -> int:
        longest = max((cell_len(self.corpus.entities[entity].name) for entity in self.company.ids), default=0)
        return min(longest, max(10, self.row_width // 4))

    def is_head(self, index: int) -> bool:
        """Whether it is the line over the square."""
        return index == 0

    def draw(self, index: int, width: int) -> list[list[Piece]]:
        """The numbers of the columns, or an entity and how often it is named with each of the others."""
        del width
        shown = self.size_shown
        if index == 0:
            numbers: list[Piece] = [(f"{number:>4} ", "accent" if number - 1 == self.column else "dim")
                                    for number in range(1, shown + 1)]  # fmt: skip
            return [[(" " * (self._name_width + 3), ""), *numbers]]
        known = self.corpus.entities[self.company.ids[index - 1]]
        pieces: list[Piece] = [(f"{index:>2} ", "dim"), (pad(known.name, self._name_width), known.kind.value)]
        for column in range(shown):
            count = len(self.company.passages(index - 1, column))
            words = "   · " if column == index - 1 else f"{count or '':>4}{self.company.shade(count)}"
            here = index == self.cursor and column == self.column
            pieces.append((words, "chosen" if here else "" if count else "dim"))
        return [pieces]

    def words(self, index: int) -> str:
        """The name of the row."""
        return self.corpus.entities[self.company.ids[index - 1]].name if index else ""

    def action_across(self, by: int) -> None:
        """Go to the next or previous column."""
        column = max(0, min(self.column + by, self.size_shown - 1))
        if column != self.column:
            self.column = column
            # The number over the column is lit: the first line is drawn anew as well.
            here = self.cursor
            self.reset(here)
            self.post_message(self.Moved(self, here))

    def fit_rows(self, width: int, height: int) -> None:
        """Show as many as fit now."""
        del width, height  # the scrollbar's cell is not part of a row
        self.column = max(0, min(self.column, self.size_shown - 1))
        self.cursor = max(1, min(self.cursor, self.size_shown))

    def links(self, index: int) -> Sequence[RowLink]:
        """The name of the row."""
        if not index:
            return ()
        entity = self.company.ids[index - 1]
        return [name_link(self.corpus.entities[entity].name, entity)]


class CompanyScreen(Dialog[None]):
    """Shows who appears with whom."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,C", "close", "Close", id="company.close", tooltip="Back to where it was opened"),
        Binding("F", "sort", "Others", id="company.sort",
                tooltip="People only, people and organisations, or all names"),
    ]  # fmt: skip

    @dataclass
    class Counted(Message):
        """It is known who appears with whom."""

        company: Company
        """That."""

    def __init__(self, corpus: Corpus, entity: int | None, desk: CompanyDesk) -> None:
        """`entity` is the one whose companions are looked for; None asks for the most named of the collection."""
        super().__init__()
        self._corpus, self._entity, self._desk = corpus, entity, desk
        self._sorts = list(KINDS)
        self._sort = 1
        self._company: Company | None = None

    def compose(self) -> ComposeResult:
        """What is counted, the square, what the cell under the cursor says, the keys."""
        with Vertical(classes="card wide tall"):
            yield Static("", id="company-title", classes="card-title", markup=False)
            yield Static("", id="company-about", classes="card-about", markup=False)
            yield CompanyRows(self._corpus)
            yield Static("", id="company-cell", markup=False)
            yield Hint(
                "{rows.open} passages",
                "{company.left} {company.right} {rows.up} {rows.down} move",
                "{company.sort} other names",
                "{company.close} close",
            )

    # --- counting, beside the reader: with many articles it takes its time

    def _count(self) -> None:
        """Begin to count those of the sort that is wanted."""
        self._company = None
        rows = self.query_one(CompanyRows)
        rows.company, rows.column = Company((), {}), 1
        rows.reset(1)
        self._tell_what()
        self._tell_cell()
        work = partial(self._count_beside, self._sorts[self._sort])
        self.run_worker(work, thread=True, exclusive=True, group="company", name="count who appears with whom")

    def _count_beside(self, sort: str) -> None:
        worker = get_current_worker()

        def breathe() -> None:
            if worker.is_cancelled:
                raise Cancelled
            sleep(0)

        try:
            self.post_message(self.Counted(company_of(self._corpus, self._entity, MOST, sort, breathe)))
        except Cancelled:
            return

    def on_company_screen_counted(self, event: Counted) -> None:
        """Show what was counted."""
        self._company = event.company
        rows = self.query_one(CompanyRows)
        rows.company, rows.column = event.company, 1
        rows.reset(1)
        self._tell_cell()

    def on_mount(self) -> None:
        """Begin at the first pair."""
        self.query_one(CompanyRows).focus()
        self._count()

    def _tell_what(self) -> None:
        named = self._corpus.entities[self._entity].name if self._entity is not None else "Who appears with whom"
        title = f"Who appears with {squeeze(named)}" if self._entity is not None else named
        self.query_one("#company-title", Static).update(title)
        self.query_one("#company-about", Static).update(
            f"{self._sorts[self._sort].capitalize()}, by how often two are named within two lines of each other."
        )

    def _tell_cell(self) -> None:
        rows = self.query_one(CompanyRows)
        shown = self.query_one("#company-cell", Static)
        if self._company is None:
            shown.update("Counting …")
            return
        ids, row = rows.company.ids, rows.cursor - 1
        if len(ids) < 2 or not 0 <= row < len(ids):
            shown.update("Nobody is named close to it." if self._entity is not None else "Nobody is named.")
            return
        one, other = (squeeze(clip(self._corpus.entities[ids[at]].name, 40)) for at in (row, rows.column))
        if row == rows.column:
            shown.update(f"{one}: Enter opens the dossier")
            return
        passages = rows.company.passages(row, rows.column)
        articles = articles_of(passages)
        shown.update(
            f"{one} with {other}: {len(passages):,} passage{'s' if len(passages) != 1 else ''} in {articles:,} "
            f"article{'s' if articles != 1 else ''}"
            if passages else f"{one} with {other}: never close together"
        )  # fmt: skip

    @on(Rows.Moved)
    def _moved(self, event: Rows.Moved) -> None:
        event.stop()
        self._tell_cell()

    @on(Rows.Chosen)
    def _chosen(self, event: Rows.Chosen) -> None:
        event.stop()
        rows = self.query_one(CompanyRows)
        row, column = rows.cursor - 1, rows.column
        if not 0 <= row < len(rows.company.ids):
            return
        if row == column:
            self._desk.show_dossier(rows.company.ids[row])
        elif passages := rows.company.passages(row, column):
            self._desk.show_passages((rows.company.ids[row], rows.company.ids[column]), passages)

    def action_sort(self) -> None:
        """Look for other sorts of companions."""
        self._sort = (self._sort + 1) % len(self._sorts)
        self._count()
