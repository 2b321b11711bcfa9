"""Makes invented names, and the ways people misspell them, for the jump benchmark: all from one seed."""

import random
import re
from collections.abc import Iterator
from pathlib import Path

_GIVEN = re.findall(
    r"\w+",
    """
    Ahmad Ali Amir Anna Boris Carlos Dmitri Elena Farid Fatima George Hassan Ibrahim Irina Ivan Jamal James John
    Karim Khalid Layla Mahmud Maria Michael Mikhail Mohammed Mustafa Nadia Nasser Olga Omar Pavel Peter Qasim
    Rashid Robert Saddam Salim Sergei Tariq Thomas Usman Vladimir Walid William Yasir Yusuf Zahra Ziad
    """,
)
_ONSETS = re.findall(r"\w+", "b d f g gh h j k kh l m n p q r s sh t th v w y z br dr gr kr tr st sk zh ch")
_VOWELS = re.findall(r"\w+", "a a a e i i o u aa ou ei ai ee")
_CODAS = ["", "", "", "", "n", "r", "l", "s", "m", "d", "k", "sh", "z", "t", "b", "f", "q"]
_ENDINGS = ["", "", "i", "i", "ov", "ani", "awi", "ez", "in", "son", "ski", "oglu", "ian", "uri"]
_GROUPS = re.findall(
    r"\w+", "Force Brigade Corps Front Army Movement Network Council Party Guard Ministry Agency Battalions League"
)
_ADJECTIVES = re.findall(r"\w+", "Northern Southern Free National Special Islamic Popular Joint United Eastern Red")
_SWAPS = (
    *(("q", "k"), ("kh", "k"), ("gh", "g"), ("ou", "u"), ("o", "u"), ("i", "y"), ("e", "i"), ("w", "u"), ("sh", "ch")),
    *(
        ("u", "ou"),
        ("k", "q"),
        ("k", "kh"),
        ("aa", "a"),
        ("y", "i"),
        ("ei", "ey"),
        ("ai", "ay"),
        ("a", "e"),
        ("v", "w"),
    ),
    *(("s", "ss"), ("m", "mm"), ("l", "ll"), ("j", "dj"), ("z", "s"), ("th", "t"), ("al-", "el-"), ("-", " ")),
)
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_RUN = re.compile(r"[A-Z][\w’'-]+(?: (?:(?:al|bin|of|the|de) ){0,2}[A-Z][\w’'-]+){1,4}")


def invented(count: int, chance: random.Random) -> list[str]:
    """So many different names of people, groups and places."""
    families = [_word(chance) for _ in range(max(50, count // 4))]
    names: dict[str, None] = {}
    while len(names) < count:
        family, draw = chance.choice(families), chance.random()
        if draw < 0.6:
            given = chance.choice(_GIVEN) if chance.random() < 0.6 else _word(chance)
            middle = chance.choice(["", "", "", "al-", "al ", "bin ", "Abu ", chance.choice(_GIVEN) + " "])
            names[f"{given} {middle}{family}"] = None
        elif draw < 0.8:
            names[f"{chance.choice([*_ADJECTIVES, _word(chance)])} {family} {chance.choice(_GROUPS)}"] = None
        else:
            names[_word(chance) if draw < 0.9 else f"{family} {_word(chance)}"] = None
    return list(names)


def found_in(folder: Path) -> list[str]:
    """Runs of capitalised words in the text files of a folder."""
    names: dict[str, None] = {}
    for path in sorted(folder.rglob("*")):
        if path.suffix in {".txt", ".md"}:
            names.update(dict.fromkeys(_RUN.findall(path.read_text(encoding="utf-8", errors="replace"))))
    return list(names)


def misspelt(name: str, chance: random.Random) -> Iterator[tuple[str, str]]:
    """Ways somebody might type a name, as (way, query)."""
    low = name.casefold()
    yield "one slip", _slip(low, chance)
    yield "two slips", _slip(_slip(low, chance), chance)
    yield "transliterated", _respelt(low, chance)
    words = low.split()
    if len(words) > 1:
        turned = [words[-1], *words[:-1]]
        yield "reordered", " ".join(turned)
        yield "reordered, slip", _slip(" ".join(turned), chance)
        yield "run together", "".join(words)
        yield "starts of words", " ".join(word[: max(3, len(word) - 2)] for word in words)
        if words[-1].capitalize() not in _GROUPS:
            yield "initial and last", f"{words[0][0]} {words[-1]}"
        if len(words) > 2 and words[-1].capitalize() not in _GROUPS:
            yield "word left out", " ".join([words[0], *words[2:]])


def _word(chance: random.Random) -> str:
    middle = "".join(
        chance.choice(_ONSETS) + chance.choice(_VOWELS) + chance.choice(_CODAS)
        for _ in range(chance.choice([1, 2, 2, 3]))
    )
    return (middle + chance.choice(_ENDINGS)).capitalize()


def _slip(text: str, chance: random.Random) -> str:
    places = [at for at in range(1, len(text) - 1) if text[at].isalpha() and text[at + 1].isalpha()]
    if not places:
        return text
    at = chance.choice(places)
    return chance.choice(
        [
            text[:at] + text[at + 1 :],
            text[:at] + chance.choice(_LETTERS) + text[at:],
            text[:at] + chance.choice(_LETTERS) + text[at + 1 :],
            text[:at] + text[at + 1] + text[at] + text[at + 2 :],
        ]
    )


def _respelt(text: str, chance: random.Random) -> str:
    fitting = [swap for swap in _SWAPS if swap[0] in text]
    for old, new in chance.sample(fitting, min(len(fitting), 3)):
        text = text.replace(old, new, 1)
    return text
