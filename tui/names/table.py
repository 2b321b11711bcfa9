"""The collection's names: every entity once, under one name, with all its spellings and the reason for each."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from tui.model import Alias, Kind, KnownEntity, Part
from tui.names import rules
from tui.names.candidate import Candidate
from tui.names.counts import NameCounts
from tui.names.fold import fold, tokens
from tui.names.generic import bind_heads
from tui.names.groups import Group, judge
from tui.names.heads import HEADS_ORGANISATION
from tui.names.kinds import decide
from tui.names.match import Matcher, words_of
from tui.names.merge import Forest
from tui.names.numbered import bind_numbers
from tui.names.ownwords import KINDS
from tui.names.remembered import forget
from tui.names.short_forms import BEFORE, RIVER, STORM, join_capitals, join_dressed, join_short_forms, join_states
from tui.names.shorter import SHORT, join_shorter, reject_glued
from tui.names.shown import display
from tui.names.spelling import join_spellings
from tui.names.surnames import bind
from tui.names.words import DETERMINERS, DIRECTIONS, TITLE_SURNAMES


@dataclass(frozen=True, slots=True)
class NamedEntity:
    """One entity of a collection before it gets its row in a corpus."""

    name: str
    """The name shown."""
    kind: Kind
    """What it is."""
    aliases: tuple[Alias, ...]
    """Its other spellings with reasons, the commonest first; the name itself is not among them."""
    about: str = ""
    """One line somebody wrote about it."""
    votes: tuple[tuple[Kind, float], ...] = ()
    """What spoke for each kind, the strongest first; kinds that nothing spoke for are left out."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Two entities that may be one: too weak to join, worth asking about."""

    entity: int
    """Row of the less mentioned one."""
    other: int
    """Row of the one it may belong to."""
    reason: str
    """Why, in a few words for people."""


@dataclass(frozen=True, slots=True)
class NameTable:
    """All entities of a collection, and the means to find their mentions in its articles."""

    names: tuple[NamedEntity, ...]
    """The entities, the most mentioned first, then by name."""
    suggestions: tuple[Suggestion, ...]
    """Pairs of entities that may be one, for the reader to accept or refuse."""
    matcher: Matcher
    """Finds the spellings that mean the same in every article."""
    local: dict[int, dict[str, int]]
    """By article: spellings that mean one entity there only, as words joined with blanks, and its row."""
    became: Mapping[int | str, int] | None = None
    """Row of every entity as it was found, by its row then, and of those that only a statement names, by that name,
    case folded; -1 for what is gone. None where nothing was corrected."""

    def mentions(self, article: int, text: str, parts: Sequence[Part]) -> list[tuple[int, int, int]]:
        """Every mention in one article as (start, end, entity row), in order, none overlapping another.

        Offsets are code points; a possessive is not part of a mention. All parts are searched, comments and footers
        too: a mention there counts, though it never made an entity.
        """
        return self.owned(article, self.places(article, text, parts))

    def owned(self, article: int, places: Iterable[tuple[int, int, str]]) -> list[tuple[int, int, int]]:
        """What `places` gave for an article, each with its entity row instead of its words."""
        return self.matcher.owned(places, self.local.get(article, {}))

    def places(self, article: int, text: str, parts: Sequence[Part]) -> list[tuple[int, int, str]]:
        """Every mention in one article as (start, end, words of its spelling joined with blanks), whoever it means."""
        found = self.matcher.find_words(text, self.local.get(article, {}))
        found = [span for span in found if not _is_office(text, span)]
        borders = [part.start for part in parts[1:]]
        if not borders:
            return found
        return [mention for mention in found if not any(mention[0] < border < mention[1] for border in borders)]


def _is_office(text: str, span: tuple[int, int, str]) -> bool:
    """Whether a mention is the office of that word ("the King", where a King is known too), or a bare direction."""
    said = text[span[0] : span[1]]
    if said.lower() in DIRECTIONS:
        return text[max(0, span[0] - 4) : span[0]].lower() != "the "
    if said.lower() not in TITLE_SURNAMES:
        return False
    before = text[max(0, span[0] - 12) : span[0]].split()
    return (bool(before) and before[-1].lower() in DETERMINERS) or text.startswith(" of ", span[1])


def build_table(found: Iterable[Sequence[Candidate]] | NameCounts, known: Sequence[KnownEntity] = ()) -> NameTable:
    """The names of a collection from what each article's `find_candidates` gave, in the order of the articles.

    `found` may be any stream: it is read once and nothing of it is kept. A `NameCounts` is used up by this.

    `known` entities, somebody's own knowledge, win over every rule: their names and kinds hold, their spellings are
    one, and two of them never join. Where two claim one spelling the first keeps it.
    """
    counts = found if isinstance(found, NameCounts) else NameCounts(found)
    groups = counts.groups
    judge(groups)
    forest = Forest(groups)
    reject_glued(groups)
    claims = _claim(forest, known)
    rules.join_known_forms(forest)
    rules.join_stated(forest)
    rules.join_word_order(forest)
    join_states(forest)
    join_shorter(forest)
    join_short_forms(forest)
    join_dressed(forest)
    join_capitals(forest)
    rules.join_articles(forest)
    rules.join_full_names(forest)
    rules.join_juniors(forest)
    rules.join_beginnings(forest)
    rules.join_letters(forest)
    weak = rules.join_initials(forest) + join_spellings(forest)
    bound = bind(forest, counts)
    for more in (bind_heads(forest, counts), bind_numbers(forest)):
        for article, spellings in more.items():
            bound.setdefault(article, {}).update(spellings)
    named = {forest.root(key): entity for key, entity in claims}
    members = forest.members(key for key, group in groups.items() if group.accepted)
    built = [_entity(forest, root, keys, named.get(root)) for root, keys in members.items()]
    shared: dict[str, dict[str, None]] = {}
    for spellings in bound.values():
        for surface, key in spellings.items():
            shared.setdefault(forest.root(key), {})[surface] = None
    order = sorted(range(len(built)), key=lambda at: (-built[at][1], built[at][0].name))
    roots = list(members)
    row_of = {roots[at]: row for row, at in enumerate(order)}
    names = tuple(built[at][0] for at in order)
    local = {
        article: {" ".join(words_of(surface)): row_of[forest.root(key)] for surface, key in spellings.items()}
        for article, spellings in bound.items()
    }
    suggestions = tuple(
        Suggestion(row_of[forest.root(few)], row_of[forest.root(many)], reason)
        for few, many, reason in weak
        if forest.root(few) != forest.root(many) and {forest.root(few), forest.root(many)} <= row_of.keys()
    )
    matcher = Matcher(_spellings(names, local))
    forget()
    names = tuple(_with_local(name, shared.get(roots[at], ())) for name, at in zip(names, order, strict=True))
    return NameTable(names, suggestions, matcher, local)


def respell(
    table: NameTable,
    names: Sequence[NamedEntity],
    local: dict[int, dict[str, int]],
    suggestions: tuple[Suggestion, ...],
    first: Sequence[tuple[str, int]] = (),
    became: Mapping[int | str, int] | None = None,
) -> NameTable:
    """A table with other entities than it was found to have; rows everywhere are those of `names`.

    `first` are (spelling, row) that go before all others: a row below zero makes a spelling nobody's. `became` says
    which rows the entities have that were found.
    """
    matcher = Matcher([*first, *_spellings(names, local)])
    return replace(table, names=tuple(names), suggestions=suggestions, matcher=matcher, local=local, became=became)


SOMETIMES = "short for the name, in the articles that mean this one"
"""The reason of a spelling that means an entity here, another one there, and nobody where neither is named in full."""


def _with_local(entity: NamedEntity, spellings: Iterable[str]) -> NamedEntity:
    """The entity with the spellings that mean it only in some articles."""
    known = {entity.name, *(alias.name for alias in entity.aliases)}
    more = tuple(Alias(spelling, SOMETIMES) for spelling in spellings if spelling not in known)
    return replace(entity, aliases=entity.aliases + more) if more else entity


def _claim(forest: Forest, known: Sequence[KnownEntity]) -> list[tuple[str, KnownEntity]]:
    """Joins what somebody wrote down, before any rule may; gives each known entity with one of its keys."""
    claims: list[tuple[str, KnownEntity]] = []
    for number, entity in enumerate(known):
        own: list[str] = []
        for spelling in (entity.name, *entity.aliases):
            key = fold(spelling)
            if not key or forest.root(key) in forest.claimed:
                continue
            group = forest.groups.setdefault(key, Group(key, tokens(spelling)))
            group.surfaces[spelling] += 0
            group.accepted = True
            group.kind = entity.kind or group.kind
            if own:
                forest.join(key, own[0], "corpus.toml", firm=True)
            own.append(key)
        if own:
            forest.claimed[forest.root(own[0])] = number
            claims.append((own[0], entity))
    return claims


def _entity(forest: Forest, root: str, keys: list[str], known: KnownEntity | None) -> tuple[NamedEntity, int]:
    groups = [forest.groups[key] for key in keys]
    count = sum(group.count for group in groups)
    kind = (known.kind if known else None) or decide(forest.groups[root].votes)
    bare = [group for group in groups if forest.reasons.get(group.key) not in (BEFORE, RIVER, SHORT, STORM)]
    name = known.name if known else display(bare or groups, kind)
    spellings: dict[str, tuple[int, str]] = {}
    for group in groups:
        for surface, times in group.surfaces.items():
            if surface.startswith("The ") and surface[4:] in group.surfaces:
                continue  # the capital of "The US" is that of a sentence
            reason = forest.reasons.get(group.key) or ("other spelling" if fold(name) == group.key else "")
            spellings[surface] = (times, reason)
    if name not in spellings and known:
        spellings[name] = (0, "")
    for spelling in known.aliases if known else ():
        spellings[spelling] = (spellings.get(spelling, (0, ""))[0], "corpus.toml")
    other = forest.reasons.get(fold(name)) or "other spelling"
    weighed = sorted(zip(forest.groups[root].votes, KINDS, strict=True), key=lambda vote: -vote[0])
    aliases = sorted((s for s in spellings if s != name), key=lambda s: (-spellings[s][0], s))
    return (
        NamedEntity(
            name,
            kind,
            tuple(Alias(s, spellings[s][1] or other) for s in aliases),
            known.about if known else "",
            tuple((of, round(weight, 1)) for weight, of in weighed if weight > 0),
        ),
        count,
    )


def _lower_head(spelling: str) -> str:
    """The spelling with its head noun in lower case, as careless writers have it ("Qods force"); "" without one."""
    rest, _, head = spelling.rpartition(" ")
    return f"{rest} {head.lower()}" if rest and head.lower() in HEADS_ORGANISATION and not head.isupper() else ""


def _spellings(names: Sequence[NamedEntity], local: dict[int, dict[str, int]]) -> list[tuple[str, int]]:
    """What the matcher looks for; spellings that only mean something here or there are known but nobody's."""
    spellings = [(entity.name, row) for row, entity in enumerate(names)]
    spellings += [
        (alias.name, row) for row, entity in enumerate(names) for alias in entity.aliases if alias.reason != SOMETIMES
    ]
    spellings += [(_lower_head(spelling), row) for spelling, row in spellings if _lower_head(spelling)]
    spellings += [(words, -1) for words in {words: None for here in local.values() for words in here}]
    spellings += [(spelling[0].upper() + spelling[1:], row) for spelling, row in spellings if spelling[0].islower()]
    return spellings
