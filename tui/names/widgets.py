"""Knows the sentences a page speaks to its reader and not about the world: "A Flash Player is required to view"."""

import re
from bisect import bisect_left
from collections.abc import Sequence

_SIGN = re.compile(
    r"\b(?:(?:is|are) required to (?:view|play|watch|listen|see|read)|click (?:here |below )?to (?:download|view"
    r"|enlarge|play|watch|subscribe|share|print|expand)|(?:enable|install|download|upgrade)(?: \w+){0,2}"
    r" (?:javascript|flash|player|plug-?in|browser|cookies|app)|your browser|requires? (?:javascript|flash|cookies)"
    r"|subscribe to (?:our|the|my)|sign up (?:for|to) (?:our|the)|follow us on|share this|read more"
    r"|all rights reserved)\b",
    re.IGNORECASE,
)
_MARKS = (
    "required to", "lick to", "lick here", "lick below", "nable ", "nstall ", "ownload ", "pgrade ", "our browser",
    "equires ", "ubscribe to", "ign up", "ollow us on", "hare this", "ead more", "ights reserved",
)  # fmt: skip
_REACH = 160
_END = re.compile(r"[.!?](?= )|\n")


def may_ask(text: str) -> list[int]:
    """Where in a text a sentence may be one of those, in order: a quick look that finds nothing in most texts."""
    return sorted(found.start() for mark in _MARKS if mark in text for found in re.finditer(re.escape(mark), text))


def is_widget(text: str, at: int, places: Sequence[int]) -> bool:
    """Whether the sentence around offset `at` (code points) asks the reader to click, install or subscribe.

    `places` are where `may_ask` says that this may be.
    """
    nearest = bisect_left(places, at - _REACH)
    if nearest == len(places) or places[nearest] >= at + _REACH:
        return False
    before = text[max(0, at - _REACH) : at]
    begin = max((match.end() for match in _END.finditer(before)), default=0)
    after = text[at : at + _REACH]
    stop = _END.search(after)
    sentence = before[begin:] + (after[: stop.start()] if stop else after)
    return any(mark in sentence for mark in _MARKS) and _SIGN.search(sentence) is not None
