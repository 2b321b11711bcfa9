"""Moving in a virtual list: a cursor that goes by rows, pages and groups."""

from abc import abstractmethod
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message
from textual.reactive import reactive

from tui.panes.drawn import Drawn


class RowMoves(Drawn):
    """The cursor of a list of rows of one height, and the keys that move it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "step(1)", "Down", show=False, id="rows.down", tooltip="Next row"),
        Binding("up,k", "step(-1)", "Up", show=False, id="rows.up", tooltip="Row before"),
        Binding("space,pagedown", "page(1)", "Page down", show=False, id="rows.page-down", tooltip="A page on"),
        Binding("b,pageup", "page(-1)", "Page up", show=False, id="rows.page-up", tooltip="A page back"),
        Binding("ctrl+d", "page(0.5)", "Half page down", show=False, id="rows.half-down", tooltip="Half a page on"),
        Binding("ctrl+u", "page(-0.5)", "Half page up", show=False, id="rows.half-up", tooltip="Half a page back"),
        Binding("g,home", "end(False)", "First", show=False, id="rows.first", tooltip="First row"),
        Binding("G,end", "end(True)", "Last", show=False, id="rows.last", tooltip="Last row"),
        Binding("right_curly_bracket", "group(1)", "Next group", show=False, id="rows.group-next",
                tooltip="Next month or kind"),
        Binding("left_curly_bracket", "group(-1)", "Previous group", show=False, id="rows.group-previous",
                tooltip="Month or kind before"),
        Binding("enter", "choose", "Open", id="rows.open", tooltip="Open the row under the cursor"),
    ]  # fmt: skip

    cursor = reactive(0, repaint=False)
    """Index of the row under the cursor."""

    row_height = 1
    """Lines a row takes."""

    @dataclass
    class Moved(Message):
        """The cursor went to another row by the reader's hand."""

        rows: "RowMoves"
        """The list."""
        index: int
        """The row."""

        @property
        def control(self) -> "RowMoves":
            """The list, for `@on` selectors."""
            return self.rows

    @dataclass
    class Chosen(Message):
        """The row under the cursor was opened."""

        rows: "RowMoves"
        """The list."""
        index: int
        """The row."""

        @property
        def control(self) -> "RowMoves":
            """The list, for `@on` selectors."""
            return self.rows

    @abstractmethod
    def count(self) -> int:
        """Number of rows."""

    def is_head(self, index: int) -> bool:  # noqa: ARG002  # the plain list has no heads
        """Whether a row is a heading, which the cursor passes over."""
        return False

    def is_group(self, index: int) -> bool:
        """Whether a group begins with a row; headings lead one, and a list may have other rows that do."""
        return self.is_head(index)

    # --- moving by hand

    def action_step(self, by: int) -> None:
        """Move the cursor by rows."""
        self._go(self.cursor + by, 1 if by > 0 else -1)

    def action_page(self, by: float) -> None:
        """Move the cursor by pages, or half pages."""
        lines = max(1, self.scrollable_content_region.height // self.row_height - 1)
        self._go(self.cursor + round(lines * by), 1 if by > 0 else -1)

    def action_end(self, last: bool) -> None:
        """Move the cursor to the first or last row."""
        self._go(self.count() - 1 if last else 0, -1 if last else 1)

    def action_group(self, by: int) -> None:
        """Move the cursor to the first row under the next or previous heading, or to a row that leads a group."""
        index = self.cursor + by
        if by < 0 and not self.is_group(self.cursor):
            while index > 0 and not self.is_group(index):
                index -= 1
            index -= 1 if self.is_head(index) else 0
        while 0 < index < self.count() and not self.is_group(index):
            index += by
        self._go(index + (1 if 0 <= index < self.count() and self.is_head(index) else 0), 1)

    def action_choose(self) -> None:
        """Open the row under the cursor."""
        if 0 <= self.cursor < self.count():
            self.post_message(self.Chosen(self, self.cursor))

    def _go(self, index: int, direction: int, *, still: bool = False) -> None:
        """Move the cursor; with `still` the list does not move under it."""
        if not self.count():
            return
        index = self._clear_of_heads(max(0, min(index, self.count() - 1)), direction)
        if index != self.cursor:
            self.cursor = index
            self.show_cursor(0 if still else 2)
            self.post_message(self.Moved(self, index))
        elif not still:
            self.show_cursor()

    def _clear_of_heads(self, index: int, direction: int) -> int:
        """The nearest row in a direction, else in the other, that is not a heading."""
        for step in (direction, -direction):
            at = index
            while 0 <= at < self.count():
                if not self.is_head(at):
                    return at
                at += step
        return index

    # --- what the list does about it

    @abstractmethod
    def redraw_row(self, index: int) -> None:
        """Draw a row anew."""

    @abstractmethod
    def show_cursor(self, margin: int = 2) -> None:
        """Bring the row under the cursor into view."""
