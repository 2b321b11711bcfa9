"""The line under a query: how many hits there are in how many articles, and when these appeared."""

from collections.abc import Sequence

from textual.content import Content
from textual.widgets import Static

from tui.dates.days import civil
from tui.reader.spread import bars

STRETCHES = 720
"""Into how many equal stretches the collection's time is cut to count articles in."""

_STRIP, _LEAST = 40, 8
_NARROW = 60
_BESIDE = 16


class SearchFacts(Static):
    """One line of words, and at its right when the articles appeared."""

    def __init__(self) -> None:
        super().__init__("", id="search-facts", markup=False)
        self._told: tuple[Content, Sequence[int], tuple[int, int]] | None = None

    def say(self, line: Content, counts: Sequence[int] = (), ends: tuple[int, int] = (0, -1)) -> None:
        """Show words; `counts` are those of articles in equal stretches between the days `ends`."""
        self._told = (line, counts, ends)
        width = self.size.width
        strip = Content("")
        room = min(_STRIP, width - line.cell_length - _BESIDE)
        if any(counts) and width >= _NARROW and room >= _LEAST:
            columns = [0] * room
            for stretch, count in enumerate(counts):
                columns[stretch * room // len(counts)] += count
            first, last = (str(civil(day)[0]) for day in ends)
            strip = Content.assemble((f"{first} ", "$quiet"), (bars(columns), "$accent-ink"), (f" {last}", "$quiet"))
        gap = max(1, width - line.cell_length - strip.cell_length)
        self.update(Content.assemble(line, " " * gap, strip), layout=False)

    def on_resize(self) -> None:
        """Show the same at the new width."""
        if self._told is not None:
            self.say(*self._told)
