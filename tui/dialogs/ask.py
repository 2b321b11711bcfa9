"""A question with a yes and a no, for what cannot be taken back lightly."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static

from tui.dialogs.dialog import Dialog, Hint
from tui.display import safe_lines


class Ask(Dialog[bool]):
    """Shows a question; y or Enter says yes, n or Esc says no."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y,enter", "answer(True)", "Yes", id="ask.yes", tooltip="Yes"),
        Binding("n,escape,q", "answer(False)", "No", id="ask.no", tooltip="No"),
    ]

    def __init__(self, question: str) -> None:
        super().__init__()
        self._question = question

    def compose(self) -> ComposeResult:
        """The question and the two keys."""
        with Vertical(classes="card small"):
            yield Static(safe_lines(self._question), markup=False)
            yield Hint("{ask.yes} yes", "{ask.no} no")

    def action_answer(self, yes: bool) -> None:
        """Close with the answer."""
        self.dismiss(yes)
