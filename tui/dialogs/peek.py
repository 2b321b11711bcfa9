"""The peek: a small card on the date or name one is reading, gone at the next key."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static

from tui.dialogs.dialog import Dialog, Hint
from tui.display import squeeze
from tui.reader.peek import Card


class Peek(Dialog[None]):
    """Shows a card."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,i,q,enter", "close", "Close", id="peek.close", tooltip="Close the card"),
    ]

    def __init__(self, card: Card) -> None:
        super().__init__()
        self.card = card
        """What it shows."""

    def compose(self) -> ComposeResult:
        """Title, lines, the key that closes."""
        with Vertical(classes="card peek"):
            yield Static(squeeze(self.card.title), classes="card-title", markup=False)
            for line in self.card.lines:
                yield Static(squeeze(line), classes="card-line", markup=False)
            yield Hint("{peek.close} close")
