"""Knows given names of two syllables with the second in lower case: "Ban Ki-moon", "Sun Yat-sen"."""

import re

from tui.names.fold import fold_word
from tui.names.gazetteer import words
from tui.names.sinic import is_family, is_syllable

UPPER = "A-ZÀ-ÖØ-Þ" + "".join(chr(code) for code in range(0x100, 0x588) if chr(code).isupper())
"""The capital letters of the Latin, Greek, Cyrillic and Armenian alphabets, for the brackets of an expression."""

HYPHENS = ("-", "‑")
"""The hyphens of a text: the plain one and the one no line may end at."""
_SECOND = re.compile(r"[-‑]([a-z]{1,6}(?:['’ʼ`‘][a-z]{1,4})?)(?![\w-])")
_NEVER_SECOND = ("run", "to", "like", "ish")


def whole_given(text: str, begin: int, stop: int, last: int, family: str = "") -> int:
    """Where the given name at `begin` ends, its second syllable in lower case with it: "Ban Ki-moon", "Kim Jong-un".

    `last` is where the run before it ends: a family name stands right before, or else right after, such a name.
    `family` is the folded word right before: after one that only Koreans and Chinese have two words are no phrase.
    """
    match = _SECOND.match(text, stop)
    if not match or not (text[last:begin] == " " or _NEXT.match(text, match.end())):
        return stop
    first, second = fold_word(text[begin:stop]), fold_word(match[1])
    if len(second) < 2 or second in _NEVER_SECOND or not is_syllable(first) or not is_syllable(second):
        return stop
    plain = first in words() and second in words()
    return stop if plain and not (text[last:begin] == " " and is_family(family)) else match.end()


_NEXT = re.compile(f" [{UPPER}]")
_GIVEN_HYPHENED = re.compile(f"[{UPPER}][^-‑]*[-‑][a-z].+")


def is_hyphened(word: str) -> bool:
    """Whether a word is a given name of two syllables, the second in lower case: "Yat-sen"."""
    return _GIVEN_HYPHENED.fullmatch(word) is not None and not is_town(word)


_TOWN = re.compile(r".{3,}[-‑](?:ri|ni|do|dong|myon|gun|gang)|.+-(?:sur|upon|on|am|aux|les|sous|by-the)-.+")


def is_town(word: str) -> bool:
    """Whether a word with hyphens is made as towns are: "Hagaru-ri", "Chalon-sur-Saône"."""
    return _TOWN.fullmatch(word) is not None and not is_syllable(fold_word(re.split("[-‑]", word)[0]))
