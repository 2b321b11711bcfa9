"""A table of names as bytes and back, so that corrected names need no article to be looked at again."""

from dataclasses import dataclass

from tui.corpus.codec import Damaged, pack, unpack
from tui.corpus.tables import Corpus
from tui.model import Alias, Kind
from tui.names.match import Matcher
from tui.names.table import NamedEntity, NameTable, Suggestion


@dataclass(frozen=True, slots=True)
class _Name:
    name: str
    kind: Kind
    aliases: tuple[Alias, ...]
    about: str
    kinds: tuple[Kind, ...]
    weights: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class _Local:
    article: int
    words: tuple[str, ...]
    rows: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Table:
    names: tuple[_Name, ...]
    suggestions: tuple[Suggestion, ...]
    local: tuple[_Local, ...]
    words: tuple[str, ...]
    owners: tuple[int, ...]


def packed_table(table: NameTable) -> bytes:
    """A table that nobody corrected as bytes."""
    names = tuple(
        _Name(
            one.name, one.kind, one.aliases, one.about,
            tuple(kind for kind, _ in one.votes), tuple(weight for _, weight in one.votes),
        )
        for one in table.names
    )  # fmt: skip
    local = tuple(_Local(article, tuple(here), tuple(here.values())) for article, here in table.local.items())
    owners = table.matcher.owners
    return pack(_Table, (_Table(names, table.suggestions, local, tuple(owners), tuple(owners.values())),))


def unpacked_table(data: bytes) -> NameTable:
    """The table that `packed_table` made bytes of; raises `Damaged`."""
    kept = unpack(_Table, data)
    if len(kept) != 1:
        raise Damaged("no table")
    table = kept[0]
    names = tuple(
        NamedEntity(one.name, one.kind, one.aliases, one.about, tuple(zip(one.kinds, one.weights, strict=False)))
        for one in table.names
    )
    local = {one.article: dict(zip(one.words, one.rows, strict=False)) for one in table.local}
    return NameTable(names, table.suggestions, Matcher(zip(table.words, table.owners, strict=False)), local)


def table_of(corpus: Corpus) -> NameTable:
    """The names a corpus has that nobody corrected, without what stands for one in some articles alone."""
    names = tuple(
        NamedEntity(one.name, one.kind, one.aliases, one.about, corpus.lore.votes_of(one.id)) for one in corpus.entities
    )
    spellings = ((name, row) for row, one in enumerate(names) for name in (one.name, *(a.name for a in one.aliases)))
    suggestions = tuple(Suggestion(one.entity, one.other, one.reason) for one in corpus.lore.suggestions)
    return NameTable(names, suggestions, Matcher(spellings), {})
