"""Knows where phrases stand in a folded text: one pattern for each, every one of them linear in time."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache

from tui.search.fold import WORD
from tui.search.query import Near, Phrase

Span = tuple[int, int]
"""Offsets in a folded text, the second exclusive."""

_BETWEEN = f"[^{WORD[1:-1]}]+"
_TOKEN = re.compile(f"{WORD}+")


@lru_cache(maxsize=256)
def pattern_of(phrase: Phrase) -> re.Pattern[str]:
    """What a phrase looks like in a folded text: whole words, with anything but letters between them."""
    said = _BETWEEN.join(re.escape(word) for word in phrase.words)
    # Possessive: the rest of a word is taken whole, without ever looking back.
    rest = f"{WORD}*+" if phrase.prefix else f"(?!{WORD})"
    return re.compile(f"(?<!{WORD}){said}{rest}")


def spans_of(phrase: Phrase, folded: str) -> list[Span]:
    """Where a phrase stands, in order."""
    if phrase.words[0] not in folded:  # far quicker than the pattern, and true of most texts
        return []
    return [match.span() for match in pattern_of(phrase).finditer(folded)]


def near_spans(near: Near, folded: str) -> list[Span]:
    """The stretches in which each phrase stands, with at most so many words between the first and the last.

    As in FTS5, the words counted are those between the end of the first phrase and the beginning of the last. Of the
    stretches that overlap, the first is taken.
    """
    found = [spans_of(phrase, folded) for phrase in near.phrases]
    if not all(found):
        return []
    starts = [match.start() for match in _TOKEN.finditer(folded)]
    places = [[(bisect_left(starts, start), bisect_left(starts, end)) for start, end in spans] for spans in found]
    most = near.distance
    hits: list[Span] = []
    for start, end in _stretches(places, most):
        span = (starts[start], _end_of(folded, starts[end - 1]))
        if not hits or span[0] >= hits[-1][1]:
            hits.append(span)
    return hits


def _stretches(places: Sequence[Sequence[Span]], most: int) -> list[Span]:
    """Stretches of word numbers that hold one place of each list, narrow enough; by a walk over all places at once."""
    at = [0] * len(places)
    found: list[Span] = []
    while True:
        chosen = [spans[place] for spans, place in zip(places, at, strict=True)]
        first = min(range(len(chosen)), key=lambda which: chosen[which])
        last_start = max(start for start, _ in chosen)
        if last_start - chosen[first][1] <= most:
            found.append((chosen[first][0], max(end for _, end in chosen)))
        at[first] += 1
        if at[first] == len(places[first]):
            return found


def _end_of(folded: str, start: int) -> int:
    match = _TOKEN.match(folded, start)
    return match.end() if match else start
