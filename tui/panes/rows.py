"""The virtual list beneath every list pane: draws only the rows in view, whatever their number."""

from abc import abstractmethod
from collections.abc import Sequence

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.widget import Widget

from tui.display import safe
from tui.panes.inks import readable
from tui.panes.rowopening import RowOpening

Piece = tuple[str, str]
"""Text and the name of its look (`tui.panes.inks`); "" is the plain row."""


class Rows(RowOpening):
    """A list of rows of one height, drawn on demand. Subclasses say how many there are and what a row shows."""

    keeps_cursor = True
    """Whether the row under the cursor is set off also while the keyboard is elsewhere."""

    def __init__(self, ident: str) -> None:
        super().__init__(ident)
        self._strips: dict[tuple[int, int], Strip] = {}
        self._fitted_to = Size(0, 0)

    @abstractmethod
    def draw(self, index: int, width: int) -> Sequence[Sequence[Piece]]:
        """The lines of a row, at most `row_height`, each as pieces of text with style names; cut to width by us."""

    def words(self, index: int) -> str:
        """The text a search in this list looks at."""
        return " ".join(text for line in self.draw(index, 1000) for text, _ in line)

    def drawn(self, index: int) -> list[str]:
        """The lines of a row as they are drawn, whatever is cut off left out."""
        width = self.row_width
        lines = self.draw(index, width)[: self.row_height]
        return [clip("".join(safe(text) for text, _ in line), width) for line in lines]

    def fit_rows(self, width: int, height: int) -> None:
        """Make the rows, and choose how many lines they take, for a list of so many cells and lines."""

    def reset(self, cursor: int | None = None) -> None:
        """Take note that the rows changed; the cursor goes to `cursor`, else stays as near as it can."""
        self._strips.clear()
        self._fit()
        last = self.count() - 1
        self.cursor = self._clear_of_heads(max(0, min(self.cursor if cursor is None else cursor, last)), 1)
        # What was pointed at stays under the pointer.
        self.show_cursor(0)
        self.refresh()

    def move(self, index: int) -> None:
        """Put the cursor on a row and bring it into view; says nothing to anybody."""
        if 0 <= index < self.count():
            self.cursor = index
            self.show_cursor()

    # --- drawing

    def watch_cursor(self, old: int, new: int) -> None:
        """Draw only the row the cursor left and the one it came to."""
        for index in (old, new):
            self.refresh_lines(index * self.row_height, self.row_height)

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines to paint; fitted to the size they are painted at, also before the list has heard of it."""
        self._keep_fitted()
        return super().render_lines(crop)

    def on_resize(self) -> None:
        """Draw anew at the new width."""
        self._keep_fitted()

    def _keep_fitted(self) -> None:
        if self.size == self._fitted_to:
            return
        self._fitted_to = self.size
        self.fit_rows(*self.size)
        self._strips.clear()
        self._fit()
        self.show_cursor()

    def on_focus(self) -> None:
        """The cursor row looks different with the keyboard here."""
        self.watch_cursor(self.cursor, self.cursor)

    def on_blur(self) -> None:
        """The cursor row looks different with the keyboard elsewhere."""
        self.watch_cursor(self.cursor, self.cursor)

    def forget_drawn(self) -> None:
        """Forget the lines drawn so far."""
        self._strips.clear()

    def redraw_row(self, index: int) -> None:
        """Draw a row anew."""
        for line in range(self.row_height):
            self._strips.pop((index, line), None)
        self.refresh_lines(index * self.row_height, self.row_height)

    @property
    def row_width(self) -> int:
        """Cells of a row: the scrollbar's column is never part of it."""
        return self.scrollable_content_region.width

    def _fit(self) -> None:
        known, wanted = self.virtual_size, Size(self.row_width, self.count() * self.row_height)
        room = self.scrollable_content_region.height
        always = self.styles.overflow_y == "scroll"
        if known.width != wanted.width or (not always and (known.height > room) != (wanted.height > room)):
            self.virtual_size = wanted
        elif known != wanted:
            # Only the scrollbar's slider changes: to lay out the whole screen anew takes longer than to draw the list.
            self.set_reactive(Widget.virtual_size, wanted)
            if always or wanted.height > room:
                self.vertical_scrollbar.window_virtual_size = wanted.height

    def show_cursor(self, margin: int = 2) -> None:
        """Keep the cursor so many rows from the edges and rows whole; after a far jump, put it in the middle."""
        height = self.size.height
        if not self.count() or not height:
            return
        shown = max(1, height // self.row_height)
        margin = min(margin, (shown - 1) // 2)
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
            return Strip.blank(width, self.ground)
        if index == self.cursor and not self.is_head(index) and (self.has_focus or self.keeps_cursor):
            name = "cursor" if self.has_focus else "cursor-blurred"
            return self._draw_line(index, line, width, self.style_of(name))
        strip = self._strips.get((index, line))
        if strip is None:
            if len(self._strips) > _STRIPS_KEPT:
                self._strips.clear()
            strip = self._strips[index, line] = self._draw_line(index, line, width, None)
        return strip

    def _draw_line(self, index: int, line: int, width: int, over: Style | None) -> Strip:
        lines = self.draw(index, width)
        pieces = lines[line] if line < len(lines) else ()
        base = self.ground if over is None else self.ground + over
        segments: list[Segment] = []
        used = 0
        for text, name in pieces:
            shown = safe(text)
            cells = cell_len(shown)
            if used + cells > width:
                shown = clip(shown, width - used)
                cells = cell_len(shown)
            style = self.ground + self.style_of(name) if name else self.ground
            segments.append(Segment(shown, readable(style if over is None else style + over)))
            used += cells
            if used >= width:
                break
        segments.append(Segment(" " * max(0, width - used), base))
        strip = Strip(segments, max(width, used))
        return self._lettered(strip, index, line, width) if self.letters else strip

    def _lettered(self, strip: Strip, index: int, line: int, width: int) -> Strip:
        parts, done = [], 0
        for (row, beneath, column), label in sorted(self.letters.items()):
            if (row, beneath) == (index, line):
                parts += [strip.crop(done, column), Strip([Segment(label, self.ground + self.style_of("label"))])]
                done = column + len(label)
        return Strip.join([*parts, strip.crop(done, max(width, done))])


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
