"""The name editor: what an entity is to be called, read back with what will change as it is typed."""

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input, Static

from tui.dialogs.dialog import Dialog, Hint
from tui.display import squeeze
from tui.names.statement import plain
from tui.reader.portrait import Portrait


class RenameName(Dialog[str | None]):
    """Asks for a name; gives back what was typed, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "Close", id="rename.close", priority=True, tooltip="Close; nothing is changed"),
    ]

    def __init__(self, shown: Portrait, taken: Callable[[str], str]) -> None:
        """`taken` gives the name of another entity that is called like what was typed; "" if there is none."""
        super().__init__()
        self._shown, self._taken = shown, taken

    def compose(self) -> ComposeResult:
        """What is renamed, the line, what comes of it, the keys."""
        with Vertical(classes="card names narrow"):
            yield Static(f"Rename {squeeze(self._shown.name)}", classes="card-title", markup=False)
            yield Static(squeeze(self._shown.facts), classes="card-about", markup=False)
            yield Input(self._shown.name, placeholder="the name to show", compact=True)
            yield Static("", id="renamed", markup=False)
            yield Hint("Enter rename", "{rename.close} leave")

    def on_mount(self) -> None:
        """Start typing over what is there."""
        self.query_one(Input).cursor_blink = False
        self._tell()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._tell()

    def _tell(self) -> None:
        name = plain(self.query_one(Input).value)
        other = self._taken(name)
        line = self.query_one("#renamed", Static)
        line.set_class(bool(other), "wrong")
        if other:
            line.update(f"{squeeze(other)} is there already: M merges the two.")
        elif not name or name == self._shown.name:
            line.update("Type the name to show.")
        else:
            line.update(
                f"Every list shows {squeeze(name)}. The texts keep their words; {squeeze(self._shown.name)} stays a "
                "spelling."
            )

    @on(Input.Submitted)
    def _keep(self, event: Input.Submitted) -> None:
        event.stop()
        name = plain(event.value)
        if name and name != self._shown.name and not self._taken(name):
            self.dismiss(name)
