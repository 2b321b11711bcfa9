"""Counts the collection's candidates: one group for each folded name, and whether it is a name at all."""

import re
from array import array
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field

from tui.model import Kind
from tui.names.candidate import Stated
from tui.names.gazetteer import COUNTRY, ORGANISATIONS, STATE, given_names, places, surnames, words
from tui.names.heads import (
    GENERIC,
    HEADS_EVENT,
    HEADS_FACILITY,
    HEADS_ORGANISATION,
    HEADS_PLACE,
    head_of,
)
from tui.names.kinds import decide, votes
from tui.names.ownwords import BEFORE_ORGANISATIONS, KINDS, Votes
from tui.names.turns import EVENTS
from tui.names.words import (
    DIRECTIONS,
    LETTERED,
    PARTICLES,
    PORTFOLIOS,
    STARTERS,
    TITLE_MODIFIERS,
    TITLE_SURNAMES,
    is_demonym,
    word_set,
)

_INSTITUTIONS = word_set(
    "academy admiralty army cabinet church commonwealth congress court crown empire kremlin marines navy parliament"
    " pentagon politburo senate treasury union vatican"
)
"""Words that with a capital and "the" name the one institution everybody in the text knows."""

_ADJECTIVES = word_set(
    "allied congressional parliamentary presidential senatorial papal imperial royal federal colonial biblical"
    " constitutional gubernatorial vice-presidential cabinet-level islam christianity judaism christendom"
)
"""Adjectives that are written with a capital letter and by themselves name nothing."""

_COMMON_SHORT = word_set(
    "tv dvd cd pc gdp gnp dna rna iq faq pr hr id pin atm vip usd gbp eur jpy dkk sek nok chf rmb gb mb kb tb sms url"
    " html xml json css http https pdf csv api sql ux ui qa q&a diy aka rsvp byob asap fyi tba tbd eta suv led lcd cpu"
    " gpu ram usb wifi gps mph kmh km kg cm mm hd uv am fm rpm phd mba ba ma bs ms md ok vhf uhf cctv ceo cfo cto ngo"
    " ngos pow pows mp mps mep meps pm gi gis nco ncos pob hq iou dj mc r&d it n/a ph et pt"
    " ptsd adhd hiv aids icu mri cpr std stds ekg copd"
)
"""Abbreviations of common nouns: everybody's television, nobody's name."""

_AS_NAME = ("the", "bracket", "poss", "<<org", ">>says", ">>org", ">>isorg", ">>people")
"""Cues that capitals are those of an abbreviation and not of emphasis."""

_LONGEST_ACRONYM = 5
PAPER = (">newspaper", ">newspapers", ">magazine", ">magazines", ">weekly")
"""Cues that a plain word is what a paper is called."""
_CLEAR = 2.0
_OFTEN = 3
_EMPHASISED = STARTERS - {"us", "who"}

_JOBS = word_set(
    "manager specialist owner user lead designer developer consultant assistant adviser advisor administrator"
    " commissioner officer director coordinator analyst architect engineer researcher supervisor technician strategist"
    " president chairman chairwoman minister secretary ambassador"
)
"""Head nouns of what somebody does for a living."""

_HEADS = HEADS_ORGANISATION | HEADS_PLACE | HEADS_FACILITY | HEADS_EVENT


@dataclass(slots=True)
class Group:
    """All spellings of a collection that fold to one key, and what its articles say about them."""

    key: str
    """The folded name."""
    folded: tuple[str, ...]
    """Its words."""
    surfaces: Counter[str] = field(default_factory=Counter)
    """The spellings as written, with how often each occurs."""
    articles: "array[int]" = field(default_factory=lambda: array("I"))
    """The articles with at least one occurrence, ascending."""
    initial: int = 0
    """Occurrences at the start of a sentence."""
    lower: int = 0
    """Occurrences of the same words in lower case in those articles."""
    cues: Counter[str] = field(default_factory=Counter)
    """What stands around it."""
    stated: list[Stated] = field(default_factory=list)
    """Names the texts say are the same."""
    votes: Votes = (0.0,) * len(KINDS)
    """The votes for its kind."""
    kind: Kind = Kind.OTHER
    """Its kind by those votes."""
    accepted: bool = False
    """Whether it is a name by itself."""

    base: tuple[str, ...] = field(init=False)
    """The words without particles: "azhar al dulaimi" and "azhar dulaimi" share it."""

    def __post_init__(self) -> None:
        """Work out what never changes."""
        self.base = self.folded
        if not PARTICLES.isdisjoint(self.folded):
            self.base = tuple(word for word in self.folded if word not in PARTICLES) or self.folded

    @property
    def count(self) -> int:
        """Occurrences in all articles."""
        return sum(self.surfaces.values())

    @property
    def name(self) -> str:
        """The commonest spelling, of equally common ones the first in the alphabet; "Athens" before "ATHENS"."""
        surfaces = self.surfaces
        if len(surfaces) == 1:
            return next(iter(surfaces))
        if len(self.key) > _LONGEST_ACRONYM:
            surfaces = Counter({name: times for name, times in surfaces.items() if not name.isupper()}) or surfaces
        return min(surfaces, key=lambda surface: (-surfaces[surface], surface))


def judge(groups: dict[str, Group]) -> None:
    """Gives every group its votes, its kind and whether it is a name, once all articles are counted."""
    for group in groups.values():
        if not (group.cues[">>isplace"] or group.cues["<<place"]) and _shortened(groups, group):
            group.cues["shortened"] = 1
        group.votes = votes(group.name, group.folded, group.cues, group.count)
        group.kind = decide(group.votes)
        group.accepted = _is_name(group)


def meet(left: Group, right: Group) -> bool:
    """Whether any article has both groups."""
    few, many = sorted((left.articles, right.articles), key=len)
    if len(few) * 20 > len(many):
        return not set(few).isdisjoint(many)
    return any(at < len(many) and many[at] == article for article in few for at in (bisect_left(many, article),))


def _shortened(groups: dict[str, Group], group: Group) -> bool:
    """Whether an article goes on with the last word alone, as texts do with persons: "Galois"."""
    base = group.base
    if (
        not 2 <= len(base) <= 4
        or base[0] in BEFORE_ORGANISATIONS
        or any(word in words() or word in _HEADS or word in places() for word in base[:-1])
    ):
        return False
    bare = groups.get(base[-1])
    if bare is None and group.folded[-2] in PARTICLES:
        bare = groups.get(group.folded[-2] + " " + base[-1])
    if bare is None or bare is group or base[-1] in words() or base[-1] in places() or base[-1] in _HEADS:
        return False
    return bare.count > bare.initial and meet(bare, group)


def _is_name(group: Group) -> bool:
    """Whether the capital letters are those of a name, by what the whole collection writes."""
    folded, name = group.folded, group.name
    within = group.count - group.initial
    if "weapon" in group.cues or group.kind is Kind.WEAPON:
        return True
    if group.cues["common"] and not group.cues["<<org"]:
        return False  # "light-emitting diodes (LED)"
    if len(folded) == 1:
        return _is_single_name(group, name, within)
    if len(folded) == 2 and len(folded[0]) == 1 and folded[1] in LETTERED and name[0].isupper():
        return True  # "A Company lost ..."
    if _is_people(group.key) or (len(folded) == 2 and folded[0] in _SOME and is_demonym(folded[1])):
        return False  # "Costa Ricans", "Young Americans"
    known = group.key in EVENTS or group.key in ORGANISATIONS
    if known or (is_demonym(folded[0]) and " ".join(folded[1:]) in ORGANISATIONS):
        return True
    if folded[-1].endswith("ism") and head_of(folded) == folded[-1]:
        return False  # "American Structuralism"
    plain = [word in words() and word not in places() for word in folded]
    if name.isupper() and all(word in words() or word in STARTERS for word in folded):
        return False  # "WE THE PEOPLE": emphasis
    if all(plain) and _is_thing(group, folded):
        return False
    if not all(plain):
        if is_demonym(folded[0]) and all(plain[1:]) and not any(word in _HEADS for word in folded[1:]):
            return within >= 2 and group.lower == 0
        return True
    if folded[0] == "operation" and group.lower == 0:
        return True  # "Operation Claw-Tiger has begun"
    if head_of(folded) in _HEADS or (group.kind is not Kind.OTHER and folded[0] in given_names()):
        told = len(folded) > 2 or folded[0] in PORTFOLIOS or folded[0] in TITLE_MODIFIERS  # "Interior Ministry said"
        # Of two words that begin a sentence the second has a capital of its own: "Peter Sanders was captured".
        told = told or (group.kind is Kind.PERSON and folded[-1] in surnames())
        return within > 0 or group.count > 1 or (told and group.lower == 0)
    return within >= 1 and within > group.lower


_SOME = word_set("young old older younger poor rich ordinary fellow african native many most some local exiled")


def _is_thing(group: Group, folded: tuple[str, ...]) -> bool:
    """Whether plain words are a sort of thing, or what somebody does: "a Flash Player", "Senior Project Manager"."""
    head = head_of(folded)
    if head in _HEADS:
        return False
    indefinite = group.cues["<a"] + group.cues["<an"]
    return head in _JOBS or head.removesuffix("s") in _JOBS or (indefinite > 0 and indefinite == group.count)


def _is_people(key: str) -> bool:
    """Whether a folded name is what somebody of a known land is called: "Virginian", "Costa Ricans"."""
    one = key.removesuffix("s")
    if key in places() or not one.endswith("an"):
        return False
    stem = one[:-3] if one.endswith("ian") else ""
    return places().get(one[:-1], 0) >= STATE or (len(stem) > 3 and places().get(stem + "a") == COUNTRY)


def _is_single_name(group: Group, name: str, within: int) -> bool:
    word = group.folded[0]
    if (
        (is_demonym(word) and places().get(word, 0) < COUNTRY)
        or (word.endswith("ism") and not name.isupper())
        or word in _ADJECTIVES
        or (word in TITLE_SURNAMES and not group.cues["title"] and not group.cues["cited"])
    ):
        return False  # "King" is a name only where a person of that surname is
    if _is_people(word):
        return False
    if word in DIRECTIONS:
        return 2 * group.cues["the"] >= within > 0
    if word[:-1] in _COMMON_SHORT and name[:-1].isupper() and name[-1] == "s":
        return False  # "PDFs"
    acronym = len(name) > 1 and name.replace(".", "").isupper()
    if acronym:
        if word in _COMMON_SHORT or word.removesuffix("s") in _COMMON_SHORT or _roman(word):
            return False  # "TVs", "Chapter VII"
        if places().get(word) == COUNTRY and (len(word) > _LONGEST_ACRONYM - 1 or "." in name):
            return True  # "TURKEY" over a report from there
        if word in words() and (len(word) > _LONGEST_ACRONYM or word in _EMPHASISED):
            return False  # "NOW, THEREFORE": emphasis
        if word in words() and _SPOKEN.search(word) and not any(group.cues[cue] for cue in _AS_NAME):
            return within >= _OFTEN and within > group.lower  # "They KNOW it"
        return len(word) > 1 and (word not in words() or within > group.lower or not _SPOKEN.search(word))
    if word in places():
        return within > 0 or word not in words()
    if word in _PARTIES:
        return within > group.lower  # "for the Greens"
    if word not in words() or word in ORGANISATIONS:
        return group.lower == 0 or within > group.lower
    if word in _INSTITUTIONS and group.cues["the"] and within > group.lower:
        return True
    if name.startswith("The "):
        return within >= 1
    if word in GENERIC and not group.cues["title"]:
        return False
    person = word in surnames() or word in given_names()
    if group.cues["<speaks"] and person and group.lower == 0:
        return True
    if group.cues["<<team"] and name[-1] == "s" and within > group.lower:
        return True
    if group.cues["<<org"] + group.cues["<<named"] + sum(group.cues[cue] for cue in PAPER) and within > group.lower:
        return True
    titled = group.cues["title"] + group.cues["<<role"] if person else 0  # "the General Counsel", "the Prince Series"
    told = group.cues[">>who"] + group.cues["age"] + group.cues["cited"] + (person and group.cues["commands"])
    if titled + told and within > group.lower:
        return True
    spoken = group.cues["poss"] + group.cues[">>says"] + group.cues["<<role"] + group.cues[">>role"]
    clear = group.kind is not Kind.OTHER and (max(group.votes) >= _CLEAR or within > _OFTEN)
    return within >= (2 if person and spoken else 3) and within > 3 * group.lower and clear


_PARTIES = ("greens", "liberals", "conservatives")


def _roman(word: str) -> bool:
    return len(word) < 5 and _ROMAN.fullmatch(word) is not None


_SPOKEN = re.compile("[aeiouy]")
_ROMAN = re.compile("c{0,3}(?:x[cl]|l?x{0,3})(?:i[xv]|v?i{0,3})")
