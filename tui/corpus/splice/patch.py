"""A woven collection seen with what is different since, which is kept beside its columns."""

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from tui.corpus.opened import signature_of
from tui.corpus.since import Moves, Since
from tui.corpus.slab import BadSlab, Numbers, Slab, Words
from tui.corpus.splice.piece import Stay
from tui.corpus.splice.seen import Part, Seen
from tui.corpus.splice.shift import Shift

COMES = -1
"""Stands for the new numbers of a piece whose values are its own."""

WIDTH = 5
"""Numbers a piece is told by: which new numbers it gets (`COMES`, 0 for none), start, stop, `plus`, `more`."""


class Patched:
    """The columns of a slab with what is different since: they are asked for as those of a slab are."""

    def __init__(self, base: Slab, patch: Slab) -> None:
        """`base` are the columns as they were woven; raises `BadSlab` if what is in `patch` is not whole."""
        self.base, self._patch = base, patch
        self.facts: Mapping[str, Any] = patch.facts
        """What else was kept, as JSON has it."""
        try:
            self._same = frozenset(patch.facts["same"])
            moves = range(1, patch.facts["moves"] + 1)
        except (LookupError, TypeError) as error:
            raise BadSlab("no patch") from error
        self._shifts = [None, *(Shift.heard(patch.numbers(f"{number} moves")) for number in moves)]

    @cached_property
    def since(self) -> Since:
        """What is different since they were woven; raises `BadSlab`."""
        articles, entities, events = (
            Shift.heard(self._patch.numbers(f"{name} moves")) for name in ("article", "entity", "event")
        )
        return Since(
            signature_of(self.base.facts),
            Moves(articles.stays, articles.was),
            Moves(entities.stays, entities.was),
            Moves(events.stays, events.was),
            tuple(self.facts["came"]),
            tuple(self.facts["named"]),
        )

    def numbers(self, name: str) -> Numbers:
        """A column of numbers; raises `BadSlab` if there is none of that name."""
        return self._column(name)

    def _column(self, name: str) -> "memoryview | Seen":
        if name in self._same:
            return self.base.numbers(name)
        fresh = self._patch.numbers(name)
        try:
            told = self._patch.numbers(f"{name} pieces")
        except BadSlab:
            return fresh
        old = self.base.numbers(name)
        return Seen(old.format, [self._part(old, fresh, *told[at : at + WIDTH]) for at in range(0, len(told), WIDTH)])

    def _part(
        self, old: memoryview, fresh: memoryview, number: int, start: int, stop: int, plus: int, more: int
    ) -> Part:
        if number == COMES:
            return Part(fresh, Stay(start, stop))
        return Part(old, Stay(start, stop, plus, self._shifts[number], more))

    def words(self, name: str) -> Words:
        """A column of texts; raises `BadSlab` if there is none of that name."""
        return Words(self._column(f"{name}.ends"), self._column(f"{name}.said"))
