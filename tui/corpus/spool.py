"""The events of all articles as they come in, article by article: numbers in columns, words on disk."""

import tempfile
from array import array
from collections.abc import Callable, Iterable, Sequence
from itertools import chain
from pathlib import Path
from typing import Generic, TypeVar

from tui.corpus.coded import EVENT_PARTS
from tui.corpus.roll import Code, Roll
from tui.events.recognise import Traits
from tui.events.row import EventRow
from tui.model import When

_IN_MEMORY = 1 << 24
"""Bytes of words that stay in memory before a file is used."""

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
    """Rows put in by article, in reading order; `Spooled` gives them back in any."""

    def __init__(self, whens: Pool[When], words: Pool[str], folder: Path | None = None) -> None:
        """Number dates and rules in these pools; what is long lies in files of `folder` that nobody sees."""
        self.whens = whens
        """Its dates."""
        self.terms = Pool[str]()
        """Its numbers of something, and its nouns."""
        self.rolls: list[Roll] = []
        """All its columns."""
        self.said = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY, dir=None if folder is None else str(folder))  # noqa: SIM115 - until `close`
        """The words of all headlines, in UTF-8."""
        self._words, self._folder = words, folder
        self.when = self._roll("I")
        """Number of each row's date."""
        self.article = self._roll("I")
        """Article of each row."""
        self.start = self._roll("I")
        """Offset of its clause."""
        self.end = self._roll("I")
        """Offset after its clause."""
        self.at = self._roll("I")
        """Offset of its date expression."""
        self.rule = self._roll("I")
        """Number of the rule that dated it."""
        self.reported = self._roll("B")
        """1 if only the article's publication dates it."""
        self.named, self.named_ends = self._roll("I"), self._roll("I")
        """The names in its clause, and where those of each row end."""
        self.taking, self.part, self.part_ends = self._roll("I"), self._roll("B"), self._roll("I")
        """Who has a part in it, which, and where those of each row end."""
        self.more, self.more_ends = self._roll("I"), self._roll("I")
        """Those of them that its clause does not name, and where those of each row end."""
        self.deeds, self.actor, self.line = self._roll("Q"), self._roll("i"), self._roll("q")
        """Its traits of these names."""
        self.nouns, self.noun_ends = self._roll("I"), self._roll("I")
        """Its nouns, as numbers of `terms`, and where those of each row end."""
        self.number, self.noun, self.deed = self._roll("I"), self._roll("I"), self._roll("I")
        """How many of what under which deed it counts, the words as numbers of `terms`."""
        self.rough, self.counted, self.count_ends = self._roll("B"), self._roll("I"), self._roll("I")
        """1 if only about, the whole as a number of `terms`, and where those of each row end."""
        self.headline_ends = self._roll("Q")
        """Where each headline ends in `said`, in bytes."""
        self._bytes = 0

    def __len__(self) -> int:
        return len(self.article)

    def put(self, article: int, rows: Sequence[EventRow], traits: Sequence[Traits]) -> None:
        """Add the rows of an article, and what each can be recognised by."""
        # Column by column, as a large collection has millions of rows.
        whens, words, terms = self.whens, self._words, self.terms
        self.when.here.extend([whens(row.when) for row in rows])
        self.article.here.extend([article] * len(rows))
        self.start.here.extend([row.start for row in rows])
        self.end.here.extend([row.end for row in rows])
        self.at.here.extend([row.at for row in rows])
        self.rule.here.extend([words(row.rule) for row in rows])
        self.reported.here.extend([row.reported for row in rows])
        _put_several(self.named, self.named_ends, [row.entities for row in rows])
        _put_several(self.taking, self.part_ends, [[entity for entity, _ in row.parts] for row in rows])
        self.part.here.extend([EVENT_PARTS.index(part) for row in rows for _, part in row.parts])
        others = [[entity for entity, _ in row.parts if entity not in row.entities] for row in rows]
        _put_several(self.more, self.more_ends, others)
        self.deeds.here.extend([one.deeds for one in traits])
        self.actor.here.extend([one.actor for one in traits])
        self.line.here.extend([one.line for one in traits])
        _put_several(self.nouns, self.noun_ends, [list(map(terms, one.nouns)) for one in traits])
        counts = [[terms(f"{count.number} {count.noun}") for count in one.counted] for one in traits]
        _put_several(self.counted, self.count_ends, counts)
        for one in traits:
            for count in one.counted:
                self.number.here.append(count.number)
                self.noun.here.append(terms(count.noun))
                self.deed.here.append(terms(count.action))
                self.rough.here.append(count.rough)
        headlines = [row.headline.encode("utf-8", "surrogatepass") for row in rows]
        self.said.writelines(headlines)
        for said in headlines:
            self._bytes += len(said)
            self.headline_ends.here.append(self._bytes)
        for roll in self.rolls:
            roll.spill()

    def renumber(self, now: Sequence[int]) -> None:
        """Give all names other numbers: `now[i]` is that of i."""
        for column in (self.named, self.taking, self.more):
            column.change(_each(now))
        self.actor.change(_each([*now, -1]))  # the last stands for nobody

    def close(self) -> None:
        """Let go of the files."""
        self.said.close()
        for roll in self.rolls:
            roll.close()

    def _roll(self, code: Code) -> Roll:
        roll = Roll(code, self._folder)
        self.rolls.append(roll)
        return roll


def _put_several(column: Roll, ends: Roll, several: Sequence[Sequence[int]]) -> None:
    """Put what each row has several of into a column, and where those of each end into another."""
    end = len(column)
    for some in several:
        end += len(some)
        ends.here.append(end)
    column.here.extend(chain.from_iterable(several))


def _each(now: Sequence[int]) -> Callable[["array[int]"], Iterable[int]]:
    return lambda some: map(now.__getitem__, some)
