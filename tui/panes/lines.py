"""The two lines around the panes: which panes there are, above; what to press or what just happened, below."""

from collections.abc import Iterable
from dataclasses import dataclass

from rich.cells import cell_len
from textual.binding import Binding
from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.widgets import Static

from tui.display import squeeze
from tui.panes.fitted import GAP, fitted
from tui.reader.keys import show_key
from tui.reader.layout import PANE_NAMES

_NAMES_FROM = 54
_TITLE_FROM = 80
_TITLE_LEAST = 8
_MARGINS = 2
_MOST_LINES = 4
_WHEN_TO_GO = {"desk.back": 0, "desk.palette": 1, "desk.close": 2, "desk.jump": 4, "desk.help": 5}


class TabLine(Static):
    """The panes with their numbers, the one with the keyboard lit, and the collection's name where there is room."""

    @dataclass
    class Picked(Message):
        """The name of a pane was clicked."""

        name: str
        """The pane."""

    def __init__(self) -> None:
        super().__init__("", id="tabs", markup=False)
        self._ends: list[tuple[int, str]] = []

    def show(self, active: str, title: str, columns: int) -> None:
        """Draw the line for a screen of so many columns."""
        line = Content("")
        self._ends = []
        for number, name in enumerate(PANE_NAMES, 1):
            # Where the names do not all fit, the pane one is in keeps its name and the others their numbers.
            words = f"{number} {name}" if columns >= _NAMES_FROM or name == active else str(number)
            line = Content.assemble(line, (words, "bold $accent-ink" if name == active else "$quiet"), "  ")
            self._ends.append((line.cell_length, name))
        room = columns - line.cell_length - 2
        if title and columns >= _TITLE_FROM and room > _TITLE_LEAST:
            shown = Content.styled(squeeze(title), "bold").truncate(room, ellipsis=True)
            line = Content.assemble(line, " " * max(0, room - shown.cell_length), shown)
        self.update(line, layout=False)

    def on_click(self, event: Click) -> None:
        """A click on a pane's name leads to it."""
        place = event.get_content_offset(self)
        name = next((name for end, name in self._ends if place is not None and place.x < end), None)
        if name is not None:
            self.post_message(self.Picked(name))


class StatusLine(Static):
    """One sentence about what just happened, else the keys to know here."""

    def __init__(self) -> None:
        super().__init__("", id="status", markup=False)
        self._shown: str | tuple[int, str, tuple[Binding, ...]] = ""
        self._work = ""
        self._lines = 1

    def work(self, words: str) -> None:
        """Show how far something is that goes on by itself, beside the keys; "" when it is done."""
        self._work = words
        self.show_work()

    def show_work(self) -> None:
        """Show it as it stands; not beneath a dialog, where every tick would paint all that lies under it anew."""
        if isinstance(self._shown, tuple) and self.screen.is_active:
            self.show_keys(self._shown[2])

    @property
    def tells_keys(self) -> bool:
        """Whether it shows the keys to know, and no sentence."""
        return isinstance(self._shown, tuple)

    def say(self, sentence: str, *, wrong: bool = False) -> None:
        """Show a sentence, over the foot of the panes if it takes more lines than one; `wrong` sets it off."""
        self._shown = sentence
        self.set_class(wrong, "wrong")
        self._fill("\n".join(fitted(_safe(sentence), self.app.size.width - _MARGINS, _MOST_LINES)))

    def _fill(self, words: str | Content) -> None:
        lines = str(words).count("\n") + 1
        # A new layout paints the whole screen anew: only for another number of lines.
        self.update(words, layout=lines != self._lines)
        self._lines = lines

    def show_keys(self, bindings: Iterable[Binding]) -> None:
        """Show the first key of each binding and its word, each action once, as many as fit."""
        first: dict[str | None, Binding] = {}
        for binding in bindings:
            first.setdefault(binding.id, binding)
        shown = (self.app.size.width, self._work, tuple(first.values()))
        if shown == self._shown:
            # Painted anew at every key it would cost each one a frame before what the key did is seen.
            return
        self._shown = shown
        self.set_class(False, "wrong")
        keys = [(binding.id, show_key(binding.key), f" {binding.description.lower()}") for binding in first.values()]
        width = self.app.size.width - _MARGINS
        room = width - (cell_len(self._work) + 1 if self._work else 0)
        while len(keys) > 1 and sum(cell_len(key + word) for _, key, word in keys) + len(keys) * len(GAP) > room:
            # Some are missed less than others; of the rest the last goes first.
            keys.remove(min(reversed(keys), key=lambda one: _WHEN_TO_GO.get(one[0] or "", 3)))
        line = Content.assemble(*(part for _, key, word in keys for part in ((key, "bold $accent-ink"), word, GAP)))
        if self._work:
            line = line.truncate(max(0, room), ellipsis=True)
            gap = " " * max(1, width - cell_len(self._work) - line.cell_length)
            line = Content.assemble(line, gap, (self._work, "$quiet"))
        self._fill(line)

    def on_resize(self) -> None:
        """Show the keys or words that fit now."""
        if isinstance(self._shown, tuple):
            self.show_keys(self._shown[2])
        elif self._shown:
            self.say(self._shown, wrong=self.has_class("wrong"))


def _safe(sentence: str) -> str:
    """A sentence made safe, its parts still apart."""
    return GAP.join(squeeze(part) for part in sentence.split(GAP) if part.strip())
