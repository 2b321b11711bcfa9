"""The screen for a place where nothing can be read: what is read, what was found instead and why, what to do."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from tui.dialogs.bindings import own_keys
from tui.display import squeeze
from tui.formats import READERS
from tui.model import Skipped
from tui.reader.keys import spelt_out

NOTHING_READABLE = 3
"""Exit code when nothing could be read."""

_SHOWN = 200


def explanation(sentence: str, skipped: Sequence[Skipped], leave: str) -> Content:
    """The whole page: the sentence, the formats that are read, each skipped file with its reason, how to `leave`."""
    lines: list[str | Content | tuple[str, str]] = [
        ("Nothing to read here", "bold"),
        "\n\n",
        squeeze(sentence),
        "\n\n",
        ("What is read: ", "bold"),
        f"files ending in {', '.join(sorted(READERS))}, in this folder and those below it.\n\n",
    ]
    if skipped:
        lines += [("What was skipped, and why", "bold"), "\n"]
        lines += [f"  {squeeze(entry.path)}: {squeeze(entry.reason)}\n" for entry in skipped[:_SHOWN]]
        if len(skipped) > _SHOWN:
            lines.append(f"  and {len(skipped) - _SHOWN} more; backstory list names them all\n")
        lines.append("\n")
    lines += [
        ("To open another place: ", "bold"),
        "backstory FOLDER, or backstory FILE.\n\n",
        leave,
    ]
    return Content.assemble(*lines)


class EmptyPlace(Screen[None]):
    """Shows why there is nothing to read, instead of a blank; leaving it ends the program with exit code 3."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q,Q,escape,enter,ctrl+q", "leave", "Quit", id="empty.quit", tooltip="Leave")
    ]

    def __init__(self, sentence: str, skipped: Sequence[Skipped]) -> None:
        super().__init__()
        self._sentence, self._skipped = sentence, skipped

    def compose(self) -> ComposeResult:
        """The page, which scrolls if the list of skipped files is long."""
        with VerticalScroll(id="empty"):
            leave = spelt_out("{empty.quit} leaves.", own_keys(self.app))
            yield Static(explanation(self._sentence, self._skipped, leave), markup=False)

    def action_leave(self) -> None:
        """End the program."""
        self.app.exit(return_code=NOTHING_READABLE)
