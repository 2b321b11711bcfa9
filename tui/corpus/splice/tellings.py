"""Writes the events, claims and lore of a collection as a plan changes them."""

from array import array
from bisect import bisect_left, insort
from collections.abc import Sequence
from itertools import compress

from tui.corpus.coded import EVENT_PARTS, KINDS
from tui.corpus.slab import SlabWriter
from tui.corpus.splice.edit import Edit, ranges_of
from tui.corpus.splice.neighbours import members_of
from tui.corpus.splice.plan import Plan
from tui.corpus.splice.pools import Later, splice_words
from tui.corpus.splice.shift import GONE, Shift
from tui.corpus.splice.spelt import Spelt, splice_spelt
from tui.corpus.splice.written import splice_column, splice_groups, splice_mapped
from tui.corpus.stored import Dates, StoredClaims, StoredEvents
from tui.model import When
from tui.names.compare import same_name


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
    _clusters(writer, plan, reported)
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


def _clusters(writer: SlabWriter, plan: Plan, reported: Sequence[int]) -> None:
    """Write which events tell the same, and which of them make a row of the whole timeline."""
    slab, now, joined = plan.slab, plan.happened, plan.joined
    events = StoredEvents(slab, Dates(slab))
    old = slab.numbers("event.cluster")
    heads = array("I")
    for piece in plan.events.mapped(old, array("I", (one.number for one in plan.coming)), now):
        heads.extend(piece)
    for head, members in joined.clusters.items():
        for number in members:
            heads[number] = head
    writer.numbers("event.cluster", heads)

    before = {head: members_of(events, head) for head in joined.left}
    was_reported = slab.numbers("event.reported")
    told = sorted(
        next((event for event in members if not was_reported[event]), members[0]) for members in before.values()
    )
    rows = {True: slab.numbers("rows.told"), False: slab.numbers("rows.merely")}
    more: dict[bool, list[int]] = {True: [], False: []}
    for members in joined.clusters.values():
        first = next((event for event in members if not reported[event]), -1)
        more[first >= 0].append(first if first >= 0 else members[0])
    for dated, name in ((True, "told"), (False, "merely")):
        column = rows[dated]
        drops = [at for event in told if (at := bisect_left(column, event)) < len(column) and column[at] == event]
        _replace(writer, f"rows.{name}", column, drops, more[dated], now)

    alike, several = slab.numbers("alike"), {head: rows for head, rows in joined.clusters.items() if len(rows) > 1}
    gone: list[int] = []
    for head, members in before.items():
        if len(members) > 1:
            at = bisect_left(alike, head, key=old.__getitem__)
            gone += range(at, at + len(members))
    gone.sort()
    stay = Edit(len(alike), ranges_of(gone))
    kept = array("I")
    for piece in stay.mapped(alike, array("I"), now):
        kept.extend(piece)
    coming = [(bisect_left(kept, head, key=heads.__getitem__), several[head]) for head in sorted(several)]
    grown = Edit(len(kept), (), [(at, len(members)) for at, members in coming])
    fresh = array("I", (event for _, members in coming for event in members))
    writer.pieces("alike", "I", grown.column(memoryview(kept), fresh))

    within = slab.numbers("event.article")
    articles = {one.number: one.article for one in plan.coming}
    back = {now[event]: event for members in before.values() for event in members}
    again = [
        head
        for head, members in several.items()
        if len({articles[event] if event in articles else plan.articles[within[back[event]]] for event in members}) > 1
    ]
    column = slab.numbers("told_again")
    drops = [at for head in sorted(before) if (at := bisect_left(column, head)) < len(column) and column[at] == head]
    _replace(writer, "told_again", column, drops, again, now)


def _replace(
    writer: SlabWriter, name: str, old: memoryview, drops: Sequence[int], more: Sequence[int], now: Shift
) -> None:
    """Write a column of events in order, with `more`, without those at the places `drops`; `now` numbers them anew."""
    kept = array("I")
    for piece in Edit(len(old), ranges_of(drops)).mapped(old, array("I"), now):
        kept.extend(piece)
    for event in more:
        insort(kept, event)
    writer.numbers(name, kept)


def splice_claims(writer: SlabWriter, plan: Plan, later: Later) -> None:
    """Write what became of whom, and what cannot all hold."""
    slab = plan.slab
    dates = Dates(slab)
    column = slab.numbers("status.entity")
    claims = StoredClaims(slab, dates)
    rows = sorted(plan.statuses, key=lambda one: (one[1].entity, _life(one[1].when, one[0], one[1].start)))
    coming = []
    for article, one in rows:
        begin = bisect_left(column, one.entity)
        before = claims.of_entity(one.entity) if one.entity < plan.known else ()
        mine = _life(one.when, article, one.start)
        coming.append((begin + sum(_life(old.when, plan.articles[old.article], old.start) < mine for old in before), 1))
    edit = Edit(len(column), ranges_of(plan.unsaid), coming)
    splice_mapped(writer, slab, "status.entity", edit, [plan.entity(one.entity) for _, one in rows], plan.who)
    splice_column(writer, slab, "status.fate", edit, [later.word(one.fate) for _, one in rows])
    splice_column(writer, slab, "status.when", edit, [later.maybe(one.when) for _, one in rows])
    told = [one.row + 1 if one.row >= 0 else 0 for _, one in rows]
    splice_mapped(writer, slab, "status.event", edit, told, plan.happened, more=1)
    splice_mapped(writer, slab, "status.article", edit, [article for article, _ in rows], plan.articles)
    splice_column(writer, slab, "status.start", edit, [one.start for _, one in rows])
    found = plan.conflicts
    writer.numbers("conflict.hard", array("B", (one.hard for one in found)))
    writer.numbers("conflict.fact", array("I", (later.word(one.fact) for one in found)))
    writer.numbers("conflict.one", array("I", (one.events[0] for one in found)))
    writer.numbers("conflict.two", array("I", (one.events[1] for one in found)))
    writer.numbers("conflict.reason", array("I", (later.word(one.reason) for one in found)))
    writer.numbers(
        "conflict.entity", array("I", (plan.entity(one.entity) + 1 if one.entity >= 0 else 0 for one in found))
    )


def _life(when: When | None, article: int, start: int) -> tuple[bool, tuple[int, int, str], int, int]:
    return (when is None, when.key if when else (0, 0, ""), article, start)


def splice_lore(writer: SlabWriter, plan: Plan, later: Later) -> None:
    """Write roles, suggestions, votes, and where each spelling stands first."""
    _roles(writer, plan, later)
    _suggestions(writer, plan, later)
    slab = plan.slab
    votes = [vote for one in plan.fresh for vote in one.votes]
    ends, inner = plan.entities.ragged(slab.numbers("entity.votes"), [len(one.votes) for one in plan.fresh])
    splice_column(writer, slab, "vote.kind", inner, [KINDS.index(kind) for kind, _ in votes])
    weights = array("d", (weight for _, weight in votes))
    writer.pieces("vote.weight", "d", inner.column(slab.numbers("vote.weight"), weights))
    writer.numbers("entity.votes", ends)
    _first(writer, plan, later)


def _roles(writer: SlabWriter, plan: Plan, later: Later) -> None:
    slab = plan.slab
    columns = {name: slab.numbers(f"role.{name}") for name in ("article", "person", "role", "other", "start", "end")}
    lost = frozenset(plan.change.gone)
    gone = [row for row, article in enumerate(columns["article"]) if article in lost]
    said = [(one.article, role) for one in plan.came for role in one.telling.roles]
    behind = {one.article: row for one, row in zip(plan.came, plan.change.behind, strict=True)}
    coming = [(bisect_left(columns["article"], behind[article]), 1) for article, _ in said]
    edit = Edit(len(columns["article"]), ranges_of(gone), coming)
    splice_mapped(writer, slab, "role.article", edit, [article for article, _ in said], plan.articles)
    splice_mapped(writer, slab, "role.person", edit, [plan.entity(one.person) for _, one in said], plan.who)
    splice_column(writer, slab, "role.role", edit, [later.word(one.role) for _, one in said])
    splice_mapped(writer, slab, "role.other", edit, [plan.entity(one.other) for _, one in said], plan.who)
    splice_column(writer, slab, "role.start", edit, [one.start for _, one in said])
    splice_column(writer, slab, "role.end", edit, [one.end for _, one in said])
    touched = {columns[side][row] for row in gone for side in ("person", "other")}
    held: dict[int, list[int]] = {}
    for at, (_, one) in zip(edit.places(), said, strict=True):
        for entity in dict.fromkeys((plan.entity(one.person), plan.entity(one.other))):
            held.setdefault(entity, []).append(at)
    splice_groups(writer, slab, "roles_of", plan.entities, None if edit.still else edit.now(), held, touched)


def _suggestions(writer: SlabWriter, plan: Plan, later: Later) -> None:
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
    splice_mapped(writer, slab, "suggested.entity", edit, [plan.entity(one[0]) for one in more], plan.who)
    splice_mapped(writer, slab, "suggested.other", edit, [plan.entity(one[1]) for one in more], plan.who)
    splice_column(writer, slab, "suggested.reason", edit, [later.word(one[2]) for one in more])
    writer.pieces("suggested.score", "d", edit.column(scores, array("d", (one[3] for one in more))))


def _first(writer: SlabWriter, plan: Plan, later: Later) -> None:
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
    splice_mapped(writer, slab, "first.entity", edit, [plan.entity(one[1]) for one in coming], plan.who)
    splice_column(writer, slab, "first.spelling", edit, [later.word(one[2]) for one in coming])
    splice_mapped(writer, slab, "first.article", edit, [one[3][0] for one in coming], plan.articles)
    splice_column(writer, slab, "first.start", edit, [one[3][1] for one in coming])
