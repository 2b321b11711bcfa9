"""What one article tells once its mentions have owners: events, what became of whom, roles; told anew only if need be.

Inside an article the entities are numbered by first appearance, so that what it tells stays the same when only the
collection's numbering changes: after a correction of names nearly every article is spared the work.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from tui.corpus.findings import ArticleFindings, unread
from tui.events.find import find_events
from tui.events.parts import parts_of
from tui.events.recognise import Traits, traits_of
from tui.events.roles import Role as Tie
from tui.events.roles import roles_in
from tui.events.row import EventRow
from tui.events.status import StatusRow, find_statuses
from tui.events.topics import Reading, read
from tui.events.whose import within
from tui.manifest import Comments
from tui.model import DateSpan, Kind, Part, PartKind
from tui.names.roles import Role, find_roles

Span = tuple[int, int, int]
"""A mention inside one article: start, end, entity."""

_PLACES = frozenset({Kind.PLACE, Kind.FACILITY})
_STOP = re.compile(r"[.!?](?=\s|$)|\n")
_FARTHEST = 300


@dataclass(frozen=True, slots=True)
class Telling:
    """What one article tells."""

    rows: tuple[EventRow, ...]
    """Its events in calendar order."""
    statuses: tuple[StatusRow, ...]
    """What it says became of whom; rows are numbered as in `rows`."""
    roles: tuple[Role, ...]
    """What it says people are to others, in order of the text."""
    ties: tuple[Tie, ...] = ()
    """The kin and sole offices that sentences with a row state: what others may contradict; rows as in `rows`."""
    traits: tuple[Traits, ...] = ()
    """What each row can be recognised by: by the words it was read from, and by what its sentence goes on to say after
    a semicolon without a date."""

    def numbered(self, entities: Sequence[int]) -> "Telling":
        """The same with `entities[i]` for entity i."""
        return Telling(
            tuple(
                EventRow(
                    row.when,
                    row.start,
                    row.end,
                    row.at,
                    row.headline,
                    tuple([entities[own] for own in row.entities]),
                    row.rule,
                    row.reported,
                    tuple([(entities[own], part) for own, part in row.parts]) if row.parts else (),
                )
                if row.entities or row.parts
                else row
                for row in self.rows
            ),
            tuple([one._replace(entity=entities[one.entity]) for one in self.statuses]),
            tuple(replace(one, person=entities[one.person], other=entities[one.other]) for one in self.roles),
            tuple(one._replace(one=entities[one.one], other=entities[one.other]) for one in self.ties),
            tuple([one._replace(actor=entities[one.actor]) if one.actor >= 0 else one for one in self.traits]),
        )


@dataclass(frozen=True, slots=True)
class Account:
    """What one article adds to its collection; names are rows of the table of names."""

    spans: Sequence[Span]
    """Its mentions in order; those in comments are left out where the collection drops comments."""
    names: frozenset[int]
    """The names with a mention outside comments and footers: the others are no entities."""
    first: Sequence[tuple[int, str, int]]
    """Each name and spelling it is mentioned by, with the offset of the first mention."""
    telling: Telling
    """What it tells."""
    lost: str = ""
    """What could not be told of it, and why, as the rest of a sentence; "" where all was."""


def nothing(reason: str) -> Account:
    """What an article adds that nothing can be told of."""
    return Account((), frozenset(), (), Telling((), (), ()), f"its names and events are missing: {reason}")


def tell(found: ArticleFindings, dates: Sequence[DateSpan], spans: Sequence[Span], kinds: Sequence[Kind]) -> Telling:
    """What an article tells; `dates` and `spans` are those that count, `kinds` the kind of each entity in `spans`."""
    rows = find_events(found.text, found.counted, dates, spans, found.article.published)
    rows.sort(key=lambda row: (row.when.first, row.when.last, row.start, row.at))
    people = {entity for entity, kind in enumerate(kinds) if kind is Kind.PERSON}
    places = {entity for entity, kind in enumerate(kinds) if kind in _PLACES}
    reading = read(found.text, spans, found.counted, people)
    rows = [
        row.taking(parts_of(found.text, row, within(spans, row.start, row.end), reading.topics, places)) for row in rows
    ]
    statuses = find_statuses(found.text, rows, spans, found.counted, people, reading)
    roles = find_roles(found.text, spans, kinds)
    ties = _ties(found.text, reading, rows, spans, people)
    return Telling(tuple(rows), tuple(statuses), tuple(roles), tuple(ties), tuple(_traits(found.text, rows)))


def _traits(text: str, rows: Sequence[EventRow]) -> Iterator[Traits]:
    starts = sorted(row.start for row in rows)
    for row in rows:
        yield traits_of(row, clause_of(text, row.start, row.end, starts))


def clause_of(text: str, start: int, end: int, starts: Sequence[int]) -> str:
    """The words a row is recognised by: its own, and what its sentence goes on to say.

    `starts` are those of all rows of the article, in order.
    """
    if text[end - 1 : end] not in (".", "!", "?"):
        following = bisect_right(starts, start)
        limit = starts[following] if following < len(starts) else len(text)
        stop = _STOP.search(text, end, min(limit, end + _FARTHEST))
        end = stop.start() if stop else end
    return text[start:end]


def _ties(
    text: str, reading: Reading, rows: Sequence[EventRow], spans: Sequence[Span], people: Container[int]
) -> Iterator[Tie]:
    own = sorted((row.start, number) for number, row in enumerate(rows))
    for part in reading.told:
        for start, end in part:
            at = bisect_left(own, (start, -1))
            if at < len(own) and own[at][0] < end:
                yield from roles_in(text, start, end, own[at][1], within(spans, start, end), people)


@dataclass(frozen=True, slots=True)
class _Known:
    """What an article told, and what that hung on."""

    found: ArticleFindings
    spans: tuple[Span, ...]
    kinds: tuple[Kind, ...]
    telling: Telling


class Tells(Protocol):
    """Says what articles tell."""

    def of(
        self,
        found: ArticleFindings,
        dates: Sequence[DateSpan],
        spans: Sequence[Span],
        kinds: Sequence[Kind],
    ) -> Telling:
        """What an article tells; arguments as for `tell`, entities numbered as in `spans` and `kinds`."""


class Tellings:
    """What every article told last, by its path: it may get another number, and be read again."""

    def __init__(self) -> None:
        self._known: dict[str, _Known] = {}

    def of(
        self,
        found: ArticleFindings,
        dates: Sequence[DateSpan],
        spans: Sequence[Span],
        kinds: Sequence[Kind],
    ) -> Telling:
        """What an article tells, entities numbered as in `spans` and `kinds`; worked out only if anything changed."""
        entities, own, own_kinds = inside(spans, kinds)
        path = found.article.path
        known = self._known.get(path)
        if known is None or not _same(known.found, found) or known.spans != own or known.kinds != own_kinds:
            known = self._known[path] = _Known(found, own, own_kinds, tell(found, dates, own, own_kinds))
        return known.telling.numbered(entities)


def inside(spans: Sequence[Span], kinds: Sequence[Kind]) -> tuple[Sequence[int], tuple[Span, ...], tuple[Kind, ...]]:
    """The entities of an article by first appearance, its mentions with their numbers in that order, and their kinds.

    `kinds` are those of the entities as `spans` number them.
    """
    entities = list(dict.fromkeys(span[2] for span in spans))
    own = {entity: number for number, entity in enumerate(entities)}
    return (
        entities,
        tuple([(start, end, own[entity]) for start, end, entity in spans]),
        tuple([kinds[entity] for entity in entities]),
    )


def _same(one: ArticleFindings, other: ArticleFindings) -> bool:
    """Whether two readings of an article can tell the same."""
    return one is other or (
        one.text == other.text
        and one.counted == other.counted
        and one.dates == other.dates
        and one.article.published == other.article.published
    )


def account(
    found: ArticleFindings,
    named: Sequence[Span],
    comments: Comments,
    kinds: Sequence[Kind],
    tellings: Tells | None = None,
) -> Account:
    """What an article adds; `named` are all mentions in it, and `kinds` the kind of every name of the table.

    `tellings` spare what was told before.
    """
    spans = _kept(named, found.counted, comments)
    counting = [span for span, kind in _with_kinds(spans, found.counted) if kind.counts]
    dates = [date for date in found.dates if _counts(found.counted, date.start)]
    first: dict[tuple[int, str], int] = {}
    for start, end, name in spans:
        first.setdefault((name, found.text[start:end]), start)
    return Account(
        spans,
        frozenset(span[2] for span in counting),
        [(name, spelling, start) for (name, spelling), start in first.items()],
        (Tellings() if tellings is None else tellings).of(found, dates, counting, kinds),
        unread(found),
    )


def _kept(spans: Sequence[Span], parts: Sequence[Part], comments: Comments) -> Sequence[Span]:
    """The mentions a collection wants: those in comments go if it drops comments."""
    if comments is not Comments.DROP:
        return spans
    return [span for span, kind in _with_kinds(spans, parts) if kind is not PartKind.COMMENT]


def _with_kinds(spans: Sequence[Span], parts: Sequence[Part]) -> Iterator[tuple[Span, PartKind]]:
    """Mentions in order, each with the kind of the part it stands in."""
    at = 0
    for span in spans:
        while at < len(parts) and parts[at].end <= span[0]:
            at += 1
        if at < len(parts):
            yield span, parts[at].kind


def _counts(parts: Sequence[Part], at: int) -> bool:
    index = bisect_right(parts, at, key=lambda part: part.start) - 1
    return index >= 0 and parts[index].kind.counts
