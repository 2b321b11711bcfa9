"""A sheet laid out at a width: which display line holds which offset, how each is set, what stands beside it."""

from rich.cells import cell_len

from tui.display import safe
from tui.panes.flow import Lines, wrap
from tui.reader.sheet import Mark, Sheet


class Laid:
    """The display lines of a sheet."""

    def __init__(self, sheet: Sheet, width: int) -> None:
        """Break a sheet into lines of so many cells."""
        self.text = sheet.text
        """The article's stored text."""
        self.lines = Lines()
        """Offsets of each line."""
        self.kinds: list[str] = []
        """Name of the look of each line."""
        self.labels: dict[int, str] = {}
        """Our own words, by the lines that show them."""
        for block in sheet.blocks:
            if block.label:
                for start, end in wrap(block.label, 0, len(block.label), width):
                    self.labels[len(self.lines)] = block.label[start:end]
                    self.lines.append(block.end, block.end)
                    self.kinds.append(block.kind)
                continue
            indent = block.indent if block.indent < width // 2 else 0
            room = width - max(indent, block.hang)
            measure = sheet.measure if block.flows else 0
            for start, end in wrap(sheet.text, block.start, block.end, room, measure):
                self.lines.append(start, end, indent if start == block.start else max(indent, block.hang))
                self.kinds.append(block.kind)
        self.marks: dict[int, Mark] = {}
        """Margin signs by their lines."""
        if len(self.lines):
            self.marks = {self.line_of(mark.at): mark for mark in sheet.marks}

    def __len__(self) -> int:
        return len(self.lines)

    def span(self, line: int) -> tuple[int, int]:
        """Offsets of a line."""
        return self.lines.starts[line], self.lines.ends[line]

    def line_of(self, at: int) -> int:
        """The line of the article's own that holds an offset, or begins there."""
        line = self.lines.holding(at)
        while line + 1 < len(self.lines) and line in self.labels and self.lines.starts[line + 1] <= at:
            line += 1
        return line

    def is_blank(self, line: int) -> bool:
        """Whether a line shows nothing."""
        return line not in self.labels and self.lines.starts[line] == self.lines.ends[line]

    def can_stop(self, line: int) -> bool:
        """Whether a line may be the reading line: one of the article's own that shows something, or a fold."""
        return self.kinds[line] == "fold" if line in self.labels else not self.is_blank(line)

    def ends_block(self, line: int) -> bool:
        """Whether what stands beneath a line is set in another way."""
        return line + 1 >= len(self.kinds) or self.kinds[line + 1] != self.kinds[line]

    def past_blanks(self, line: int, by: int) -> int:
        """A line, or the next one that way to stop at; may be one before the first or after the last."""
        while 0 <= line < len(self.lines) and not self.can_stop(line):
            line += by
        return line

    def paragraph(self, line: int, by: int) -> int:
        """The line on which the next paragraph begins, or this or the one before."""
        line += by
        while 0 < line < len(self.lines) and not (self.is_blank(line - 1) and not self.is_blank(line)):
            line += by
        return line

    def away(self, at: int, by: int) -> int:
        """The offset so many lines under another one, as far from the beginning of its line, past blank lines."""
        if not len(self.lines):
            return at
        line = self.line_of(at)
        column = at - self.lines.starts[line]
        line += by
        while 0 < line < len(self.lines) - 1 and self.is_blank(line):
            line += by
        start, end = self.span(max(0, min(line, len(self.lines) - 1)))
        return min(start + column, max(start, end - 1))

    def offset_in(self, line: int, column: int) -> int:
        """The offset of what stands so many cells right of the beginning of a line, else of its last character."""
        at, end = self.span(line)
        used = 0
        while at < end - 1:
            used += cell_len(safe(self.text[at]))
            if used > column:
                break
            at += 1
        return at
