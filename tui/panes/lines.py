"""The two lines around the panes: which panes there are, above; what to press or what just happened, below."""

from collections.abc import Iterable

from textual.binding import Binding
from textual.content import Content
from textual.widgets import Static

from tui.display import squeeze
from tui.reader.keys import show_key
from tui.reader.layout import PANE_NAMES

_NAMES_FROM = 54
_TITLE_FROM = 80
_TITLE_LEAST = 8


class TabLine(Static):
    """The panes with their numbers, the one with the keyboard lit, and the collection's name where there is room."""

    def __init__(self) -> None:
        super().__init__("", id="tabs", markup=False)

    def show(self, active: str, title: str, columns: int) -> None:
        """Draw the line for a screen of so many columns."""
        line = Content("")
        for number, name in enumerate(PANE_NAMES, 1):
            # Where the names do not all fit, the pane one is in keeps its name and the others their numbers.
            words = f"{number} {name}" if columns >= _NAMES_FROM or name == active else str(number)
            line = Content.assemble(line, (words, "bold $accent" if name == active else "$quiet"), "  ")
        room = columns - line.cell_length - 2
        if title and columns >= _TITLE_FROM and room > _TITLE_LEAST:
            shown = Content.styled(squeeze(title), "bold").truncate(room, ellipsis=True)
            line = Content.assemble(line, " " * max(0, room - shown.cell_length), shown)
        self.update(line, layout=False)


class StatusLine(Static):
    """One sentence about what just happened, else the keys to know here."""

    def __init__(self) -> None:
        super().__init__("", id="status", markup=False)
        self._shown: object = None
        self._keys: Content | None = None
        self._work = ""

    def work(self, words: str) -> None:
        """Show how far something is that goes on by itself, beside the keys; "" when it is done."""
        if words != self._work:
            self._work = words
            if self._keys is not None:
                self._draw_keys(self._keys)

    def say(self, sentence: str, *, wrong: bool = False) -> None:
        """Show a sentence; `wrong` sets it off."""
        self._shown = sentence
        self._keys = None
        self.set_class(wrong, "wrong")
        self.update(squeeze(sentence), layout=False)

    def show_keys(self, bindings: Iterable[Binding]) -> None:
        """Show the first key of each binding and its word, each action once."""
        first: dict[str | None, Binding] = {}
        for binding in bindings:
            first.setdefault(binding.id, binding)
        shown = tuple(first.values())
        if shown == self._shown:
            # Painted anew at every key it would cost each one a frame before what the key did is seen.
            return
        self._shown = shown
        self.set_class(False, "wrong")
        parts: list[tuple[str, str] | str] = []
        for binding in shown:
            parts += [(show_key(binding.key), "bold $accent"), f" {binding.description.lower()}   "]
        self._keys = Content.assemble(*parts)
        self._draw_keys(self._keys)

    def _draw_keys(self, keys: Content) -> None:
        room = self.size.width - len(self._work) - 1
        if self._work and room > 0:
            keys = keys.truncate(room, ellipsis=True)
            keys = Content.assemble(keys, " " * (room + 1 - keys.cell_length), (self._work, "$quiet"))
        self.update(keys, layout=False)
