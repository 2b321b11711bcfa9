"""A corpus in columns: articles, names, mentions, events and claims made when asked for, one by one."""

from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from copy import copy
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import Self

from tui.corpus.claims import ClaimTable, life_order
from tui.corpus.coded import EVENT_PARTS, KINDS, ORDERS, PART_KINDS, PRECISIONS, hash_of
from tui.corpus.columns import EventColumns
from tui.corpus.made import Made
from tui.corpus.slab import Numbers, Table
from tui.corpus.tables import EventTable, MentionTable, Ranks, with_entities
from tui.dates.words import describe
from tui.model import Alias, Article, Conflict, DateOrder, DateSpan, Entity, Event, Part, Shape, Status, When

_KEPT = 4096
"""How many of the objects made last are kept: what is on screen is asked for again and again."""


class Groups:
    """The members of each key, one after the other in a column."""

    def __init__(self, slab: Table, name: str) -> None:
        self._begins = slab.numbers(f"{name}.begins")
        self._members = slab.numbers(f"{name}.members")

    def of(self, key: int) -> Numbers:
        """The members of a key, none for a key that has none."""
        if not 0 <= key < len(self._begins) - 1:
            return self._members[:0]
        return self._members[self._begins[key] : self._begins[key + 1]]

    def sizes(self) -> list[int]:
        """How many members each key has."""
        return [end - begin for begin, end in pairwise(self._begins)]


class Dates:
    """The dates and words that the other columns have numbers of."""

    def __init__(self, slab: Table) -> None:
        self.word = lru_cache(_KEPT)(slab.words("word").__getitem__)
        """The word of a number."""
        self._columns = [
            slab.numbers(f"when.{name}")
            for name in ("first", "last", "precision", "approximate", "edtf", "said", "rule")
        ]
        self.when = lru_cache(_KEPT)(self._when)
        """The date of a number."""

    def maybe(self, number: int) -> When | None:
        """The date of a number that is one more than it; None for 0."""
        return self.when(number - 1) if number else None

    def firsts(self, numbers: Sequence[int]) -> list[int | None]:
        """The first day of each date whose number is one less than given, None for 0; no date is made."""
        days = self._columns[0]
        return [days[number - 1] if number else None for number in numbers]

    def stretch(self, number: int) -> tuple[int, int] | None:
        """First and last day of the date whose number is one less than given, None for 0; no date is made."""
        return (self._columns[0][number - 1], self._columns[1][number - 1]) if number else None

    def _when(self, number: int) -> When:
        first, last, precision, approximate, edtf, said, rule = (column[number] for column in self._columns)
        return When(
            first, last, PRECISIONS[precision], bool(approximate), self.word(edtf), self.word(said), self.word(rule)
        )


class Articles(Made[Article]):
    """The facts of every article."""

    def __init__(self, slab: Table, dates: Dates) -> None:
        self.paths = slab.words("article.path")
        """The path of each."""
        self._titles, self._urls = slab.words("article.title"), slab.words("article.url")
        self._digests = slab.numbers("article.digest")
        names = ("published", "published_from", "byline", "source", "chars", "parts", "tags", "shapes", "rough")
        self._columns = [slab.numbers(f"article.{name}") for name in names]
        self._tags = slab.numbers("tag.word")
        self._parts = [slab.numbers(f"part.{name}") for name in ("kind", "start", "end", "by")]
        self._shapes = [slab.numbers(f"shape.{name}") for name in ("kind", "start", "end")]
        self._dates = dates
        super().__init__(len(self.paths))
        self._article = lru_cache(_KEPT)(self._whole)

    def days(self) -> list[int | None]:
        """The first day on which each may have been published, None where that is not known; no article is made."""
        return self._dates.firsts(self._columns[0])

    def stretch(self, row: int) -> tuple[int, int] | None:
        """First and last day of one's publication date, None where it is not known; no article is made."""
        return self._dates.stretch(self._columns[0][row])

    def said(self, fact: str) -> Callable[[int], str]:
        """Gives one fact of each row: its "title", "path", "byline" or "source"; no article is made."""
        if fact == "title":
            return self._titles.__getitem__
        if fact == "path":
            return self.paths.__getitem__
        column, word = self._columns[2 if fact == "byline" else 3], self._dates.word
        return lambda row: word(column[row])

    def _make(self, row: int) -> Article:
        return self._article(row)

    def _whole(self, row: int) -> Article:
        published, published_from, byline, source, chars, *_, rough = (column[row] for column in self._columns)
        word = self._dates.word
        kinds, starts, ends, writers = self._parts
        drawn, begins, stops = self._shapes
        return Article(
            id=row,
            path=self.paths[row],
            digest=bytes(self._digests[32 * row : 32 * row + 32]).hex(),
            title=self._titles[row],
            published=self._dates.maybe(published),
            published_from=word(published_from),
            byline=word(byline),
            source=word(source),
            url=self._urls[row],
            chars=chars,
            parts=tuple(
                Part(PART_KINDS[kinds[part]], starts[part], ends[part], word(writers[part]))
                for part in _own(self._columns[5], row)
            ),
            tags=tuple(word(self._tags[tag]) for tag in _own(self._columns[6], row)),
            rough=bool(rough),
            shapes=tuple(Shape(word(drawn[at]), begins[at], stops[at]) for at in _own(self._columns[7], row)),
        )


class Orders(Made[DateOrder | None]):
    """How the collection of each article writes numeric dates."""

    def __init__(self, slab: Table) -> None:
        self._orders = slab.numbers("article.order")
        super().__init__(len(self._orders))

    def _make(self, row: int) -> DateOrder | None:
        return ORDERS[self._orders[row]]


class Spans(Made[Sequence[DateSpan]]):
    """The date expressions of every article."""

    def __init__(self, slab: Table, dates: Dates) -> None:
        self._ends = slab.numbers("article.dates")
        self._columns = [slab.numbers(f"date.{name}") for name in ("start", "end", "when", "rule", "basis")]
        self._dates = dates
        super().__init__(len(self._ends))

    def _make(self, row: int) -> Sequence[DateSpan]:
        return tuple(map(self._span, _own(self._ends, row)))

    def _span(self, at: int) -> DateSpan:
        start, end, when, rule, basis = (column[at] for column in self._columns)
        return DateSpan(start, end, self._dates.maybe(when), self._dates.word(rule), basis - 1 if basis else None)


class Entities(Made[Entity]):
    """Every entity."""

    def __init__(self, slab: Table, dates: Dates) -> None:
        self._names, self._aliases = slab.words("entity.name"), slab.words("alias.name")
        self._columns = [slab.numbers(f"entity.{name}") for name in ("kind", "count", "articles", "about")]
        self._ends = slab.numbers("entity.aliases")
        self._reasons = slab.numbers("alias.reason")
        self._word = dates.word
        super().__init__(len(self._names))
        self._entity = lru_cache(_KEPT)(self._whole)

    def _make(self, row: int) -> Entity:
        return self._entity(row)

    def _whole(self, row: int) -> Entity:
        kind, count, articles, about = (column[row] for column in self._columns)
        return Entity(
            row,
            self._names[row],
            KINDS[kind],
            tuple(Alias(self._aliases[at], self._word(self._reasons[at])) for at in _own(self._ends, row)),
            count,
            articles,
            self._word(about),
        )


class StoredPaths:
    """Finds articles by path in a column that was sorted before."""

    def __init__(self, slab: Table, articles: Articles) -> None:
        self._paths = articles.paths
        self._by_path = slab.numbers("article.by_path")

    def __call__(self, path: str) -> int | None:
        """Id of the article with this stable path."""
        at = bisect_left(self._by_path, path, key=self._paths.__getitem__)
        row = self._by_path[at] if at < len(self._by_path) else -1
        return row if row >= 0 and self._paths[row] == path else None


class StoredNames:
    """Finds entities by name, and by weight, in columns that were sorted before."""

    def __init__(self, slab: Table, entities: Entities) -> None:
        self._entities = entities
        self.ranks = Ranks()
        """The entities by weight and kind."""
        self.ranks.heaviest = slab.numbers("entity.heaviest")
        self.ranks.counts = slab.numbers("entity.count")
        self.ranks.kinds = slab.numbers("entity.kind")
        self._hashes, self._owners = slab.numbers("name.hash"), slab.numbers("name.number")

    def __call__(self, name: str) -> int | None:
        """Id of the entity with this name or alias, case aside; the most mentioned one if several have it."""
        folded = name.casefold()
        wanted = hash_of(folded)
        at = bisect_left(self._hashes, wanted)
        while at < len(self._hashes) and self._hashes[at] == wanted:
            entity = self._entities[self._owners[at]]
            if any(said.casefold() == folded for said in (entity.name, *(alias.name for alias in entity.aliases))):
                return entity.id
            at += 1
        return None


class StoredMentions(MentionTable):
    """Mentions in columns that were put in order before."""

    def __init__(self, slab: Table) -> None:
        self._article, self._start, self._end, self._entity = (
            slab.numbers(f"mention.{name}") for name in ("article", "start", "end", "entity")
        )
        self._by_entity = slab.numbers("mentions_of.members")


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
        self._event = lru_cache(_KEPT)(self._make)
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
            entities=tuple([self._named[own] for own in _own(self._named_ends, row)]),
            cluster=cluster,
            rule=self._dates.word(rule),
            reported=bool(self._reported[row]),
            parts=tuple([(self._taking[own], EVENT_PARTS[self._part[own]]) for own in _own(self._taking_ends, row)]),
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
        said = lru_cache(_KEPT)(lambda number: describe(self._dates.when(number)))
        return map(said, self._whens)


class StoredClaims(ClaimTable):
    """Statuses in columns; conflicts are few and held."""

    def __init__(self, slab: Table, dates: Dates) -> None:
        names = ("hard", "fact", "one", "two", "reason", "entity")
        columns = [slab.numbers(f"conflict.{name}") for name in names]
        word = dates.word
        super().__init__(
            Conflict(bool(hard), word(fact), (one, two), word(reason), entity - 1)
            for hard, fact, one, two, reason, entity in zip(*columns, strict=True)
        )
        self._entities = slab.numbers("status.entity")
        self._columns = [slab.numbers(f"status.{name}") for name in ("fate", "when", "event", "article", "start")]
        self._events = slab.numbers("status.event")
        self._dates = dates
        self._olds: dict[int, list[int]] | None = None

    def relabelled(self, now: Sequence[int]) -> Self:
        """As that of any claims."""
        other = super().relabelled(now)
        other._olds = olds_of(now)
        return other

    def of_entity(self, entity: int) -> Sequence[Status]:
        """What became of an entity, in calendar order, what has no date last."""
        if self._olds is None:
            return list(self._statuses(entity, entity))
        olds = self._olds.get(entity, ())
        return sorted((status for old in olds for status in self._statuses(old, entity)), key=life_order)

    def rows_of(self, entity: int) -> range:
        """Rows of what became of an entity, as entities were stored: in calendar order, what has no date last."""
        first = bisect_left(self._entities, entity)
        return range(first, bisect_left(self._entities, entity + 1, lo=first))

    def at(self, row: int) -> Status:
        """What stands in a row."""
        return self._made(row, self._entities[row])

    def event_at(self, row: int) -> int:
        """Id of the event that tells what stands in a row, without making it; -1 where none does."""
        return self._events[row] - 1

    def _statuses(self, stored: int, entity: int) -> Iterator[Status]:
        return (self._made(row, entity) for row in self.rows_of(stored))

    def _made(self, row: int, entity: int) -> Status:
        fate, when, event, article, start = (column[row] for column in self._columns)
        dates = self._dates
        return Status(entity, dates.word(fate), dates.maybe(when), event - 1 if event else None, article, start)


def olds_of(now: Sequence[int]) -> dict[int, list[int]]:
    """The ids that became each new one, ascending; `now[i]` is the new id of i, -1 if it is gone."""
    olds: dict[int, list[int]] = {}
    for old, new in enumerate(now):
        if new >= 0:
            olds.setdefault(new, []).append(old)
    return olds


def _own(ends: Numbers, row: int) -> range:
    """The places that belong to a row, where `ends` says at which each row's end."""
    return range(ends[row - 1] if row else 0, ends[row])
