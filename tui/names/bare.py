"""Knows which capitalised words name nothing by themselves: dates, adjectives, parts of a text, glued words."""

import re
from collections.abc import Sequence

from tui.names.gazetteer import places, words
from tui.names.token import Token
from tui.names.words import CALENDAR, DIRECTIONS, STARTERS, TITLE_SURNAMES, TITLES, is_demonym, word_set

NAMES_TOO = word_set("will mark dear others")
"""Words that begin sentences and are names, too."""


def holds_a_name(tokens: Sequence[Token], *, titled: bool, article: bool) -> bool:
    """Whether words cut from a run may be a name; `titled` after a person's title, `article` with a capital "The"."""
    if len(tokens) == 1:
        return _is_bare_name(tokens[0], titled, article)
    folded = [token.folded for token in tokens]
    if all(word in CALENDAR or word.isdigit() for word in folded):
        return False
    if folded[0] in _PREFIXES and all(is_demonym(word) for word in folded[1:]):
        return False  # "Non-Chinese"
    if len(folded) == 2 and folded[0] in _HALF_WAY and folded[1][-4:] == "tern":
        return False  # "Far Eastern"
    if all(is_demonym(word) or word in _DIRECTIONS for word in folded) and " ".join(folded) not in places():
        return False
    if len(folded) == 2 and folded[0] in _SECTIONS and _ROMAN.fullmatch(tokens[1].word):
        return False  # "Article X", "Part II"
    if folded[0] in _POWERS and all(is_demonym(word) or word in _DIRECTIONS for word in folded[1:]):
        return False  # "U.S.-East Asian trade"
    if sum(word in _SHARING for word in folded) > 1:
        return False  # the buttons of a page
    return not any(_glued(word) for word in folded)


def _is_bare_name(token: Token, titled: bool, article: bool) -> bool:
    """Whether one word by itself may be a name; `titled` and `article` are those of `holds_a_name`."""
    word = token.folded
    if len(word) < 2 or word[0].isdigit() or word in CALENDAR or word in _NOT_ALONE:
        return False
    if (is_demonym(word) or word in _DIRECTIONS) and word not in places() and word not in DIRECTIONS:
        return False
    if word in TITLES and not is_acronym(token.word) and not (titled and word in TITLE_SURNAMES):
        return False
    if word in STARTERS and word not in NAMES_TOO and not is_acronym(token.word) and not article:
        return False
    return not _glued(word)


def is_side(word: str) -> bool:
    """Whether a folded word says which side or part of a land is meant: "western", "latin"."""
    return word in _DIRECTIONS


def _glued(word: str) -> bool:
    """Whether a blank was lost: "Cellsfrom" is "Cells" and "from"."""
    if not word.endswith(_TAILS) or word in words():
        return False
    return any(word.endswith(tail) and len(word) > len(tail) + 2 and word[: -len(tail)] in words() for tail in _TAILS)


def is_acronym(word: str) -> bool:
    """Whether a word is written in capitals only."""
    return len(word) > 1 and word.isupper()


_SECTIONS = word_set(
    "part article chapter section title figure table appendix volume act scene schedule category annex clause exhibit"
    " phase stage page paragraph item step level grade tier"
)
_ROMAN = re.compile(r"[IVXLC]+|[A-Z]|\d+")
_POWERS = ("us", "uk", "eu", "un", "nato", "ussr")
_SHARING = word_set(
    "facebook twitter whatsapp email telegram linkedin pinterest reddit print instagram youtube share tweet copy link"
    " tumblr pocket flipboard"
)
_PREFIXES = word_set("non anti pro pre post neo ex pan multi trans inter")
_HALF_WAY = word_set("far near mid middle further")
_DIRECTIONS = word_set(
    "north south east west central middle northern southern eastern western latin native northeastern"
    " northwestern southeastern southwestern allied"
)
_NOT_ALONE = word_set(
    "st ave blvd rd hwy jr sr inc ltd llc co corp etc vs mr mrs tel fax email mt ft dept univ fig ed eds vol"
)
_TAILS = ("from", "with", "that", "this", "were", "which", "their", "have", "after", "before", "when", "into")
