"""One line to type: a name, a letter, a number."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input, Static

from tui.dialogs.dialog import Dialog, Hint
from tui.display import squeeze


class Line(Dialog[str | None]):
    """Gives back what was typed, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "Close", id="line.close", tooltip="Leave all as it is"),
    ]

    def __init__(self, title: str, value: str = "") -> None:
        """`value` stands in the line, ready to be typed over."""
        super().__init__()
        self._title, self._value = title, value

    def compose(self) -> ComposeResult:
        """What is asked, the line, the keys."""
        with Vertical(classes="card line"):
            yield Static(squeeze(self._title), classes="card-title", markup=False)
            yield Input(self._value, compact=True)
            yield Hint("Enter keep", "{line.close} leave")

    def on_mount(self) -> None:
        """No blinking."""
        self.query_one(Input).cursor_blink = False

    @on(Input.Submitted)
    def _done(self, event: Input.Submitted) -> None:
        event.stop()
        self.dismiss(event.value)
