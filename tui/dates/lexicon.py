"""The words of time of one language, read from its file in `languages/`, and which language a text is in.

Every word belongs to one class, written as one letter; the grammar is made of these letters, so that a language is a
file and not code.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

CLASSES = {
    "months": "M",
    "weekdays": "W",
    "weekdays_plural": "E",
    "seasons": "S",
    "feasts": "F",
    "ordinals": "o",
    "numbers": "N",
    "article_one": "a",
    "vague_numbers": "v",
    "decades": "K",
    "years": "y",
    "centuries": "c",
    "units": "U",
    "clock_units": "u",
    "half": "h",
    "parts": "P",
    "parts_of": "p",
    "approximate": "A",
    "approximate_count": "l",
    "before": "B",
    "after": "C",
    "from": "f",
    "to": "t",
    "between": "b",
    "both": "&",
    "the": "T",
    "in": "i",
    "of": "O",
    "last": "L",
    "past": "s",
    "this": "H",
    "next": "R",
    "entire": "r",
    "same": "q",
    "neighbour": "Q",
    "ago": "g",
    "later": "G",
    "days_from_now": "k",
    "dayparts": "D",
    "sets": "e",
    "often": "E",
    "half_of_day": "z",
    "zones": "Z",
    "eras": "w",
    "fiscal": "m",
    "vague": "V",
}
"""Section of a language file -> class letter. A word in two sections keeps the first of this order."""

LANGUAGES = ("en", "de")
"""The languages there is a file for; the first is taken where a text shows none."""

Entry = tuple[str, object]
"""What a word is: class letter and value (a number, or the word the file gives)."""

Phrase = tuple[tuple[str, ...], Entry]
"""The words of a phrase after the first, in lower case, and what it is."""

_FOLDER = Path(__file__).with_name("languages")
_WORD = re.compile(r"[a-z]+[^\W\d_]*|[^\W\d_]+")
"""A word in lower case; most are plain, and those are found faster."""

_TOKEN = re.compile(r"[^\W\d_]+|\d+|[^\w\s]")
_SAMPLE = 4000
_SAMPLES_KEPT = 4
"""Beginnings of texts whose language is kept: one article's are asked for again and again."""
_TRIGGERS = frozenset("MWSFycUkKDEPpgGVw")
_YEAR_NUMBERS = frozenset(("16", "17", "18", "19", "20", "1000"))
"""Number words a year in words may begin with."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of one language."""

    code: str
    """The language, as in the file's name."""
    words: dict[str, Entry]
    """Every spelling, in each case it may have, to what it is."""
    shy_months: dict[str, int]
    """Months that need their capital almost everywhere, in lower case."""
    phrases: dict[str, dict[str, list[Phrase]]]
    """First word of a phrase, in each case it may have, to its second word in lower case, to the phrases."""
    abbreviated: frozenset[str]
    """Months and weekdays cut short, to which a dot belongs."""
    triggers: frozenset[str]
    """Words without which a stretch of text that has no digit holds no date."""
    marks: frozenset[str]
    """Little words by which a text shows the language."""
    dotted_ordinals: bool
    """Whether "3." before a month is an ordinal."""
    negations: frozenset[str]
    """Words that turn "not until 1994" into 1994 itself."""
    onwards: frozenset[str]
    """Words after a date that leave its end open."""
    present: frozenset[str]
    """Words for today at the end of a range, in lower case ("1999–present")."""
    future: frozenset[str]
    """Words after which a bare month or weekday is the coming one."""
    names_too: frozenset[str]
    """Months, weekdays and seasons that alone need a word of time before them."""
    never_before: frozenset[str]
    """Words after which a month or weekday is part of a name."""
    never_after: frozenset[str]
    """Words before which a month, weekday or season is part of a name."""
    published: frozenset[str]
    """Words, in lower case, that may stand with the date in a line that says when an article appeared."""
    openers: frozenset[str]
    """Words that may go on a sentence after a bare day ("on the 24th they")."""
    possessives: frozenset[str]
    """My, his, her: after these "last year" is the final one of several."""
    lives: frozenset[str]
    """Short words, with a dot, before a year of somebody's life ("b. 1380"), in lower case."""
    streets: frozenset[str]
    """Words that make a number before a name a house number."""
    known_days: dict[tuple[int, int, str], int]
    """Month, day and the word that follows, in lower case, to the year of a day named without it."""
    counted: frozenset[str]
    """Words before which a number is a count."""
    joined: frozenset[str]
    """Words that make a number before them one where a hyphen joins the two."""
    numbered: frozenset[str]
    """Words after which a number is a label, in lower case."""


@cache
def load(code: str) -> Lexicon:
    """The lexicon of a language of `LANGUAGES`."""
    data = tomllib.loads((_FOLDER / f"{code}.toml").read_text(encoding="utf-8"))
    words: dict[str, Entry] = {}
    phrases: dict[str, dict[str, list[Phrase]]] = {}
    triggers: set[str] = set()
    for section, letter in CLASSES.items():
        for value, spellings in data.get(section, {}).items():
            entry: Entry = (letter, _number(value))
            for spelling in spellings.split() if isinstance(spellings, str) else spellings:
                first, *rest = _TOKEN.findall(spelling)
                telling = letter in _TRIGGERS or (letter == "N" and value in _YEAR_NUMBERS)
                if telling and len(first) > 1:  # the first letter of "B.C." is any initial
                    triggers.update(_cases(first))
                if rest:
                    tail = tuple(word.lower() for word in rest)
                    for variant in _cases(first):
                        phrases.setdefault(variant, {}).setdefault(tail[0], []).append((tail, entry))
                    continue
                for variant in _cases(spelling):
                    words.setdefault(variant, entry)
    for following in phrases.values():
        for found in following.values():
            found.sort(key=lambda phrase: -len(phrase[0]))
    short = (names.split()[1:] for section in ("months", "weekdays") for names in data[section].values())
    about = data["about"]
    return Lexicon(
        code=code,
        words=words,
        shy_months=_shy(words),
        phrases=phrases,
        abbreviated=frozenset(_each_case(word for words in short for word in words)),
        triggers=frozenset(triggers),
        marks=frozenset(about["marks"].split()),
        dotted_ordinals=about["dotted_ordinals"],
        negations=frozenset(about["negations"].split()),
        onwards=frozenset(about["onwards"].split()),
        present=frozenset(about["present"].split()),
        future=frozenset(_each_case(about["future"].split())),
        names_too=frozenset(_each_case(data["names_too"]["words"].split())),
        never_before=frozenset(data["never_before"]["words"].split()),
        never_after=frozenset(data["never_after"]["words"].split()),
        published=frozenset(data["published"]["words"].split()),
        openers=frozenset(about["openers"].split()),
        possessives=frozenset(about["possessives"].split()),
        lives=frozenset(about["lives"].split()),
        streets=frozenset(data["streets"]["words"].split()),
        known_days=dict(_known_days(data["known_days"])),
        counted=frozenset(data["counted"]["words"].split()),
        joined=frozenset(data["counted"]["joined"].split()),
        numbered=frozenset(data["numbered"]["words"].lower().split()),
    )


def language_of(text: str) -> str:
    """Code of the language a text is written in, judged by its little words; the first of `LANGUAGES` if none wins."""
    return _language_of(text[:_SAMPLE])


@lru_cache(_SAMPLES_KEPT)
def _language_of(sample: str) -> str:
    seen = _WORD.findall(sample.lower())
    best, most = LANGUAGES[0], -1
    for code in LANGUAGES:
        count = sum(map(_marks(code).__contains__, seen))
        if count > most:
            best, most = code, count
    return best


@cache
def _marks(code: str) -> frozenset[str]:
    """The little words of a language, without reading the rest of its file into tables."""
    head = (_FOLDER / f"{code}.toml").read_text(encoding="utf-8")
    match = re.search(r'^marks = "([^"\n]*)"', head, re.MULTILINE)
    return frozenset(match[1].split()) if match else frozenset()


def _known_days(section: dict[str, list[str]]) -> Iterator[tuple[tuple[int, int, str], int]]:
    for year, days in section.items():
        for day in days:
            date, word = day.split()
            month, number = date.split("-")
            yield (int(month), int(number), word.lower()), int(year)


def _cases(spelling: str) -> Iterator[str]:
    """The cases a spelling may have: one in lower case any, one with a capital only that or capitals throughout."""
    yield spelling
    if spelling == spelling.lower():
        yield spelling.capitalize()
    yield spelling.upper()


def _each_case(words: Iterable[str]) -> Iterator[str]:
    for word in words:
        yield from _cases(word)


def _shy(words: dict[str, Entry]) -> dict[str, int]:
    """The months written in full that lack a lower-case spelling, by that spelling."""
    return {
        name.lower(): value
        for name, (letter, value) in words.items()
        if letter == "M"
        and isinstance(value, int)
        and len(name) > 2
        and name[1:].islower()
        and name.lower() not in words
    }


def _number(value: str) -> object:
    return int(value) if value.lstrip("-").isdecimal() else value
