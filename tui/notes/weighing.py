"""How well the words at a place of a folded text, and the words around it, agree with a passage."""

from dataclasses import dataclass

from rapidfuzz.distance import Indel, LCSseq, Levenshtein
from rapidfuzz.fuzz import partial_ratio_alignment

from tui.notes.fold import fold
from tui.notes.model import Anchor

_FAR = 360
"""How far from the passage its surroundings may have been pushed by something put in between."""

FEWEST = 8
"""Characters of surroundings below which they are not looked for farther off."""

LONG = 64
"""Characters of a quote beyond which more of it say no more: by then it is itself."""

SIDE_COUNTS = 32
"""Characters of surroundings on a side that count as evidence."""


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
    lesser: float
    """The lesser of `before` and `after`, or half of it where something put in between has pushed it off."""
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


def weigh(text: str, wanted: Wanted, start: int, end: int) -> Candidate:
    """The place `text[start:end]` of a folded text, weighed."""
    there = text[start:end]
    quote = Levenshtein.normalized_similarity(wanted.quote, there)
    before = likeness(wanted.prefix, text[max(start - len(wanted.prefix), 0) : start])
    after = likeness(wanted.suffix, text[end : end + len(wanted.suffix)])
    beside, beyond = before, after
    if after >= 0.5 > before:
        beside = max(before, _pushed(wanted.prefix, text[max(start - _FAR, 0) : start]))
    elif before >= 0.5 > after:
        beyond = max(after, _pushed(wanted.suffix, text[end : end + _FAR]))
    evidence = (2 * quote - 1) * min(len(wanted.quote), LONG)
    evidence += beside * min(len(wanted.prefix), SIDE_COUNTS) + beyond * min(len(wanted.suffix), SIDE_COUNTS)
    shorter, longer = sorted((len(there), len(wanted.quote)))
    kept = quote < 1 and shorter * 3 >= longer and LCSseq.similarity(wanted.quote, there) == shorter
    away = abs(start - wanted.near) if wanted.near >= 0 else 0
    return Candidate(start, end, quote, before, after, evidence, min(beside, beyond), kept, away)


def likeness(wanted: str, there: str) -> float:
    """How well surroundings agree where they should stand."""
    return _above_chance(Indel.normalized_similarity(wanted, there), 0.5) if wanted.strip() else 0.0


def _pushed(wanted: str, around: str) -> float:
    """How well surroundings agree that something put in between has pushed off; this counts half."""
    if len(wanted) < FEWEST or len(around) < len(wanted):
        return 0.0
    found = partial_ratio_alignment(wanted, around)
    return 0.5 * _above_chance(found.score / 100, 0.62) if found else 0.0


def _above_chance(likeness: float, chance: float) -> float:
    return max(likeness - chance, 0.0) / (1 - chance)
