"""Knows when "and" joins the halves of one name: "Food and Drug Administration", "Nuts and Bolts" magazine."""

import re
from collections.abc import Sequence

from tui.names.fold import fold_word
from tui.names.gazetteer import COUNTRY, ORGANISATIONS, given_names, places, words
from tui.names.heads import HEADS, HEADS_ORGANISATION
from tui.names.token import Token
from tui.names.words import CALENDAR, POSTS, ROLES, STARTERS, is_demonym, word_set

_LONGEST_LINE = 3
_CAPITALISED = re.compile(r"[A-Z][a-z]+(?: [A-Z][a-z]+){0,3}(?![\w'’-])")
_WORK_BEFORE = re.compile(
    r"\b(?:edition|issue|editors?|pages|department|school|ministry|institute|faculty|board|journal|magazine|reporter"
    r"|correspondent|bureau|office|college|cent(?:er|re)|professor|article|published|appeared|writing)"
    r" (?:of|for|at|on|in)(?: the)? $|\b(?:edition|issue)(?: of [\w ,]{3,20})?, (?:the )?$"
)
_WORK_AFTER = re.compile(r",? (?:magazine|journal|newspaper|weekly|quarterly)\b")
_INSTITUTIONS = word_set(
    "army navy congress senate parliament treasury court crown church kremlin vatican cabinet union parties"
    " marines police guard lords commons house"
)
_TASKS = word_set("management services administration communications intelligence systems technologies")
"""Head nouns that also say what a council is for: "Risk Reduction and Management Council"."""
_COMMON_HEADS = HEADS_ORGANISATION - word_set("news times troops forces troop force media mafia junta taliban")


def titled(run: Sequence[Token], text: str, begin: int) -> bool:
    """Whether the name goes on over the "and" before `begin`, from which a capitalised word starts.

    So it does where common words lead to a head noun they share, and where two halves of two common words each are
    met only together in the text, as the name of something that is published or taught.
    """
    left = run[-1]
    match = _CAPITALISED.match(text, begin)
    if match is not None and match[0].endswith((" Railroad", " Railway")) and left.folded in places():
        return match[0].count(" ") < _LONGEST_LINE and len(run) < _LONGEST_LINE  # "Memphis and Charleston Railroad"
    if match is None or not (_qualifies(left.folded) or left.folded == "justice") or _begins(run, text):
        return False
    right = [fold_word(word) for word in match[0].split(" ")]
    head = next((at for at, word in enumerate(right) if at and word in _COMMON_HEADS), 0)
    if head:
        own = [token.folded for token in run]
        apart = not any(word in HEADS for word in own[1:]) and set(own).isdisjoint(right)
        return apart and all(_qualifies(word) or word in _TASKS for word in right[:head])
    after = text[begin + match.end() - match.start() : begin + match.end() - match.start() + 12]
    if not _WORK_BEFORE.search(text[max(0, run[0].start - 40) : run[0].start]) and not _WORK_AFTER.match(after):
        return False
    if len(run) < 2 or len(right) < 2 or not all(_is_plain(token.folded) for token in run):
        return False
    if not all(_is_plain(word) for word in right) or right[-1] == left.folded:
        return False
    half, other = text[run[0].start : left.end], match[0]
    return text.count(half) == text.count(other) == 1


def _begins(run: Sequence[Token], text: str) -> bool:
    """Whether a lone first word stands where its capital letter proves nothing."""
    before = text[max(0, run[0].start - 2) : run[0].start]
    return len(run) == 1 and not (before[-1:] in (" ", "/") and before[:1].isalnum())


def _qualifies(word: str) -> bool:
    """Whether a word may stand before a head noun that comes after "and"."""
    return (
        (word in words() or word.endswith("security"))
        and word not in HEADS
        and word not in _INSTITUTIONS
        and word not in _PERSONS
        and word not in CALENDAR
        and word not in ORGANISATIONS
        and not is_demonym(word)
        and places().get(word, 0) < COUNTRY
    )


def _is_plain(word: str) -> bool:
    return (
        word in words()
        and word not in HEADS
        and word not in _PERSONS
        and word not in given_names()
        and word not in CALENDAR
        and not is_demonym(word)
    )


_PERSONS = POSTS | ROLES | {post + "s" for post in POSTS | ROLES} | STARTERS
