"""The rules by which two groups are one entity, each an index over all groups and never a comparison of all pairs."""

from collections import defaultdict
from collections.abc import Iterable

from tui.model import Kind
from tui.names.fold import fold
from tui.names.gazetteer import EQUIVALENTS, ORGANISATIONS, PRESS_STATES, words
from tui.names.groups import Group, meet
from tui.names.merge import Forest
from tui.names.sounds import skeleton
from tui.names.stated import abbreviates
from tui.names.words import word_set

_MUCH = 4.0
_SHORT = 6
_LINKS = word_set("of the and for in on de la")


def compatible(left: Group, right: Group) -> bool:
    """Whether two groups may be one entity as far as their kinds go."""
    return left.kind is right.kind or Kind.OTHER in (left.kind, right.kind)


def join_known_forms(forest: Forest) -> None:
    """US, U.S. and United States; a long form also with a slip of the pen in it."""
    slips = _slips(forest)
    states = (
        (state, short) for short, state in PRESS_STATES.items() if _is_written(forest.groups.get(fold(short)), short)
    )
    for full, *others in (*EQUIVALENTS, *states):
        keys = dict.fromkeys(fold(name) for name in (full, *others))
        keys = dict.fromkeys(known for key in keys for known in (key, *slips.get(key, ())))
        present = [key for key in keys if key in forest.groups and forest.groups[key].accepted]
        for key in present[1:]:
            forest.join(key, present[0], "common abbreviation")


def _is_written(group: Group | None, short: str) -> bool:
    """Whether a group is written as a state is shortened, and never is a short form of anything else: "Pa."."""
    return group is not None and short in {name.rstrip(".") for name in group.surfaces} | group.surfaces.keys()


def _slips(forest: Forest) -> dict[str, list[str]]:
    """By the key of a long form: keys of the collection that sound like it, word by word."""
    known = {key: key.split() for row in EQUIVALENTS for key in map(fold, row) if key.count(" ") > 1}
    by_start: dict[str, list[str]] = defaultdict(list)
    for key, split in known.items():
        by_start[split[0]].append(key)
    found: dict[str, list[str]] = defaultdict(list)
    for key, group in forest.groups.items():
        for other in by_start.get(group.folded[0], ()):
            pairs = zip(group.folded, known[other], strict=False)
            unlike = len(group.folded) != len(known[other]) or key in known
            if not unlike and all(_slip(a, b) for a, b in pairs):
                found[other].append(key)
    return found


def _slip(word: str, other: str) -> bool:
    """Whether two words are one, or two long words that sound the same."""
    return word == other or (min(len(word), len(other)) > _SHORT and skeleton(word) == skeleton(other))


def join_stated(forest: Forest) -> None:
    """What the texts say is one: "better known as", "X (ABC)"."""
    for group in list(forest.groups.values()):
        for stated in group.stated:
            other = forest.groups.get(fold(stated.other))
            if other is None or other is group or not (group.accepted or other.accepted):
                continue
            bracket = stated.said == "in brackets"
            if stated.said == "translated in brackets" and group.kind is Kind.PERSON:
                continue  # whose party it is: "Gültekin Uysal (Democrat Party)"
            if stated.said == "or" and not compatible(group, other):
                continue  # "Terry Gou of Foxconn, or Gou Tai-ming, ..."
            if bracket or compatible(group, other) or not (_firm(group) and _firm(other)):
                other.accepted = group.accepted = True
                reason = "stated: " + stated.said
                if bracket and len(other.folded) > len(group.folded):
                    forest.join(group.key, other.key, reason, firm=True)
                else:
                    forest.join(other.key, group.key, reason, firm=True)


def _firm(group: Group) -> bool:
    """Whether much speaks for the kind of a group."""
    return max(group.votes) >= _MUCH


def join_initials(forest: Forest) -> list[tuple[str, str, str]]:
    """An abbreviation and the one long name in the same article it abbreviates, though no bracket says so.

    Returns (key, key, reason) where only another article has the long name: worth asking about.
    """
    weak: list[tuple[str, str, str]] = []
    by_initials: dict[str, list[Group]] = defaultdict(list)
    for group in forest.groups.values():
        many = len(group.folded) >= 3 or (len(group.folded) == 2 and group.kind is Kind.ORGANISATION)
        if group.accepted and many and group.kind not in (Kind.PERSON, Kind.PLACE):
            by_initials["".join(word[0] for word in group.folded if word not in _LINKS)].append(group)
            by_initials["".join(word[0] for word in group.folded)].append(group)
    for group in forest.groups.values():
        short = group.name.rstrip("s")
        pair = len(short) == 2 and group.kind is Kind.ORGANISATION and fold(short) not in ORGANISATIONS
        if group.accepted and len(group.folded) == 1 and (len(short) >= 3 or pair) and short.isupper():
            near = {
                forest.root(full.key): full
                for full in by_initials.get(fold(short), ())
                if group.kind is full.kind is Kind.WEAPON or meet(full, group)
            }
            if pair:
                weak.extend((group.key, full.key, "initials") for full in near.values() if len(near) == 1)  # "KH"
            elif len(near) == 1 or group.kind is Kind.WEAPON:
                for full in near.values():
                    if abbreviates(short, full.name.title()):
                        forest.join(group.key, full.key, "initials")
            elif not near:
                far = {forest.root(full.key): full for full in by_initials.get(fold(short), ())}
                weak.extend((group.key, full.key, "initials") for full in far.values() if len(far) == 1)
    return weak


def join_letters(forest: Forest) -> None:
    """The three letters of a statesman in the article that names him in full: JFK for John F. Kennedy."""
    persons: dict[str, list[Group]] = defaultdict(list)
    for group in forest.groups.values():
        if group.accepted and group.kind is Kind.PERSON and len(group.base) == _THREE and len(group.base[1]) == 1:
            persons["".join(word[0] for word in group.base)].append(group)
    for letters, bearers in persons.items():
        short = forest.groups.get(letters)
        if short and short.accepted and short.name.isupper() and letters not in ORGANISATIONS:
            near = [bearer for bearer in bearers if meet(bearer, short)]
            if len({forest.root(bearer.key) for bearer in near}) == 1:
                forest.join(short.key, near[0].key, "initials")


def join_word_order(forest: Forest) -> None:
    """The same words without particles, in the same order or, for persons, in another."""
    by_base: dict[tuple[str, ...], list[Group]] = defaultdict(list)
    for group in forest.groups.values():
        if group.accepted and len(group.base) > 1:
            by_base[tuple(sorted(group.base))].append(group)
    for same in by_base.values():
        first = max(same, key=lambda group: (group.kind is Kind.PERSON, group.count, group.key))
        for group in same:
            if group is first or not compatible(group, first):
                continue
            if group.base == first.base:
                forest.join(group.key, first.key, "other spelling")
            elif first.kind is Kind.PERSON:
                forest.join(group.key, first.key, "other word order")


def join_articles(forest: Forest) -> None:
    """An Arabic name with and without its article, in the same articles: "al-Shabab", "the Shabab"."""
    for group in list(forest.groups.values()):
        if group.accepted and len(group.base) == 1 < len(group.folded) and group.kind is not Kind.PERSON:
            other = forest.groups.get(group.base[0])
            alike = other is not None and (compatible(group, other) or not _firm(other))
            if other and other.accepted and alike and meet(group, other):
                forest.join(other.key, group.key, "article left off")


def join_full_names(forest: Forest) -> None:
    """One person with and without middle names: "David Petraeus", "David H. Petraeus"."""
    ends: dict[tuple[str, str], list[Group]] = defaultdict(list)
    for group in forest.groups.values():
        if group.accepted and group.kind is Kind.PERSON and len(group.base) > 1:
            ends[(group.base[0], group.base[-1])].append(group)
    for same in ends.values():
        shortest = min(same, key=lambda group: (len(group.base), -group.count, group.key))
        middles = {group.base[1:-1] for group in same if len(group.base) > 2}
        if len(shortest.base) == 2 and _one_middle(middles):
            for group in same:
                # "John Quincy Adams" is not "John Adams": only an initial or a father's name may be left out.
                if len(group.base) > 2 and all(len(word) == 1 or _is_fathers(word) for word in group.base[1:-1]):
                    forest.join(shortest.key, group.key, "middle name left out")


def _is_fathers(word: str) -> bool:
    """Whether a folded word is a Slavic father's name: "Ilyich", "Antonovna"."""
    return len(word) > _SHORT - 1 and word.endswith(_FATHERS)


_FATHERS = ("vich", "vych", "wich", "yich", "evna", "ovna", "ivna", "inichna", "mich")


def join_juniors(forest: Forest) -> None:
    """A name with and without "Jr.", unless articles name both: then a father and his son are told of."""
    for group in list(forest.groups.values()):
        if group.folded[-1] in ("jr", "sr") and len(group.folded) > 2 and group.accepted and group.kind is Kind.PERSON:
            other = forest.groups.get(" ".join(group.folded[:-1]))
            if other and other.accepted and other.kind is Kind.PERSON:
                shared = len(set(group.articles) & set(other.articles))
                if 2 * shared < min(len(group.articles), len(other.articles)):
                    forest.join(group.key, other.key, f"“{group.name.split()[-1]}” left off")


def join_beginnings(forest: Forest) -> None:
    """A person's first two names for three, later in the same articles: "Qari Hussain" of "Qari Hussain Mehsud"."""
    full: dict[tuple[str, ...], list[Group]] = defaultdict(list)
    for group in forest.groups.values():
        if group.accepted and group.kind is Kind.PERSON and len(group.base) == _THREE:
            full[group.base[:2]].append(group)
    for base, owners in full.items():
        short = forest.groups.get(" ".join(base))
        if short is None or not short.accepted or short.kind is not Kind.PERSON:
            continue
        several = len({forest.root(owner.key) for owner in owners}) > 1
        plain = any(owner.base[-1] in words() for owner in owners)  # "Martin Luther" is not Martin Luther King
        rare = short.count > _OFTENER * sum(owner.count for owner in owners)  # a father is named beside his son
        if not (several or plain or rare) and all(set(short.articles) <= set(owner.articles) for owner in owners):
            forest.join(short.key, owners[0].key, "last name left out, in the same article")


_THREE, _OFTENER = 3, 4


def _one_middle(middles: Iterable[tuple[str, ...]]) -> bool:
    initials = {tuple(word[0] for word in middle) for middle in middles}
    return len(initials) == 1
