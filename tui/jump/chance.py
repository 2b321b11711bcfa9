"""Knows how near a name must come to a query to be shown, by how many names would come as near by mere chance."""

from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from math import log10

from rapidfuzz.distance import OSA

from tui.jump.fold import PARTICLES, kin
from tui.jump.match import Forms, Query, aligned
from tui.jump.slips import slips

_LEAST = 0.815
_STEP = 0.035
_SUREST, _FAINTEST = -4.0, 4.0
_CROWDED = 0.055
_MANY = 100_000
_ONE_IN = 0.1
_RARE = 1e-5
_FEW = 1000
_OTHER_PARTICLE = 0.06
_PARTICLE_MORE = 0.05
_NOT_TYPED_OUT = 0.03
_LETTER = 0.7
_MOST_SLIPS = 2

LEAST_OF_ALL = _LEAST + _STEP * _SUREST
"""A likeness below which no name is shown, however few there are."""

ENOUGH = 0.94
"""A likeness at which any name is shown, however many there are."""

Near = tuple[Sequence[int], Sequence[int]]
"""How many words of names are what was typed with no slip, with at most one, at most two; and how many start so."""


def least_likeness(query: Query, name: Forms, near: Callable[[int], Near], names: int) -> float:
    """The least likeness at which a name is shown among so many `names`.

    `near` says for a word of the query, by its position, how many words of names come how near. Each word of the
    query narrows the names down to the share that has a word as near as this name's own; the product of the shares is
    how many names would come as near in all words by mere chance, were the one that was meant not there; a small word
    that both have narrows them as well. Ten times as many ask for the same step more. So does a name with other small
    words than were typed, and one typed in part.
    """
    if not names:
        return _LEAST
    rare = min(_RARE, _ONE_IN / names)
    chance, part = log10(names), 0.0
    for place, at, _ in aligned(query, name):
        if at < 0:
            continue
        whole, off = _off(query.sounds[place], name[2][at], query.wide)
        part = part if whole else _NOT_TYPED_OUT
        share = (near(place)[0 if whole else 1][off] - 1) / (names + _FEW)
        chance += log10(min(1.0, max(share, rare)))
    ours = {word: place for place, word in enumerate(query.words) if word in PARTICLES}
    theirs = PARTICLES.intersection(name[1])
    for word in theirs.intersection(ours):
        chance += log10(max((near(ours[word])[0][0] - 1) / (names + _FEW), rare))
    return _told(chance, names, part + _particles(query, ours.keys(), theirs))


def least_for_any(query: Query, near: Callable[[int], Near], names: int) -> float:
    """A likeness below which `least_likeness` refuses every name that does not fit in all words: quicker to know."""
    if not names:
        return _LEAST
    rare, chance = min(_RARE, _ONE_IN / names), log10(names)
    for place in query.longest:
        wholes, starts = near(place)
        count = wholes[0] if len(query.longest) > 1 else min(wholes[1], starts[0])
        chance += log10(min(1.0, max((count - 1) / (names + _FEW), rare)))
    for place, word in enumerate(query.words):
        if word in PARTICLES:
            chance += log10(max((near(place)[0][0] - 1) / (names + _FEW), rare))
    return _told(chance, names, 0.0)


def least_joined(query: Query, names: int) -> float:
    """The same where words were run together or torn apart: the longer they are, the fewer names are spelt so."""
    return _told(log10(names) - _LETTER * sum(map(len, query.sounds)), names, 0.0) if names else _LEAST


def _told(chance: float, names: int, stricter: float) -> float:
    # Beyond a hundred thousand names every word has others near it: the names themselves count as well.
    crowd = max(0.0, log10(names / _MANY))
    least = _LEAST + _STEP * min(_FAINTEST, max(_SUREST, chance)) + _CROWDED * crowd + stricter
    return min(ENOUGH, least)


@lru_cache(maxsize=8192)
def _off(sound: str, other: str, wide: bool) -> tuple[bool, int]:
    """Whether a word is the whole of another rather than the start of it, and by how many slips, at most two."""
    if wide and kin(sound) == kin(other):
        return True, 1
    whole = OSA.distance(sound, other, score_cutoff=_MOST_SLIPS)
    start = slips(sound, other, _MOST_SLIPS)
    least = min(whole, start)
    return whole == least <= _MOST_SLIPS, min(_MOST_SLIPS, least)


def _particles(query: Query, ours: AbstractSet[str], theirs: AbstractSet[str]) -> float:
    """How much stricter to be because small words differ; a single word is typed for a name without them."""
    if len(query.words) < 2:
        return 0.0
    if ours and theirs:
        return 0.0 if ours & theirs else _OTHER_PARTICLE
    return _PARTICLE_MORE if ours or theirs else 0.0
