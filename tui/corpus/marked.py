"""The marks of the rows of a spool, in calendar order, made where they lie: nothing is held beside it but days."""

from collections.abc import Iterable, Iterator, Sequence

from tui.corpus.spooled import Spooled
from tui.events.marks import Mark, Marks, bounds_of
from tui.model import When

Bounds = Sequence[tuple[int, int, int, int]]
"""What `bounds_of` says of each date, by its number."""


def bounds_in(whens: Iterable[When]) -> Bounds:
    """The bounds of the dates with these numbers."""
    few: dict[tuple[int, int, int, int], tuple[int, int, int, int]] = {}
    return [few.setdefault(bounds, bounds) for bounds in map(bounds_of, whens)]


class SpoolMarks(Marks):
    """As `Marks`, of rows that were spooled and put in order; index i belongs to the one at place i of that order."""

    def __init__(self, rows: Spooled, bounds: Bounds) -> None:
        """`bounds` are those of the dates that the rows have numbers of."""
        self._rows, self._bounds = rows, bounds
        self._order, self.articles = rows.columns["order"], rows.columns["articles"]
        self.first, self.last = rows.columns["firsts"], rows.columns["lasts"]

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
