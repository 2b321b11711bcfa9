"""One of several: a short list with a preview of what the cursor is on; nothing happens until Enter."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from tui.dialogs.dialog import Hint
from tui.dialogs.listing import ListDialog
from tui.display import safe, safe_lines
from tui.panes.rows import Piece, Rows, clip


@dataclass(frozen=True, slots=True)
class Option:
    """One of the things to choose from."""

    words: str
    """What it is called."""
    tail: str = ""
    """A word at the end of its row: a count, where it is."""
    before: str = ""
    """Preview: the words before the passage."""
    passage: str = ""
    """Preview: the passage."""
    after: str = ""
    """Preview: the words after it."""


class OptionRows(Rows):
    """The list."""

    def __init__(self, options: Sequence[Option]) -> None:
        super().__init__("option-rows")
        self.options = options
        """What there is to choose from."""

    def count(self) -> int:
        """Number of options."""
        return len(self.options)

    def draw(self, index: int, width: int) -> list[list[Piece]]:
        """What it is called, and the word at the end."""
        option = self.options[index]
        tail = clip(safe(option.tail), width // 2)
        words = clip(safe(option.words), max(8, width - len(tail) - 2))
        return [[(words.ljust(max(0, width - len(tail) - 1)), ""), (tail, "dim")]]


class Choose(ListDialog[int | None]):
    """Gives back the index of what was chosen, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "close", "Close", id="choose.close", tooltip="Choose nothing and change nothing"),
    ]

    def __init__(self, title: str, about: str, options: Sequence[Option], *, at: int = 0) -> None:
        """`about` says what choosing does; the cursor begins at `at`."""
        super().__init__()
        self._title, self._about, self._options = title, about, options
        self.first_row = min(at, len(options) - 1)

    def compose(self) -> ComposeResult:
        """Title, what choosing does, the list, the preview, the keys."""
        previewed = any(option.passage for option in self._options)
        with Vertical(classes="card choose"):
            yield Static(safe_lines(self._title), classes="card-title", markup=False)
            yield Static(safe_lines(self._about), classes="card-about", markup=False)
            yield OptionRows(self._options)
            yield Static("", id="choose-preview", classes="" if previewed else "none", markup=False)
            yield Hint("{rows.open} choose", "{rows.down} {rows.up} move", "{choose.close} leave")

    def tell(self, index: int) -> None:
        """Show the words of the option under the cursor."""
        option = self._options[index]
        words = Content.assemble(
            (safe(option.before), "$quiet"), (safe(option.passage), "bold"), (safe(option.after), "$quiet")
        )
        self.query_one("#choose-preview", Static).update(words)

    def choose(self, index: int) -> None:
        """Take an option."""
        self.dismiss(index)
