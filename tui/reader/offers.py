"""What may be meant by words typed to filter events, each with how many rows would be shown."""

from collections.abc import Iterator
from dataclasses import dataclass
from heapq import nsmallest
from typing import TYPE_CHECKING

from tui.corpus.tables import Corpus
from tui.reader.eventsieve import HERE, EventSieve
from tui.reader.period import read_period
from tui.reader.place import Place

if TYPE_CHECKING:  # for an annotation alone: the ranking loads engines the first page does not need
    from tui.jump import JumpIndex

_ENTITIES = 6
_ARTICLES = 4
_DISPUTED = ("conflicts", "disputed", "contradictions", "!")
_SEVERAL = ("several sources", "sources")


@dataclass(frozen=True, slots=True)
class Offer:
    """One filter that can be chosen."""

    sieve: EventSieve
    """What would be shown: what is shown now, and this."""
    sort: str
    """What kind of filter it is, in a word: "name", "period" ..."""
    words: str
    """What it is, for people."""
    count: int
    """How many rows of dated events would be shown."""
    reported: int
    """How many of merely reported ones."""


def offers(corpus: Corpus, place: Place, now: EventSieve, typed: str, index: "JumpIndex | None") -> list[Offer]:
    """The filters that typed words may mean and that leave something, likeliest first.

    A filter is laid over those in force; one of the same kind takes its place. Without words: all events again, what
    the reader is at, and the names with the most mentions.
    """
    asked = _likely(corpus, place, typed, index) if typed.strip() else _usual(corpus, place, now)
    found: list[Offer] = []
    for add, sort, words in asked:
        sieve = now.joined(add) if not add.is_open else add
        count, reported = sieve.count(corpus, place)
        if count or reported or add.is_open:
            found.append(Offer(sieve, sort, words, count, reported))
    return found


def _usual(corpus: Corpus, place: Place, now: EventSieve) -> Iterator[tuple[EventSieve, str, str]]:
    if not now.is_open:
        yield EventSieve(), "all", "All events again"
    yield EventSieve(article=HERE), "article", "The article in view"
    if place.entity is not None and place.entity < len(corpus.entities):
        name = corpus.entities[place.entity].name
        yield EventSieve(entity=name), "name", name
    yield EventSieve(conflicts=True), "conflict", "Sources disagree"
    yield EventSieve(several=True), "sources", "More than one source"
    told = corpus.events.counts(len(corpus.entities))
    for row in nsmallest(_ENTITIES, range(len(told)), key=lambda entity: -told[entity]):
        entity = corpus.entities[row]
        if entity.id != place.entity:
            yield EventSieve(entity=entity.name), "name", entity.name


def _likely(
    corpus: Corpus, place: Place, typed: str, index: "JumpIndex | None"
) -> Iterator[tuple[EventSieve, str, str]]:
    plain = typed.strip().casefold()
    period = read_period(typed)
    if period is not None:
        yield EventSieve(period=period), "period", period.words
    if any(word.startswith(plain) for word in _DISPUTED):
        yield EventSieve(conflicts=True), "conflict", "Sources disagree"
    if any(word.startswith(plain) for word in _SEVERAL):
        yield EventSieve(several=True), "sources", "More than one source"
    hits = index.rank(typed, limit=40) if index is not None else []
    names = [hit.target.name for hit in hits if hit.target.kind == "entity"]
    for name in names[:_ENTITIES]:
        yield EventSieve(entity=name), "name", name
    if len(plain) > 1 or not plain.isascii():
        # One letter stands in every headline.
        yield EventSieve(words=typed.strip()), "word", f"“{typed.strip()}” in the headline"
    rows = [hit.target.ref for hit in hits if hit.target.kind == "article"]
    for row in [row for row in rows if isinstance(row, int) and row < len(corpus.articles)][:_ARTICLES]:
        article = corpus.articles[row]
        here = HERE if row == place.article else article.path
        yield EventSieve(article=here), "article", article.title
