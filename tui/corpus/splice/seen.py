"""A column seen as it is from now on, over the one it was: nothing of it is put together before it is asked for."""

from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple, overload

from tui.corpus.splice.piece import Stay
from tui.corpus.splice.shift import Shift

_AT_ONCE = 1 << 14
"""Values that are read ahead where all are asked for in turn."""


class Part(NamedTuple):
    """Values that lie together."""

    column: memoryview
    """Where they lie."""
    rows: Stay
    """Which of them, and what becomes of them."""


_Place = tuple[int, int, memoryview, int, int, Shift | None, int]
"""First row of a part and the one after its last, its column, how far off its values lie there; the rest of `Stay`."""


class Seen(Sequence[int]):
    """The values of some parts one after the other."""

    __slots__ = ("_begins", "_code", "_count", "_last", "_parts")

    def __init__(self, code: str, parts: Sequence[Part]) -> None:
        """`code` is the type code of all the parts; none of them is empty."""
        self._code, self._parts = code, parts
        *self._begins, self._count = accumulate((part.rows.stop - part.rows.start for part in parts), initial=0)
        self._last: _Place = (0, 0, memoryview(b""), 0, 0, None, 0)

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, row: int) -> int: ...
    @overload
    def __getitem__(self, row: slice) -> memoryview: ...
    def __getitem__(self, row: int | slice) -> int | memoryview:
        if isinstance(row, slice):
            return self._cut(*row.indices(self._count))
        # Rows are mostly asked for one after the other: where the last one lay comes first.
        begin, end, column, moved, plus, now, more = self._last
        if not begin <= row < end:
            if row < 0:
                row += self._count
            if not 0 <= row < self._count:
                raise IndexError(row)
            begin, end, column, moved, plus, now, more = self._last = self._place(row)
        value: int = column[row + moved]
        if now is None:
            return value + plus
        return now[value - more] + more if value >= more else value

    def _place(self, row: int) -> "_Place":
        """The part a row is in."""
        at = bisect_right(self._begins, row) - 1
        begin = self._begins[at]
        column, (start, stop, plus, now, more) = self._parts[at]
        return begin, begin + stop - start, column, start - begin, plus, now, more

    def _cut(self, start: int, stop: int, step: int) -> memoryview:
        if step != 1:
            return memoryview(array(self._code, map(self.__getitem__, range(start, stop, step))))
        begin, end, column, moved, plus, now, more = self._last
        if begin <= start <= stop <= end and not plus and now is None:
            return column[start + moved : stop + moved]
        whole: array[int] = array(self._code)
        while start < stop:
            _, end, column, moved, plus, now, more = self._last = self._place(start)
            end = min(stop, end)
            piece = Stay(start + moved, end + moved, plus, now, more).of(column)
            if end == stop and not whole:
                return memoryview(piece)
            whole.frombytes(memoryview(piece).cast("B"))
            start = end
        return memoryview(whole)

    def __iter__(self) -> Iterator[int]:
        for start in range(0, self._count, _AT_ONCE):
            yield from self._cut(start, min(start + _AT_ONCE, self._count), 1)
