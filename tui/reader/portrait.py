"""What a reader needs to see of an entity before changing it: how often, when, with whom, in whose words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tui.corpus.tables import Corpus
from tui.dates.words import describe
from tui.model import OPEN_FUTURE, OPEN_PAST, Mention, When
from tui.reader.context import line_around

COMPANIONS = 4
"""Companions named."""

_REACH = 60


@dataclass(frozen=True, slots=True)
class Quote:
    """A mention in its line."""

    before: str
    """The words before it."""
    said: str
    """Its words."""
    after: str
    """The words after it."""
    title: str
    """Title of its article."""


@dataclass(frozen=True, slots=True)
class Portrait:
    """An entity at a glance."""

    name: str
    """The name shown."""
    kind: str
    """What it is."""
    facts: str
    """Kind, mentions, articles, first and last seen, in one line."""
    companions: str
    """Who is named in the same events, in one line; "" without any."""
    aliases: tuple[str, ...]
    """Its other spellings."""
    quotes: tuple[Quote, ...]
    """Two mentions, if possible in two articles."""


def portrait(corpus: Corpus, entity: int) -> Portrait:
    """An entity at a glance; quotes from files that have gone are left out."""
    known = corpus.entities[entity]
    together = [corpus.entities[other].name for other, _ in corpus.companions(entity)[:COMPANIONS]]
    return Portrait(
        known.name,
        known.kind.value,
        facts_of(corpus, entity),
        ", ".join(together),
        tuple(alias.name for alias in known.aliases),
        tuple(_quotes(corpus, entity)),
    )


def facts_of(corpus: Corpus, entity: int) -> str:
    """One line: kind, number of mentions and articles, first and last seen."""
    known = corpus.entities[entity]
    mentions = f"{known.count:,} mention{'s' if known.count != 1 else ''}"
    articles = f"{known.articles:,} article{'s' if known.articles != 1 else ''}"
    seen = corpus.span_of(entity)
    return f"{known.kind.value} · {mentions} in {articles}{_seen(*seen) if seen and seen[0] != seen[1] else ''}"


def _seen(first: When, last: When) -> str:
    """From when to when; an end that is itself open, such as "from Mar 1979 on", is set apart by words."""
    one, other = describe(first), describe(last)
    if any(when.first <= OPEN_PAST or when.last >= OPEN_FUTURE for when in (first, last)):
        return f" · first {one}, last {other}"
    # A month, and a day of it that is not known: that is one month.
    return f" · {one}" if (first.first, first.last) == (last.first, last.last) else f" · {one} to {other}"


def _quotes(corpus: Corpus, entity: int) -> Iterator[Quote]:
    mentions = corpus.mentions.of_entity(entity)
    for found in _two(mentions):
        try:
            before, said, after = line_around(corpus.text(found.article), found.start, found.end, _REACH)
        except OSError:
            continue
        if len(after) >= _REACH - 1:
            after = after.rpartition(" ")[0] + " …"
        yield Quote(f"… {before}" if len(before) > _REACH // 2 else before, said, after,
                    corpus.articles[found.article].title)  # fmt: skip


def _two(mentions: Sequence[Mention]) -> Iterator[Mention]:
    """The first mention, then the first one in another article, else the last one here."""
    if mentions:
        yield mentions[0]
        elsewhere = next((found for found in mentions if found.article != mentions[0].article), mentions[-1])
        if elsewhere != mentions[0]:
            yield elsewhere
