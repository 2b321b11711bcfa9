"""What the tokens of a text are, and what each means by itself, before its place in the block is looked at."""

import re
from collections.abc import Callable
from functools import cache, lru_cache

from tui.dates.lexicon import Lexicon, Phrase, load

_KINDS = {
    "word": r"[A-Za-z]+[^\W\d_]*|[^\W\d_]+",
    "iso": r"\d{4}-\d\d-\d\d(?![\d-])(?:T[\d:.]+Z?)?",
    "numeric": r"(?<![\w/])(?:\d{1,2}/\d{1,2}/|\d{1,2}\.\d{1,2}\.|\d{1,2}-\d{1,2}-)(?:\d{4}|\d\d)(?![\d/-])"
    r"|\d{4}(?:/\d{1,2}/|\.\d{1,2}\.)\d{1,2}(?![\d/])",
    "clock": r"\d{1,2}:\d\d(?::\d\d)?(?!\d)",
    "decade": r"['’‘]\d\d(?!\w)|(?:['’‘]?[1-9]0['’]?s|\d{2,3}0(?:['’]?s|er))(?!\w)",
    "ordinal": r"\d{1,2}(?:st|nd|rd|th)(?!\w)",
    "number": r"\d+(?:,\d{3}(?!\d)|\.\d+)*",
    "possessive": r"['’]s(?!\w)",
    "other": r"\S",
}
"""Kind of token to its pattern, in order of preference; every character but a blank is part of one."""

_FIGURES = "|".join(pattern for kind, pattern in _KINDS.items() if kind not in ("word", "other"))
PIECE = re.compile(rf"(?:{_KINDS['word']}|(?=[\d'’‘])(?:{_FIGURES})|{_KINDS['other']})\s*")
"""A token and the blanks after it; without groups, so that those of a block are all found at once."""

NUMERIC = re.compile(_KINDS["numeric"])
"""A numeric date."""

FIGURE, SHY, DOTTED = "0", "1", "2"
"""Stand for a class that only the place tells: of a number, of a month that needs its capital, of "1.2.2007"."""

Sense = tuple[str, object, str, dict[str, list[Phrase]] | None]
"""Class letter, value, the token as written, and the phrases it may begin by their second word, None if none."""

_KIND = re.compile("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in _KINDS.items()))
_DIGITS = re.compile(r"\d")
_PUNCTUATION = {"–": "-", "—": "-", "‑": "-", "−": "-", "-": "-", "/": "/", ",": ",", ".": ".", "(": "(", ")": ")"}
_PIVOT = 30
_LONGEST_FIGURE = 5
_KEPT = 1 << 13
"""Senses kept, for words recur."""


@cache
def senses(code: str) -> Callable[[str], Sense]:
    """What gives, in a language of `LANGUAGES`, the sense of a piece of text that `PIECE` matched."""
    lexicon = load(code)

    @lru_cache(_KEPT)
    def sense(piece: str) -> Sense:
        word = piece.rstrip()
        kind = _KIND.fullmatch(word)
        if kind and kind.lastgroup == "word":
            return (*_of_word(word, lexicon), word, lexicon.phrases.get(word))
        return (*_of_figure(word, kind.lastgroup if kind else ""), word, None)

    return sense


def _of_word(word: str, lexicon: Lexicon) -> tuple[str, object]:
    entry = lexicon.words.get(word)
    if entry is not None:
        return entry
    if word in lexicon.shy_months:
        return SHY, lexicon.shy_months[word]
    return "X" if word[0].isupper() else "x", None


def _of_figure(word: str, kind: str | None) -> tuple[str, object]:
    """Class and value of a token that is no word."""
    if kind == "number" or (kind == "numeric" and "." in word):
        if word.isdecimal() and len(word) <= _LONGEST_FIGURE:
            return FIGURE, int(word)
        return DOTTED if kind == "numeric" else "#", None
    if kind == "iso":
        return "I", word[:10]
    if kind == "numeric":
        return "J", word
    if kind == "clock":
        return "j", None
    if kind == "decade":
        value = int("".join(_DIGITS.findall(word)))
        if word[-1].isdecimal():  # '45
            return "Y", value + (2000 if value < _PIVOT else 1900)
        return "K", value
    if kind == "ordinal":
        return "o", int(word[:-2])
    if kind == "possessive":
        return "'", None
    return _PUNCTUATION.get(word, "!"), None
