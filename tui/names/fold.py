"""Knows when two spellings are the same letters: the normalised key of a name, and its tokens."""

import re
from collections.abc import Sequence

from tui.names.heads import HEADS_ORGANISATION
from tui.names.remembered import remembered
from tui.names.words import NOT_AFTER_GENERAL, TITLE_MODIFIERS, TITLES, word_set

_SURNAMES = word_set("church post house press mission guard fleet court band mob council board bank cells fund front")
"""Head nouns that are surnames as well: "Senator Church"."""
_TITLED = frozenset((("captain", "america"), ("lady", "gaga"), ("king", "kong"), ("doctor", "who"), ("private", "eye")))
_APOSTROPHES = re.compile(r"['’‘ʼʻ`´]")
_POSSESSIVE = re.compile(r"['’](?:s|S)?$")
_SEPARATORS = re.compile(r"[^\w&]+|_+")
_DOTTED = re.compile(r"\b(?:[^\W\d_]\.){2,}")


@remembered(200_000)
def fold(name: str) -> str:
    """The key under which spellings of one name meet.

    Leading titles and "the" come off, so does a possessive at the end; every script becomes ASCII, case is folded,
    hyphens count as spaces and apostrophes are dropped: "General Kata’ib’s" and "kataib" share the key "kataib".
    A name made of titles alone keeps its words. The result has single spaces and none at the ends; it is "" only
    for a name without letters or digits.
    """
    words = _words(name)
    start = 0
    while start < len(words) - 1 and _leads(words, start):
        start += 1
    return " ".join(words[start:])


def tokens(name: str) -> tuple[str, ...]:
    """The words of the folded name, in order; empty for a name without letters or digits."""
    return tuple(fold(name).split())


@remembered(100_000)
def fold_word(word: str) -> str:
    """One word folded as `fold` does, but never taken for a title: "General" stays "general"."""
    return " ".join(_words(word))


def _words(name: str) -> list[str]:
    plain = _POSSESSIVE.sub("", name.strip())
    if not plain.isascii():
        plain = _APOSTROPHES.sub("'", plain)
        from anyascii import anyascii  # the table costs some milliseconds that pure English text never needs

        plain = anyascii(plain)
    plain = _APOSTROPHES.sub("", plain)
    plain = _DOTTED.sub(lambda match: match[0].replace(".", "") + " ", plain)
    return _SEPARATORS.sub(" ", plain.casefold()).split()


def _leads(words: list[str], start: int) -> bool:
    word = words[start]
    if word == "the":
        return True
    if word not in TITLES and not (word in TITLE_MODIFIERS and words[start + 1] in TITLES):
        return False
    return not names_more(words[start:])


def names_more(words: Sequence[str]) -> bool:
    """Whether a title is the beginning of another name: "General Assembly", "Premier League", "Captain America"."""
    if words[0] == "general" and words[1] in NOT_AFTER_GENERAL:
        return True
    return (words[-1] in HEADS_ORGANISATION and words[-1] not in _SURNAMES) or tuple(words[:2]) in _TITLED
