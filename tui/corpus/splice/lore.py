"""Writes roles, suggestions, votes and first spellings of a collection as a plan changes them."""

from array import array
from bisect import bisect_left

from tui.corpus.coded import KINDS
from tui.corpus.splice.columns import Splicer, splice_column, splice_groups, splice_mapped
from tui.corpus.splice.edit import Edit, ranges_of
from tui.corpus.splice.plan import Plan
from tui.corpus.splice.pools import Later
from tui.corpus.splice.shift import GONE
from tui.names.compare import same_name


def splice_lore(into: Splicer, plan: Plan, later: Later) -> None:
    """Write roles, suggestions, votes, and where each spelling stands first."""
    _roles(into, plan, later)
    _suggestions(into, plan, later)
    slab = plan.slab
    votes = [vote for one in plan.fresh for vote in one.votes]
    ends, inner = plan.entities.ragged(slab.numbers("entity.votes"), [len(one.votes) for one in plan.fresh])
    splice_column(into, "vote.kind", inner, [KINDS.index(kind) for kind, _ in votes])
    weights = array("d", (weight for _, weight in votes))
    into.column("vote.weight", inner.column(weights))
    into.column("entity.votes", ends)
    _first(into, plan, later)


def _roles(into: Splicer, plan: Plan, later: Later) -> None:
    slab = plan.slab
    columns = {name: slab.numbers(f"role.{name}") for name in ("article", "person", "role", "other", "start", "end")}
    lost = frozenset(plan.change.gone)
    gone = [row for row, article in enumerate(columns["article"]) if article in lost]
    said = [(one.article, role) for one in plan.came for role in one.telling.roles]
    behind = {one.article: row for one, row in zip(plan.came, plan.change.behind, strict=True)}
    coming = [(bisect_left(columns["article"], behind[article]), 1) for article, _ in said]
    edit = Edit(len(columns["article"]), ranges_of(gone), coming)
    splice_mapped(into, "role.article", edit, [article for article, _ in said], plan.articles)
    splice_mapped(into, "role.person", edit, [plan.entity(one.person) for _, one in said], plan.who)
    splice_column(into, "role.role", edit, [later.word(one.role) for _, one in said])
    splice_mapped(into, "role.other", edit, [plan.entity(one.other) for _, one in said], plan.who)
    splice_column(into, "role.start", edit, [one.start for _, one in said])
    splice_column(into, "role.end", edit, [one.end for _, one in said])
    touched = {columns[side][row] for row in gone for side in ("person", "other")}
    held: dict[int, list[int]] = {}
    for at, (_, one) in zip(edit.places(), said, strict=True):
        for entity in dict.fromkeys((plan.entity(one.person), plan.entity(one.other))):
            held.setdefault(entity, []).append(at)
    splice_groups(into, "roles_of", plan.entities, None if edit.still else edit.now(), held, touched)


def _suggestions(into: Splicer, plan: Plan, later: Later) -> None:
    slab = plan.slab
    ones, others = slab.numbers("suggested.entity"), slab.numbers("suggested.other")
    gone = [
        row
        for row, pair in enumerate(zip(ones, others, strict=True))
        if plan.vanished and not plan.vanished.isdisjoint(pair)
    ]
    more = [
        (one, other, reason, same_name(plan.name_of(one), plan.name_of(other)))
        for one, other, reason in plan.suggested
        if plan.vanished.isdisjoint((one, other))
    ]
    more.sort(key=lambda one: -one[3])
    scores = slab.numbers("suggested.score")
    places = [(bisect_left(scores, -one[3], key=lambda score: -score), 1) for one in more]
    edit = Edit(len(ones), ranges_of(gone), places)
    splice_mapped(into, "suggested.entity", edit, [plan.entity(one[0]) for one in more], plan.who)
    splice_mapped(into, "suggested.other", edit, [plan.entity(one[1]) for one in more], plan.who)
    splice_column(into, "suggested.reason", edit, [later.word(one[2]) for one in more])
    into.column("suggested.score", edit.column(array("d", (one[3] for one in more))))


def _first(into: Splicer, plan: Plan, later: Later) -> None:
    """Write where each spelling stands first; one whose first place went has none until all is woven anew."""
    slab = plan.slab
    entities, spellings, articles, starts = (
        slab.numbers(f"first.{name}") for name in ("entity", "spelling", "article", "start")
    )
    words, lost = slab.words("word"), frozenset(plan.change.gone)
    gone = {row for row, article in enumerate(articles) if article in lost}
    best: dict[tuple[int, str], tuple[int, int]] = {}
    for one in plan.came:
        for entity, spelling, start in one.first:
            best[entity, spelling] = min((one.article, start), best.get((entity, spelling), (GONE, 0)))
    coming: list[tuple[int, int, str, tuple[int, int]]] = []
    for (entity, spelling), place in sorted(best.items()):
        begin = bisect_left(entities, entity)
        end = bisect_left(entities, entity + 1, lo=begin)
        same = next((row for row in range(begin, end) if row not in gone and words[spellings[row]] == spelling), -1)
        if same >= 0:
            if (plan.articles[articles[same]], starts[same]) <= place:
                continue
            gone.add(same)
        coming.append((end, entity, spelling, place))
    edit = Edit(len(entities), ranges_of(sorted(gone)), [(one[0], 1) for one in coming])
    splice_mapped(into, "first.entity", edit, [plan.entity(one[1]) for one in coming], plan.who)
    splice_column(into, "first.spelling", edit, [later.word(one[2]) for one in coming])
    splice_mapped(into, "first.article", edit, [one[3][0] for one in coming], plan.articles)
    splice_column(into, "first.start", edit, [one[3][1] for one in coming])
