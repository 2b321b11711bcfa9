"""What lists of many events are sifted by: one column a fact, so that a hundred thousand are looked through at once."""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from tui.dates.words import describe
from tui.model import Event, Precision


class EventColumns:
    """Facts of every event; index i belongs to event i, and events are in calendar order."""

    def __init__(self, events: Sequence[Event] | Iterable[Event]) -> None:
        self._events = list(events)
        self.firsts: Sequence[int] = array("q", [event.when.first for event in self._events])
        """Day number on which each begins at the earliest; never falls from one to the next."""
        self.lasts: Sequence[int] = array("q", [event.when.last for event in self._events])
        """Day number of the last day each can mean."""
        self.clusters: Sequence[int] = array("q", [event.cluster for event in self._events])
        """Id of the first event that tells the same."""
        self.reported: Sequence[int] = bytearray(event.reported for event in self._events)
        """1 for one that is dated by its article's publication alone, else 0."""
        self.headlines: Sequence[str] = [event.headline for event in self._events]
        """Their headlines as written."""

    def __len__(self) -> int:
        return len(self.firsts)

    @cached_property
    def plain_headlines(self) -> list[str]:
        """Their headlines without regard to case."""
        return [headline.casefold() for headline in self.headlines]

    @cached_property
    def lines(self) -> list[str]:
        """Date in words and headline of each, as a reader sees them."""
        return [f"{said} {words}" for said, words in zip(self._dates_said(), self.headlines, strict=True)]

    def _dates_said(self) -> Iterator[str]:
        """The date in words of each in turn."""
        said: dict[tuple[str, Precision], str] = {}
        for event in self._events:
            if (event.when.edtf, event.when.precision) not in said:
                said[event.when.edtf, event.when.precision] = describe(event.when)
            yield said[event.when.edtf, event.when.precision]

    @cached_property
    def plain_lines(self) -> list[str]:
        """The same without regard to case."""
        return [line.casefold() for line in self.lines]

    def rows(self, events: Sequence[int]) -> tuple[Sequence[int], Sequence[int]]:
        """The rows these events (ids, in calendar order) make: dated ones and merely reported ones.

        What tells the same is one row, at the first of them; a report of what is also dated makes no row of its own.
        """
        clusters, reported = self.clusters, self.reported
        if isinstance(events, range) and len(events) == len(self):
            return self._all_rows
        told: dict[int, int] = {}
        for event in events:
            if not reported[event]:
                told.setdefault(clusters[event], event)
        merely: dict[int, int] = {}
        for event in events:
            if reported[event] and clusters[event] not in told:
                merely.setdefault(clusters[event], event)
        return array("q", told.values()), array("q", merely.values())

    def count_rows(self, events: Sequence[int]) -> tuple[int, int]:
        """How many rows of either sort `rows` would give."""
        clusters, reported = self.clusters, self.reported
        if isinstance(events, range) and len(events) == len(self):
            return len(self._all_rows[0]), len(self._all_rows[1])
        told = {clusters[event] for event in events if not reported[event]}
        return len(told), len({clusters[event] for event in events if reported[event]} - told)

    @cached_property
    def _all_rows(self) -> tuple[Sequence[int], Sequence[int]]:
        return self.rows(array("q", range(len(self))))
