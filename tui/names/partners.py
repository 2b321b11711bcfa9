"""Finds for each word of a name its partner in another spelling of it."""

import re

from tui.names.gazetteer import places, words
from tui.names.sounds import alike
from tui.names.variants import is_short_form
from tui.names.words import is_demonym, word_set

LEAST = 0.8
"""From here on two words may be partners."""
LINKS = word_set("of the and for in on")
"""Words that link others within a name."""
_SURE_OF_WORDS = 0.93
"""From here on two plain words of a longer name are one."""


def partners(first: tuple[str, ...], second: tuple[str, ...]) -> dict[tuple[int, int], float]:
    """The best partner in `second` for each word of `first`, each used once; words without one are missing."""
    many = len(first) > 1
    ranked = []
    for i, a in enumerate(first):
        for j, b in enumerate(second):
            score = _word(a, b, many)
            if score >= LEAST:
                ranked.append((score, -abs(i - j), i, j))
    ranked.sort(reverse=True)
    pairs: dict[tuple[int, int], float] = {}
    left: set[int] = set()
    right: set[int] = set()
    for score, _, i, j in ranked:
        if i not in left and j not in right:
            pairs[(i, j)] = score
            left.add(i)
            right.add(j)
    return pairs


def may_be_partners(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    """Whether every word of `first` has words in `second` that may be its partner."""
    many = len(first) > 1
    return all(any(_word(a, b, many) >= LEAST for b in second) for a in first)


def _word(left: str, right: str, many: bool) -> float:
    """How surely two words are partners, below `LEAST` if not; of names of `many` words more is asked."""
    score = alike(left, right)
    if not many:
        return score
    if score < LEAST:
        if is_demonym(left) == is_demonym(right):
            return score
        people, land = (left, right) if is_demonym(left) else (right, left)
        return 0.9 if _is_of(people, land) else score  # "Palestine" and "Palestinian" inside a longer name
    if score < _SURE_OF_WORDS and min(len(left), len(right)) > 1 and left in words() and right in words():
        return score if is_short_form(left, right) else 0.0
    return score


def _is_of(people: str, land: str) -> bool:
    """Whether an adjective is that of a country: "Chinese" of "China", "Nigerian" not of "Niger"."""
    if land + "ia" in places():
        return people == land + "ien"
    stem = land[:-1] if land[-1] in "aeoy" else land
    regular = {end for tail in ("n", "an", "ian", "i", "ese", "ish") for end in (land + tail, stem + tail)}
    return people in regular or _PEOPLES.get(land) == people


_PEOPLES = {
    "france": "french", "germany": "german", "greece": "greek", "turkey": "turkish", "spain": "spanish",
    "ireland": "irish", "poland": "polish", "denmark": "danish", "sweden": "swedish", "finland": "finnish",
    "wales": "welsh", "scotland": "scottish", "england": "english", "britain": "british", "afghanistan": "afghan",
    "kurdistan": "kurdish", "philippines": "philippine", "lebanon": "lebanese", "netherlands": "dutch",
    "palestine": "palestinian", "switzerland": "swiss", "japan": "japanese", "vietnam": "vietnamese",
}  # fmt: skip


def other_vowel(left: str, right: str) -> bool:
    """Whether an "a" of a short word stands against another vowel of the other one."""
    one, other = _VOWEL.findall(left, 1), _VOWEL.findall(right, 1)
    short = max(len(left), len(right)) <= 5 and len(one) == len(other)
    return short and any((a == "a") != (b == "a") for a, b in zip(one, other, strict=True))


_VOWEL = re.compile("[aeiou]")
