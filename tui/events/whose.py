"""Knows of whom a clause says what its verb or noun says: its subject, its objects, the owner of a deed."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from operator import itemgetter

from tui.events.verbs import is_verb
from tui.events.wordlist import word_set

Mentions = Sequence[tuple[int, int, int]]
"""The names of a stretch of text in order: start, end, entity."""

_WORD = re.compile(r"[A-Za-z]+(?:['’]s)?")
_TOKEN = re.compile(r"[\w’'-]+")
PASSIVE = word_set("was were been being is are got")
"""Forms that make a passive of the verb after them."""

BETWEEN = word_set(
    """
    also later then subsequently reportedly allegedly finally eventually already again first soon both all once
    """
)
"""Adverbs that may stand between the two."""

_HELPERS = word_set("has have had himself herself itself themselves")
_STOPS = word_set(
    """
    of in on at by for from with to near during after before who which whose that as against into over under between
    including among about than inside outside around aboard across along behind beneath beside beyond despite off onto
    past since through throughout toward towards until upon via within without
    """
)
_HIS = word_set("his her their its")
_NEAR = 60
_CUT_OFF = re.compile(r"[,;:]|\b(?:are|is|was|were|be)\b")
_PRONOUN = re.compile(r"\b(?:who|which|that)\b")
_WORD_BEFORE = re.compile(r"(\w+)\s+(?:the\s+)?(?:[A-Z][\w.]*\s+){0,2}\Z")
_DEED_OF = re.compile(r"\b(?:murder|killing|death|arrest|capture|trial|assassination|release|kidnapping) of \Z")
_PLACED = re.compile(r" (?:of|from|at|in|for|with) (?:the |a |an )?(?:[a-z]+ ){0,2}")
_PARENTHESIS = re.compile(r"\s\([^()]{0,60}\)")
_BELIEVED = re.compile(r"\s*(?:is|was|are|were) (?:[a-z]+ly |now )?(?:believed|said|known|reported|thought) to have (?:been )?")
_COMPLEMENT = re.compile(r"\b(?:was|were|is|are|by) \Z")
_NOUN_ASIDE = re.compile(r", (?:a|an|the|one of|his|her|its|then|now) [^,;()]{2,70}")
_ASIDE = re.compile(r",\s+")
_APPOSED = re.compile(r" (?:the|its|their|his|her|a|an) [\w’' -]{2,40}, ")
_CONJUNCTION = re.compile(r"(?:,|;|\band\b|\bbut\b|\bthen\b)\s+")
_SUBORDINATE = word_set("when after as while although though because if since once before until despite following")
_TURNS = word_set(
    "that who which whom whose while when where because although if said says whether as told claimed reported"
)
_TIMES = word_set(
    """
    in on by at during about around early mid late the same next following day week month year years later after before
    again from until to of spring summer autumn fall winter he she they morning night evening
    """
)
_FOLLOWING = re.compile(r"(?:,|\s\(|\s[–—])|\s+([a-z]+)")
_NEXT_NOUN = re.compile(r" ([a-z][\w-]*)")
_POSSESSIVE = ("’s", "'s")
_LIST = re.compile(r"(?:\s*,\s*|\s+)(?:(?:and|or|as well as)\s+)?(?:(?:his|her|their|its|the)\s+)?(?:[a-z]+\s+){0,2}")
_AFTER_A_NAME = _STOPS | BETWEEN | word_set("and or but while when the a an his her their its this that")
_EDGE = word_set("after before when while until that because although as said says announced reported confirmed")
_MONTHS = word_set("january february march april may june july august september october november december")
_LONGEST_LEAD = 70
_OWNED = 45


def within(mentions: Mentions, start: int, end: int) -> Mentions:
    """The mentions that lie wholly inside `start` to `end`."""
    first = bisect_left(mentions, start, key=itemgetter(0))
    last = bisect_left(mentions, end, lo=first, key=itemgetter(0))
    return [mention for mention in mentions[first:last] if mention[1] <= end]


def subject_of(text: str, start: int, verb: int, mentions: Mentions) -> list[int]:
    """The entities that are the subject of the verb at `verb` in the clause from `start`; empty if none is sure."""
    pronoun = next(reversed(list(_PRONOUN.finditer(text, start, verb))), None)
    if pronoun and only_helpers(text, pronoun.end(), verb):
        return _antecedent(text, start, pronoun, mentions)
    if near := _nearest(text, start, verb, mentions):
        return near
    if apart := _before_aside(text, start, verb, mentions):
        return apart
    for mention in mentions:
        if mention[1] > verb:
            break
        if not _stops(text, start, mention[0]) and text[mention[1] : mention[1] + 2] not in _POSSESSIVE:
            rest = text[mention[1] : verb].lstrip()
            aside = rest.startswith((",", "(", "–", "—", "who "))
            if aside or only_helpers(text, mention[1], verb):
                return [mention[2]]
    return []


def _nearest(text: str, start: int, verb: int, mentions: Mentions) -> list[int]:
    """The name right before the verb, and those in a row with it, if a clause begins there: "In 1961 his son X was"."""
    before = [mention for mention in mentions if mention[1] <= verb]
    if not before or "," in text[before[-1][1] : verb] or not only_helpers(text, before[-1][1], verb):
        return []
    found = [before.pop()]
    if text.startswith(_POSSESSIVE, found[0][1]):
        return []
    if before and _PLACED.fullmatch(text, before[-1][1], found[0][0]) and _begins(text, start, before[-1][0]):
        return [before[-1][2]]  # "Terry Anderson of the Associated Press was"
    while before and in_row(text[before[-1][1] : found[0][0]]):
        found.insert(0, before.pop())
    return [mention[2] for mention in found] if _begins(text, start, found[0][0]) else []


def _before_aside(text: str, start: int, verb: int, mentions: Mentions) -> list[int]:
    """The names in a row whose aside in commas ends right before the verb: "A and B, who led the rising, were"."""
    comma = text.rfind(",", start, verb)
    if comma < 0 or not only_helpers(text, comma + 1, verb):
        return []
    before = [mention for mention in mentions if mention[1] <= comma]
    while before:
        found = [before.pop()]
        after = text[found[0][1] : found[0][1] + 1]
        while before and in_row(text[before[-1][1] : found[0][0]]):
            found.insert(0, before.pop())
        if after == "," and _begins(text, start, found[0][0]):
            aside = text[found[-1][1] : comma]
            return [] if ";" in aside else [mention[2] for mention in found]
    return []


def opening_names(text: str, start: int, end: int, mentions: Mentions) -> tuple[list[int], int]:
    """The names that are the subject of the sentence `text[start:end]`, and the offset where its verb may begin."""
    first = _TOKEN.search(text, start, end)
    if first and first[0].casefold() in _SUBORDINATE:
        start = max(start, text.find(", ", start, end) + 2)
    inside = [mention for mention in mentions if mention[0] >= start]
    for place, mention in enumerate(inside):
        if any(is_verb(word[0]) for word in _TOKEN.finditer(text, start, mention[0])):
            break
        if text.startswith(_POSSESSIVE, mention[1]) or not _begins(text, start, mention[0]):
            continue
        row = [mention]
        for other in inside[place + 1 :]:
            if not in_row(text[row[-1][1] : other[0]]):
                break
            row.append(other)
        stop = row[-1][1]
        if brackets := _PARENTHESIS.match(text, stop, end):
            stop = brackets.end()
        following = inside[place + len(row)] if place + len(row) < len(inside) else None
        if following and _PLACED.fullmatch(text, stop, following[0]):
            stop = following[1]
        if _verb_follows(text, stop, end):
            return [one[2] for one in row], stop
        if text.startswith(",", stop):
            for aside in _ASIDE.finditer(text, stop + 1, end):
                if _verb_follows(text, aside.end() - 1, end):
                    return [one[2] for one in row], aside.end()
    return [], end


def _verb_follows(text: str, start: int, end: int) -> bool:
    """Whether a verb comes next, but for adverbs."""
    for word in _TOKEN.finditer(text, start, min(end, start + _NEAR)):
        if text[start : word.start()].strip():
            return False
        if is_verb(word[0]):
            return True
        if word[0] not in BETWEEN and not word[0].endswith("ly"):
            return False
        start = word.end()
    return False


def goes_on(text: str, begin: int, verb: int) -> bool:
    """Whether the verb at `verb` has the subject whose own verb begins at `begin`: "He was held and in May was freed"."""
    if only_helpers(text, begin, verb) or _BELIEVED.fullmatch(text, begin, verb):
        return True
    joints = list(_CONJUNCTION.finditer(text, begin, verb))
    if not joints:
        return False
    first = next((n for n, joint in enumerate(joints) if _is_time(text, joint.end(), verb)), None)
    if first is None:
        return False
    between = (word[0] for word in _TOKEN.finditer(text, begin, joints[first].start()))
    return not any(word.casefold() in _TURNS for word in between)


def _is_time(text: str, start: int, end: int) -> bool:
    """Whether nothing stands there but a date and what goes with a verb: "in May 1986 was"."""
    return all(
        word[0].casefold() in _TIMES
        or word[0].casefold() in _MONTHS
        or word[0][0].isdigit()
        or only_helpers(text, word.start(), word.end())
        for word in _TOKEN.finditer(text, start, end)
    )


def _begins(text: str, start: int, name: int) -> bool:
    """Whether a clause begins at the name, but for a title or a plain noun before it."""
    right = name
    for word in reversed(list(_TOKEN.finditer(text, max(start, name - _LONGEST_LEAD), name))):
        low = word[0].casefold()
        if any(mark in text[word.end() : right] for mark in ',;:—“"'):
            return True
        if low in _EDGE or word[0].isdigit() or (low in _MONTHS and word[0][0].isupper()):
            return True
        if low in ("and", "but"):
            return text[word.start() - 2 : word.start()] == ", " or _another(text, start, word.start())
        if low in _STOPS or low in ("or", "if") or is_verb(word[0]):
            return False
        right = word.start()
    return name - start <= _LONGEST_LEAD


def _another(text: str, start: int, joint: int) -> bool:
    """Whether a clause with its verb, and no name at its end, stands before "and": "The army came and"."""
    before = [word[0] for word in _TOKEN.finditer(text, start, joint)]
    return bool(before) and not before[-1][0].isupper() and any(map(is_verb, before[:-1]))


def _antecedent(text: str, start: int, pronoun: re.Match[str], mentions: Mentions) -> list[int]:
    """Whom "who" speaks of: the name right before it, or the one that opens the clause with an aside in commas.

    A name after "of" may be or may not be meant ("a brother of Qais, who was released"), so it is left out; "which" and
    "that" speak of no person or group.
    """
    near = [mention for mention in mentions if mention[1] <= pronoun.start()]
    if not near or pronoun[0] != "who":
        return []
    first, last = near[0], near[-1]
    if _NOUN_ASIDE.fullmatch(text[last[1] : pronoun.start() - 1]) and not any(
        is_verb(word[0]) for word in _TOKEN.finditer(text, last[1], pronoun.start())
    ):
        return [last[2]]  # "Abel, a colonel who"
    if text[last[1] : pronoun.start()].strip() in ("", ","):
        before = _WORD_BEFORE.search(text, max(start, last[0] - _LONGEST_LEAD), last[0])
        if not (before and before[1].casefold() in _STOPS) or _DEED_OF.search(text[max(start, last[0] - 40) : last[0]]):
            return [last[2]]
        if len(near) < 2 or "," not in text[first[1] : last[0]] or text[pronoun.start() - 2] != ",":
            return []
    aside = text[first[1] : pronoun.start()].strip()
    opens = (not _stops(text, start, first[0]) or _COMPLEMENT.search(text[start : first[0]])) and not any(is_verb(word) for word in aside.split())
    return [first[2]] if opens and aside.startswith(",") and aside.endswith(",") else []


def _topic(text: str, start: int, verb: int, mentions: Mentions) -> list[int]:
    """The entity the clause is about: the first name with a verb or a comma right after it."""
    for mention in mentions:
        if mention[1] > verb or _stops(text, start, mention[0]):
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
            len(between) > _NEAR
            or _stops(text, verb, mention[0])
            or (_CUT_OFF.search(between) and not _APPOSED.fullmatch(between))
            or text[mention[1] : mention[1] + 2] in _POSSESSIVE
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
    return joined and _LIST.fullmatch(between) is not None and not any(is_verb(w) or w in _STOPS for w in words)


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
        if after == " of " and near and not _stops(text, noun.end() + 4, mention[0]):
            owns = text[mention[1] : mention[1] + 2] in _POSSESSIVE
            return [] if owns or _goes_on(text, mention[1], len(text)) else [mention[2]]
        if text[mention[1] : noun.start()] in ("’s ", "'s ", "’ ", "' "):
            return [mention[2]]
    if previous in _HIS and mentions and mentions[0][1] <= noun.start():
        return _topic(text, words[0].start(), noun.start(), mentions)
    return []


def only_helpers(text: str, start: int, end: int) -> bool:
    """Whether nothing stands in `text[start:end]` but what goes with a verb: "was later reportedly"."""
    words = (word[0].casefold() for word in _WORD.finditer(text, start, end))
    return all(word in PASSIVE or word in BETWEEN or word in _HELPERS or word.endswith("ly") for word in words)


def _stops(text: str, start: int, end: int) -> bool:
    return any(word[0].casefold() in _STOPS for word in _WORD.finditer(text, start, end))
