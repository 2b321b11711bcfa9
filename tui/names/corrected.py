"""A collection's names as a person set them right: merged, split, renamed, retyped, taken out, added, kept apart.

The result hangs on what is said alone, neither on the order nor on how often; statements that cannot hold together
change nothing and are named. Names are meant as they stand in the table as found, so the same statements give the same
names however often a collection is read anew.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from fnmatch import fnmatchcase
from itertools import combinations

from tui.model import Alias, Kind
from tui.names.match import words_of
from tui.names.spoken import Clash, Node, Spoken, hear, spellings_of
from tui.names.statement import NameCorrection, Says, plain
from tui.names.table import NamedEntity, NameTable, Suggestion, respell

SAID = "corrections.toml"
"""The reason of a spelling that a person joined to an entity."""

_NEEDS: dict[Says, Callable[[NameCorrection], bool]] = {
    Says.MERGE: lambda one: bool(one.name and one.names),
    Says.SPLIT: lambda one: bool(one.name),
    Says.RENAME: lambda one: bool(one.name and one.to),
    Says.RETYPE: lambda one: bool(one.name) and _kind(one.kind) is not None,
    Says.IGNORE: lambda one: bool(one.name),
    Says.ADD: lambda one: bool(one.name) and (not one.kind or _kind(one.kind) is not None),
    Says.KEEP_APART: lambda one: len({plain(name).casefold() for name in one.names}) > 1,
}


def correct(
    table: NameTable,
    corrections: Iterable[NameCorrection],
    articles: Sequence[str] = (),
    texts: Callable[[], Iterable[str]] = tuple,
    *,
    file: str = SAID,
) -> tuple[NameTable, tuple[str, ...]]:
    """The table with every statement applied that can be, and a sentence for each one that cannot.

    `articles` are the paths of the articles by number; `texts` gives all texts, and is asked only if a name ends in
    "*". A name that nothing here has changes nothing: the file speaks of other collections too.
    """
    # The first of each repeated statement, in an order that hangs on nothing but what is said.
    unique = {one.key: one for one in sorted(corrections, key=lambda one: (-one.line, one.name, one.to, one.names))}
    said = sorted(unique.values(), key=lambda one: one.key)
    problems = {
        f"{file}{_lines([one])}: [[{one.says}]] does not say all it must; it is not used."
        for one in said
        if not _NEEDS[one.says](one)
    }
    said = _spelt_out([one for one in said if _NEEDS[one.says](one)], texts)
    if not said:
        return table, tuple(sorted(problems))
    ambiguous = frozenset(words.casefold() for here in table.local.values() for words in here)
    found = spellings_of(table.names, ambiguous)
    while True:
        spoken, clashes = hear(table.names, found, said, ambiguous)
        clashes += _clashing_words(spoken, said, articles)
        if not clashes:
            break
        bad = {one for _, ones in clashes for one in ones}
        problems |= {
            f"{file}{_lines(ones)}: {why}; {'none of these is' if len(set(ones)) > 1 else 'it is not'} used."
            for why, ones in clashes
        }
        said = [one for one in said if one not in bad]
    return _apply(table, spoken, said, articles), tuple(sorted(problems))


def _clashing_words(spoken: Spoken, said: Sequence[NameCorrection], articles: Sequence[str]) -> Iterable[Clash]:
    """Kinds that differ, spellings that mean two things in one article, names that are added and none."""
    kinds: dict[tuple[Says, Node], list[NameCorrection]] = {}
    for one in said:
        if one.says in (Says.RETYPE, Says.ADD) and one.kind:
            kinds.setdefault((one.says, spoken.meant(one.name)), []).append(one)
    for several in kinds.values():
        if len({_kind(one.kind) for one in several}) > 1:
            yield f"“{plain(several[0].name)}” is given different kinds", tuple(several)
    added = {plain(one.name).casefold(): one for one in said if one.says is Says.ADD}
    for one in said:
        other = added.get(plain(one.name).casefold()) if one.says is Says.IGNORE else None
        if other is not None:
            yield f"“{plain(one.name)}” is added, and said to be no name", (one, other)
    local: dict[tuple[str, str], list[NameCorrection]] = {}
    for one in said:
        if one.says is Says.SPLIT and one.article:
            for path in articles:
                if fnmatchcase(path, one.article):
                    local.setdefault((path, plain(one.name).casefold()), []).append(one)
    for (path, _), several in local.items():
        if len({spoken.meant(one.to or one.name) for one in several}) > 1:
            yield f"“{plain(several[0].name)}” means several names in {path}", tuple(several)


def _apply(table: NameTable, spoken: Spoken, said: Sequence[NameCorrection], articles: Sequence[str]) -> NameTable:
    """The table once nothing that is said clashes."""
    made = _gather(table.names, spoken, said)
    kinds = _kinds(table.names, spoken, said)
    shown = {root: _called(table.names, spoken, said, root, spellings) for root, spellings in made.items()}
    dark = {plain(one.name).casefold() for one in said if one.says is Says.IGNORE}
    out = {root for root, name in shown.items() if plain(name).casefold() in dark}
    unlit = {spelling for root in out for spelling in made[root]}
    unlit |= {spelling for spellings in made.values() for spelling in spellings if plain(spelling).casefold() in dark}
    names: list[NamedEntity] = []
    row_of: dict[Node, int] = {}
    for root, spellings in made.items():
        lit = {spelling: why for spelling, why in spellings.items() if spelling not in unlit}
        if root not in out and lit:
            row_of[root] = len(names)
            names.append(_entity(table.names, root, shown[root], kinds.get(root, Kind.OTHER), lit))
    # What stands for different entities in different articles gives way to what is said of that very spelling.
    joined = {_key(name) for one in said if one.says in (Says.MERGE, Says.ADD) for name in (one.name, *one.names)}
    settled = joined | spoken.moved.keys()
    local = {
        article: {
            words: row_of[spoken.root(row)]
            for words, row in spellings.items()
            if spoken.root(row) in row_of and words.casefold() not in settled and words.casefold() not in dark
        }
        for article, spellings in table.local.items()
    }
    for one in said:
        target = spoken.meant(one.to or one.name) if one.says is Says.SPLIT and one.article else None
        if target is not None and target in row_of:
            for article, path in enumerate(articles):
                if fnmatchcase(path, one.article):
                    local.setdefault(article, {})[" ".join(words_of(one.name))] = row_of[target]
    first = [(spelling, -1) for spelling in sorted(unlit)]
    first += [(spelling, row_of[root]) for root in row_of for spelling in made[root] if _key(spelling) in settled]
    nodes: tuple[Node, ...] = (*range(len(table.names)), *spoken.spelt)
    became = {node: row_of.get(spoken.root(node), -1) for node in nodes}
    return respell(table, names, local, _suggested(table.suggestions, spoken, row_of, said), first, became)


def _gather(names: Sequence[NamedEntity], spoken: Spoken, said: Sequence[NameCorrection]) -> dict[Node, dict[str, str]]:
    """The spellings of every entity with their reasons, by the node that stands for it, in the order of the table."""
    made: dict[Node, dict[str, str]] = {}

    def put(node: Node, spelling: str, reason: str) -> None:
        made.setdefault(node, {}).setdefault(spelling, reason)

    for row, entity in enumerate(names):
        root = spoken.root(row)
        for spelling, reason in ((entity.name, ""), *((alias.name, alias.reason) for alias in entity.aliases)):
            moved = spoken.moved.get(_key(spelling))
            if moved is not None:
                put(spoken.root(moved), spelling, SAID)
            else:
                put(root, spelling, reason or ("" if root == row else SAID))
    for one in said:
        if one.says in (Says.MERGE, Says.ADD):
            for name in (one.name, *one.names):
                put(spoken.meant(name), plain(name), SAID)
        elif one.says is Says.SPLIT and one.article:
            put(spoken.meant(one.to or one.name), plain(one.to or one.name), SAID)
        elif one.says is Says.RENAME and spoken.meant(one.to) in made:
            put(spoken.meant(one.to), plain(one.to), SAID)
    return made


def _called(
    names: Sequence[NamedEntity],
    spoken: Spoken,
    said: Sequence[NameCorrection],
    root: Node,
    spellings: dict[str, str],
) -> str:
    """The name an entity is shown under."""
    if root in spoken.called:
        return spoken.called[root]
    into = {plain(one.name) for one in said if one.says in (Says.MERGE, Says.ADD) and spoken.node(one.name) == root}
    found = names[root].name if isinstance(root, int) else spoken.spelt[root]
    if into and found not in into:
        return min(into)
    return found if found in spellings or isinstance(root, str) else next(iter(spellings))


def _kinds(names: Sequence[NamedEntity], spoken: Spoken, said: Sequence[NameCorrection]) -> dict[Node, Kind]:
    """The kind of every entity: as retyped, as added, else as found for the likeliest of its parts."""
    kinds: dict[Node, Kind] = {}
    for sort in (Says.RETYPE, Says.ADD):
        for one in said:
            kind = _kind(one.kind)
            if one.says is sort and kind is not None:
                kinds.setdefault(spoken.meant(one.name), kind)
    found: dict[Node, Kind] = {}
    for row, entity in enumerate(names):
        root = spoken.root(row)
        if root == row or found.get(root, Kind.OTHER) is Kind.OTHER:
            found[root] = entity.kind if entity.kind is not Kind.OTHER else found.get(root, Kind.OTHER)
    for key, node in spoken.moved.items():
        row_from = spoken.row(key)
        if row_from is not None:
            found.setdefault(spoken.root(node), names[row_from].kind)
    for one in said:
        row_from = spoken.row(one.name) if one.says is Says.SPLIT else None
        if row_from is not None:
            found.setdefault(spoken.meant(one.to or one.name), names[row_from].kind)
    return found | kinds


def _entity(names: Sequence[NamedEntity], root: Node, shown: str, kind: Kind, spellings: dict[str, str]) -> NamedEntity:
    found = names[root] if isinstance(root, int) else NamedEntity(shown, kind, ())
    aliases = tuple(Alias(name, why or "the name found") for name, why in spellings.items() if name != shown)
    return replace(found, name=shown, kind=kind, aliases=aliases)


def _suggested(
    suggestions: Iterable[Suggestion], spoken: Spoken, row_of: dict[Node, int], said: Sequence[NameCorrection]
) -> tuple[Suggestion, ...]:
    """The suggestions nobody has answered yet."""
    apart: set[frozenset[Node]] = set()
    for one in said:
        if one.says is Says.KEEP_APART:
            nodes = {spoken.meant(name) for name in one.names}
            apart |= {frozenset(two) for two in combinations(nodes, 2)}
    kept: list[Suggestion] = []
    for pair in suggestions:
        left, right = spoken.root(pair.entity), spoken.root(pair.other)
        if left != right and left in row_of and right in row_of and frozenset((left, right)) not in apart:
            kept.append(replace(pair, entity=row_of[left], other=row_of[right]))
    return tuple(kept)


def _spelt_out(said: Sequence[NameCorrection], texts: Callable[[], Iterable[str]]) -> list[NameCorrection]:
    """The statements with every name that ends in "*" replaced by what the texts have for it."""
    starred = {name for one in said for name in one.names if name.endswith("*")}
    forms = {name: _forms(name, texts) for name in sorted(starred)}
    return [
        replace(one, names=tuple(form for name in one.names for form in forms.get(name, (name,))))
        if starred.intersection(one.names)
        else one
        for one in said
    ]


def _forms(starred: str, texts: Callable[[], Iterable[str]]) -> tuple[str, ...]:
    """The name itself, and every way it goes on and is written, as the texts have it."""
    bare = plain(starred.rstrip("*"))
    if not bare:
        return ()
    pattern = re.compile(r"\b" + r"[\s-]{1,3}".join(map(re.escape, bare.split())) + r"\w*", re.IGNORECASE)
    found = {plain(match[0]) for text in texts() for match in pattern.finditer(text)}
    return (bare, *sorted(found - {bare}))


def _kind(value: str) -> Kind | None:
    return next((kind for kind in Kind if kind.value == value.strip().casefold()), None)


def _key(name: str) -> str:
    return plain(name).casefold()


def _lines(said: Iterable[NameCorrection]) -> str:
    """Where statements stand, to follow the file's name; "" where that is not known."""
    lines = sorted({one.line for one in said if one.line})
    if not lines:
        return ""
    if len(lines) == 1:
        return f", line {lines[0]}"
    return f", lines {', '.join(map(str, lines[:-1]))} and {lines[-1]}"
