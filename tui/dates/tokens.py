"""A block of text cut into tokens: each with one class letter, a value and its place.

The letters of a block in a row are the string the grammar runs on. Besides those of `lexicon.CLASSES`: d a number of 1
to 31, Y one that may be a year, n another number, # a number that is no part of a date, K a decade, $ a quarter (Q3),
I an ISO date, J a numeric date, j a clock time, x and X other words (X capitalised), ' a possessive; punctuation is
itself or !.
"""

import re
from dataclasses import dataclass
from itertools import accumulate
from operator import add

from tui.dates.lexicon import Lexicon
from tui.dates.phrases import drop, join_dotted_ordinals, join_phrases
from tui.dates.senses import DOTTED, FIGURE, NUMERIC, PIECE, SHY, senses
from tui.dates.spelt import join_spelt

_WORDS = re.compile(r"[A-Za-z]+[^\W\d_]*|[^\W\d_]+")
_DIGIT = re.compile(r"\d")
_UNSETTLED = re.compile(f"[{FIGURE}{SHY}{DOTTED}]")
_DOT_AFTER_SHORT = re.compile(r"(?<=[MW])\.")
_QUARTERS = (1, 2, 3, 4)
_QUARTER_AFTER = re.compile(r"Q[1-4](?!\w)")
_QUARTER = re.compile(r"Q(?![^\W_])")
"""What follows the number of a quarter written in front: "3Q 2008"."""
_YEAR_AFTER = re.compile(r",? \d{4}(?!\d)")
_MONEY = frozenset("$€£¥₤₽#№")
_MEASURES = frozenset("%‰°º€£¥$")
_PLAIN_BEFORE, _PLAIN_AFTER = frozenset(" \n"), frozenset(" \n,.;)")
"""What stands around most numbers and tells nothing of them."""
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
    words: list[str]
    """Each as written."""
    text: str
    """The whole text the offsets point into."""

    def word(self, index: int) -> str:
        """The token as written; "" beyond the ends."""
        return self.words[index] if 0 <= index < len(self.words) else ""


def has_trigger(text: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a stretch of text can hold a date at all: it has a digit or a word of time."""
    if _DIGIT.search(text, start, end):
        return True
    return not lexicon.triggers.isdisjoint(_WORDS.findall(text, start, end))


def tokenise(text: str, start: int, end: int, lexicon: Lexicon) -> Tokens:
    """The tokens of a stretch of text."""
    pieces = PIECE.findall(text, start, end)
    if not pieces:
        return Tokens("", [], [], [], [], text)
    letters, meant, written, opening = zip(*map(senses(lexicon.code), pieces), strict=True)
    classes, values, words, opens = list(letters), list(meant), list(written), list(opening)
    lengths = list(map(len, pieces))
    starts = list(accumulate(lengths, initial=end - sum(lengths)))
    starts.pop()
    ends = list(map(add, starts, map(len, words)))
    tokens = Tokens("".join(classes), values, starts, ends, words, text)
    joined = _join_dots(tokens, lexicon, classes) + _settle(tokens, end, classes)
    drop(joined, classes, values, starts, ends, words, opens)
    if any(opens):
        join_phrases(text, opens, classes, values, starts, ends, words)
    if "N" in classes:
        join_spelt(text, classes, values, starts, ends, words)
    if lexicon.dotted_ordinals:
        join_dotted_ordinals(classes, values, starts, ends, words)
    return Tokens("".join(classes), values, starts, ends, words, text)


def _join_dots(tokens: Tokens, lexicon: Lexicon, classes: list[str]) -> list[int]:
    """Make the dot of "Feb." a part of it; the indices of such dots, which are then of the class before them."""
    joined = [match.start() for match in _DOT_AFTER_SHORT.finditer(tokens.classes)]
    starts, ends, words = tokens.starts, tokens.ends, tokens.words
    joined = [at for at in joined if ends[at - 1] == starts[at] and words[at - 1] in lexicon.abbreviated]
    for at in joined:
        ends[at - 1], words[at - 1], classes[at] = ends[at], words[at - 1] + ".", classes[at - 1]
    return joined


def _settle(tokens: Tokens, end: int, classes: list[str]) -> list[int]:
    """Give its class to what only the place tells, and make "Q3" and "3Q" one; the indices of what was joined so."""
    text, values, starts, ends, words = tokens.text, tokens.values, tokens.starts, tokens.ends, tokens.words
    joined: list[int] = []
    for match in _UNSETTLED.finditer(tokens.classes):
        at, kind = match.start(), match[0]
        first, last = starts[at], ends[at]
        if kind == SHY:
            classes[at] = "M" if _is_shy_month(tokens, classes, at) else "x"
            if classes[at] == "x":
                values[at] = None
            continue
        if kind == DOTTED:
            is_date = NUMERIC.match(text, first, end)
            classes[at], values[at] = ("J", words[at]) if is_date else ("#", None)
            continue
        value = values[at]
        classes[at] = _number(tokens, value if isinstance(value, int) else 0, classes, at)
        if value not in _QUARTERS:
            continue
        if last == first + 1 and _QUARTER.match(text, last):
            classes[at] = "$"
            if at + 1 < len(words):  # "3Q"
                classes[at + 1], ends[at], words[at] = "$", ends[at + 1], words[at] + "Q"
                joined.append(at + 1)
        elif classes[at] == "#" and at and words[at - 1] == "Q" and starts[at - 1] == first - 1:  # "Q3"
            classes[at - 1] = classes[at] = "$"
            values[at - 1], ends[at - 1], words[at - 1] = value, last, "Q" + words[at]
            joined.append(at)
    return joined


def _is_shy_month(tokens: Tokens, classes: list[str], at: int) -> bool:
    """Whether "may" or "march" without its capital is a month, as in "4th of may", "25th march", "2 may 2008"."""
    before = classes[at - 1] if at else ""
    if before == "O" and at > 1 and classes[at - 2] == "o":
        return True
    if before not in ("o", "d") or not tokens.text[tokens.starts[at - 1]].isdecimal():
        return False
    if before == "o" and len(tokens.words[at]) > _SHORTEST_SHY:
        return True
    return _YEAR_AFTER.match(tokens.text, tokens.ends[at]) is not None


def _number(tokens: Tokens, value: int, classes: list[str], at: int) -> str:
    """Class of a number of up to five figures by what stands around it."""
    text, first, last = tokens.text, tokens.starts[at], tokens.ends[at]
    before = text[first - 1] if first else " "
    after = text[last] if last < len(text) else " "
    digits = last - first
    if before not in _PLAIN_BEFORE or after not in _PLAIN_AFTER:
        if before in _MONEY or after in _MEASURES:
            return "#"
        if before.isalnum() and at and classes[at - 1] not in "MwiSfm":
            return "#"
        if before == "-" == after and text[first - 2 : first - 1].isdecimal() and text[last + 1 : last + 2].isdecimal():
            return "#"  # amid "12-3456-78"
        if before in "-_@" and first > 1 and text[first - 2].isalpha() and at > 1 and classes[at - 2] in "Xx":
            lower = classes[at - 2] == "x" and digits == 4
            if not lower:
                return "#"
        if after.isalpha() and not _may_be_glued(text, last, digits):
            return "#"
    if before == " " and first > 1 and text[first - 2] in "$€£¥":
        return "#"
    if digits <= 2:
        return "d" if 1 <= value <= 31 else "n"
    return "Y" if digits == 4 and 1000 <= value <= 2199 else "n"


def _may_be_glued(text: str, at: int, digits: int) -> bool:
    """Whether letters that follow a number at once still leave it a year: "2014a", "2007The", "1914AD", "5pm"."""
    following = text[at : at + 2]
    if digits <= 2:
        return following.lower() in ("am", "pm")
    if _QUARTER_AFTER.match(text, at):  # "2008Q3"
        return True
    if not following[1:].isalpha():
        return following[0] in "abcd"
    return following[0].isupper()
