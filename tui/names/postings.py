"""Knows where a post's country or office ends and its holder's name begins: "ambassador to Poland Wang Bingnan"."""

import re

from tui.names.gazetteer import COUNTRY, given_names, places, surnames, words
from tui.names.heads import HEADS
from tui.names.token import Token
from tui.names.words import is_demonym, word_set

_POST = re.compile(
    r"\b(?:ambassadors?|envoys?|representatives?|delegates?|emissar(?:y|ies)|ministers?|secretar(?:y|ies)|delegations?"
    r"|advisers?|advisors?|assistants?|chairm[ae]n|directors?|heads?|chiefs?|presidents?|consuls?|counsels?)"
    r" (?:(?:to|for|of|in|at|on) )+(?:the )?$",
    re.IGNORECASE,
)
_REACH = 40
_LINKS = (" to ", " for ", " of ", " in ", " at ", " on ", " the ")
"""What a post's words end in: nearly every run is found to follow none, without seeking one."""
_LONGEST_LINK = 6
_LONGEST = 4
_OFFICES = word_set("nations union authority affairs security defense defence treasury policy state commission agency")


def by_holder(text: str, run: list[Token]) -> list[list[Token]]:
    """The run of words cut before the name of whoever holds the post it says, or the run as it is."""
    start = run[0].start
    if len(run) < 3 or not text[max(0, start - _LONGEST_LINK) : start].lower().removesuffix("\n").endswith(_LINKS):
        return [run]
    if not _POST.search(text, max(0, start - _REACH), start):
        return [run]
    for at in range(1, len(run) - 1):
        if _is_seat(run[:at]) and _is_holder(run[at:]):
            return [run[:at], run[at:]]
    return [run]


def by_side(text: str, run: list[Token]) -> list[list[Token]]:
    """The run cut between whom somebody is for or against and his own name: "pro-Assad Najib Mikati"."""
    sided = text[run[0].start - 1 : run[0].start] == "-" and _FOR.search(text, max(0, run[0].start - 8), run[0].start)
    if sided and _is_holder(run[1:]) and run[1].folded in given_names():
        return [run[:1], run[1:]]
    for at in range(2, len(run)) if sided else ():
        if places().get(" ".join(token.folded for token in run[at:])) == COUNTRY:
            return [run[:at], run[at:]]  # "post-Kim Jong Il North Korea"
    return [run]


_FOR = re.compile(r"\b(?:pro|anti|ex|non|counter|post|pre)-$", re.IGNORECASE)


def _is_seat(tokens: list[Token]) -> bool:
    """Whether words are a country, or end as the names of offices do."""
    return places().get(" ".join(token.folded for token in tokens)) == COUNTRY or tokens[-1].folded in _OFFICES


def _is_holder(tokens: list[Token]) -> bool:
    """Whether words look like a person's name and nothing else."""
    plain = [token.folded in words() and token.folded not in given_names() for token in tokens]
    known = any(token.folded in given_names() or token.folded in surnames() for token in tokens)
    return (
        2 <= len(tokens) <= _LONGEST
        and known
        and not plain[0]
        and tokens[-1].folded not in HEADS
        and not any(is_demonym(token.folded) for token in tokens)
        and all(token.gap in ("space", "dot", "hyphen") for token in tokens[1:])
        and tokens[0].gap == "space"
    )
