"""Knows which letters stand for one sound when a name is carried from one alphabet into another."""

import re
from functools import lru_cache

from tui.names.gazetteer import COUNTRY, given_names, places

_DIGRAPHS = (
    ("tch", "c"), ("shch", "sc"), ("sch", "s"), ("dzh", "j"), ("ck", "k"), ("kh", "h"), ("gh", "g"), ("ph", "f"),
    ("zh", "j"), ("ch", "c"), ("tch", "c"), ("sh", "x"), ("hs", "x"), ("dj", "j"), ("dh", "d"), ("th", "t"),
    ("ts", "s"), ("tz", "s"), ("ks", "x"), ("q", "k"), ("w", "v"), ("ce", "se"), ("ci", "si"), ("z", "s"),
)  # fmt: skip
_DOUBLES = re.compile(r"(.)\1+")
_VOWELS = re.compile(r"[aeiouy]+")
_NEAR = frozenset(
    frozenset(pair) for pair in ("bp", "dt", "gk", "gj", "cj", "cs", "jx", "cx", "vb", "vf", "hk", "hg", "ck")
)
_LOOSE = 0.07
_CLASSES = str.maketrans("pbdtgkjcqxszvwf", "bbddkkkkksssvvv")


@lru_cache(maxsize=100_000)
def skeleton(word: str) -> str:
    """The consonants of a folded word in one spelling each: "hizballah" and "hezbollah" give "hsbl".

    A leading vowel counts as "a", a leading "y" before a vowel and a final "h" as nothing.
    """
    bare = _DOUBLES.sub(r"\1", word)
    if bare[:1] == "y" and bare[1:2] in ("e", "u", "a"):
        bare = bare[1:]
    for spelt, sound in _DIGRAPHS:
        bare = bare.replace(spelt, sound)
    if len(bare) > 2 and bare[-1] == "h":
        bare = bare[:-1]
    lead = "a" if bare[:1] in ("a", "e", "i", "o", "u", "y") else ""
    return _DOUBLES.sub(r"\1", lead + _VOWELS.sub("", bare)) or bare


def sound_class(word: str) -> str:
    """A coarser skeleton for indexes: words that `alike` pairs by their sounds share it."""
    return skeleton(word).translate(_CLASSES)


@lru_cache(maxsize=100_000)
def alike(left: str, right: str) -> float:
    """How surely two folded words are one name's word, 0 to 1; the order of the two does not matter.

    1 is the same word; from 0.9 the same sounds; below 0.8 nothing is claimed. Numbers must be equal.
    """
    if left == right:
        return 1.0
    if any(letter.isdigit() for letter in left + right):
        return 0.0
    if len(left) == 1 or len(right) == 1:
        return 0.9 if left[0] == right[0] else 0.0
    if _short_form(left, right):
        return 0.92
    if left.rstrip("s") == right.rstrip("s") and min(len(left), len(right)) > 3:
        return 0.96
    if left[:-1] == right[:-1] and left[-1] in "aoei" and right[-1] in "aoei" and {left, right} <= given_names():
        return 0.7  # "Mario" and "Maria"
    if places().get(left) == places().get(right) == COUNTRY:
        return 0.0  # "Niger" and "Nigeria"
    one, other = skeleton(left), skeleton(right)
    from rapidfuzz.distance import Levenshtein  # a compiled module: not for those who only look names up

    ratio = Levenshtein.normalized_similarity(left, right)
    if one == other:
        return 0.9 + 0.08 * ratio if ratio >= 0.4 else 0.8
    if len(one) == len(other):
        wrong = [frozenset(pair) for pair in zip(one, other, strict=True) if pair[0] != pair[1]]
        if len(wrong) <= max(1, len(one) // 2) and all(pair in _NEAR for pair in wrong) and ratio >= 0.35:
            return 0.95 - _LOOSE * len(wrong)
    if len(left) == len(right) >= 6 and _swapped(left, right):
        return 0.9
    if min(len(left), len(right)) >= 8 and ratio >= 0.88:
        return 0.88  # a long word with one slip of the pen
    return ratio * 0.75


def _swapped(left: str, right: str) -> bool:
    """Whether two words of one length differ only in the order of two neighbouring letters: "Chrylser"."""
    wrong = [at for at in range(len(left)) if left[at] != right[at]]
    return len(wrong) == 2 and wrong[1] == wrong[0] + 1 and sorted(left) == sorted(right)


_SHORT_FORMS = tuple(
    frozenset(forms.split())
    for forms in """
william bill billy will willy
robert bob bobby rob
richard dick rick rich
james jim jimmy jamie
john jack johnny jon jonathan
elizabeth liz beth betty lizzie eliza
edward ed eddie ted teddy
thomas tom tommy
michael mike mick
joseph joe joey
charles charlie chuck
david dave davy
anthony tony
donald don donny
daniel dan danny
samuel sam sammy
benjamin ben benny
alexander alex sasha aleksandr
katherine catherine kate kathy cathy katie
margaret maggie peggy meg
patricia pat patty
patrick pat paddy
christopher chris
stephen steven steve
kenneth ken kenny
ronald ron ronnie
gerald gerry jerry
andrew andy drew
henry harry hank
lawrence larry
frederick fred freddy
matthew matt
theodore ted teddy theo
peter pete pyotr petr piotr pedro
susan sue suzanne
deborah debbie deb
jeffrey jeff geoffrey geoff
gregory greg
timothy tim
ronald ron
vladimir volodymyr
nikolai nicholas nick
mikhail mykhailo
saint st
peking beijing
bombay mumbai
calcutta kolkata
burma myanmar
rangoon yangon
constantinople istanbul
leningrad petersburg petrograd
canton guangzhou
madras chennai
ceylon lanka
persia iran
""".strip().splitlines()
)


_BY_SHORT: dict[str, list[int]] = {}
for _row, _forms in enumerate(_SHORT_FORMS):
    for _form in _forms:
        _BY_SHORT.setdefault(_form, []).append(_row)


def _short_form(left: str, right: str) -> bool:
    """Whether both are forms of one given name, or the old and new name of one city."""
    return not set(_BY_SHORT.get(left, ())).isdisjoint(_BY_SHORT.get(right, ()))
