"""Writes the events of a collection as a plan changes them."""

from array import array
from itertools import compress

from tui.corpus.coded import EVENT_PARTS
from tui.corpus.slab import SlabWriter
from tui.corpus.splice.clusters import splice_clusters
from tui.corpus.splice.columns import splice_column, splice_groups, splice_mapped
from tui.corpus.splice.edit import Edit
from tui.corpus.splice.plan import Plan
from tui.corpus.splice.pools import Later, splice_words
from tui.corpus.splice.spelt import Spelt, splice_spelt


def splice_events(writer: SlabWriter, plan: Plan, later: Later) -> None:
    """Write the events, who is in them, and which tell the same."""
    slab, edit = plan.slab, plan.events
    rows = [one.row for one in plan.coming]
    for name, values in (
        ("when", [later.when(row.when) for row in rows]),
        ("start", [row.start for row in rows]),
        ("end", [row.end for row in rows]),
        ("at", [row.at for row in rows]),
        ("rule", [later.word(row.rule) for row in rows]),
    ):
        splice_column(writer, slab, f"event.{name}", edit, values)
    articles = None if plan.change.edit.still else plan.articles
    splice_mapped(writer, slab, "event.article", edit, [one.article for one in plan.coming], articles)
    reported = _joined(edit, slab.numbers("event.reported"), array("B", (row.reported for row in rows)))
    writer.numbers("event.reported", reported)
    for side in ("first", "last"):
        column = _joined(edit, slab.numbers(f"event.{side}"), array("i", (getattr(row.when, side) for row in rows)))
        writer.numbers(f"event.{side}", column)
        if side == "first":
            writer.numbers("event.days", array("i", compress(column, map((1).__sub__, reported))))
    splice_words(writer, "event.headline", slab, edit, [row.headline for row in rows])
    _parts(writer, plan)
    _named(writer, plan)
    told: dict[int, list[int]] = {}
    for one in sorted(plan.coming, key=lambda one: (one.article, one.row.start, one.number)):
        told.setdefault(one.article, []).append(one.number)
    now = None if edit.still else plan.happened
    splice_groups(writer, slab, "told_in", plan.change.edit, now, told, ())
    splice_clusters(writer, plan, reported)
    common = Spelt(slab, "common")
    now_common = {term: common.get(term, 0) + many for term, many in plan.terms.items()}
    splice_spelt(writer, "common", slab, now_common, larger=True)


def _joined(edit: Edit, old: memoryview, new: "array[int]") -> "array[int]":
    whole = array(old.format)
    for piece in edit.column(old, new):
        whole.frombytes(piece.cast("B"))
    return whole


def _parts(writer: SlabWriter, plan: Plan) -> None:
    slab, rows = plan.slab, [one.row for one in plan.coming]
    taking = [(plan.entity(entity), EVENT_PARTS.index(part)) for row in rows for entity, part in row.parts]
    ends, inner = plan.events.ragged(slab.numbers("event.taking"), [len(row.parts) for row in rows])
    writer.numbers("event.taking", ends)
    splice_mapped(writer, slab, "taking.entity", inner, [entity for entity, _ in taking], plan.who)
    splice_column(writer, slab, "taking.part", inner, [part for _, part in taking])


def _named(writer: SlabWriter, plan: Plan) -> None:
    """Write who is named in each event, and in which events each is."""
    slab, rows = plan.slab, [one.row for one in plan.coming]
    named = [plan.entity(entity) for row in rows for entity in row.entities]
    old_ends, old_named = slab.numbers("event.named"), slab.numbers("named.entity")
    ends, inner = plan.events.ragged(old_ends, [len(row.entities) for row in rows])
    writer.numbers("event.named", ends)
    splice_mapped(writer, slab, "named.entity", inner, named, plan.who)
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
    splice_groups(writer, slab, "events_of", plan.entities, now, of, lost)
    splice_groups(writer, slab, "dated_of", plan.entities, now, dated, lost)
