"""Writes the entities and mentions of a collection as a plan changes them."""

from array import array
from bisect import bisect_left
from itertools import accumulate

from tui.corpus.coded import KINDS
from tui.corpus.splice.columns import Splicer, splice_column, splice_groups, splice_mapped
from tui.corpus.splice.edit import Edit
from tui.corpus.splice.plan import Plan
from tui.corpus.splice.pools import Later, splice_words
from tui.corpus.splice.spelt import longest_of, splice_spelt
from tui.model import Alias


def splice_names(into: Splicer, plan: Plan, later: Later) -> None:
    """Write the mentions, and the entities with their spellings."""
    mentions, entities = plan.mentions, plan.entities
    spans = [(one.article, *span) for one in plan.came for span in one.spans]
    articles = None if plan.change.edit.still else plan.articles
    owners = [plan.entity(span[3]) for span in spans]
    splice_mapped(into, "mention.article", mentions, [span[0] for span in spans], articles)
    splice_column(into, "mention.start", mentions, [span[1] for span in spans])
    splice_column(into, "mention.end", mentions, [span[2] for span in spans])
    splice_mapped(into, "mention.entity", mentions, owners, plan.who)
    coming: dict[int, list[int]] = {}
    for at, entity in zip(mentions.places(), owners, strict=True):
        coming.setdefault(entity, []).append(at)
    now = None if mentions.still else mentions.now()
    splice_groups(into, "mentions_of", entities, now, coming, plan.unnamed)
    fresh = plan.fresh
    stay = [(plan.entity(entity), both) for entity, both in plan.counts.items() if entity not in plan.vanished]
    for side, name in enumerate(("count", "articles")):
        others = {entity: both[side] for entity, both in stay}
        into.column(f"entity.{name}", entities.replaced(array("I", (both[side] for both in plan.fresh_counts)), others))
    splice_column(into, "entity.kind", entities, [KINDS.index(one.kind) for one in fresh])
    splice_column(into, "entity.about", entities, [later.word(one.about) for one in fresh])
    splice_column(into, "entity.row", entities, [0xFFFFFFFF for _ in fresh])
    splice_words(into, "entity.name", entities, [one.name for one in fresh])
    _aliases(into, plan, later)
    _heaviest(into, plan)
    _spelt(into, plan)


def _aliases(into: Splicer, plan: Plan, later: Later) -> None:
    """Write the spellings of the entities; those met for the first time come last of an entity's."""
    slab = plan.slab
    ends = slab.numbers("entity.aliases")
    more = {entity: plan.aliases[entity] for entity in sorted(plan.aliases) if entity not in plan.vanished}
    begins = [0, *ends]
    total = begins[-1]
    fresh: list[Alias] = [alias for aliases in more.values() for alias in aliases]
    coming = [(ends[entity], len(aliases)) for entity, aliases in more.items()]
    fresh += [alias for one in plan.fresh for alias in one.aliases]
    coming.append((total, sum(len(one.aliases) for one in plan.fresh)))
    gone = [(begins[entity], ends[entity]) for entity in sorted(plan.vanished)]
    edit = Edit(total, gone, [pair for pair in coming if pair[1]])
    sizes = [
        ends[entity] - begins[entity] + len(more.get(entity, ()))
        for entity in range(plan.known)
        if entity not in plan.vanished
    ]
    into.numbers("entity.aliases", array("I", accumulate([*sizes, *(len(one.aliases) for one in plan.fresh)])))
    splice_words(into, "alias.name", edit, [alias.name for alias in fresh])
    splice_column(into, "alias.reason", edit, [later.word(alias.reason) for alias in fresh])


def _heaviest(into: Splicer, plan: Plan) -> None:
    """Write the entities, the most mentioned first, then by name."""
    slab = plan.slab
    old, names, before = slab.numbers("entity.heaviest"), slab.words("entity.name"), slab.numbers("entity.count")
    counts = {entity: count for entity, (count, _) in plan.counts.items()}
    moved = {entity for entity in counts if counts[entity] != before[entity]}
    stay = [entity for entity in old if entity not in moved]
    coming = [(-counts[entity], names[entity].casefold(), entity) for entity in moved - plan.vanished]
    coming += [(-plan.fresh_counts[at][0], one.name.casefold(), plan.known + at) for at, one in enumerate(plan.fresh)]
    places: dict[int, list[int]] = {}
    for weight, folded, entity in sorted(coming):
        at = bisect_left(stay, (weight, folded), key=lambda one: (-before[one], names[one].casefold()))
        places.setdefault(at, []).append(entity)
    order: list[int] = []
    last = 0
    for at in sorted(places):
        order += (*stay[last:at], *places[at])
        last = at
    order += stay[last:]
    into.numbers("entity.heaviest", array("I", map(plan.entity, order)))


def _spelt(into: Splicer, plan: Plan) -> None:
    """Write whose each spelling is."""
    fresh = [(plan.entity(plan.known + at), one) for at, one in enumerate(plan.fresh)]
    names: dict[str, int] = {}
    for number, one in fresh:
        names.setdefault(one.name.casefold(), number)
    more = [(plan.entity(entity), aliases) for entity, aliases in plan.aliases.items() if entity not in plan.vanished]
    for number, aliases in [*((number, one.aliases) for number, one in fresh), *more]:
        for alias in aliases:
            names.setdefault(alias.name.casefold(), number)
    splice_spelt(into, "name", names, now=plan.who, gone=plan.vanished)
    known = {words: plan.entity(entity) for words, entity in plan.spellings.items() if entity not in plan.vanished}
    splice_spelt(into, "spelling", known, now=plan.who, gone=plan.vanished)
    splice_spelt(into, "opening", longest_of(known), larger=True)
