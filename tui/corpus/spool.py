"""The events of all articles as they come in, article by article, in columns."""

from array import array
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from tui.corpus.numbered import Pool
from tui.corpus.roll import HELD, Code, Roll
from tui.corpus.rows import COLUMNS, ENDS, TERMS, Rows
from tui.model import When

_ARTICLE: Code = "I"


class Spool:
    """Rows put in by article, in reading order."""

    def __init__(self, whens: Pool[When], words: Pool[str], folder: Path | None = None) -> None:
        """Number dates and rules in these pools; what is long lies in files of `folder` until `close`."""
        self.whens = whens
        """Its dates."""
        self.terms = Pool[str]()
        """Its numbers of something, and its nouns."""
        self.rolls = {name: Roll(code, folder) for name, code in {**COLUMNS, "article": _ARTICLE}.items()}
        """Those of `COLUMNS`, and the article of each row."""
        self._words, self._folder = words, folder

    def __len__(self) -> int:
        return len(self.rolls["article"])

    def put(self, article: int, rows: Rows) -> None:
        """Add the rows of an article."""
        begins = {ends: len(self.rolls[name]) for ends, name in ENDS.items()}
        whens, words = [self.whens(when) for when in rows.whens], [self._words(word) for word in rows.words]
        terms = [self.terms(term) for term in rows.terms]
        self.rolls["article"].here.extend([article] * rows.length)
        for name, column in rows.columns.items():
            here = self.rolls[name].here
            if name in begins:
                begin = begins[name]
                here.extend([begin + end for end in column])
            elif name == "when":
                here.extend([whens[number] for number in column])
            elif name == "rule":
                here.extend([words[number] for number in column])
            elif name in TERMS:
                here.extend([terms[number] for number in column])
            else:
                here.extend(column)
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


def _each(now: Sequence[int]) -> Callable[["array[int]"], Iterable[int]]:
    return lambda some: map(now.__getitem__, some)
