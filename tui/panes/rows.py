"""The virtual list beneath every list pane: draws only the rows in view, whatever their number."""

from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widget import Widget

from tui.display import safe
from tui.panes.inks import readable, style_of

Piece = tuple[str, str]
"""Text and the name of its look (`tui.panes.inks`); "" is the plain row."""


class Rows(ScrollView, can_focus=True):
    """A list of rows of one height, drawn on demand. Subclasses say how many there are and what a row shows."""

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

    keeps_cursor = True
    """Whether the row under the cursor is set off also while the keyboard is elsewhere."""

    @dataclass
    class Moved(Message):
        """The cursor went to another row by the reader's hand."""

        rows: "Rows"
        """The list."""
        index: int
        """The row."""

        @property
        def control(self) -> "Rows":
            """The list, for `@on` selectors."""
            return self.rows

    @dataclass
    class Chosen(Message):
        """The row under the cursor was opened."""

        rows: "Rows"
        """The list."""
        index: int
        """The row."""

        @property
        def control(self) -> "Rows":
            """The list, for `@on` selectors."""
            return self.rows

    def __init__(self, ident: str) -> None:
        super().__init__(id=ident)
        self._strips: dict[tuple[int, int], Strip] = {}
        self._styles: dict[str, Style] = {}

    @abstractmethod
    def count(self) -> int:
        """Number of rows."""

    @abstractmethod
    def draw(self, index: int, width: int) -> Sequence[Sequence[Piece]]:
        """The lines of a row, at most `row_height`, each as pieces of text with style names; cut to width by us."""

    def is_head(self, index: int) -> bool:  # noqa: ARG002  # the plain list has no heads
        """Whether a row is a heading, which the cursor passes over."""
        return False

    def is_group(self, index: int) -> bool:
        """Whether a group begins with a row; headings lead one, and a list may have other rows that do."""
        return self.is_head(index)

    def words(self, index: int) -> str:
        """The text a search in this list looks at."""
        return " ".join(text for line in self.draw(index, 1000) for text, _ in line)

    def reset(self, cursor: int | None = None) -> None:
        """Take note that the rows changed; the cursor goes to `cursor`, else stays as near as it can."""
        self._strips.clear()
        self._fit()
        last = self.count() - 1
        self.cursor = self._clear_of_heads(max(0, min(self.cursor if cursor is None else cursor, last)), 1)
        self._show_cursor()
        self.refresh()

    def move(self, index: int) -> None:
        """Put the cursor on a row and bring it into view; says nothing to anybody."""
        if 0 <= index < self.count():
            self.cursor = index
            self._show_cursor()

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

    def _go(self, index: int, direction: int) -> None:
        if not self.count():
            return
        index = self._clear_of_heads(max(0, min(index, self.count() - 1)), direction)
        if index != self.cursor:
            self.cursor = index
            self._show_cursor()
            self.post_message(self.Moved(self, index))
        else:
            self._show_cursor()

    def _clear_of_heads(self, index: int, direction: int) -> int:
        """The nearest row in a direction, else in the other, that is not a heading."""
        for step in (direction, -direction):
            at = index
            while 0 <= at < self.count():
                if not self.is_head(at):
                    return at
                at += step
        return index

    def on_click(self, event: events.Click) -> None:
        """A click moves the cursor; a second click on the same row opens it."""
        place = event.get_content_offset(self)
        if place is None:
            return
        index = (place.y + self.scroll_offset.y) // self.row_height
        if not 0 <= index < self.count() or self.is_head(index):
            return
        if index == self.cursor and event.chain > 1:
            self.action_choose()
        elif index != self.cursor:
            self._go(index, 1)

    # --- drawing

    def watch_cursor(self, old: int, new: int) -> None:
        """Draw only the row the cursor left and the one it came to."""
        for index in (old, new):
            self.refresh_lines(index * self.row_height, self.row_height)

    def on_resize(self) -> None:
        """Draw anew at the new width."""
        self._strips.clear()
        self._fit()
        self._show_cursor()

    def on_focus(self) -> None:
        """The cursor row looks different with the keyboard here."""
        self.watch_cursor(self.cursor, self.cursor)

    def on_blur(self) -> None:
        """The cursor row looks different with the keyboard elsewhere."""
        self.watch_cursor(self.cursor, self.cursor)

    def notify_style_update(self) -> None:
        """Forget what was drawn with the old colours."""
        super().notify_style_update()
        self._strips.clear()
        self._styles.clear()

    @property
    def row_width(self) -> int:
        """Cells of a row: the scrollbar's column is never part of it."""
        return self.scrollable_content_region.width

    def _fit(self) -> None:
        known, wanted = self.virtual_size, Size(self.row_width, self.count() * self.row_height)
        room = self.scrollable_content_region.height
        if known.width != wanted.width or (known.height > room) != (wanted.height > room):
            self.virtual_size = wanted
        elif known != wanted:
            # Only the scrollbar's slider changes: to lay out the whole screen anew takes longer than to draw the list.
            self.set_reactive(Widget.virtual_size, wanted)
            if wanted.height > room:
                self.vertical_scrollbar.window_virtual_size = wanted.height

    def _show_cursor(self) -> None:
        """Keep the cursor two rows from the edges, and whole rows in view; after a far jump, put it in the middle."""
        height = self.size.height
        if not self.count() or not height:
            return
        shown = max(1, height // self.row_height)
        margin = min(2, (shown - 1) // 2)
        top = -(-self.scroll_offset.y // self.row_height)
        if not top - shown <= self.cursor < top + 2 * shown:
            top = self.cursor - shown // 2
        elif self.cursor - margin < top:
            top = self.cursor - margin
        elif self.cursor + margin >= top + shown:
            top = self.cursor + margin - shown + 1
        top = max(0, min(top, self.count() - shown))
        self.scroll_to(y=top * self.row_height, animate=False, immediate=True, force=True)

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        width = self.row_width
        index, line = divmod(self.scroll_offset.y + y, self.row_height)
        if index >= self.count():
            return Strip.blank(width, self._ground)
        if index == self.cursor and not self.is_head(index) and (self.has_focus or self.keeps_cursor):
            name = "cursor" if self.has_focus else "cursor-blurred"
            return self._draw_line(index, line, width, self._style(name))
        strip = self._strips.get((index, line))
        if strip is None:
            if len(self._strips) > _STRIPS_KEPT:
                self._strips.clear()
            strip = self._strips[index, line] = self._draw_line(index, line, width, None)
        return strip

    def _draw_line(self, index: int, line: int, width: int, over: Style | None) -> Strip:
        lines = self.draw(index, width)
        pieces = lines[line] if line < len(lines) else ()
        base = self._ground if over is None else self._ground + over
        segments: list[Segment] = []
        used = 0
        for text, name in pieces:
            shown = safe(text)
            cells = cell_len(shown)
            if used + cells > width:
                shown = clip(shown, width - used)
                cells = cell_len(shown)
            style = self._ground + self._style(name) if name else self._ground
            segments.append(Segment(shown, readable(style if over is None else style + over)))
            used += cells
            if used >= width:
                break
        segments.append(Segment(" " * max(0, width - used), base))
        return Strip(segments, max(width, used))

    @property
    def _ground(self) -> Style:
        """How a plain line looks; Textual works it out anew from every ancestor whenever it is asked."""
        style = self._styles.get("")
        if style is None:
            style = self._styles[""] = self.rich_style
        return style

    def _style(self, name: str) -> Style:
        style = self._styles.get(name)
        if style is None:
            style = self._styles[name] = style_of(self.app, name)
        return style


def clip(text: str, cells: int) -> str:
    """A safe text cut to a number of cells, with "…" in the last one if anything was cut."""
    if cells <= 0:
        return ""
    if cell_len(text) <= cells:
        return text
    return set_cell_size(text, cells - 1).rstrip() + "…"


def pad(text: str, cells: int) -> str:
    """A text made exactly so many cells wide, cut or filled."""
    shown = clip(text, cells)
    return shown + " " * (cells - cell_len(shown))


_STRIPS_KEPT = 4096
"""Drawn lines kept: a few screens of the largest terminal."""
