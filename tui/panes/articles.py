"""The articles pane: the library, one row an article."""

from bisect import bisect_right
from dataclasses import replace
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.reactive import reactive

from tui.panes.articlerows import ArticleRows
from tui.panes.pane import ListPane
from tui.panes.shelving import shelving_bindings
from tui.panes.wishes import AllRead, ChooseOne, LayBeside, TurnRead, TurnStar, Went, WriteNote
from tui.reader.articlesieve import ArticleSieve, Order, Which
from tui.reader.place import Goto, Place


class ArticlesPane(ListPane):
    """The library: every article with its title and date."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a,A", "note", "Note", show=False, id="articles.note", tooltip="Write a note on this article"),
        Binding("F", "filter", "Filter", id="articles.filter",
                tooltip="Show only unread articles, those with a star, or those with notes"),
        Binding("O", "order", "Order", id="articles.order",
                tooltip="Sort the articles by date, title, length, or the unread first"),
        *shelving_bindings(),
        Binding("D", "all_read", "All read", show=False, id="articles.all-read",
                tooltip="Be done with all articles listed here: mark them as read"),
    ]  # fmt: skip

    title = "Articles"
    about = (
        "Every article of the collection. Enter opens one where it was left. A dot stands before what is unread: an "
        "article was read once its end came into view, or r says so."
    )

    sieve: reactive[ArticleSieve] = reactive(ArticleSieve(), repaint=False)
    """Which articles are listed, and in which order."""

    def __init__(self) -> None:
        super().__init__("articles")
        self._rows = ArticleRows()

    @property
    def view(self) -> ArticleRows:
        """The list of articles."""
        return self._rows

    def make_view(self) -> ArticleRows:
        """The list of articles."""
        return self._rows

    # --- following the desk

    def watch_corpus(self) -> None:
        """Show a new or fuller collection."""
        self._rows.corpus = self.corpus
        self._list()

    def watch_sieve(self) -> None:
        """List other articles, or the same in another order."""
        self._list()

    def watch_notes(self) -> None:
        """Count the notes on each article."""
        noted: dict[int, int] = {}
        for placed in self.notes:
            if placed.article is not None:
                noted[placed.article] = noted.get(placed.article, 0) + 1
        self._rows.noted = noted
        self._list(anew=self.sieve.which is Which.NOTED)

    def watch_read_marks(self) -> None:
        """Show what was read since, and the stars."""
        self._rows.read, self._rows.starred = self.read_marks.read, self.read_marks.starred
        # A row is not to vanish from under the cursor, nor to go elsewhere: the list is made anew on the way on.
        self._list(anew=not self.has_focus_within)

    def watch_place(self, old: Place, new: Place) -> None:
        """Mark the article in view."""
        if old.article != new.article:
            self._rows.here = new.article
            self._list(anew=self.sieve.which is Which.UNREAD or self.sieve.order is Order.UNREAD)
            if (row := self._row_of(new.article)) is not None:
                self._rows.reset(row)

    def _list(self, *, anew: bool = True) -> None:
        corpus, rows = self.corpus, self._rows
        if corpus is None or not self.is_mounted:
            return
        if anew:
            at = rows.ids[rows.cursor] if rows.cursor < rows.count() else None
            rows.ids = self.sieve.sift(corpus, self.read_marks, rows.noted, self.place.article)
            rows.reset(self._row_of(at) if at is not None else None)
        else:
            rows.reset()
        self._tell_count()

    def _row_of(self, article: int) -> int | None:
        ids = self._rows.ids
        if isinstance(ids, range):
            return article if article in ids else None
        return ids.index(article) if article in ids else None

    def _tell_count(self) -> None:
        corpus = self.corpus
        if corpus is None:
            return
        total, unread = len(corpus.articles), len(corpus.articles) - len(self.read_marks.read)
        said = self.sieve.said()
        many = f"{self._rows.count():,} of {total:,}" if not self.sieve.lets_all else f"{total:,}"
        skipped = len(corpus.facts.skipped)
        facts = [said, f"{unread:,} unread" if self.sieve.which is not Which.UNREAD else ""]
        facts.append(f"{skipped:,} not read in" if skipped else "")
        self.head(" · ".join([many, *(fact for fact in facts if fact)]))

    # --- the way through the articles, as they are listed

    def beside(self, article: int, by: int) -> int | None:
        """The article listed after (by 1) or before (by -1) another; None at the end."""
        ids = self._rows.ids
        row = self._row_of(article)
        if row is None:
            # It is not listed: go on where it would stand in the collection.
            after = bisect_right(sorted(ids), article)
            near = sorted(ids)[after : after + 1] if by > 0 else sorted(ids)[max(0, after - 1) : after]
            return near[0] if near else None
        return ids[row + by] if 0 <= row + by < len(ids) else None

    def next_unread(self, article: int) -> int | None:
        """The next article listed that is unread, round the end; else the next one of the collection; None if none."""
        corpus = self.corpus
        if corpus is None:
            return None
        for ids in (self._rows.ids, range(len(corpus.articles))):
            row = ids.index(article) + 1 if article in ids else 0
            around = (one for part in (range(row, len(ids)), range(row)) for one in map(ids.__getitem__, part))
            found = next((one for one in around if one != article and one not in self.read_marks.read), None)
            if found is not None:
                return found
        return None

    # --- what the keys do

    def article_meant(self) -> int | None:
        """The article under the cursor."""
        rows = self._rows
        return rows.ids[rows.cursor] if rows.cursor < rows.count() else None

    def row_chosen(self) -> None:
        """Open the article under the cursor where it was left."""
        if (here := self.article_meant()) is not None:
            self.post_message(Went(Goto(article=here)))

    def action_note(self) -> None:
        """Write a note on the article under the cursor."""
        if (here := self.article_meant()) is not None:
            self.post_message(WriteNote(article=here))

    def action_turn_read(self) -> None:
        """Say that the article under the cursor was read, or that it is unread."""
        if (here := self.article_meant()) is not None:
            self.post_message(TurnRead(here))

    def action_turn_star(self) -> None:
        """Give the article under the cursor a star, or take it away."""
        if (here := self.article_meant()) is not None:
            self.post_message(TurnStar(here))

    def action_compare(self) -> None:
        """Lay the article under the cursor beside the one in view, else beside one to be chosen."""
        if (here := self.article_meant()) is not None:
            self.post_message(LayBeside(here, self.place.article if here != self.place.article else None))

    def action_all_read(self) -> None:
        """Mark everything listed as read."""
        self.post_message(AllRead(tuple(self._rows.ids)))

    def action_filter(self) -> None:
        """Ask which articles to list."""
        corpus = self.corpus
        if corpus is None:
            return
        noted, marks, ways = self._rows.noted, self.read_marks, tuple(Which)
        counts = [len(self.sieve.only(which).sift(corpus, marks, noted)) for which in ways]
        options = [(which.value, f"{count:,}") for which, count in zip(ways, counts, strict=True)]

        def chosen(index: int) -> None:
            self.sieve = self.sieve.only(ways[index])

        self.post_message(ChooseOne("Show", "Which articles are listed here.", options, chosen))

    def action_order(self) -> None:
        """Ask for the order in which to list them."""
        ways = tuple(Order)
        options = [(order.value, "now" if order is self.sieve.order else "") for order in ways]

        def chosen(index: int) -> None:
            self.sieve = replace(self.sieve, order=ways[index])

        self.post_message(ChooseOne("Order", "How the articles listed here are sorted.", options, chosen))
