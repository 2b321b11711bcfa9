"""The search box: a query, and what it finds in the full text, as one types."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from tui.corpus.tables import Corpus
from tui.dialogs.around import around
from tui.dialogs.dialog import Hint
from tui.dialogs.finder import QueryLine
from tui.dialogs.looking import Counted, Looking, Refused, Some
from tui.dialogs.search_facts import SearchFacts
from tui.dialogs.search_rows import Entry, SearchRows, entries_of
from tui.dialogs.searchkeeping import SearchKeeping
from tui.display import squeeze
from tui.reader.place import Looked
from tui.reader.searcher import Searcher, Sought
from tui.reader.searches import Searches
from tui.search import Answer, Hit, Marks

_AHEAD = 60
_LOW, _TALL = 18, 32
_FAR = 4000


@dataclass(frozen=True, slots=True)
class Went:
    """Where a search led."""

    sought: Sought
    """The search."""
    article: int
    """Article id."""
    hit: Hit
    """The hit that was chosen."""


class SearchBox(SearchKeeping[Went | None]):
    """Searches as one types; gives back the hit that was chosen, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "Close", id="search.close", tooltip="Back to where you were"),
        Binding("down,ctrl+n", "step(1)", "Next", show=False, id="search.next", tooltip="Next hit"),
        Binding("up,ctrl+p", "step(-1)", "Before", show=False, id="search.previous", tooltip="Hit before"),
        Binding("pagedown", "step(10)", "Page", show=False, id="search.page-down", tooltip="Ten hits on"),
        Binding("pageup", "step(-10)", "Page", show=False, id="search.page-up", tooltip="Ten hits back"),
        Binding("tab", "group(1)", "Next article", show=False, id="search.article-next",
                tooltip="First hit of the next article"),
        Binding("shift+tab", "group(-1)", "Article before", show=False, id="search.article-previous",
                tooltip="First hit of this article, or of the one before"),
        Binding("ctrl+o,alt+left", "walk(-1)", "Back", show=False, id="search.back",
                tooltip="Back along the trail, as at the desk"),
        Binding("alt+right", "walk(1)", "Forward", show=False, id="search.forward", tooltip="Forward again"),
        Binding("ctrl+s", "save", "Save", id="search.save", tooltip="Keep this search under a name"),
        Binding("ctrl+x", "forget", "Forget", show=False, id="search.forget", priority=True,
                tooltip="Forget the search under the cursor"),
    ]  # fmt: skip

    def __init__(
        self,
        corpus: Corpus,
        searcher: Searcher,
        marks: Marks,
        searches: Searches,
        *,
        keep: Callable[[Searches], None],
        query: str = "",
        looked: Looked | None = None,
    ) -> None:
        """`query` stands in the line at the beginning, the cursor on the hit that was gone to when it was `looked`.

        `keep` is given the searches whenever one is kept under a name or forgotten.
        """
        super().__init__(searches, keep)
        self._corpus, self._searcher = corpus, searcher
        self._looking = Looking(corpus, searcher, marks, self.post_message)
        self.walks = 0
        """-1 if it was closed to go back along the trail, 1 to go forward."""
        self._first_query = query
        self._looked = looked
        self._answer: Answer | None = None
        self._taken = 0
        self._total: int | None = None
        self._working = False
        self._spread: tuple[Sequence[int], tuple[int, int]] = (), (0, -1)

    def compose(self) -> ComposeResult:
        """The line, what there is of it and when, the hits, the words around, the keys."""
        with Vertical(classes="card tall search"):
            yield QueryLine(self._first_query, placeholder="words, “a phrase”, kata*, ~quds, by:name, date:2007 …",
                        compact=True, select_on_focus=False)  # fmt: skip
            yield SearchFacts()
            yield SearchRows()
            yield Static("", id="search-preview", markup=False)
            yield Hint("Enter open", "{search.previous} {search.next} hits", "{search.article-next} article",
                       "{search.save} keep", "{search.close} close")  # fmt: skip

    def on_mount(self) -> None:
        """Show the searches made before, or begin with the one that was given."""
        line = self.query_one(Input)
        line.cursor_blink = False
        line.cursor_position = len(line.value)
        self.query_one(SearchRows).corpus = self._corpus
        self.run_worker(self._looking.warm, thread=True, group="warm")
        self._ask(self._first_query)

    def on_resize(self) -> None:
        """On a low screen the list is all there is."""
        card = self.query_one(".search")
        card.set_class(self.size.height < _LOW, "low")
        card.set_class(self.size.height < _TALL, "short")

    # --- asking

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        if event.value != self._first_query:
            self._looked = None
        self._ask(event.value)

    def _ask(self, query: str) -> None:
        asked = self._looking.next()
        self._spread = (), (0, -1)
        if query.strip():
            self._working = True
            self._run(partial(self._looking.look, query, asked))
        else:
            self._answer = None
            self.show_before(self._searcher.remark)

    def _run(self, work: Callable[[], None]) -> None:
        self.run_worker(work, thread=True, exclusive=True, group="search")

    def _go_on(self) -> None:
        """Find more hits once the cursor comes near the end of those found."""
        rows = self.query_one(SearchRows)
        answer = self._answer
        if answer is None or self._working or self._taken >= len(answer.articles):
            return
        if rows.cursor + _AHEAD >= rows.count() or self._looked is not None:
            self._working = True
            self._run(partial(self._looking.look_further, answer, self._looking.asked, self._taken))

    # --- showing

    @on(Some)
    def _more(self, event: Some) -> None:
        """Add hits; the first of a new answer take the place of those of the old."""
        event.stop()
        if event.asked != self._looking.asked:
            return
        rows = self.query_one(SearchRows)
        if event.answer is not self._answer:
            self._answer = event.answer
            rows.entries = []
            rows.scroll_to(y=0, animate=False, immediate=True)
        self._taken = event.taken
        rows.extend([entry for found in event.found for entry in entries_of(found)])
        self._take_up()
        self.preview()
        if event.further:
            # Not before the first question is answered whole: one thread asks at a time.
            self._working = False
            self._tell(event.answer, self._total)
            self._go_on()

    def _take_up(self) -> None:
        """Put the cursor where it was when the search was left, once that hit is found."""
        rows, looked = self.query_one(SearchRows), self._looked
        if looked is None:
            return
        article = self._corpus.article_at(looked.article)
        for row, entry in enumerate(rows.entries):
            here = entry.found is not None and entry.found.article == article
            if here and entry.at is not None and entry.at.start >= looked.at:
                rows.move(row)
                self._looked = None
                return
        if rows.count() > _FAR or article is None:
            self._looked = None

    @on(Counted)
    def _count(self, event: Counted) -> None:
        """Say how many there are, and when."""
        event.stop()
        if event.asked == self._looking.asked:
            self._total, self._spread = event.total, (event.spread, event.ends)
            self._tell(event.answer, event.total)
            if event.last:
                self._working = False
                self._go_on()

    @on(Refused)
    def _refuse(self, event: Refused) -> None:
        """Say what is wrong with the query; what was found before stays."""
        event.stop()
        if event.asked == self._looking.asked:
            self.query_one(SearchFacts).say(Content.styled(squeeze(event.sentence), "$conflict-mark"))

    def _tell(self, answer: Answer, total: int | None) -> None:
        """How many hits there are in how many articles, as far as that is known."""
        many = len(answer.articles)
        if total is None and answer is self._answer and self._taken >= many:
            # All of them were looked into: what was found is all there is.
            total = sum(len(entry.found.hits) for entry in self._heads() if entry.found is not None)
        if not many or (self._taken >= many and not self.query_one(SearchRows).count()):
            said = "nothing found"
        else:
            articles = f"{many:,} article{'s' if many != 1 else ''}"
            if not answer.certain:
                articles = f"{sum(1 for _ in self._heads()):,} articles so far" if self._taken < many else ""
                articles = articles or f"{sum(1 for _ in self._heads()):,} articles"
            said = f"{total:,} hit{'s' if total != 1 else ''} in {articles}" if total is not None else articles
        remark = self._searcher.remark
        self.query_one(SearchFacts).say(Content(said + (f"   {remark}" if remark else "")), *self._spread)

    def _heads(self) -> Iterable[Entry]:
        return (entry for entry in self.query_one(SearchRows).entries if entry.hit == -1)

    def preview(self) -> None:
        """Show the passage under the cursor."""
        shown, entry = self.query_one("#search-preview", Static), self.entry_here()
        hit = entry.at if entry is not None else None
        if entry is None or entry.found is None or hit is None:
            shown.update("", layout=False)
            return
        try:
            text = self._corpus.text(entry.found.article)
        except OSError as error:
            shown.update(squeeze(str(error)), layout=False)
            return
        shown.update(around(text, entry.found.hits, hit), layout=False)

    # --- moving, choosing

    def action_step(self, by: int) -> None:
        """Move among the hits."""
        self._looked = None
        super().action_step(by)
        self._go_on()

    def action_group(self, by: int) -> None:
        """Move to another article."""
        self._looked = None
        self.query_one(SearchRows).action_group(by)
        self.preview()
        self._go_on()

    def choose(self) -> None:
        """Go to the hit under the cursor, or make a search of before again."""
        entry, line = self.entry_here(), self.query_one(Input)
        if entry is None:
            return
        hit = entry.at
        if hit is not None and entry.found is not None and self._answer is not None:
            self.searches = self.searches.after(line.value)
            self.dismiss(Went(Sought(line.value.strip(), self._answer), entry.found.article, hit))
        elif entry.query:
            line.value = entry.query
            line.cursor_position = len(entry.query)

    def action_walk(self, by: int) -> None:
        """Close and go along the trail."""
        self.walks = by
        self.action_close()

    def action_close(self) -> None:
        """Back to where the reader was."""
        self._searcher.stop()
        super().action_close()
