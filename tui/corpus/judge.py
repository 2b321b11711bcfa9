"""Brings what single articles say of people and events together, and finds where it cannot all hold."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace

from tui.corpus.claims import ClaimTable
from tui.corpus.findings import ArticleFindings
from tui.events.conflicts import find_conflicts, told_twice
from tui.events.merge import cluster
from tui.events.parts import parts_of
from tui.events.roles import Role, role_conflicts, roles_in
from tui.events.row import EventRow
from tui.events.status import StatusRow, find_statuses
from tui.events.topics import Reading, read
from tui.events.whose import within
from tui.model import Entity, Kind, Status

Span = tuple[int, int, int]
"""A mention inside one article: start, end, entity."""

Told = list[tuple[int, EventRow]]
"""The rows of all articles in calendar order, each with its article; an index in it becomes the event's id."""

_BEINGS = frozenset({Kind.PERSON, Kind.ORGANISATION, Kind.OTHER})
_SIGNED = frozenset({Kind.EVENT, Kind.OTHER, Kind.ORGANISATION})
_PLACES = frozenset({Kind.PLACE, Kind.FACILITY})
_STOP = re.compile(r"[.!?](?=\s|$)|\n")
_FARTHEST = 300


@dataclass(frozen=True, slots=True)
class Judged:
    """What the articles say together."""

    rows: Sequence[EventRow]
    """The rows, each with the parts of those in it."""
    clusters: Sequence[int]
    """For each row the index of the first that tells the same event."""
    claims: ClaimTable
    """What became of whom, and what cannot all hold."""


def judge(
    findings: Sequence[ArticleFindings],
    told: Told,
    spans: Sequence[Sequence[Span]],
    entities: Sequence[Entity],
) -> Judged:
    """What a collection says as a whole; `spans[i]` are the mentions of article i that count, in order."""
    places = {entity.id for entity in entities if entity.kind in _PLACES}
    people = {entity.id for entity in entities if entity.kind is Kind.PERSON}
    rows = [row for _, row in told]
    roles: list[Role] = []
    said = [
        pair
        for pair in _said(findings, told, rows, spans, people, places, roles)
        if _can_be(entities[pair[1].entity].kind, pair[1].fate)
    ]
    statuses = [
        Status(one.entity, one.fate, one.when, one.row if one.row >= 0 else None, article, one.start)
        for article, one in said
    ]
    dated = [one for _, one in said if one.row >= 0]
    fates: dict[int, set[tuple[int, str]]] = defaultdict(set)
    for one in dated:
        if one.entity in people:
            fates[one.row].add((one.entity, one.fate))
    clauses = _clauses(findings, told)
    articles = [article for article, _ in told]
    by_row = [frozenset(fates.get(number, ())) for number in range(len(rows))]
    only_places = {entity.id for entity in entities if entity.kind is Kind.PLACE}
    clusters = cluster(rows, clauses, articles, only_places, by_row, told_twice(dated))
    conflicts = find_conflicts(dated, rows, clusters, clauses, articles)
    conflicts += role_conflicts(roles, rows, [entity.name for entity in entities])
    conflicts.sort(key=lambda conflict: (not conflict.hard, conflict.events))
    return Judged(rows, clusters, ClaimTable(statuses, conflicts))


def _clauses(findings: Sequence[ArticleFindings], told: Told) -> list[str]:
    """The words each row was read from, and what its sentence goes on to say after a semicolon without a date."""
    begins: dict[int, list[int]] = defaultdict(list)
    for article, row in told:
        begins[article].append(row.start)
    for starts in begins.values():
        starts.sort()
    clauses: list[str] = []
    for article, row in told:
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


def _said(
    findings: Sequence[ArticleFindings],
    told: Told,
    rows: list[EventRow],
    spans: Sequence[Sequence[Span]],
    people: Container[int],
    places: Container[int],
    roles: list[Role],
) -> Iterator[tuple[int, StatusRow]]:
    """What each article says became of whom, with its article; rows are numbered as in `told`.

    Rows are given their parts, and `roles` the roles that sentences with a row state.
    """
    numbers: list[list[int]] = [[] for _ in findings]
    for number, (article, _) in enumerate(told):
        numbers[article].append(number)
    for article, found in enumerate(findings):
        reading = read(found.text, spans[article], found.counted, people)
        own = numbers[article]
        for number in own:
            row = rows[number]
            inside = within(spans[article], row.start, row.end)
            rows[number] = replace(row, parts=parts_of(found.text, row, inside, reading.topics, places))
        roles += _roles(
            found.text, reading, sorted((rows[number].start, number) for number in own), spans[article], people
        )
        mine = [rows[number] for number in own]
        for one in find_statuses(found.text, mine, spans[article], found.counted, people, reading):
            yield article, one.numbered(own[one.row] if one.row >= 0 else one.row)


def _roles(
    text: str, reading: Reading, own: Sequence[tuple[int, int]], mentions: Sequence[Span], people: Container[int]
) -> Iterator[Role]:
    """The roles stated in the sentences of one article that have a row; `own` are (start, number) of its rows."""
    for part in reading.told:
        for start, end in part:
            at = bisect_left(own, (start, -1))
            if at < len(own) and own[at][0] < end:
                yield from roles_in(text, start, end, own[at][1], within(mentions, start, end), people)
