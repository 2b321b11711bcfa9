"""What articles add that came into a woven collection: whom they name, known before or not, and what they tell."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tui.corpus.fingerprint import of_engine
from tui.corpus.gathered import Gathered
from tui.corpus.slab import Slab
from tui.corpus.splice.spelt import matcher_of
from tui.corpus.tables import Corpus
from tui.corpus.teller import Here, Named, Teller
from tui.corpus.telling import Account
from tui.model import Alias, Entity, KnownEntity
from tui.names.corrected import correct
from tui.names.match import Matcher, words_of
from tui.names.statement import NameCorrection
from tui.names.surnames import SHARED
from tui.names.table import SOMETIMES, NamedEntity, NameTable, build_table


@dataclass(frozen=True, slots=True)
class Newcomers:
    """What the articles that came add."""

    accounts: Sequence[Account]
    """What each adds; names are rows of `table`."""
    table: NameTable
    """The names in them."""
    known: Sequence[int]
    """For each row of the table the entity it was before, as it was numbered; -1 for one that is new, -2 for what is no
    entity: it is named in comments and footers alone."""
    aliases: dict[int, tuple[Alias, ...]]
    """Spellings that entities are met under for the first time, by the number the entity had."""


def newcomers_of(
    slab: Slab,
    corpus: Corpus,
    gathered: Gathered,
    came: Sequence[int],
    known: Sequence[KnownEntity],
    said: Iterable[NameCorrection],
) -> Newcomers:
    """What the articles `came` add to the collection in a slab, opened as `corpus`.

    `gathered` has all articles as they are now, `known` the entities of corpus.toml, `said` what was corrected in
    names. Names are found as in a collection of these articles alone, to which everybody is known whom the whole one
    knows by a spelling that stands in them. Raises `BadSlab`.
    """
    matcher = matcher_of(slab)
    met: dict[int, None] = {}
    for article in came:
        met.update(dict.fromkeys(owner for _, _, owner in matcher.find(gathered[article].text, {})))
    beforehand = {one.name: one for one in known}
    entities = {entity.name: entity for entity in (corpus.entities[number] for number in met)}
    for name in beforehand.keys() - entities.keys():
        number = corpus.entity_named(name)
        if number is not None and corpus.entities[number].name == name:
            entities[name] = corpus.entities[number]
    found = [gathered.candidates_of(article) for article in came]
    shared = frozenset(_unknown_words(matcher, (one.name for candidates in found for one in candidates)))
    own = [_known(entity, shared) for entity in entities.values() if entity.name not in beforehand]
    table = build_table(found, [*known, *own])
    statements = tuple(said)
    if statements:
        table, _ = correct(
            table,
            statements,
            [gathered.sources[article].task.file.path for article in came],
            lambda: (gathered[article].text for article in came),
        )
    accounts = _told(gathered, came, table)
    real = frozenset[int]().union(*(one.names for one in accounts))
    rows: list[int] = []
    aliases: dict[int, tuple[Alias, ...]] = {}
    for row, named in enumerate(table.names):
        entity = entities.get(named.name)
        if entity is None:
            rows.append(-1 if row in real else -2)
            continue
        rows.append(entity.id)
        more = tuple(_unknown(named, entity))
        if more:
            aliases[entity.id] = more
    return Newcomers(accounts, table, rows, aliases)


def _known(entity: Entity, shared: frozenset[str]) -> KnownEntity:
    """An entity as something that is known of these articles beforehand.

    Short forms of it that are among the words of new names, `shared`, are left out: whom those mean is to be found.
    """
    lasting = (
        alias.name
        for alias in entity.aliases
        if alias.reason != SOMETIMES and not (alias.reason in SHARED and alias.name in shared)
    )
    return KnownEntity(entity.name, entity.kind, tuple(lasting), entity.about)


def _unknown_words(matcher: Matcher, surfaces: Iterable[str]) -> Iterator[str]:
    """The words of those names of several words that nobody is known by."""
    for surface in surfaces:
        words = words_of(surface)
        if len(words) > 1 and " ".join(words) not in matcher.owners:
            yield from words


def _unknown(named: NamedEntity, entity: Entity) -> Iterable[Alias]:
    """The spellings an entity was not known by."""
    there = {entity.name, *(alias.name for alias in entity.aliases)}
    return (alias for alias in named.aliases if alias.name not in there)


def _told(gathered: Gathered, came: Sequence[int], table: NameTable) -> Sequence[Account]:
    """What each article adds; what is told is kept."""
    lean = replace(table, names=(), suggestions=(), local={}, became=None)
    kinds = tuple(one.kind for one in table.names)
    here = Here(Teller(lean, kinds, gathered.keeping.folder or Path(), of_engine()), gathered)
    accounts: list[Account] = []
    for row, article in enumerate(came):
        source = gathered.sources[article]
        accounts.append(here(Named(article, source.task.file, source.comments, table.local.get(row, {}))))
    return accounts
