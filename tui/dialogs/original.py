"""The question before an original is opened: the whole address, the machine it leads to, and what else can be done."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static

from tui.dialogs.dialog import Dialog, Hint
from tui.display import safe_lines
from tui.reader.original import Original


class OpenOriginal(Dialog[str | None]):
    """Shows an address; gives back "open", "copy", or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,o", "answer('open')", "Open", id="original.open", tooltip="Open it in the browser"),
        Binding("y,c", "answer('copy')", "Copy", id="original.copy", tooltip="Copy the address"),
        Binding("escape,n,q", "answer('')", "Leave", id="original.leave", tooltip="Leave it"),
    ]

    def __init__(self, original: Original, browser: str) -> None:
        """`browser` is what would open it; "" where there is none."""
        super().__init__()
        self._original, self._browser = original, browser

    def compose(self) -> ComposeResult:
        """The question, the address, the keys."""
        with Vertical(classes="card original"):
            question = f"Open the original with {self._browser}?" if self._browser else "No browser is found here."
            yield Static(question, classes="card-title", markup=False)
            yield Static(safe_lines(self._original.url), id="original-url", markup=False)
            yield Static(f"on {safe_lines(self._original.host)}", classes="card-about", markup=False)
            if self._browser:
                yield Hint("{original.open} open", "{original.copy} copy", "{original.leave} leave")
            else:
                yield Hint("{original.copy} copy the address", "{original.leave} leave")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing is opened where there is no browser."""
        return bool(self._browser) if parameters == ("open",) else super().check_action(action, parameters)

    def action_answer(self, answer: str) -> None:
        """Close with the answer."""
        self.dismiss(answer or None)
