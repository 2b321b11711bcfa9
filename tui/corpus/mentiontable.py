"""Every mention of a corpus, in columns: a million cost 16 MB so, and 200 MB as the objects made when asked for."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from copy import copy
from itertools import accumulate, chain, compress

from tui.model import Mention


class MentionTable:
    """Every mention of a corpus, in reading order, found by article and by entity."""

    def __init__(self, rows: Iterable[tuple[int, int, int, int]] = ()) -> None:
        """Take (article, start, end, entity) in any order."""
        ordered = sorted(rows)
        self._article: Sequence[int] = array("I", (row[0] for row in ordered))
        self._start: Sequence[int] = array("I", (row[1] for row in ordered))
        self._end: Sequence[int] = array("I", (row[2] for row in ordered))
        self._entity: Sequence[int] = array("I", (row[3] for row in ordered))
        named: dict[int, list[int]] = {}
        for index, entity in enumerate(self._entity):
            named.setdefault(entity, []).append(index)
        self._by_entity: Sequence[int] = array("I", chain.from_iterable(named[entity] for entity in sorted(named)))

    def __len__(self) -> int:
        return len(self._article)

    def in_article(self, article: int) -> Sequence[Mention]:
        """The mentions in an article, in order of offset."""
        first = bisect_left(self._article, article)
        last = bisect_right(self._article, article, lo=first)
        return [self._row(index) for index in range(first, last)]

    def places_in(self, article: int) -> Iterator[tuple[int, int, int]]:
        """Start, end and entity of the mentions in an article, in order of offset, without making the mentions."""
        first = bisect_left(self._article, article)
        last = bisect_right(self._article, article, lo=first)
        return zip(self._start[first:last], self._end[first:last], self._entity[first:last], strict=True)

    def of_entity(self, entity: int) -> Sequence[Mention]:
        """The mentions of an entity, in reading order."""
        return [self._row(index) for index in self._rows_of(entity)]

    def first_of(self, entity: int) -> Mention | None:
        """The first mention of an entity in reading order, without making the others."""
        entities = self._entity
        first = bisect_left(self._by_entity, entity, key=lambda index: entities[index])
        found = first < len(self._by_entity) and entities[self._by_entity[first]] == entity
        return self._row(self._by_entity[first]) if found else None

    def relabelled(self, now: Sequence[int]) -> "MentionTable":
        """The same places with other entities: `now[i]` is the new id of i, -1 if its mentions are none any more."""
        other = copy(self)
        column = array("i", map(now.__getitem__, self._entity))
        rows = {entity: self._rows_of(entity) for entity in range(len(now))}
        if -1 in now:
            lit = bytearray(entity >= 0 for entity in column)
            new_row = array("I", accumulate(lit, initial=0))
            other._article = array("I", compress(self._article, lit))
            other._start = array("I", compress(self._start, lit))
            other._end = array("I", compress(self._end, lit))
            column = array("i", compress(column, lit))
            rows = {
                entity: array("I", map(new_row.__getitem__, mine)) for entity, mine in rows.items() if now[entity] >= 0
            }
        other._entity = array("I", column)
        together: dict[int, Sequence[int]] = {}
        for entity, mine in rows.items():
            there = together.get(now[entity])
            together[now[entity]] = mine if there is None else array("I", sorted((*there, *mine)))
        by_entity = array("I")
        for entity in sorted(together):
            by_entity.extend(together[entity])
        other._by_entity = by_entity
        return other

    def count_of(self, entity: int) -> tuple[int, int]:
        """How often an entity is mentioned, and in how many articles."""
        rows = self._rows_of(entity)
        return len(rows), len(self.articles_of(entity))

    def articles_of(self, entity: int) -> frozenset[int]:
        """Ids of the articles an entity is mentioned in, without making the mentions."""
        return frozenset(map(self._article.__getitem__, self._rows_of(entity)))

    def next_of(self, entity: int, article: int, at: int, step: int) -> Mention | None:
        """The nearest mention of an entity after (step 1) or before (step -1) a place, without making the others."""
        rows, articles, starts = self._rows_of(entity), self._article, self._start
        near = bisect_right if step > 0 else bisect_left
        here = near(rows, (article, at), key=lambda index: (articles[index], starts[index]))
        row = here if step > 0 else here - 1
        return self._row(rows[row]) if 0 <= row < len(rows) else None

    def _rows_of(self, entity: int) -> Sequence[int]:
        entities = self._entity
        first = bisect_left(self._by_entity, entity, key=lambda index: entities[index])
        return self._by_entity[
            first : bisect_right(self._by_entity, entity, lo=first, key=lambda index: entities[index])
        ]

    def _row(self, index: int) -> Mention:
        return Mention(self._article[index], self._start[index], self._end[index], self._entity[index])
