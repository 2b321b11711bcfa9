"""A dialog that is a list: the cursor moves, Enter or a second click takes the row it is on."""

from abc import abstractmethod

from textual import on

from tui.dialogs.dialog import Dialog
from tui.dialogs.over import Result
from tui.panes.rows import Rows


class ListDialog(Dialog[Result]):
    """A dialog with one list, which has the keyboard."""

    first_row = 0
    """The row the cursor begins on."""

    def on_mount(self) -> None:
        """Give the list the keyboard."""
        rows = self.rows
        rows.focus()
        rows.reset(self.first_row)
        self.tell(rows.cursor)

    @property
    def rows(self) -> Rows:
        """The list."""
        return self.query_one(Rows)  # type: ignore[type-abstract]  # the one list, whatever its class

    def tell(self, index: int) -> None:
        """Say what the row under the cursor is about, where a dialog has something to say."""

    @abstractmethod
    def choose(self, index: int) -> None:
        """Take a row."""

    @on(Rows.Moved)
    def _moved(self, event: Rows.Moved) -> None:
        event.stop()
        self.tell(event.index)

    @on(Rows.Chosen)
    def _chosen(self, event: Rows.Chosen) -> None:
        event.stop()
        self.choose(event.index)
