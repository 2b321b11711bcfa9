"""What becomes of a column, piece by piece: values it had, moved or numbered anew together, and values that come."""

from array import array
from collections.abc import Iterable, Iterator
from typing import NamedTuple, TypeAlias

from tui.corpus.splice.shift import Shift, added


class Stay(NamedTuple):
    """Values a column had, from one row to another."""

    start: int
    """The first of them."""
    stop: int
    """The row after the last."""
    plus: int = 0
    """What is added to each."""
    now: Shift | None = None
    """The new numbers of the rows that they name; None where they name none that moves."""
    more: int = 0
    """With `now`: values are larger by that than what they name, and smaller ones name nothing."""

    def of(self, old: memoryview) -> "memoryview | array[int]":
        """The values as they are from now on; `old` is the column as it was."""
        values = old[self.start : self.stop]
        if self.now is not None:
            return self.now.of(values, self.more)
        return added(values, self.plus) if self.plus else values


Come: TypeAlias = "memoryview | array[int] | array[float]"
"""Values that come."""

Piece: TypeAlias = "Stay | Come"
"""Some rows of a column from now on."""


def together(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The same with rows in one piece that lay together and move alike, and without empty pieces."""
    last: Stay | None = None
    for piece in pieces:
        if isinstance(piece, Stay):
            if last is not None and last.stop == piece.start and last[2:] == piece[2:]:
                last = last._replace(stop=piece.stop)
            elif piece.stop > piece.start:
                if last is not None:
                    yield last
                last = piece
        elif len(piece):
            if last is not None:
                yield last
            last = None
            yield piece
    if last is not None:
        yield last
