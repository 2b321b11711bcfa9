"""Knows whom names alike tell apart: man and wife, father and son, the first and the second of a name."""

import re


def are_kin(left: str, right: str, first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    """Whether names that sound alike are those of two by custom; `first` and `second` are the words told apart."""
    return (
        _of_other_stems(first, second)
        or _are_married(first, second)
        or _are_turned(left, right, first, second)
        or _is_fathered(first, second)
    )


def _of_other_stems(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    """Whether two Slavic surnames are made of names that only sound alike: "Belov", "Belyaev"."""
    ends = ((first[-1], second[-1]), (second[-1], first[-1]))
    return any(_AFTER_A.search(one) and _AFTER_CONSONANT.search(other) for one, other in ends)


_AFTER_A = re.compile(r"ay?eva?$")
_AFTER_CONSONANT = re.compile(r"[^aeiouy]y?[eo]va?$")


def _is_fathered(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    """Whether a surname stands against the father's name made of it: "Mikhail Petrov", "Mikhail Petrovich"."""
    if len(first) != len(second) or len(first) < 2:
        return False
    few, many = sorted((first[-1], second[-1]), key=len)
    return few.endswith(("ov", "ev")) and many.endswith(("ich", "ych")) and many[:-3] in (few, few + "s")


def _are_married(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    """Whether one is a man's and the other a woman's form of a Slavic surname: "Petrov", "Petrova"."""
    if len(first) == len(second) == 1:
        few, many = sorted((first[0], second[0]), key=len)
        return (
            many.endswith("skaya")
            and few.endswith(("sky", "ski", "skiy", "skii"))
            and many[:-4] == few[: len(many) - 4]
        )
    if len(first) != len(second) or len(first) < 2 or (first[-1][-1] == "a") == (second[-1][-1] == "a"):
        return False
    few, many = sorted((first[-1], second[-1]), key=len)
    return (many == few + "a" and few.endswith(_OF_MEN)) or (few[:-1] + "aya" == many and few.endswith(("sky", "ski")))


_OF_MEN = ("ov", "ev", "yov", "in", "yn", "sk")


def _are_turned(left: str, right: str, first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    """Whether a son has the name of his father and the father that of his: "Faisal bin Turki", "Turki bin Faisal"."""
    sons = first != second and _SON.search(left) is not None and _SON.search(right) is not None
    return sons and sorted(first) == sorted(second)


_SON = re.compile(r"\b(?:bin|ibn|ben|bint)\b")


def numerals(name: str) -> frozenset[str]:
    """The ordinals of a king in a name; the first of his name may do without."""
    return frozenset([word for word in name.split() if _ROMAN.fullmatch(word)])


_ROMAN = re.compile("I{2,3}|IV|VI{0,3}|IX|X{1,3}(?:I{0,3}|IV|VI{0,3}|IX)")


def born(name: str) -> str:
    """Which of two who are called alike a name means: "jr", "sr", or "" where it does not say."""
    return _BORN.get(name.rstrip(".").rpartition(" ")[2].casefold(), "")


_BORN = {"jr": "jr", "junior": "jr", "fils": "jr", "sr": "sr", "senior": "sr"}
