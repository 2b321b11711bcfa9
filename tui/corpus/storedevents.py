"""The events of a corpus in columns, made when asked for, one by one."""

from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from copy import copy
from functools import cached_property, lru_cache

from tui.corpus.coded import EVENT_PARTS
from tui.corpus.columns import EventColumns
from tui.corpus.eventtable import EventTable, with_entities
from tui.corpus.slab import Numbers, Table
from tui.corpus.stored import KEPT, Dates, Groups, olds_of, own
from tui.dates.words import describe
from tui.model import Event, When

_WHEN = 0
"""Which of the columns of events has their dates."""

_START = 2
"""Which of the columns of events has where their words begin."""


class StoredEvents(EventTable):
    """Events in columns that were put in order before."""

    def __init__(self, slab: Table, dates: Dates) -> None:
        self._told, self._of = Groups(slab, "told_in"), Groups(slab, "events_of")
        self._dated = Groups(slab, "dated_of")
        self._clusters = slab.numbers("event.cluster")
        self._alike = slab.numbers("alike")
        self._again = slab.numbers("told_again")
        self._reported = slab.numbers("event.reported")
        names = ("when", "article", "start", "end", "at", "cluster", "rule")
        self._columns = [slab.numbers(f"event.{name}") for name in names]
        self._at = slab.numbers("event.at")
        self._named_ends, self._named = slab.numbers("event.named"), slab.numbers("named.entity")
        self._taking_ends = slab.numbers("event.taking")
        self._taking, self._part = slab.numbers("taking.entity"), slab.numbers("taking.part")
        self._headlines = slab.words("event.headline")
        self._days = slab.numbers("event.days")
        self._dates = dates
        self._facts = StoredColumns(slab, dates)
        self._event = lru_cache(KEPT)(self._make)
        self._now: Sequence[int] | None = None
        self._olds: dict[int, list[int]] = {}

    def __len__(self) -> int:
        return len(self._clusters)

    def __getitem__(self, event: int) -> Event:
        if not -len(self) <= event < len(self):
            raise IndexError(event)
        found = self._event(event % len(self))
        return found if self._now is None else with_entities(found, self._now)

    def __iter__(self) -> Iterator[Event]:
        for row in range(len(self)):
            found = self._make(row)
            yield found if self._now is None else with_entities(found, self._now)

    def relabelled(self, now: Sequence[int]) -> "StoredEvents":
        """The same events with other entities: `now[i]` is the new id of i, -1 if it is gone."""
        other = copy(self)
        other._now, other._olds = now, olds_of(now)
        return other

    @property
    def days(self) -> Sequence[int]:
        """First day of every event that is not merely reported, in calendar order."""
        return self._days

    def when(self, event: int) -> When:
        """The date of an event, without making the event."""
        return self._dates.when(self._columns[_WHEN][event])

    def at(self, event: int) -> int:
        """Offset of an event's date expression, without making the event."""
        return self._at[event]

    def start(self, event: int) -> int:
        """Offset where an event's words begin, without making the event."""
        return self._columns[_START][event]

    def in_article(self, article: int) -> Sequence[int]:
        """Ids of the events an article tells, in the order it tells them."""
        return list(self._told.of(article))

    def of_entity(self, entity: int) -> Sequence[int]:
        """Ids of the events an entity is named in, in calendar order."""
        return list(self._named_in(self._of, entity))

    def near_of(self, entity: int, here: int, begin: int, end: int, most: int) -> Sequence[int]:
        """Ids of the events an entity is named in, those nearest to the id `here`: from `begin` to before `end`."""
        told = self._named_in(self._of, entity)
        first, last = bisect_left(told, begin), bisect_left(told, end)
        at = bisect_left(told, here, lo=first, hi=last)
        near = told[max(first, at - most) : min(last, at + most)]
        return sorted(near, key=lambda event: abs(event - here))[:most]

    def many_of(self, entity: int) -> int:
        """In how many events an entity is named."""
        return len(self._named_in(self._of, entity))

    def dated_of(self, entity: int) -> Sequence[int]:
        """Ids of the events an entity is named in that are not merely reported, in calendar order."""
        return self._named_in(self._dated, entity)

    def _named_in(self, groups: Groups, entity: int) -> Numbers:
        olds = (entity,) if self._now is None else self._olds.get(entity, ())
        if len(olds) == 1:
            return groups.of(olds[0])
        return array("I", sorted({event for old in olds for event in groups.of(old)}))

    def counts(self, entities: int) -> Sequence[int]:
        """In how many events each of the first so many entities is named."""
        if self._now is None:
            return self._of.sizes()
        return [len(self.of_entity(entity)) for entity in range(entities)]

    @property
    def columns(self) -> EventColumns:
        """The facts that lists of events are sifted by."""
        return self._facts

    def since(self, day: int) -> int:
        """Id of the first event that begins on or after a day number; the number of events if there is none."""
        return bisect_left(self._facts.firsts, day)

    def alike(self, cluster: int) -> Sequence[int]:
        """Ids of the events of a cluster, in calendar order; none if one event stands there alone."""
        column = self._clusters
        first = bisect_left(self._alike, cluster, key=column.__getitem__)
        last = bisect_left(self._alike, cluster + 1, lo=first, key=column.__getitem__)
        return list(self._alike[first:last])

    @cached_property
    def told_again(self) -> frozenset[int]:
        """The clusters that more than one article tells."""
        return frozenset(self._again)

    def _make(self, row: int) -> Event:
        when, article, start, end, at, cluster, rule = (column[row] for column in self._columns)
        return Event(
            id=row,
            when=self._dates.when(when),
            article=article,
            start=start,
            end=end,
            at=at,
            headline=self._headlines[row],
            entities=tuple([self._named[own] for own in own(self._named_ends, row)]),
            cluster=cluster,
            rule=self._dates.word(rule),
            reported=bool(self._reported[row]),
            parts=tuple([(self._taking[own], EVENT_PARTS[self._part[own]]) for own in own(self._taking_ends, row)]),
        )


class StoredColumns(EventColumns):
    """What lists of many events are sifted by, read where it lies."""

    def __init__(self, slab: Table, dates: Dates) -> None:
        self.firsts, self.lasts = slab.numbers("event.first"), slab.numbers("event.last")
        self.clusters, self.reported = slab.numbers("event.cluster"), slab.numbers("event.reported")
        self.headlines = slab.words("event.headline")
        self._whens, self._dates = slab.numbers("event.when"), dates
        self._all_rows = slab.numbers("rows.told"), slab.numbers("rows.merely")

    def _dates_said(self) -> Iterator[str]:
        said = lru_cache(KEPT)(lambda number: describe(self._dates.when(number)))
        return map(said, self._whens)
