"""The events of all articles as they come in, article by article, in columns."""

from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import Generic, TypeVar

from tui.corpus.coded import EVENT_PARTS
from tui.corpus.roll import HELD, Code, Roll
from tui.events.recognise import Traits
from tui.events.row import EventRow
from tui.model import When

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


COLUMNS: Mapping[str, Code] = {
    "when": "I", "article": "I", "start": "I", "end": "I", "at": "I", "rule": "I", "reported": "B",
    "named": "I", "named_ends": "I",
    "taking": "I", "part": "B", "part_ends": "I",
    "more": "I", "more_ends": "I",
    "deeds": "Q", "actor": "i", "line": "q",
    "nouns": "I", "noun_ends": "I",
    "number": "I", "noun": "I", "deed": "I", "rough": "B", "counted": "I", "count_ends": "I",
    "said": "B", "said_ends": "Q",
}  # fmt: skip
"""The type code of every column.

Of a row: its date as a number; its article; offsets of its clause, after it and of its date expression; the rule that
dated it; 1 if only the publication dates it. Then, with where those of each row end: the names in its clause; who has
which part; those of them that the clause does not name. Its traits of these names; its nouns as terms; how many of what
under which deed it counts, about or exactly, and the whole as a term. The words of all headlines in UTF-8.
"""


class Spool:
    """Rows put in by article, in reading order."""

    def __init__(self, whens: Pool[When], words: Pool[str], folder: Path | None = None) -> None:
        """Number dates and rules in these pools; what is long lies in files of `folder` until `close`."""
        self.whens = whens
        """Its dates."""
        self.terms = Pool[str]()
        """Its numbers of something, and its nouns."""
        self.rolls = {name: Roll(code, folder) for name, code in COLUMNS.items()}
        """Its columns by name."""
        self._words, self._folder = words, folder

    def __len__(self) -> int:
        return len(self.rolls["article"])

    def put(self, article: int, rows: Sequence[EventRow], traits: Sequence[Traits]) -> None:
        """Add the rows of an article, and what each can be recognised by."""
        # Column by column, as a large collection has millions of rows.
        whens, words, terms = self.whens, self._words, self.terms
        self._extend("when", [whens(row.when) for row in rows])
        self._extend("article", [article] * len(rows))
        self._extend("start", [row.start for row in rows])
        self._extend("end", [row.end for row in rows])
        self._extend("at", [row.at for row in rows])
        self._extend("rule", [words(row.rule) for row in rows])
        self._extend("reported", [row.reported for row in rows])
        self._extend_each("named", "named_ends", [row.entities for row in rows])
        self._extend_each("taking", "part_ends", [[entity for entity, _ in row.parts] for row in rows])
        self._extend("part", [EVENT_PARTS.index(part) for row in rows for _, part in row.parts])
        others = [[entity for entity, _ in row.parts if entity not in row.entities] for row in rows]
        self._extend_each("more", "more_ends", others)
        self._extend("deeds", [one.deeds for one in traits])
        self._extend("actor", [one.actor for one in traits])
        self._extend("line", [one.line for one in traits])
        self._extend_each("nouns", "noun_ends", [[terms(noun) for noun in one.nouns] for one in traits])
        counts = [[terms(f"{count.number} {count.noun}") for count in one.counted] for one in traits]
        self._extend_each("counted", "count_ends", counts)
        counted = [count for one in traits for count in one.counted]
        self._extend("number", [count.number for count in counted])
        self._extend("noun", [terms(count.noun) for count in counted])
        self._extend("deed", [terms(count.action) for count in counted])
        self._extend("rough", [count.rough for count in counted])
        self._extend_each("said", "said_ends", [row.headline.encode("utf-8", "surrogatepass") for row in rows])
        for roll in self.rolls.values():
            roll.spill()

    def renumber(self, now: Sequence[int]) -> None:
        """Give all names other numbers: `now[i]` is that of i."""
        for name in ("named", "taking", "more"):
            self.rolls[name].change(_each(now))
        self.rolls["actor"].change(_each([*now, -1]))  # the last stands for nobody

    def add(self, name: str, code: Code, numbers: Iterable[int]) -> None:
        """Keep another column beside these, until the same end."""
        roll = self.rolls[name] = Roll(code, self._folder)
        for number in numbers:
            roll.here.append(number)
            if len(roll.here) == HELD:
                roll.spill()

    def close(self) -> None:
        """Let go of the files."""
        for roll in self.rolls.values():
            roll.close()

    def _extend(self, name: str, numbers: Sequence[int]) -> None:
        self.rolls[name].here.extend(numbers)

    def _extend_each(self, name: str, ends: str, several: Sequence[Sequence[int]]) -> None:
        """Put what each row has several of into a column, and where those of each end into another."""
        end = len(self.rolls[name])
        for some in several:
            end += len(some)
            self.rolls[ends].here.append(end)
        self.rolls[name].here.extend(chain.from_iterable(several))


def _each(now: Sequence[int]) -> Callable[["array[int]"], Iterable[int]]:
    return lambda some: map(now.__getitem__, some)
