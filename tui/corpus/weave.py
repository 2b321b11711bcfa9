"""Ties what the articles say one by one into one collection: entities under one name, their mentions, their events."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tui.corpus.claims import ClaimTable
from tui.corpus.findings import ArticleFindings
from tui.corpus.judge import Judged, Span, Told, judge
from tui.corpus.tables import EventTable, MentionTable
from tui.events.find import find_events
from tui.events.row import EventRow
from tui.manifest import Comments
from tui.model import Entity, Event, KnownEntity, Part, PartKind
from tui.names import build_table


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


def weave(findings: Sequence[ArticleFindings], known: Sequence[KnownEntity], comments: Sequence[Comments]) -> Woven:
    """Bring the findings of all articles together; row i of each sequence is article i."""
    table = build_table([found.candidates for found in findings], known)
    spans = [
        _kept(table.mentions(row, found.text, found.counted), found.counted, comments[row])
        for row, found in enumerate(findings)
    ]
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
    counting = [list(_counting(spans[row], found.counted)) for row, found in enumerate(findings)]
    told = _told(findings, counting)
    judged = judge(findings, told, counting, entities)
    return Woven(entities, mentions, EventTable(_events(told, judged)), judged.claims)


def _told(findings: Sequence[ArticleFindings], counting: Sequence[Sequence[Span]]) -> Told:
    """The rows of all articles in calendar order, so that the first of those that tell the same is the earliest."""
    told: list[tuple[int, EventRow]] = []
    for article, found in enumerate(findings):
        dates = [date for date in found.dates if _counts(found.counted, date.start)]
        rows = find_events(found.text, found.counted, dates, counting[article], found.article.published)
        told += [(article, row) for row in rows]
    told.sort(key=lambda pair: (pair[1].when.first, pair[1].when.last, pair[0], pair[1].start, pair[1].at))
    return told


def _events(told: Told, judged: Judged) -> Iterator[Event]:
    for number, ((article, _), row) in enumerate(zip(told, judged.rows, strict=True)):
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
