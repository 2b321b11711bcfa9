"""How well the words at a place, and the words around it, agree with a passage, and what that is enough for.

The numbers were set on some thousands of edits of essays, news and timelines; all offsets are of folded text.
"""

from dataclasses import dataclass

from rapidfuzz.distance import Indel, LCSseq, Levenshtein
from rapidfuzz.fuzz import partial_ratio_alignment

from tui.notes.fold import fold
from tui.notes.model import Anchor

_FAR = 360
"""How far from the passage its surroundings may have been pushed by something put in between."""

_FEWEST = 8
"""Characters of surroundings below which they are not looked for farther off."""

_LONG = 64
"""Characters of a quote beyond which more of it say no more: by then it is itself."""

_SIDE_COUNTS = 32
"""Characters of surroundings on a side that count as evidence."""

_LONE = 12
"""Characters a quote must have to be believed without anything around it."""

_ENOUGH_QUOTE = 0.5
"""Likeness of the words below which no surroundings help: another sentence stands there now."""

_FRAMED_QUOTE = 0.42
"""The same where everything around is as it was."""

_SIDE = 14
"""Characters of either side that say that the passage between them was taken out."""

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

_FEW = 0.06
"""Share of the text up to which a place farther away than that is not yet far."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place the passage may stand at."""

    start: int
    """Offset of its first character."""
    end: int
    """Offset after its last character."""
    quote: float
    """How well the words agree, 0 to 1."""
    before: float
    """How well the words just before it agree, from 0, as any two texts do, to 1; 0 where none are known."""
    after: float
    """Likewise for the words just after it."""
    evidence: float
    """About how many characters of passage and surroundings agree beyond chance."""
    kept: bool
    """Whether its words are those of the quote with something put in or taken out, and nothing else."""
    away: int
    """How far it is from where the passage stood; 0 where nobody recorded that."""

    @property
    def same(self) -> bool:
        """Whether its words and those around it are the very ones."""
        return self.quote == self.before == self.after == 1.0


@dataclass(frozen=True, slots=True)
class Wanted:
    """A passage with its surroundings, folded."""

    quote: str
    """The passage, without blank space at its ends."""
    prefix: str
    """What stood before it."""
    suffix: str
    """What stood after it."""
    near: int
    """Where it stood, or -1 where nobody recorded that."""


def wanted(text: str, anchor: Anchor) -> Wanted:
    """An anchor folded; its old offset becomes one of the folded text."""
    return Wanted(
        fold(anchor.quote).text.strip(),
        fold(anchor.prefix).text.lstrip(),
        fold(anchor.suffix).text.rstrip(),
        fold(text).near(anchor.start) if anchor.start >= 0 else -1,
    )


def agrees(place: Candidate, anchor: Anchor, length: int, raw_same: bool) -> bool:
    """Whether quote and surroundings say together that this is the passage, in a text of `length` characters.

    Far from where it stood more is asked: there a like passage is likelier to be another one. `raw_same` tells that
    it and its surroundings are the same to the last blank, before any folding.
    """
    quote = len(anchor.quote.strip())
    sides = bool(anchor.prefix.strip()) + bool(anchor.suffix.strip())
    if sides == 0:
        return place.quote >= 0.9 and quote >= _LONE
    framed = place.before + place.after >= 0.95 * sides
    if place.quote < _ENOUGH_QUOTE and not (framed and (place.kept or place.quote >= _FRAMED_QUOTE)):
        return False
    away = place.away if anchor.start >= 0 else _NEEDED[-1][0]
    if away > _NEEDED[1][0] and max(len(anchor.prefix), len(anchor.suffix)) > _USUAL:
        return place.quote >= 0.9 and place.before + place.after >= 0.95 * sides
    far, least = _FAR_SAME if raw_same else _FAR_OTHER
    for limit, evidence in _NEEDED:
        if away <= limit:
            far, least = 0, evidence
            break
    needed = least if not far or away <= length * _FEW else far
    around = sum(min(len(side.strip()), _SIDE_COUNTS) for side in (anchor.prefix, anchor.suffix))
    if around < _SIDE_COUNTS * 1.5:
        # What the text's beginning or end cut off cannot agree, and is not held against the place.
        needed = min(needed, 0.8 * (around + min(quote, _LONG)))
    if place.quote < _ALIKE:
        needed = max(needed, _NEEDED_UNLIKE[away > _NEEDED[1][0]])
    return place.evidence >= needed


def may_be(place: Candidate) -> bool:
    """Whether the place is worth asking about."""
    return place.quote >= 0.6 or (place.quote >= 0.35 and place.before + place.after >= 1.0)


def rivals(other: Candidate, best: Candidate) -> bool:
    """Whether another place has so much to say for it that the best one cannot be believed."""
    if other.evidence >= best.evidence - 1:
        return best.away > 300 or other.away < 4 * best.away + 400
    if other.away + 400 < best.away:
        framed = other.before + other.after >= (1.9 if best.same else 1.5) and other.quote >= 0.3
        stayed = other.away <= 16 and other.quote == 1.0 and other.evidence >= 25
        return framed or stayed or (other.quote >= _ENOUGH_QUOTE and other.evidence >= best.evidence * 0.7)
    if best.same and best.away <= other.away:
        return False
    return other.quote >= _ENOUGH_QUOTE and other.evidence >= best.evidence * 0.88


def taken_out(text: str, anchor: Anchor) -> bool:
    """Whether what stood before and after the passage now stands side by side somewhere."""
    before, after = fold(anchor.prefix).text.rstrip()[-_SIDE:], fold(anchor.suffix).text.lstrip()[:_SIDE]
    if len(before) < _SIDE or len(after) < _SIDE:
        return False
    folded = fold(text).text
    return f"{before} {after}" in folded or f"{before}{after}" in folded


def weigh(text: str, wanted: Wanted, start: int, end: int) -> Candidate:
    """The place `text[start:end]` of a folded text, weighed."""
    there = text[start:end]
    quote = Levenshtein.normalized_similarity(wanted.quote, there)
    before = _likeness(wanted.prefix, text[max(start - len(wanted.prefix), 0) : start])
    after = _likeness(wanted.suffix, text[end : end + len(wanted.suffix)])
    beside, beyond = before, after
    if after >= 0.5 > before:
        beside = max(before, _pushed(wanted.prefix, text[max(start - _FAR, 0) : start]))
    elif before >= 0.5 > after:
        beyond = max(after, _pushed(wanted.suffix, text[end : end + _FAR]))
    evidence = (2 * quote - 1) * min(len(wanted.quote), _LONG)
    evidence += beside * min(len(wanted.prefix), _SIDE_COUNTS) + beyond * min(len(wanted.suffix), _SIDE_COUNTS)
    shorter, longer = sorted((len(there), len(wanted.quote)))
    kept = quote < 1 and shorter * 3 >= longer and LCSseq.similarity(wanted.quote, there) == shorter
    away = abs(start - wanted.near) if wanted.near >= 0 else 0
    return Candidate(start, end, quote, before, after, evidence, kept, away)


def _likeness(wanted: str, there: str) -> float:
    """How well surroundings agree where they should stand."""
    return _above_chance(Indel.normalized_similarity(wanted, there), 0.5) if wanted.strip() else 0.0


def _pushed(wanted: str, around: str) -> float:
    """How well surroundings agree that something put in between has pushed off; this counts half."""
    if len(wanted) < _FEWEST or len(around) < len(wanted):
        return 0.0
    found = partial_ratio_alignment(wanted, around)
    return 0.5 * _above_chance(found.score / 100, 0.62) if found else 0.0


def _above_chance(likeness: float, chance: float) -> float:
    return max(likeness - chance, 0.0) / (1 - chance)
