"""What the desk does about finding: full text and going on through it, marks, commands by name."""

from abc import abstractmethod
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.reactive import reactive

from tui import paths
from tui.desk.times import TimeScreen
from tui.dialogs.bindings import own_keys
from tui.display import squeeze
from tui.notes.errors import NotesError
from tui.panes import wishes
from tui.reader.keys import spelt_out
from tui.reader.place import Goto, Looked, Place
from tui.reader.tour import SEARCH
from tui.reader.ways import Kept, Ways, kept_of, place_of

if TYPE_CHECKING:  # for annotations alone: searching loads engines the first page does not need
    from tui.reader.searcher import Searcher, Sought
    from tui.reader.searches import Searches

LAST = "'"
"""The mark of the last place: where one was before the last jump."""


class SeekScreen(TimeScreen):
    """A screen one can find things from."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("s", "search", "Search all", id="desk.search",
                tooltip="Search the full text of the collection; n and N then go on through the articles"),
        Binding("m", "mark", "Mark", show=False, id="desk.mark", tooltip="Mark this place with a letter"),
        Binding("apostrophe", "to_mark", "To mark", show=False, id="desk.to-mark",
                tooltip="Go to a marked place by its letter; '' to where you were before the last jump"),
    ]  # fmt: skip

    sought: "reactive[Sought | None]" = reactive(None, repaint=False)
    """The search one is going through, if any."""
    marked: Mapping[str, Kept]
    """Marked places by letter, by their stable keys."""

    @property
    def searcher(self) -> "Searcher | None":
        """The full text of the collection; None for a screen that knows no folder."""
        return None

    @abstractmethod
    def open_dossier(self, entity: int, leave: Callable[[], None]) -> None:
        """Open a dossier over what is open; `leave` closes that before anything in the dossier leads elsewhere."""

    @abstractmethod
    def did(self, deed: str) -> None:
        """Take note of what the reader did, one of the deeds of `tui.reader.tour`."""

    # --- full text

    def action_search(self, query: str = "", looked: Looked | None = None) -> None:
        """Open the search box, with a query as it was `looked` for before if one is given."""
        if self.corpus is None or not self.corpus.articles or self.searcher is None:
            return
        from tui.dialogs.search import SearchBox, Went
        from tui.reader import searches
        from tui.reader.fulltext import marks_of

        known = searches.load(paths.state())
        box = SearchBox(
            self.corpus, self.searcher, marks_of(self.notes), known,
            keep=self._keep_searches, query=query, looked=looked,
        )  # fmt: skip

        def closed(went: Went | None) -> None:
            if box.searches != known:
                self._keep_searches(box.searches)
            if went is not None:
                self.sought = went.sought
                path = self.corpus.articles[went.article].path if self.corpus is not None else ""
                self.go(Goto(article=went.article, at=went.hit.start),
                        search=Looked(went.sought.query, path, went.hit.start))  # fmt: skip
                self._tell_hit(went.sought, went.article, went.hit.start)
                self.did(SEARCH)
            elif box.walks:
                (self.action_back if box.walks < 0 else self.action_forward)()

        self.app.push_screen(box, closed)

    def open_again(self, place: Place) -> None:
        """Open the search that was open over a place of the trail."""
        super().open_again(place)
        if place.search is not None:
            self.action_search(place.search.query, place.search)

    def _keep_searches(self, made: "Searches") -> None:
        from tui.reader import searches

        try:
            searches.keep(paths.state(), made)
        except NotesError as error:
            self.say(str(error), wrong=True)

    @on(wishes.Search)
    def _wants_search(self, event: wishes.Search) -> None:
        event.stop()
        self.action_search(event.query)

    @on(wishes.SearchStep)
    def _wants_hit(self, event: wishes.SearchStep) -> None:
        """Go on through the hits of the last search, from where the reader is."""
        event.stop()
        if self.sought is None:
            self._say_with_keys(
                "{pane.find-next} goes on through a search: {pane.find} searches this pane, "
                "{desk.search} the whole collection."
            )
            return
        step = self.sought.after(self.place.article, self.place.at, event.by)
        if step is None:
            self.say(f"No more of “{squeeze(self.sought.query)}” that way.")
            return
        article, hit = step
        self.go(Goto(article=article, at=hit.start, keep=article == self.place.article))
        self._tell_hit(self.sought, article, hit.start)

    def _tell_hit(self, sought: "Sought", article: int, at: int) -> None:
        hits = sought.hits_in(article)
        here = next((number for number, hit in enumerate(hits, 1) if hit.start == at), 0)
        number = f"{here}/{len(hits)}" if here else f"{len(hits)}"
        others = len(sought.answer.articles)
        more = f", {others:,} articles" if others > 1 else ""
        query = squeeze(sought.query)
        self._say_with_keys(
            "{pane.find-next} next   {pane.find-previous} before   {desk.clear} puts it out",
            f"“{query}”  {number} here{more}   ",
        )

    def _say_with_keys(self, words: str, before: str = "") -> None:
        """Say words that name keys by what they do, as the reader has them, behind others said as they are."""
        self.say(before + spelt_out(words, own_keys(self.app)))

    # --- marks

    def action_mark(self) -> None:
        """Mark this place with the letter that is pressed next."""
        from tui.dialogs.letter import Letter

        def pressed(letter: str | None) -> None:
            if letter is None or self.corpus is None:
                return
            if not letter.isalnum():
                self.say("A mark is a letter or a digit.")
                return
            self.marked = {**self.marked, letter: kept_of(self.corpus, self.place)}
            self.keep_ways()
            self.say(f"Marked: '{letter} comes back here.")

        self.app.push_screen(Letter("Mark this place with a letter", self._marks_told()), pressed)

    def action_to_mark(self) -> None:
        """Go to the place marked with the letter that is pressed next."""
        from tui.dialogs.letter import Letter

        def pressed(letter: str | None) -> None:
            if letter is None or self.corpus is None:
                return
            if letter == LAST:
                there = self.last_place()
            else:
                kept = self.marked.get(letter)
                there = place_of(self.corpus, kept) if kept is not None else None
            if there is None:
                self.say("Nothing was left yet." if letter == LAST else f"Nothing here is marked {squeeze(letter)}.")
            else:
                self.go_to(there)

        self.app.push_screen(Letter("Go to a mark   ' where you were", self._marks_told()), pressed)

    def _marks_told(self) -> list[str]:
        corpus = self.corpus
        if corpus is None:
            return []
        told = []
        for letter, place in Ways(marks=self.marked).places(corpus).items():
            article = corpus.articles[place.article]
            share = f"{place.at / article.chars:.0%}" if article.chars else ""
            told.append(f"{letter}  {squeeze(article.title)}  {share}")
        return told
