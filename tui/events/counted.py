"""Knows what a clause counts: "five US soldiers were killed", "seized 12 rockets"."""

import re
from dataclasses import dataclass
from functools import lru_cache

from tui.events.verbs import action_of, is_verb
from tui.events.wordlist import word_set

_UNITS = [
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_VALUES = {
    **{word: value for value, word in enumerate(_UNITS)},
    **{word: 10 * value for value, word in enumerate(_TENS, 2)},
    **{f"{ten}-{unit}": 10 * value + one for value, ten in enumerate(_TENS, 2) for one, unit in enumerate(_UNITS[:10])},
    "dozen": 12,
}
_TOKEN = re.compile(r"\d{1,3}(?:,\d{3})+|[\w’'-]+|[,;:()“”\"\[\]]")
_MEASURES = word_set(
    """
    days weeks months years hours minutes seconds times percent miles kilometers kilometres meters metres feet inches
    pounds dollars euros decades centuries pages others points degrees votes
    """
)
_STOPS = word_set(
    """
    of in on at by for from with to who which that and or were was are is has have had during after the a an its his her
    their aboard near across along against among around behind beside between inside outside off onto upon through
    throughout under within without before when while last early late this as
    """
)
_ROUGH = word_set("over than least about around nearly almost some approximately roughly up")
_CARRIED = word_set("were was have had been")
_MONTHS = word_set(
    """
    January February March April May June July August September October November December Jan Feb Mar Apr Jun Jul Aug
    Sep Sept Oct Nov Dec
    """
)
_DOING = {
    **dict.fromkeys(("killing", "executing", "murdering"), "kill"),
    **dict.fromkeys(("wounding", "injuring"), "wound"),
    **dict.fromkeys(("capturing", "arresting", "seizing", "detaining", "kidnapping"), "capture"),
    **dict.fromkeys(("releasing", "freeing"), "release"),
}
_LONGEST = 7
_FARTHEST = 6
_REMEMBERED = 1 << 14


@dataclass(frozen=True, slots=True)
class Count:
    """A number of somebody or something, and what was done to them if the clause says so."""

    number: int
    """How many."""
    noun: str
    """The plural noun counted."""
    action: str
    """The class of action of the verb beside it, or ""."""
    rough: bool
    """Whether it is told as about, more than, at least so many."""


def counts(clause: str) -> list[Count]:
    """What a clause counts, in order; measures of time, space and money are left out."""
    words = _TOKEN.findall(clause)
    found: list[Count] = []
    for place, number in enumerate(map(_number, words)):
        if number is None or number < 2 or (place and words[place - 1].rstrip(".") in _MONTHS):
            continue
        end = place + 1
        while end < len(words) and end - place <= _LONGEST and words[end][-1].isalnum() and not _ends(words[end]):
            end += 1
        noun = words[end - 1]
        if end - place > 1 and noun.islower() and noun.endswith(("s", "men", "people")) and noun not in _MEASURES:
            rough = place > 0 and words[place - 1].casefold() in _ROUGH
            found.append(Count(number, noun, _done(words, place, end), rough))
    return found


@lru_cache(maxsize=_REMEMBERED)
def _number(word: str) -> int | None:
    if not word[0].isdigit():
        return _VALUES.get(word.casefold())
    digits = word.replace(",", "")
    if digits.isascii() and digits.isdigit() and len(digits) < 8:
        value = int(digits)
        return None if len(word) == 4 and 1500 <= value <= 2100 else value
    return _VALUES.get(word.casefold())


def _ends(word: str) -> bool:
    return word in _STOPS or is_verb(word)


def _done(words: list[str], start: int, end: int) -> str:
    """The action of "... were killed" after the noun, else of the verb before the number."""
    after = [word for word in words[end : end + _FARTHEST] if word in _CARRIED or action_of(word)]
    if len(after) > 1 and after[0] in _CARRIED:
        return action_of(after[1])
    if words[end : end + 1] == ["dead"] or words[end : end + 2] in (["lost", "their"], ["lost", "his"]):
        return "kill"
    if after and action_of(after[0]) in ("kill", "wound") and words[end] == after[0]:
        return action_of(after[0])
    before = [word for word in words[max(0, start - 3) : start] if word not in _ROUGH]
    return _DOING.get(before[-1], "") or action_of(before[-1]) if before else ""
