"""Which name means which entity once everything a person said about names is heard, whatever order it was said in."""

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from tui.names.statement import NameCorrection, Says, plain
from tui.names.table import NamedEntity

Clash = tuple[str, tuple[NameCorrection, ...]]
"""Statements that cannot hold together, and the reason why."""

Clashes = Iterator[Clash]
"""Several of them."""

Node = int | str
"""An entity: its row in the table as found, or, for one that only a statement names, that name, case folded."""


@dataclass(slots=True)
class Spoken:
    """Names and the entities they mean, after splits, renamings and mergers."""

    found: dict[str, int]
    """Row by spelling, as found: exact spellings, and case-folded ones behind them."""
    ambiguous: frozenset[str] = frozenset()
    """Spellings, case folded, that mean one entity here and another there."""
    moved: dict[str, Node] = field(default_factory=dict)
    """Spellings, case folded, that were split off, with the entity they went to."""
    renamed: dict[str, Node] = field(default_factory=dict)
    """Names given by renaming, case folded, with the entity."""
    spelt: dict[str, str] = field(default_factory=dict)
    """How a name that only statements have is written, by its folded form."""
    called: dict[Node, str] = field(default_factory=dict)
    """What an entity was renamed to."""
    parents: dict[Node, Node] = field(default_factory=dict)
    """What an entity was merged into."""
    because: dict[Node, list[NameCorrection]] = field(default_factory=dict)
    """The mergers that put an entity into its parent."""

    def node(self, name: str) -> Node:
        """The entity a name means, mergers aside; one of its own if nothing has that name."""
        written = plain(name)
        key = written.casefold()
        for known in (self.moved, self.renamed):
            if key in known:
                return known[key]
        row = self.row(written)
        if row is not None:
            return row
        self.spelt[key] = min(self.spelt.get(key, written), written)
        return key

    def row(self, name: str) -> int | None:
        """The row that has a name in the table as found."""
        written = plain(name)
        return self.found.get(written, self.found.get(written.casefold()))

    def root(self, node: Node) -> Node:
        """The entity that stands for one after all mergers."""
        while node in self.parents:
            node = self.parents[node]
        return node

    def meant(self, name: str) -> Node:
        """The entity a name means in the end."""
        return self.root(self.node(name))

    def way(self, one: Node, other: Node) -> list[NameCorrection]:
        """The mergers by which two entities became one; empty if they are two."""
        ups = [self._up(one), self._up(other)]
        if ups[0][-1] != ups[1][-1]:
            return []
        shared = set(ups[0]) & set(ups[1])
        apart = [node for up in ups for node in up if node not in shared]
        return [said for node in apart for said in self.because.get(node, ())]

    def _up(self, node: Node) -> list[Node]:
        up = [node]
        while up[-1] in self.parents:
            up.append(self.parents[up[-1]])
        return up


def spellings_of(names: Sequence[NamedEntity], ambiguous: Container[str] = ()) -> dict[str, int]:
    """Row by spelling: names before aliases, exact before folded, the most mentioned entity first.

    Aliases that are `ambiguous` (case folded) mean nobody in general.
    """
    found: dict[str, int] = {}
    written = [(entity.name, row) for row, entity in enumerate(names)]
    written += [(alias.name, row) for row, entity in enumerate(names) for alias in entity.aliases]
    sure = [(plain(name), row) for name, row in written if plain(name).casefold() not in ambiguous]
    for name, row in sure:
        found.setdefault(name, row)
    for name, row in sure:
        found.setdefault(name.casefold(), row)
    return found


def hear(
    names: Sequence[NamedEntity],
    found: dict[str, int],
    said: Sequence[NameCorrection],
    ambiguous: frozenset[str] = frozenset(),
) -> tuple[Spoken, list[Clash]]:
    """What statements make of a table's names, and which of them cannot hold together, each with the reason why.

    Statements that clash are applied as far as they go: whoever asks leaves them out and hears the rest again.
    """
    spoken = Spoken(found, ambiguous)
    clashes: list[Clash] = []
    by_sort: dict[Says, list[NameCorrection]] = {sort: [] for sort in Says}
    for one in said:
        by_sort[one.says].append(one)
    clashes += _split(spoken, names, [one for one in by_sort[Says.SPLIT] if not one.article])
    _keep_apart(spoken, names, by_sort[Says.KEEP_APART])
    clashes += _rename(spoken, by_sort[Says.RENAME])
    clashes += _merge(spoken, [*by_sort[Says.MERGE], *by_sort[Says.ADD]])
    clashes += _torn(spoken, by_sort)
    return spoken, clashes


def _split(spoken: Spoken, names: Sequence[NamedEntity], said: Sequence[NameCorrection]) -> Clashes:
    """Spellings that mean somebody else everywhere."""
    asked: dict[str, dict[str, list[NameCorrection]]] = {}
    for one in said:
        asked.setdefault(_key(one.name), {}).setdefault(_key(one.to or one.name), []).append(one)
    for key, targets in asked.items():
        every = tuple(one for ones in targets.values() for one in ones)
        row = spoken.row(key)
        if len(targets) > 1:
            yield f"“{_written(every)}” is split off as different names", every
        elif row is not None and _key(names[row].name) == key == next(iter(targets)):
            continue  # it is a name of its own already
        elif row is None and key in spoken.ambiguous:
            spoken.moved[key] = spoken.node(min(plain(one.to or one.name) for one in every))
        elif row is not None:
            to = min(plain(one.to or one.name) for one in every)
            other = spoken.row(to)
            if other is not None and other != row:
                spoken.moved[key] = other
            elif _key(names[row].name) == _key(to) and _key(to) != key:
                yield f"“{_written(every)}” is split off as the very name it is split from", every
            else:
                spoken.spelt[_key(to)] = to
                spoken.moved[key] = spoken.moved[_key(to)] = _key(to)


def _keep_apart(spoken: Spoken, names: Sequence[NamedEntity], said: Sequence[NameCorrection]) -> None:
    """Takes apart what was found to be one and is said to be several: the name found stays, the others go."""
    for apart in sorted(one.names for one in said):
        together: dict[int, list[str]] = {}
        for name in dict.fromkeys(map(plain, apart)):
            node = spoken.moved.get(_key(name), spoken.row(name))
            if isinstance(node, int):
                together.setdefault(node, []).append(name)
        for row, several in together.items():
            order = [_key(names[row].name), *(_key(alias.name) for alias in names[row].aliases)]
            rank = {key: place for place, key in reversed(list(enumerate(order)))}
            several = [name for _, name in sorted((rank.get(_key(name), 0), name) for name in several)]
            for name in several[1:]:
                if _key(name) != _key(several[0]):
                    spoken.spelt[_key(name)] = name
                    spoken.moved[_key(name)] = _key(name)


def _rename(spoken: Spoken, said: Sequence[NameCorrection]) -> Clashes:
    """New names, each meaning the entity that the old one means, however long the chain."""
    sources: dict[str, dict[str, list[NameCorrection]]] = {}
    for one in said:
        sources.setdefault(_key(one.to), {}).setdefault(_key(one.name), []).append(one)

    def origin(key: str) -> Node:
        """The entity at the beginning of a chain of renamings."""
        seen = {key}
        while spoken.moved.get(key, spoken.row(key)) is None and key in sources:
            key = min(sources[key])
            if key in seen:
                break
            seen.add(key)
        return spoken.node(key)

    given: dict[Node, dict[str, list[NameCorrection]]] = {}
    for key, froms in sorted(sources.items()):
        every = tuple(one for ones in froms.values() for one in ones)
        nodes = {origin(source) for source in froms}
        there = spoken.moved.get(key, spoken.row(key))
        if len(nodes) > 1:
            yield f"several names are to be called “{_target(every)}”: merge them instead", every
        elif there is not None and there not in nodes:
            yield f"“{_written(every)}” cannot be called “{_target(every)}”, as another is: merge them instead", every
        else:
            node = nodes.pop()
            spoken.renamed[key] = node
            spoken.spelt[key] = _target(every)
            given.setdefault(node, {}).setdefault(key, []).extend(every)
    for node, names in given.items():
        from_here = {_key(one.name) for ones in names.values() for one in ones}
        ends = [key for key in names if key not in from_here]
        every = tuple(one for ones in names.values() for one in ones)
        if len(ends) == 1:
            spoken.called[node] = spoken.spelt[ends[0]]
        else:
            yield f"“{_written(every)}” is renamed {'to several names' if ends else 'in a circle'}", every


def _merge(spoken: Spoken, said: Sequence[NameCorrection]) -> Clashes:
    """Who goes into whom."""
    asked: dict[Node, dict[Node, list[NameCorrection]]] = {}
    for one in said:
        into = spoken.node(one.name)
        for name in one.names:
            node = spoken.node(name)
            if node != into:
                asked.setdefault(node, {}).setdefault(into, []).append(one)
    # Those that go into one thing first: whether several targets are one in the end hangs on them.
    for node in sorted(asked, key=lambda node: (len(asked[node]) > 1, str(node))):
        intos = sorted(asked[node], key=str)
        every = tuple(one for ones in asked[node].values() for one in ones)
        ring = next((into for into in intos if spoken.root(into) == node), None)
        if ring is not None:
            yield "these mergers go round in a circle", (*every, *spoken.way(ring, node))
        elif len({spoken.root(into) for into in intos}) > 1:
            names = {plain(name) for one in every for name in one.names if spoken.node(name) == node}
            yield f"“{min(names)}” is merged into several names", every
        else:
            spoken.parents[node] = intos[0]
            spoken.because[node] = list(every)


def _torn(spoken: Spoken, by_sort: dict[Says, list[NameCorrection]]) -> Clashes:
    """What is said to be one, and kept apart or split at the same time."""
    for one in by_sort[Says.KEEP_APART]:
        nodes = [(spoken.node(name), plain(name)) for name in one.names]
        for (node, name), (other, its) in combinations(nodes, 2):
            mergers = spoken.way(node, other) if node != other else []
            if mergers:
                yield f"“{name}” and “{its}” are kept apart and merged", (one, *mergers)
    for one in by_sort[Says.SPLIT]:
        row = spoken.row(one.name)
        if not one.article and row is not None:
            mergers = spoken.way(row, spoken.node(one.name))
            if mergers:
                yield f"“{plain(one.name)}” is split off and merged", (one, *mergers)


def _key(name: str) -> str:
    return plain(name).casefold()


def _written(said: Iterable[NameCorrection]) -> str:
    return min(plain(one.name) for one in said)


def _target(said: Iterable[NameCorrection]) -> str:
    return min(plain(one.to) for one in said)
