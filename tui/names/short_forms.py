"""Joins what an article calls shortly to the full name it gave before: "A380", "Asaib", a name with its middle name."""

from collections import defaultdict
from collections.abc import Iterator

from tui.model import Kind
from tui.names.gazetteer import POSTAL, given_names, places, surnames, words
from tui.names.groups import Group, meet
from tui.names.heads import HEADS
from tui.names.merge import Forest
from tui.names.words import PARTICLES, is_demonym, word_set

_LINKS = word_set("of for on in the and")
_UNITS = word_set("force brigade corps")
_TOWN = 6
_STATES = ("united", "states")


def join_short_forms(forest: Forest) -> None:
    """Joins each accepted group to the one fuller name of the same articles it can be short for.

    A maker left off ("Airbus A380"), the telling first word of a group's name ("Asaib al Haq"), another head noun for
    one military unit ("Badr Corps", "Badr Brigade"), and the full name in the first line of a life ("Jared Tristan
    Padalecki (born ...").
    """
    full: dict[str, list[tuple[Group, str]]] = defaultdict(list)
    families = {group.base[-1] for group in forest.groups.values() if group.kind is Kind.PERSON and len(group.base) > 1}
    for group in forest.groups.values():
        if group.accepted:
            for key, reason in _short(forest, group):
                short = forest.groups.get(key)
                if reason in (_FIRST, _LAST) and key in families:
                    continue
                if short and short is not group and short.accepted and meet(short, group):
                    full[key].append((group, reason))
    for key, owners in full.items():
        if len({forest.root(group.key) for group, _ in owners}) == 1:
            group, reason = owners[0]
            if (forest.groups[key].kind is Kind.PERSON and reason != STORM) or reason == _MAKER:
                forest.join(group.key, key, reason, firm=True)
            else:
                forest.join(key, group.key, reason, firm=True)


_STORMS = ("hurricane", "typhoon", "cyclone", "storm")
STORM = "its name without the sort of storm"
"""The reason of a storm's own name, which is never the one shown: "Elsa"."""
_MAKER = "maker left off"
_LAST = "last word, in the same article"
_FIRST = "first word, in the same article"
_UNIT = "other word for the unit, in the same article"
_WATERS = ("river", "canal", "creek", "sea", "desert", "strait")
RIVER = "the river's name alone, in the same article"
"""The reason of a river's name without the word: it is not the one shown."""
_MIDDLE = "full name in the first line"


def _short(forest: Forest, group: Group) -> Iterator[tuple[str, str]]:
    """Keys under which an article may go on after `group`, with the reason."""
    folded, groups = group.folded, forest.groups
    if len(folded) > 1 and _designation(folded[-1]) and folded[-1] not in words():
        yield folded[-1], _MAKER
    if len(folded) in (2, 3) and folded[-2] in _STORMS:
        yield folded[-1], STORM
    if group.kind is Kind.PERSON:
        if len(group.base) == 3 and group.cues[">("] and all(len(word) > 1 for word in folded):
            yield f"{group.base[0]} {group.base[-1]}", _MIDDLE
        return
    if len(folded) < 2 or "of" in folded:
        return
    if len(folded) == 2 and folded[1] in _WATERS and folded[0] not in words() and folded[0] not in places():
        bare = groups.get(folded[0])
        if bare and bare.cues["the"]:
            yield folded[0], RIVER
    last, maker = folded[-1], groups.get(" ".join(folded[:-1]))
    made = maker is not None and maker.kind is Kind.ORGANISATION and group.kind not in (Kind.EVENT, Kind.PLACE)
    if made and last not in HEADS and last not in surnames():
        short = groups.get(last)
        if short and short.kind not in (Kind.PERSON, Kind.PLACE) and not short.lower:
            yield last, _MAKER
    if forest.kind(group.key) is Kind.ORGANISATION and _telling(folded[0]):
        rest = [word for word in group.base[1:] if word not in HEADS]
        if rest and folded[1] not in HEADS and not any(word in words() for word in rest):
            yield folded[0], _FIRST
    if group.kind is Kind.ORGANISATION and folded[-2] in ("al", "el", "ul") and len(group.base) > 2 and _telling(last):
        yield last, _LAST  # "Nujaba"
        yield f"al {last}", _LAST
    if group.kind is Kind.ORGANISATION and len(group.base) == 2 and last in _UNITS and _may_be_unit(group.base[0]):
        for unit in sorted(_UNITS - {last}):
            yield f"{group.base[0]} {unit}", _UNIT
            yield f"al {group.base[0]} {unit}", _UNIT


def _may_be_unit(word: str) -> bool:
    return word not in words() and places().get(word, 0) <= _TOWN and not is_demonym(word)


def _designation(word: str) -> bool:
    return any(letter.isdigit() for letter in word) and any(letter.isalpha() for letter in word)


def _telling(word: str) -> bool:
    """Whether a word by itself points to one thing: no common word, place, people or personal name."""
    known = word in words() or word in places() or word in given_names() or word in surnames()
    return len(word) > 3 and not known and not is_demonym(word)


def join_capitals(forest: Forest) -> None:
    """Joins "GW Bridge" and "George Washington Bridge": capitals for the first words, the same words after them."""
    shorts: dict[tuple[str, ...], list[Group]] = defaultdict(list)
    for group in forest.groups.values():
        lead = group.name.split(" ", 1)[0].replace(".", "")
        if group.accepted and len(group.folded) > 1 and lead.isupper() and 2 <= len(lead) <= _CAPITALS:
            shorts[group.folded[1:]].append(group)
    for group in list(forest.groups.values()) if shorts else ():
        folded = group.folded
        if not group.accepted or len(folded) < 3:
            continue
        for at in range(2, min(len(folded), _CAPITALS + 1)):
            for short in shorts.get(folded[at:], ()):
                fits = min(map(len, folded[:at])) > 2 and "".join(word[0] for word in folded[:at]) == short.folded[0]
                if fits and short is not group and (short.kind is group.kind or meet(short, group)):
                    forest.join(short.key, group.key, "initials", firm=True)


_CAPITALS = 4
BEFORE = "what he is before the name"
"""The reason of a spelling that has words before the name which are no part of it."""


def join_dressed(forest: Forest) -> None:
    """Joins a person's name with other words before it to the name: "South Carolinian Thomas Pinckney"."""
    for group in list(forest.groups.values()):
        folded = group.folded
        if not group.accepted or len(folded) < 3 or folded[0] in given_names() or len(folded[0]) < 3:
            continue
        for at in range(1, len(folded) - 1):
            begins = folded[at] not in PARTICLES and (folded[at] in given_names() or len(folded[at]) == 1)
            if not begins or not _says_what(folded[at - 1], group.name):
                continue
            rest = forest.groups.get(" ".join(folded[at:]))
            named = folded[-1] not in HEADS and (folded[-1] not in words() or folded[-1] in surnames())
            if rest and rest.accepted and rest.kind is Kind.PERSON and len(rest.base) > 1 and named:
                forest.join(group.key, rest.key, BEFORE, firm=True)
                break


def _says_what(word: str, name: str) -> bool:
    """Whether a word may stand before a person's name without being part of it."""
    known = word in words() or word in places() or is_demonym(word) or word in HEADS or word.endswith(("ian", "ean"))
    return (known or (word.isalpha() and word.upper() in name.split())) and word not in _LINKS


def join_states(forest: Forest) -> None:
    """Joins "U.S. Congress" and "United States Congress", "NJ" and "New Jersey" where one article has both."""
    for short, name in POSTAL.items():
        below, above = forest.groups.get(short.casefold()), forest.groups.get(name.casefold())
        if below and above and below.accepted and above.accepted and below.name.isupper() and meet(below, above):
            forest.join(below.key, above.key, "common abbreviation", firm=True)
    for group in forest.groups.values():
        if group.accepted and group.folded[0] == "us" and len(group.folded) > 1:
            other = forest.groups.get(" ".join((*_STATES, *group.folded[1:])))
            if other and other.accepted:
                forest.join(group.key, other.key, "common abbreviation", firm=True)
