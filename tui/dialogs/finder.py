"""A line to type in over a list of what it finds: what the dialogs of that form share."""

from abc import abstractmethod
from typing import TypeVar

from textual import on
from textual.geometry import Size
from textual.reactive import reactive
from textual.widgets import Input

from tui.dialogs.dialog import Dialog
from tui.panes.rows import Rows

Result = TypeVar("Result")
"""What a dialog gives back."""


class QueryLine(Input):
    """A line of fixed size to type in: letters in it never lay out the screen anew."""

    virtual_size = reactive(Size(0, 0))


class Finder(Dialog[Result]):
    """Keys move in the list while letters go to the line; Enter and a click choose, a preview follows."""

    @abstractmethod
    def preview(self) -> None:
        """Show what is known of the row under the cursor."""

    @abstractmethod
    def choose(self) -> None:
        """Leave with the row under the cursor, if there is one."""

    def action_step(self, by: int) -> None:
        """Move among what was found."""
        self.query_one(Rows).action_step(by)  # type: ignore[type-abstract]  # the one list, whatever its class
        self.preview()

    @on(Rows.Moved)
    def _moved(self, event: Rows.Moved) -> None:
        event.stop()
        self.preview()

    @on(Input.Submitted)
    def _go(self, event: Input.Submitted) -> None:
        event.stop()
        self.choose()

    @on(Rows.Chosen)
    def _chosen(self, event: Rows.Chosen) -> None:
        event.stop()
        self.choose()
