"""Two articles side by side, or one above the other: what both tell is stepped through, and both texts follow."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical
from textual.content import Content
from textual.events import Resize
from textual.widgets import Static

from tui.corpus.tables import Corpus
from tui.dialogs.dialog import Dialog
from tui.display import squeeze
from tui.panes.page import Page
from tui.reader.beside import Matter, matters
from tui.reader.place import Goto
from tui.reader.placed import PlacedNote
from tui.reader.sheet import Ink, facts_line, sheet_of

SIDE_BY_SIDE = 100
"""Columns of the screen from which the two stand beside each other."""

_LOOKS = {"conflict": "found", "event": "focus", "name": "focus"}
_SORTS = {"conflict": "they disagree", "event": "both tell", "name": "both name"}


class Beside(Dialog[Goto | None]):
    """Shows two articles; gives back where in one of them the reader wants to go on."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right_square_bracket,n", "matter(1)", "Next", show=False, id="beside.next",
                tooltip="To the next thing both speak of, in both texts"),
        Binding("left_square_bracket,N", "matter(-1)", "Before", show=False, id="beside.previous",
                tooltip="To the one before"),
        Binding("tab,l,h,shift+tab,right,left", "other", "Other side", show=False, id="beside.other",
                tooltip="To the other text"),
        Binding("enter", "go", "Go on there", show=False, id="beside.go",
                tooltip="Close, and go on reading at this place of this text"),
        Binding("escape,q,c", "close", "Close", id="beside.close", tooltip="Back to reading"),
    ]  # fmt: skip

    def __init__(
        self, corpus: Corpus, one: int, other: int, notes: Sequence[PlacedNote], at: tuple[int, int] = (0, 0)
    ) -> None:
        """`at` are the offsets to begin at in the two articles; raises OSError if the file of one has gone."""
        super().__init__("beside")
        self._corpus, self._articles, self._at = corpus, (one, other), at
        self._sheets = [sheet_of(corpus, article, comments=False, notes=notes) for article in (one, other)]
        self._pages = (Page("beside-one"), Page("beside-other"))
        self._matters = matters(corpus, one, other)
        self._here = -1

    def compose(self) -> ComposeResult:
        """The two texts under their titles, what both speak of, the keys."""
        with Container(id="beside"):
            for article, page in zip(self._articles, self._pages, strict=True):
                known = self._corpus.articles[article]
                head = Content.assemble((squeeze(known.title), "bold"), "  ", (squeeze(facts_line(known)), "$quiet"))
                with Vertical(classes="side"):
                    yield Static(head, classes="pane-head", markup=False)
                    yield page
        yield Static("", id="beside-matter", markup=False)
        yield Static("] [ what both speak of   Tab other text   Enter read on there   Esc close",
                     id="beside-keys", markup=False)  # fmt: skip

    def on_mount(self) -> None:
        """Show both texts where they are wanted."""
        for page, sheet, at in zip(self._pages, self._sheets, self._at, strict=True):
            page.show(sheet, at)
        self._pages[0].focus()
        self._tell()

    def on_resize(self, event: Resize) -> None:
        """Beside each other where there is room."""
        self.query_one("#beside").set_class(event.size.width >= SIDE_BY_SIDE, "wide")

    def _tell(self) -> None:
        shown = self.query_one("#beside-matter", Static)
        total = len(self._matters)
        if not total:
            shown.update("Nothing dated and no name is told by both.")
        elif self._here < 0:
            counts = {sort: sum(matter.sort == sort for matter in self._matters) for sort in _SORTS}
            told = [f"{counts['event']} events in both" if counts["event"] else "",
                    f"{counts['conflict']} contradictions" if counts["conflict"] else "",
                    f"{counts['name']} names in both" if counts["name"] else ""]  # fmt: skip
            shown.update(", ".join(words for words in told if words) + ": ] steps through them.")
        else:
            matter = self._matters[self._here]
            sign = ("! ", "bold $conflict-mark") if matter.sort == "conflict" else ""
            shown.update(Content.assemble(sign, f"{self._here + 1}/{total}  {_SORTS[matter.sort]}  ",
                                          (squeeze(matter.words), "bold")))  # fmt: skip

    def _show(self, matter: Matter) -> None:
        for page, (start, end) in zip(self._pages, (matter.one, matter.other), strict=True):
            page.go(start)
            page.lay_over([Ink(start, end, _LOOKS[matter.sort])])

    def action_matter(self, by: int) -> None:
        """Take both texts to the next or previous thing both speak of."""
        if self._matters:
            self._here = (self._here + by) % len(self._matters) if self._here >= 0 or by > 0 else len(self._matters) - 1
            self._show(self._matters[self._here])
            self._tell()

    def action_other(self) -> None:
        """Give the other text the keyboard."""
        one, other = self._pages
        (other if one.has_focus else one).focus()

    @on(Page.Moved)
    @on(Page.Touched)
    def _moved(self, event: Page.Moved | Page.Touched) -> None:
        event.stop()

    def action_go(self) -> None:
        """Go on reading in the text with the keyboard."""
        side = 0 if self._pages[0].has_focus else 1
        self.dismiss(Goto(article=self._articles[side], at=self._pages[side].reading_span[0]))
