"""Knows the sentences a page speaks to its reader and not about the world: "A Flash Player is required to view"."""

import re

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


def may_ask(text: str) -> bool:
    """Whether any sentence of a text may be one of those: a quick look that passes over most texts."""
    return any(mark in text for mark in _MARKS)


def is_widget(text: str, at: int) -> bool:
    """Whether the sentence around offset `at` (code points) asks the reader to click, install or subscribe."""
    before = text[max(0, at - _REACH) : at]
    begin = max((match.end() for match in _END.finditer(before)), default=0)
    after = text[at : at + _REACH]
    stop = _END.search(after)
    sentence = before[begin:] + (after[: stop.start()] if stop else after)
    return may_ask(sentence) and _SIGN.search(sentence) is not None
