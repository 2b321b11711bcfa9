"""Knows a stock of targets put in order once: saved whole, and opened again in a moment however many there are."""

import hashlib
from array import array
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from heapq import nsmallest
from pathlib import Path

from tui.jump import columns
from tui.jump.columns import Column, Numbers
from tui.jump.fold import forms
from tui.jump.match import Forms
from tui.jump.moved import Moved
from tui.jump.order import foremost_first
from tui.jump.scope import REST, SCOPES
from tui.jump.shelf import Shelf
from tui.jump.spellings import Spellings

HEAVIEST = 200
"""How many of the heaviest targets of each scope are known beforehand."""

_COMMANDS = ">"
_ALL = REST.union(*SCOPES.values())
_REMEMBERED = 32_768


def _nothing() -> None:
    """What is called often where nobody has to be let go first."""


class Stock:
    """Spellings numbered so that a smaller number is the one to show first, and the words they are found by."""

    def __init__(
        self,
        spellings: Spellings,
        order: Numbers,
        shelves: Mapping[str, Shelf],
        heaviest: Mapping[str, Numbers],
        days: Numbers,
    ) -> None:
        self.spellings = spellings
        """What is in it."""
        self.order = order
        """The spelling each number stands for."""
        self.shelves = shelves
        """Numbers by their words, for each sign that narrows a query and "" for what has none."""
        self.heaviest = heaviest
        """Rows of the heaviest targets for each sign, and "" for all but commands."""
        self.days = days
        """Day numbers on which something happened, ascending."""
        self._forms: dict[int, Forms] = {}

    @classmethod
    def build(cls, spellings: Spellings, days: Iterable[int] = (), breathe: Callable[[], None] = _nothing) -> "Stock":
        """Put spellings in order; takes some seconds for a hundred thousand. `breathe` is called often."""
        order = foremost_first(spellings, breathe)
        groups: dict[str, list[int]] = {}
        signs = {kind: sign for sign, kinds in (*SCOPES.items(), ("", REST)) for kind in kinds}
        for number, spelling in enumerate(order):
            kind = spellings.kind(spellings.owner(spelling))
            if kind in signs:
                groups.setdefault(signs[kind], []).append(number)
        shelves: dict[str, Shelf] = {}
        for sign, numbers in groups.items():
            breathe()
            plains = [spellings.plains[order[number]] for number in numbers]
            looses = [spellings.looses[order[number]] for number in numbers]
            shelves[sign] = Shelf.build(numbers, plains, looses, breathe)
        heaviest = {
            sign: array("i", _heaviest(spellings, kinds)) for sign, kinds in (*SCOPES.items(), ("", _ALL - SCOPES[">"]))
        }
        return cls(spellings, order, shelves, heaviest, array("i", sorted(days)))

    def moved(self, moved: Moved) -> "Stock":
        """The same with other numbers for the targets; their order and the days stay as they were."""
        return Stock(self.spellings.moved(moved), self.order, self.shelves, self.heaviest, self.days)

    def __len__(self) -> int:
        """How many spellings can be typed."""
        return len(self.order)

    def forms(self, number: int) -> Forms:
        """The plain form of a spelling, its words, and the loose form of each."""
        known = self._forms.get(number)
        if known is None:
            if len(self._forms) >= _REMEMBERED:
                self._forms.clear()
            spelling = self.order[number]
            known = self._forms[number] = forms(self.spellings.plains[spelling], self.spellings.looses[spelling])
        return known

    def places(self, other: "Stock") -> list[tuple[int, int]]:
        """Where each number of another, lighter stock belongs among those of this one: before which, and its own turn.

        Behind all of them, but before the first that goes on from it: typed on, that one must not fall behind it.
        """
        places: list[tuple[int, int]] = []
        for number, spelling in enumerate(other.order):
            said = other.spellings.plains[spelling]
            first = [self._first_longer(said, shelf.going_on(said)) for shelf in self.shelves.values()]
            places.append((min(first, default=len(self)), number))
        return places

    def _first_longer(self, said: str, numbers: Iterable[int]) -> int:
        """The foremost of the numbers whose plain form goes on from one; how many there are if none does."""
        longer = (
            one for one in sorted(numbers) if len(text := self.forms(one)[0]) > len(said) and text.startswith(said)
        )
        return next(longer, len(self))

    def save(self, path: Path, key: str, breathe: Callable[[], None] = _nothing) -> None:
        """Put it in a file under a key that says what it was made of; raises OSError."""
        told: dict[str, Column] = {"order": self.order, "days": self.days, **self.spellings.columns()}
        told["signs"] = "\n".join(self.shelves).encode()
        for place, shelf in enumerate(self.shelves.values()):
            told |= shelf.columns(f"shelf{place}")
        for sign, rows in self.heaviest.items():
            told[f"heaviest{sign}"] = rows
        columns.write(path, f"{_version()} {key}", told, breathe)

    @classmethod
    def open(cls, path: Path, key: str) -> "Stock | None":
        """The stock saved under a key; None if there is none, or it is damaged or of another make."""
        told = columns.read(path, f"{_version()} {key}")
        if told is None:
            return None
        try:
            signs = str(told["signs"], "utf-8").split("\n") if "shelf0.plain.words" in told else []
            return cls(
                Spellings.opened(told),
                told["order"],
                {sign: Shelf.opened(told, f"shelf{place}") for place, sign in enumerate(signs)},
                {sign: told[f"heaviest{sign}"] for sign in (*SCOPES, "")},
                told["days"],
            )
        except (KeyError, ValueError):
            return None


def _heaviest(spellings: Spellings, kinds: Iterable[str]) -> list[int]:
    weights = spellings.weights
    return nsmallest(HEAVIEST, spellings.of_kinds(kinds), key=lambda row: (-weights[row], row))


@cache
def _version() -> str:
    """A hash of the sources here: another program folds and orders otherwise."""
    whole = hashlib.sha256()
    for file in sorted(Path(__file__).parent.glob("*.py")):
        whole.update(file.read_bytes())
    return whole.hexdigest()[:16]
