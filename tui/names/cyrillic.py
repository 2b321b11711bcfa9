"""Reads Chinese and Korean names in Cyrillic letters as Latin ones: "Си Цзиньпин" as "xi jinping", "Ким Чен Ын".

Sources: the system of Palladius for Chinese and that of Kholodovich for Korean, as Russian texts use them.
"""

import re
from functools import cache
from itertools import product

_INITIALS = {
    "б": "b", "п": "p", "м": "m", "ф": "f", "д": "d", "т": "t", "н": "n", "л": "l", "г": "g", "к": "k", "х": "h",
    "чж": "zh", "ч": "ch", "ш": "sh", "ж": "r", "цз": "z", "ц": "c", "с": "s",
}  # fmt: skip
_FINALS = {
    "а": "a", "о": "o", "э": "e", "ай": "ai", "эй": "ei", "ао": "ao", "оу": "ou", "ань": "an", "ан": "ang",
    "энь": "en", "эн": "eng", "ун": "ong", "у": "u", "уа": "ua", "уай": "uai", "уй": "ui", "уэй": "ui", "уань": "uan",
    "уан": "uang", "унь": "un", "ы": "i",
}  # fmt: skip
_SOFT = {
    "и": "i", "я": "ia", "е": "ie", "яо": "iao", "ю": "iu", "янь": "ian", "ян": "iang", "инь": "in", "ин": "ing",
    "юн": "iong", "юй": "u", "юэ": "ue", "юань": "uan", "юнь": "un",
}  # fmt: skip
_ALONE = {
    "а": "a", "ай": "ai", "ань": "an", "ан": "ang", "ао": "ao", "э": "e", "эр": "er", "энь": "en", "эн": "en",
    "оу": "ou",
    "и": "yi", "я": "ya", "е": "ye", "яо": "yao", "ю": "you", "янь": "yan", "ян": "yang", "инь": "yin", "ин": "ying",
    "юн": "yong", "юй": "yu", "юэ": "yue", "юань": "yuan", "юнь": "yun", "у": "wu", "ва": "wa", "во": "wo",
    "вай": "wai", "вань": "wan", "ван": "wang", "вэй": "wei", "вэнь": "wen", "вэн": "weng",
}  # fmt: skip
_PALATAL = {"z": "j", "c": "q", "s": "x"}
_LONGEST_SYLLABLE = 6
_LONGEST = 24
_MOST_WORDS = 4
_CYRILLIC = re.compile("[а-яё -]+")


@cache
def _syllables() -> dict[str, str]:
    """Every syllable of Palladius with its pinyin."""
    found = dict(_ALONE)
    for (written, initial), (ending, final) in product(_INITIALS.items(), (_FINALS | _SOFT).items()):
        soft = ending in _SOFT
        hard = initial in ("zh", "ch", "sh", "r") and ending == "и"
        found[written + ending] = (_PALATAL.get(initial, initial) if soft and not hard else initial) + final
    return found


def chinese(name: str) -> tuple[str, ...]:
    """The words of a Chinese name in Cyrillic letters, in pinyin; empty for any other name."""
    bare = name.casefold().replace("ъ", "")
    words = bare.replace("-", " ").split()
    if not 1 < len(words) <= _MOST_WORDS or len(bare) > _LONGEST or not _CYRILLIC.fullmatch(bare):
        return ()
    read = [_read(word) for word in words]
    return tuple(read) if all(read) else ()


def _read(word: str) -> str:
    """A word in pinyin, of the fewest syllables that make it up; "" if none do."""
    best: dict[int, tuple[int, str]] = {len(word): (0, "")}
    for at in range(len(word) - 1, -1, -1):
        for end in range(at + 1, min(len(word), at + _LONGEST_SYLLABLE) + 1):
            syllable = _syllables().get(word[at:end])
            if syllable and end in best and (at not in best or best[end][0] + 1 < best[at][0]):
                best[at] = (best[end][0] + 1, syllable + best[end][1])
    return best.get(0, (0, ""))[1]


_KOREAN = re.compile("(чж|дж|чх|[кгтдпбчсрлнмхв]?)(в?)(ае|оэ|ый|уй|[аяоёуюыиэе])(ль|[кнмпрт]?)")
_KOREAN_INITIALS = {
    "чж": "j", "дж": "j", "чх": "ch", "к": "k", "г": "g", "т": "t", "д": "d", "п": "p", "б": "b", "ч": "ch", "с": "s",
    "р": "r", "л": "l", "н": "n", "м": "m", "х": "h", "в": "w", "": "",
}  # fmt: skip
_KOREAN_VOWELS = {
    "а": ("a",), "я": ("ya",), "о": ("eo", "o"), "ё": ("yeo",), "у": ("u",), "ю": ("yu",), "ы": ("eu",), "и": ("i",),
    "э": ("ae",), "е": ("eo", "ye", "e"), "ае": ("ae",), "оэ": ("oe",), "ый": ("ui",), "уй": ("ui",),
}  # fmt: skip
_KOREAN_LAST = {
    "ль": ("l",), "р": ("l",), "н": ("n", "ng"), "к": ("k",), "м": ("m",), "п": ("p",), "т": ("t",), "": ("",),
}  # fmt: skip
_KOREAN_WORDS = (2, 3)


def koreans(name: str) -> list[tuple[str, ...]]:
    """The ways a Korean name of two or three syllables in Cyrillic letters may be read; none for any other name."""
    words = name.casefold().replace("-", " ").split()
    if len(words) not in _KOREAN_WORDS:
        return []
    ways: list[list[str]] = []
    for word in words:
        match = _KOREAN.fullmatch(word)
        if not match:
            return []
        initial, glide, vowel, last = match.groups()
        lead = _KOREAN_INITIALS[initial] + ("w" if glide else "")
        ways.append([lead + v + end for v in _KOREAN_VOWELS[vowel] for end in _KOREAN_LAST[last]])
    return list(product(*ways))
