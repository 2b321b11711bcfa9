"""Which other entity: typed in letters or picked from those most alike, with a look at the one under the cursor."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from tui.corpus.tables import Corpus
from tui.dialogs.dialog import Hint
from tui.dialogs.finder import Finder, QueryLine
from tui.display import safe, squeeze
from tui.panes.rows import Piece, Rows, clip
from tui.reader.portrait import portrait

Found = Sequence[tuple[int, str]]
"""Entity ids, each with a word on why it is here."""


class OtherRows(Rows, can_focus=False):
    """The entities to choose from; the keyboard stays in the line above."""

    def __init__(self, corpus: Corpus) -> None:
        super().__init__("other-rows")
        self._corpus = corpus
        self.found: Found = ()
        """What there is to choose from, best first."""

    def count(self) -> int:
        """Number of entities."""
        return len(self.found)

    def draw(self, index: int, width: int) -> list[list[Piece]]:
        """Kind, name, why, mentions."""
        entity, why = self.found[index]
        known = self._corpus.entities[entity]
        tail = f"  {why}  {known.count:,}" if why else f"  {known.count:,}"
        name = clip(safe(known.name), max(8, width - 13 - len(tail)))
        gap = " " * max(0, width - 13 - len(name) - len(tail))
        return [[(f"{known.kind.value:<13}", "dim"), (name, known.kind.value), (gap + tail, "dim")]]


class OtherName(Finder[int | None]):
    """Gives back the id of the entity that was chosen, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "Close", id="other.close", tooltip="Choose nothing"),
        Binding("down,ctrl+n", "step(1)", "Next", show=False, id="other.next", tooltip="Next name"),
        Binding("up,ctrl+p", "step(-1)", "Before", show=False, id="other.previous", tooltip="Name before"),
        Binding("pagedown", "step(8)", "Page", show=False, id="other.page-down", tooltip="Eight names on"),
        Binding("pageup", "step(-8)", "Page", show=False, id="other.page-up", tooltip="Eight names back"),
    ]

    def __init__(self, corpus: Corpus, title: str, find: Callable[[str], Found]) -> None:
        """`find` gives the entities for what was typed; for "", those to begin with."""
        super().__init__()
        self._corpus, self._title, self._find = corpus, title, find

    def compose(self) -> ComposeResult:
        """What for, the line, the names, a look at one."""
        with Vertical(classes="card names jump roomy"):
            yield Static(squeeze(self._title), classes="card-title", markup=False)
            yield QueryLine(placeholder="type a name, or take one that is alike", compact=True)
            yield OtherRows(self._corpus)
            yield Static("", id="preview", markup=False)
            yield Hint("Enter look at both", "{other.previous} {other.next} move", "{other.close} leave")

    def on_mount(self) -> None:
        """Begin with those most alike."""
        self.query_one(Input).cursor_blink = False
        self._rank("")

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._rank(event.value)

    def _rank(self, query: str) -> None:
        rows = self.query_one(OtherRows)
        rows.found = self._find(query.strip())
        rows.reset(0)
        rows.scroll_to(y=0, animate=False, immediate=True)
        self.preview(query)

    def preview(self, query: str = "") -> None:
        """Show who the name under the cursor is."""
        rows, shown = self.query_one(OtherRows), self.query_one("#preview", Static)
        if not rows.found:
            shown.update(f"Nobody here is called “{squeeze(query)}”." if query else "Type a name.")
            return
        one = portrait(self._corpus, rows.found[rows.cursor][0])
        words: list[str | tuple[str, str]] = [(squeeze(one.facts), "$quiet")]
        for quote in one.quotes[:1]:
            words += ["\n", (quote.before, "$quiet"), (quote.said, "bold"), (quote.after, "$quiet")]
        shown.update(Content.assemble(*words))

    def choose(self) -> None:
        """Leave with the name under the cursor."""
        rows = self.query_one(OtherRows)
        if rows.found:
            self.dismiss(rows.found[rows.cursor][0])
