"""Writes the events of a collection as a plan changes them."""

from bisect import bisect_left
from collections import Counter

from tui.corpus.coded import EVENT_PARTS
from tui.corpus.splice.clusters import splice_clusters
from tui.corpus.splice.columns import Splicer, splice_column, splice_groups, splice_mapped
from tui.corpus.splice.edit import Edit
from tui.corpus.splice.plan import Plan
from tui.corpus.splice.pools import Later, splice_words
from tui.corpus.splice.spelt import Spelt, splice_spelt


def splice_events(into: Splicer, plan: Plan, later: Later) -> None:
    """Write the events, who is in them, and which tell the same."""
    slab, edit = plan.slab, plan.events
    rows = [one.row for one in plan.coming]
    for name, values in (
        ("when", [later.when(row.when) for row in rows]),
        ("start", [row.start for row in rows]),
        ("end", [row.end for row in rows]),
        ("at", [row.at for row in rows]),
        ("rule", [later.word(row.rule) for row in rows]),
        ("first", [row.when.first for row in rows]),
        ("last", [row.when.last for row in rows]),
        ("reported", [int(row.reported) for row in rows]),
    ):
        splice_column(into, f"event.{name}", edit, values)
    articles = None if plan.change.edit.still else plan.articles
    splice_mapped(into, "event.article", edit, [one.article for one in plan.coming], articles)
    _days(into, plan)
    splice_words(into, "event.headline", edit, [row.headline for row in rows])
    _parts(into, plan)
    _named(into, plan)
    told: dict[int, list[int]] = {}
    for one in sorted(plan.coming, key=lambda one: (one.article, one.row.start, one.number)):
        told.setdefault(one.article, []).append(one.number)
    now = None if edit.still else plan.happened
    splice_groups(into, "told_in", plan.change.edit, now, told, ())
    splice_clusters(into, plan)
    common = Spelt(slab, "common")
    now_common = {term: common.get(term, 0) + many for term, many in plan.terms.items()}
    splice_spelt(into, "common", now_common, larger=True)


def _days(into: Splicer, plan: Plan) -> None:
    """Write the first days of what is not merely reported; which of several on one day goes makes no difference."""
    slab = plan.slab
    old, firsts, reported = (slab.numbers(f"event.{name}") for name in ("days", "first", "reported"))
    gone = Counter(firsts[event] for event in plan.unhappened if not reported[event])
    places = ((bisect_left(old, day), many) for day, many in sorted(gone.items()))
    days = [one.row.when.first for one in plan.coming if not one.row.reported]
    edit = Edit(len(old), [(at, at + many) for at, many in places], [(bisect_left(old, day), 1) for day in days])
    splice_column(into, "event.days", edit, days)


def _parts(into: Splicer, plan: Plan) -> None:
    slab, rows = plan.slab, [one.row for one in plan.coming]
    taking = [(plan.entity(entity), EVENT_PARTS.index(part)) for row in rows for entity, part in row.parts]
    ends, inner = plan.events.ragged(slab.numbers("event.taking"), [len(row.parts) for row in rows])
    into.column("event.taking", ends)
    splice_mapped(into, "taking.entity", inner, [entity for entity, _ in taking], plan.who)
    splice_column(into, "taking.part", inner, [part for _, part in taking])


def _named(into: Splicer, plan: Plan) -> None:
    """Write who is named in each event, and in which events each is."""
    slab, rows = plan.slab, [one.row for one in plan.coming]
    named = [plan.entity(entity) for row in rows for entity in row.entities]
    old_ends, old_named = slab.numbers("event.named"), slab.numbers("named.entity")
    ends, inner = plan.events.ragged(old_ends, [len(row.entities) for row in rows])
    into.column("event.named", ends)
    splice_mapped(into, "named.entity", inner, named, plan.who)
    lost = {
        entity
        for event in plan.unhappened
        for entity in old_named[old_ends[event - 1] if event else 0 : old_ends[event]]
    }
    now = None if plan.events.still else plan.happened
    of: dict[int, list[int]] = {}
    dated: dict[int, list[int]] = {}
    for one in plan.coming:
        for entity in map(plan.entity, one.row.entities):
            of.setdefault(entity, []).append(one.number)
            if not one.row.reported:
                dated.setdefault(entity, []).append(one.number)
    splice_groups(into, "events_of", plan.entities, now, of, lost)
    splice_groups(into, "dated_of", plan.entities, now, dated, lost)
