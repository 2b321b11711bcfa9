"""Which events to show: what is typed becomes filters, each with how many rows would stay."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input, Static

from tui.corpus.tables import Corpus
from tui.dialogs.dialog import Dialog, Hint
from tui.display import safe, squeeze
from tui.panes.rows import Piece, Rows, clip, pad
from tui.reader.eventsieve import EventSieve
from tui.reader.offers import Offer, offers
from tui.reader.place import Place

if TYPE_CHECKING:  # for an annotation alone: the ranking loads engines the first page does not need
    from tui.jump import JumpIndex

HINT = "a name, a word, a title, “spring 2007”, 2007-01..2007-06"
"""What stands on the empty line."""

_SORT_WIDTH = 10


class OfferRows(Rows, can_focus=False):
    """The filters; the keyboard stays in the line above."""

    def __init__(self) -> None:
        super().__init__("offer-rows")
        self.offers: Sequence[Offer] = ()
        """The filters that can be chosen."""

    def count(self) -> int:
        """Number of filters."""
        return len(self.offers)

    def draw(self, index: int, width: int) -> list[list[Piece]]:
        """What sort of filter it is, what it is, and how many rows would stay."""
        offer = self.offers[index]
        tail = f"{offer.count}" if offer.count or not offer.reported else f"{offer.reported} reported"
        room = max(8, width - _SORT_WIDTH - len(tail) - 2)
        return [[(pad(offer.sort, _SORT_WIDTH), "dim"), (pad(clip(safe(offer.words), room), room), ""),
                 (f" {tail}", "accent")]]  # fmt: skip


class Sift(Dialog[EventSieve | None]):
    """Counts as one types; gives back what is to be shown, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "Close", id="sift.close", tooltip="Leave what is shown as it is"),
        Binding("down,ctrl+n", "step(1)", "Next", show=False, id="sift.next", tooltip="Next filter"),
        Binding("up,ctrl+p", "step(-1)", "Before", show=False, id="sift.previous", tooltip="Filter before"),
    ]

    def __init__(self, corpus: Corpus, place: Place, now: EventSieve, index: "JumpIndex | None") -> None:
        """`now` is what is shown; `index` ranks names and titles."""
        super().__init__()
        self._corpus, self._place, self._now, self._index = corpus, place, now, index

    def compose(self) -> ComposeResult:
        """What is in force, the line, the filters, the keys."""
        said = self._now.said(self._corpus)
        with Vertical(classes="card sift"):
            yield Static(f"Show only: {squeeze(said)} and" if said else "Show only", classes="card-title", markup=False)
            yield Input(placeholder=HINT, compact=True)
            yield OfferRows()
            yield Static("", id="sift-none", markup=False)
            yield Hint("Enter show", "{sift.previous} {sift.next} choose", "{sift.close} leave")

    def on_mount(self) -> None:
        """Show the usual filters before anything is typed."""
        self.query_one(Input).cursor_blink = False
        self._offer("")

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._offer(event.value)

    def _offer(self, typed: str) -> None:
        rows = self.query_one(OfferRows)
        rows.offers = offers(self._corpus, self._place, self._now, typed, self._index)
        rows.reset(0)
        rows.scroll_to(y=0, animate=False, immediate=True)
        self.query_one("#sift-none", Static).update("" if rows.offers else "No event is left by that.")

    def action_step(self, by: int) -> None:
        """Move among the filters."""
        self.query_one(OfferRows).action_step(by)

    @on(Rows.Moved)
    def _moved(self, event: Rows.Moved) -> None:
        event.stop()

    @on(Input.Submitted)
    @on(Rows.Chosen)
    def _choose(self, event: Input.Submitted | Rows.Chosen) -> None:
        event.stop()
        rows = self.query_one(OfferRows)
        if rows.offers:
            self.dismiss(rows.offers[rows.cursor].sieve)
