"""Decides what a name is: the votes of its words, of the lists and of everything that stands around it, summed."""

from collections.abc import Mapping

from tui.model import Kind
from tui.names.fame import STATESMEN
from tui.names.gazetteer import COUNTRY, POSTAL, given_names, places, surnames, words
from tui.names.heads import HEADS_EVENT, HEADS_FACILITY, HEADS_ORGANISATION, HEADS_PLACE, head_of
from tui.names.learned import learned_votes
from tui.names.ownwords import BEFORE_PLACES, KINDS, Votes, own_votes
from tui.names.words import DIRECTIONS

_LEAST = 0.25
_ORGANISATION, _PLACE, _WEAPON, _FACILITY, _EVENT = map(
    KINDS.index, (Kind.ORGANISATION, Kind.PLACE, Kind.WEAPON, Kind.FACILITY, Kind.EVENT)
)
_SPEAKING = HEADS_PLACE | HEADS_FACILITY | HEADS_EVENT
_FIRM = 3.0
_HEADED = 4.0
_CLEAR = 1.5
_CITY = 7
_LARGE_TOWN = 6
_TRUST = 1.0
_LEAST_CLEAR = 3.0
_CUES: dict[str, Votes] = {
    "title": (4, 0, 0, 0, 0, 0),
    "weapon": (0, 0, 0, 9, 0, 0),
    "shortened": (3, 0, 0, 0, 0, 0),
    "commands": (1.5, 0, -1.0, 0, 0, 0),
    "<<role": (2, 0, -0.5, 0, 0, 0),
    "<<org": (0, 2, 0, 0, 0, 0),
    "<<place": (0, -1, 3, 0, 0, 0),
    "dateline": (-2, -2, 4, 0, 0, 0),
    "<<listed": (-2, -1, 3, 0, 0, 0),
    "<<named": (0.8, 0, 0, 0, 0, 0),
    "<<member": (-1.8, 2.6, 0.3, 0, 0, 0),
    "cited": (2.5, -1, -1, 0, 0, 0),
    "=person": (2.5, 0, 0, 0, 0, 0),
    "=organisation": (0, 2.5, 0, 0, 0, 0),
    "=place": (0, 0, 2.5, 0, 0, 0),
    "=facility": (0, 0, 1, 0, 1.5, 0),
    "=event": (0, 0, 0, 0, 0, 2.5),
    ">>role": (2.5, -0.5, -0.5, 0, 0, 0),
    ">>isorg": (-0.5, 3.5, 0, 0, 0, 0),
    ">>isplace": (-1.5, 0, 4.0, 0, 0.8, 0),
    "<<ship": (-3, -2, -2, 6, 0, 0),
    ">>team": (-1, 3.5, -1, 0, 0, 0),
    "<<team": (-1, 3.0, -1, 0, 0, 0),
    "<<water": (-1, -1, 2.0, 0, 0.3, 0),
    "<<goes": (-0.6, -0.2, 1.2, 0, 0, 0),
    "<in.": (-0.6, -0.2, 0.8, 0, 0, 0),
    "&in": (-0.5, -0.2, 0.9, 0, 0, 0),
    "&from": (-0.3, 0, 0.5, 0, 0, 0),
    "&near": (-0.5, -0.3, 1.0, 0, 0, 0),
    "<<whom": (1.2, 0.3, -0.8, 0, -0.3, 0),
    "<sank": (-3, -2, -2, 6, 0, 0),
    "<torpedoed": (-3, -2, -2, 6, 0, 0),
    "<scuttled": (-3, -2, -2, 6, 0, 0),
    "&sank": (-2, -2, -2, 6, 0, 0),
    "<speaks": (2.0, 0.3, -1, 0, 0, 0),
    ">beat": (0.3, 1.5, -1, 0, 0, 0),
    ">>where": (-0.5, 0, 1.5, 0, 0.5, 0),
    "<around": (-0.3, -0.3, 1.0, 0, 0, 0),
    "<outside": (-0.5, -0.3, 1.2, 0, 0.3, 0),
    "<toward": (0, -0.2, 0.6, 0, 0, 0),
    "<towards": (0, -0.2, 0.6, 0, 0, 0),
    "<via": (-0.3, 0.2, 0.6, 0, 0, 0),
    "<through": (-0.2, 0.2, 0.5, 0, 0, 0),
    "<reached": (0, 0, 0.8, 0, 0, 0),
    "<entered": (-0.4, 0.2, 0.8, 0, 0, 0),
    "<besieged": (-0.5, -0.3, 1.5, 0, 0, 0),
    "<occupied": (-0.5, -0.3, 1.0, 0, 0, 0),
    "<liberated": (0, -0.3, 0.8, 0, 0, 0),
    "<northern": (-1.5, 0, 2.0, 0, 0, 0),
    "<southern": (-1.5, 0, 2.0, 0, 0, 0),
    "<eastern": (-1.5, 0, 2.0, 0, 0, 0),
    "<western": (-1.5, 0, 2.0, 0, 0, 0),
    "<central": (-1.5, 0, 1.5, 0, 0, 0),
    "<downtown": (-1.5, 0, 2.0, 0, 0, 0),
    "<rural": (-1.5, 0, 2.0, 0, 0, 0),
    ">>who": (3, -1, -1, 0, 0, 0),
    ">>says": (1.5, 0.6, -0.5, 0, 0, 0),
    ">>acts": (0.8, 0.2, -0.7, 0, -0.3, 0),
    ">>people": (0, 1.5, 0.5, 0, 0, 0),
    ">>place": (0, 0, 1.5, 0, 0, 0),
    "<<land": (-0.5, 0.5, 1.0, 0, 0.3, 0),
    ">>within": (-1, -0.5, 2.5, 0, 0, 0),
    ">>org": (0, 1.5, 0, 0, 0, 0),
    "age": (2, 0, 0, 0, 0, 0),
    "bracket": (0, 0.8, 0, 0, 0, 0),
    "<wrote": (0, -1, -1.5, 0, -1, 0),
    "<titled": (-1.5, -1.5, -2, 0, -1, 0),
    "<entitled": (-1.5, -1.5, -2, 0, -1, 0),
    "<novel": (-2, -1, -2, 0, -1, 0),
    "<book": (-2, -1, -2, 0, -1, 0),
    "<film": (-2, -1, -2, 0, -1, 0),
    "<movie": (-2, -1, -2, 0, -1, 0),
    "<song": (-2, -1, -2, 0, -1, 0),
    "<album": (-2, -1, -2, 0, -1, 0),
    "quoted": (-1.0, -0.3, -1.5, 0, -0.5, 0),
    "the": (-2.0, 0.7, -0.2, 0, 0, 0.3),
    "<in": (-0.8, -0.2, 1.4, 0, 0, 0.2),
    "<at": (-0.5, 0.3, 0.8, 0, 0.6, 0),
    "<from": (-0.2, 0, 0.9, 0, 0, 0),
    "<near": (-0.5, -0.5, 1.5, 0, 0.3, 0),
    "<to": (0, 0, 0.3, 0, 0, 0),
    "<nearby": (-1.0, -0.5, 2.5, 0, 0.3, 0),
    "<into": (-0.5, 0, 1, 0, 0, 0),
    "<across": (-0.5, 0, 1, 0, 0, 0),
    "<during": (-1, -1, -1, 0, 0, 2),
    "<by": (0.5, 0.4, -0.3, 0, 0, 0),
    "<with": (0.4, 0.3, 0, 0, 0, 0),
    "<in the": (0, 0.2, 0.6, 0, 0, 0.3),
    "<during the": (-1, -0.5, -0.5, 0, 0, 2),
    "<of the": (-0.3, 0.5, 0, 0, 0, 0),
    "<by the": (-0.5, 1, 0, 0, 0, 0),
}


_SAID_PLACE = frozenset(("<<place", ">>place", ">>isplace"))


def is_plain_ended(folded: tuple[str, ...]) -> bool:
    """Whether a name ends in a common word that is no place's: "Manifest Destiny", not "Sadr City" or "New Delhi"."""
    head = head_of(folded)
    known = head in places() or " ".join(folded) in places() or folded[-1] in places() or folded[0] in BEFORE_PLACES
    return head in words() and not known and head not in _SPEAKING and head not in DIRECTIONS


_LOCATED = frozenset(
    (
        "<in",
        "<at",
        "<from",
        "<near",
        "<nearby",
        "<to",
        "<into",
        "<across",
        "<<place",
        "<<listed",
        ">>place",
        ">>isplace",
        ">>within",
        "<in the",
    )
)
WEIGHED = frozenset(_CUES)
"""The cues the rules give votes for."""


def votes(name: str, folded: tuple[str, ...], cues: Mapping[str, int], count: int) -> Votes:
    """The votes for one spelling: those of the rules below and those of the learned model, summed."""
    total = list(hand_votes(name, folded, cues, count))
    person, organisation, place, event, thing = learned_votes(name, folded, cues, count)
    if name.replace(".", "").isupper():
        place = place if total[_PLACE] > 0 else min(place, 0.0)  # an abbreviation is a place only if the lists say so
        total[_PLACE] *= 1.0 if " ".join(folded) in places() or name.replace(".", "") in POSTAL else 0.4
        person = min(person, 0.0) if len(folded) == 1 and folded[0] not in STATESMEN else person
    if places().get(" ".join(folded)) == COUNTRY:
        total[_ORGANISATION] = min(total[_ORGANISATION], _LEAST_CLEAR)  # what a country does it does as a country
    if len(folded) == 1 and folded[0] in words() and folded[0] in HEADS_ORGANISATION:
        place, total[_PLACE] = min(place, 0.0), 0.0  # the Police, though a town is called so
    if len(folded) > 1 and is_plain_ended(folded) and not _SAID_PLACE & cues.keys():
        place, total[_PLACE] = min(place, 0.0), total[_PLACE] - 3.0  # "Farewell Address, Washington ..."
    if len(folded) == 1 and places().get(folded[0], 0) < _CITY and not _LOCATED & cues.keys():
        place -= 1.4 if folded[0] in surnames() else 0.7  # nothing says that it lies anywhere
        if folded[0] in given_names() and places().get(folded[0], 0) < _LARGE_TOWN:
            person, place = person + 0.5, place - 1.0  # Leo
    if max(own_votes(name, folded)[1:]) >= _HEADED:
        person, organisation = min(person, 0.0), max(organisation, -_CLEAR)  # its head noun says more than its look
    facility = place if total[_FACILITY] >= _FIRM else 0.0
    learned = (person, organisation, place, thing if total[_WEAPON] > 0 else 0.0, facility, event)
    return tuple(_TRUST * hand + more for hand, more in zip(total, learned, strict=True))


def hand_votes(name: str, folded: tuple[str, ...], cues: Mapping[str, int], count: int) -> Votes:
    """The votes of the rules for one spelling: `cues` with how often each was seen in `count` occurrences of `name`."""
    own = own_votes(name, folded)
    total = list(own)
    for cue, times in cues.items():
        weights = _CUES.get(cue)
        if weights:
            share = min(times, 1 + 3 * times / max(count, 1))
            for at, weight in enumerate(weights):
                total[at] += weight * share
    head = head_of(folded) if len(folded) > 1 else ""
    if max(own[_PLACE], own[_FACILITY], own[_EVENT]) > max(_FIRM, own[_ORGANISATION]) and head in _SPEAKING:
        total[_ORGANISATION] = min(total[_ORGANISATION], own[_ORGANISATION] + 1.0)  # "the" goes with canals, too
    return tuple(total)


def decide(total: Votes) -> Kind:
    """The kind with the most votes; `Kind.OTHER` where nothing speaks clearly."""
    best = max(range(len(KINDS)), key=total.__getitem__)
    return KINDS[best] if total[best] >= _LEAST else Kind.OTHER


def add(left: Votes, right: Votes) -> Votes:
    """The sum of two votes."""
    return tuple(a + b for a, b in zip(left, right, strict=True))
