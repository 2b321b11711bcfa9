"""A block of text cut into tokens: each with one class letter, a value and its place.

The letters of a block in a row are the string the grammar runs on. Besides those of `lexicon.CLASSES`: d a number of 1
to 31, Y one that may be a year, n another number, # a number that is no part of a date, K a decade, $ a quarter (Q3),
I an ISO date, J a numeric date, j a clock time, x and X other words (X capitalised), ' a possessive; punctuation is
itself or !.
"""

import re
from dataclasses import dataclass

from tui.dates.lexicon import Lexicon
from tui.dates.phrases import join_dotted_ordinals, join_phrases
from tui.dates.spelt import join_spelt

_TOKEN = re.compile(
    r"([^\W\d_]+)"  # 1 word
    r"|(\d{4}-\d\d-\d\d(?![\d-])(?:T[\d:.]+Z?)?)"  # 2 ISO date
    r"|((?<![\w/])\d{1,2}([/.-])\d{1,2}\4(?:\d{4}|\d\d)(?![\d/-])"  # 3 numeric date
    r"|\d{4}([/.])\d{1,2}\5\d{1,2}(?![\d/]))"
    r"|(\d{1,2}:\d\d(?::\d\d)?)(?!\d)"  # 6 clock
    r"|(['’‘]\d\d(?!\w)|['’‘]?[1-9]0['’]?s|\d{2,3}0(?:['’]?s|er))(?!\w)"  # 7 decade
    r"|(\d{1,2})(?:st|nd|rd|th)(?!\w)"  # 8 ordinal
    r"|(\d+(?:,\d{3}(?!\d)|\.\d+)*)"  # 9 number
    r"|(['’]s)(?!\w)"  # 10 possessive
    r"|(\S)"  # 11 anything else
)
_WORD, _ISO, _NUMERIC, _CLOCK, _DECADE, _ORDINAL, _NUMBER, _POSSESSIVE = 1, 2, 3, 6, 7, 8, 9, 10
_WORDS = re.compile(r"[^\W\d_]+")
_DIGIT = re.compile(r"\d")
_PUNCTUATION = {"–": "-", "—": "-", "‑": "-", "−": "-", "-": "-", "/": "/", ",": ",", ".": ".", "(": "(", ")": ")"}
_MONEY = "$€£¥₤₽#№"
_MEASURES = "%‰°º€£¥$"
_PIVOT = 30
_SHORTEST_SHY = 3
"""Letters of a month that is a verb too common to be a month after a mere number."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of one block."""

    classes: str
    """One letter a token."""
    values: list[object]
    """What each means: a number, or the word the language file gives; None for what means nothing."""
    starts: list[int]
    """Offset of each token's first character in the text."""
    ends: list[int]
    """Offset after each token's last character."""
    text: str
    """The whole text the offsets point into."""

    def word(self, index: int) -> str:
        """The token as written; "" beyond the ends."""
        if 0 <= index < len(self.starts):
            return self.text[self.starts[index] : self.ends[index]]
        return ""


def has_trigger(text: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a stretch of text can hold a date at all: it has a digit or a word of time."""
    if _DIGIT.search(text, start, end):
        return True
    return not lexicon.triggers.isdisjoint(_WORDS.findall(text, start, end))


def tokenise(text: str, start: int, end: int, lexicon: Lexicon) -> Tokens:
    """The tokens of a stretch of text."""
    classes: list[str] = []
    values: list[object] = []
    starts: list[int] = []
    ends: list[int] = []
    pending: list[int] = []
    quarter = 0
    words, phrases = lexicon.words, lexicon.phrases
    for match in _TOKEN.finditer(text, start, end):
        kind = match.lastindex
        first, last = match.span()
        value: object = None
        if kind == _WORD:
            word = match[0]
            if quarter and quarter == len(classes):
                ends[-1], quarter = last, 0
                continue
            entry = words.get(word)
            if entry is not None:
                letter, value = entry
            elif word in lexicon.shy_months and _is_shy_month(text, word, last, classes, starts):
                letter, value = "M", lexicon.shy_months[word]
            else:
                letter = "X" if word[0].isupper() else "x"
            if word in phrases:
                pending.append(len(classes))
        elif kind == _NUMBER:
            letter, value = _number(text, first, last, classes)
            if value in (1, 2, 3, 4) and last == first + 1 and _QUARTER.match(text, last):
                classes.append("$")  # "3Q"; the letter is the next token
                values.append(value)
                starts.append(first)
                ends.append(last)
                quarter = len(classes)
                continue
            if value in (1, 2, 3, 4) and letter == "#" and text[first - 1] == "Q" and starts[-1] == first - 1:
                classes[-1], values[-1], ends[-1] = "$", value, last  # "Q3"
                continue
        elif kind == _ISO:
            letter, value = "I", match[0][:10]
        elif kind == _NUMERIC:
            letter, value = "J", match[0]
        elif kind == _CLOCK:
            letter = "j"
        elif kind == _DECADE:
            letter, value = "K", int("".join(_DIGITS.findall(match[0])))
            if match[0][-1].isdecimal():  # '45
                letter, value = "Y", value + (2000 if value < _PIVOT else 1900)
        elif kind == _ORDINAL:
            letter, value = "o", int(match[_ORDINAL])
        elif kind == _POSSESSIVE:
            letter = "'"
        else:
            letter = _PUNCTUATION.get(match[0], "!")
            if letter == "." and classes and ends[-1] == first and text[starts[-1] : first] in lexicon.abbreviated:
                ends[-1] = last  # the dot of "Feb." belongs to it
                continue
        classes.append(letter)
        values.append(value)
        starts.append(first)
        ends.append(last)
    if pending:
        join_phrases(text, lexicon, pending, classes, values, starts, ends)
    if "N" in classes:
        join_spelt(classes, values, starts, ends)
    if lexicon.dotted_ordinals:
        join_dotted_ordinals(classes, values, starts, ends)
    return Tokens("".join(classes), values, starts, ends, text)


_DIGITS = re.compile(r"\d")
_QUARTER = re.compile(r"Q(?![^\W_])")
"""What follows the number of a quarter written in front: "3Q 2008"."""
_YEAR_AFTER = re.compile(r",? \d{4}(?!\d)")


def _is_shy_month(text: str, word: str, last: int, classes: list[str], starts: list[int]) -> bool:
    """Whether "may" or "march" without its capital is a month, as in "4th of may", "25th march", "2 may 2008"."""
    before = "".join(classes[-2:])
    if before == "oO":
        return True
    if before[-1:] not in ("o", "d") or not text[starts[-1]].isdecimal():
        return False
    return (before[-1] == "o" and len(word) > _SHORTEST_SHY) or _YEAR_AFTER.match(text, last) is not None


def _number(text: str, first: int, last: int, classes: list[str]) -> tuple[str, object]:
    """Class and value of a number by what stands around it."""
    digits = last - first
    if digits > 5 or not text[first:last].isdecimal():
        return "#", None
    value = int(text[first:last])
    before = text[first - 1] if first else " "
    after = text[last] if last < len(text) else " "
    if before in _MONEY or after in _MEASURES or (before == " " and first > 1 and text[first - 2] in "$€£¥"):
        return "#", value
    if before.isalnum() and classes and classes[-1] not in "MwiSf":
        return "#", value
    if before == "-" == after and text[first - 2 : first - 1].isdecimal() and text[last + 1 : last + 2].isdecimal():
        return "#", value  # amid "12-3456-78"
    if before in "-_@" and first > 1 and text[first - 2].isalpha() and len(classes) > 1 and classes[-2] in "Xx":
        lower = classes[-2] == "x" and digits == 4
        if not lower:
            return "#", value
    if after.isalpha() and not _may_be_glued(text, last, digits):
        return "#", value
    if digits <= 2:
        return ("d" if 1 <= value <= 31 else "n"), value
    if digits == 4 and 1000 <= value <= 2199:
        return "Y", value
    return "n", value


def _may_be_glued(text: str, at: int, digits: int) -> bool:
    """Whether letters that follow a number at once still leave it a year: "2014a", "2007The", "1914AD", "5pm"."""
    following = text[at : at + 2]
    if digits <= 2:
        return following.lower() in ("am", "pm")
    if not following[1:].isalpha():
        return following[0] in "abcd"
    return following[0].isupper()
