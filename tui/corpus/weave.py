"""Ties what the articles say one by one into one collection: entities under one name, their mentions, their events."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from tui.corpus.claims import ClaimTable
from tui.corpus.findings import ArticleFindings
from tui.corpus.judge import Judged, Told, judge
from tui.corpus.lore import Lore, RoleSaid, Suggested
from tui.corpus.places import Places
from tui.corpus.tables import EventTable, MentionTable
from tui.corpus.telling import Span, Telling, Tellings
from tui.events.roles import Role as Tie
from tui.events.row import EventRow
from tui.events.status import StatusRow
from tui.manifest import Comments
from tui.model import Entity, Event, Part, PartKind
from tui.names.compare import same_name
from tui.names.table import NameTable


@dataclass(frozen=True, slots=True)
class Woven:
    """What a collection says as a whole."""

    entities: tuple[Entity, ...]
    """Every entity with a mention outside comments and footers."""
    mentions: MentionTable
    """Every mention of them."""
    events: EventTable
    """Every event."""
    claims: ClaimTable
    """What became of whom, and what cannot all hold."""
    lore: Lore
    """Roles, suggestions and what else is known of the entities."""
    rows: Sequence[int]
    """Row of every entity in the table of names."""


def weave(
    findings: Sequence[ArticleFindings],
    table: NameTable,
    comments: Sequence[Comments],
    tellings: Tellings,
    places: Places,
    breathe: Callable[[], None] = lambda: None,
) -> Woven:
    """Bring the findings of all articles together; row i of each sequence is article i.

    `table` has the collection's names; `tellings` and `places` know what the articles told last time, and where
    names stood, and are brought up to date.
    `breathe` is called often: it may rest, and raise to end the work.
    """
    spans: list[list[Span]] = []
    for row, named_here in enumerate(places.of(findings, table)):
        breathe()
        spans.append(_kept(named_here, findings[row].counted, comments[row]))
    real = sorted({span[2] for row, found in enumerate(findings) for span in _counting(spans[row], found.counted)})
    row_of = {name: row for row, name in enumerate(real)}
    spans = [[(start, end, row_of[name]) for start, end, name in found if name in row_of] for found in spans]
    counts = Counter(span[2] for found in spans for span in found)
    articles = Counter(entity for found in spans for entity in {span[2] for span in found})
    entities = tuple(
        Entity(row, named.name, named.kind, named.aliases, counts[row], articles[row], named.about)
        for row, named in enumerate(table.names[name] for name in real)
    )
    mentions = MentionTable(
        (article, start, end, entity) for article, found in enumerate(spans) for start, end, entity in found
    )
    kinds = [entity.kind for entity in entities]
    said: list[Telling] = []
    for article, found in enumerate(findings):
        breathe()
        dates = [date for date in found.dates if _counts(found.counted, date.start)]
        counting = list(_counting(spans[article], found.counted))
        said.append(tellings.of(found, dates, counting, kinds))
    told = [(article, row) for article, telling in enumerate(said) for row in telling.rows]
    # In calendar order, so that the first of those that tell the same is the earliest.
    order = sorted(range(len(told)), key=lambda at: _calendar(*told[at]))
    told = [told[at] for at in order]
    statuses, ties = _numbered(said, order)
    judged = judge(findings, told, statuses, ties, entities, breathe)
    events = EventTable(_events(told, judged, breathe))
    return Woven(entities, mentions, events, judged.claims, _lore(findings, table, spans, real, said), real)


def _calendar(article: int, row: EventRow) -> tuple[int, int, int, int, int]:
    return row.when.first, row.when.last, article, row.start, row.at


def _numbered(said: Sequence[Telling], order: Sequence[int]) -> tuple[list[tuple[int, StatusRow]], list[Tie]]:
    """What each article says became of whom, with its article, and who is what to whom, rows as in the collection."""
    number_of = {at: number for number, at in enumerate(order)}
    statuses: list[tuple[int, StatusRow]] = []
    ties: list[Tie] = []
    before = 0
    for article, telling in enumerate(said):
        statuses += [
            (article, one.numbered(number_of[before + one.row] if one.row >= 0 else one.row))
            for one in telling.statuses
        ]
        ties += [tie._replace(row=number_of[before + tie.row]) for tie in telling.ties]
        before += len(telling.rows)
    return statuses, ties


def _lore(
    findings: Sequence[ArticleFindings],
    table: NameTable,
    spans: Sequence[Sequence[Span]],
    real: Sequence[int],
    said: Sequence[Telling],
) -> Lore:
    """What is known of the entities beside their names."""
    row_of = {name: row for row, name in enumerate(real)}
    first: dict[tuple[int, str], tuple[int, int]] = {}
    for article, found in enumerate(findings):
        for start, end, entity in spans[article]:
            first.setdefault((entity, found.text[start:end]), (article, start))
    suggestions = [
        Suggested(
            row_of[one.entity],
            row_of[one.other],
            one.reason,
            same_name(table.names[one.entity].name, table.names[one.other].name),
        )
        for one in table.suggestions
        if one.entity in row_of and one.other in row_of
    ]
    suggestions.sort(key=lambda one: (-one.score, one.entity, one.other))
    return Lore(
        (
            RoleSaid(article, one.person, one.role, one.other, one.start, one.end)
            for article, telling in enumerate(said)
            for one in telling.roles
        ),
        dict.fromkeys(suggestions),
        [table.names[name].votes for name in real],
        first,
    )


def _events(told: Told, judged: Judged, breathe: Callable[[], None]) -> Iterator[Event]:
    for number, (article, row) in enumerate(told):
        breathe()
        yield Event(
            id=number,
            when=row.when,
            article=article,
            start=row.start,
            end=row.end,
            at=row.at,
            headline=row.headline,
            entities=row.entities,
            cluster=judged.clusters[number],
            rule=row.rule,
            reported=row.reported,
            parts=row.parts,
        )


def _kept(spans: Sequence[Span], parts: Sequence[Part], comments: Comments) -> list[Span]:
    """The mentions a collection wants: those in comments go if it drops comments."""
    if comments is not Comments.DROP:
        return list(spans)
    return [span for span, kind in _with_kinds(spans, parts) if kind is not PartKind.COMMENT]


def _counting(spans: Sequence[Span], parts: Sequence[Part]) -> Iterator[Span]:
    """The mentions that may create entities and events."""
    return (span for span, kind in _with_kinds(spans, parts) if kind.counts)


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
