"""What goes dark before a name is said to be none: its mentions, its events, its words."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from tui.dialogs.dialog import Dialog, Hint
from tui.dialogs.merge import portrait_content
from tui.display import squeeze
from tui.reader.portrait import Portrait


class DarkenName(Dialog[bool]):
    """Shows an entity that is perhaps none; gives back whether it is to go."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "answer(True)", "Not a name", id="darken.yes", tooltip="It is no name"),
        Binding("escape,q", "answer(False)", "Close", id="darken.no", tooltip="Change nothing"),
    ]

    def __init__(self, shown: Portrait, what: str) -> None:
        """`what` says in a sentence what goes dark."""
        super().__init__()
        self._shown, self._what = shown, what

    def compose(self) -> ComposeResult:
        """The question, what goes dark, the entity, the keys."""
        with Vertical(classes="card names"):
            yield Static(f"{squeeze(self._shown.name)} is not a name?", classes="card-title", markup=False)
            also = f"Its spellings go too: {', '.join(self._shown.aliases)}" if self._shown.aliases else ""
            yield Static(Content.assemble(self._what, "\n" if also else "", (squeeze(also), "$quiet")),
                         classes="said", markup=False)  # fmt: skip
            yield Static(portrait_content(self._shown), classes="portrait", markup=False)
            yield Hint("{darken.yes} not a name", "{darken.no} leave")

    def action_answer(self, yes: bool) -> None:
        """Close with the answer."""
        self.dismiss(yes)
