"""Brings what single articles say of people and events together, and finds where it cannot all hold."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tui.events.conflicts import fates_apart, find_conflicts, told_twice
from tui.events.marks import Marks
from tui.events.roles import Role, role_conflicts
from tui.events.status import FatesByRow, StatusRow
from tui.events.sweep import Known
from tui.events.traits import Dated
from tui.model import Conflict, Kind

_BEINGS = frozenset({Kind.PERSON, Kind.ORGANISATION, Kind.OTHER})
_SIGNED = frozenset({Kind.EVENT, Kind.OTHER, Kind.ORGANISATION})


@dataclass(frozen=True, slots=True)
class Judged:
    """What the articles say together."""

    clusters: Sequence[int]
    """For each row the index of the first that tells the same event."""
    conflicts: Sequence[Conflict]
    """What cannot all hold, the hard ones first."""


def judge(
    rows: Sequence[Dated],
    marks: Marks,
    statuses: Sequence[StatusRow],
    ties: Sequence[Role],
    kinds: Sequence[Kind],
    names: Callable[[], Sequence[str]],
    together: Callable[[Known], Sequence[int]],
    breathe: Callable[[], None] = lambda: None,
) -> Judged:
    """What a collection says as a whole: the dates and the marks of its rows, in calendar order.

    `statuses` are those that can be and that a row tells, numbered with `ties` as `rows` are; `kinds` and `names` are
    those of the entities; the names are not asked for before all else is known.
    `together` gives for each row the first that tells the same, once it knows what is known of the rows.
    `breathe` is called often: it may rest, and raise to end the work.
    """
    by_row = FatesByRow(statuses, lambda entity: kinds[entity] is Kind.PERSON)
    places = {entity for entity, kind in enumerate(kinds) if kind is Kind.PLACE}
    fates = fates_apart(statuses)
    clusters = together(Known(places, by_row, told_twice(fates)))
    conflicts = find_conflicts(fates, rows, clusters, None, None, breathe, marks)
    conflicts += role_conflicts(ties, rows, names())
    conflicts.sort(key=lambda conflict: (not conflict.hard, conflict.events))
    return Judged(clusters, conflicts)


def can_be(kind: Kind, fate: str) -> bool:
    """Whether it can be said of this kind: a captured town is nobody's life, and a treaty is signed, not a man."""
    return kind in (_SIGNED if fate == "signed" else _BEINGS)
