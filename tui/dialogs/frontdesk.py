"""What the front page asks of the desk behind it."""

from collections.abc import Callable, Sequence
from typing import Protocol

from tui.corpus.tables import Corpus
from tui.model import Conflict
from tui.reader.frontitems import FrontPage


class FrontDesk(Protocol):
    """What the page asks of the desk behind it."""

    def leave_front(self) -> None:
        """Go on from the page: the way back leads to it."""

    def can_walk(self, by: int) -> bool:
        """Whether there is a way back (-1) or forward (1) from the page."""

    def front_page(self, room: int, columns: int) -> FrontPage | None:
        """The page as it is now, for so many columns of so many lines."""

    def open_dossier(self, entity: int, leave: Callable[[], None]) -> None:
        """Open an entity's dossier over the page; `leave` is called before anything in it leads elsewhere."""

    def open_conflict(self, conflict: Conflict, leave: Callable[[], None]) -> None:
        """Open the two sides of a conflict over the page."""

    @property
    def corpus(self) -> Corpus | None:
        """The collection."""

    @property
    def conflicts(self) -> Sequence[Conflict]:
        """The conflicts that stand."""

    def show_company(self, entity: int | None) -> None:
        """Show who appears with an entity, or with whom among the most named, over the page."""

    def show_skipped(self, row: int) -> None:
        """List what was not read in, with the reasons, over the page."""

    def action_stop(self) -> None:
        """Stop reading the collection, or go on with it."""
