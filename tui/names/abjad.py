"""Knows when a name in Arabic, Persian or Hebrew letters reads as one in Latin letters, short vowels being unwritten.

Each letter stands for some Latin spellings; between two of them one vowel may go unwritten, two only where a letter
calls for them: that keeps "Hassan" from "Hussein". Source: the romanisation tables of the Library of Congress, and the
looser spellings of the press.
"""

import re
import unicodedata
from functools import lru_cache

_ANY = ("a", "e", "i", "o", "u", "ou", "aa", "ei", "ai", "")
_BACK = ("w", "v", "o", "u", "ou", "oo", "au", "aw", "ow", "eu")
_FRONT = ("y", "i", "e", "ee", "ie", "ei", "ey", "ai", "ay", "iy", "j", "ia", "ya")
_LETTERS: dict[str, tuple[str, ...]] = {
    "ا": ("a", "e", "o", "aa", "u"), "آ": ("a", "aa", "o"), "أ": _ANY, "إ": _ANY, "ء": ("",), "ئ": ("", "i", "e", "y"),
    "ؤ": ("", "u", "o"), "ع": _ANY, "ب": ("b", "p"), "ت": ("t",), "ط": ("t",), "ث": ("th", "s", "t"),
    "ج": ("j", "g", "dj", "dsch", "c", "ch"),
    "ح": ("h",), "ه": ("h", "e", "eh", "a", "ah", "i", ""), "خ": ("kh", "h", "k", "ch", "x"), "د": ("d",),
    "ض": ("d", "dh", "z"),
    "ذ": ("dh", "z", "d", "th"), "ر": ("r",), "ز": ("z", "s"), "ظ": ("z", "dh", "th"), "س": ("s", "ss"),
    "ص": ("s", "ss"),
    "ش": ("sh", "ch", "s", "sch"), "غ": ("gh", "g"), "ف": ("f", "v", "ph"), "ق": ("q", "k", "g", "gh", "c"),
    "ك": ("k", "c", "q", "ck"), "ک": ("k", "c", "q", "ck"), "ل": ("l",), "م": ("m",), "ن": ("n",), "و": _BACK,
    "ي": _FRONT,
    "ی": _FRONT,
    "ى": ("a", "i", "y", "e"), "ة": ("a", "ah", "eh", "e", "at", "h", ""), "پ": ("p",), "چ": ("ch", "tch", "c"),
    "ژ": ("zh", "j", "z"), "گ": ("g",), "ڤ": ("v",), "ٹ": ("t",), "ڈ": ("d",), "ڑ": ("r",), "ں": ("n",),
    "ے": ("e", "i", "ay"),
    "ۀ": ("e", "eh"), "ہ": ("h", "a", "ah", "e"), "ھ": ("h", ""),
    "א": _ANY, "ב": ("b", "v", "w"), "ג": ("g",), "ד": ("d",), "ה": ("h", "a", "ah", "e", "eh", ""), "ו": (*_BACK, ""),
    "ז": ("z", "s"), "ח": ("h", "ch", "kh"), "ט": ("t",), "י": (*_FRONT, ""), "כ": ("k", "ch", "kh", "c"), "ל": ("l",),
    "מ": ("m",), "נ": ("n",), "ס": ("s",), "ע": (*_ANY, "g"), "פ": ("p", "f", "ph"), "צ": ("tz", "ts", "z", "s", "c"),
    "ק": ("k", "q", "c", "ck"), "ר": ("r",), "ש": ("sh", "s", "sch", "ch"), "ת": ("t", "th"),
}  # fmt: skip
_FINAL = str.maketrans("ךםןףץ", "כמנפצ")
_VOWELS = frozenset("aeiou")
_WORD = re.compile(r"[^\W\d_]+")
_ARTICLE = "ال"
_PARTICLES = frozenset(("بن", "ابن", "أبو", "ابو", "أبي", "ال", "آل", "ابی"))
_TITLES = frozenset(("سيد", "سید", "شيخ", "شیخ", "الشيخ", "السيد", "دكتور", "دکتر", "ملا", "حاج", "الملا", "الرئيس"))
_LONGEST = 40


def has_letters(name: str) -> bool:
    """Whether a name holds letters of these scripts."""
    return not name.isascii() and any(letter in _LETTERS or letter in "ךםןףץ" for letter in name)


@lru_cache(maxsize=20_000)
def reads_as(name: str, words: tuple[str, ...]) -> bool:
    """Whether `name`, in these letters, can be read as the folded Latin `words`, particles and titles off both."""
    letters = _letters(name)
    latin = "".join(words)
    if not letters or not latin.isascii() or max(len(letters), len(latin)) > _LONGEST:
        return False
    # By offset in the Latin name: whether the vowel before it went unwritten, so that no other may.
    reached = {(0, False)}
    for spellings, optional in letters:
        reached |= {(at + 1, True) for at, spent in reached if not spent and latin[at : at + 1] in _VOWELS}
        onward: set[tuple[int, bool]] = set(reached) if optional else set()
        for at, _ in reached:
            for spelling in spellings:
                if latin.startswith(spelling, at):
                    end = at + len(spelling)
                    sounded = bool(spelling) and spelling[-1] not in _VOWELS
                    onward.add((end, not sounded))
                    if sounded and latin[end : end + 1] == spelling[-1]:
                        onward.add((end + 1, False))
        reached = onward
    ends = {at for at, _ in reached} | {at + 1 for at, spent in reached if not spent and latin[at : at + 1] in _VOWELS}
    return len(latin) in ends


def _letters(name: str) -> list[tuple[tuple[str, ...], bool]]:
    """The letters of a name with their spellings, and whether one may be left out, as the article may."""
    bare = "".join(letter for letter in unicodedata.normalize("NFC", name) if not unicodedata.combining(letter))
    words = [word for word in _WORD.findall(bare.translate(_FINAL)) if word not in _PARTICLES]
    words = [word for word in words if word not in _TITLES] or words
    found: list[tuple[tuple[str, ...], bool]] = []
    for word in words:
        article = word.startswith(_ARTICLE) and len(word) > len(_ARTICLE) + 1 and word != "الله"
        for at, letter in enumerate(word):
            if at and letter == word[at - 1] and not (article and at < len(_ARTICLE)):
                continue
            spellings = ("n", "m") if letter == "ن" and word[at + 1 : at + 2] == "ب" else _LETTERS.get(letter)
            if spellings is None:
                return []
            joint = letter == "ا" and 0 < at < len(word) - 1 and word[at - 1] == "و" and word[at + 1] == "ل"
            if joint:
                spellings = (*spellings, "")  # "Zu 'l-Fikar" in one word
            optional = (article and at < len(_ARTICLE)) or (letter in "اآ" and not at)
            found.append((_ANY if letter == "ا" and not at else spellings, optional))
    return found
