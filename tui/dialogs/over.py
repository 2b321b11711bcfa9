"""What stands over all else and is left once: a second key that leaves, typed while it goes, means nothing more."""

from typing import TypeVar

from textual.await_complete import AwaitComplete
from textual.screen import ModalScreen

Result = TypeVar("Result")
"""What it gives back."""


class Over(ModalScreen[Result]):
    """A screen over what is open; it gives back what was decided in it, or None."""

    _left = False

    def dismiss(self, result: Result | None = None) -> AwaitComplete:
        """Leave, with a result; once left, do nothing: the toolkit would take the screen below away, or fail."""
        if self._left:
            return AwaitComplete()
        self._left = True
        return super().dismiss(result)
