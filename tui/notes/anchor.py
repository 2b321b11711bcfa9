"""Finding a noted passage again in a text that has changed since, or saying that it cannot be found.

Beside the wrong sentence a note is worse than lost. So every place the passage may stand at is weighed by its own
words and by the words around it, and where these do not agree, or two places agree as well, nothing is placed.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from tui.notes import judging, nearest, places, remains, weighing
from tui.notes.fold import fold
from tui.notes.model import NO_OFFSET, Anchor
from tui.notes.weighing import Candidate

AROUND = judging.TELLING[0]
"""How many characters on either side of a passage are remembered."""

_MOST = judging.MOST_AROUND
"""How many at most, where the same words stand elsewhere too."""

_FIRST = judging.TELLING[:3]
"""What is tried first; more is remembered only where none of these does on either side."""

_VERBATIM = 0.8
"""Likeness of its words from which another place may be the passage where more of its line stands."""

_MORE = 0.03
"""How much likelier the words on one side must be for that to count."""

_BRIEF = 20
"""Characters of a quote below which it is another one with another name or figure in it."""

_WHOLE_LINE = 3
"""Telling words a line must have for a copy of it to be seen as one."""

_MANY = 4
"""Look-alikes beyond which they are not counted."""

_OTHER = 0.55
"""Likeness below which the words on one side are others."""


class State(StrEnum):
    """How a passage was found; the values are the contract's `anchor`."""

    EXACT = "exact"
    """It stands word for word where it stood."""
    MOVED = "moved"
    """It stands elsewhere or in other words, and there is no doubt which passage it is."""
    UNSURE = "unsure"
    """It may be the passage given; never placed there without asking."""
    ORPHAN = "orphan"
    """It is gone."""


@dataclass(frozen=True, slots=True)
class Located:
    """Where a passage stands now."""

    state: State
    """How it was found."""
    start: int = NO_OFFSET
    """Offset of its first character, of the best guess if unsure; `NO_OFFSET` for an orphan."""
    end: int = NO_OFFSET
    """Offset after its last character; `NO_OFFSET` for an orphan."""

    @property
    def placed(self) -> bool:
        """Whether it may be shown at its place without asking."""
        return self.state in (State.EXACT, State.MOVED)


_ORPHAN = Located(State.ORPHAN)


def make(text: str, start: int, end: int) -> Anchor:
    """The anchor of `text[start:end]`, offsets in code points.

    Where other places of the text read alike, so much of the surroundings is remembered that the words of either
    side alone tell the passage from them.
    """
    near = Anchor(text[start:end], text[max(start - AROUND, 0) : start], text[end : end + AROUND], start, end)
    twins = places.alike(text, near)
    folded = fold(text)
    before, after = [twin.start for twin in twins], [twin.end for twin in twins]
    for numbers in (_FIRST, judging.TELLING):
        lead = _telling(folded.text, text[:start], before, numbers, backward=True)
        trail = _telling(folded.text, text[end:], after, numbers)
        if lead != _MOST or trail != _MOST:
            break
    return replace(near, prefix=text[max(start - lead, 0) : start], suffix=text[end : end + trail], twins=len(twins))


def locate(text: str, anchor: Anchor, *, digest_matches: bool = False) -> Located:
    """Where a passage stands in `text`; with `digest_matches` the text is the very one it was noted in.

    After Robert Knight's and Hypothesis's fuzzy anchoring (quote and context), with refusal where they disagree.
    """
    stands = anchor.start >= 0 and text[anchor.start : anchor.end] == anchor.quote and anchor.quote != ""
    if digest_matches and stands:
        return Located(State.EXACT, anchor.start, anchor.end)
    if not anchor.quote.strip():
        return _ORPHAN
    if stands and _around(text, anchor):
        return Located(State.EXACT, anchor.start, anchor.end)
    if (alone := _alone(text, anchor)) is not None:
        return alone
    found = places.search(text, anchor)
    if not found:
        return _ORPHAN
    best = judging.foremost(found)
    others = [other for other in found if other is not best]
    start, end = _fit(text, anchor, best)
    there = _lines(text[max(start - len(anchor.prefix), 0) : end + len(anchor.suffix)])
    if not judging.agrees(best, anchor, len(text), there == _lines(anchor.prefix + anchor.quote + anchor.suffix)):
        return Located(State.UNSURE, start, end) if judging.may_be(best) else _ORPHAN
    if anchor.twins > 0 and judging.told_from_twins(best, anchor):
        others = [other for other in others if judging.told_from_twins(other, anchor)]
    moved = anchor.twins < 0 and best.away > judging.STAYED
    rivals = [other for other in others if judging.rivals(other, best)]
    if rivals:
        return Located(State.UNSURE, *_fit(text, anchor, next((other for other in rivals if other.same), best)))
    if moved and remains.taken_out(fold(text).text, weighing.wanted(text, anchor), best, others):
        return Located(State.UNSURE, start, end)
    rival = _told_better(text, anchor, best, found)
    if rival is not None:
        return Located(State.UNSURE, *_fit(text, anchor, rival))
    same = text[start:end] == anchor.quote and anchor.start in (start, NO_OFFSET)
    return Located(State.EXACT if same else State.MOVED, start, end)


def candidates(text: str, anchor: Anchor, *, limit: int = 8) -> list[Located]:
    """Places the passage may stand at, the likeliest first, for placing it by hand; all are `UNSURE`."""
    found = places.search(text, anchor) if anchor.quote.strip() else []
    spans = dict.fromkeys(_fit(text, anchor, place) for place in found)
    return [Located(State.UNSURE, start, end) for start, end in spans if start < end][:limit]


def _telling(text: str, side: str, twins: list[int], numbers: Sequence[int], *, backward: bool = False) -> int:
    """How many characters of what stands on one side tell it from what stands there at offsets of a folded text.

    One of `numbers`; `_MOST` where none of them does.
    """
    for around in numbers:
        words = fold(side[-around:] if backward else side[:around]).text
        size = len(words)
        there = (text[max(at - size, 0) : at] if backward else text[at : at + size] for at in twins)
        if all(weighing.likeness(words, other) < _OTHER for other in there):
            return around
    return _MOST


def _told_better(text: str, anchor: Anchor, best: Candidate, found: Sequence[Candidate]) -> Candidate | None:
    """The place that has more of the passage's own line than the best one, or as much of it and more around it.

    The best one itself where it may be a look-alike of a passage that is gone; None if there is no doubt about it.
    """
    folded = fold(text).text
    line = nearest.line_of(anchor)
    telling = nearest.telling(line)
    here = nearest.standing(folded, line, best)
    for other in found:
        if other is best or other.quote < _VERBATIM:
            continue
        there = nearest.standing(folded, line, other)
        more = max(other.before - best.before, other.after - best.after) > _MORE
        more = more and (anchor.twins <= 0 or judging.told_from_twins(other, anchor))
        if len(there - here) > len(here - there) or (more and here == there == telling and len(telling) >= _WHOLE_LINE):
            return other
    lost = telling - here
    if lost & line.named and nearest.stands_elsewhere(folded, line, best):
        return best
    if lost & line.named & nearest.quoted(line) and len(line.quote) < _BRIEF:
        return best
    if lost and anchor.twins > 0:
        start, end = _fit(text, anchor, best)
        now = len(places.alike(text, replace(anchor, start=start, end=end)))
        if now < anchor.twins or (now >= _MANY and lost & line.named and not nearest.one_side_whole(line, here)):
            return best
    return None


def _lines(text: str) -> int:
    return text.strip().count("\n")


def _around(text: str, anchor: Anchor) -> bool:
    """Whether the words around the place of old are the words of old, and there are some."""
    before = text[max(anchor.start - len(anchor.prefix), 0) : anchor.start]
    after = text[anchor.end : anchor.end + len(anchor.suffix)]
    if before != anchor.prefix or after != anchor.suffix or len(before) + len(after) < AROUND // 2:
        return False
    return _stands_once(text, before + anchor.quote + after)


def _alone(text: str, anchor: Anchor) -> Located | None:
    """Where words of which nothing else is known stand, if they stand in the text once; None otherwise.

    However few they are, nothing says that another place is meant: no words around them, and no place of old where
    they are no more.
    """
    if anchor.prefix.strip() or anchor.suffix.strip() or anchor.twins > 0:
        return None
    start = text.find(anchor.quote)
    end = start + len(anchor.quote)
    if start < 0 or anchor.start not in (start, NO_OFFSET) or fold(text).text.count(fold(anchor.quote).text) != 1:
        return None
    cut = _within_word(text, start) or _within_word(text, end)
    return None if cut else Located(State.EXACT, start, end)


def _within_word(text: str, at: int) -> bool:
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()


def _stands_once(text: str, words: str) -> bool:
    first = text.find(words)
    return text.find(words, first + 1) < 0


def _fit(text: str, anchor: Anchor, place: Candidate) -> tuple[int, int]:
    """The place in offsets of the text, with blank space at its ends only if the quote has it."""
    folded = fold(text)
    start, end = folded.start(place.start), folded.end(place.end)
    lead = len(anchor.quote) - len(anchor.quote.lstrip())
    trail = len(anchor.quote) - len(anchor.quote.rstrip())
    while lead and start and text[start - 1].isspace():
        start, lead = start - 1, lead - 1
    while trail and end < len(text) and text[end].isspace():
        end, trail = end + 1, trail - 1
    return start, end
