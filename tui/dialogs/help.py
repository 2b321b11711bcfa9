"""The help sheet: what the pane is for and every key that works there, read from the bindings themselves."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.display import safe_lines
from tui.panes.rows import Piece, Rows
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
        self._rows: list[tuple[str, str, bool]] = []
        for section in sections:
            self._rows.append((section.place, "", True))
            self._rows += [(keys, words, False) for keys, words in section.keys]
        self._width = max((cell_len(keys) for keys, _, head in self._rows if not head), default=8)

    def count(self) -> int:
        """Number of rows."""
        return len(self._rows)

    def is_head(self, index: int) -> bool:
        """Whether a row is the heading of a place."""
        return self._rows[index][2]

    def draw(self, index: int, width: int) -> list[list[Piece]]:
        """A heading, or keys and what they do."""
        keys, words, head = self._rows[index]
        if head:
            return [[(keys, "head")]]
        room = min(self._width, width // 2)
        return [[(" ", ""), (keys.ljust(room), "accent"), ("  ", ""), (words, "")]]


class Help(ModalScreen[None]):
    """The keys of the pane the reader was in, then those that work everywhere."""

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
            yield Static("Esc closes   j k move", classes="hint", markup=False)

    def action_close(self) -> None:
        """Back to reading."""
        self.dismiss(None)
