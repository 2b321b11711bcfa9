"""A strip of bars over years: which stretch of calendar each bar stands for, and how much begins in it.

A bar is a whole month, quarter, year or more, never a stretch that begins in the middle of one.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from tui.dates.days import add_months, civil, number
from tui.reader.spread import bounds_of

_MONTHS_A_BAR = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12000, 60000)
_WIDEST_BAR = 4


@dataclass(frozen=True, slots=True)
class Strip:
    """Bars from left to right."""

    begins: tuple[int, ...]
    """Day number on which each bar's stretch begins; one more at the end, for the day after the last."""
    counts: tuple[int, ...]
    """How many of the given days lie in each."""
    cells: int
    """How many cells wide each bar is drawn."""

    def bar_of(self, day: int) -> int | None:
        """The bar a day lies in; None outside."""
        if not self.begins or not self.begins[0] <= day < self.begins[-1]:
            return None
        return bisect_right(self.begins, day) - 1

    def bar_at(self, cell: int) -> int | None:
        """The bar drawn at a cell; None where there is none."""
        return cell // self.cells if 0 <= cell < len(self.counts) * self.cells else None

    def step(self, day: int, by: int) -> int | None:
        """The next bar after (by 1) or before (by -1) the one a day lies in that is not empty; None at the end."""
        if not self.counts:
            return None
        index = bisect_right(self.begins, day) - 1 + by
        index = max(index, 0) if by > 0 else min(index, len(self.counts) - 1)
        while 0 <= index < len(self.counts):
            if self.counts[index]:
                return index
            index += by
        return None


NO_STRIP = Strip((), (), 1)
"""A strip without a bar."""


def strip_of(days: Sequence[int], width: int) -> Strip:
    """The bars over day numbers in order, in at most `width` cells: as fine as fits, a month or more each.

    Days without a known beginning are left out, and so are the few far from all others: see `spread.bounds`.
    """
    limits = bounds_of(days)
    if limits is None or width < 1:
        return NO_STRIP
    (year, month, _), (last_year, last_month, _) = civil(limits[0]), civil(limits[1])
    fitting: list[tuple[int, int, int]] = []
    for size in _MONTHS_A_BAR:
        begin = (year * 12 + month - 1) // size
        bars = (last_year * 12 + last_month - 1) // size - begin + 1
        if bars <= width:
            fitting.append((size, begin, bars))
    # The finest, unless it leaves a quarter of the strip empty and the next one fills it better.
    size, begin, bars = max(fitting[:2], key=lambda cut: min(cut[2] * _cells(cut[2], width), width * 3 // 4))
    begins = [number(*add_months(0, 1, index * size)) for index in range(begin, begin + bars + 1)]
    places = [bisect_left(days, day) for day in begins]
    counts = tuple(after - before for before, after in pairwise(places))
    return Strip(tuple(begins), counts, _cells(bars, width))


def _cells(bars: int, width: int) -> int:
    """How wide each of so many bars is drawn."""
    return min(_WIDEST_BAR, width // bars)
