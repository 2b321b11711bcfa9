"""The comparison: the sources of an event side by side, and why they cannot all be right."""

from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.events import Click, Resize
from textual.message import Message
from textual.widgets import Static

from tui.corpus.tables import Corpus
from tui.dialogs.choose import Choose, Option
from tui.dialogs.dialog import Dialog, Hint
from tui.display import squeeze
from tui.model import Conflict
from tui.panes.rowlinks import RowLink, event_links
from tui.reader.compared import Compared, Source
from tui.reader.place import Goto

SIDE_BY_SIDE = 100
"""Columns of the screen from which sources stand beside each other instead of below."""

MOST_COLUMNS = 3
"""Sources in one row at most."""


class SourceCard(Static, can_focus=True):
    """One telling: article, date, sentence."""

    class Chosen(Message):
        """The reader clicked on a telling."""

    def __init__(self, source: Source) -> None:
        sign = Content.styled("! ", "bold $conflict-mark") if source.disputed else Content("")
        super().__init__(
            Content.assemble(
                sign,
                (squeeze(source.title), "bold"),
                "\n",
                (source.date, "$accent-ink"),
                "\n\n",
                f"“{squeeze(source.sentence)}”",
            ),
            classes="source",
            markup=False,
        )
        self.source = source
        """What it tells."""

    def on_click(self, event: Click) -> None:
        """A second click goes to the place."""
        if event.chain > 1:
            self.post_message(self.Chosen())


@dataclass(frozen=True, slots=True)
class Judged:
    """The reader said something of a conflict."""

    conflict: Conflict
    """The conflict."""
    verdict: str
    """`DISMISSED` or `KEPT_OPEN` of `tui.corpus.claims`."""


class Compare(Dialog[Goto | Judged | None]):
    """Shows the sources of an event; gives back the one the reader wants to go to, or what is said of a conflict."""

    AUTO_FOCUS = "SourceCard"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "go", "Go there", id="compare.go", tooltip="Go to this place in the text"),
        Binding("right,l,j,down,tab", "step(1)", "Next", show=False, id="compare.next", tooltip="Next source"),
        Binding("left,h,k,up,shift+tab", "step(-1)", "Before", show=False, id="compare.previous",
                tooltip="Source before"),
        Binding("f", "names", "Names", id="compare.names",
                tooltip="Open one of the names in this source, or its date"),
        Binding("D", "judge('dismissed')", "Dismiss", show=False, id="timeline.dismiss",
                tooltip="Dismiss the conflict of this source: it is none; again takes that back"),
        Binding("exclamation_mark", "judge('open')", "Keep open", show=False, id="timeline.keep-open",
                tooltip="Keep the conflict of this source open: seen, and it stands; again takes that back"),
        Binding("escape,q,c", "close", "Close", id="compare.close", tooltip="Back to reading"),
    ]  # fmt: skip

    def __init__(self, compared: Compared, corpus: Corpus) -> None:
        super().__init__()
        self._compared, self._corpus = compared, corpus

    def compose(self) -> ComposeResult:
        """Why they cannot all be right, the sources, the keys."""
        sources, conflicts = self._compared.sources, self._compared.conflicts
        with Vertical(classes="card wide"):
            noun = "statement" if conflicts else "source"
            many = f"{len(sources)} {noun}s" if len(sources) != 1 else f"1 {noun}"
            yield Static(many, classes="card-title")
            if conflicts:
                lines = "\n".join(f"! {squeeze(conflict)}" for conflict in conflicts)
                yield Static(lines, classes="card-about contradiction", markup=False)
            with VerticalScroll(id="sources", can_focus=False):
                yield from map(SourceCard, sources)
            judge = ("{timeline.dismiss} dismiss", "{timeline.keep-open} keep open") if conflicts else ()
            yield Hint(
                "{compare.go} go there",
                "{compare.previous} {compare.next} other",
                "{compare.names} names",
                *judge,
                "{compare.close} close",
            )

    def on_resize(self, event: Resize) -> None:
        """Side by side where there is room."""
        beside = event.size.width >= SIDE_BY_SIDE
        frame = self.query_one("#sources")
        frame.set_class(beside, "beside")
        frame.styles.grid_size_columns = min(MOST_COLUMNS, max(1, len(self._compared.sources))) if beside else 1

    def action_step(self, by: int) -> None:
        """Turn to the next or previous source."""
        cards = list(self.query(SourceCard))
        here = next((index for index, card in enumerate(cards) if card.has_focus), 0)
        cards[max(0, min(here + by, len(cards) - 1))].focus()

    @on(SourceCard.Chosen)
    def action_go(self) -> None:
        """Go to the source in focus."""
        card = next((card for card in self.query(SourceCard) if card.has_focus), None)
        if card is not None:
            self.dismiss(Goto(event=card.source.event))

    def action_names(self) -> None:
        """Open a name or the date of the source in focus: the one there is, or the one that is chosen."""
        card = next((card for card in self.query(SourceCard) if card.has_focus), None)
        if card is None:
            return
        links = list(event_links(self._corpus, card.source.event))

        def opened(chosen: int | None) -> None:
            if chosen is not None:
                self.post_message(links[chosen].wish())

        if len(links) == 1:
            opened(0)
            return
        options = [Option(link.words, self._sort(link)) for link in links]
        about = "Enter opens all that is known about it, or why this day is meant."
        self.app.push_screen(Choose("What this source names", about, options), opened)

    def _sort(self, link: RowLink) -> str:
        """What a link leads to, in a word."""
        sort, number = link.goal
        return self._corpus.entities[number].kind.value if sort == "name" else sort

    def action_judge(self, verdict: str) -> None:
        """Say of the conflict in which the source in focus stands that it is none, or that it stays open."""
        card = next((card for card in self.query(SourceCard) if card.has_focus), None)
        between = self._compared.between
        mine = (one for one in between if card is not None and card.source.event in one.events)
        conflict = next(mine, between[0] if between else None)
        if conflict is not None:
            self.dismiss(Judged(conflict, verdict))
