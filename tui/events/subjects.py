"""Knows who the subject of a verb is, and whether a verb goes on with the subject of the one before."""

import re

from tui.events.places import past_first_verb
from tui.events.verbs import is_verb
from tui.events.whose import BETWEEN, NEAR, POSSESSIVE, STOPS, Mentions, in_row, only_helpers, stops
from tui.events.wordlist import word_set

_TOKEN = re.compile(r"[\w’'-]+")
_MARK = re.compile('[,;:—“"]')
_PRONOUN = re.compile(r"\b(?:who|which|that)\b")
_WORD_BEFORE = re.compile(r"(\w+)\s+(?:the\s+)?(?:[A-Z][\w.]*\s+){0,2}\Z")
_DEED_OF = re.compile(r"\b(?:murder|killing|death|arrest|capture|trial|assassination|release|kidnapping) of \Z")
_PLACED = re.compile(r" (?:of|from|at|in|for|with) (?:the |a |an )?(?:[a-z]+ ){0,2}")
_PARENTHESIS = re.compile(r"\s\([^()]{0,60}\)")
_BELIEVED = re.compile(
    r"\s*(?:is|was|are|were) (?:[a-z]+ly |now )?(?:believed|said|known|reported|thought) to have (?:been )?"
)
_COMPLEMENT = re.compile(r"\b(?:was|were|is|are|by) \Z")
_NOUN_ASIDE = re.compile(r", (?:a|an|the|one of|his|her|its|then|now) [^,;()]{2,70}")
_ASIDE = re.compile(r",\s+")
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
_EDGE = word_set("after before when while until that because although as said says announced reported confirmed")
_MONTHS = word_set("january february march april may june july august september october november december")
_LONGEST_LEAD = 70
_LONGEST_CLAUSE = 240
_MOST_TRIED = 16
"""Names, or names in a row, of one sentence that are tried as its subject: what it has more of is a list."""


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
        if not stops(text, start, mention[0]) and text[mention[1] : mention[1] + 2] not in POSSESSIVE:
            rest = text[mention[1] : verb].lstrip()
            aside = rest.startswith((",", "(", "–", "—", "who "))
            if aside or only_helpers(text, mention[1], verb):
                return [mention[2]]
    return []


def opening_names(text: str, start: int, end: int, mentions: Mentions) -> tuple[list[int], int]:
    """The names that are the subject of the sentence `text[start:end]`, and the offset where its verb may begin."""
    if not mentions:
        return [], end
    first = _TOKEN.search(text, start, end)
    if first and first[0].casefold() in _SUBORDINATE:
        start = max(start, text.find(", ", start, end) + 2)
    inside = [mention for mention in mentions if mention[0] >= start]
    verb = past_first_verb(text, start, end)
    tried, asides, left = 0, True, _MOST_TRIED
    for place, mention in enumerate(inside):
        if verb <= mention[0] or not left:
            break
        if place < tried or text.startswith(POSSESSIVE, mention[1]):
            continue  # the end of a row tells the same of every name in it
        left -= 1
        if not _begins(text, start, mention[0]):
            continue
        row = [mention]
        for other in inside[place + 1 :]:
            if not in_row(text[row[-1][1] : other[0]]):
                break
            row.append(other)
        tried = place + len(row)
        stop = row[-1][1]
        if brackets := _PARENTHESIS.match(text, stop, end):
            stop = brackets.end()
        following = inside[place + len(row)] if place + len(row) < len(inside) else None
        if following and _PLACED.fullmatch(text, stop, following[0]):
            stop = following[1]
        if _verb_follows(text, stop, end):
            return [one[2] for one in row], stop
        if asides and text.startswith(",", stop):
            for aside in _ASIDE.finditer(text, stop + 1, end):
                if _verb_follows(text, aside.end() - 1, end):
                    return [one[2] for one in row], aside.end()
            asides = False  # what ends none of all the asides to come ends none after a later name
    return [], end


def goes_on(text: str, begin: int, verb: int) -> bool:
    """Whether the verb at `verb` has the subject whose own verb begins at `begin`: "was held and in May was freed"."""
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


def _nearest(text: str, start: int, verb: int, mentions: Mentions) -> list[int]:
    """The name right before the verb, and those in a row with it, if a clause begins there: "In 1961 his son X was"."""
    before = [mention for mention in mentions if mention[1] <= verb]
    if not before or "," in text[before[-1][1] : verb] or not only_helpers(text, before[-1][1], verb):
        return []
    found = [before.pop()]
    if text.startswith(POSSESSIVE, found[0][1]):
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


def _begins(text: str, start: int, name: int) -> bool:
    """Whether a clause begins at the name, but for a title or a plain noun before it."""
    right = name
    for word in reversed(list(_TOKEN.finditer(text, max(start, name - _LONGEST_LEAD), name))):
        low = word[0].casefold()
        if _MARK.search(text, word.end(), right):
            return True
        if low in _EDGE or word[0].isdigit() or (low in _MONTHS and word[0][0].isupper()):
            return True
        if low in ("and", "but"):
            return text[word.start() - 2 : word.start()] == ", " or _another(text, start, word.start())
        if low in STOPS or low in ("or", "if") or is_verb(word[0]):
            return False
        right = word.start()
    return name - start <= _LONGEST_LEAD


def _another(text: str, start: int, joint: int) -> bool:
    """Whether a clause with its verb, and no name at its end, stands before "and": "The army came and"."""
    before = [word[0] for word in _TOKEN.finditer(text, max(start, joint - _LONGEST_CLAUSE), joint)]
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
        if not (before and before[1].casefold() in STOPS) or _DEED_OF.search(text[max(start, last[0] - 40) : last[0]]):
            return [last[2]]
        if len(near) < 2 or "," not in text[first[1] : last[0]] or text[pronoun.start() - 2] != ",":
            return []
    aside = text[first[1] : pronoun.start()].strip()
    leads = not stops(text, start, first[0]) or _COMPLEMENT.search(text[start : first[0]])
    opens = leads and not any(is_verb(word) for word in aside.split())
    return [first[2]] if opens and aside.startswith(",") and aside.endswith(",") else []


def _verb_follows(text: str, start: int, end: int) -> bool:
    """Whether a verb comes next, but for adverbs."""
    for word in _TOKEN.finditer(text, start, min(end, start + NEAR)):
        if text[start : word.start()].strip():
            return False
        if is_verb(word[0]):
            return True
        if word[0] not in BETWEEN and not word[0].endswith("ly"):
            return False
        start = word.end()
    return False


def _is_time(text: str, start: int, end: int) -> bool:
    """Whether nothing stands there but a date and what goes with a verb: "in May 1986 was"."""
    return all(
        word[0].casefold() in _TIMES
        or word[0].casefold() in _MONTHS
        or word[0][0].isdigit()
        or only_helpers(text, word.start(), word.end())
        for word in _TOKEN.finditer(text, start, end)
    )
