"""The places of a text a passage may stand at: where its words stand, and where bits of it and of its surroundings do.

All offsets here are those of the folded text.
"""

from collections import defaultdict

from rapidfuzz.distance import Levenshtein
from rapidfuzz.fuzz import partial_ratio_alignment

from tui.notes.fold import fold
from tui.notes.model import Anchor
from tui.notes.weighing import Candidate, Wanted, wanted, weigh

_SEED = 8
"""Length of the bits of the passage that are looked up word for word."""

_SEEDS = 72
"""At most so many of them."""

_HITS = 40
"""A bit that stands at more places than this says nothing."""

_BIN = 24
"""Bits whose shift differs by less than this belong together."""

_TRIED = 6
"""At most so many places found by bits are weighed, and so many times four found word for word."""

_TELLING = 12
"""Characters of a passage below which other words are never taken for it."""

_ALIKE = 0.7
"""Likeness from which other words read like those of the passage."""

_SURE, _NEAR = 1.9, 300
"""Likeness of what is around a place, and distance from the old one, with which no other needs to be looked for."""


def search(text: str, anchor: Anchor) -> list[Candidate]:
    """The places the passage may stand at, those with most evidence first."""
    folded = fold(text)
    passage = wanted(text, anchor)
    if not passage.quote or not folded.text:
        return []
    spans: dict[tuple[int, int], None] = {}
    for start in _exact(folded.text, passage):
        spans[start, start + len(passage.quote)] = None
    sure = _weigh_all(folded.text, passage, spans)
    if sure and sure[0].before + sure[0].after > _SURE and sure[0].away <= _NEAR:
        return sure
    for shift in _shifts(folded.text, passage):
        for span in (_carry(folded.text, passage, shift), _liken(folded.text, passage, shift)):
            if span is not None:
                spans[span] = None
    return _distinct(_weigh_all(folded.text, passage, spans))


def alike(text: str, anchor: Anchor) -> list[Candidate]:
    """The other places of its own text that read much like a passage, in the very text it is being noted in."""
    folded = fold(text)
    passage = wanted(text, anchor)
    if not passage.quote:
        return []
    start, end = folded.near(anchor.start), folded.near(anchor.end)
    # Without itself, which would be the likest of all that stand near it.
    rest = folded.text[:start] + "\0" * (end - start) + folded.text[end:]
    spans = dict.fromkeys((at, at + len(passage.quote)) for at in _exact(rest, passage))
    alone = Wanted(passage.quote, "", "", passage.near)
    for shift in _shifts(rest, alone) if len(passage.quote) >= _TELLING else ():
        span = _liken(rest, alone, shift)
        if span is not None:
            spans[span] = None
    found = _distinct(_weigh_all(folded.text, passage, spans))
    return [place for place in found if place.quote >= _ALIKE and (place.end <= start or place.start >= end)]


def _exact(text: str, wanted: Wanted) -> list[int]:
    """Where the quote stands word for word; of very many places those nearest to the old one."""
    found: list[int] = []
    quote, near = wanted.quote, max(wanted.near, 0)
    words = _whole(wanted)
    position = text.find(quote)
    while position >= 0 and len(found) < 5000:
        if not (words[0] and _splits(text, position)) and not (words[1] and _splits(text, position + len(quote))):
            found.append(position)
        position = text.find(quote, position + 1)
    if len(found) > _TRIED * 4:
        found = sorted(sorted(found, key=lambda start: abs(start - near))[: _TRIED * 4])
    return found


def _shifts(text: str, wanted: Wanted) -> list[int]:
    """Where the passage with its surroundings may begin, by the bits of it that stand there, the best first."""
    pattern = wanted.prefix + wanted.quote + wanted.suffix
    last = len(pattern) - _SEED
    if last < 0:
        return []
    step = max(4, last // _SEEDS + 1)
    votes: defaultdict[int, float] = defaultdict(float)
    for offset in range(0, last + 1, step):
        seed = pattern[offset : offset + _SEED]
        hits: list[int] = []
        position = text.find(seed)
        while position >= 0 and len(hits) <= _HITS:
            hits.append(position - offset)
            position = text.find(seed, position + 1)
        if len(hits) <= _HITS:
            for hit in hits:
                votes[hit // _BIN] += 1 / len(hits)
    scores = {number: votes[number] + votes.get(number + 1, 0) * 0.9 for number in list(votes)}
    best = sorted(scores, key=lambda number: (-scores[number], number))
    return [number * _BIN for number in best[:_TRIED]]


def _liken(text: str, wanted: Wanted, shift: int) -> tuple[int, int] | None:
    """The stretch likest to the quote where the passage may begin with its surroundings."""
    low, high = _window(text, wanted, shift)
    found = partial_ratio_alignment(wanted.quote, text[low:high]) if high - low >= len(wanted.quote) else None
    if found is None:
        return None
    return _whole_words(text, wanted, low + found.dest_start, low + found.dest_end)


def _window(text: str, wanted: Wanted, shift: int) -> tuple[int, int]:
    length = len(wanted.prefix) + len(wanted.quote) + len(wanted.suffix)
    slack = _BIN + 16 + len(wanted.quote) // 4
    return max(shift - slack, 0), min(shift + length + slack + _BIN, len(text))


def _carry(text: str, wanted: Wanted, shift: int) -> tuple[int, int] | None:
    """The passage where it may begin with its surroundings: its edges carried over letter by letter."""
    low, high = _window(text, wanted, shift)
    if high <= low or len(wanted.prefix) < _SEED or len(wanted.suffix) < _SEED:
        return None  # without words around it, its edges would be anywhere
    pattern = wanted.prefix + wanted.quote + wanted.suffix
    window = text[low:high]
    first, last = len(wanted.prefix), len(wanted.prefix) + len(wanted.quote)
    start = end = -1
    for step in Levenshtein.opcodes(pattern, window):
        length = step.dest_end - step.dest_start
        if step.tag == "insert":
            continue
        if step.src_start <= first < step.src_end:
            start = step.dest_start + min(first - step.src_start, length)
        if step.src_start < last <= step.src_end:
            end = step.dest_start + min(last - step.src_start, length)
    if start < 0 or end <= start:
        return None
    return _whole_words(text, wanted, low + start, low + end)


def _whole_words(text: str, wanted: Wanted, start: int, end: int) -> tuple[int, int] | None:
    """Edges moved to the nearest edge of a word if the quote has them there, and off blank space."""
    first, last = _whole(wanted)
    if first and _splits(text, start):
        start = _edge(text, start)
    if last and _splits(text, end):
        end = _edge(text, end)
    while start < end and text[start] == " ":
        start += 1
    while end > start and text[end - 1] == " ":
        end -= 1
    return (start, end) if start < end else None


def _whole(wanted: Wanted) -> tuple[bool, bool]:
    """Whether the quote begins and ends with a whole word."""
    return not wanted.prefix[-1:].isalnum(), not wanted.suffix[:1].isalnum()


def _splits(text: str, offset: int) -> bool:
    return 0 < offset < len(text) and text[offset - 1].isalnum() and text[offset].isalnum()


def _edge(text: str, offset: int) -> int:
    """The edge of a word nearest to an offset within it."""
    left, right = offset, offset
    while _splits(text, left):
        left -= 1
    while _splits(text, right):
        right += 1
    return left if offset - left <= right - offset else right


def _weigh_all(text: str, wanted: Wanted, spans: dict[tuple[int, int], None]) -> list[Candidate]:
    weighed = [weigh(text, wanted, start, end) for start, end in spans]
    return sorted(weighed, key=lambda place: (-place.evidence, place.start))


def _distinct(places: list[Candidate]) -> list[Candidate]:
    """The places without those that overlap a better one."""
    kept: list[Candidate] = []
    for place in places:
        if all(place.end <= other.start or place.start >= other.end for other in kept):
            kept.append(place)
    return kept
