"""A corpus with the entities that corrected names make of its own: no text is read, mentions stay where they are."""

from collections.abc import Container, Mapping, Sequence

from tui.corpus.tables import Corpus, Facts
from tui.model import Entity
from tui.names.match import words_of
from tui.names.statement import plain
from tui.names.table import NameTable


def relabel(
    corpus: Corpus, table: NameTable, rows: Sequence[int], now: NameTable, facts: Facts, dark: Container[str]
) -> Corpus | None:
    """The corpus with the names of another table; None if that takes an entity apart or brings one back.

    `table` holds the names the corpus was made with, `rows` the row there of each of its entities; both tables come of
    the same names found. `facts` are those to have; `dark`, case folded, is what is no name any more. Work grows with
    entities and mentions, not with events.
    """
    rows_now = _rows_now(table, rows, now)
    if rows_now is None:
        return None
    for entity, row in zip(corpus.entities, rows_now, strict=True):
        spellings = (entity.name, *(alias.name for alias in entity.aliases))
        # A spelling alone that is no name takes mentions from an entity that stays.
        if row >= 0 and any(plain(name).casefold() in dark for name in spellings):
            return None
        # Where a name is none any more, another one may stand that it covered.
        if row < 0 and any(_covers(name, now.matcher.owners) for name in spellings):
            return None
    real = sorted({row for row in rows_now if row >= 0})
    id_of = {row: entity for entity, row in enumerate(real)}
    named = (now.names[row] for row in real)
    entities = [Entity(at, one.name, one.kind, one.aliases, 0, 0, one.about) for at, one in enumerate(named)]
    return corpus.relabelled(facts, entities, [id_of.get(row, -1) for row in rows_now])


def _covers(name: str, owners: Mapping[str, int]) -> bool:
    """Whether some of the words of a name are somebody's; `owners` are by the words of a spelling."""
    words = words_of(name)
    return any(
        owners.get(" ".join(words[start:end]), -1) >= 0
        for start in range(len(words))
        for end in range(start + 1, len(words) + 1)
    )


def _rows_now(table: NameTable, rows: Sequence[int], now: NameTable) -> list[int] | None:
    """For each entity its row in the other table, -1 if it is gone there; None if one became several or is back."""
    mine, its = _became(table), _became(now)
    entity_of = {row: entity for entity, row in enumerate(rows)}
    found: list[int | None] = [None] * len(rows)
    for node, row in mine.items():
        entity = entity_of.get(row)
        there = its.get(node)
        if entity is None:
            # What was no name and is one again has mentions that the corpus does not hold.
            if row < 0 <= (-1 if there is None else there):
                return None
            continue
        if there is None or found[entity] not in (None, there):
            return None
        found[entity] = there
    return [-1 if row is None else row for row in found]


def _became(table: NameTable) -> Mapping[int | str, int]:
    """Row of every entity as it was found."""
    return {row: row for row in range(len(table.names))} if table.became is None else table.became
