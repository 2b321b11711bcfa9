"""The jump box: one line of typing that leads to any name, article, event, date or note."""

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from tui.corpus.tables import Corpus
from tui.dates.days import civil
from tui.dates.words import describe
from tui.dialogs.bindings import own_keys
from tui.dialogs.finder import Finder, QueryLine
from tui.dialogs.low import LOW
from tui.display import safe, squeeze
from tui.jump import Hit, JumpIndex, Target, Tier
from tui.jump.scope import read_scope
from tui.model import OPEN_FUTURE, OPEN_PAST, When
from tui.panes.rows import Piece, Rows, clip, pad
from tui.reader.context import line_around
from tui.reader.keys import spelt_out
from tui.reader.targets import goto_of

QUOTE = '"'
"""What leads from the jump box to full text."""


class HitRows(Rows, can_focus=False):
    """The ranked targets; the keyboard stays in the line above."""

    def __init__(self) -> None:
        super().__init__("hit-rows")
        self.hits: Sequence[Hit] = ()
        """What the query found, best first."""
        self.corpus: Corpus | None = None
        """The collection."""

    def count(self) -> int:
        """Number of hits."""
        return len(self.hits)

    def draw(self, index: int, width: int) -> list[list[Piece]]:
        """Kind, name with the matched letters lit, why it matched when that is not plain, how often and when."""
        hit = self.hits[index]
        target = hit.target
        kind, tail = self._facts(target, width)
        lead = f"{kind[: _KIND - 1]:<{_KIND}}" if width >= _NARROW else ""
        why = f"  {self._why(hit)}" if self._why(hit) else ""
        room = max(8, width - len(lead) - cell_len(tail))
        shown = clip(safe(target.name), room - min(cell_len(why), room // 2))
        pieces: list[Piece] = [(lead, "dim")]
        if hit.matched == target.name:
            lit = set(hit.letters)
            pieces += [(letter, "matched" if place in lit else "") for place, letter in enumerate(shown)]
        else:
            pieces.append((shown, ""))
        pieces.append((pad(safe(why), max(0, room - cell_len(shown))), "dim"))
        pieces.append((tail, "dim"))
        return [pieces]

    def _why(self, hit: Hit) -> str:
        if hit.target.kind == "command":
            return hit.target.aliases[0][0]
        if hit.reason:
            return f"{hit.reason}: {hit.matched}"
        return "lately" if hit.tier is Tier.RECENT else ""

    def _facts(self, target: Target, width: int) -> tuple[str, str]:
        """What kind of thing it is, and at the end of its row how often and when."""
        corpus = self.corpus
        if corpus is None or not isinstance(target.ref, int):
            return target.kind, ""
        when: When | None = None
        if target.kind == "entity":
            entity = corpus.entities[target.ref]
            years = _years(corpus, target.ref) if width >= _WIDE else ""
            return entity.kind.value, f"  {years:>9} {target.weight:>5}" if width >= _WIDE else f" {target.weight:>4}"
        if target.kind == "event":
            when = corpus.events[target.ref].when
        elif target.kind == "article":
            when = corpus.articles[target.ref].published
        return target.kind, f"  {describe(when)}" if when is not None and width >= _NARROW else ""


def _years(corpus: Corpus, entity: int) -> str:
    """The first and last year of what happened with an entity, open ends aside."""
    columns = corpus.events.columns
    told = [(columns.firsts[event], columns.lasts[event]) for event in corpus.events.dated_of(entity)]
    ends = [day for span in told for day in span if OPEN_PAST < day < OPEN_FUTURE]
    if not ends:
        return ""
    first, last = civil(min(ends))[0], civil(max(ends))[0]
    return f"{first}" if first == last else f"{first}–{last}"


_NONE = {"": "Nothing", "@": "No name", "#": "No date or event", "!": "No note", ">": "No key"}
_SIGNS = ("@ names", "# dates", "! notes", "> keys", '" text', "{jump.close} close")
_GAP, _CORNERS = "   ", 6
_AROUND = 90
_SPILLED = 12
_KIND = 13
_NARROW = 56
_WIDE = 80


class JumpBox(Finder[Target | None]):
    """Ranks as one types; gives back what was chosen, or None."""

    VERTICAL_BREAKPOINTS = LOW

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "Close", id="jump.close", tooltip="Back to where you were"),
        Binding("down,ctrl+n", "step(1)", "Next", show=False, id="jump.next", tooltip="Next hit"),
        Binding("up,ctrl+p", "step(-1)", "Before", show=False, id="jump.previous", tooltip="Hit before"),
        Binding("pagedown", "step(8)", "Page", show=False, id="jump.page-down", tooltip="Eight hits on"),
        Binding("pageup", "step(-8)", "Page", show=False, id="jump.page-up", tooltip="Eight hits back"),
    ]

    def __init__(self, corpus: Corpus, index: JumpIndex, recent: Sequence[tuple[str, int | str]] = ()) -> None:
        """`recent` names (kind, ref) of targets gone to lately, latest first."""
        super().__init__(classes="dialog")
        self._corpus, self._index, self._recent = corpus, index, recent

    def compose(self) -> ComposeResult:
        """The line, the hits, a preview."""
        with Vertical(classes="card jump"):
            yield QueryLine(placeholder="a name, a title, “may 2007” …", compact=True)
            yield HitRows()
            yield Static("", id="preview", markup=False)

    def on_mount(self) -> None:
        """Show what was last gone to before anything is typed."""
        self.query_one(Input).cursor_blink = False
        self.query_one(HitRows).corpus = self._corpus
        self._rank("")
        # Watched, not told by a message: the hits are then painted with the letter, and not a frame or two later.
        self.watch(self.query_one(Input), "value", self._typed, init=False)

    def on_resize(self) -> None:
        """Under the line, the signs that narrow what is looked for and the key that leaves, as far as they fit."""
        line = self.query_one(Input)
        told = [spelt_out(words, own_keys(self.app)) for words in _SIGNS]
        while len(told) > 1 and len(_GAP.join(told)) + _CORNERS > line.outer_size.width:
            del told[-2]
        line.border_subtitle = Content(f" {_GAP.join(told)} ")

    def _typed(self, value: str) -> None:
        if value.startswith(QUOTE):
            self.dismiss(Target("search", value, value))
        else:
            self._rank(value)

    def _rank(self, query: str) -> None:
        rows = self.query_one(HitRows)
        rows.hits = self._index.rank(query, limit=50, recent=self._recent)
        rows.reset(0)
        rows.scroll_to(y=0, animate=False, immediate=True)
        sign, typed = read_scope(query)
        self.preview("" if rows.hits or not typed else f"{_NONE[sign]} here is called “{squeeze(typed)}”.")

    def preview(self, instead: str = "") -> None:
        """Show what the hit under the cursor is about, or these words `instead`."""
        shown = self.query_one("#preview", Static)
        rows = self.query_one(HitRows)
        if instead or not rows.hits:
            shown.update(instead, layout=False)
            return
        shown.update(self._words_of(rows.hits[rows.cursor].target), layout=False)

    def _words_of(self, target: Target) -> Content:
        corpus = self._corpus
        goto = goto_of(corpus, target)
        if goto is None:
            return Content("")
        if goto.event is not None:
            event = corpus.events[goto.event]
            return Content.assemble(
                (describe(event.when), "bold"), "  ", squeeze(event.headline), "\n",
                (squeeze(corpus.articles[event.article].title), "$quiet"),
            )  # fmt: skip
        if goto.entity is not None:
            found = corpus.mentions.of_entity(goto.entity)
            if found:
                before, said, after = line_around(
                    corpus.text(found[0].article), found[0].start, found[0].end, self._around
                )
                return Content.assemble((f"…{before}", "$quiet"), (said, "bold"), (f"{after}…", "$quiet"))
            return Content("")
        if goto.article is not None:
            text = corpus.text(goto.article)
            at = goto.at or 0
            return Content(squeeze(text[at : at + 240]))
        return Content("")

    @property
    def _around(self) -> int:
        """Characters on either side of a name that fill the preview without running over."""
        shown = self.query_one("#preview").size
        return max(12, min(_AROUND, (shown.width - _SPILLED) * shown.height // 2 - 5)) if shown.width else _AROUND

    def choose(self) -> None:
        """Leave with the hit under the cursor."""
        rows = self.query_one(HitRows)
        if rows.hits:
            self.dismiss(rows.hits[rows.cursor].target)
