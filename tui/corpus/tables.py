"""The corpus in memory: what was found in a collection, and the questions panes and commands ask of it.

A `Corpus` never changes once made; a collection that changed gives a new one.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import takewhile
from typing import Protocol

from tui.corpus.claims import ClaimTable
from tui.corpus.eventtable import EventTable
from tui.corpus.lore import Lore
from tui.corpus.mentiontable import MentionTable
from tui.corpus.since import Since
from tui.model import (
    Article,
    Conflict,
    DateOrder,
    DateSpan,
    Entity,
    Kind,
    Mention,
    Part,
    PartKind,
    Skipped,
    Status,
    When,
)


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
