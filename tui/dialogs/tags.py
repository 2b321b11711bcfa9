"""The line tags are typed on, with what a tag may become; and the dialog that is nothing but that line."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.suggester import Suggester
from textual.widgets import Input, Static

from tui.dialogs.dialog import Dialog, Hint
from tui.display import safe_lines, squeeze
from tui.reader.tags import completed, tags_of

HINT = "tags, with spaces between; → takes what is offered"
"""What stands on an empty line."""


class TagSuggester(Suggester):
    """Offers tags that are in use, the most used first."""

    def __init__(self, known: Sequence[str]) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._known = known

    async def get_suggestion(self, value: str) -> str | None:
        """The line with its last tag completed; None if nothing begins so."""
        return completed(value, self._known)


def tag_input(tags: Sequence[str], known: Sequence[str], ident: str) -> Input:
    """A line for tags that begins with those there are."""
    line = " ".join(tags)
    made = Input(line, placeholder=HINT, compact=True, select_on_focus=False, id=ident, suggester=TagSuggester(known))
    made.cursor_blink = False
    return made


class TagDialog(Dialog[tuple[str, ...] | None]):
    """Gives back the tags as they are to be, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "Close", id="tags.close", priority=True, tooltip="Leave the tags as they are"),
    ]

    def __init__(self, about: str, tags: Sequence[str], known: Sequence[str]) -> None:
        """`about` says which note it is, `tags` are its own, `known` all that are in use."""
        super().__init__()
        self._about, self._tags, self._known = about, tags, known

    def compose(self) -> ComposeResult:
        """Which note, the line, the tags in use."""
        used = "   ".join(f"#{squeeze(tag)}" for tag in self._known[:12])
        with Vertical(classes="card editor"):
            yield Static(safe_lines(self._about), classes="card-title", markup=False)
            yield tag_input([*self._tags, ""] if self._tags else [], self._known, "only-tags")
            yield Static(used or "No tags are in use yet.", classes="card-about", markup=False)
            yield Hint("Enter save", "→ take what is offered", "{tags.close} leave")

    @on(Input.Submitted)
    def _done(self, event: Input.Submitted) -> None:
        event.stop()
        self.dismiss(tags_of(event.value))
