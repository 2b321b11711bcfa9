"""Binds a bare surname or given name to the person it means: everywhere when only one fits, else article by article."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from tui.model import Kind
from tui.names.counts import NameCounts
from tui.names.fold import fold
from tui.names.gazetteer import STATE, given_names, places, surnames, words
from tui.names.groups import Group, meet
from tui.names.hyphened import is_hyphened
from tui.names.kinds import hand_votes
from tui.names.merge import Forest
from tui.names.partners import other_vowel
from tui.names.sounds import alike, sound_class
from tui.names.words import PARTICLES, is_demonym

_DOMINANT = 3
_CITY = 7
_FEW = 3
_SHORT_WORD = 3
_SOON = 400
_LOCATED = ("<in", "<at", "<near", "<from", "<to", "<into", "<across", "<<place", "<<listed", ">>place", ">>isplace")
_TOLD = ("<<place", "<<listed", ">>place", ">>isplace", ">>within")
_CLEAR = 2.0
_LOOKED_AT = 20
_LEAST_HEARD, _SAME_SOUND = 5, 0.9


SHARED = ("surname", "given name", "part of the full name")
"""The reasons of one word for a person whom several words name: others may bear it too."""


def bind(forest: Forest, found: NameCounts) -> dict[int, dict[str, str]]:
    """Joins unambiguous surnames and given names to their persons, and says what the ambiguous ones mean where.

    The result gives, by article, the key of the full name that a spelling means in that article only.
    """
    persons = [
        g for g in forest.groups.values() if g.accepted and forest.kind(g.key) is Kind.PERSON and len(g.base) > 1
    ]
    last: dict[str, list[Group]] = defaultdict(list)
    first: dict[str, list[Group]] = defaultdict(list)
    inside: dict[str, list[Group]] = defaultdict(list)
    for group in persons:
        if any(map(is_hyphened, group.name.split())):
            _file_by_family(group, last, first)
            continue
        last[group.base[-1] if group.base[-1] not in _SUFFIXES else group.base[-2]].append(group)
        first[group.base[0]].append(group)
        if len(group.base) > 2:
            last["-".join(group.base[-2:])].append(group)
            for word in _inside(group):
                inside[word].append(group)
    ambiguous: dict[str, tuple[Group, list[Group]]] = {}
    heard: dict[str, list[str]] = defaultdict(list)
    for family in last:
        if len(family) >= _LEAST_HEARD and "-" not in family:
            heard[sound_class(family)].append(family)
    for bare in list(forest.groups.values()):
        word = bare.base[0] if len(bare.base) == 1 else "-".join(bare.base)
        if (
            len(bare.base) > 2
            or (is_demonym(word) and len(bare.folded) == 1)
            or forest.root(bare.key) in forest.claimed
        ):
            continue
        for index, reason in zip((last, first, inside), SHARED, strict=True):
            owners = index.get(word)
            if not owners or (index is first and not _may_be_given(word)):
                continue
            if index is last and len(bare.folded) == 1 and word in given_names():
                owners = [owner for owner in owners if owner.folded[-2] not in _SON_OF]  # King Salman is his father
                if not owners:
                    break
            if index is last and len(bare.base) > 1:
                owners = _bearers(bare, owners)
                if not owners:
                    break
            near = [owner for owner in owners if meet(owner, bare)]
            if not _may_be(bare, near, reason) or not _follows(found, bare, near, index is first):
                break
            roots = {forest.root(owner.key) for owner in owners}
            if len(roots) == 1 and (near or bare.accepted) and (reason == SHARED[0] or near):
                bare.accepted = True
                forest.join(bare.key, max(owners, key=lambda owner: owner.count).key, reason)
            elif len(roots) > 1 and near:
                ambiguous[bare.key] = (bare, owners)
            break
        else:
            owner = _heard(forest, bare, last, heard)
            if owner:
                forest.join(bare.key, owner.key, "surname in another spelling")
    return _local(forest, found, ambiguous)


def _bearers(bare: Group, owners: list[Group]) -> list[Group]:
    """Who of `owners` may be meant by their last two words where the first of these is a given name as well.

    "Emre Bozkurt" may be short for Ali Emre Bozkurt, but where he is named in other articles too he is another man,
    unless what is left off is a name that many have before the one they go by.
    """
    if bare.base[0] not in given_names() or set(bare.articles) <= set().union(*(owner.articles for owner in owners)):
        return owners
    return [owner for owner in owners if owner.base[0] in _OFTEN_FIRST]


def _heard(forest: Forest, bare: Group, last: dict[str, list[Group]], heard: dict[str, list[str]]) -> Group | None:
    """The one person of the same articles whose surname a lone word spells otherwise: "Muhandis" of al-Mohandes."""
    word = bare.base[0]
    unlikely = len(word) < _LEAST_HEARD or word in last or word in words() or word in given_names() or word in places()
    if len(bare.base) > 1 or not bare.accepted or unlikely or bare.kind not in (Kind.PERSON, Kind.OTHER, Kind.PLACE):
        return None
    owners = [
        owner
        for family in heard.get(sound_class(word), ())
        if not (word in surnames() and family in surnames())
        and alike(word, family) >= _SAME_SOUND
        and not other_vowel(word, family)
        for owner in last[family]
        if meet(owner, bare)
    ]
    one = len({forest.root(owner.key) for owner in owners}) == 1
    return owners[0] if one and _may_be(bare, owners, "surname") else None


def _inside(group: Group) -> Iterator[str]:
    """The middle words of a full name under which its bearer may be known: Lula, of "Luiz Lula da Silva"."""
    for at in range(1, len(group.folded) - 1):
        word = group.folded[at]
        shown = word not in given_names() or group.folded[at + 1] in PARTICLES
        if len(word) > _SHORT_WORD and shown and not (word in words() or word in places() or word in PARTICLES):
            yield word


def _file_by_family(group: Group, last: dict[str, list[Group]], first: dict[str, list[Group]]) -> None:
    """Files a name with a given name of two syllables under its family name: "Ban" of "Ban Ki-moon"."""
    split = group.name.split()
    at = next(at for at, word in enumerate(split) if is_hyphened(word))
    first[fold(split[at]).replace(" ", "-")].append(group)
    for word in (*split[:at][-1:], *split[at + 1 :][:1]):
        last[fold(word)].append(group)


_OFTEN_FIRST = frozenset(("mohammed", "muhammad", "mohammad", "mohamed", "muhammed"))
"""Given names before which the one that somebody goes by is the second."""
_SON_OF = ("bin", "ibn", "bint")
_SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv", "i"))


def _is_place_word(group: Group) -> bool:
    """Whether a bare word is more likely a place than somebody's name, by the lists and its votes."""
    return group.kind is Kind.PLACE and group.key in places()


def _follows(found: NameCounts, bare: Group, near: Sequence[Group], given: bool) -> bool:
    """Whether the bare word comes after the full name somewhere, as a surname does; a company of that name need not.

    Nobody is called by a `given` name alone long before he is introduced: Peter, then Peter Yakovlev.
    """
    if not near or (bare.kind is Kind.PERSON and not given):
        return True
    if given and bare.kind is Kind.PERSON:
        return _ever_after(found, bare, near, _SOON)
    if bare.kind is not Kind.ORGANISATION and bare.key not in places() and bare.key not in words():
        return True
    return _ever_after(found, bare, near, 0)


def _ever_after(found: NameCounts, bare: Group, near: Sequence[Group], soon: int) -> bool:
    """Whether in any article the full name of one of `near` comes before the bare word, or `soon` after it."""
    keys = {owner.key for owner in near}
    shared = set().union(*(owner.articles for owner in near)) & set(bare.articles)
    for article in sorted(shared)[:_LOOKED_AT]:
        full = [first for key, first, _ in found.names_in(article) if key in keys]
        alone = [first for key, first, _ in found.names_in(article) if key == bare.key]
        if full and alone and min(full) < min(alone) + soon:
            return True
    return False


def _may_be(bare: Group, near: list[Group], reason: str) -> bool:
    """Whether a bare word may stand for a person at all: not a place or a plain word that nothing supports."""
    located = sum(bare.cues[cue] for cue in _LOCATED)
    if near and bare.kind is Kind.PLACE and bare.key not in places() and bare.key not in words():
        firmly = sum(bare.cues[cue] for cue in _TOLD)
        return not firmly and 2 * (bare.cues["<in"] + bare.cues["<near"]) <= bare.count  # "to Gorbachev", "in Beria"
    if _is_place_word(bare) and near and places()[bare.key] < _CITY and located * _FEW <= bare.count:
        return True
    if _is_place_word(bare) and near and places()[bare.key] < STATE and not located and bare.key in given_names():
        return True  # Stanley, after Stanley Greene
    told = hand_votes(bare.name, bare.folded, bare.cues, bare.count)
    if bare.kind not in (Kind.PERSON, Kind.OTHER) and max(told) > told[0] + _CLEAR:
        spoken = bare.cues[">>says"] + bare.cues["title"] + (bare.cues["poss"] and bare.kind is Kind.PLACE)
        if _is_place_word(bare) or not near or not spoken:
            return False
    if bare.key in words():
        return bool(near) and bare.lower == 0
    return reason == SHARED[0] or not _is_place_word(bare)


def _local(
    forest: Forest, found: NameCounts, ambiguous: dict[str, tuple[Group, list[Group]]]
) -> dict[int, dict[str, str]]:
    """For each article, which of several bearers of a name it means: the one named in full most often, then first."""
    local: dict[int, dict[str, str]] = {}
    settled: dict[tuple[int, str], str] = {}
    for bare, owners in sorted(ambiguous.values(), key=lambda pair: -len(pair[0].base)):
        keys = {owner.key for owner in owners}
        dominant = _dominant(forest, [owner for owner in owners if owner.accepted])
        bound = True
        for article in bare.articles:
            in_full = [(-count, first, key) for key, first, count in found.names_in(article) if key in keys]
            alone = min((first for key, first, _ in found.names_in(article) if key == bare.key), default=0)
            told = [full for full in in_full if full[1] < alone + _SOON]
            in_full = told or ([] if len(bare.base) == 1 else in_full)  # whoever comes later was not meant yet
            if in_full:
                chosen = min(in_full)[2]
                chosen = settled.get((article, chosen), chosen)  # "Garcia Marquez" is itself short for one of several
            elif dominant:
                chosen = dominant
            else:
                bound = False
                continue
            settled[article, bare.key] = chosen
            for surface in bare.surfaces:
                local.setdefault(article, {})[surface] = chosen
        if bound:
            bare.accepted = False
    return local


def _dominant(forest: Forest, owners: list[Group]) -> str:
    counts: dict[str, int] = defaultdict(int)
    for owner in owners:
        counts[forest.root(owner.key)] += owner.count
    ranked = sorted(counts.values(), reverse=True)
    if not ranked:
        return ""
    if len(ranked) == 1 or ranked[0] >= _DOMINANT * ranked[1]:
        return max(owners, key=lambda owner: (counts[forest.root(owner.key)], owner.count)).key
    return ""


def _may_be_given(word: str) -> bool:
    """Whether a word may be what somebody is called for short: in the lists, or in no list at all."""
    unknown = word not in words() and places().get(word, 0) < _CITY
    return word in given_names() or word in surnames() or unknown
