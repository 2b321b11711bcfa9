"""One key: a letter for a mark, or the label of a link. Nothing else of the screen changes while it is awaited."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Static

from tui.dialogs.over import Over
from tui.panes.rows import clip


class Letter(Over[str | None]):
    """Gives back the character typed, or None for Esc and keys without one."""

    BINDINGS: ClassVar[list[BindingType]] = []

    def __init__(self, title: str, lines: Sequence[str] = ()) -> None:
        """`lines` tell what the letters stand for so far."""
        super().__init__(classes="dialog letter")
        self._title, self._lines = title, lines

    def compose(self) -> ComposeResult:
        """What is awaited, and what there is."""
        with Vertical(classes="card"):
            yield Static(self._title, classes="card-title", markup=False)
            room = max(16, min(80, self.app.size.width - 12))
            for line in self._lines[: max(3, self.app.size.height - 8)]:
                yield Static(clip(line, room), classes="letter-line", markup=False)

    def on_key(self, event: events.Key) -> None:
        """Whatever is pressed is the answer."""
        event.stop()
        event.prevent_default()
        self.dismiss(event.character if event.is_printable else None)


class Label(Over[str | None]):
    """Shows nothing of its own: the letters stand in the text. Gives back a whole label, or None."""

    BINDINGS: ClassVar[list[BindingType]] = []

    def __init__(self, labels: Sequence[str], narrowed: Callable[[str], None]) -> None:
        """`narrowed` is told what was typed of a label of several letters."""
        super().__init__(classes="bare")
        self._labels, self._narrowed, self._typed = labels, narrowed, ""

    def on_key(self, event: events.Key) -> None:
        """A letter more; one that leads to no label ends it."""
        event.stop()
        event.prevent_default()
        typed = self._typed + (event.character or "") if event.is_printable else ""
        if typed in self._labels:
            self.dismiss(typed)
        elif typed and any(label.startswith(typed) for label in self._labels):
            self._typed = typed
            self._narrowed(typed)
        else:
            self.dismiss(None)
