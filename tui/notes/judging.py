"""What the evidence for a place is enough for: to put a passage there, to ask about it, or for neither.

The numbers were set on some thousands of edits of essays, news and timelines.
"""

from collections.abc import Sequence

from tui.notes.model import Anchor
from tui.notes.weighing import FEWEST, LONG, SIDE_COUNTS, Candidate

_LONE = 12
"""Characters a quote must have to be believed without anything around it."""

_ENOUGH_QUOTE = 0.5
"""Likeness of the words below which no surroundings help: another sentence stands there now."""

_FRAMED_QUOTE = 0.42
"""The same where everything around is as it was."""

_USUAL = 40
"""Characters of surroundings beyond which they were remembered because the same words stood elsewhere too."""

_ALIKE = 0.83
"""Likeness of the words below which more is asked for."""

_NEEDED_UNLIKE = (50.0, 62.0)
"""Evidence asked for then at least, near the old offset and away from it."""

_NEEDED = ((16, 20.0), (300, 34.0), (800, 46.0), (1500, 52.0))
"""Evidence asked for up to so many characters from the old offset."""

_FAR_SAME = (60.0, 50.0)
"""Evidence asked for farther away of the very same characters: beyond a few per cent of the text, and up to that."""

_FAR_OTHER = (90.0, 60.0)
"""Likewise of other characters."""

_VERBATIM, _LIKE = 0.97, 0.9
"""Likeness of the words from which they are the same, and from which they are nearly so."""

_HALF, _FULL = 0.5, 0.8
"""Likeness of surroundings on a side from which they may be, and from which they are, those of old."""

_ALL = 0.95
"""Likeness of surroundings from which nothing of them is missing."""

_FRAMED = 60.0
"""Evidence asked for anywhere of nearly the same words with both their surroundings."""

STAYED = 16
"""How far from the old offset a passage still counts as where it stood."""

_ALONE = 24
"""Characters a quote must have to be believed without anything around it if nothing in its text read like it."""

_SHORT = 20
"""Characters of a quote below which its surroundings on one side alone say too little away from its old place."""

_PUSHED_OFF = 0.35
"""What surroundings on one side must count at least where something put in between has pushed them off."""

TELLING = (32, 64, 128, 256, 512)
"""How many characters of surroundings are remembered on a side, the first number that tells it from look-alikes."""

_TOLD_APART = 42.0
"""Evidence asked for anywhere with words beside it that tell it from its look-alikes."""

_SLIGHT = 0.1
"""Likeness below which surroundings say nothing."""

_HALF_SAID = 0.75
"""Likeness of the words below which surroundings on one side alone never help."""

_FEW = 0.06
"""Share of the text up to which a place farther away than that is not yet far."""

MOST_AROUND = 160
"""How many where none of these does. So many, or fewer because the text began or ended there, tell nothing."""


def agrees(place: Candidate, anchor: Anchor, length: int, laid_out_same: bool) -> bool:
    """Whether quote and surroundings say together that this is the passage, in a text of `length` characters.

    Far from where it stood more is asked: there a like passage is likelier to be another one. `laid_out_same` says that
    its lines and those around it break where they did: a copy elsewhere, such as a quotation, seldom has them so.
    """
    quote = len(anchor.quote.strip())
    if anchor.twins == 0 and place.quote >= _LIKE and quote >= _ALONE:
        return True
    sides = bool(anchor.prefix.strip()) + bool(anchor.suffix.strip())
    if sides == 0:
        return place.quote >= _LIKE and quote >= _LONE
    if place.quote < _HALF_SAID and (place.lesser < _PUSHED_OFF or (quote < _LONE and place.quote <= _ENOUGH_QUOTE)):
        return False
    if place.away > STAYED and not _framed(place, anchor, quote):
        return False
    if max(place.before, place.after) < _HALF and place.evidence < _NEEDED[1][1]:
        return False
    if quote < _LONE and place.lesser < _SLIGHT and min(len(anchor.prefix), len(anchor.suffix)) >= FEWEST:
        return False
    told_apart = told_from_twins(place, anchor)
    if anchor.twins > 0 and place.away > STAYED and not told_apart:
        return False
    framed = place.before + place.after >= 0.95 * sides
    if place.quote < _ENOUGH_QUOTE and not (framed and (place.kept or place.quote >= _FRAMED_QUOTE)):
        return False
    away = place.away if anchor.start >= 0 else _NEEDED[-1][0]
    if anchor.twins < 0 and away > _NEEDED[1][0] and max(len(anchor.prefix), len(anchor.suffix)) > _USUAL:
        return place.quote >= _LIKE and place.before + place.after >= 0.95 * sides
    far, least = _FAR_SAME if laid_out_same else _FAR_OTHER
    for limit, evidence in _NEEDED:
        if away <= limit:
            far, least = 0, evidence
            break
    needed = least if not far or away <= length * _FEW else far
    around = sum(min(len(side.strip()), SIDE_COUNTS) for side in (anchor.prefix, anchor.suffix))
    if around < SIDE_COUNTS * 1.5:
        # What the text's beginning or end cut off cannot agree, and is not held against the place.
        needed = min(needed, 0.8 * (around + min(quote, LONG)))
    if anchor.twins > 0 and told_apart:
        needed = min(needed, _TOLD_APART)
    if place.quote < _ALIKE:
        needed = max(needed, _NEEDED_UNLIKE[away > _NEEDED[1][0]])
    if away > _NEEDED[-1][0]:
        if place.quote < _VERBATIM and min(place.before, place.after) < _HALF:
            return False
        if place.quote >= _FULL and min(place.before, place.after) >= _FULL and (laid_out_same or anchor.twins >= 0):
            needed = min(needed, _FRAMED)
    return place.evidence >= needed


def told_from_twins(place: Candidate, anchor: Anchor) -> bool:
    """Whether words that tell the passage from its look-alikes stand beside a place."""
    return (place.before >= _FULL and len(anchor.prefix) in TELLING) or (
        place.after >= _FULL and len(anchor.suffix) in TELLING
    )


def _framed(place: Candidate, anchor: Anchor, quote: int) -> bool:
    """Whether there is enough around a place to believe it where nobody knows of look-alikes."""
    if place.lesser >= _HALF:
        return True
    if anchor.twins <= 0 and min(len(anchor.prefix), len(anchor.suffix)) < FEWEST:
        return True
    return max(place.before, place.after) >= _FULL and (quote >= _SHORT or place.lesser >= _PUSHED_OFF)


def may_be(place: Candidate) -> bool:
    """Whether the place is worth asking about."""
    return place.quote >= 0.6 or (place.quote >= 0.35 and place.before + place.after >= 1.0)


def foremost(places: Sequence[Candidate]) -> Candidate:
    """The place to believe in first: that with most evidence, unless one that has nearly as much never moved as far."""
    best = places[0]
    for other in places[1:]:
        if stayed(other) and not stayed(best):
            return other
        nearer = other.away * 3 + 100 < best.away
        if nearer and other.evidence >= best.evidence - 14 and min(other.before, other.after, other.quote) >= _HALF:
            best = other
    return best


def _as_good(other: Candidate, best: Candidate) -> bool:
    """Whether another place has all of its surroundings, and the best one has not, or its words say no more."""
    if other.same:
        return True
    framed = min(other.before, other.after, best.before, best.after) >= _ALL
    return framed and best.quote < 1.0 and other.quote >= _ENOUGH_QUOTE


def stayed(place: Candidate) -> bool:
    """Whether a place is where the passage stood, and it and the words on one side at least are what stood there."""
    sides = max(place.before, place.after)
    return place.away <= STAYED and place.quote >= 0.6 and sides >= _FULL and place.evidence >= 36


def rivals(other: Candidate, best: Candidate) -> bool:
    """Whether another place has so much to say for it that the best one cannot be believed."""
    if _as_good(other, best):
        return True
    if stayed(best):
        torn = best.lesser < _PUSHED_OFF and other.quote >= _LIKE
        left = (other.before >= _FULL > best.before) or (other.after >= _FULL > best.after)
        level = other.quote >= best.quote and other.evidence >= best.evidence - 1
        return stayed(other) or level or (torn and left)
    if other.away > 3 * best.away + 400 and min(best.before, best.after) >= _HALF:
        return False
    if other.evidence >= best.evidence - 1:
        return best.away > 300 or other.away < 4 * best.away + 400
    if other.away + 400 < best.away:
        framed = other.before + other.after >= (1.9 if best.same else 1.5) and other.quote >= 0.3
        remained = other.away <= STAYED and other.quote == 1.0 and other.evidence >= 25
        return framed or remained or (other.quote >= _ENOUGH_QUOTE and other.evidence >= best.evidence * 0.7)
    if best.same and best.away <= other.away:
        return False
    return other.quote >= _ENOUGH_QUOTE and other.evidence >= best.evidence * 0.88
