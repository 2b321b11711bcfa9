"""Ties what the articles say one by one into one collection: entities under one name, their mentions, their events."""

from array import array
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import compress
from pathlib import Path

from tui.corpus.fated import Fates, FatesTaken
from tui.corpus.judge import can_be, judge
from tui.corpus.lore import RoleSaid, Suggested
from tui.corpus.marked import SpoolMarks, bounds_in
from tui.corpus.mentions import Mentions
from tui.corpus.numbered import Pool
from tui.corpus.parcel import Parcel
from tui.corpus.spool import Spool
from tui.corpus.spooled import Dated, Spooled, put_in_order
from tui.corpus.sweeping import bring_together
from tui.events.roles import Role as Tie
from tui.mapped import airing
from tui.model import Conflict, Kind, When
from tui.names.compare import same_name
from tui.names.table import NamedEntity, Suggestion


@dataclass(frozen=True, slots=True)
class Cloth:
    """What a collection says as a whole, in columns ready to be written."""

    named: Sequence[NamedEntity]
    """Every entity with a mention outside comments and footers; an entity's id is its index."""
    rows_named: "array[int]"
    """Row of every entity in the table of names."""
    mentions: tuple[memoryview, memoryview, memoryview, memoryview]
    """Article, start, end and entity of every mention, in reading order."""
    first: Sequence[tuple[int, int, int, int]]
    """Entity, number of a spelling, article and offset of its first mention in that very spelling; in order."""
    spool: Spool
    """Its events as they were put in, in reading order; its words and columns."""
    rows: Spooled
    """The same, to be read."""
    order: Sequence[int]
    """The events in calendar order, as rows of `rows`."""
    clusters: Sequence[int]
    """For each event in calendar order the first that tells the same."""
    statuses: FatesTaken
    """What became of whom; their rows are places in calendar order."""
    conflicts: Sequence[Conflict]
    """What cannot all hold; events are places in calendar order."""
    roles: Sequence[RoleSaid]
    """What people are to others, in reading order."""
    suggestions: Sequence[Suggested]
    """Which entities may be one, the likeliest first."""
    words: Pool[str]
    """Words that numbers stand for."""
    whens: Pool[When]
    """Dates that numbers stand for."""

    def close(self) -> None:
        """Let go of the files it lies in."""
        self.spool.close()


def weave(
    parcels: Iterable[Parcel],
    kinds: Sequence[Kind],
    names: Callable[[], Sequence[NamedEntity]],
    suggestions: Sequence[Suggestion],
    whens: Pool[When],
    words: Pool[str],
    breathe: Callable[[], None] = lambda: None,
    folder: Path | None = None,
    jobs: int = 0,
) -> Cloth:
    """Bring together what each article adds, in reading order.

    `kinds`, `names` and `suggestions` are those of the table; the names are not asked for before the end. Dates and
    words are numbered in those pools. `breathe` is called often: it may rest, and raise to end the work. What is long
    lies in files of `folder` meanwhile; then `jobs` processes may help.
    """
    rows = Spool(whens, words, folder)
    mentions, said = Mentions(folder), Fates(whens, words, folder)
    try:
        return _woven(parcels, kinds, names, suggestions, rows, mentions, said, words, jobs, airing(breathe))
    except BaseException:
        rows.close()
        raise
    finally:
        mentions.close()
        said.close()


def _woven(
    parcels: Iterable[Parcel],
    kinds_of: Sequence[Kind],
    names: Callable[[], Sequence[NamedEntity]],
    suggestions: Sequence[Suggestion],
    spool: Spool,
    mentions: Mentions,
    said: Fates,
    words: Pool[str],
    jobs: int,
    breathe: Callable[[], None],
) -> Cloth:
    real = bytearray(len(kinds_of))
    first: dict[int, int] = {}
    ties: list[tuple[int, Tie]] = []
    roles: list[RoleSaid] = []
    for article, parcel in enumerate(parcels):
        breathe()
        mentions.put(article, parcel.mentions)
        for name in parcel.names:
            real[name] = 1
        for name, spelling, start in parcel.first:
            first.setdefault(name << 32 | words(spelling), article << 32 | start)
        base = len(spool)
        spool.put(article, parcel.rows)
        said.put(article, base, parcel.statuses)
        ties += [(base, tie) for tie in parcel.ties]
        roles += [RoleSaid(article, one.person, one.role, one.other, one.start, one.end) for one in parcel.roles]
    rows_named = array("I", compress(range(len(real)), real))
    entity_of = array("i", [-1]) * len(real)
    for entity, name in enumerate(rows_named):
        entity_of[name] = entity
    spool.renumber(entity_of)
    put_in_order(spool)
    rows = Spooled({name: roll.settled() for name, roll in spool.rolls.items()}, spool.terms.values)
    order, bounds = rows.columns["order"], bounds_in(spool.whens.values)
    marks = SpoolMarks(rows, bounds)
    kinds = [kinds_of[name] for name in rows_named]

    def named() -> list[NamedEntity]:
        whole = names()
        return [whole[name] for name in rows_named]

    place = array("I", bytes(4 * len(order)))
    for at, row_put in enumerate(order):
        place[row_put] = at
    statuses = said.taken(entity_of, place, lambda entity, fate: can_be(kinds[entity], fate))
    judged = judge(
        Dated(rows, spool.whens.values),
        marks,
        statuses.dated(),
        [tie._replace(one=entity_of[tie.one], other=entity_of[tie.other], row=place[base + tie.row])
         for base, tie in ties],
        kinds,
        lambda: [one.name for one in named()],
        lambda known: bring_together(spool, marks, bounds, known, jobs, breathe),
        breathe,
    )  # fmt: skip
    return Cloth(
        named(),
        rows_named,
        mentions.taken(entity_of),
        sorted(
            (entity_of[key >> 32], key & 0xFFFFFFFF, at >> 32, at & 0xFFFFFFFF)
            for key, at in first.items()
            if entity_of[key >> 32] >= 0
        ),
        spool,
        rows,
        order,
        judged.clusters,
        statuses,
        judged.conflicts,
        [replace(one, person=entity_of[one.person], other=entity_of[one.other]) for one in roles],
        _suggestions(suggestions, names(), entity_of),
        words,
        spool.whens,
    )


def _suggestions(
    found: Iterable[Suggestion], names: Sequence[NamedEntity], entity_of: Sequence[int]
) -> Sequence[Suggested]:
    suggestions = [
        Suggested(
            entity_of[one.entity],
            entity_of[one.other],
            one.reason,
            same_name(names[one.entity].name, names[one.other].name),
        )
        for one in found
        if entity_of[one.entity] >= 0 and entity_of[one.other] >= 0
    ]
    suggestions.sort(key=lambda one: (-one.score, one.entity, one.other))
    return tuple(dict.fromkeys(suggestions))
