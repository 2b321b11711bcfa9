"""Knows what verbs and nouns before a name say about it: where one goes, whom one hears from, which team one plays for.

Codes: `<<goes` after going to or being from somewhere, `<in.` after "in" with nothing of it to follow, `<<whom` after
what is done to persons, `<<water` after crossing "the", `<<team` before the nickname of a team.
"""

import re
from collections.abc import Sequence

from tui.names.words import word_set

_TEAM = re.compile(
    r"(?:\b(?:team|side|squad|band|franchise|quartet|trio|quintet|duo|club),? (?:known as |called |named |nicknamed )?"
    r"|\b(?:play(?:s|ed|ing)?|captains?|captained|coach(?:es|ed)?|signed|debut(?:s|ed)?|drafted|pitch(?:es|ed)|scored)"
    r" (?:for|against|with|by) )the $"
)
"""What stands before the nickname of a team: "the national team, the Gliders"."""
_TEAM_ENDS = word_set(
    "team side squad band franchise quartet trio quintet duo club as called named nicknamed for against with by"
)
_OVER = word_set("across crossed along crossing bridging bridged forded swam up down beyond over bridge behind through")
"""What stands before the name of a river."""
_HEARS = word_set(
    "heard hear hearing hears letter letters word news message messages call calls order orders advice telegram note"
    " friend friends brother sister son daughter wife husband widow nephew uncle cousin pupil student speak thought"
)
_WHOM = word_set(
    "told tell asked met meet married replaced succeeded thanked blamed praised appointed promoted dismissed"
    " hired fired wounded arrested interviewed convinced persuaded advised taught urged befriended loved admired hated"
    " knew kissed embraced divorced congratulated criticised criticized accused assassinated murdered nominated quoted"
    " telephoned phoned summoned executed"
)
"""What is done to persons, seldom to anything else; one more word of it: "heard from"."""
_GOALS = word_set("in at from to into for through towards toward near outside")
_GOES = word_set(
    "go goes going went gone come comes came coming back home away up down north south east west drive drives"
    " off driving drove driven march marches marched marching ride rode fly flies flew flying flown fled flee fleeing"
    " travel travels travelled traveled travelling sail sailed return returned returns returning retreat retreated"
    " withdrew withdraw withdrawn advance advanced advancing head headed heading walk walked drop move moved moving"
    " land landed arrive arrived arriving live lives lived living born raised based stationed posted settle settled"
    " stay stayed grew grow work worked studied hail hails hailed left bound en-route miles kilometres kilometers"
    " deported exiled transferred evacuated moved shipped flown taken brought road roads train trains bus way"
)
"""Words of going, being and living somewhere: "came from", "grew up in", "the road to"."""
_CLOSES = re.compile(
    r"[.,;:!?)]|\n|$|\s(?:and|in|on|at|to|from|for|by|where|when|with|as|after|before|during|last|this)\b"
)

TELLING = _GOALS | _WHOM | {"of"}
"""The words right before a name that `after_words` has a code for."""


def after_the(word: str, before: str) -> list[str]:
    """The codes for a name after "the": `word` stands before that, `before` is all that stands before the name."""
    if word in _OVER:
        return ["<<water"]
    return ["<<team"] if word in _TEAM_ENDS and _TEAM.search(before) else []


def after_words(words: Sequence[str], text: str, end: int) -> list[str]:
    """The codes for a name that ends at `end` of `text`: `words` are those before it, the last of them in `TELLING`."""
    last = words[-1]
    found: list[str] = []
    if len(words) > 1:
        if last in _GOALS and words[-2] in _GOES:
            found.append("<<goes")
        if last in ("from", "of") and words[-2] in _HEARS:
            found.append("<<whom")
    if last in _WHOM:
        found.append("<<whom")
    elif last == "in" and _CLOSES.match(text, end):
        found.append("<in.")
    return found
