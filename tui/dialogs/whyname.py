"""Why a name is taken as it is: every spelling with its reason and where it is first met, each a way into the text."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static

from tui.corpus.tables import Corpus
from tui.dialogs.dialog import Hint
from tui.dialogs.listing import ListDialog
from tui.display import squeeze
from tui.panes.rows import Piece, Rows, clip, pad
from tui.reader.place import Goto
from tui.reader.why_name import WhySpelling, why_spellings


class SpellingRows(Rows):
    """The spellings, two lines each: what and why, then where."""

    row_height = 2

    def __init__(self, corpus: Corpus, entity: int, spellings: Sequence[WhySpelling]) -> None:
        super().__init__("spelling-rows")
        self._corpus = corpus
        self._kind = corpus.entities[entity].kind.value
        self.spellings = spellings
        """What is shown."""

    def count(self) -> int:
        """Number of spellings."""
        return len(self.spellings)

    def draw(self, index: int, width: int) -> list[list[Piece]]:
        """The spelling and why it is one; where it is first met."""
        one = self.spellings[index]
        name = clip(one.name, max(12, width // 2))
        where = "nowhere in these articles"
        if one.article is not None:
            where = f"first in {self._corpus.articles[one.article].title}, line {one.line}"
        return [
            [(name, self._kind), ("  ", ""), (one.reason, "")],
            [("    ", ""), (pad(where, max(0, width - 4)), "dim")],
        ]


class WhyName(ListDialog[Goto | None]):
    """Shows why; gives back where the reader wants to go, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,w", "close", "Close", id="why.close", tooltip="Back to where you were"),
    ]

    def __init__(self, corpus: Corpus, entity: int, kind: str) -> None:
        """`kind` says what speaks for its kind."""
        super().__init__()
        self._corpus, self._entity, self._why = corpus, entity, kind

    def compose(self) -> ComposeResult:
        """Name, kind and why, spellings, keys."""
        with Vertical(classes="card names why"):
            yield Static(squeeze(self._corpus.entities[self._entity].name), classes="card-title", markup=False)
            yield Static(squeeze(self._why), classes="card-about", markup=False)
            yield SpellingRows(self._corpus, self._entity, tuple(why_spellings(self._corpus, self._entity)))
            yield Hint("{rows.open} go there", "{rows.down} {rows.up} move", "{why.close} close")

    def on_mount(self) -> None:
        """Begin at the name shown."""
        rows = self.query_one(SpellingRows)
        rows.styles.max_height = rows.count() * rows.row_height
        super().on_mount()

    def choose(self, index: int) -> None:
        """Go where a spelling is first met."""
        one = self.query_one(SpellingRows).spellings[index]
        if one.article is not None:
            self.dismiss(Goto(article=one.article, at=one.start, entity=self._entity))
