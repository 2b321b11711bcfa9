"""The corpus in memory: what was found in a collection, as columns, and the questions panes and commands ask of it.

Mentions and events are held in arrays and become objects when asked for: a million mentions cost 16 MB as columns and
200 MB as objects. A `Corpus` never changes once made; a collection that changed gives a new one.
"""

import re
from array import array
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import accumulate, chain, compress, takewhile
from typing import Protocol

from tui.corpus.claims import ClaimTable
from tui.corpus.columns import EventColumns
from tui.corpus.lore import Lore
from tui.corpus.since import Since
from tui.model import (
    Article,
    Conflict,
    DateOrder,
    DateSpan,
    Entity,
    Event,
    Kind,
    Mention,
    Part,
    PartKind,
    Skipped,
    Status,
    When,
)


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


@dataclass(frozen=True, slots=True)
class Facts:
    """What the folder alone says, before anything was read for names and dates."""

    title: str
    """The collection's name for people."""
    key: str
    """The collection's stable name: its folder's name, used by notes."""
    articles: Sequence[Article]
    """Every article, in reading order; an article's id is its index."""
    skipped: tuple[Skipped, ...] = ()
    """What is not there, each with its reason."""
    problems: tuple[str, ...] = ()
    """Sentences about things that went wrong and did not stop anything: a broken corpus.toml, an unknown key."""
    orders: Sequence[DateOrder | None] = ()
    """How each article's collection writes numeric dates, by article id; None where it does not say."""


class Ranks:
    """What lists of many entities are made of, without making the entities."""

    def __init__(self, entities: Sequence[Entity] = ()) -> None:
        """Put entities in order."""
        kinds = list(Kind)
        self.heaviest: Sequence[int] = sorted(
            range(len(entities)), key=lambda row: (-entities[row].count, entities[row].name.casefold())
        )
        """Their ids, the most mentioned first, then by name."""
        self.counts: Sequence[int] = [entity.count for entity in entities]
        """How often each is mentioned, by id."""
        self.kinds: Sequence[int] = [kinds.index(entity.kind) for entity in entities]
        """The kind of each by id: its place in `Kind`."""


class Named(Protocol):
    """Finds entities without a dictionary of them all."""

    @property
    def ranks(self) -> Ranks:
        """The entities by weight and kind."""

    def __call__(self, name: str) -> int | None:
        """Id of the entity with this name or alias, case aside."""


class Corpus:
    """One collection, read: articles, dates, entities, mentions and events, and how they hang together."""

    def __init__(
        self,
        facts: Facts,
        read: Callable[[Article], str],
        *,
        dates: Sequence[Sequence[DateSpan]] = (),
        entities: Sequence[Entity] = (),
        mentions: MentionTable | None = None,
        events: EventTable | None = None,
        claims: ClaimTable | None = None,
        lore: Lore | None = None,
        complete: bool = True,
        signature: str = "",
        path_to_id: Callable[[str], int | None] | None = None,
        name_to_id: Named | None = None,
        since: Since | None = None,
    ) -> None:
        """Put the columns together; `read` fetches an article's text and `dates[i]` belongs to article i.

        `path_to_id` and `name_to_id` find articles and entities where that is known; else it is worked out when asked.
        """
        self.facts = facts
        """What the folder alone says."""
        self.entities: Sequence[Entity] = entities
        """Every entity; an entity's id is its index."""
        self.mentions = MentionTable() if mentions is None else mentions
        """Every mention."""
        self.events = EventTable() if events is None else events
        """Every event, in calendar order."""
        self.claims = ClaimTable() if claims is None else claims
        """What became of whom, and what cannot all hold."""
        self.lore = Lore() if lore is None else lore
        """Roles, suggestions and what else is known of the entities."""
        self.complete = complete
        """False while names, dates and events are still being read."""
        self.signature = signature
        """Differs from that of every corpus that says something else; "" where that is not known."""
        self.since = since
        """What is different since it was woven; None if it was woven so, or nothing is kept of it."""
        self._path_to_id, self._name_to_id = path_to_id, name_to_id
        self._read = read
        self._dates = dates
        self._texts: dict[int, str] = {}
        self._ats: dict[int, Sequence[tuple[int, int]]] = {}

    @property
    def articles(self) -> Sequence[Article]:
        """Every article, in reading order; an article's id is its index."""
        return self.facts.articles

    @property
    def paths(self) -> Sequence[str]:
        """The stable path of every article, by id, without making the articles."""
        kept = getattr(self.facts.articles, "paths", None)
        return [article.path for article in self.facts.articles] if kept is None else kept

    def text(self, article: int) -> str:
        """The whole text of an article, read when asked for; raises OSError if its file has gone."""
        found = self._texts.pop(article, None)
        if found is None:
            found = self._read(self.articles[article])
            while len(self._texts) >= _TEXTS_KEPT:
                del self._texts[next(iter(self._texts))]
        self._texts[article] = found
        return found

    def dates(self, article: int) -> Sequence[DateSpan]:
        """The date expressions of an article, in order of offset."""
        return self._dates[article] if article < len(self._dates) else ()

    def article_at(self, path: str) -> int | None:
        """Id of the article with this stable path."""
        return self._article_ids.get(path) if self._path_to_id is None else self._path_to_id(path)

    def entity_named(self, name: str) -> int | None:
        """Id of the entity with this name or alias, case aside; the most mentioned one if several have it."""
        return self._entity_ids.get(name.casefold()) if self._name_to_id is None else self._name_to_id(name)

    @cached_property
    def ranks(self) -> Ranks:
        """The entities by weight and kind."""
        return Ranks(self.entities) if self._name_to_id is None else self._name_to_id.ranks

    def event_key(self, event: int) -> str:
        """Stable key of an event for other programs and notes: article path, "#", offset of its date expression.

        Two rows that hang on one date expression are told apart by their clause: ".2" for the second, and so on.
        """
        told = self.events[event]
        offsets = self._offsets(told.article)
        same = [other for other, at in offsets if at == told.at] if len(offsets) > 1 else [event]
        place = same.index(event) + 1
        return f"{self.articles[told.article].path}#{told.at}" + (f".{place}" if place > 1 else "")

    def event_at(self, key: str) -> int | None:
        """Id of the event with this stable key."""
        path, _, place = key.rpartition("#")
        article, said = self.article_at(path), _PLACE.fullmatch(place)
        if article is None or said is None:
            return None
        same = [event for event, at in self._offsets(article) if at == int(said[1])]
        number = int(said[2] or 1)
        return same[number - 1] if number <= len(same) else None

    def _offsets(self, article: int) -> Sequence[tuple[int, int]]:
        """The events of an article with the offsets of their date expressions; those asked for last are at hand."""
        found = self._ats.get(article)
        if found is None:
            if len(self._ats) >= _ARTICLES_KEPT:
                self._ats.clear()
            found = self._ats[article] = [(event, self.events.at(event)) for event in self.events.in_article(article)]
        return found

    def event_near(self, article: int, at: int, until: int | None = None) -> int | None:
        """Id of the first event told from the offset on and before `until`, the end of the line it begins.

        Else the last one told before it, else the article's first. Merely reported events are passed over, unless the
        article tells no other: the timeline does not show them among what happened.
        """
        told, start = self.events.in_article(article), self.events.start
        behind = bisect_right(told, at, key=start)
        begun = bisect_left(told, at, key=start)
        here = takewhile(lambda event: start(event) < (until or 0), told[begun : begun + _ON_A_LINE])
        ways = (here, map(told.__getitem__, range(behind - 1, -1, -1)), map(told.__getitem__, range(behind, len(told))))
        found = (event for way in ways for event in way if not self.events[event].reported)
        return next(found, told[max(0, behind - 1)] if told else None)

    def mention_at(self, article: int, at: int) -> Mention | None:
        """The mention that holds the offset."""
        return next((found for found in self.mentions.in_article(article) if found.start <= at < found.end), None)

    def next_mention(self, entity: int, article: int, at: int, step: int = 1) -> Mention | None:
        """The nearest mention of the entity after (step 1) or before (step -1) a place, on into other articles."""
        return self.mentions.next_of(entity, article, at, step)

    def companions(self, entity: int) -> list[tuple[int, int]]:
        """Who is named in the same events: (entity id, number of events), the most frequent first."""
        together: Counter[int] = Counter()
        for event in self.events.of_entity(entity):
            together.update(other for other in self.events[event].entities if other != entity)
        return sorted(together.items(), key=lambda pair: (-pair[1], self.entities[pair[0]].name))

    def span_of(self, entity: int) -> tuple[When, When] | None:
        """First and last dated event an entity is named in, or None; merely reported ones do not count."""
        told, columns = self.events.dated_of(entity), self.events.columns
        if not told:
            return None
        firsts, lasts = columns.firsts, columns.lasts
        begin = (firsts[told[0]], lasts[told[0]])
        early = takewhile(lambda event: (firsts[event], lasts[event]) == begin, told)
        end = max((lasts[event], firsts[event]) for event in told)
        late = (event for event in told if lasts[event] == end[0] and firsts[event] == end[1])
        whens = [{event: self.events[event].when for event in some}.values() for some in (early, late)]
        return min(whens[0], key=lambda when: when.edtf), max(whens[1], key=lambda when: when.edtf)

    def sources(self, event: int) -> Sequence[int]:
        """Ids of the events that tell the same as this one, itself included, in calendar order."""
        return self.events.alike(self.events.columns.clusters[event]) or [event]

    @property
    def conflicts(self) -> Sequence[Conflict]:
        """Every pair of events that cannot both be right, the hard ones first."""
        return self.claims.conflicts

    def statuses_of(self, entity: int) -> Sequence[Status]:
        """What became of an entity, in calendar order, what has no date last."""
        return self.claims.of_entity(entity)

    def conflicts_of(self, event: int) -> Sequence[Conflict]:
        """The conflicts of an event and of those that tell the same, each once."""
        found = (conflict for other in self.sources(event) for conflict in self.claims.of_event(other))
        return list(dict.fromkeys(found))

    def is_disputed(self, event: int) -> bool:
        """Whether an event, or one that tells the same, stands in a conflict."""
        return bool(self._disputed) and self.events.columns.clusters[event] in self._disputed

    def judged(self, verdicts: Mapping[Conflict, str]) -> "Corpus":
        """The same corpus with what the reader says of its conflicts: those dismissed are conflicts no more."""
        other = copy(self)
        other.claims = self.claims.judged(verdicts)
        other.__dict__.pop("_disputed", None)
        return other

    def relabelled(self, facts: Facts, entities: Sequence[Entity], now: Sequence[int]) -> "Corpus":
        """The same corpus with other entities, and no verdicts; `now[i]` is the new id of i, -1 if it is gone.

        Counts are those of the mentions, whatever `entities` say. Made from a corpus as it was tied together.
        """
        other = copy(self)
        other.facts = facts
        other.mentions = self.mentions.relabelled(now)
        other.events = self.events.relabelled(now)
        other.claims = self.claims.relabelled(now)
        other.lore = self.lore.relabelled(now)
        counts = [other.mentions.count_of(entity.id) for entity in entities]
        other.entities = tuple(
            replace(one, count=many, articles=articles) for one, (many, articles) in zip(entities, counts, strict=True)
        )
        other._name_to_id, other.signature = None, ""
        for made in ("_entity_ids", "_disputed", "ranks"):
            other.__dict__.pop(made, None)
        return other

    def part_at(self, article: int, at: int) -> Part | None:
        """The part of an article that holds the offset."""
        parts = self.articles[article].parts
        index = bisect_right(parts, at, key=lambda part: part.start) - 1
        return parts[index] if index >= 0 and at < parts[index].end else None

    def part_counts(self, article: int) -> dict[PartKind, int]:
        """How many parts of each kind an article has."""
        return Counter(part.kind for part in self.articles[article].parts)

    @cached_property
    def _article_ids(self) -> dict[str, int]:
        return {article.path: article.id for article in self.articles}

    @cached_property
    def _entity_ids(self) -> dict[str, int]:
        named: dict[str, int] = {}
        by_weight = sorted(self.entities, key=lambda entity: -entity.count)
        for entity in by_weight:
            named.setdefault(entity.name.casefold(), entity.id)
        for entity in by_weight:
            for alias in entity.aliases:
                named.setdefault(alias.name.casefold(), entity.id)
        return named

    @cached_property
    def _disputed(self) -> frozenset[int]:
        clusters = self.events.columns.clusters  # of thousands of events nothing else need be looked at
        return frozenset(clusters[event] for event in self.claims.disputed)

    @property
    def told_again(self) -> frozenset[int]:
        """The clusters that more than one article tells."""
        return self.events.told_again

    def prepare(self) -> "Corpus":
        """Make now, beside the reader, what the first look at a long timeline would wait for; gives itself back."""
        self.events.columns.rows(range(len(self.events)))
        self.events.alike(0)
        return self


_PLACE = re.compile(r"(0|[1-9][0-9]{0,9})(?:\.([2-9]|[1-9][0-9]{1,5}))?")
"""What an event's key has after the article's path: the offset, and which of those that hang on one date it is."""

_ON_A_LINE = 100
"""Events looked at on one line of text: more than any line holds."""

_ARTICLES_KEPT = 2048
"""Articles of whose events the offsets are held."""

_TEXTS_KEPT = 16
"""How many article texts stay in memory: enough to go back and forth, little beside the columns."""
