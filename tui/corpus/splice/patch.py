"""What is different in a woven collection since it was woven, kept beside its columns, and both seen as one."""

from array import array
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from tui.corpus.slab import BadSlab, Numbers, Slab, SlabWriter, Words
from tui.corpus.splice.columns import Splicer
from tui.corpus.splice.piece import Piece, Stay, together
from tui.corpus.splice.seen import Part, Seen
from tui.corpus.splice.shift import Shift

_COMES = -1
"""Stands for the new numbers of a piece whose values are its own."""

_WIDTH = 5
"""Numbers a piece is told by: which new numbers it gets (`_COMES`, 0 for none), start, stop, `plus`, `more`."""


class Beside:
    """Writes of every column what is different only."""

    def __init__(self, slab: Slab, writer: SlabWriter) -> None:
        """Write what becomes of the columns in a slab."""
        self.slab = slab
        """The columns as they were."""
        self._writer = writer
        self._same: list[str] = []
        self._shifts: list[Shift] = []

    def column(self, name: str, pieces: Iterable[Piece]) -> None:
        """Take a column that there was, piece by piece."""
        old = self.slab.numbers(name)
        fresh: array[int] = array(old.format)
        told = array("q")
        for piece in together(pieces):
            if isinstance(piece, Stay):
                told.extend((self._number(piece.now), piece.start, piece.stop, piece.plus, piece.more))
                continue
            begin = len(fresh)
            fresh.frombytes(memoryview(piece).cast("B"))
            told.extend((_COMES, begin, len(fresh), 0, 0))
        if told == array("q", (0, 0, len(old), 0, 0)) or not (told or len(old)):
            self._same.append(name)
        else:
            self._writer.numbers(f"{name} pieces", told)
            self._writer.numbers(name, fresh)

    def numbers(self, name: str, column: "array[int] | array[float]") -> None:
        """Take a column of which hardly anything stays."""
        self._writer.numbers(name, column)

    def finish(self) -> Mapping[str, Any]:
        """Write what several columns need, and give what is to be kept beside them all."""
        for number, shift in enumerate(self._shifts, 1):
            self._writer.numbers(f"{number} moves", shift.told())
        return {"same": self._same, "moves": len(self._shifts)}

    def _number(self, now: Shift | None) -> int:
        if now is None:
            return 0
        for number, shift in enumerate(self._shifts, 1):
            if shift is now:
                return number
        self._shifts.append(now)
        return len(self._shifts)


def beside(slab: Slab, writer: SlabWriter, write: Callable[[Splicer], None]) -> Mapping[str, Any]:
    """Write what is different from a slab once `write` says what becomes of it; gives what else is to be kept."""
    into = Beside(slab, writer)
    write(into)
    return into.finish()


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
        return Seen(old.format, [self._part(old, fresh, *told[at : at + _WIDTH]) for at in range(0, len(told), _WIDTH)])

    def _part(
        self, old: memoryview, fresh: memoryview, number: int, start: int, stop: int, plus: int, more: int
    ) -> Part:
        if number == _COMES:
            return Part(fresh, Stay(start, stop))
        return Part(old, Stay(start, stop, plus, self._shifts[number], more))

    def words(self, name: str) -> Words:
        """A column of texts; raises `BadSlab` if there is none of that name."""
        return Words(self._column(f"{name}.ends"), self._column(f"{name}.said"))
