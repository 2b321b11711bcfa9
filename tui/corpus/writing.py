"""Writes what was woven of a collection as columns; `tui.corpus.stored` reads them."""

from array import array
from collections.abc import Callable, Sequence
from itertools import compress

from tui.corpus.coded import KINDS, PRECISIONS
from tui.corpus.numbered import Pool
from tui.corpus.slab import SlabWriter, Words
from tui.corpus.splice.spelt import write_spelt
from tui.corpus.stated import optional
from tui.corpus.weave import Cloth
from tui.mapped import aired
from tui.model import When


class Columns:
    """Columns of one table as they grow, row by row."""

    def __init__(self, **codes: str) -> None:
        """Begin empty columns of these names and array type codes."""
        self.columns = {name: array(code) for name, code in codes.items()}
        """The columns by name."""

    def add(self, *values: int) -> None:
        """Add a row; the values come in the order the columns were named."""
        for column, value in zip(self.columns.values(), values, strict=True):
            column.append(value)

    def write(self, writer: SlabWriter, table: str) -> None:
        """Write all under "table.name"."""
        for name, column in self.columns.items():
            writer.numbers(f"{table}.{name}", column)


def write_cloth(writer: SlabWriter, cloth: Cloth, articles: int) -> None:
    """Write the entities, mentions, events and claims of a collection of so many articles."""
    _write_mentions(writer, cloth)
    _write_events(writer, cloth, articles)
    _write_claims(writer, cloth)
    _write_lore(writer, cloth)


def write_pools(writer: SlabWriter, whens: Pool[When], words: Pool[str]) -> None:
    """Write the dates and words the other columns have numbers of; nothing may be added to them after."""
    columns = Columns(first="i", last="i", precision="B", approximate="B", edtf="I", said="I", rule="I")
    for when in whens.values:
        columns.add(
            when.first,
            when.last,
            PRECISIONS.index(when.precision),
            when.approximate,
            words(when.edtf),
            words(when.said),
            words(when.rule),
        )
    columns.write(writer, "when")
    writer.words("word", words.values)


def _write_mentions(writer: SlabWriter, cloth: Cloth) -> None:
    articles, starts, ends, entities = cloth.mentions
    named, words = cloth.named, cloth.words
    counts = array("I", bytes(4 * len(named)))
    within = array("I", bytes(4 * len(named)))
    last = array("q", [-1]) * len(named)
    for article, entity in zip(articles, entities, strict=True):
        counts[entity] += 1
        if last[entity] != article:
            last[entity] = article
            within[entity] += 1
    for side, column in (("article", articles), ("start", starts), ("end", ends), ("entity", entities)):
        writer.numbers(f"mention.{side}", column)
    _write_groups(writer, "mentions_of", len(named), entities)
    about = Columns(kind="B", count="I", articles="I", about="I", aliases="I")
    reasons = array("I")
    aliases: list[str] = []
    for entity, one in enumerate(named):
        aliases += [alias.name for alias in one.aliases]
        reasons.extend(words(alias.reason) for alias in one.aliases)
        about.add(KINDS.index(one.kind), counts[entity], within[entity], words(one.about), len(aliases))
    about.write(writer, "entity")
    names = [one.name for one in named]
    writer.words("entity.name", names)
    writer.numbers("entity.row", cloth.rows_named)
    writer.words("alias.name", aliases)
    writer.numbers("alias.reason", reasons)
    folded = [name.casefold() for name in names]
    heaviest = sorted(range(len(counts)), key=lambda entity: (-counts[entity], folded[entity]))
    writer.numbers("entity.heaviest", array("I", heaviest))
    _write_names(writer, about, names, aliases)


def _write_names(writer: SlabWriter, about: Columns, names: Sequence[str], aliases: Sequence[str]) -> None:
    """Write whose each spelling is, by its hash: a name before an alias, then the most mentioned."""
    ends = about.columns["aliases"]
    by_weight = sorted(range(len(names)), key=lambda entity: -about.columns["count"][entity])
    owners: dict[str, int] = {}
    for entity in by_weight:
        owners.setdefault(names[entity].casefold(), entity)
    for entity in by_weight:
        for alias in aliases[ends[entity - 1] if entity else 0 : ends[entity]]:
            owners.setdefault(alias.casefold(), entity)
    write_spelt(writer, "name", owners)


def _write_events(writer: SlabWriter, cloth: Cloth, articles: int) -> None:
    rows, order = cloth.rows, cloth.order
    for name in ("when", "start", "end", "at", "rule"):
        column = rows.columns[name]
        writer.numbers(f"event.{name}", array("I", map(column.__getitem__, order)))
    within = array("I", map(rows.article.__getitem__, order))
    writer.numbers("event.article", within)
    reported = bytearray(map(rows.reported.__getitem__, order))
    writer.numbers("event.reported", array("B", reported))
    for side in ("first", "last"):
        days = array("i", (getattr(when, side) for when in cloth.whens.values))
        bounds = array("i", map(days.__getitem__, map(rows.when.__getitem__, order)))
        writer.numbers(f"event.{side}", bounds)
        if side == "first":
            writer.numbers("event.days", array("i", compress(bounds, map((1).__sub__, reported))))
    clusters = array("I", cloth.clusters)
    writer.numbers("event.cluster", clusters)
    headlines = Words(rows.columns["said_ends"], rows.columns["said"])
    writer.words("event.headline", aired(map(headlines.__getitem__, order)))
    named, ends, events_of = array("I"), array("I"), array("I")
    for event, row in enumerate(order):
        here = rows.named(row)
        named.extend(here)
        events_of.extend([event] * len(here))
        ends.append(len(named))
    writer.numbers("event.named", ends)
    writer.numbers("named.entity", named)
    _write_groups(writer, "events_of", len(cloth.named), named, events_of)
    dated = bytes(not reported[event] for event in events_of)
    some, of = array("I", compress(named, dated)), array("I", compress(events_of, dated))
    _write_groups(writer, "dated_of", len(cloth.named), some, of)
    taking = Columns(entity="I", part="B")
    ends = array("I")
    for row in order:
        for part in rows.parts(row):
            taking.add(*part)
        ends.append(len(taking.columns["entity"]))
    taking.write(writer, "taking")
    writer.numbers("event.taking", ends)
    # Within an article: as it tells them. Sorting is stable, so that equal starts stay in calendar order.
    start = rows.start
    _write_groups(writer, "told_in", articles, within, by=lambda event: start[order[event]])
    _write_rows(writer, clusters, reported, within)


def _write_rows(writer: SlabWriter, clusters: "array[int]", reported: bytearray, within: "array[int]") -> None:
    """Write which events make a row of the whole timeline, dated ones and merely reported ones; which tell alike."""
    sizes = array("I", bytes(4 * len(clusters)))
    told = bytearray(len(clusters))
    dated = array("I")
    for event, first in enumerate(clusters):
        sizes[first] += 1
        if not reported[event] and not told[first]:
            told[first] = 1
            dated.append(event)
    merely = array("I")
    for event, first in enumerate(clusters):
        if reported[event] and not told[first]:
            told[first] = 1
            merely.append(event)
    writer.numbers("rows.told", dated)
    writer.numbers("rows.merely", merely)
    free, end = array("I", bytes(4 * len(clusters))), 0
    for first, size in enumerate(sizes):
        free[first] = end
        end += size if size > 1 else 0
    alike = array("I", bytes(4 * end))
    for event, first in enumerate(clusters):
        if sizes[first] > 1:
            alike[free[first]] = event
            free[first] += 1
    writer.numbers("alike", alike)
    again = {clusters[event] for event in alike if within[event] != within[clusters[event]]}
    writer.numbers("told_again", array("I", sorted(again)))


def _write_claims(writer: SlabWriter, cloth: Cloth) -> None:
    whens, words = cloth.whens, cloth.words
    said = cloth.statuses
    statuses = Columns(entity="I", fate="I", when="I", event="I", article="I", start="I")
    for at in said.by_entity():
        one = said[at]
        when = optional(whens, one.when)
        event = one.row + 1 if one.row >= 0 else 0
        statuses.add(one.entity, words(one.fate), when, event, said.article(at), one.start)
    statuses.write(writer, "status")
    conflicts = Columns(hard="B", fact="I", one="I", two="I", reason="I", entity="I")
    for conflict in cloth.conflicts:
        conflicts.add(
            conflict.hard, words(conflict.fact), *conflict.events, words(conflict.reason), conflict.entity + 1
        )
    conflicts.write(writer, "conflict")


def _write_lore(writer: SlabWriter, cloth: Cloth) -> None:
    words = cloth.words
    roles = Columns(article="I", person="I", role="I", other="I", start="I", end="I")
    held, number = array("I"), array("I")
    for row, one in enumerate(cloth.roles):
        roles.add(one.article, one.person, words(one.role), one.other, one.start, one.end)
        for entity in dict.fromkeys((one.person, one.other)):
            held.append(entity)
            number.append(row)
    roles.write(writer, "role")
    _write_groups(writer, "roles_of", len(cloth.named), held, number)
    asked = Columns(entity="I", other="I", reason="I")
    for pair in cloth.suggestions:
        asked.add(pair.entity, pair.other, words(pair.reason))
    asked.write(writer, "suggested")
    writer.numbers("suggested.score", array("d", (pair.score for pair in cloth.suggestions)))
    kinds, weights, ends = array("B"), array("d"), array("I")
    for named in cloth.named:
        for kind, weight in named.votes:
            kinds.append(KINDS.index(kind))
            weights.append(weight)
        ends.append(len(kinds))
    writer.numbers("vote.kind", kinds)
    writer.numbers("vote.weight", weights)
    writer.numbers("entity.votes", ends)
    first = Columns(entity="I", spelling="I", article="I", start="I")
    for place in cloth.first:
        first.add(*place)
    first.write(writer, "first")


def _write_groups(
    writer: SlabWriter,
    name: str,
    count: int,
    keys: "array[int] | memoryview",
    values: "array[int] | None" = None,
    by: Callable[[int], int] | None = None,
) -> None:
    """Write which values each key from 0 to `count` has, in the order given: a counting sort, one step a row.

    Without `values` they are the places of `keys`. With `by` those of each key are sorted by that.
    """
    ends = array("I", bytes(4 * (count + 1)))
    for key in keys:
        ends[key + 1] += 1
    for key in range(count):
        ends[key + 1] += ends[key]
    filled = array("I", ends)
    members = array("I", bytes(4 * len(keys)))
    for place, key in enumerate(keys):
        members[filled[key]] = place if values is None else values[place]
        filled[key] += 1
    if by is not None:
        for key in range(count):
            members[ends[key] : ends[key + 1]] = array("I", sorted(members[ends[key] : ends[key + 1]], key=by))
    writer.numbers(f"{name}.begins", ends)
    writer.numbers(f"{name}.members", members)
