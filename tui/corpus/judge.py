"""Brings what single articles say of people and events together, and finds where it cannot all hold."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from tui.corpus.claims import ClaimTable
from tui.corpus.findings import ArticleFindings
from tui.events.conflicts import find_conflicts, told_twice
from tui.events.marks import Marks
from tui.events.merge import cluster
from tui.events.roles import Role, role_conflicts
from tui.events.row import EventRow
from tui.events.status import StatusRow
from tui.model import Entity, Kind, Status

Told = Sequence[tuple[int, EventRow]]
"""The rows of all articles in calendar order, each with its article; an index in it becomes the event's id."""

_BEINGS = frozenset({Kind.PERSON, Kind.ORGANISATION, Kind.OTHER})
_SIGNED = frozenset({Kind.EVENT, Kind.OTHER, Kind.ORGANISATION})
_STOP = re.compile(r"[.!?](?=\s|$)|\n")
_FARTHEST = 300


@dataclass(frozen=True, slots=True)
class Judged:
    """What the articles say together."""

    clusters: Sequence[int]
    """For each row the index of the first that tells the same event."""
    claims: ClaimTable
    """What became of whom, and what cannot all hold."""


def judge(
    findings: Sequence[ArticleFindings],
    told: Told,
    statuses: Iterable[tuple[int, StatusRow]],
    ties: Sequence[Role],
    entities: Sequence[Entity],
    breathe: Callable[[], None] = lambda: None,
) -> Judged:
    """What a collection says as a whole; `statuses` have their article, and they and `ties` rows numbered as `told`.

    `breathe` is called often: it may rest, and raise to end the work.
    """
    people = {entity.id for entity in entities if entity.kind is Kind.PERSON}
    rows = [row for _, row in told]
    said = [pair for pair in statuses if _can_be(entities[pair[1].entity].kind, pair[1].fate)]
    kept = [
        Status(one.entity, one.fate, one.when, one.row if one.row >= 0 else None, article, one.start)
        for article, one in said
    ]
    dated = [one for _, one in said if one.row >= 0]
    fates: dict[int, set[tuple[int, str]]] = defaultdict(set)
    for one in dated:
        if one.entity in people:
            fates[one.row].add((one.entity, one.fate))
    clauses = _clauses(findings, told, breathe)
    articles = [article for article, _ in told]
    by_row = {row: frozenset(said) for row, said in fates.items()}
    marks = Marks(rows, clauses, articles, breathe)
    places = {entity.id for entity in entities if entity.kind is Kind.PLACE}
    clusters = cluster(rows, clauses, articles, places, by_row, told_twice(dated), breathe, marks)
    conflicts = find_conflicts(dated, rows, clusters, clauses, articles, breathe, marks)
    conflicts += role_conflicts(ties, rows, [entity.name for entity in entities])
    conflicts.sort(key=lambda conflict: (not conflict.hard, conflict.events))
    return Judged(clusters, ClaimTable(kept, conflicts))


def _clauses(findings: Sequence[ArticleFindings], told: Told, breathe: Callable[[], None]) -> list[str]:
    """The words each row was read from, and what its sentence goes on to say after a semicolon without a date."""
    begins: dict[int, list[int]] = defaultdict(list)
    for article, row in told:
        begins[article].append(row.start)
    for starts in begins.values():
        starts.sort()
    clauses: list[str] = []
    for article, row in told:
        breathe()
        text, starts = findings[article].text, begins[article]
        end = row.end
        if text[end - 1] not in ".!?":
            following = bisect_right(starts, row.start)
            limit = starts[following] if following < len(starts) else len(text)
            stop = _STOP.search(text, end, min(limit, end + _FARTHEST))
            end = stop.start() if stop else end
        clauses.append(text[row.start : end])
    return clauses


def _can_be(kind: Kind, fate: str) -> bool:
    """Whether it can be said of this kind: a captured town is nobody's life, and a treaty is signed, not a man."""
    return kind in (_SIGNED if fate == "signed" else _BEINGS)
