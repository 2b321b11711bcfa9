"""Knows which letters stand for one sound when a name is carried from one alphabet into another."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from tui.names.gazetteer import COUNTRY, given_names, places
from tui.names.remembered import remembered
from tui.names.variants import is_short_form
from tui.names.words import word_set

_DIGRAPHS = (
    ("schtsch", "x4"), ("tsch", "4"), ("tch", "4"), ("shch", "x4"), ("sch", "x"), ("dzh", "j"), ("ck", "k"),
    ("kh", "h"), ("gh", "g"), ("ph", "f"), ("zh", "j"), ("ch", "4"), ("sh", "x"), ("hs", "x"), ("dj", "j"), ("dh", "d"),
    ("th", "t"),
    ("ts", "s"), ("tz", "s"), ("ks", "x"), ("q", "k"), ("w", "v"), ("ce", "se"), ("ci", "si"), ("cy", "sy"), ("c", "k"),
    ("4", "c"), ("z", "s"), ("nb", "mb"), ("np", "mp"), ("rnh", "rn"), ("lh", "l"),
)  # fmt: skip
_ENDS_IN_I = re.compile(r"[aeiy]j$")
_DOUBLES = re.compile(r"(.)\1+")
_VOWELS = re.compile(r"[aeiouy]+")
_NEAR = frozenset(
    either
    for pair in ("bp", "dt", "gk", "gj", "cj", "cs", "jx", "cx", "sx", "js", "vb", "vf", "hg", "ck")
    for either in (pair, pair[::-1])
)
_LOOSE = 0.07
_CLASSES = str.maketrans("pbdtgkjcqxszvwf", "bbddkkkkksssvvv")


@remembered(100_000)
def skeleton(word: str) -> str:
    """The consonants of a folded word in one spelling each: "hizballah" and "hezbollah" give "hsbl".

    A leading vowel counts as "a", a leading "y" before a vowel and a final "h" as nothing.
    """
    bare = _ENDS_IN_I.sub("i", _DOUBLES.sub(r"\1", word))
    if bare[:1] == "y" and bare[1:2] in ("e", "u", "a"):
        bare = bare[1:]
    for spelt, sound in _DIGRAPHS:
        bare = bare.replace(spelt, sound)
    if len(bare) > 2 and bare[-1] == "h":
        bare = bare[:-1]
    lead = "a" if bare[:1] in ("a", "e", "i", "o", "u", "y") else ""
    return lead + _VOWELS.sub("", _DOUBLES.sub(r"\1", bare)) or bare


def sound_class(word: str) -> str:
    """A coarser skeleton for indexes: words that `alike` pairs by their sounds share it."""
    return skeleton(word).translate(_CLASSES)


@remembered(100_000)
def alike(left: str, right: str) -> float:
    """How surely two folded words are one name's word, 0 to 1; the order of the two does not matter.

    1 is the same word; from 0.9 the same sounds; below 0.8 nothing is claimed. Numbers must be equal.
    """
    if left == right:
        return 1.0
    first, second = _heard(left), _heard(right)
    if first.number or second.number or (left in _FEW and right in _FEW):
        return 0.0  # "George II" and "George III"
    short = min(len(left), len(right))
    if short == 1:
        return 0.9 if left[0] == right[0] else 0.0
    if is_short_form(left, right):
        return 0.92
    if short == 2 and abs(len(left) - len(right)) > 1:
        return 0.0  # "St" and "City"
    if short > 3 and left.rstrip("s") == right.rstrip("s"):
        return 0.96
    if left[:-1] == right[:-1] and left[-1] in "aoei" and right[-1] in "aoei" and {left, right} <= given_names():
        return 0.7  # "Mario" and "Maria"
    if first.country and second.country:
        return 0.0  # "Niger" and "Nigeria"
    one, other = _closest(first, second)
    ratio = _likeness()(left, right)
    if one == other:
        return _one_skeleton(left, right, len(one), ratio)
    if len(one) == len(other) and ratio >= 0.35:
        wrong = _near_sounds(one, other)
        if wrong is not None and not _begins_apart(one, other):
            return 0.95 - _LOOSE * wrong
    if len(left) == len(right) >= 6 and _swapped(left, right):
        return 0.9
    if short >= 8 and ratio >= 0.88:
        return 0.88  # a long word with one slip of the pen
    return ratio * 0.75


@cache
def _likeness() -> Callable[[str, str], float]:
    """Compares two words letter by letter: 1 for the same, 0 for no letter in common."""
    from rapidfuzz.distance import Levenshtein  # a compiled module: not for those who only look names up

    return Levenshtein.normalized_similarity


def _one_skeleton(left: str, right: str, consonants: int, ratio: float) -> float:
    """How surely two words with one skeleton of so many letters are one; `ratio` is their likeness."""
    if consonants < _SHORT_SKELETON and ratio < _CLOSE_SHORT and ("w" in left) != ("w" in right):
        return 0.7  # "Ali" and "Alawi"
    if _patterns_differ(left, right):
        return 0.75  # "Hassan" and "Hussein", "Jamal" and "Jamil"
    if _vowels_differ(left, right, consonants):
        return 0.75  # "Hess" and "Höss", "Hunan" and "Henan"
    return 0.9 + 0.08 * ratio if ratio >= 0.4 else 0.8


def _near_sounds(one: str, other: str) -> int | None:
    """In how many places two skeletons of one length differ; None if in too many, or by sounds that are not near."""
    wrong, most = 0, max(1, len(one) // 2)
    for a, b in zip(one, other, strict=True):
        if a != b:
            wrong += 1
            if wrong > most or a + b not in _NEAR:
                return None
    return wrong


@dataclass(frozen=True, slots=True)
class _Heard:
    """What is compared of a word."""

    number: bool
    """Whether it is a number, or has a figure."""
    country: bool
    """Whether it is the name of a country."""
    skeleton: str
    """Its skeleton."""
    elsewhere: tuple[str, ...]
    """The skeletons of it as other languages would read it, in the order of `_HEARD`; "" for one that does not."""


@remembered(100_000)
def _heard(word: str) -> _Heard:
    number = word in _NUMERALS or (not word.isalpha() and any(letter.isdigit() for letter in word))
    elsewhere = tuple([skeleton(spelt.sub(heard, word)) if spelt.search(word) else "" for spelt, heard in _HEARD])
    return _Heard(number, places().get(word) == COUNTRY, skeleton(word), elsewhere)


_NUMERALS = frozenset(("ii", "iii", "iv", "vii", "viii", "ix", "xii", "xiii", "xiv", "xv", "xvi", "xvii", "xviii"))
_FEW = frozenset(("i", "v", "vi", "x", "xi"))
_HEARD = tuple(
    (re.compile(spelt), heard)
    for spelt, heard in (
        (r"(?<!s)ch", "kh"), ("q", "kh"), (r"(?:^|(?<=[aeiou]))j(?=[aeiou])", "y"), (r"(?<=[aeiou])w(?=[aeiou])", "u"),
        (r"(?<=[bdflmnprstvz])j(?=[aeou])", "y"), (r"(?<=[aeiou])j(?=[^aeiou]|$)", "i"),
        (r"(?<=a)w(?=[^aeiou])", "u"), (r"(?<=^[^aeiou]a)h(?=[^aeiouh])", ""),
        (r"(?<=^[^aeiou][^aeiou]a)h(?=[^aeiouh])", ""),
        ("dj", "d"), ("sz", "sh"), ("cz", "ch"), (r"^g(?=[aeiou])", "j"), (r"^io", "jo"),
    )
)  # fmt: skip
"""What a spelling stands for in another language: "Chaim" and "Haim", "Julia" and "Yulia", "Djindjic" and "Đinđić"."""


def _begins_apart(one: str, other: str) -> bool:
    """Whether two skeletons begin with j and s or sh, which only inside a word are one sound."""
    return {one[0], other[0]} in ({"j", "s"}, {"j", "x"})


def _closest(left: _Heard, right: _Heard) -> tuple[str, str]:
    """The skeletons of two words, of either as another language would read it if that makes them equal."""
    one, other = left.skeleton, right.skeleton
    if one == other or not (other in left.elsewhere or one in right.elsewhere):
        return one, other
    for as_left, as_right in zip(left.elsewhere, right.elsewhere, strict=True):
        if as_left == other:
            return other, other
        if as_right == one:
            return one, one
    return one, other


_FRONT, _BACK = frozenset("ei"), frozenset("ou")
_SHORT_SKELETON = 3
_CLOSE_SHORT = 0.7


def _patterns_differ(left: str, right: str) -> bool:
    """Whether two given names have the same consonants, but one a long a before the last and the other a long i."""
    if not ({left, right} <= given_names() or {left, right} <= _BEAUTIES):
        return False
    vowels = {match[1] for match in (_LAST_VOWEL.search(left), _LAST_VOWEL.search(right)) if match}
    return len(vowels) > 1 and bool(vowels & _LONG_A) and bool(vowels & _LONG_I)


_BEAUTIES = word_set("hasan hassan hasen husain hussain hossain husayn hussein hossein husein hosein hussien")
"""Spellings of two given names that are one and the same consonants."""
_LAST_VOWEL = re.compile("([aeiouy]+)[^aeiouy]+$")
_LONG_A, _LONG_I = frozenset(("a", "aa")), frozenset(("i", "ee", "ei", "y"))


def _vowels_differ(left: str, right: str, consonants: int) -> bool:
    """Whether in short words a vowel spoken in front stands against one spoken at the back."""
    if consonants > _SHORT_SKELETON:
        return False
    one, other = re.findall("[aeiou]", left), re.findall("[aeiou]", right)
    return len(one) == len(other) and any(
        (a in _FRONT and b in _BACK) or (a in _BACK and b in _FRONT) for a, b in zip(one, other, strict=True)
    )


def _swapped(left: str, right: str) -> bool:
    """Whether two words of one length differ only in the order of two neighbouring letters: "Chrylser"."""
    wrong = [at for at in range(len(left)) if left[at] != right[at]]
    return len(wrong) == 2 and wrong[1] == wrong[0] + 1 and sorted(left) == sorted(right)
