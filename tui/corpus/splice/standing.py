"""What was said before of somebody of whom something new is said, as far as it counts, and the conflicts that stay."""

from collections.abc import Container, Iterator, Sequence
from dataclasses import replace

from tui.corpus.slab import Slab
from tui.corpus.splice.shift import GONE
from tui.corpus.storedclaims import StoredClaims
from tui.events.conflicts import MOST
from tui.model import Conflict, Status


def compared(
    claims: StoredClaims, entity: int, lost: Container[int], near: Container[int]
) -> Iterator[tuple[int, Status]]:
    """Events, and what they say of an entity, as far as anything is held against it: what came first, or is `near`.

    Events are numbered as they were; what the `lost` articles said is left out. Of some, thousands of things are said.
    """
    first = MOST
    for row in claims.rows_of(entity):
        event = claims.event_at(row)
        if event < 0 or not (first or event in near):
            continue
        status = claims.at(row)
        if status.article not in lost:
            first -= first > 0
            yield event, status


def standing(
    slab: Slab, claims: StoredClaims, about: Container[int], happened: Sequence[int], left: Container[int]
) -> Iterator[Conflict]:
    """The conflicts that were found before and are not looked for again, their events as they are numbered from now on.

    `about` are those of whom anything new is said, `left` the clusters that are no more what they were.
    """
    clusters = slab.numbers("event.cluster")
    for one in claims.found:
        events = tuple(happened[event] for event in one.events)
        if GONE in events:
            continue
        again = one.entity in about or all(clusters[event] in left for event in one.events)
        if one.fact == "role" or not again:
            yield replace(one, events=(events[0], events[1]))
