"""Which events of a woven collection may tell the same as one that comes: few, and near it in the calendar."""

from collections.abc import Container, Iterator, Sequence
from itertools import islice

from tui.corpus.storedevents import StoredEvents
from tui.events.marks import LARGEST_SLACK
from tui.events.row import EventRow
from tui.events.traits import wording_of
from tui.model import Precision

_REACH = 125 + LARGEST_SLACK
"""Days before a row in which another may begin that tells the same: wider ones are not compared."""

_LOOKED_AT = 200
"""Events of one entity whose headlines are looked at, the nearest ones."""

_NEAREST = 12
"""Of those, how many are compared for each entity, as where a collection is woven whole."""

_CROWD = 8
"""Events of the same day that are always among them: how many a day has is what little is told of it weighs by."""

_SAME_DAY = 4000
"""Events of the same day whose headlines are compared."""


def neighbours_of(events: StoredEvents, row: EventRow, deeds: int, gone: Container[int]) -> Iterator[int]:
    """Events that may tell the same as `row`, some more than once; its entities are numbered as theirs are.

    `deeds` are its classes of action; `gone` are the events that are left out. Entities of higher numbers are new.
    """
    columns = events.columns
    begin = events.since(row.when.first - _REACH)
    here, end = events.since(row.when.first), events.since(row.when.last + LARGEST_SLACK + 1)
    for entity in dict.fromkeys((*row.entities, *(entity for entity, _ in row.parts))):
        near = events.near_of(entity, here, begin, end, _LOOKED_AT)
        alike = (event for event in near if event not in gone and _deeds(columns.headlines[event]) & deeds)
        yield from islice(alike, _NEAREST)
    if row.when.precision is Precision.DAY and not row.when.approximate and not row.reported:
        day = range(here, events.since(row.when.first + 1))
        exact = (event for event in day if columns.lasts[event] == row.when.first and not columns.reported[event])
        yield from islice((event for event in exact if event not in gone), _CROWD)
        said = row.headline.casefold()
        for event in day[:_SAME_DAY]:
            if columns.headlines[event].casefold() == said and event not in gone:
                yield event


def _deeds(headline: str) -> int:
    return wording_of(headline).deeds


def members_of(events: StoredEvents, cluster: int) -> Sequence[int]:
    """The events of a cluster, itself among them."""
    return events.alike(cluster) or (cluster,)
