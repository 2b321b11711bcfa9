"""Where columns go as an edit of their table changes them: all of them anew, or beside them what is different."""

from array import array
from collections.abc import Iterable, Sequence
from typing import Protocol

from tui.corpus.slab import Slab, SlabWriter
from tui.corpus.splice.edit import Edit, grouped
from tui.corpus.splice.piece import Piece, Stay
from tui.corpus.splice.shift import Shift


class Splicer(Protocol):
    """Takes columns as they are from now on."""

    slab: Slab
    """The columns as they were."""

    def column(self, name: str, pieces: Iterable[Piece]) -> None:
        """Take a column that there was, piece by piece."""

    def numbers(self, name: str, column: "array[int] | array[float]") -> None:
        """Take a column of which hardly anything stays."""


class Anew:
    """Writes every column anew."""

    def __init__(self, slab: Slab, writer: SlabWriter) -> None:
        """Write what becomes of the columns in a slab."""
        self.slab = slab
        """The columns as they were."""
        self._writer = writer

    def column(self, name: str, pieces: Iterable[Piece]) -> None:
        """Take a column that there was, piece by piece."""
        old = self.slab.numbers(name)
        values = (piece.of(old) if isinstance(piece, Stay) else piece for piece in pieces)
        self._writer.pieces(name, old.format, values)

    def numbers(self, name: str, column: "array[int] | array[float]") -> None:
        """Take a column of which hardly anything stays."""
        self._writer.numbers(name, column)


def splice_column(into: Splicer, name: str, edit: Edit, values: Iterable[int]) -> None:
    """Write a column of numbers as `edit` changes its table; `values` are those of the rows that come."""
    into.column(name, edit.column(array(into.slab.numbers(name).format, values)))


def splice_mapped(
    into: Splicer, name: str, edit: Edit, values: Iterable[int], now: Shift | None, more: int = 0
) -> None:
    """As `splice_column`, with the new number of each row that a value names; see `Edit.mapped`."""
    into.column(name, edit.mapped(array(into.slab.numbers(name).format, values), now, more))


def splice_groups(
    into: Splicer, name: str, keys: Edit, now: Shift | None, coming: "dict[int, list[int]]", touched: Iterable[int]
) -> None:
    """Write which values each key has, as `grouped` changes it."""
    slab = into.slab
    begins, members = grouped(
        slab.numbers(f"{name}.begins"), slab.numbers(f"{name}.members"), keys, now, coming, touched
    )
    into.column(f"{name}.begins", begins)
    into.column(f"{name}.members", members)


def splice_ragged(into: Splicer, ends: str, edit: Edit, sizes: Sequence[int], columns: dict[str, list[int]]) -> None:
    """Write where the parts of each row end, and the columns of those parts."""
    now, inner = edit.ragged(into.slab.numbers(ends), sizes)
    into.column(ends, now)
    for name, values in columns.items():
        splice_column(into, name, inner, values)
