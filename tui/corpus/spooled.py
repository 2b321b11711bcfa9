"""The events of all articles once all are there: any row by its number, its words and marks made on demand."""

from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tui.corpus.coded import EVENT_PARTS
from tui.corpus.made import Made
from tui.corpus.spool import Spool
from tui.events.counted import Count
from tui.events.marks import Mark
from tui.model import When


class Spooled:
    """The rows of a spool, by the order they were put in."""

    def __init__(self, spool: Spool) -> None:
        """Nothing is put into the spool after."""
        self._spool = spool
        self.whens = spool.whens
        """Their dates."""
        self.when, self.article = spool.when.settled(), spool.article.settled()
        """Number of each one's date, and its article."""
        self.start, self.end, self.at = spool.start.settled(), spool.end.settled(), spool.at.settled()
        """Offsets of each one's clause, after it, and of its date expression."""
        self.rule, self.reported = spool.rule.settled(), spool.reported.settled()
        """Number of the rule that dated each, and 1 if only the article's publication dates it."""
        self._named, self._named_ends = spool.named.settled(), spool.named_ends.settled()
        self._taking, self._part, self._part_ends = (
            spool.taking.settled(), spool.part.settled(), spool.part_ends.settled(),
        )  # fmt: skip
        self._more, self._more_ends = spool.more.settled(), spool.more_ends.settled()
        self._deeds, self._actor, self._line = spool.deeds.settled(), spool.actor.settled(), spool.line.settled()
        self._nouns, self._noun_ends = spool.nouns.settled(), spool.noun_ends.settled()
        self._number, self._noun, self._deed = spool.number.settled(), spool.noun.settled(), spool.deed.settled()
        self._rough, self._counted = spool.rough.settled(), spool.counted.settled()
        self._count_ends = spool.count_ends.settled()
        self._headline_ends = spool.headline_ends.settled()

    def __len__(self) -> int:
        return len(self.article)

    def in_order(self) -> "array[int]":
        """The rows in calendar order: by first day, the narrower first, then as they were put in."""
        days = [(when.first, when.last) for when in self.whens.values]
        rank = {span: number for number, span in enumerate(sorted(set(days)))}
        ranks = array("I", map(rank.__getitem__, days))
        # A counting sort, as there are few dates and many rows: one step a row, and nothing is held beside the result.
        free = array("I", bytes(4 * (len(rank) + 1)))
        for when in self.when:
            free[ranks[when] + 1] += 1
        for number in range(len(rank)):
            free[number + 1] += free[number]
        order = array("I", bytes(4 * len(self)))
        for row, when in enumerate(self.when):
            number = ranks[when]
            order[free[number]] = row
            free[number] += 1
        return order

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
        things = [*self.named(row), *self._more[self._more_ends[row - 1] if row else 0 : self._more_ends[row]]]
        begin, end = self._count_ends[row - 1] if row else 0, self._count_ends[row]
        mark.counted = ()
        if begin < end:
            mark.counted = tuple([self._count(at) for at in range(begin, end)])
            things += [-2 - term for term in self._counted[begin:end]]
        mark.things = frozenset(things)
        nouns = self._nouns[self._noun_ends[row - 1] if row else 0 : self._noun_ends[row]]
        mark.nouns = frozenset([-2 - term for term in nouns])
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
        return {self._spool.terms.values[-2 - term]: many for term, many in tally.items()}

    def _count(self, at: int) -> Count:
        words = self._spool.terms.values
        return Count(self._number[at], words[self._noun[at]], words[self._deed[at]], bool(self._rough[at]))

    def headline(self, row: int) -> str:
        """A row's headline."""
        start = self._headline_ends[row - 1] if row else 0
        self._spool.said.seek(start)
        return self._spool.said.read(self._headline_ends[row] - start).decode("utf-8", "surrogatepass")

    def dated(self, order: Sequence[int]) -> "Sequence[DatedRow]":
        """The rows in an order, as far as their dates go."""
        return _Dates(self, order)

    def close(self) -> None:
        """Let go of the files."""
        self._spool.close()


class DatedRow(NamedTuple):
    """What is left of a row where only its date matters."""

    when: When
    """When it happened."""


class _Dates(Made[DatedRow]):
    def __init__(self, rows: Spooled, order: Sequence[int]) -> None:
        super().__init__(len(order))
        self._rows, self._order = rows, order

    def _make(self, row: int) -> DatedRow:
        return DatedRow(self._rows.whens.values[self._rows.when[self._order[row]]])
