"""Cuts a long calendar into stretches that are swept one beside the other, and brings what they found together."""

from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from tui.events.groups import Block, brief
from tui.events.marks import Marks
from tui.events.sweep import REACH, Known, Sweep
from tui.events.weigh import Common

_LOTS = 4096


class Stretch(NamedTuple):
    """Neighbouring rows of all that there are, in calendar order."""

    known_from: int
    """The first row that one of them may have to be compared with."""
    first: int
    """The first of them."""
    end: int
    """The row after the last of them."""


class Swept(NamedTuple):
    """What was found in a stretch."""

    heads: "array[int]"
    """For each of its rows the first that tells the same, as far as the stretch tells."""
    open: Sequence[tuple[Sequence[int], Sequence[tuple[int, int, int]]]]
    """The rows and the pairs of each block that may go on outside."""


def cut(firsts: Sequence[int], parts: int) -> list[Stretch]:
    """About so many stretches of the same length; `firsts` is the first day of each row, and never falls."""
    ends = [len(firsts) * part // parts for part in range(parts + 1)]
    return [
        Stretch(bisect_left(firsts, firsts[first] - REACH), first, end) for first, end in pairwise(ends) if first < end
    ]


def sweep(
    marks: Marks,
    stretch: Stretch,
    known: Known,
    common: Common | None = None,
    breathe: Callable[[], None] = lambda: None,
) -> Swept:
    """What the rows of a stretch tell together with those before them; `breathe` is called for each row.

    Of all stretches together it gives what it would give of one, to the bit: a row is compared with none that begins
    more than `REACH` days before it, and what may belong to another stretch is left open.
    """
    walk = Sweep(marks, known, common)
    heads = array("I", range(stretch.first, stretch.end))
    left: list[Block] = []

    def settle(blocks: Iterable[Block]) -> None:
        for block in blocks:
            breathe()
            if min(block.members) < stretch.first:
                left.append(block)
                continue
            for rows in block.groups():
                for row in rows:
                    heads[row - stretch.first] = rows[0]

    for at in range(stretch.known_from, stretch.end):
        breathe()
        if at < stretch.first:
            walk.remember(at)
        else:
            walk.take(at)
        if at % _LOTS == _LOTS - 1:
            settle(walk.close(at))
    if stretch.end < len(marks):
        settle(walk.close(stretch.end))
        left += walk.blocks()
    else:
        settle(walk.blocks())
    return Swept(heads, [(list(block.members), block.pairs) for block in left])


def together(marks: Marks, swept: Iterable[Swept]) -> "array[int]":
    """For each row the first that tells the same, from what was found in all stretches, in order."""
    heads = array("I")
    blocks: dict[int, Block] = {}
    for one in swept:
        heads.extend(one.heads)
        for rows, pairs in one.open:
            home = Block(rows[0], marks[rows[0]])
            home.members.update((row, brief(marks[row])) for row in rows)
            home.pairs += pairs
            for other in {id(blocks[row]): blocks[row] for row in rows if row in blocks}.values():
                home.take(other)
            for row in home.members:
                blocks[row] = home
    for block in {id(block): block for block in blocks.values()}.values():
        for group in block.groups():
            for row in group:
                heads[row] = group[0]
    return heads
