"""The text beneath the article pane: a reading position in it, and every way to move it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip

from tui.panes.inkedpage import GUTTER, InkedPage
from tui.panes.laid import Laid
from tui.reader.sheet import Sheet


class Page(InkedPage):
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
        again: bool = False
        """Whether it is a second click on the same spot."""

    def __init__(self, ident: str) -> None:
        super().__init__(ident)
        self.extend: Callable[[str, float], bool] | None = None
        """Asked before a step by "line" or "page" moves the reading line; True if it meant something else."""
        self.explain: Callable[[int, int], str] | None = None
        """Asked what the signs beside a stretch of the text stand for, while the pointer is on one."""
        self._laid_out_at = 0
        self._at = 0
        self._pointed_at: int | None = None

    def show(self, sheet: Sheet, at: int = 0) -> None:
        """Show a sheet with the reading position at an offset; the same sheet again only moves."""
        if sheet != self.sheet:
            self.sheet = sheet
            self._ink_starts = [ink.start for ink in sheet.inks]
            self._over, self._over_by_stretch = (), {}
            self._lay_out()
        self.go(at)

    @property
    def span_shown(self) -> tuple[int, int]:
        """Offsets of the text in view."""
        if not len(self._laid):
            return (0, 0)
        return self._laid.lines.starts[self.scroll_offset.y], self._laid.lines.ends[max(0, self.last_line_shown)]

    @property
    def reading_at(self) -> int:
        """Offset of the reading position: where the last key took it, whatever the rest of the screen knows by now."""
        return self._at

    @property
    def reading_span(self) -> tuple[int, int]:
        """Offsets of the reading line; (0, 0) without a text."""
        return self._laid.span(self.line) if len(self._laid) else (0, 0)

    @property
    def reading_label(self) -> str:
        """The label the reading line shows, or "" on a line of the article's own."""
        return self._laid.labels.get(self.line, "")

    @property
    def last_line_shown(self) -> int:
        """Index of the last display line in view."""
        return min(len(self._laid), self.scroll_offset.y + self.size.height) - 1

    @property
    def progress(self) -> float:
        """How much of the article lies above the bottom of the view, 0 to 1."""
        return (self.last_line_shown + 1) / len(self._laid) if len(self._laid) else 1.0

    def shows(self, end: int) -> bool:
        """Whether the line with the last character before an offset is in view, or has been passed."""
        return len(self._laid) > 0 and self._laid.lines.holding(max(0, end - 1)) <= self.last_line_shown

    def go(self, at: int) -> None:
        """Bring an offset into view and make its line the reading line; says nothing to anybody."""
        if not len(self._laid):
            return
        self._at = at
        line = self._laid.line_of(at)
        far = not 0 <= line - self.scroll_offset.y < self.size.height
        self.line = line
        self._show_line(settle=far)

    def action_step(self, by: int) -> None:
        """Move the reading line by display lines, past blank ones."""
        if self.extend is not None and self.extend("line", by):
            return
        self._go_line(self._laid.past_blanks(self.line + by, by))

    def action_page(self, by: float) -> None:
        """Turn the page: the text moves by a screenful less two lines, the reading line keeps its height."""
        if self.extend is not None and self.extend("page", by):
            return
        lines = round((max(3, self.size.height) - 2) * by)
        self.scroll_to(y=self.scroll_offset.y + lines, animate=False, immediate=True, force=True)
        line = self.line + lines
        while 0 < line < len(self._laid) - 1 and not self._laid.can_stop(line):
            # A bar beside nothing is no reading line.
            line += 1 if lines > 0 else -1
        self._go_line(line)

    def action_end(self, last: bool) -> None:
        """Go to the beginning or the end."""
        self._go_line(len(self._laid) - 1 if last else 0)

    def action_paragraph(self, by: int) -> None:
        """Go to the first line of the next paragraph, or of this or the one before."""
        self._go_line(self._laid.paragraph(self.line, by))

    def _go_line(self, line: int) -> None:
        line = max(0, min(line, len(self._laid) - 1))
        if len(self._laid) and line != self.line:
            self.line = line
            self._at = self._laid.lines.starts[line]
            self._show_line()
            self.post_message(self.Moved(self._at))
        else:
            self._show_line()

    def offset_lines_away(self, at: int, by: int) -> int:
        """The offset under or over another one, as far from the beginning of its line, past blank lines."""
        return self._laid.away(at, by)

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
        if place is None or not len(self._laid):
            return
        line = min(place.y + self.scroll_offset.y, len(self._laid) - 1)
        if line in self._laid.labels:
            self.post_message(self.Touched(self._laid.lines.starts[line], self._laid.labels[line]))
            return
        column = max(0, place.x - self._left - GUTTER - self._laid.lines.indents[line])
        self.post_message(self.Touched(self._laid.offset_in(line, column), "", event.chain > 1))

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Say what a sign in the margin stands for while the pointer is on it."""
        line = event.y + self.scroll_offset.y
        in_margin = 0 <= event.x - self._left < GUTTER
        here = line if in_margin and self.is_marked(line) else None
        if here != self._pointed_at:
            self._pointed_at = here
            told = self.explain(*self._laid.span(here)) if here is not None and self.explain is not None else ""
            self.tooltip = Content(told) if told else None

    def on_leave(self) -> None:
        """The pointer is elsewhere."""
        self._pointed_at = self.tooltip = None

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines to paint; wrapped at the width they are painted at, also before the page has heard of it."""
        self._keep_wrapped()
        return super().render_lines(crop)

    def on_resize(self) -> None:
        """Keep the reading position on its line of the view."""
        if not self._keep_wrapped():
            self._show_line()

    def _keep_wrapped(self) -> bool:
        """Wrap anew at another width, the reading position on its line of the view; whether that was needed."""
        anew = self.size.width != self._laid_out_at
        if anew:
            # The exact offset, not the line's beginning: lines begin elsewhere at another width, and starting from
            # where one of them began would creep backwards with every resize.
            self._lay_out()
            self.line = self._laid.line_of(self._at)
            self._show_line(settle=True)
        return anew

    def _lay_out(self) -> None:
        self._laid_out_at = self.size.width
        self._strips.clear()
        self._laid = Laid(self.sheet, self._text_width)
        self.line = min(self.line, max(0, len(self._laid) - 1))
        self.virtual_size = Size(self.size.width, len(self._laid))
        self.refresh()
