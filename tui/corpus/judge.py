"""Brings what single articles say of people and events together, and finds where it cannot all hold."""

from collections.abc import Iterable, Sequence

from tui.corpus.claims import ClaimTable
from tui.corpus.findings import ArticleFindings
from tui.events.conflicts import find_conflicts
from tui.events.merge import cluster
from tui.events.row import EventRow
from tui.events.status import StatusRow
from tui.model import Entity, Kind, Status

Told = Sequence[tuple[int, EventRow]]
"""The rows of all articles in calendar order, each with its article; an index in it becomes the event's id."""

_BEINGS = frozenset({Kind.PERSON, Kind.ORGANISATION, Kind.OTHER})
_SIGNED = frozenset({Kind.EVENT, Kind.OTHER, Kind.ORGANISATION})


def clusters_of(findings: Sequence[ArticleFindings], told: Told, entities: Sequence[Entity]) -> list[int]:
    """For each row the index of the first that tells the same event."""
    places = {entity.id for entity in entities if entity.kind is Kind.PLACE}
    return cluster(*_columns(findings, told), places)


def judge(
    findings: Sequence[ArticleFindings],
    told: Told,
    clusters: Sequence[int],
    statuses: Iterable[tuple[int, StatusRow]],
    entities: Sequence[Entity],
) -> ClaimTable:
    """The statuses and conflicts of a collection; `statuses` have their article, and rows numbered as in `told`."""
    said = [pair for pair in statuses if _can_be(entities[pair[1].entity].kind, pair[1].fate)]
    fates = [
        Status(one.entity, one.fate, one.when, one.row if one.row >= 0 else None, article, one.start)
        for article, one in said
    ]
    rows, clauses, articles = _columns(findings, told)
    dated = [one for _, one in said if one.row >= 0]
    return ClaimTable(fates, find_conflicts(dated, rows, clusters, clauses, articles))


def _can_be(kind: Kind, fate: str) -> bool:
    """Whether it can be said of this kind: a captured town is nobody's life, and a treaty is signed, not a man."""
    return kind in (_SIGNED if fate == "signed" else _BEINGS)


def _columns(findings: Sequence[ArticleFindings], told: Told) -> tuple[list[EventRow], list[str], list[int]]:
    """The rows, the words each was read from, and the article of each."""
    clauses = [findings[article].text[row.start : row.end] for article, row in told]
    return [row for _, row in told], clauses, [article for article, _ in told]
