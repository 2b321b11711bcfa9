"""The events of all articles on their way to the timeline: numbers in columns, words on disk, rows made on demand."""

import tempfile
from array import array
from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from tui.corpus.coded import EVENT_PARTS
from tui.corpus.made import Made
from tui.events.row import EventRow
from tui.model import When

_IN_MEMORY = 1 << 24
"""Bytes of words that stay in memory before a file is used."""

_HELD = 250_000
"""Rows up to which all are held as objects while they are compared: beyond, each is made when asked for."""

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
        self._span = array("Q")
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
        self._said = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 - it ends with the spool
        self._headline_ends = array("Q")
        self._clause_ends = array("Q")
        self._bytes = 0

    def __len__(self) -> int:
        return len(self.article)

    def put(self, article: int, row: EventRow, clause: str) -> None:
        """Add a row and the words it was read from."""
        self._span.append(_packed(row.when))
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
        self._part_ends.append(len(self._taking))
        headline = row.headline.encode("utf-8", "surrogatepass")
        said = headline + clause.encode("utf-8", "surrogatepass")
        self._said.write(said)
        self._headline_ends.append(self._bytes + len(headline))
        self._bytes += len(said)
        self._clause_ends.append(self._bytes)

    def renumber(self, now: Sequence[int]) -> None:
        """Give all names other numbers: `now[i]` is that of i."""
        self._named = array("I", map(now.__getitem__, self._named))
        self._taking = array("I", map(now.__getitem__, self._taking))

    def in_order(self) -> "array[int]":
        """The rows in calendar order: by first day, the narrower first, then as they were put in."""
        return array("I", sorted(range(len(self)), key=self._span.__getitem__))

    def named(self, row: int) -> Sequence[int]:
        """The names in a row's clause."""
        return self._named[self._named_ends[row - 1] if row else 0 : self._named_ends[row]]

    def parts(self, row: int) -> Sequence[tuple[int, int]]:
        """Who has which part in a row, the part as a number of `coded.EVENT_PARTS`."""
        begin, end = self._part_ends[row - 1] if row else 0, self._part_ends[row]
        return tuple(zip(self._taking[begin:end], self._part[begin:end], strict=True))

    def headline(self, row: int) -> str:
        """A row's headline."""
        return self._read(self._clause_ends[row - 1] if row else 0, self._headline_ends[row])

    def clause(self, row: int) -> str:
        """The words a row was read from."""
        return self._read(self._headline_ends[row], self._clause_ends[row])

    def row(self, row: int) -> EventRow:
        """A row as an object again."""
        return EventRow(
            self.whens.values[self.when[row]],
            self.start[row],
            self.end[row],
            self.at[row],
            self.headline(row),
            tuple(self.named(row)),
            self._words.values[self.rule[row]],
            bool(self.reported[row]),
            tuple((entity, EVENT_PARTS[part]) for entity, part in self.parts(row)),
        )

    def rows(self, order: Sequence[int]) -> Sequence[EventRow]:
        """Rows as objects, in an order."""
        return _of(order, self.row)

    def clauses(self, order: Sequence[int]) -> Sequence[str]:
        """The words rows were read from, in an order."""
        return _of(order, self.clause)

    def close(self) -> None:
        """Let go of the file."""
        self._said.close()

    def _read(self, start: int, end: int) -> str:
        self._said.seek(start)
        return self._said.read(end - start).decode("utf-8", "surrogatepass")


_Made = TypeVar("_Made")


def _of(order: Sequence[int], make: Callable[[int], _Made]) -> Sequence[_Made]:
    made = _InOrder(order, make)
    return list(made) if len(order) <= _HELD else made


class _InOrder(Made[_Made]):
    def __init__(self, order: Sequence[int], make: Callable[[int], _Made]) -> None:
        super().__init__(len(order))
        self._order, self._one = order, make

    def _make(self, row: int) -> _Made:
        return self._one(self._order[row])


def _packed(when: When) -> int:
    """First and last day as one number that sorts as the pair does; open ends stay within 32 bits each."""
    return (when.first + (1 << 31)) << 32 | (when.last + (1 << 31))
