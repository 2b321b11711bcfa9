"""Writes what became of whom, and what cannot all hold, as a plan changes it."""

from array import array
from bisect import bisect_left

from tui.corpus.splice.columns import Splicer, splice_column, splice_mapped
from tui.corpus.splice.edit import Edit, ranges_of
from tui.corpus.splice.plan import Plan
from tui.corpus.splice.pools import Later
from tui.corpus.stored import Dates
from tui.corpus.storedclaims import StoredClaims
from tui.model import When


def splice_claims(into: Splicer, plan: Plan, later: Later) -> None:
    """Write what became of whom, and what cannot all hold."""
    slab = plan.slab
    dates = Dates(slab)
    column = slab.numbers("status.entity")
    claims = StoredClaims(slab, dates)
    rows = sorted(plan.statuses, key=lambda one: (one[1].entity, _life(one[1].when, one[0], one[1].start)))
    behind = dict(zip(plan.change.came, plan.change.behind, strict=True))

    def before(row: int) -> tuple[bool, tuple[int, int, str], int]:
        status = claims.at(row)
        return _life(status.when, status.article, 0)[:3]

    coming = []
    for article, one in rows:
        there = claims.rows_of(one.entity)
        mine = _life(one.when, behind[article], 0)[:3]
        coming.append((bisect_left(range(there.stop), mine, lo=there.start, key=before), 1))
    edit = Edit(len(column), ranges_of(plan.unsaid), coming)
    splice_mapped(into, "status.entity", edit, [plan.entity(one.entity) for _, one in rows], plan.who)
    splice_column(into, "status.fate", edit, [later.word(one.fate) for _, one in rows])
    splice_column(into, "status.when", edit, [later.maybe(one.when) for _, one in rows])
    told = [one.row + 1 if one.row >= 0 else 0 for _, one in rows]
    splice_mapped(into, "status.event", edit, told, plan.happened, more=1)
    splice_mapped(into, "status.article", edit, [article for article, _ in rows], plan.articles)
    splice_column(into, "status.start", edit, [one.start for _, one in rows])
    found = plan.conflicts
    into.numbers("conflict.hard", array("B", (one.hard for one in found)))
    into.numbers("conflict.fact", array("I", (later.word(one.fact) for one in found)))
    into.numbers("conflict.one", array("I", (one.events[0] for one in found)))
    into.numbers("conflict.two", array("I", (one.events[1] for one in found)))
    into.numbers("conflict.reason", array("I", (later.word(one.reason) for one in found)))
    into.numbers(
        "conflict.entity", array("I", (plan.entity(one.entity) + 1 if one.entity >= 0 else 0 for one in found))
    )


def _life(when: When | None, article: int, start: int) -> tuple[bool, tuple[int, int, str], int, int]:
    return (when is None, when.key if when else (0, 0, ""), article, start)
