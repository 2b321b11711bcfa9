"""Knows how well a query fits one spelling of a name."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from math import log

from rapidfuzz.distance import OSA

from tui.jump.fold import LONGEST_INITIALS, PARTICLES, TITLES, abbreviations, kin, loose, plain
from tui.jump.slips import slips
from tui.jump.target import Tier

_LOOSE = 0.96
_START = 0.97
_JOINED = 0.95
_COMMON = 0.15
_HALF = 0.5
_CERTAIN = 0.9
_FULLER = 0.88
_PAST_KNOWING = 0.78
_SLIP = 0.9
_VOWEL_SLIP = 0.6
_SLIP_IN_START = 1.5
_OTHER_START = 0.06
_VOWELS = str.maketrans("", "", "aeiouy")
_KIN = 0.93
_WELL = 0.8
_SHORT = 0.6

Forms = tuple[str, tuple[str, ...], tuple[str, ...]]
"""A spelling: its plain form, the words of it, and the loose form of each."""


@dataclass(frozen=True, slots=True)
class Query:
    """What was typed, in the forms that names are compared in."""

    text: str
    """Its plain form."""
    words: tuple[str, ...]
    """The words of the plain form."""
    sounds: tuple[str, ...]
    """The loose form of each word."""
    weights: tuple[float, ...] = ()
    """How much each word tells: long and rare words more than short and common ones; empty if all tell alike."""
    wide: bool = False
    """Whether sounds that languages write for each other are taken for one."""
    telling: tuple[int, ...] = ()
    """Positions of the words that must be found: all but particles and titles, or all if there is nothing else."""
    longest: tuple[int, ...] = ()
    """The same, that of the longest word first."""

    @classmethod
    def read(cls, typed: str) -> "Query":
        """Take what was typed; small words count only where there is nothing else."""
        text = plain(typed)
        words = tuple(text.split())
        sounds = tuple(loose(text).split(" ")) if text else ()
        strong = tuple(place for place, word in enumerate(words) if word not in PARTICLES and word not in TITLES)
        telling = strong or tuple(range(len(words)))
        return cls(
            text, words, sounds, telling=telling, longest=tuple(sorted(telling, key=lambda place: -len(sounds[place])))
        )

    def weighed(self, counts: Sequence[int], total: int) -> "Query":
        """The same, given how often each of its words starts a word, and how many names there are."""
        rarity = [max(_COMMON, log(1 + total / (1 + count)) / log(2 + total)) for count in counts]
        weights = tuple(len(sound) * rare for sound, rare in zip(self.sounds, rarity, strict=True))
        return replace(self, weights=weights)


def strict(query: Query, name: Forms) -> Tier | None:
    """The tier of a name that fits letter for letter; None if it does not."""
    text, words, _ = name
    if text.startswith(query.text):
        return Tier.EXACT if len(text) == len(query.text) else Tier.START
    padded = f" {text}"
    if len(query.words) == 1:
        if f" {query.text}" in text:
            return Tier.WORD
    elif all(f" {word}" in padded for word in query.words) and _distinct(query.words, words):
        return Tier.WORD
    # One letter a word, and one more where a word is made of two.
    short = len(query.words) == 1 and len(words) > 1 and 1 < len(query.text) <= min(LONGEST_INITIALS, len(words) + 1)
    if short and any(told.startswith(query.text) for told in abbreviations(words)):
        return Tier.INITIALS
    return None


def likeness(query: Query, name: Forms) -> float:
    """How like a name is to the query, 0 to 1, each of its words aligned with the name's word it is nearest to."""
    _, words, _ = name
    if not words:
        return 0.0
    telling = query.telling
    total = weight = 0.0
    missing = certain = 0
    taken: set[int] = set()
    for place, at, best in aligned(query, name):
        taken.add(at)
        size = len(query.sounds[place])
        counts = query.weights[place] if query.weights else size
        total += counts * best
        weight += counts
        if best < _HALF and size > 2:
            missing += 1
            if len(telling) - missing < 2:
                return 0.0
        else:
            certain += best >= _CERTAIN
    left = [at for at in range(len(words)) if at not in taken]
    if missing:
        # A fuller form than the name was typed ("Fidel Castro Ruz"): then all of the name must be in it.
        spare = [at for at in left if words[at] not in PARTICLES]
        if certain > 1 and not spare:
            return _FULLER - 0.02 * missing
        # Or one word of several is past knowing, and what it stands for is the one left of the name.
        return _PAST_KNOWING if certain > 1 and missing == 1 and len(spare) == 1 else 0.0
    like = total / weight
    more = sum(len(words[at]) for at in left if words[at] not in PARTICLES)
    return like - 0.02 * more / (more + len(query.text))


def aligned(query: Query, name: Forms) -> Iterator[tuple[int, int, float]]:
    """Each telling word of the query, the longest first, with the name's word it is nearest to and how like they are.

    Words are told by their positions, that of the name as -1 if none is like; no two have the same.
    """
    _, words, sounds = name
    left = list(range(len(words)))
    for place in query.longest:
        best, nearest = 0.0, -1
        for at in left:
            like = _word_likeness(query.words[place], query.sounds[place], words[at], sounds[at], query.wide)
            if like > best:
                best, nearest = like, at
        if best >= _HALF:
            left.remove(nearest)
        else:
            nearest = -1
        yield place, nearest, best


def joined(query: Query, name: Forms) -> float:
    """The likeness of a name whose words the query runs together, or the other way round; 0 if it does neither."""
    _, words, _ = name
    if len(words) < 2 and len(query.words) < 2:
        return 0.0
    wanted = loose("".join(query.words))
    for at in range(len(words)):
        whole = loose("".join(words[at:]))
        if whole.startswith(wanted):
            return _JOINED - 0.02 * (len(whole) - len(wanted)) / len(whole)
    return 0.0


@lru_cache(maxsize=65536)
def _word_likeness(word: str, sound: str, other: str, other_sound: str, wide: bool = False) -> float:
    if other == word:
        return 1.0
    if other.startswith(word):
        return _START
    if other_sound == sound:
        return _LOOSE
    if other_sound.startswith(sound):
        return _LOOSE * _START
    size = len(sound)
    if size < 3:
        return _SHORT if len(word) == 2 and 1 < len(other) < 4 and OSA.distance(word, other) == 1 else 0.0
    like = max(_despite_slips(sound, other_sound), _despite_slips(word, other))
    if wide and like < _WELL:
        like = max(like, _KIN * _despite_slips(kin(sound), kin(other_sound)))
    return like


def _despite_slips(word: str, other: str) -> float:
    if word == other:
        return 1.0
    if word[0] != other[0] and not _swapped_start(word, other):
        return 0.0
    size = len(word)
    most = 1 if size < 6 else 2
    found = slips(word, other, most)
    if found > most:
        return 0.0
    whole = abs(len(other) - size) <= most and OSA.distance(word, other, score_cutoff=found) <= found
    first = 0.0 if word[0] == other[0] else _OTHER_START
    if whole:
        # Consonants carry a name; who has them all in order and only its vowels wrong knows it.
        slip = _VOWEL_SLIP if _consonants(word) == _consonants(other) else _SLIP
        return _LOOSE - found * slip / (size + 1) - first
    return _LOOSE * _START - found * _SLIP_IN_START / (size + 1) - first


def _consonants(word: str) -> str:
    return word.translate(_VOWELS)


def _swapped_start(word: str, other: str) -> bool:
    """Whether one slip can explain that two words begin differently: a letter wrong, missing, added or swapped."""
    return word[1:2] == other[1:2] or word[0] == other[1:2] or word[1:2] == other[0]


def _distinct(wanted: Sequence[str], words: Sequence[str]) -> bool:
    """Whether each wanted word can have a word of its own: longest first, each the shortest that fits."""
    left = sorted(words, key=len)
    for word in sorted(wanted, key=len, reverse=True):
        found = next((other for other in left if other.startswith(word)), None)
        if found is None:
            return False
        left.remove(found)
    return True
