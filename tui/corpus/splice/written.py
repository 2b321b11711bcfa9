"""Writes the articles, names and mentions of a collection as a plan changes them."""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import accumulate

from tui.corpus.coded import KINDS, ORDERS, PART_KINDS
from tui.corpus.slab import Slab, SlabWriter
from tui.corpus.splice.change import state_of
from tui.corpus.splice.edit import Edit, grouped, ranges_of
from tui.corpus.splice.plan import Plan
from tui.corpus.splice.pools import Later, splice_words
from tui.corpus.splice.shift import Shift
from tui.corpus.splice.spelt import longest_of, splice_spelt
from tui.model import Alias


def splice_column(writer: SlabWriter, slab: Slab, name: str, edit: Edit, values: Iterable[int]) -> None:
    """Write a column of numbers as `edit` changes its table; `values` are those of the rows that come."""
    old = slab.numbers(name)
    writer.pieces(name, old.format, edit.column(old, array(old.format, values)))


def splice_mapped(
    writer: SlabWriter, slab: Slab, name: str, edit: Edit, values: Iterable[int], now: Shift | None, more: int = 0
) -> None:
    """As `splice_column`, with the new number of each row that a value names; see `Edit.mapped`."""
    old = slab.numbers(name)
    writer.pieces(name, old.format, edit.mapped(old, array(old.format, values), now, more))


def splice_articles(writer: SlabWriter, plan: Plan, later: Later) -> None:
    """Write the facts, parts, shapes, tags and dates of articles."""
    slab, edit, gathered = plan.slab, plan.change.edit, plan.gathered
    found = [gathered[article] for article in plan.change.came]
    sources = [gathered.sources[article] for article in plan.change.came]
    articles = [one.article for one in found]
    for name, values in (
        ("published", [later.maybe(one.published) for one in articles]),
        ("published_from", [later.word(one.published_from) for one in articles]),
        ("byline", [later.word(one.byline) for one in articles]),
        ("source", [later.word(one.source) for one in articles]),
        ("chars", [one.chars for one in articles]),
        ("rough", [int(one.rough) for one in articles]),
        ("order", [ORDERS.index(one.order) for one in sources]),
        ("state", [state_of(one.answer.stamp) for one in sources]),
    ):
        splice_column(writer, slab, f"article.{name}", edit, values)
    parts = [part for one in articles for part in one.parts]
    _ragged(writer, slab, "article.parts", edit, [len(one.parts) for one in articles], {
        "part.kind": [PART_KINDS.index(part.kind) for part in parts],
        "part.start": [part.start for part in parts],
        "part.end": [part.end for part in parts],
        "part.by": [later.word(part.by) for part in parts],
    })  # fmt: skip
    dates = [date for one in found for date in one.dates]
    _ragged(writer, slab, "article.dates", edit, [len(one.dates) for one in found], {
        "date.start": [date.start for date in dates],
        "date.end": [date.end for date in dates],
        "date.when": [later.maybe(date.when) for date in dates],
        "date.rule": [later.word(date.rule) for date in dates],
        "date.basis": [0 if date.basis is None else date.basis + 1 for date in dates],
    })  # fmt: skip
    tags = [tag for one in articles for tag in one.tags]
    _ragged(writer, slab, "article.tags", edit, [len(one.tags) for one in articles], {
        "tag.word": [later.word(tag) for tag in tags],
    })  # fmt: skip
    shapes = [shape for one in articles for shape in one.shapes]
    _ragged(writer, slab, "article.shapes", edit, [len(one.shapes) for one in articles], {
        "shape.kind": [later.word(shape.kind) for shape in shapes],
        "shape.start": [shape.start for shape in shapes],
        "shape.end": [shape.end for shape in shapes],
    })  # fmt: skip
    digests = slab.numbers("article.digest")
    bytes_of = Edit(len(digests), [(32 * start, 32 * stop) for start, stop in ranges_of(plan.change.gone)],
                    [(32 * row, 32) for row in plan.change.behind])  # fmt: skip
    fresh = memoryview(b"".join(bytes.fromhex(one.digest) for one in articles))
    writer.pieces("article.digest", "B", bytes_of.column(digests, fresh))
    splice_words(writer, "article.path", slab, edit, [one.path for one in articles])
    splice_words(writer, "article.title", slab, edit, [one.title for one in articles])
    splice_words(writer, "article.url", slab, edit, [one.url for one in articles])
    _by_path(writer, plan, [one.path for one in articles])


def _ragged(
    writer: SlabWriter, slab: Slab, ends: str, edit: Edit, sizes: Sequence[int], columns: dict[str, list[int]]
) -> None:
    """Write where the parts of each row end, and the columns of those parts."""
    now, inner = edit.ragged(slab.numbers(ends), sizes)
    writer.numbers(ends, now)
    for name, values in columns.items():
        splice_column(writer, slab, name, inner, values)


def _by_path(writer: SlabWriter, plan: Plan, paths: Sequence[str]) -> None:
    """Write the articles in order of their paths."""
    slab = plan.slab
    old, words, gone = slab.numbers("article.by_path"), slab.words("article.path"), frozenset(plan.change.gone)
    rows = sorted(zip(paths, plan.change.came, strict=True))
    places = [(bisect_left(old, path, key=words.__getitem__), 1) for path, _ in rows]
    edit = Edit(len(old), ranges_of(at for at, row in enumerate(old) if row in gone), places)
    now = None if plan.change.edit.still else plan.articles
    splice_mapped(writer, slab, "article.by_path", edit, [row for _, row in rows], now)


def splice_names(writer: SlabWriter, plan: Plan, later: Later) -> None:
    """Write the mentions, and the entities with their spellings."""
    slab, mentions, entities = plan.slab, plan.mentions, plan.entities
    spans = [(one.article, *span) for one in plan.came for span in one.spans]
    articles = None if plan.change.edit.still else plan.articles
    owners = [plan.entity(span[3]) for span in spans]
    splice_mapped(writer, slab, "mention.article", mentions, [span[0] for span in spans], articles)
    splice_column(writer, slab, "mention.start", mentions, [span[1] for span in spans])
    splice_column(writer, slab, "mention.end", mentions, [span[2] for span in spans])
    splice_mapped(writer, slab, "mention.entity", mentions, owners, plan.who)
    coming: dict[int, list[int]] = {}
    for at, entity in zip(mentions.places(), owners, strict=True):
        coming.setdefault(entity, []).append(at)
    now = None if mentions.still else mentions.now()
    splice_groups(writer, slab, "mentions_of", entities, now, coming, plan.unnamed)
    fresh = plan.fresh
    counts, within = slab.numbers("entity.count").tolist(), slab.numbers("entity.articles").tolist()
    for entity, (count, several) in plan.counts.items():
        counts[entity], within[entity] = count, several
    for name, column, more in (
        ("count", counts, [count for count, _ in plan.fresh_counts]),
        ("articles", within, [several for _, several in plan.fresh_counts]),
    ):
        changed = memoryview(array("I", column))
        writer.pieces(f"entity.{name}", "I", entities.column(changed, array("I", more)))
    splice_column(writer, slab, "entity.kind", entities, [KINDS.index(one.kind) for one in fresh])
    splice_column(writer, slab, "entity.about", entities, [later.word(one.about) for one in fresh])
    splice_column(writer, slab, "entity.row", entities, [0xFFFFFFFF for _ in fresh])
    splice_words(writer, "entity.name", slab, entities, [one.name for one in fresh])
    _aliases(writer, plan, later)
    _heaviest(writer, plan, counts)
    _spelt(writer, plan)


def splice_groups(
    writer: SlabWriter,
    slab: Slab,
    name: str,
    keys: Edit,
    now: Shift | None,
    coming: "dict[int, list[int]]",
    touched: Iterable[int],
) -> None:
    """Write which values each key has, as `grouped` changes it."""
    begins, members = grouped(
        slab.numbers(f"{name}.begins"), slab.numbers(f"{name}.members"), keys, now, coming, touched
    )
    writer.numbers(f"{name}.begins", begins)
    writer.pieces(f"{name}.members", "I", members)


def _aliases(writer: SlabWriter, plan: Plan, later: Later) -> None:
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
    writer.numbers("entity.aliases", array("I", accumulate([*sizes, *(len(one.aliases) for one in plan.fresh)])))
    splice_words(writer, "alias.name", slab, edit, [alias.name for alias in fresh])
    splice_column(writer, slab, "alias.reason", edit, [later.word(alias.reason) for alias in fresh])


def _heaviest(writer: SlabWriter, plan: Plan, counts: Sequence[int]) -> None:
    """Write the entities, the most mentioned first, then by name."""
    slab = plan.slab
    old, names, before = slab.numbers("entity.heaviest"), slab.words("entity.name"), slab.numbers("entity.count")
    moved = {entity for entity in plan.counts if counts[entity] != before[entity]}
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
    writer.numbers("entity.heaviest", array("I", map(plan.entity, order)))


def _spelt(writer: SlabWriter, plan: Plan) -> None:
    """Write whose each spelling is."""
    slab = plan.slab
    fresh = [(plan.entity(plan.known + at), one) for at, one in enumerate(plan.fresh)]
    names: dict[str, int] = {}
    for number, one in fresh:
        names.setdefault(one.name.casefold(), number)
    more = [(plan.entity(entity), aliases) for entity, aliases in plan.aliases.items() if entity not in plan.vanished]
    for number, aliases in [*((number, one.aliases) for number, one in fresh), *more]:
        for alias in aliases:
            names.setdefault(alias.name.casefold(), number)
    splice_spelt(writer, "name", slab, names, now=plan.who, gone=plan.vanished)
    known = {words: plan.entity(entity) for words, entity in plan.spellings.items() if entity not in plan.vanished}
    splice_spelt(writer, "spelling", slab, known, now=plan.who, gone=plan.vanished)
    splice_spelt(writer, "opening", slab, longest_of(known), larger=True)
