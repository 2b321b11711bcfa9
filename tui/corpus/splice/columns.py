"""Writes columns of a slab as an edit of their table changes them."""

from array import array
from collections.abc import Iterable, Sequence

from tui.corpus.slab import Slab, SlabWriter
from tui.corpus.splice.edit import Edit, grouped
from tui.corpus.splice.shift import Shift


def splice_column(writer: SlabWriter, slab: Slab, name: str, edit: Edit, values: Iterable[int]) -> None:
    """Write a column of numbers as `edit` changes its table; `values` are those of the rows that come."""
    old = slab.numbers(name)
    writer.pieces(name, old.format, edit.column(old, array(old.format, values)))


def splice_mapped(
    writer: SlabWriter, slab: Slab, name: str, edit: Edit, values: Iterable[int], now: Shift | None, more: int = 0
) -> None:
    """As `splice_column`, with the new number of each row that a value names; see `Edit.mapped`."""
    old = slab.numbers(name)
    writer.pieces(name, old.format, edit.mapped(old, array(old.format, values), now, more))


def splice_groups(
    writer: SlabWriter,
    slab: Slab,
    name: str,
    keys: Edit,
    now: Shift | None,
    coming: "dict[int, list[int]]",
    touched: Iterable[int],
) -> None:
    """Write which values each key has, as `grouped` changes it."""
    begins, members = grouped(
        slab.numbers(f"{name}.begins"), slab.numbers(f"{name}.members"), keys, now, coming, touched
    )
    writer.numbers(f"{name}.begins", begins)
    writer.pieces(f"{name}.members", "I", members)


def splice_ragged(
    writer: SlabWriter, slab: Slab, ends: str, edit: Edit, sizes: Sequence[int], columns: dict[str, list[int]]
) -> None:
    """Write where the parts of each row end, and the columns of those parts."""
    now, inner = edit.ragged(slab.numbers(ends), sizes)
    writer.numbers(ends, now)
    for name, values in columns.items():
        splice_column(writer, slab, name, inner, values)
