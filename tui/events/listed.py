"""Knows sentences that list whom something became of: "Among those captured are A, an aide; B; and C"."""

import re
from collections.abc import Iterator

from tui.events.sayings import FATE_OF, FATE_OF_ADJECTIVE
from tui.events.verbs import is_verb
from tui.events.whose import Mentions, in_row
from tui.events.wordlist import word_set

_WORD = re.compile(r"[\w’'-]+")
_WHO = word_set("those men women people prisoners detainees officers leaders commanders members agents fighters others")
_LINKS = word_set("are were is was include includes included")
_OPENERS = frozenset((*FATE_OF, "also", "among", "the", "those"))
_STOPS = word_set("of in on at by for from with to not no")
_OPENING = 14
_DESCRIBED = 50
_SEMICOLON = re.compile(r";\s*(?:and\s+)?")


def listed(text: str, start: int, end: int, mentions: Mentions) -> Iterator[tuple[int, str, int]]:
    """Whom the sentence `text[start:end]` lists, what became of them, and the offset of the word that says so.

    `mentions` are those inside it. Between semicolons the first name of each piece is meant, else the names that commas
    and "and" put in a row; somebody of whom the piece says something else is left out.
    """
    said = _opening(text, start, end)
    if said is None:
        return
    fate, at, begin = said
    pieces = _pieces(text, begin, end)
    if len(pieces) > 1:
        for left, right in pieces:
            first = next((mention for mention in mentions if left <= mention[0] < right), None)
            if first and _names(text, left, first[0]) and not _does(text, first[1], right):
                yield first[2], fate, at
        return
    last = begin
    for place, mention in enumerate(item for item in mentions if item[0] >= begin):
        between = text[last : mention[0]]
        if not (_names(text, begin, mention[0]) if place == 0 else in_row(between)):
            return
        yield mention[2], fate, at
        last = mention[1]


def _opening(text: str, start: int, end: int) -> tuple[str, int, int] | None:
    """The fate a list is of, the offset of its word, and where the names begin; None if the sentence opens no list."""
    first = _WORD.search(text, start, end)
    if not first or (first[0].casefold() not in _OPENERS and "mong " not in text[start : start + 100]):
        return None
    words = list(_WORD.finditer(text, start, min(end, start + 160)))[:_OPENING]
    low = [word[0].casefold() for word in words]
    if low and (FATE_OF.get(low[0]) or (low[0] == "also" and len(low) > 1 and FATE_OF.get(low[1]))):
        place = int(low[0] == "also")  # "Also kidnapped in 1985 were A and B"
        for link in range(place + 1, len(low)):
            if low[link] in ("were", "was"):
                return FATE_OF[low[place]], words[place].start(), words[link].end()
            if is_verb(words[link][0]):
                break
        return None
    for place, word in enumerate(low):
        adjective = place and low[place - 1] in ("the", "those") and FATE_OF_ADJECTIVE.get(word)
        verb = place and low[place - 1] in _WHO and FATE_OF.get(word)
        fate = adjective or verb
        if not fate or not (low[0] in ("among", "the", "those") or "among" in low[:place]):
            continue
        for link in range(place + 1, len(low)):
            if low[link] in _LINKS:
                return fate, words[place].start(), words[link].end()
            if is_verb(words[link][0]):
                break
    return None


def _pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    edges = [(start, start), *((m.start(), m.end()) for m in _SEMICOLON.finditer(text, start, end)), (end, end)]
    return [(edges[n][1], edges[n + 1][0]) for n in range(len(edges) - 1)]


def _names(text: str, start: int, name: int) -> bool:
    """Whether only a short description stands before a name: "the commander", "his brother"."""
    before = text[start:name]
    return len(before) <= _DESCRIBED and not any(
        word[0].casefold() in _STOPS or is_verb(word[0]) for word in _WORD.finditer(before)
    )


def _does(text: str, start: int, end: int) -> bool:
    """Whether a verb follows the name at once, so that the piece is a statement of its own."""
    following = _WORD.match(text, start + 1, end)
    return following is not None and is_verb(following[0])
