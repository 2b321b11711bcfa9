"""Which of the events that come tell the same as others, and which of them cannot all be right."""

from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from tui.corpus.splice.neighbours import members_of, neighbours_of
from tui.corpus.storedevents import StoredEvents
from tui.events.conflicts import fates_apart, find_conflicts, told_twice
from tui.events.marks import Marks
from tui.events.merge import cluster
from tui.events.row import EventRow
from tui.events.status import FatesByRow, StatusRow
from tui.events.traits import Told
from tui.events.weigh import Common
from tui.model import Conflict, Kind


@dataclass(frozen=True, slots=True)
class Coming:
    """An event that comes."""

    number: int
    """The number it gets."""
    article: int
    """Its article, as it is numbered from now on."""
    row: EventRow
    """It; its entities are numbered as they were, new ones after those."""
    clause: str
    """The words it is recognised by."""
    deeds: int
    """Its classes of action."""


@dataclass(frozen=True, slots=True)
class Around:
    """The events that were there, and how they are numbered from now on."""

    events: StoredEvents
    """They, as they were numbered."""
    now: Sequence[int]
    """The number each has from now on."""
    articles: Sequence[int]
    """The number each article has from now on."""
    gone: frozenset[int]
    """Those that go, as they were numbered."""
    kind_of: Callable[[int], Kind]
    """The kind of an entity, new ones too."""
    common: Mapping[str, int]
    """In how many events so many of something, or a plural noun, stands."""

    def near(self, coming: Sequence[Coming]) -> Mapping[int, int]:
        """The events that may tell the same as one that comes, and the number each has from now on."""
        return {
            event: self.now[event]
            for one in coming
            for event in neighbours_of(self.events, one.row, one.deeds, self.gone)
        }


@dataclass(frozen=True, slots=True)
class Joined:
    """Which events tell the same, as far as that changes."""

    clusters: Mapping[int, Sequence[int]]
    """The events of every cluster that changes or is new, by its first; in order, numbered as they are from now on."""
    left: frozenset[int]
    """The clusters that are no more what they were, by the number their first had."""


def join(
    around: Around,
    coming: Sequence[Coming],
    near: Mapping[int, int],
    statuses: Sequence[StatusRow],
    told: Mapping[int, int],
) -> Joined:
    """Put the events that come where they belong; what was joined before stays together.

    `near` are those `Around.near` them; `statuses` is what is said of those of whom anything new is said, as far as it
    is compared; their rows are numbers from now on, and `told` has those that were there before by them.
    """
    events = around.events
    fresh = {one.number: one for one in coming}
    old_of = {**told, **{now: event for event, now in near.items()}}
    order, marks = _marks(around, fresh, old_of)
    place = {number: at for at, number in enumerate(order)}
    dated = [one.numbered(place[one.row]) for one in statuses if one.row >= 0]
    first = cluster(
        (),
        places={thing for thing in set(marks.things()) if thing >= 0 and around.kind_of(thing) is Kind.PLACE},
        fates=FatesByRow(dated, lambda entity: around.kind_of(entity) is Kind.PERSON),
        retold=told_twice(fates_apart(dated)),
        marks=marks,
        common=Common(len(events), partial(_common, around, marks.terms())),
    )
    groups: dict[int, list[int]] = defaultdict(list)
    for at, head in enumerate(first):
        groups[head].append(order[at])
    return _settled(around, groups.values(), fresh, old_of)


def _common(around: Around, terms: Sequence[str], thing: int) -> int:
    """In how many of the events that were there a thing stands."""
    return around.events.many_of(thing) if thing >= 0 else around.common.get(terms[-2 - thing], 0)


def disputed(
    around: Around, coming: Sequence[Coming], statuses: Sequence[StatusRow], told: Mapping[int, int], joined: Joined
) -> list[Conflict]:
    """What cannot all hold of what is said of those of whom anything new is said, and in the clusters that changed.

    Events are numbered as they are from now on, entities as they were.
    """
    fresh = {one.number: one for one in coming}
    back = {around.now[event]: event for head in joined.left for event in members_of(around.events, head)}
    old_of = dict(told)
    for members in joined.clusters.values():
        if len(members) > 1:
            old_of.update((number, back[number]) for number in members if number not in fresh)
    order, marks = _marks(around, fresh, old_of)
    place = {number: at for at, number in enumerate(order)}
    clusters = array("I", range(len(order)))
    for head, members in joined.clusters.items():
        for number in members:
            if number in place:
                clusters[place[number]] = place[head]
    rows = _rows(around, order, fresh, old_of)
    dated = [one.numbered(place[one.row]) for one in statuses if one.row >= 0]
    found = find_conflicts(fates_apart(dated), rows, clusters, marks=marks)
    return [replace(one, events=(order[one.events[0]], order[one.events[1]])) for one in found]


def _marks(around: Around, fresh: Mapping[int, Coming], old_of: Mapping[int, int]) -> tuple[Sequence[int], Marks]:
    """The numbers of some events in calendar order, and their marks; of those that were there by their headlines."""
    order = sorted({*fresh, *old_of})
    rows = _rows(around, order, fresh, old_of)
    clauses = [
        fresh[number].clause if number in fresh else row.headline for number, row in zip(order, rows, strict=True)
    ]
    articles = [
        fresh[number].article if number in fresh else around.articles[around.events[old_of[number]].article]
        for number in order
    ]
    return order, Marks(rows, clauses, articles)


def _rows(
    around: Around, order: Sequence[int], fresh: Mapping[int, Coming], old_of: Mapping[int, int]
) -> Sequence[Told]:
    return [fresh[number].row if number in fresh else around.events[old_of[number]] for number in order]


def _settled(
    around: Around, groups: Iterable[list[int]], fresh: Mapping[int, Coming], old_of: Mapping[int, int]
) -> Joined:
    """What the clusters become where groups of events tell the same that were not all there before."""
    events = around.events
    homes: dict[int, list[int]] = defaultdict(list)
    alone: list[list[int]] = []
    for group in groups:
        more = [number for number in group if number in fresh]
        before = Counter(events[old_of[number]].cluster for number in group if number not in fresh)
        if more and before:
            homes[max(before, key=lambda head: (before[head], -head))] += more
        elif more:
            alone.append(more)
    left = {events[event].cluster for event in around.gone} | homes.keys()
    clusters: dict[int, Sequence[int]] = {min(group): sorted(group) for group in alone}
    for head in left:
        stay = [around.now[event] for event in members_of(events, head) if event not in around.gone]
        members = sorted((*stay, *homes.get(head, ())))
        if members:
            clusters[members[0]] = members
    return Joined(clusters, frozenset(left))
