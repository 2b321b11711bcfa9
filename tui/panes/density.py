"""How much happens when: counts over a stretch of calendar, drawn as one line of bars."""

from collections.abc import Iterable, Sequence

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from tui.dates.days import civil
from tui.model import OPEN_FUTURE, OPEN_PAST, When

BARS = " ▁▂▃▄▅▆▇█"
"""The bars from nothing to the fullest."""


def spread(whens: Iterable[When], first: int, last: int, width: int) -> list[int]:
    """How many dates begin in each of `width` equal stretches of the days `first` to `last`.

    Dates that begin outside, and those that are open at their beginning, are left out.
    """
    counts = [0] * max(0, width)
    days = last - first + 1
    if days <= 0:
        return counts
    for when in whens:
        if first <= when.first <= last:
            counts[(when.first - first) * width // days] += 1
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

    One in two hundred is left out at either end: a lone look back to the Romans must not press a century of events
    into the last bar.
    """
    days = sorted(when.first for when in whens if OPEN_PAST < when.first < OPEN_FUTURE)
    aside = len(days) // 200
    return (days[aside], days[-1 - aside]) if days else None


class Density(Widget):
    """The strip above the timeline: bars over the years it spans."""

    whens: reactive[tuple[When, ...]] = reactive(())
    """The dates to count."""
    here: reactive[int | None] = reactive(None)
    """Day number of the event in focus, marked in the strip."""

    def render(self) -> Content:
        """Bars above, first and last year below."""
        width = self.size.width
        limits = bounds(self.whens)
        if limits is None or width < 12:
            return Content("")
        first, last = limits
        drawn = bars(spread(self.whens, first, last, width))
        strip = Content(drawn)
        if self.here is not None and first <= self.here <= last:
            at = (self.here - first) * width // (last - first + 1)
            mark = drawn[at] if drawn[at] != " " else "▁"
            strip = Content.assemble(drawn[:at], (mark, "$accent"), drawn[at + 1 :])
        start, end = str(civil(first)[0]), str(civil(last)[0])
        if start == end:
            return Content("\n").join([strip, Content(start)])
        gap = " " * max(1, width - len(start) - len(end))
        return Content("\n").join([strip, Content(f"{start}{gap}{end}")])
