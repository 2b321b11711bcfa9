"""How a page of text looks: each line with its names and dates inked, its margin, and what was laid over it."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from itertools import pairwise

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.reactive import reactive
from textual.selection import Selection
from textual.strip import Strip

from tui.display import safe
from tui.panes.drawn import Drawn
from tui.panes.inks import readable
from tui.panes.laid import Laid
from tui.reader.sheet import Ink, Sheet

GUTTER = 3
"""Cells left of the text: the reading line's bar, a mark, a space."""


class InkedPage(Drawn):
    """One article's text as it is drawn, on demand, line by line."""

    measure = 80
    """Widest line of text, in cells."""

    line = reactive(0, repaint=False)
    """Index of the reading line among the display lines."""

    def __init__(self, ident: str) -> None:
        super().__init__(ident)
        self.sheet = Sheet()
        """What is shown."""
        self._laid = Laid(self.sheet, self.measure)
        self._ink_starts: list[int] = []
        self._over: tuple[Ink, ...] = ()
        self._over_by_stretch: dict[int, list[int]] = {}
        self._clause = (0, 0)
        self._letters: dict[int, str] = {}
        self._strips: dict[int, Strip] = {}

    def lay_over(self, inks: Sequence[Ink]) -> None:
        """Lay other looks over names and dates: the focus, what was found, notes. Later ones win."""
        over = tuple(inks)
        if over != self._over:
            changed = set(over) ^ set(self._over)
            self._over = over
            self._over_by_stretch = _by_stretch(over)
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

    def is_marked(self, line: int) -> bool:
        """Whether a sign stands in the margin of a line."""
        return line in self._laid.marks

    def forget_drawn(self) -> None:
        """Forget the lines drawn so far."""
        self._strips.clear()

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
        if selection is None or not len(self._laid):
            return None
        first = 0 if selection.start is None else min(selection.start.y, len(self._laid) - 1)
        last = len(self._laid) - 1 if selection.end is None else min(selection.end.y, len(self._laid) - 1)
        start = self._laid.lines.starts[first] + (selection.start.x if selection.start else 0)
        end = self._laid.lines.starts[last] + selection.end.x if selection.end else self._laid.lines.ends[last]
        start, end = min(start, self._laid.lines.ends[first]), min(end, self._laid.lines.ends[last])
        return (start, end) if start < end else None

    def _redraw(self, start: int, end: int) -> None:
        if start >= end or not len(self._laid):
            return
        for line in range(self._laid.lines.holding(start), self._laid.lines.holding(end - 1) + 1):
            self._strips.pop(line, None)
            self.refresh_lines(line)

    @property
    def _text_width(self) -> int:
        # The scrollbar's cell counts as part of the size; between it and the text one stays empty.
        return max(8, min(self.measure, self.size.width - GUTTER - 3))

    @property
    def _left(self) -> int:
        return max(0, (self.size.width - GUTTER - self._text_width) // 2)

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        line = self.scroll_offset.y + y
        if line >= len(self._laid):
            return Strip.blank(self.size.width, self.ground)
        strip = self._strips.get(line)
        if strip is None:
            if len(self._strips) > _STRIPS_KEPT:
                self._strips.clear()
            strip = self._strips[line] = self._draw_line(line)
        return strip

    def _draw_line(self, line: int) -> Strip:
        base = self.ground + self.style_of(self._laid.kinds[line])
        width = self.size.width
        left = Strip([Segment(" " * self._left, self.ground), *self._gutter(line)], self._left + GUTTER)
        label = self._laid.labels.get(line)
        if label is not None:
            shown = safe(label)
            text = Strip([Segment(shown, base)], cell_len(shown))
        else:
            text = self._inked(line, base).apply_offsets(0, line)
            if indent := self._laid.lines.indents[line]:
                quoted = self._laid.kinds[line] == "quote" and not (
                    self._laid.is_blank(line) and self._laid.ends_block(line)
                )
                sign = "│" if quoted else " "
                text = Strip.join(
                    [Strip([Segment(sign.ljust(indent), self.ground + self.style_of("meta"))], indent), text]
                )
        rest = max(0, width - left.cell_length - text.cell_length)
        return Strip.join([left, text, Strip.blank(rest, self.ground)]).crop(0, width)

    def _gutter(self, line: int) -> list[Segment]:
        start, end = self._laid.lines.starts[line], self._laid.lines.ends[line]
        mark = self._laid.marks.get(line)
        sign = Segment(mark.sign, self.ground + self.style_of(mark.name)) if mark else Segment(
            " ", self.ground
        )  # fmt: skip
        if line == self.line:
            bar = Segment("▌" if self.has_focus else "▏", self.ground + self.style_of("reading"))
        elif start < end and start < self._clause[1] and self._clause[0] < end:
            bar = Segment("│", self.ground + self.style_of("clause"))
        else:
            bar = Segment(" ", self.ground)
        return [bar, sign, Segment(" ", self.ground)]

    def _inked(self, line: int, base: Style) -> Strip:
        start, end = self._laid.lines.starts[line], self._laid.lines.ends[line]
        first = max(0, bisect_right(self._ink_starts, start) - 1)
        last = bisect_left(self._ink_starts, end)
        inks = [ink for ink in self.sheet.inks[first:last] if ink.end > start]
        inks += self._laid_over(start, end)
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
                    style += self.style_of(ink.name)
            if low in self._letters:
                style = base + self.style_of("label")
            if chosen[0] <= low and high <= chosen[1]:
                style += self.screen.get_component_rich_style("screen--selection")
            segments.append(Segment(shown[low - start : high - start], readable(style)))
        return Strip(segments, cell_len(shown))

    def _laid_over(self, start: int, end: int) -> list[Ink]:
        """What was laid over a line, in its order."""
        stretches = range(start // _STRETCH, end // _STRETCH + 1)
        near = sorted({at for stretch in stretches for at in self._over_by_stretch.get(stretch, ())})
        inks = [self._over[at] for at in near]
        return [ink for ink in inks if ink.start < end and ink.end > start]

    def watch_line(self, old: int, new: int) -> None:
        """Draw only the line the reader left and the one they came to."""
        for line in (old, new):
            self._strips.pop(line, None)
            self.refresh_lines(line)


def _by_stretch(inks: Sequence[Ink]) -> dict[int, list[int]]:
    """Numbers of the inks that touch each stretch of the text, so that a line need not look at all."""
    found: dict[int, list[int]] = {}
    for at, ink in enumerate(inks):
        for stretch in range(ink.start // _STRETCH, max(ink.start, ink.end - 1) // _STRETCH + 1):
            found.setdefault(stretch, []).append(at)
    return found


_STRETCH = 4096
"""Characters of a stretch of the text: some lines."""

_STRIPS_KEPT = 1024
"""Drawn lines kept: a few screens of the largest terminal."""

_MANY_CHANGED = 100
"""Stretches that changed their look beyond which the page is drawn anew, rather than line by line."""
