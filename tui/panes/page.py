"""The virtual text beneath the article pane: wraps once a width, draws only the lines in view, knows every offset."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip

from tui.display import safe
from tui.panes.flow import Lines, wrap
from tui.panes.inks import style_of
from tui.reader.sheet import Ink, Mark, Sheet

GUTTER = 3
"""Cells left of the text: the reading line's bar, a mark, a space."""


class Page(ScrollView, can_focus=True):
    """One article's text with a reading position in it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "step(1)", "Down", show=False, id="page.down", tooltip="Next line"),
        Binding("up,k", "step(-1)", "Up", show=False, id="page.up", tooltip="Line before"),
        Binding("space,pagedown", "page(1)", "Page down", show=False, id="page.page-down", tooltip="A page on"),
        Binding("b,pageup", "page(-1)", "Page up", show=False, id="page.page-up", tooltip="A page back"),
        Binding("ctrl+d", "page(0.5)", "Half page down", show=False, id="page.half-down", tooltip="Half a page on"),
        Binding("ctrl+u", "page(-0.5)", "Half page up", show=False, id="page.half-up", tooltip="Half a page back"),
        Binding("g,home", "end(False)", "Top", show=False, id="page.top", tooltip="Beginning of the article"),
        Binding("G,end", "end(True)", "Bottom", show=False, id="page.bottom", tooltip="End of the article"),
        Binding("right_curly_bracket", "paragraph(1)", "Next paragraph", show=False, id="page.paragraph-next",
                tooltip="Next paragraph"),
        Binding("left_curly_bracket", "paragraph(-1)", "Previous paragraph", show=False,
                id="page.paragraph-previous", tooltip="Paragraph before"),
    ]  # fmt: skip

    measure = 80
    """Widest line of text, in cells."""

    line = reactive(0, repaint=False)
    """Index of the reading line among the display lines."""

    @dataclass
    class Moved(Message):
        """The reading position changed by the reader's hand."""

        at: int
        """Offset of the new reading line's first character."""

        def can_replace(self, message: Message) -> bool:
            """Only the last of several queued moves matters."""
            return isinstance(message, Page.Moved)

    @dataclass
    class Touched(Message):
        """A place in the text was clicked."""

        at: int
        """Offset of the character, or of the line's start beside the text."""
        label: str
        """The label clicked on, "" for text."""

    def __init__(self, ident: str) -> None:
        super().__init__(id=ident)
        self.sheet = Sheet()
        """What is shown."""
        self.extend: Callable[[str, float], bool] | None = None
        """Asked before a step by "line" or "page" moves the reading line; True if it meant something else."""
        self._lines = Lines()
        self._kinds: list[str] = []
        self._labels: dict[int, str] = {}
        self._marks: dict[int, Mark] = {}
        self._ink_starts: list[int] = []
        self._over: tuple[Ink, ...] = ()
        self._clause = (0, 0)
        self._letters: dict[int, str] = {}
        self._laid_out_at = 0
        self._at = 0
        self._strips: dict[int, Strip] = {}
        self._styles: dict[str, Style] = {}

    # --- what is shown

    def show(self, sheet: Sheet, at: int = 0) -> None:
        """Show a sheet with the reading position at an offset; the same sheet again only moves."""
        if sheet != self.sheet:
            self.sheet = sheet
            self._ink_starts = [ink.start for ink in sheet.inks]
            self._over = ()
            self._lay_out()
        self.go(at)

    def lay_over(self, inks: Sequence[Ink]) -> None:
        """Lay other looks over names and dates: the focus, what was found, notes. Later ones win."""
        over = tuple(inks)
        if over != self._over:
            changed = set(over) ^ set(self._over)
            self._over = over
            if len(changed) > _MANY_CHANGED:
                self._strips.clear()
                self.refresh()
                return
            for ink in changed:
                self._redraw(ink.start, ink.end)

    def mark_clause(self, start: int, end: int) -> None:
        """Draw a bar beside the clause of the event in focus."""
        if (start, end) != self._clause:
            old, self._clause = self._clause, (start, end)
            for first, last in (old, self._clause):
                self._redraw(first, last)

    def show_labels(self, labels: Mapping[int, str], typed: int = 0) -> None:
        """Put letters over the beginnings of links, by their offsets; of each, so many were typed already."""
        changed = set(labels) | {at for at, _ in self._letters.items()}
        self._letters = {
            at + place: letter for at, label in labels.items() for place, letter in enumerate(label) if place >= typed
        }
        for at in changed:
            self._redraw(at, at + 1)

    @property
    def span_shown(self) -> tuple[int, int]:
        """Offsets of the text in view."""
        if not len(self._lines):
            return (0, 0)
        return self._lines.starts[self.scroll_offset.y], self._lines.ends[max(0, self.last_line_shown)]

    @property
    def reading_span(self) -> tuple[int, int]:
        """Offsets of the reading line; (0, 0) without a text."""
        return (self._lines.starts[self.line], self._lines.ends[self.line]) if len(self._lines) else (0, 0)

    @property
    def reading_label(self) -> str:
        """The label the reading line shows, or "" on a line of the article's own."""
        return self._labels.get(self.line, "")

    @property
    def last_line_shown(self) -> int:
        """Index of the last display line in view."""
        return min(len(self._lines), self.scroll_offset.y + self.size.height) - 1

    @property
    def progress(self) -> float:
        """How much of the article lies above the bottom of the view, 0 to 1."""
        return (self.last_line_shown + 1) / len(self._lines) if len(self._lines) else 1.0

    def shows(self, end: int) -> bool:
        """Whether the line with the last character before an offset is in view, or has been passed."""
        return len(self._lines) > 0 and self._lines.holding(max(0, end - 1)) <= self.last_line_shown

    def go(self, at: int) -> None:
        """Bring an offset into view and make its line the reading line; says nothing to anybody."""
        if not len(self._lines):
            return
        self._at = at
        line = self._line_of(at)
        far = not 0 <= line - self.scroll_offset.y < self.size.height
        self.line = line
        self._show_line(settle=far)

    def _line_of(self, at: int) -> int:
        line = self._lines.holding(at)
        while line + 1 < len(self._lines) and line in self._labels and self._lines.starts[line + 1] <= at:
            line += 1
        return line

    # --- moving by hand

    def action_step(self, by: int) -> None:
        """Move the reading line by display lines, past blank ones."""
        if self.extend is not None and self.extend("line", by):
            return
        line = self.line + by
        while 0 <= line < len(self._lines) and self._is_blank(line):
            line += by
        self._go_line(line)

    def action_page(self, by: float) -> None:
        """Turn the page: the text moves by a screenful less two lines, the reading line keeps its height."""
        if self.extend is not None and self.extend("page", by):
            return
        lines = round((max(3, self.size.height) - 2) * by)
        self.scroll_to(y=self.scroll_offset.y + lines, animate=False, immediate=True, force=True)
        self._go_line(self.line + lines)

    def action_end(self, last: bool) -> None:
        """Go to the beginning or the end."""
        self._go_line(len(self._lines) - 1 if last else 0)

    def action_paragraph(self, by: int) -> None:
        """Go to the first line of the next paragraph, or of this or the one before."""
        line = self.line + by
        while 0 < line < len(self._lines) and not (self._is_blank(line - 1) and not self._is_blank(line)):
            line += by
        self._go_line(line)

    def _go_line(self, line: int) -> None:
        line = max(0, min(line, len(self._lines) - 1))
        if len(self._lines) and line != self.line:
            self.line = line
            self._at = self._lines.starts[line]
            self._show_line()
            self.post_message(self.Moved(self._at))
        else:
            self._show_line()

    def offset_lines_away(self, at: int, by: int) -> int:
        """The offset under or over another one, as far from the beginning of its line, past blank lines."""
        if not len(self._lines):
            return at
        line = self._line_of(at)
        column = at - self._lines.starts[line]
        line += by
        while 0 < line < len(self._lines) - 1 and self._is_blank(line):
            line += by
        line = max(0, min(line, len(self._lines) - 1))
        return min(self._lines.starts[line] + column, max(self._lines.starts[line], self._lines.ends[line] - 1))

    def _is_blank(self, line: int) -> bool:
        return line not in self._labels and self._lines.starts[line] == self._lines.ends[line]

    def _show_line(self, *, settle: bool = False) -> None:
        """Keep the reading line a third of the view from its edges; after a far jump, put it a third from the top."""
        height = self.size.height
        if not height:
            return
        margin = height // 3
        top = self.scroll_offset.y
        if settle:
            top = self.line - margin
        elif self.line < top + min(margin, 3):
            top = self.line - min(margin, 3)
        elif self.line >= top + height - margin:
            top = self.line - height + margin + 1
        self.scroll_to_region(
            Region(0, max(0, top), 1, height), animate=False, immediate=True, force=True, spacing=None
        )

    async def on_click(self, event: events.Click) -> None:
        """A click says where it fell; what that means is the pane's affair."""
        place = event.get_content_offset(self)
        if place is None or not len(self._lines):
            return
        line = min(place.y + self.scroll_offset.y, len(self._lines) - 1)
        if line in self._labels:
            self.post_message(self.Touched(self._lines.starts[line], self._labels[line]))
            return
        column = max(0, place.x - self._left - GUTTER - self._lines.indents[line])
        self.post_message(self.Touched(self._offset_in(line, column), ""))

    def _offset_in(self, line: int, column: int) -> int:
        start, end = self._lines.starts[line], self._lines.ends[line]
        at, used = start, 0
        while at < end - 1:
            used += cell_len(safe(self.sheet.text[at]))
            if used > column:
                break
            at += 1
        return at

    # --- layout

    def on_resize(self) -> None:
        """Wrap anew and keep the reading position on its line of the view."""
        if self.size.width != self._laid_out_at:
            # The exact offset, not the line's beginning: lines begin elsewhere at another width, and starting from
            # where one of them began would creep backwards with every resize.
            self._lay_out()
            self.line = self._line_of(self._at)
            self._show_line(settle=True)
        else:
            self._show_line()

    @property
    def _text_width(self) -> int:
        return max(8, min(self.measure, self.size.width - GUTTER - 1))

    @property
    def _left(self) -> int:
        return max(0, (self.size.width - GUTTER - self._text_width) // 2)

    def _lay_out(self) -> None:
        self._laid_out_at = self.size.width
        self._strips.clear()
        lines, self._kinds, self._labels = Lines(), [], {}
        for block in self.sheet.blocks:
            if block.label:
                for start, end in wrap(block.label, 0, len(block.label), self._text_width):
                    self._labels[len(lines)] = block.label[start:end]
                    lines.append(block.end, block.end)
                    self._kinds.append(block.kind)
                continue
            indent = block.indent if block.indent < self._text_width // 2 else 0
            room = self._text_width - max(indent, block.hang)
            for start, end in wrap(
                self.sheet.text, block.start, block.end, room, self.sheet.measure if block.flows else 0
            ):
                lines.append(start, end, indent if start == block.start else max(indent, block.hang))
                self._kinds.append(block.kind)
        self._lines = lines
        self._marks = {self._line_of(mark.at): mark for mark in self.sheet.marks} if len(lines) else {}
        self.line = min(self.line, max(0, len(lines) - 1))
        self.virtual_size = Size(self.size.width, len(lines))
        self.refresh()

    # --- drawing

    def watch_line(self, old: int, new: int) -> None:
        """Draw only the line the reader left and the one they came to."""
        for line in (old, new):
            self._strips.pop(line, None)
            self.refresh_lines(line)

    def notify_style_update(self) -> None:
        """Forget what was drawn with the old colours."""
        super().notify_style_update()
        self._strips.clear()
        self._styles.clear()

    def on_focus(self) -> None:
        """The reading line looks different with the keyboard here."""
        self.watch_line(self.line, self.line)

    def on_blur(self) -> None:
        """The reading line looks different with the keyboard elsewhere."""
        self.watch_line(self.line, self.line)

    def selection_updated(self, selection: Selection | None) -> None:  # noqa: ARG002  # the base class asks for it
        """Draw the selection."""
        self._strips.clear()
        self.refresh()

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The selected text as stored, with its end; None when nothing of the text is selected."""
        span = self.selected_span(selection)
        return (self.sheet.text[span[0] : span[1]], "\n") if span else None

    def selected_span(self, selection: Selection | None = None) -> tuple[int, int] | None:
        """Offsets of the selected text, or None; labels of our own are never part of it."""
        selection = selection or self.text_selection
        if selection is None or not len(self._lines):
            return None
        first = 0 if selection.start is None else min(selection.start.y, len(self._lines) - 1)
        last = len(self._lines) - 1 if selection.end is None else min(selection.end.y, len(self._lines) - 1)
        start = self._lines.starts[first] + (selection.start.x if selection.start else 0)
        end = self._lines.starts[last] + selection.end.x if selection.end else self._lines.ends[last]
        start, end = min(start, self._lines.ends[first]), min(end, self._lines.ends[last])
        return (start, end) if start < end else None

    def _redraw(self, start: int, end: int) -> None:
        if start >= end or not len(self._lines):
            return
        for line in range(self._lines.holding(start), self._lines.holding(end - 1) + 1):
            self._strips.pop(line, None)
            self.refresh_lines(line)

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        line = self.scroll_offset.y + y
        if line >= len(self._lines):
            return Strip.blank(self.size.width, self._ground)
        strip = self._strips.get(line)
        if strip is None:
            if len(self._strips) > _STRIPS_KEPT:
                self._strips.clear()
            strip = self._strips[line] = self._draw_line(line)
        return strip

    def _draw_line(self, line: int) -> Strip:
        base = self._ground + self._style(self._kinds[line])
        width = self.size.width
        left = Strip([Segment(" " * self._left, self._ground), *self._gutter(line)], self._left + GUTTER)
        label = self._labels.get(line)
        if label is not None:
            shown = safe(label)
            text = Strip([Segment(shown, base)], cell_len(shown))
        else:
            text = self._inked(line, base).apply_offsets(0, line)
            if indent := self._lines.indents[line]:
                quoted = self._kinds[line] == "quote" and not (self._is_blank(line) and self._ends_block(line))
                sign = "│" if quoted else " "
                text = Strip.join(
                    [Strip([Segment(sign.ljust(indent), self.rich_style + self._style("meta"))], indent), text]
                )
        rest = max(0, width - left.cell_length - text.cell_length)
        return Strip.join([left, text, Strip.blank(rest, self._ground)]).crop(0, width)

    def _ends_block(self, line: int) -> bool:
        """Whether what stands beneath a line is set in another way."""
        return line + 1 >= len(self._kinds) or self._kinds[line + 1] != self._kinds[line]

    def _gutter(self, line: int) -> list[Segment]:
        start, end = self._lines.starts[line], self._lines.ends[line]
        mark = self._marks.get(line)
        sign = Segment(mark.sign, self._ground + self._style(mark.name)) if mark else Segment(
            " ", self._ground
        )  # fmt: skip
        if line == self.line:
            bar = Segment("▌" if self.has_focus else "▏", self._ground + self._style("reading"))
        elif start < end and start < self._clause[1] and self._clause[0] < end:
            bar = Segment("│", self._ground + self._style("clause"))
        else:
            bar = Segment(" ", self._ground)
        return [bar, sign, Segment(" ", self._ground)]

    def _inked(self, line: int, base: Style) -> Strip:
        start, end = self._lines.starts[line], self._lines.ends[line]
        first = max(0, bisect_right(self._ink_starts, start) - 1)
        last = bisect_left(self._ink_starts, end)
        inks = [ink for ink in self.sheet.inks[first:last] if ink.end > start]
        inks += [ink for ink in self._over if ink.start < end and ink.end > start]
        selection = self.text_selection
        if selection is not None and (span := selection.get_span(line)) is not None:
            chosen = (start + span[0], end if span[1] == -1 else start + span[1])
        else:
            chosen = (end, end)
        edges = sorted(
            {start, end}
            | {max(start, ink.start) for ink in inks}
            | {min(end, ink.end) for ink in inks}
            | {min(end, edge) for edge in chosen}
        )
        shown = safe(self.sheet.text[start:end].replace("\n", " "))
        lettered = [at for at in range(start, end) if at in self._letters] if self._letters else []
        if lettered:
            shown = "".join(self._letters.get(start + place, sign) for place, sign in enumerate(shown))
            edges = sorted({*edges, *lettered, *(at + 1 for at in lettered)})
        segments = []
        for low, high in pairwise(edges):
            style = base
            for ink in inks:
                if ink.start <= low and high <= ink.end:
                    style += self._style(ink.name)
            if low in self._letters:
                style = base + self._style("label")
            if chosen[0] <= low and high <= chosen[1]:
                style += self.screen.get_component_rich_style("screen--selection")
            segments.append(Segment(shown[low - start : high - start], style))
        return Strip(segments, cell_len(shown))

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


_STRIPS_KEPT = 1024
"""Drawn lines kept: a few screens of the largest terminal."""

_MANY_CHANGED = 100
"""Stretches that changed their look beyond which the page is drawn anew, rather than line by line."""
