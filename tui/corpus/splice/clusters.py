"""Writes which events of a collection tell the same, and which make a row of its timeline, as a plan changes them."""

from array import array
from bisect import bisect_left, insort
from collections.abc import Iterable, Mapping, Sequence

from tui.corpus.slab import SlabWriter
from tui.corpus.splice.edit import Edit, ranges_of
from tui.corpus.splice.neighbours import members_of
from tui.corpus.splice.plan import Plan
from tui.corpus.splice.shift import Shift
from tui.corpus.stored import Dates, StoredEvents


def splice_clusters(writer: SlabWriter, plan: Plan, reported: Sequence[int]) -> None:
    """Write which events tell the same; `reported` says of each event from now on whether it is merely reported."""
    slab, joined = plan.slab, plan.joined
    events = StoredEvents(slab, Dates(slab))
    heads = array("I")
    coming = array("I", (one.number for one in plan.coming))
    for piece in plan.events.mapped(slab.numbers("event.cluster"), coming, plan.happened):
        heads.extend(piece)
    for head, members in joined.clusters.items():
        for number in members:
            heads[number] = head
    writer.numbers("event.cluster", heads)
    before = {head: members_of(events, head) for head in joined.left}
    _rows(writer, plan, before, reported)
    _alike(writer, plan, before, heads)
    _again(writer, plan, before)


def _rows(writer: SlabWriter, plan: Plan, before: Mapping[int, Sequence[int]], reported: Sequence[int]) -> None:
    """Write which events make a row of the whole timeline; `before` has the clusters that are no more as they were."""
    slab = plan.slab
    was_reported = slab.numbers("event.reported")
    shown = {next((event for event in members if not was_reported[event]), members[0]) for members in before.values()}
    told: list[int] = []
    merely: list[int] = []
    for members in plan.joined.clusters.values():
        first = next((event for event in members if not reported[event]), None)
        if first is None:
            merely.append(members[0])
        else:
            told.append(first)
    for name, more in (("rows.told", told), ("rows.merely", merely)):
        _replace(writer, name, slab.numbers(name), shown, more, plan.happened)


def _alike(writer: SlabWriter, plan: Plan, before: Mapping[int, Sequence[int]], heads: Sequence[int]) -> None:
    """Write the events of each cluster that has several, by its first; `heads` has the first of every event."""
    old, of = plan.slab.numbers("alike"), plan.slab.numbers("event.cluster")
    gone: list[int] = []
    for head, members in before.items():
        if len(members) > 1:
            at = bisect_left(old, head, key=of.__getitem__)
            gone += range(at, at + len(members))
    kept = array("I")
    for piece in Edit(len(old), ranges_of(sorted(gone))).mapped(old, array("I"), plan.happened):
        kept.extend(piece)
    several = sorted((head, members) for head, members in plan.joined.clusters.items() if len(members) > 1)
    coming = [(bisect_left(kept, head, key=heads.__getitem__), len(members)) for head, members in several]
    fresh = array("I", (event for _, members in several for event in members))
    writer.pieces("alike", "I", Edit(len(kept), (), coming).column(memoryview(kept), fresh))


def _again(writer: SlabWriter, plan: Plan, before: Mapping[int, Sequence[int]]) -> None:
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
    _replace(writer, "told_again", plan.slab.numbers("told_again"), before, again, now)


def _replace(
    writer: SlabWriter, name: str, old: memoryview, gone: Iterable[int], more: Sequence[int], now: Shift
) -> None:
    """Write a column of events in order, without those `gone` and with `more`; `now` numbers the others anew."""
    found = ((bisect_left(old, event), event) for event in sorted(gone))
    drops = [at for at, event in found if at < len(old) and old[at] == event]
    kept = array("I")
    for piece in Edit(len(old), ranges_of(drops)).mapped(old, array("I"), now):
        kept.extend(piece)
    for event in more:
        insort(kept, event)
    writer.numbers(name, kept)
