"""Decides how surely two spellings are one name: word by word, with rules for the words that tell names apart."""

import re
from dataclasses import dataclass

from tui.names.abjad import has_letters, reads_as
from tui.names.blanks import joined, soldered
from tui.names.cyrillic import chinese, koreans
from tui.names.extra import is_titled, weigh_extra
from tui.names.fold import fold
from tui.names.gazetteer import EQUIVALENTS
from tui.names.heads import HEADS
from tui.names.kanji import reading
from tui.names.kin import are_kin, born, numerals
from tui.names.namewords import told_words
from tui.names.partners import LINKS, may_be_partners, other_vowel, partners
from tui.names.remembered import remembered
from tui.names.sinic import in_syllables, same_syllables, unfold_script
from tui.names.sounds import alike
from tui.names.stated import abbreviates
from tui.names.variants import is_short_form, other_forms

SAME = 0.8
"""From here on two spellings are taken for one name when somebody asks about just these two."""

_KNOWN = {fold(name): at for at, row in enumerate(EQUIVALENTS) for name in row}


_BRACKET = re.compile(r"([^()]+) \(([^()]*)\)")


def may_be_same(left: str, right: str) -> bool:
    """Whether `same_name` may come to `SAME`: a quick look that tells most names apart for lack of a partner."""
    one, other = _spelt(left), _spelt(right)
    by_words = one.plain and other.plain and len(one.words) == len(other.words) and one.folded != other.folded
    if not by_words or (one.eastern and other.eastern):
        return True
    return may_be_partners(one.words, other.words)


@remembered(100_000)
def same_name(left: str, right: str) -> float:
    """How surely `left` and `right`, names as written, are one name: 0 to 1, the same either way round.

    Words are paired by sound, in any order. A word that only one of them has tells them apart, unless it is a middle
    name, a nationality or a title; a word on each side without a partner always does.
    """
    one, other = _spelt(left), _spelt(right)
    if one.folded == other.folded:
        return 1.0
    if one.folded in _KNOWN and _KNOWN[one.folded] == _KNOWN.get(other.folded):
        return 0.95
    inside = _BRACKET.fullmatch(left) or _BRACKET.fullmatch(right)
    if inside and (left.endswith(")") != right.endswith(")")):
        beside = right if left.endswith(")") else left
        return max(same_name(inside[1], beside), same_name(inside[2], beside))  # "Abu Mazen (Mahmoud Abbas)"
    if one.letters != other.letters:
        written, latin = (left, other) if one.letters else (right, one)
        spelt = (latin.as_written, *((form,) for form in _other_forms(latin.as_written)))
        return 0.92 if any(reads_as(written, words) for words in spelt) else 0.0
    if not (left.isascii() and right.isascii()):
        written, beside = (left, right) if right.isascii() else (right, left)
        if beside.isascii():
            read = reading(written)
            if read:
                return same_name(read, beside)
            if _is_eastern(written, beside):
                return 0.92
    if one.short or other.short:
        return _abbreviation(left, right)
    if one.numerals != other.numerals:
        return 0.0  # "Nicholas I" and "Nicholas II"
    if one.born != other.born:
        return 0.5  # father and son
    first, second = one.words, other.words
    if not first or not second:
        return 0.0
    if one.eastern and other.eastern:
        syllables = same_syllables(one.parts, other.parts) or same_syllables(first, second)
        if syllables is not None:
            return syllables
    if are_kin(one.folded, other.folded, first, second):
        return 0.6
    glued = joined(first, second) or soldered(one.unfolded, other.unfolded, first, second)
    if glued:
        return glued
    if len(first) > len(second):
        first, second = second, first
    pairs = partners(first, second)
    if len(pairs) < len(first):
        return 0.5 * min((alike(a, b) for a in first for b in second), default=0.0)
    score = sum(pairs.values()) / len(pairs)
    only = len(pairs) == 1 == len(second) and score < 1 and not is_short_form(first[0], second[0])
    if only and other_vowel(first[0], second[0]):
        return 0.75  # "Paris" and "Peres"
    if min(pairs.values()) < 0.9 and len(pairs) == 1 and min(len(first[0]), len(second[0])) < 8:
        score -= 0.03  # one short word is little to go by
    extra = [word for at, word in enumerate(second) if at not in {at for _, at in pairs}]
    if not extra:
        return score
    group = any(word in HEADS or word in LINKS for word in (*first, *second))
    return score * weigh_extra(first, second, extra, group, is_titled(one.unfolded) or is_titled(other.unfolded))


def _is_eastern(written: str, latin: str) -> bool:
    """Whether a name in Cyrillic letters is that Chinese or Korean name: "Си Цзиньпин", "Ким Чен Ын"."""
    words = tuple(fold(latin).split())
    read = chinese(written)
    if read and (read == words or same_syllables(read, words) or "".join(read) == "".join(words)):
        return True
    return any(form == words or same_syllables(form, words) for form in koreans(written))


@dataclass(frozen=True, slots=True)
class _Spelt:
    """What is compared of a name."""

    folded: str
    """Its key."""
    letters: bool
    """Whether it is in letters that leave vowels out."""
    short: bool
    """Whether it is written as an abbreviation."""
    as_written: tuple[str, ...]
    """Its words as they are told apart, folded."""
    unfolded: str
    """The name with what its script writes together brought nearer to Latin letters; what follows is of that."""
    parts: tuple[str, ...]
    """The words of its key."""
    words: tuple[str, ...]
    """Its words as they are told apart."""
    numerals: frozenset[str]
    """The ordinals of a king in it."""
    born: str
    """Which of two who are called alike it means: "jr", "sr", or "" where it does not say."""
    eastern: bool
    """Whether it can be read as the syllables of a Chinese or Korean name."""
    plain: bool
    """Whether it is told from others by its words alone: it is no abbreviation, and has no brackets or many hyphens."""


@remembered(50_000)
def _spelt(name: str) -> _Spelt:
    unfolded, as_written, folded, short = unfold_script(name), told_words(name), fold(name), _short(name)
    words = as_written if unfolded == name else told_words(unfolded)
    parts = tuple(fold(unfolded).split())
    return _Spelt(
        folded,
        has_letters(name),
        short,
        as_written,
        unfolded,
        parts,
        words,
        numerals(unfolded),
        born(name),
        in_syllables(parts) or in_syllables(words),
        name.isascii() and not short and "(" not in name and name.count("-") < 2 and folded not in _KNOWN,
    )


def _other_forms(words: tuple[str, ...]) -> tuple[str, ...]:
    """The other forms of a name that is one word."""
    return other_forms(words[0]) if len(words) == 1 else ()


def _short(name: str) -> bool:
    bare = name.strip().replace(".", "")
    return bare.isupper() and " " not in bare and 2 <= len(bare) <= 7 and bare.isalpha()


def _abbreviation(left: str, right: str) -> float:
    if _short(left) and _short(right):
        return 0.0
    short, full = (left, right) if _short(left) else (right, left)
    if abbreviates(short, full):
        return 0.95
    initials = sorted(word[0] for word in fold(full).split() if word not in LINKS)
    bare = sorted(fold(short))
    return 0.82 if len(bare) > 3 and bare == initials else 0.0  # NATO and OTAN, FARC
