"""The rules by which two groups are one entity, each an index over all groups and never a comparison of all pairs."""

from collections import defaultdict
from collections.abc import Iterable

from tui.model import Kind
from tui.names.fold import fold
from tui.names.gazetteer import EQUIVALENTS, places, words
from tui.names.groups import Group
from tui.names.merge import Forest
from tui.names.stated import abbreviates
from tui.names.words import HEADS_ORGANISATION, is_demonym, word_set

_UNSURE = (Kind.OTHER,)
_MUCH = 4.0


def compatible(left: Group, right: Group) -> bool:
    """Whether two groups may be one entity as far as their kinds go."""
    return left.kind is right.kind or left.kind in _UNSURE or right.kind in _UNSURE


def join_known_forms(forest: Forest) -> None:
    """US, U.S. and United States."""
    for full, *others in EQUIVALENTS:
        present = [key for key in dict.fromkeys(fold(name) for name in (full, *others)) if _accepted(forest, key)]
        for key in present[1:]:
            forest.join(key, present[0], "common abbreviation")


def _accepted(forest: Forest, key: str) -> bool:
    group = forest.groups.get(key)
    return group is not None and group.accepted


def join_stated(forest: Forest) -> None:
    """What the texts say is one: "better known as", "X (ABC)"."""
    for group in list(forest.groups.values()):
        for stated in group.stated:
            other = forest.groups.get(fold(stated.other))
            if other is None or other is group or not (group.accepted or other.accepted):
                continue
            bracket = stated.said == "in brackets"
            if bracket or compatible(group, other) or not (_firm(group) and _firm(other)):
                other.accepted = group.accepted = True
                reason = "stated: " + stated.said
                if bracket and len(other.folded) > len(group.folded):
                    forest.join(group.key, other.key, reason)
                else:
                    forest.join(other.key, group.key, reason)


def _firm(group: Group) -> bool:
    """Whether much speaks for the kind of a group."""
    return max(group.votes) >= _MUCH


def join_initials(forest: Forest) -> None:
    """An abbreviation and the one long name in the same article it abbreviates, though no bracket says so."""
    by_initials: dict[str, list[Group]] = defaultdict(list)
    for group in forest.groups.values():
        if group.accepted and len(group.folded) >= 3 and group.kind in (Kind.ORGANISATION, Kind.OTHER, Kind.EVENT):
            by_initials["".join(word[0] for word in group.folded if word not in _LINKS)].append(group)
            by_initials["".join(word[0] for word in group.folded)].append(group)
    for group in forest.groups.values():
        if group.accepted and len(group.folded) == 1 and len(group.key) >= 3 and group.name.isupper():
            fulls = {forest.root(full.key): full for full in by_initials.get(group.key, ())}
            near = [full for full in fulls.values() if not set(full.articles).isdisjoint(group.articles)]
            if len(near) == 1 and abbreviates(group.name, near[0].name):
                forest.join(group.key, near[0].key, "initials")


_LINKS = word_set("of the and for in on de la")


def join_forms(forest: Forest) -> None:
    """Particles, order of words, a leading demonym, the last part after a dash, plurals."""
    by_base: dict[tuple[str, ...], list[Group]] = defaultdict(list)
    accepted = [group for group in forest.groups.values() if group.accepted]
    for group in accepted:
        by_base[tuple(sorted(group.base))].append(group)
    for same in by_base.values():
        first = max(same, key=lambda group: (group.count, group.key))
        for group in same:
            if group is not first and compatible(group, first) and len(first.base) > 1:
                reason = "other spelling" if group.base == first.base else "other word order"
                if group.base == first.base or first.kind is Kind.PERSON:
                    forest.join(group.key, first.key, reason)
    for group in accepted:
        _join_shorter(forest, group)


def _join_shorter(forest: Forest, group: Group) -> None:
    folded = group.folded
    if len(folded) > 1 and (is_demonym(folded[0]) or folded[0] in ("us", "uk")) and group.kind is not Kind.PERSON:
        rest = forest.groups.get(" ".join(folded[1:]))
        short = len(folded) == 2 and rest is not None and (rest.key in words() or rest.kind is Kind.PLACE)
        if rest and rest.accepted and not short and compatible(group, rest):
            forest.join(group.key, rest.key, "nationality left off")
            return
    for size in range(2, len(folded) - 1):
        rest = forest.groups.get(" ".join(folded[size:]))
        if rest and rest.accepted and folded[size - 1] in HEADS_ORGANISATION and _dashed(group.name, size):
            forest.join(group.key, rest.key, "part after the dash")
            return


def _dashed(name: str, size: int) -> bool:
    """Whether a dash follows the first `size` words of a name."""
    seen = 0
    for word in name.replace("–", "-").replace("—", "-").replace("-", " - ").split():
        if word == "-":
            if seen == size:
                return True
        else:
            seen += 1
    return False


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
                if group is not shortest:
                    forest.join(shortest.key, group.key, "middle name left out")


def _one_middle(middles: Iterable[tuple[str, ...]]) -> bool:
    initials = {tuple(word[0] for word in middle) for middle in middles}
    return len(initials) == 1


def is_place_word(group: Group) -> bool:
    """Whether a bare word is more likely a place than somebody's name, by the lists and its votes."""
    return group.kind is Kind.PLACE and group.key in places()
