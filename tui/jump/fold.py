"""Knows which spellings sound alike: the plain form of a name, and the loose form that transliterations share."""

import re
from collections.abc import Sequence
from functools import lru_cache

from anyascii import anyascii

_DROPPED = "'`\"^*ʿʾʼ’‘“”´"
_SPACED = "-_/\\.,;:!?()[]{}<>|+=~#$%&@\t\r\x0b\x0c\xa0–—…·•"
_TABLE = str.maketrans({**dict.fromkeys(_DROPPED, ""), **dict.fromkeys(_SPACED, " ")})
_FOREIGN = {code: said for code, said in _TABLE.items() if code > 127}
_DOTTED = re.compile(r"\b([a-z])\.(?=[a-z]\b)")
_KIN = str.maketrans("czv", "ssu")
PARTICLES = frozenset(("al", "el", "ul", "ibn", "bin", "ben", "the", "of", "de", "la", "von", "van", "and", "abd"))
"""Small words that a query may have or lack without being another name."""

_JOINED = "multi"

LONGEST_INITIALS = 8
"""Letters up to which a query may be the initials of a name."""

TITLES = frozenset(
    (
        *("mr", "mrs", "ms", "dr", "sir", "lord", "lady", "king", "queen", "prince", "pope", "saint", "st", "rev"),
        *("general", "gen", "colonel", "col", "major", "maj", "captain", "capt", "lieutenant", "lt", "admiral", "adm"),
        *("president", "minister", "senator", "sen", "governor", "gov", "ambassador", "chancellor", "judge"),
        *("sheikh", "shaykh", "sayyid", "ayatollah", "imam", "mullah", "hajji", "emir", "sultan", "shah"),
    )
)
"""Words before a name that say what somebody is; a query may have one that the name lacks."""

# The order matters: digraphs before the letters they are made of. "\1" keeps "ch" apart from "c" while "c" is settled.
_SOUNDS = (
    ("tsch", "\1"),
    ("tch", "\1"),
    ("sch", "sh"),
    ("ch", "\1"),
    ("ck", "k"),
    ("ce", "se"),
    ("ci", "si"),
    ("cy", "si"),
    ("c", "k"),
    ("\1", "c"),
    ("kh", "k"),
    ("q", "k"),
    ("gh", "g"),
    ("ph", "f"),
    ("dh", "d"),
    ("th", "t"),
    ("dzh", "j"),
    ("dj", "j"),
    ("zh", "j"),
    ("x", "ks"),
    ("o", "u"),
    ("w", "u"),
    ("y", "i"),
    ("e", "i"),
    ("ah ", "a "),
    *((letter * 2, letter) for letter in "iiuuaabdfghjklmnprstvz"),
)


def plain(text: str) -> str:
    """The text in lower-case ASCII letters and digits, words apart by one blank, apostrophes and accents gone."""
    if not text.isascii():
        text = anyascii(text.translate(_FOREIGN))  # the dots of "U.S." are still to be read
    low = text.lower()
    if "." in low:
        low = _DOTTED.sub(r"\1", low)
    return " ".join(low.translate(_TABLE).split())


def loose(text: str) -> str:
    """The loose form of a plain text: q, kh, c as k; gh as g; o, ou, w as u; y, ee, e as i; doubled letters as one."""
    text += " "
    for sound, letter in _SOUNDS:
        if sound in text:
            text = text.replace(sound, letter)
    return text[:-1]


@lru_cache(maxsize=16384)
def kin(sound: str) -> str:
    """The loose form of a word with sounds made one that languages write for each other: sh, ch, s, z; v, w."""
    return sound.replace("sh", "s").translate(_KIN)


def kindred(sound: str) -> list[str]:
    """Other loose forms of the same kin, the likeliest few: one sound taken for another throughout."""
    swaps = (("sh", "c"), ("c", "sh"), ("z", "s"), ("s", "z"), ("v", "u"), ("u", "v"))
    told = dict.fromkeys(sound.replace(one, other) for one, other in swaps)
    told[kin(sound)] = None
    told.pop(sound, None)
    return list(told)


def loose_all(texts: Sequence[str]) -> list[str]:
    """The loose forms of many plain texts, some thousand at a time so that no single call takes long."""
    done: list[str] = []
    for start in range(0, len(texts), 4096):
        joined = " \n".join(texts[start : start + 4096]) + " "
        for sound, letter in _SOUNDS:
            joined = joined.replace(sound, letter)
        done += [line[:-1] for line in joined.split("\n")]
    return done


def forms(said: str, sounds: str) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """A plain form, the words of it, and the loose forms of those words, given the loose form of the whole."""
    return said, tuple(said.split()), tuple(sounds.split(" ")) if said else ()


def initials(words: Sequence[str]) -> str:
    """The first letters of the words, small words left out where enough others remain."""
    strong = [word for word in words if word not in PARTICLES]
    return "".join(word[0] for word in (strong if len(strong) > 1 else words))


def abbreviations(words: Sequence[str]) -> list[str]:
    """What words may be shortened to by their first letters: small words left out or not, "multi-" taken for a word."""
    told = [initials(words), "".join(word[0] for word in words)]
    if any(map(joint, words)):
        told.append(
            "".join(word[0] + (word[joint(word)] if joint(word) else "") for word in words if word not in PARTICLES)
        )
    return list(dict.fromkeys(told))


def joint(word: str) -> int:
    """Where the second part of a word made of two begins ("multi" and "national"), if it is abbreviated; else 0."""
    return len(_JOINED) if word.startswith(_JOINED) and len(word) > len(_JOINED) + 3 else 0
