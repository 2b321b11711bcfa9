"""Two articles side by side: what both tell, where they contradict each other, whom both name."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from tui.corpus.tables import Corpus
from tui.dates.words import describe
from tui.reader.compared import conflict_line

NAMES = 30
"""Names that both articles speak of, listed at most."""

COMMON = 200
"""Articles from which on a name is too common to say that two articles tell of the same."""


@dataclass(frozen=True, slots=True)
class Matter:
    """Something both articles speak of."""

    words: str
    """What it is."""
    one: tuple[int, int]
    """Offsets of where the first article speaks of it."""
    other: tuple[int, int]
    """Offsets of where the second one does."""
    sort: str
    """"conflict", "event" or "name"."""


def matters(corpus: Corpus, one: int, other: int) -> tuple[Matter, ...]:
    """What two articles both speak of: contradictions and events in the order of the first, then names.

    Of the names, those come first that both name often and few other articles do.
    """
    told = sorted([*_conflicts(corpus, one, other), *_events(corpus, one, other)], key=lambda matter: matter.one)
    return (*told, *_names(corpus, one, other))


def _conflicts(corpus: Corpus, one: int, other: int) -> Iterator[Matter]:
    for event in corpus.events.in_article(one):
        for conflict in corpus.claims.of_event(event):
            twin = next((side for side in conflict.events if side != event), event)
            if corpus.events[twin].article == other:
                yield Matter(conflict_line(conflict), _span(corpus, event), _span(corpus, twin), "conflict")


def _events(corpus: Corpus, one: int, other: int) -> Iterator[Matter]:
    clusters = corpus.events.columns.clusters
    there: dict[int, int] = {}
    for event in corpus.events.in_article(other):
        there.setdefault(clusters[event], event)
    seen: set[int] = set()
    for event in corpus.events.in_article(one):
        twin, row = there.get(clusters[event]), corpus.events[event]
        if twin is not None and not row.reported and clusters[event] not in seen:
            seen.add(clusters[event])
            words = f"{describe(row.when)}: {row.headline}"
            yield Matter(words, _span(corpus, event), _span(corpus, twin), "event")


def _span(corpus: Corpus, event: int) -> tuple[int, int]:
    return corpus.events[event].start, corpus.events[event].end


def _names(corpus: Corpus, one: int, other: int) -> list[Matter]:
    here, there = _first_mentions(corpus, one), _first_mentions(corpus, other)
    shared = here.keys() & there.keys()

    def weight(entity: int) -> float:
        return min(here[entity][1], there[entity][1]) / max(1, corpus.entities[entity].articles)

    ranked = sorted(shared, key=lambda entity: (-weight(entity), corpus.entities[entity].name))[:NAMES]
    return [Matter(corpus.entities[entity].name, here[entity][0], there[entity][0], "name") for entity in ranked]


def _first_mentions(corpus: Corpus, article: int) -> dict[int, tuple[tuple[int, int], int]]:
    """By entity: offsets of its first mention in the article, and how many there are."""
    found: dict[int, tuple[tuple[int, int], int]] = {}
    for mention in corpus.mentions.in_article(article):
        part = corpus.part_at(article, mention.start)
        if part is None or part.kind.counts:
            first, count = found.get(mention.entity, ((mention.start, mention.end), 0))
            found[mention.entity] = (first, count + 1)
    return found


def alike_articles(corpus: Corpus, article: int, most: int = 40) -> list[tuple[int, str]]:
    """Articles that tell of the same, the likeliest first, each with what both tell; then the neighbours."""
    events: Counter[int] = Counter()
    for event in corpus.events.in_article(article):
        told = {corpus.events[source].article for source in corpus.sources(event)}
        told |= {corpus.events[side].article for one in corpus.claims.of_event(event) for side in one.events}
        events.update(told - {article})
    names: Counter[int] = Counter()
    weights: dict[int, float] = {}
    for entity in {mention.entity for mention in corpus.mentions.in_article(article)}:
        common = corpus.entities[entity].articles
        if 1 < common <= COMMON:
            for found in {mention.article for mention in corpus.mentions.of_entity(entity)} - {article}:
                names[found] += 1
                weights[found] = weights.get(found, 0.0) + 1 / common
    ranked = sorted(events.keys() | names.keys(), key=lambda one: (-events[one], -weights.get(one, 0.0), one))
    near = [one for step in range(1, most) for one in (article + step, article - step)]
    rest = [one for one in near if 0 <= one < len(corpus.articles) and one not in ranked]
    return [(one, _why(events[one], names[one])) for one in (*ranked, *rest)][:most]


def _why(events: int, names: int) -> str:
    told = f"{events} event{'s' if events != 1 else ''}" if events else ""
    named = f"{names} name{'s' if names != 1 else ''}" if names else ""
    return ", ".join(part for part in (told, named) if part)
