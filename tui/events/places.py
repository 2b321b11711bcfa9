"""Knows where in an article the words stand that are asked for of every sentence: verbs, deeds, fates, pronouns.

An article is cut into words once, and each kind of word is looked up by offset after that. A word that a stretch cuts
in two counts where it begins.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate, compress

from tui.events.sayings import FATE_OF_NOUN, TRIGGERS
from tui.events.verbs import action_of, is_mere_auxiliary, is_verb
from tui.events.wordlist import word_set

_APART = re.compile(r"([^\w’'-]+)")
"""What stands between two words."""

_PLAIN = re.compile(r"[A-Za-z]+(?:-[a-z]+)?")
_SPOKEN = re.compile(r"\w+")
_LETTERS = re.compile(r"[A-Za-z]+")
_PERSONAL = word_set("he him his she her himself herself they")
_TELLING = TRIGGERS | FATE_OF_NOUN.keys()
_LOT = 1 << 16
"""Characters cut into words at once: the words of a very long article are never all held."""

_REMEMBERED = 1 << 15


@dataclass(frozen=True, slots=True)
class _Sense:
    """What is to be known of one word; offsets are from its beginning."""

    size: int
    verb: bool
    pronoun: bool
    deeds: tuple[tuple[int, int, str], ...]
    pasts: tuple[int, ...]
    fates: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Places:
    """Offsets: where such words stand in a text, in order."""

    verbs: list[int] = field(default_factory=list)
    verb_ends: list[int] = field(default_factory=list)
    pronouns: list[int] = field(default_factory=list)
    deeds: list[tuple[int, int, str]] = field(default_factory=list)
    pasts: list[int] = field(default_factory=list)
    fates: list[int] = field(default_factory=list)


def first_verb(text: str, start: int, end: int) -> int:
    """Offset of the first word after the offset `start` that can be a verb; `end` if there is none before that."""
    verbs = _places(text).verbs
    at = bisect_right(verbs, start)
    return min(verbs[at], end) if at < len(verbs) else end


def past_first_verb(text: str, start: int, end: int) -> int:
    """Offset after the first verb of `text[start:end]`, be it the very first word; `end` if there is none."""
    places = _places(text)
    at = bisect_left(places.verbs, start)
    return min(places.verb_ends[at], end) if at < len(places.verbs) else end


def past_verbs(text: str, start: int, end: int) -> list[int]:
    """Offsets of the words of `text[start:end]` that can be a verb in the past and not a mere auxiliary, in order."""
    pasts = _places(text).pasts
    return pasts[bisect_left(pasts, start) : bisect_left(pasts, end)]


def action_verbs(text: str, start: int, end: int) -> list[tuple[int, int, str]]:
    """The past-tense action verbs of `text[start:end]` as (start, end, class of action), in order."""
    deeds = _places(text).deeds
    return deeds[bisect_left(deeds, (start,)) : bisect_left(deeds, (end,))]


def may_tell_fate(text: str, start: int, end: int) -> bool:
    """Whether a word that may say what became of somebody stands in `text[start:end]`."""
    return _is_any(_places(text).fates, start, end)


def has_pronoun(text: str, start: int, end: int) -> bool:
    """Whether "he", "she" or "they", or a form of the first two, stands in `text[start:end]`."""
    return _is_any(_places(text).pronouns, start, end)


def _is_any(places: Sequence[int], start: int, end: int) -> bool:
    at = bisect_left(places, start)
    return at < len(places) and places[at] < end


@lru_cache(maxsize=2)
def _places(text: str) -> _Places:
    found = _Places()
    begin = 0
    while begin < len(text):
        end = text.find(" ", begin + _LOT) + 1 or len(text)
        pieces = _APART.split(text[begin:end])
        starts = list(accumulate(map(len, pieces), initial=begin))[::2]
        senses = list(map(_sense, pieces[::2]))
        _note(found, list(zip(compress(starts, senses), filter(None, senses), strict=True)))
        begin = end
    return found


def _note(found: _Places, words: Sequence[tuple[int, _Sense]]) -> None:
    found.verbs.extend([start for start, word in words if word.verb])
    found.verb_ends.extend([start + word.size for start, word in words if word.verb])
    found.pronouns.extend([start for start, word in words if word.pronoun])
    found.deeds.extend([(start + at, start + stop, deed) for start, word in words for at, stop, deed in word.deeds])
    found.pasts.extend([start + at for start, word in words for at in word.pasts])
    found.fates.extend([start + at for start, word in words for at in word.fates])


@lru_cache(maxsize=_REMEMBERED)
def _sense(word: str) -> _Sense | None:
    """What is to be known of a word; None of most."""
    if word.isascii() and word.isalpha():
        plain = parts = [(0, word)]
    else:  # of "co-founded", "’he" or "é" some part may be such a word
        plain = [(part.start(), part[0]) for part in _PLAIN.finditer(word)]
        parts = [(part.start(), part[0]) for part in _LETTERS.finditer(word)]
    verb = is_verb(word)
    pronoun = not _PERSONAL.isdisjoint(_SPOKEN.findall(word.casefold()))
    deeds = [(at, at + len(part), action) for at, part in plain if (action := action_of(part.casefold()))]
    pasts = [at for at, part in plain if is_verb(part) and not is_mere_auxiliary(part) and not part[0].isupper()]
    fates = [at for at, part in parts if part.casefold() in _TELLING]
    if verb or pronoun or deeds or pasts or fates:
        return _Sense(len(word), verb, pronoun, tuple(deeds), tuple(pasts), tuple(fates))
    return None
