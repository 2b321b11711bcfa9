"""The marks of the rows of a spool, in calendar order, made where they lie: nothing is held beside it but days."""

from array import array
from collections.abc import Iterable, Iterator, Sequence

from tui.corpus.spooled import Spooled
from tui.events.marks import Mark, Marks, bounds_of


class SpoolMarks(Marks):
    """As `Marks`, of rows that were spooled; index i belongs to row `order[i]` of them."""

    def __init__(self, rows: Spooled, order: Sequence[int], articles: Sequence[int]) -> None:
        """`articles` is the article of each row, in that order."""
        self._rows, self._order = rows, order
        self.articles = articles
        whens = rows.whens.values
        self._bounds: list[tuple[int, ...]] = [bounds_of(when) for when in whens]
        firsts, lasts = array("i", (when.first for when in whens)), array("i", (when.last for when in whens))
        self.first = array("i", map(firsts.__getitem__, map(rows.when.__getitem__, order)))
        """First day each can mean."""
        self.last = array("i", map(lasts.__getitem__, map(rows.when.__getitem__, order)))
        """Last day each can mean."""

    def __getitem__(self, at: int) -> Mark:
        rows, row = self._rows, self._order[at]
        mark = Mark()
        mark.first, mark.last = self.first[at], self.last[at]
        mark.date(*self._bounds[rows.when[row]], reported=rows.reported[row])
        mark.article, mark.start = rows.article[row], rows.start[row]
        rows.seen(row, mark)
        return mark

    def things(self) -> Iterable[int]:
        """The things of all rows, one after the other."""
        return self._rows.things()

    def nouns(self) -> Iterable[int]:
        """The nouns of all rows, one after the other."""
        return self._rows.nouns()

    def counts(self, at: int) -> bool:
        """Whether a row counts something."""
        return self._rows.counts(self._order[at])

    def exact_days(self) -> Iterator[int]:
        """The day of every row that is dated exactly by its own date."""
        rows = self._rows
        exact = bytes(of_a_day and not vague for _, vague, of_a_day, _ in self._bounds)
        for at, row in enumerate(self._order):
            if exact[rows.when[row]] and not rows.reported[row]:
                yield self.first[at]
