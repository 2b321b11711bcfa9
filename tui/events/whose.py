"""Knows of whom a clause says what its verb or noun says: its objects, the owner of a deed; and what a name is near."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache

from tui.events.verbs import is_verb
from tui.events.wordlist import word_set

Mentions = Sequence[tuple[int, int, int]]
"""The names of a stretch of text in order: start, end, entity."""

_WORD = re.compile(r"[A-Za-z]+(?:['’]s)?")
PASSIVE = word_set("was were been being is are got")
"""Forms that make a passive of the verb after them."""

BETWEEN = word_set(
    """
    also later then subsequently reportedly allegedly finally eventually already again first soon both all once
    """
)
"""Adverbs that may stand between the two."""

_HELPERS = word_set("has have had himself herself itself themselves")
STOPS = word_set(
    """
    of in on at by for from with to near during after before who which whose that as against into over under between
    including among about than inside outside around aboard across along behind beneath beside beyond despite off onto
    past since through throughout toward towards until upon via within without
    """
)
"""Words after which a name is no subject or object: prepositions and the like."""

_HIS = word_set("his her their its")
NEAR = 60
"""How far apart a verb and its object may stand, in characters."""

_CUT_OFF = re.compile(r"[,;:]|\b(?:are|is|was|were|be)\b")
_APPOSED = re.compile(r" (?:the|its|their|his|her|a|an) [\w’' -]{2,40}, ")
_FOLLOWING = re.compile(r"(?:,|\s\(|\s[–—])|\s+([a-z]+)")
_COUNTED = re.compile(r"\d\s\Z")
_NEXT_NOUN = re.compile(r" ([a-z][\w-]*)")
POSSESSIVE = ("’s", "'s")
"""How a name ends that owns something."""

_LIST = re.compile(r"(?:\s*,\s*|\s+)(?:(?:and|or|as well as)\s+)?(?:(?:his|her|their|its|the)\s+)?(?:[a-z]+\s+){0,2}")
_AFTER_A_NAME = STOPS | BETWEEN | word_set("and or but while when the a an his her their its this that")
_OWNED = 45
_REMEMBERED = 1 << 12


def within(mentions: Mentions, start: int, end: int) -> Mentions:
    """The mentions that lie wholly inside `start` to `end`."""
    first = bisect_left(mentions, (start, -1, -1))
    last = bisect_left(mentions, (end, -1, -1), first)
    return [mention for mention in mentions[first:last] if mention[1] <= end]


def _topic(text: str, start: int, verb: int, mentions: Mentions) -> list[int]:
    """The entity the clause is about: the first name with a verb or a comma right after it."""
    for mention in mentions:
        if mention[1] > verb or stops(text, start, mention[0]):
            break
        if text.startswith((" and ", ", and "), mention[1]):
            break
        following = _FOLLOWING.match(text, mention[1], verb)
        if following and (following[1] is None or is_verb(following[1])):
            return [mention[2]]
    return []


def objects_of(text: str, verb: int, end: int, mentions: Mentions) -> list[int]:
    """The entities named right after the verb, and those listed on after the first."""
    found: list[int] = []
    at = verb
    for mention in mentions:
        if mention[0] < verb:
            continue
        between = text[at : mention[0]]
        if found:
            if not in_row(between):
                break
        elif (
            len(between) > NEAR
            or stops(text, verb, mention[0])
            or (_CUT_OFF.search(between) and not _APPOSED.fullmatch(between))
            or text[mention[1] : mention[1] + 2] in POSSESSIVE
            or _COUNTED.search(between)
            or _goes_on(text, mention[1], end)
        ):
            break
        found.append(mention[2])
        at = mention[1]
    return found


def in_row(between: str) -> bool:
    """Whether what stands between two names puts them in one row: a comma or "and", no verb, no "of"."""
    joined = "," in between or " and " in between
    words = between.split()
    return joined and _LIST.fullmatch(between) is not None and not any(is_verb(w) or w in STOPS for w in words)


def _goes_on(text: str, at: int, end: int) -> bool:
    """Whether a lower-case noun follows the name at once, so that the name only describes it ("Qods Force agents")."""
    following = _NEXT_NOUN.match(text, at, end)
    return following is not None and following[1] not in _AFTER_A_NAME and not is_verb(following[1])


def owner_of(text: str, words: Sequence[re.Match[str]], place: int, mentions: Mentions) -> list[int]:
    """Whose capture, `words[place]`: "the capture of X", "X's capture", "his capture" of the clause's subject."""
    noun = words[place]
    previous = words[place - 1][0].casefold() if place else ""
    after = text[noun.end() : noun.end() + 4]
    for mention in mentions:
        lead = text[noun.end() + 4 : mention[0]]
        near = 0 <= mention[0] - noun.end() - 4 <= _OWNED and "," not in lead and not any(map(is_verb, lead.split()))
        if after == " of " and near and not stops(text, noun.end() + 4, mention[0]):
            owns = text[mention[1] : mention[1] + 2] in POSSESSIVE
            return [] if owns or _goes_on(text, mention[1], len(text)) else [mention[2]]
        if text[mention[1] : noun.start()] in ("’s ", "'s ", "’ ", "' "):
            return [mention[2]]
    if previous in _HIS and mentions and mentions[0][1] <= noun.start():
        return _topic(text, words[0].start(), noun.start(), mentions)
    return []


def only_helpers(text: str, start: int, end: int) -> bool:
    """Whether nothing stands in `text[start:end]` but what goes with a verb: "was later reportedly"."""
    return all(map(_helps, _WORD.findall(text, start, end)))


@lru_cache(maxsize=_REMEMBERED)
def _helps(word: str) -> bool:
    low = word.casefold()
    return low in PASSIVE or low in BETWEEN or low in _HELPERS or low.endswith("ly")


def stops(text: str, start: int, end: int) -> bool:
    """Whether one of the `STOPS` stands between two offsets."""
    return not STOPS.isdisjoint(map(str.casefold, _WORD.findall(text, start, end)))
