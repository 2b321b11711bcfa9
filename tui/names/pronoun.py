"""Knows when a capital I after a name is the writer and not a number: "On Sniper Alley I met ..."."""

import re

from tui.names.gazetteer import given_names
from tui.names.token import Token
from tui.names.words import word_set

_IN = re.compile(r"\b(?:in|at|from|near|to|around|inside|outside|leaving) $", re.IGNORECASE)
_GOES_ON = re.compile(r" [a-z]|['’]")
_I_DO = re.compile(
    r"['’](?:m|ve|ll|d)\b| (?:am|have|do|don|think|know|leave|love|want|like|go|mean|guess|feel|hope|wish|see|say|tell"
    r"|need|believe|remember|miss|hate|prefer|understand|work|live|give|take|get|make|find|ask|call|try)\b"
)
"""What a king never does: "D'banj I leave to my children"."""
_NUMBERED = word_set(
    "war part type phase title class stage volume chapter book corps apollo vatican schengen start salt"
)


def is_writer(text: str, before: Token, end: int) -> bool:
    """Whether the "I" that ends at `end` is the writer: only kings, wars and parts of things have a number."""
    if _I_DO.match(text, end):
        return True
    if _GOES_ON.match(text, end) is None:
        return False
    known = before.folded in given_names() or before.folded in _NUMBERED
    return not known or _IN.search(text, max(0, before.start - 8), before.start) is not None
