"""The events of all articles once all are there: any row by its number, its marks made on demand."""

from array import array
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from tui.corpus.coded import EVENT_PARTS
from tui.corpus.made import Made
from tui.corpus.spool import Spool
from tui.events.counted import Count
from tui.events.marks import Mark
from tui.model import When

_NONE: frozenset[int] = frozenset()


class Spooled:
    """The rows of a spool, by the order they were put in."""

    def __init__(self, columns: Mapping[str, memoryview], terms: Sequence[str]) -> None:
        """`columns` are those of a spool, by name, or those of them that are wanted; `terms` are its terms."""
        self.columns = columns
        """The columns of the spool."""
        self._terms = terms
        self.when, self.article, self.start = columns["when"], columns["article"], columns["start"]
        """Number of each one's date, its article, and the offset of its clause."""
        self.reported = columns["reported"]
        """1 if only the article's publication dates it."""
        self._named, self._named_ends = columns["named"], columns["named_ends"]
        self._taking, self._part, self._part_ends = columns["taking"], columns["part"], columns["part_ends"]
        self._more, self._more_ends = columns["more"], columns["more_ends"]
        self._deeds, self._actor, self._line = columns["deeds"], columns["actor"], columns["line"]
        self._nouns, self._noun_ends = columns["nouns"], columns["noun_ends"]
        self._number, self._noun, self._deed = columns["number"], columns["noun"], columns["deed"]
        self._rough, self._counted, self._count_ends = columns["rough"], columns["counted"], columns["count_ends"]

    def __len__(self) -> int:
        return len(self.article)

    def named(self, row: int) -> Sequence[int]:
        """The names in a row's clause."""
        return self._named[self._named_ends[row - 1] if row else 0 : self._named_ends[row]]

    def parts(self, row: int) -> Sequence[tuple[int, int]]:
        """Who has which part in a row, the part as a number of `coded.EVENT_PARTS`."""
        begin, end = self._part_ends[row - 1] if row else 0, self._part_ends[row]
        return tuple(zip(self._taking[begin:end], self._part[begin:end], strict=True))

    def seen(self, row: int, mark: Mark) -> None:
        """Set what the words of a row let it be recognised by; numbers and nouns are numbered below zero."""
        mark.deeds, mark.actor, mark.line = self._deeds[row], self._actor[row], self._line[row]
        things = list(self.named(row))
        begin, end = self._more_ends[row - 1] if row else 0, self._more_ends[row]
        if begin < end:
            things += self._more[begin:end]
        begin, end = self._count_ends[row - 1] if row else 0, self._count_ends[row]
        mark.counted = ()
        if begin < end:
            mark.counted = tuple([self._count(at) for at in range(begin, end)])
            things += [-2 - term for term in self._counted[begin:end]]
        mark.things = frozenset(things)
        begin, end = self._noun_ends[row - 1] if row else 0, self._noun_ends[row]
        mark.nouns = frozenset([-2 - term for term in self._nouns[begin:end]]) if begin < end else _NONE
        begin, end = self._part_ends[row - 1] if row else 0, self._part_ends[row]
        mark.parts = ()
        if begin < end:
            parts = map(EVENT_PARTS.__getitem__, self._part[begin:end])
            mark.parts = tuple(zip(self._taking[begin:end], parts, strict=True))

    def counts(self, row: int) -> bool:
        """Whether a row counts something."""
        return self._count_ends[row] > (self._count_ends[row - 1] if row else 0)

    def things(self) -> Iterator[int]:
        """Who and how many of what the rows are about, as in `Mark.things`, one row after the other."""
        yield from self._named
        yield from self._more
        begin = 0
        for end in self._count_ends:
            if begin < end:
                yield from dict.fromkeys([-2 - term for term in self._counted[begin:end]])
                begin = end

    def nouns(self) -> Iterator[int]:
        """The plural nouns of the rows, as in `Mark.nouns`, one row after the other."""
        return (-2 - term for term in self._nouns)

    def commonness(self) -> dict[str, int]:
        """In how many rows each number of something, and each plural noun, stands."""
        tally = Counter(thing for thing in self.things() if thing < 0)
        tally.update(self.nouns())
        return {self._terms[-2 - term]: many for term, many in tally.items()}

    def _count(self, at: int) -> Count:
        words = self._terms
        return Count(self._number[at], words[self._noun[at]], words[self._deed[at]], bool(self._rough[at]))


def put_in_order(spool: Spool) -> None:
    """Put the rows of a spool in calendar order: by first day, the narrower first, then by number.

    Its new column "order" has them in that order, "articles", "firsts" and "lasts" their articles and days.
    """
    whens = spool.whens.values
    days = [(when.first, when.last) for when in whens]
    rank = {span: number for number, span in enumerate(sorted(set(days)))}
    ranks = array("I", map(rank.__getitem__, days))
    column, articles = spool.rolls["when"].settled(), spool.rolls["article"].settled()
    # A counting sort, as there are few dates and many rows: one step a row, and nothing is held beside the result.
    free = array("I", bytes(4 * (len(rank) + 1)))
    for when in column:
        free[ranks[when] + 1] += 1
    for number in range(len(rank)):
        free[number + 1] += free[number]
    order = array("I", bytes(4 * len(column)))
    for row, when in enumerate(column):
        number = ranks[when]
        order[free[number]] = row
        free[number] += 1
    firsts, lasts = [first for first, _ in days], [last for _, last in days]
    spool.add("order", "I", order)
    spool.add("articles", "I", map(articles.__getitem__, order))
    spool.add("firsts", "i", (firsts[column[row]] for row in order))
    spool.add("lasts", "i", (lasts[column[row]] for row in order))


class DatedRow(NamedTuple):
    """What is left of a row where only its date matters."""

    when: When
    """When it happened."""


class Dated(Made[DatedRow]):
    """Rows in calendar order, as far as their dates go."""

    def __init__(self, rows: Spooled, whens: Sequence[When]) -> None:
        """`whens` are the dates that the rows have numbers of."""
        super().__init__(len(rows))
        self._when, self._order, self._whens = rows.when, rows.columns["order"], whens

    def _make(self, row: int) -> DatedRow:
        return DatedRow(self._whens[self._when[self._order[row]]])
