"""The kinds, one letter each, and what changes with the kind."""

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static

from tui.dialogs.dialog import Hint
from tui.dialogs.listing import ListDialog
from tui.display import squeeze
from tui.model import Kind
from tui.panes.rows import Piece, Rows
from tui.reader.portrait import Portrait

LETTERS = {
    "p": Kind.PERSON,
    "o": Kind.ORGANISATION,
    "l": Kind.PLACE,
    "w": Kind.WEAPON,
    "f": Kind.FACILITY,
    "e": Kind.EVENT,
    "n": Kind.OTHER,
}
"""The kind each letter stands for: the letters that mark kinds in lists, and n for none of them."""


class KindRows(Rows):
    """The list of kinds."""

    BINDINGS: ClassVar[list[BindingType]] = []

    def __init__(self, now: Kind) -> None:
        super().__init__("kind-rows")
        self._now = now

    def count(self) -> int:
        """Number of kinds."""
        return len(LETTERS)

    def draw(self, index: int, width: int) -> list[list[Piece]]:  # noqa: ARG002  # rows are short
        """The letter, the kind, and whether it is that now."""
        letter, kind = list(LETTERS.items())[index]
        now = "  as it is now" if kind is self._now else ""
        return [[(f" {letter}  ", "accent"), (kind.value, kind.value), (now, "dim")]]


class KindOfName(ListDialog[Kind | None]):
    """Asks of what kind an entity is; gives back the kind, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "close", "Close", id="kind.close", tooltip="Close; nothing is changed"),
    ]

    def __init__(self, shown: Portrait, now: Kind, why: str) -> None:
        """`why` says what speaks for the kind it has."""
        super().__init__()
        self._shown, self._now, self._why = shown, now, why
        self.first_row = list(LETTERS.values()).index(now)

    def compose(self) -> ComposeResult:
        """What it is about, why it is what it is, the kinds, the keys."""
        with Vertical(classes="card names narrow"):
            yield Static(f"What is {squeeze(self._shown.name)}?", classes="card-title", markup=False)
            yield Static(f"{squeeze(self._shown.facts)}\n{squeeze(self._why)}", classes="card-about", markup=False)
            yield KindRows(self._now)
            yield Hint("a letter or {rows.open} sets it", "{kind.close} leave")

    def on_key(self, event: events.Key) -> None:
        """A letter sets its kind at once: u takes it back."""
        if event.key in LETTERS:
            event.stop()
            self.dismiss(LETTERS[event.key])

    def choose(self, index: int) -> None:
        """Take a kind."""
        self.dismiss(list(LETTERS.values())[index])
