"""Writes what is different in a woven collection, and leaves its columns as they are; `patch` sees both as one."""

from array import array
from collections.abc import Iterable, Mapping
from typing import Any

from tui.corpus.slab import Slab, SlabWriter
from tui.corpus.splice.patch import COMES
from tui.corpus.splice.piece import Piece, Stay, together
from tui.corpus.splice.plan import Plan
from tui.corpus.splice.shift import Shift
from tui.corpus.splice.spliced import carry_out


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
            told.extend((COMES, begin, len(fresh), 0, 0))
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


def beside(writer: SlabWriter, plan: Plan) -> Mapping[str, Any]:
    """Write what is different once a plan is carried out; gives what else is to be kept."""
    into = Beside(plan.slab, writer)
    carry_out(into, plan)
    for name, now in (("article", plan.articles), ("entity", plan.entities.now()), ("event", plan.happened)):
        writer.numbers(f"{name} moves", now.told())
    named = [plan.entity(plan.known + at) for at in range(len(plan.fresh))]
    named += [plan.entity(entity) for entity in plan.aliases if entity not in plan.vanished]
    return {**into.finish(), "came": plan.change.came, "named": named}
