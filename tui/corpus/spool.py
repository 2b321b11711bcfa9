"""The events of all articles on their way to the timeline: numbers in columns, words on disk, rows made on demand."""

import tempfile
from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar

from tui.corpus.coded import EVENT_PARTS
from tui.corpus.made import Made
from tui.events.counted import Count
from tui.events.marks import Mark
from tui.events.recognise import Traits
from tui.events.row import EventRow
from tui.model import When

_IN_MEMORY = 1 << 24
"""Bytes of words that stay in memory before a file is used."""

_AT_ONCE = 1 << 16
"""Numbers of a column that are changed at a time."""

_T = TypeVar("_T", str, When)


class Pool(Generic[_T]):
    """Each value once, with a number."""

    def __init__(self, *first: _T) -> None:
        """Begin with these values, numbered from 0."""
        self.values: list[_T] = []
        """The values by number."""
        self._numbers: dict[_T, int] = {}
        for value in first:
            self(value)

    def __call__(self, value: _T) -> int:
        """The number of a value."""
        number = self._numbers.setdefault(value, len(self.values))
        if number == len(self.values):
            self.values.append(value)
        return number

    def same(self, value: _T) -> _T:
        """The equal value that is held already, so that there is only one of it."""
        return self.values[self(value)]


class Spool:
    """Rows put in by article, in reading order, and taken out in calendar order."""

    def __init__(self, whens: Pool[When], words: Pool[str]) -> None:
        """Number dates and rules in these pools."""
        self.whens = whens
        """Its dates."""
        self._words = words
        self.when = array("I")
        """Number of each row's date."""
        self.article = array("I")
        """Article of each row."""
        self.start = array("I")
        """Offset of its clause."""
        self.end = array("I")
        """Offset after its clause."""
        self.at = array("I")
        """Offset of its date expression."""
        self.rule = array("I")
        """Number of the rule that dated it."""
        self.reported = array("B")
        """1 if only the article's publication dates it."""
        self._named = array("I")
        self._named_ends = array("I")
        self._taking = array("I")
        self._part = array("B")
        self._part_ends = array("I")
        self._deeds, self._actor, self._line = array("Q"), array("i"), array("q")
        self._terms = Pool[str]()
        self._nouns, self._noun_ends = array("I"), array("I")
        self._more, self._more_ends = array("I"), array("I")
        self._number, self._noun, self._deed, self._rough = array("I"), array("I"), array("I"), array("B")
        self._counted = array("I")
        self._count_ends = array("I")
        self._said = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 - it ends with the spool
        self._headline_ends = array("Q")
        self._bytes = 0

    def __len__(self) -> int:
        return len(self.article)

    def put(self, article: int, row: EventRow, traits: Traits) -> None:
        """Add a row and what it can be recognised by."""
        self.when.append(self.whens(row.when))
        self.article.append(article)
        self.start.append(row.start)
        self.end.append(row.end)
        self.at.append(row.at)
        self.rule.append(self._words(row.rule))
        self.reported.append(row.reported)
        self._named.extend(row.entities)
        self._named_ends.append(len(self._named))
        for entity, part in row.parts:
            self._taking.append(entity)
            self._part.append(EVENT_PARTS.index(part))
            if entity not in row.entities:
                self._more.append(entity)
        self._part_ends.append(len(self._taking))
        self._more_ends.append(len(self._more))
        self._deeds.append(traits.deeds)
        self._actor.append(traits.actor)
        self._line.append(traits.line)
        terms = self._terms
        self._nouns.extend([terms(noun) for noun in traits.nouns])
        self._noun_ends.append(len(self._nouns))
        for one in traits.counted:
            self._number.append(one.number)
            self._counted.append(terms(f"{one.number} {one.noun}"))
            self._noun.append(terms(one.noun))
            self._deed.append(terms(one.action))
            self._rough.append(one.rough)
        self._count_ends.append(len(self._number))
        said = row.headline.encode("utf-8", "surrogatepass")
        self._said.write(said)
        self._bytes += len(said)
        self._headline_ends.append(self._bytes)

    def renumber(self, now: Sequence[int]) -> None:
        """Give all names other numbers: `now[i]` is that of i."""
        for column in (self._named, self._taking, self._more):
            _mapped(column, now)
        _mapped(self._actor, [*now, -1])  # the last stands for nobody

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

    def named(self, row: int) -> "array[int]":
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
        return {self._terms.values[-2 - term]: many for term, many in tally.items()}

    def _count(self, at: int) -> Count:
        words = self._terms.values
        return Count(self._number[at], words[self._noun[at]], words[self._deed[at]], bool(self._rough[at]))

    def headline(self, row: int) -> str:
        """A row's headline."""
        start = self._headline_ends[row - 1] if row else 0
        self._said.seek(start)
        return self._said.read(self._headline_ends[row] - start).decode("utf-8", "surrogatepass")

    def dated(self, order: Sequence[int]) -> "Sequence[DatedRow]":
        """The rows in an order, as far as their dates go."""
        return _Dates(self, order)

    def close(self) -> None:
        """Let go of the file."""
        self._said.close()


class DatedRow(NamedTuple):
    """What is left of a row where only its date matters."""

    when: When
    """When it happened."""


class _Dates(Made[DatedRow]):
    def __init__(self, rows: Spool, order: Sequence[int]) -> None:
        super().__init__(len(order))
        self._rows, self._order = rows, order

    def _make(self, row: int) -> DatedRow:
        return DatedRow(self._rows.whens.values[self._rows.when[self._order[row]]])


def _mapped(column: "array[int]", now: Sequence[int]) -> None:
    """Put `now[i]` for each i in a column, in its place."""
    for start in range(0, len(column), _AT_ONCE):
        column[start : start + _AT_ONCE] = array(
            column.typecode, map(now.__getitem__, column[start : start + _AT_ONCE])
        )
