"""Knows when two Chinese or Korean names are one name in two romanisations: pinyin, Wade-Giles, the two Korean ones.

Each syllable is reduced to a class of its initial and a class of its final that all the systems agree on (apostrophes
and breves are lost in news text, so "ch" may be pinyin zh, ch, j or q). Sources: the Wade-Giles to pinyin table of the
Library of Congress, and the Revised Romanisation of Korea beside McCune-Reischauer.
"""

import re

from tui.names.remembered import remembered

_SYLLABLE = re.compile(
    r"(?P<initial>zh|ch|sh|hs|tz|ts|sz|ss|[bpmfdtnlgkhjqxrzcsyw]?)"
    r"(?P<final>eou|iang|iung|iong|uang|ueng|ieh|ueh|ian|ien|iao|uai|uan|uei|ang|eng|ing|ong|ung|erh|ia|ie|iu|io|ua|ui|uo|ue"
    r"|un|ai|ei|ao|ou|eh|ih|an|en|in|er|a|o|e|i|u)"
)
_INITIALS = {
    "zh": "j", "ch": "j", "j": "j", "q": "j", "sh": "s", "hs": "s", "x": "s", "s": "s", "sz": "s", "ss": "s",
    "z": "z", "c": "z", "ts": "z", "tz": "z", "b": "b", "p": "b", "d": "d", "t": "d", "g": "g", "k": "g",
}  # fmt: skip
_FINALS = {
    "ien": "ian", "yen": "ian", "ieh": "ie", "eh": "ie", "ueh": "ue", "ih": "i", "ung": "ong", "iung": "iong",
    "uei": "ui", "erh": "er", "eou": "iu",
}  # fmt: skip
_LOOSE = {"o": "e", "uo": "e"}
_LONGEST = 24

_KOREAN = re.compile(
    r"(?P<initial>kk|tt|pp|ss|jj|ch|sh|[kgtdpbjsrlnmh]?)(?P<glide>[yw]?)"
    r"(?P<vowel>ae|ai|eo|eu|oo|ou|ee|oe|ui|ah|a|e|i|o|u)(?P<last>ng|[nmkglpbtr]?)"
)
_KOREAN_INITIALS = {"g": "k", "kk": "k", "d": "t", "tt": "t", "b": "p", "pp": "p", "j": "c", "jj": "c", "ch": "c",
                    "sh": "s", "ss": "s", "l": "n", "r": "n"}  # fmt: skip
_KOREAN_VOWELS = {"eo": "o", "eu": "o", "oo": "o", "ou": "o", "u": "o", "ee": "i", "ui": "i", "ah": "a", "ai": "e",
                  "ae": "e", "oe": "e"}  # fmt: skip
_KOREAN_LAST = {"g": "k", "b": "p", "r": "l"}
_FAMILIES = tuple(
    frozenset(row.split())
    for row in """
kim gim
lee yi rhee ri li i
park pak bak bag
choi choe
chung jung jeong chong cheong
kang gang
cho jo
yoon yun
chang jang
lim im rim
roh no noh
moon mun
ban pan
chun chon jeon jun
shin sin
seo suh so
kwon gwon
ahn an
oh o
han
hwang
song
yang
hong
ko go koh
""".strip().splitlines()
)
_ROW_OF = {family: at for at, row in reversed([*enumerate(_FAMILIES)]) for family in row}
"""The row of each family name, the first that has it."""


_HANGUL = re.compile("(?<=[가-힣])(?=[가-힣])")


def unfold_script(name: str) -> str:
    """A name with what other scripts write together brought nearer to Latin letters.

    Korean syllables stand apart, Greek pairs of vowels and the Indian sign for n are written out; other names stay.
    """
    if name.isascii():
        return name
    for pair, sound in _GREEK:
        name = name.replace(pair, sound)
    return _HANGUL.sub(" ", name)


_GREEK = (
    ("ου", "ou"), ("ού", "ou"), ("Ου", "Ou"), ("μπ", "b"), ("Μπ", "B"), ("ντ", "nt"), ("γκ", "gk"), ("γγ", "ng"),
    ("αυ", "av"), ("ευ", "ev"), ("Ευ", "Ev"), ("Γιά", "Yia"), ("Γιώ", "Yio"), ("ंह", "न्घ"), ("ं", "न्"),
)  # fmt: skip


_ALSO_WORDS = frozenset(
    ("park", "song", "no", "so", "moon", "pan", "jun", "sin", "an", "oh", "ban", "long", "lim", "go")
)


def is_family(word: str) -> bool:
    """Whether a folded word is a Korean family name and nothing else."""
    return word not in _ALSO_WORDS and word in _ROW_OF


@remembered(20_000)
def is_syllable(word: str) -> bool:
    """Whether a folded word is one syllable of Chinese or Korean in any of the romanisations: "shek", "jong"."""
    return bool(word) and (_SYLLABLE.fullmatch(word) or _KOREAN.fullmatch(word)) is not None


def in_syllables(words: tuple[str, ...]) -> bool:
    """Whether a name, as folded words, can be read as a Chinese or Korean one."""
    return bool(_korean(words) or _chinese(words))


@remembered(50_000)
def same_syllables(left: tuple[str, ...], right: tuple[str, ...]) -> float | None:
    """How surely two names, as folded words, are one Chinese or Korean name; None if they are not both such names."""
    if left == right or not left or not right:
        return None
    korean = _korean(left), _korean(right)
    if korean[0] and korean[0] == korean[1]:
        return 0.93
    one, other = _chinese(left), _chinese(right)
    if not one or not other or len(one) != len(other) or len(one) < 2:
        return None
    if all(_agree(a, b) for a, b in zip(one, other, strict=True)):
        return 0.94
    return None


def _chinese(words: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """The classes of the syllables of a name of two to four syllables; empty if a word cannot be read so."""
    found: list[tuple[str, str]] = []
    for word in words:
        syllables = _split(word)
        if not syllables:
            return ()
        found += syllables
    return tuple(found) if 2 <= len(found) <= 4 else ()


@remembered(20_000)
def _split(word: str) -> tuple[tuple[str, str], ...]:
    """The fewest syllables that make up a word, preferring long ones; empty if none do."""
    if len(word) > _LONGEST:
        return ()
    best: dict[int, tuple[tuple[str, str], ...]] = {len(word): ()}
    for at in range(len(word) - 1, -1, -1):
        for end in range(min(len(word), at + 6), at, -1):
            rest = best.get(end)
            match = _SYLLABLE.fullmatch(word, at, end) if rest is not None else None
            if rest is not None and match and (at not in best or len(rest) + 1 < len(best[at])):
                best[at] = (_classes(match["initial"], match["final"]), *rest)
    return best.get(0, ())


def _classes(initial: str, final: str) -> tuple[str, str]:
    final = _FINALS.get(final, final)
    if initial in ("tz", "ss", "sz") and final == "u":
        final = "i"  # "tzu", "ssu" are "zi", "si"
    if initial == "y":
        initial, final = (
            "",
            {"e": "ie", "an": "ian", "en": "ian", "u": "iu", "ou": "iu"}.get(final, "i" + final.removeprefix("i")),
        )
    if initial == "w":
        initial, final = "", "u" + final.removeprefix("u")
    return _INITIALS.get(initial, initial), final


def _agree(left: tuple[str, str], right: tuple[str, str]) -> bool:
    initials = left[0] == right[0] or {left[0], right[0]} in ({"j", "r"}, {"j", "z"})
    finals = _LOOSE.get(left[1], left[1]) == _LOOSE.get(right[1], right[1])
    # Wade-Giles "ch'i", "chin", "chia" have their i in both; "hs" and "x" alike.
    return initials and finals


def _korean(words: tuple[str, ...]) -> tuple[object, ...]:
    """The row of the family name and the classes of one or two given syllables; empty for other names."""
    if not 2 <= len(words) <= 3:
        return ()
    row = _ROW_OF.get(words[0])
    if row is None:
        return ()
    given = "".join(words[1:])
    for first in range(min(6, len(given)), 0, -1):
        parts = [given[:first], given[first:]] if first < len(given) else [given]
        if len(words) == 3 and parts != list(words[1:]):
            continue
        matches = [_KOREAN.fullmatch(part) for part in parts]
        if all(matches):
            return (row, *(_korean_classes(match) for match in matches if match))
    return ()


def _korean_classes(match: re.Match[str]) -> tuple[str, str, str]:
    initial = _KOREAN_INITIALS.get(match["initial"], match["initial"])
    vowel = _KOREAN_VOWELS.get(match["vowel"], match["vowel"])
    return initial, vowel, _KOREAN_LAST.get(match["last"], match["last"])
