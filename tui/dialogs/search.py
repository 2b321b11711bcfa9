"""The search box: a query, and what it finds in the full text, as one types."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static
from textual.worker import Worker, get_current_worker

from tui.corpus.tables import Corpus
from tui.dates.days import civil
from tui.dialogs.finder import Finder, QueryLine
from tui.dialogs.search_rows import Entry, SearchRows, entries_of
from tui.display import safe, squeeze
from tui.reader.place import Looked
from tui.reader.searcher import Searcher, Sought
from tui.reader.searches import Searches
from tui.reader.spread import bars, bounds, spread
from tui.search import Answer, Found, Hit, Marks, QueryError
from tui.search.schema import Unusable

_FIRST = 12
_MORE = 40
_AHEAD = 60
_STRIP = 40
_STRETCHES = 720
_NARROW = 60
_LOW, _TALL = 18, 32
_AROUND = 300
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


class SearchBox(Finder[Went | None]):
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

    @dataclass
    class Some(Message):
        """More articles with hits."""

        asked: int
        """Which question they answer."""
        answer: Answer
        """The answer."""
        found: Sequence[Found]
        """The articles."""
        taken: int
        """Candidates that have been looked into."""
        further: bool
        """Whether they were asked for after the first ones."""

    @dataclass
    class Counted(Message):
        """All candidates are known."""

        asked: int
        """Which question they answer."""
        answer: Answer
        """The answer."""
        total: int | None
        """Number of hits, if it can be told without reading."""
        remark: str
        """What is to be said of the index."""
        spread: Sequence[int] = ()
        """How many of the articles appeared in each of `_STRETCHES` equal stretches of the collection's time."""
        last: bool = False
        """Whether this is all there is to say."""

    @dataclass
    class Refused(Message):
        """The query could not be read."""

        asked: int
        """Which question it was."""
        sentence: str
        """Why."""

    @dataclass
    class SearchesChanged(Message):
        """A search was saved or forgotten."""

        searches: Searches
        """All of them now."""

    def __init__(
        self,
        corpus: Corpus,
        searcher: Searcher,
        marks: Marks,
        searches: Searches,
        *,
        query: str = "",
        looked: Looked | None = None,
    ) -> None:
        """`query` stands in the line at the beginning, the cursor on the hit that was gone to when it was `looked`."""
        super().__init__(classes="dialog")
        self._corpus, self._searcher, self._marks = corpus, searcher, marks
        self.searches = searches
        """Searches made before."""
        self.walks = 0
        """-1 if it was closed to go back along the trail, 1 to go forward."""
        self._first_query = query
        self._looked = looked
        self._asked = 0
        self._answer: Answer | None = None
        self._taken = 0
        self._total: int | None = None
        self._working = False
        self._all: tuple[int, int] | None = None
        self._spread: Sequence[int] = ()

    def compose(self) -> ComposeResult:
        """The line, what there is of it and when, the hits, the words around, the keys."""
        with Vertical(classes="card tall search"):
            yield QueryLine(self._first_query, placeholder="words, “a phrase”, kata*, ~quds, by:name, date:2007 …",
                        compact=True, select_on_focus=False)  # fmt: skip
            yield Static("", id="search-facts", markup=False)
            yield SearchRows()
            yield Static("", id="search-preview", markup=False)
            yield Static(self._keys(), classes="hint", markup=False)

    def on_mount(self) -> None:
        """Show the searches made before, or begin with the one that was given."""
        line = self.query_one(Input)
        line.cursor_blink = False
        line.cursor_position = len(line.value)
        self.query_one(SearchRows).corpus = self._corpus
        self.run_worker(partial(self._searcher.warm, self._corpus), thread=True, group="warm")
        self._ask(self._first_query)

    def _keys(self) -> str:
        return "Enter open   ↑ ↓ hits   Tab article   Ctrl-S keep   Esc close"

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
        self._asked += 1
        self._spread = ()
        self._searcher.stop()
        if query.strip():
            self._working = True
            self.run_worker(partial(self._look, query, self._asked), thread=True, exclusive=True, group="search")
        else:
            self._answer = None
            self._show_before()

    def _look(self, query: str, asked: int) -> None:
        """In a thread: the first hits as soon as they are known, then how many there are."""
        worker = get_current_worker()
        try:
            try:
                answer = self._searcher.ask(query, self._corpus, self._marks, typing=True)
                self._look_into(answer, asked, worker)
            except Unusable:
                if worker.is_cancelled or asked != self._asked:
                    return
                answer = self._searcher.ask_without_index(query, self._corpus, self._marks, typing=True)
                self._look_into(answer, asked, worker)
        except QueryError as error:
            self.post_message(self.Refused(asked, str(error)))

    def _look_into(self, answer: Answer, asked: int, worker: Worker[None]) -> None:
        answer.grow()
        self._locate(answer, asked, 0, _FIRST, worker)
        answer.finish()
        if worker.is_cancelled:
            return
        spread = self._spread_of(answer) if answer.certain else ()
        self.post_message(self.Counted(asked, answer, None, self._searcher.remark, spread))
        total = answer.total()
        if not worker.is_cancelled:
            self.post_message(self.Counted(asked, answer, total, self._searcher.remark, spread, last=True))

    def _spread_of(self, answer: Answer) -> Sequence[int]:
        """When the articles of an answer appeared."""
        articles = self._corpus.articles
        if self._all is None:
            self._all = bounds(article.published for article in articles if article.published is not None) or (0, -1)
        whens = (when for article in answer.articles if (when := articles[article].published) is not None)
        return spread(whens, *self._all, _STRETCHES)

    def _locate(self, answer: Answer, asked: int, first: int, most: int, worker: Worker[None]) -> None:
        """Post the next few articles that have hits, from a candidate on."""
        found: list[Found] = []
        at = first
        while at < len(answer.articles) and len(found) < most and not worker.is_cancelled:
            one = answer.found_in(answer.articles[at])
            at += 1
            if one is not None:
                found.append(one)
        if not worker.is_cancelled:
            self.post_message(self.Some(asked, answer, found, at, first > 0))

    def _look_further(self, answer: Answer, asked: int, first: int) -> None:
        self._locate(answer, asked, first, _MORE, get_current_worker())

    def _go_on(self) -> None:
        """Find more hits once the cursor comes near the end of those found."""
        rows = self.query_one(SearchRows)
        answer = self._answer
        if answer is None or self._working or self._taken >= len(answer.articles):
            return
        if rows.cursor + _AHEAD >= rows.count() or self._looked is not None:
            self._working = True
            look = partial(self._look_further, answer, self._asked, self._taken)
            self.run_worker(look, thread=True, exclusive=True, group="search")

    # --- showing

    def on_search_box_some(self, event: Some) -> None:
        """Add hits; the first of a new answer take the place of those of the old."""
        event.stop()
        if event.asked != self._asked:
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
            self._tell(event.answer, self._total, self._searcher.remark)
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

    def on_search_box_counted(self, event: Counted) -> None:
        """Say how many there are, and when."""
        event.stop()
        if event.asked == self._asked:
            self._total, self._spread = event.total, event.spread
            self._tell(event.answer, event.total, event.remark)
            if event.last:
                self._working = False
                self._go_on()

    def on_search_box_refused(self, event: Refused) -> None:
        """Say what is wrong with the query; what was found before stays."""
        event.stop()
        if event.asked == self._asked:
            self._facts(Content.styled(squeeze(event.sentence), "$conflict-mark"))

    def _tell(self, answer: Answer, total: int | None, remark: str) -> None:
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
        line = Content(said + (f"   {remark}" if remark else ""))
        self._facts(line, self._spread)

    def _heads(self) -> Iterable[Entry]:
        return (entry for entry in self.query_one(SearchRows).entries if entry.hit == -1)

    def _facts(self, line: Content, counts: Sequence[int] = ()) -> None:
        """One line of words, and at its right when the articles appeared."""
        shown = self.query_one("#search-facts", Static)
        width = shown.size.width
        strip = Content("")
        if any(counts) and self._all is not None and width >= _NARROW:
            first, last = self._all
            years = (str(civil(first)[0]), str(civil(last)[0]))
            room = min(_STRIP, width - line.cell_length - 16)
            if room >= 8:
                columns = [0] * room
                for stretch, count in enumerate(counts):
                    columns[stretch * room // len(counts)] += count
                drawn = bars(columns)
                strip = Content.assemble((f"{years[0]} ", "$quiet"), (drawn, "$accent-ink"), (f" {years[1]}", "$quiet"))
        gap = max(1, width - line.cell_length - strip.cell_length)
        shown.update(Content.assemble(line, " " * gap, strip), layout=False)

    def _show_before(self) -> None:
        rows = self.query_one(SearchRows)
        saved = [Entry(query=query, name=name) for name, query in self.searches.saved]
        rows.entries = [*saved, *(Entry(query=query) for query in self.searches.past)]
        rows.reset(0)
        rows.scroll_to(y=0, animate=False, immediate=True)
        self._facts(Content("searches made before: Enter makes one again" if rows.entries else self._searcher.remark))
        self.preview()

    def preview(self) -> None:
        """Show the passage under the cursor."""
        shown, entry = self.query_one("#search-preview", Static), self._entry()
        hit = entry.at if entry is not None else None
        if entry is None or entry.found is None or hit is None:
            shown.update("")
            return
        try:
            text = self._corpus.text(entry.found.article)
        except OSError as error:
            shown.update(squeeze(str(error)))
            return
        shown.update(around(text, entry.found.hits, hit))

    def _entry(self) -> Entry | None:
        rows = self.query_one(SearchRows)
        return rows.entries[rows.cursor] if 0 <= rows.cursor < rows.count() else None

    # --- moving, choosing, keeping

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
        entry, line = self._entry(), self.query_one(Input)
        if entry is None:
            return
        hit = entry.at
        if hit is not None and entry.found is not None and self._answer is not None:
            self.searches = self.searches.after(line.value)
            self.dismiss(Went(Sought(line.value.strip(), self._answer), entry.found.article, hit))
        elif entry.query:
            line.value = entry.query
            line.cursor_position = len(entry.query)

    def action_save(self) -> None:
        """Ask for a name to keep this search under."""
        query = self.query_one(Input).value.strip()
        if not query:
            return
        from tui.dialogs.line import Line

        def named(name: str | None) -> None:
            if name and name.strip():
                self.searches = self.searches.named(name, query)
                self.post_message(self.SearchesChanged(self.searches))
                self._facts(Content(f"kept as “{squeeze(name)}”: it stands in the list when the line is empty"))

        self.app.push_screen(Line("Keep this search under the name", query), named)

    def action_forget(self) -> None:
        """Forget a search made before."""
        entry = self._entry()
        if entry is not None and entry.found is None:
            self.searches = self.searches.without(entry.query, entry.name)
            self.post_message(self.SearchesChanged(self.searches))
            self._show_before()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only a search made before can be forgotten; elsewhere the key is the line's own."""
        if action == "forget":
            entry = self._entry()
            return entry is not None and entry.found is None
        return super().check_action(action, parameters)

    def action_walk(self, by: int) -> None:
        """Close and go along the trail."""
        self.walks = by
        self.action_close()

    def action_close(self) -> None:
        """Back to where the reader was."""
        self._searcher.stop()
        super().action_close()


def around(text: str, hits: Sequence[Hit], hit: Hit) -> Content:
    """The words about a hit, as far as its paragraph goes, with every hit among them lit."""
    begin = text.rfind("\n\n", 0, hit.start)
    first = max(0 if begin < 0 else begin + 2, hit.start - _AROUND // 2)
    stop = text.find("\n\n", hit.end)
    last = min(len(text) if stop < 0 else stop, hit.end + _AROUND)
    pieces: list[str | tuple[str, str]] = []
    if first > 0 and not text[first - 1].isspace():
        blank = text.find(" ", first, hit.start)
        first = first if blank < 0 else blank + 1
        pieces.append("…")
    at = first
    for one in hits:
        if first <= one.start and one.end <= last:
            pieces += [safe(text[at : one.start]), (safe(text[one.start : one.end]), "bold $accent-ink")]
            at = one.end
    return Content.assemble(*pieces, safe(text[at:last]).rstrip())
