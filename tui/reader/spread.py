"""How much happens when: counts over a stretch of calendar, as one line of bars."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from tui.model import OPEN_FUTURE, OPEN_PAST, When

BARS = " ▁▂▃▄▅▆▇█"
"""The bars from nothing to the fullest."""


def spread(whens: Iterable[When], first: int, last: int, width: int) -> list[int]:
    """How many dates begin in each of `width` equal stretches of the days `first` to `last`.

    Dates that begin outside, and those that are open at their beginning, are left out.
    """
    return spread_of((when.first for when in whens), first, last, width)


def spread_of(begun: Iterable[int], first: int, last: int, width: int) -> list[int]:
    """As `spread`, of the days on which dates begin."""
    counts = [0] * max(0, width)
    days = last - first + 1
    if days <= 0 or not counts:
        return counts
    for day in begun:
        if first <= day <= last:
            counts[(day - first) * width // days] += 1
    return counts


def bars(counts: Sequence[int]) -> str:
    """Counts as bars, one character each; anything above nothing is seen."""
    most = max(counts, default=0)
    if not most:
        return BARS[0] * len(counts)
    top = len(BARS) - 1
    return "".join(BARS[0 if count == 0 else max(1, round(count * top / most))] for count in counts)


def bounds(whens: Iterable[When]) -> tuple[int, int] | None:
    """First and last day between which nearly all of the dates begin, open beginnings aside; None without any.

    One in two hundred is left out at either end, and up to one in twenty where all others lie in a quarter of the time:
    a look back to the Romans must not press a century of events into the last bar.
    """
    return bounds_of(sorted(when.first for when in whens))


def bounds_of(days: Sequence[int]) -> tuple[int, int] | None:
    """As `bounds`, of the days on which dates begin, in order."""
    known = days[bisect_right(days, OPEN_PAST) : bisect_left(days, OPEN_FUTURE)]
    if not known:
        return None
    few, some = len(known) // 200, len(known) // 20
    first, last = known[few], known[-1 - few]
    place = bisect_left(known, last - (last - first) // 4)
    if few < place <= some:
        first = known[place]
    place = bisect_right(known, first + (last - first) // 4)
    if few < len(known) - place <= some:
        last = known[place - 1]
    return first, last
