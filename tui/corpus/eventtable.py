"""Every event of a corpus in calendar order, found by article, by entity and by what tells the same."""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from copy import copy
from dataclasses import replace
from functools import cached_property

from tui.corpus.columns import EventColumns
from tui.model import Event, When


class EventTable:
    """Every event of a corpus; the row number is the event's id and its place in calendar order."""

    def __init__(self, rows: Iterable[Event] = ()) -> None:
        """Take events in any order; ids and clusters are given anew, in calendar order."""
        given = list(rows)
        order = sorted(range(len(given)), key=lambda index: _calendar_key(given[index]))
        row_of = {given[index].id: row for row, index in enumerate(order)}
        self._events = [
            _placed(given[index], row, row_of.get(given[index].cluster, row)) for row, index in enumerate(order)
        ]
        self._by_article: dict[int, list[int]] = {}
        self._by_entity: dict[int, list[int]] = {}
        for event in self._events:
            self._by_article.setdefault(event.article, []).append(event.id)
            for entity in event.entities:
                self._by_entity.setdefault(entity, []).append(event.id)
        for ids in self._by_article.values():
            ids.sort(key=lambda row: (self._events[row].start, row))
        self._now: Sequence[int] | None = None

    def __len__(self) -> int:
        return len(self._events)

    def __getitem__(self, event: int) -> Event:
        return self._events[event] if self._now is None else with_entities(self._events[event], self._now)

    def __iter__(self) -> Iterator[Event]:
        return map(self.__getitem__, range(len(self._events)))

    def relabelled(self, now: Sequence[int]) -> "EventTable":
        """The same events with other entities: `now[i]` is the new id of i, -1 if it is gone.

        Made from a table as it was tied together; an event gets its entities when it is asked for.
        """
        other = copy(self)
        other._now = now
        other._by_entity = {}
        for entity, told in self._by_entity.items():
            there = other._by_entity.get(now[entity])
            other._by_entity[now[entity]] = told if there is None else sorted({*there, *told})
        other._by_entity.pop(-1, None)
        return other

    def when(self, event: int) -> When:
        """The date of an event, without making the event."""
        return self._events[event].when

    def at(self, event: int) -> int:
        """Offset of an event's date expression, without making the event."""
        return self._events[event].at

    def start(self, event: int) -> int:
        """Offset where an event's words begin, without making the event."""
        return self._events[event].start

    def in_article(self, article: int) -> Sequence[int]:
        """Ids of the events an article tells, in the order it tells them."""
        return self._by_article.get(article, [])

    def of_entity(self, entity: int) -> Sequence[int]:
        """Ids of the events an entity is named in, in calendar order."""
        return self._by_entity.get(entity, [])

    def dated_of(self, entity: int) -> Sequence[int]:
        """Ids of the events an entity is named in that are not merely reported, in calendar order."""
        return [event for event in self.of_entity(entity) if not self._events[event].reported]

    def counts(self, entities: int) -> Sequence[int]:
        """In how many events each of the first so many entities is named."""
        return [len(self.of_entity(entity)) for entity in range(entities)]

    @property
    def columns(self) -> EventColumns:
        """The facts that lists of events are sifted by, made once."""
        return self._columns_made

    @cached_property
    def _columns_made(self) -> EventColumns:
        return EventColumns(self._events)

    @property
    def days(self) -> Sequence[int]:
        """First day of every event that is not merely reported, in calendar order."""
        return array("q", (event.when.first for event in self._events if not event.reported))

    def since(self, day: int) -> int:
        """Id of the first event that begins on or after a day number; the number of events if there is none."""
        return bisect_left(self._events, day, key=lambda event: event.when.first)

    def alike(self, cluster: int) -> Sequence[int]:
        """Ids of the events of a cluster, in calendar order; none if one event stands there alone."""
        return self._by_cluster.get(cluster, [])

    @cached_property
    def _by_cluster(self) -> dict[int, list[int]]:
        """The events of each cluster that has more than one, by its first."""
        clusters: dict[int, list[int]] = {}
        for event in self._events:
            if event.id != event.cluster:
                clusters.setdefault(event.cluster, [event.cluster]).append(event.id)
        for told in clusters.values():
            told.sort()
        return clusters

    @cached_property
    def told_again(self) -> frozenset[int]:
        """The clusters that more than one article tells."""
        return frozenset(
            cluster
            for cluster, told in self._by_cluster.items()
            if len({self._events[event].article for event in told}) > 1
        )


def _placed(event: Event, row: int, cluster: int) -> Event:
    """An event with its id and cluster; itself if it has them."""
    return event if event.id == row and event.cluster == cluster else replace(event, id=row, cluster=cluster)


def with_entities(event: Event, now: Sequence[int]) -> Event:
    """An event with other entities: `now[i]` is the new id of i, -1 if it is gone."""
    entities = event.entities
    if all(now[entity] == entity for entity in entities) and all(now[entity] == entity for entity, _ in event.parts):
        return event
    return replace(
        event,
        entities=tuple(dict.fromkeys(now[entity] for entity in entities if now[entity] >= 0)),
        parts=tuple(dict.fromkeys((now[entity], part) for entity, part in event.parts if now[entity] >= 0)),
    )


def _calendar_key(event: Event) -> tuple[int, int, int, int, int]:
    """First day, the narrower first, then article order: the order of the timeline."""
    return (event.when.first, event.when.last, event.article, event.start, event.id)
