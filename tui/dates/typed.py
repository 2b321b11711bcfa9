"""A date as a person types it, in EDTF or in words: what it is taken for, or that it cannot be read."""

import re
from contextlib import suppress
from dataclasses import replace

from tui.dates import edtf
from tui.dates.find import read
from tui.dates.lexicon import LANGUAGES, Lexicon, load
from tui.dates.tokens import tokenise
from tui.model import OPEN_FUTURE, OPEN_PAST, DateOrder, Part, PartKind, When

LONGEST = 200
"""Characters beyond which nothing is taken for one date."""

_PLACING = "iT.,;"
"""Classes of words that may stand around a date and add nothing: in, on, the."""
_APPROXIMATE, _BOUNDING = "A", "BCf"
_BETWEEN = "b"
_UNKNOWN_DAY = re.compile(r",?\s*day (?:not|un)\s*known\s*$", re.IGNORECASE)
_UNCERTAIN = re.compile(r"\s*(?:perhaps|maybe|possibly|probably)\s+", re.IGNORECASE)


def read_typed(typed: str, order: DateOrder | None = None) -> When | None:
    """The value of "2007-01-26", "26 Jan 2007", "about Dec 2006", "March to July 2008"; None if it is not one date.

    What only counts from another date ("last year", "June") has no value here. `order` is that of numeric dates.
    """
    if len(typed) > LONGEST:
        return None
    with suppress(edtf.EdtfError):
        return edtf.parse(typed)
    with suppress(edtf.EdtfError):
        if _UNKNOWN_DAY.search(typed):
            month = _in_words(_UNKNOWN_DAY.sub("", typed), order)
            return edtf.parse(f"{month.edtf}-XX") if month else None
        if uncertain := _UNCERTAIN.match(typed):
            certain = _in_words(typed[uncertain.end() :], order)
            return edtf.parse(f"{certain.edtf}?") if certain else None
        return _in_words(typed, order)
    return None


def _in_words(typed: str, order: DateOrder | None) -> When | None:
    # Names of months are known by their capitals in prose; who types one need not care.
    for words in dict.fromkeys((typed, typed.lower(), typed.title())):
        for language in LANGUAGES:
            dates = read(words, [Part(PartKind.BODY, 0, len(words))], None, order, language).dates
            if len(dates) != 1 or (when := dates[0].when) is None:
                continue
            lexicon = load(language)
            before, after = words[: dates[0].start], words[dates[0].end :]
            if _is_said_by(before, when, lexicon) and not after.strip(" .,;"):
                return replace(when, said="", rule="")
    return None


def _is_said_by(before: str, when: When, lexicon: Lexicon) -> bool:
    """Whether the words before a date are in its value, or add nothing."""
    open_end = when.first <= OPEN_PAST or when.last >= OPEN_FUTURE
    said = _PLACING + (_APPROXIMATE if when.approximate else "") + (_BOUNDING if open_end else "")
    said += _BETWEEN if "/" in when.edtf else ""
    return all(letter in said for letter in tokenise(before, 0, len(before), lexicon).classes)
