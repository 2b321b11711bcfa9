"""Writes which events of a collection tell the same, and which make a row of its timeline, as a plan changes them."""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence

from tui.corpus.splice.columns import Splicer
from tui.corpus.splice.edit import Edit, ranges_of
from tui.corpus.splice.neighbours import members_of
from tui.corpus.splice.plan import Plan
from tui.corpus.splice.shift import Shift
from tui.corpus.stored import Dates
from tui.corpus.storedevents import StoredEvents


def splice_clusters(into: Splicer, plan: Plan) -> None:
    """Write which events tell the same."""
    slab, joined = plan.slab, plan.joined
    events = StoredEvents(slab, Dates(slab))
    heads = {number: head for head, members in joined.clusters.items() for number in members}
    coming = array("I", (one.number for one in plan.coming))
    into.column("event.cluster", plan.events.replaced(coming, heads, plan.happened))
    before = {head: members_of(events, head) for head in joined.left}
    _rows(into, plan, before)
    _alike(into, plan, before)
    _again(into, plan, before)


def _rows(into: Splicer, plan: Plan, before: Mapping[int, Sequence[int]]) -> None:
    """Write which events make a row of the whole timeline; `before` has the clusters that are no more as they were."""
    was_reported, now = plan.slab.numbers("event.reported"), plan.happened
    reported = {one.number for one in plan.coming if one.row.reported}
    reported |= {now[event] for members in before.values() for event in members if was_reported[event]}
    shown = {next((event for event in members if not was_reported[event]), members[0]) for members in before.values()}
    told: list[int] = []
    merely: list[int] = []
    for members in plan.joined.clusters.values():
        first = next((event for event in members if event not in reported), None)
        if first is None:
            merely.append(members[0])
        else:
            told.append(first)
    for name, more in (("rows.told", told), ("rows.merely", merely)):
        _replace(into, name, shown, more, now)


def _alike(into: Splicer, plan: Plan, before: Mapping[int, Sequence[int]]) -> None:
    """Write the events of each cluster that has several, by its first."""
    old, of, reach = plan.slab.numbers("alike"), plan.slab.numbers("event.cluster"), plan.happened.reach
    gone: list[int] = []
    for head, members in before.items():
        if len(members) > 1:
            at = bisect_left(old, head, key=of.__getitem__)
            gone += range(at, at + len(members))
    several = sorted((head, members) for head, members in plan.joined.clusters.items() if len(members) > 1)
    coming = [(bisect_left(old, head, key=lambda event: reach(of[event])), len(members)) for head, members in several]
    fresh = array("I", (event for _, members in several for event in members))
    into.column("alike", Edit(len(old), ranges_of(sorted(gone)), coming).mapped(fresh, plan.happened))


def _again(into: Splicer, plan: Plan, before: Mapping[int, Sequence[int]]) -> None:
    """Write the clusters that more than one article tells."""
    within, now = plan.slab.numbers("event.article"), plan.happened
    article_of = {one.number: one.article for one in plan.coming}
    for members in before.values():
        article_of.update(
            (now[event], plan.articles[within[event]]) for event in members if now[event] not in article_of
        )
    again = [
        head for head, members in plan.joined.clusters.items() if len({article_of[event] for event in members}) > 1
    ]
    _replace(into, "told_again", before, again, now)


def _replace(into: Splicer, name: str, gone: Iterable[int], more: Iterable[int], now: Shift) -> None:
    """Write a column of events in order, without those `gone` and with `more`; `now` numbers the others anew."""
    old = into.slab.numbers(name)
    found = ((bisect_left(old, event), event) for event in sorted(gone))
    drops = [at for at, event in found if at < len(old) and old[at] == event]
    fresh = sorted(more)
    places = [(bisect_left(old, event, key=now.reach), 1) for event in fresh]
    into.column(name, Edit(len(old), ranges_of(drops), places).mapped(array("I", fresh), now))
