"""Knows whether the date of a clause says when the deed of a word happened, or something else told beside it."""

import re
from collections.abc import Sequence

from tui.events.verbs import is_verb
from tui.events.whose import Mentions

_BESIDE = 25
_NEAR = 60
_SUBORDINATE = re.compile(r"\b(?:after|before|since|until|once|following)\b", re.IGNORECASE)
_RELATIVE = re.compile(r"\b(?:who|which|whose|whom)\b")


def governs(text: str, start: int, word: re.Match[str], dates: Sequence[int]) -> bool:
    """Whether the first date says when this happened, and not when something else did that is told beside it."""
    if not dates:
        return False
    date = dates[0]
    if any(word.end() <= other < date for other in dates[1:]):
        return False
    if date > word.end():
        between = text[word.end() : date]
        aside = _RELATIVE.search(between) or "(" in between.replace("(on ", "").replace("(in ", "")
        opening = text[max(start, text.rfind(",", start, word.start())) : word.start()]
        return not aside and not ("," in between and _SUBORDINATE.search(opening))
    between, before = text[date : word.start()], text[start:date]
    if "," in between and (_RELATIVE.search(before) or _tells_more(before)):
        return False
    return _SUBORDINATE.search(between) is None


def _tells_more(before: str) -> bool:
    """Whether a verb stands between "after" or the like and the date."""
    opener = _SUBORDINATE.search(before)
    return opener is not None and any(map(is_verb, before[opener.end() :].split()))


def in_aside(text: str, verb: int, whom: Sequence[int], mentions: Mentions, date: int) -> bool:
    """Whether the date stands in an aside to the subject, and more with it: "X, a sergeant until 1960, was"."""
    name = next((mention for mention in mentions if mention[2] in whom and mention[1] < date), None)
    if name is None or date > verb or not text.startswith(",", name[1]) or "," not in text[date:verb]:
        return False
    return len(text[text.rfind(",", name[1], date) + 1 : date].split()) > 1


def dates_after(text: str, noun: int, date: int) -> bool:
    """Whether the date at `date` follows the noun that ends at `noun` closely, with no comma and no verb between."""
    between = text[noun:date]
    return 0 < len(between) <= _NEAR and "," not in between and not any(map(is_verb, between.split()))


def dates_before(text: str, noun: int, date: int) -> bool:
    """Whether the date stands right before the noun: "the November 1932 election of X"."""
    between = text[date:noun]
    return 0 < len(between) <= _BESIDE and "," not in between and not any(map(is_verb, between.split()))
