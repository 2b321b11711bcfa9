"""The help sheet: what the pane is for and every key that works there, read from the bindings themselves."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from textwrap import wrap
from typing import ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static

from tui.dialogs.dialog import Hint
from tui.dialogs.low import LOW
from tui.dialogs.over import Over
from tui.display import safe_lines
from tui.panes.rows import Piece, Rows, pad
from tui.reader.keys import show_key


@dataclass(frozen=True, slots=True)
class KeySection:
    """Keys that work in one place."""

    place: str
    """Where they work, as a heading."""
    keys: tuple[tuple[str, str], ...]
    """(key or keys as people write them, what they do)."""


def section_of(place: str, bindings: Iterable[Binding], keymap: Mapping[str, str]) -> KeySection:
    """The keys of some bindings, the reader's own where `keymap` has them, in the order they are bound."""
    by_action: dict[tuple[str, str], list[str]] = {}
    for binding in bindings:
        if binding.id is None:
            continue
        words = binding.tooltip or binding.description
        by_action.setdefault((binding.id, words), []).extend(
            show_key(key) for key in keymap.get(binding.id, binding.key).split(",")
        )
    return KeySection(
        place, tuple((" ".join(dict.fromkeys(keys)), words) for (_, words), keys in by_action.items())
    )  # fmt: skip


class KeyRows(Rows):
    """The list of keys."""

    def __init__(self, sections: Sequence[KeySection]) -> None:
        super().__init__("key-rows")
        self._sections = sections
        self._keys = max((cell_len(keys) for section in sections for keys, _ in section.keys), default=8)
        self.shown: list[tuple[str, str, bool]] = []
        """Keys, what they do, and whether it is a heading, a row each."""

    def fit_rows(self, width: int, height: int) -> None:
        """Break what the keys do into lines that fit; nothing of it is cut off."""
        del width, height  # the scrollbar's cell is not part of a row
        keys = self._room(self.row_width)
        room = max(12, self.row_width - keys - 3)
        self.shown = []
        for section in self._sections:
            self.shown.append((section.place, "", True))
            for pressed, words in section.keys:
                both = zip_longest(wrap(pressed, keys), wrap(words, room), fillvalue="")
                self.shown += [(key, line, False) for key, line in both]

    def _room(self, width: int) -> int:
        return min(self._keys, width // 3)

    def count(self) -> int:
        """Number of rows."""
        return len(self.shown)

    def is_head(self, index: int) -> bool:
        """Whether a row is the heading of a place."""
        return self.shown[index][2]

    def draw(self, index: int, width: int) -> list[list[Piece]]:
        """A heading, or keys and what they do, or a further line of that."""
        keys, words, head = self.shown[index]
        if head:
            return [[(keys, "head")]]
        return [[(" ", ""), (pad(keys, self._room(width)), "accent"), ("  ", ""), (words, "")]]


class Help(Over[None]):
    """The keys of the pane the reader was in, then those that work everywhere."""

    VERTICAL_BREAKPOINTS = LOW

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark,f1", "close", "Close", id="help.close", tooltip="Close this sheet"),
    ]

    def __init__(self, title: str, about: str, sections: Sequence[KeySection]) -> None:
        super().__init__(classes="dialog")
        self._title, self._about, self._sections = title, about, sections

    def compose(self) -> ComposeResult:
        """What the pane is for, then the keys."""
        with Vertical(classes="card tall"):
            yield Static(self._title, classes="card-title", markup=False)
            yield Static(safe_lines(self._about), classes="card-about", markup=False)
            yield KeyRows(self._sections)
            yield Hint("{rows.down} {rows.up} move", "{help.close} close")

    def action_close(self) -> None:
        """Back to reading."""
        self.dismiss(None)
