"""What a line that stands for many events says of them: how many, who was named, how many are disputed."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from tui.corpus.tables import Corpus
from tui.dates.days import civil
from tui.model import OPEN_PAST

_NAMES = 6
"""Names given at most."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """Many events in a few words."""

    count: int
    """How many there are."""
    disputed: int
    """On how many of them sources disagree."""
    names: tuple[tuple[str, int], ...]
    """Who is named in most of them, with the number of events, the most first."""
    months: tuple[int, ...]
    """How many begin in each month, January first; those with no known beginning in none."""
    headline: str
    """What is told of the first of them."""


def gather(corpus: Corpus, events: Iterable[int]) -> Gathered:
    """The events with these ids in a few words; a step for each of them."""
    named: Counter[int] = Counter()
    months = [0] * 12
    count = disputed = 0
    headline = ""
    for event in events:
        told = corpus.events[event]
        headline = headline or told.headline
        count += 1
        disputed += corpus.is_disputed(event)
        named.update(told.entities)
        if told.when.first > OPEN_PAST:
            months[civil(told.when.first)[1] - 1] += 1
    most = sorted(named.items(), key=lambda pair: (-pair[1], pair[0]))[:_NAMES]
    return Gathered(
        count, disputed, tuple((corpus.entities[one].name, times) for one, times in most), tuple(months), headline
    )
