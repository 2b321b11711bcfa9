"""Whether the words that stood around a passage still stand where it is no more: then it was taken out, not moved."""

from collections.abc import Sequence

from rapidfuzz.distance import Indel

from tui.notes.weighing import Candidate, Wanted

_PIECE = 10
"""Length of the bits of the surroundings that are looked up word for word."""

_HITS = 12
"""A bit that stands at more places than this says nothing."""

_LEAST = 12
"""Characters of surroundings below which they are not missed."""

_ALIKE = 0.9
"""Likeness from which words are those that stood around the passage."""

_MATCHED = 0.5
"""Likeness of what stands beside a place from which it took its surroundings along."""

_FULL = 0.8
"""Likeness from which it stands beside its surroundings of old for sure."""

_FAR = 1500
"""Distance beyond which even a place with all its surroundings may be a look-alike of what was taken out."""

_BESIDE = 8
"""Characters by which surroundings may stand off a passage and still be beside it."""

_PUSHED = 400
"""How far beside a place its surroundings may stand because something was put in between."""


def taken_out(text: str, wanted: Wanted, place: Candidate, others: Sequence[Candidate]) -> bool:
    """Whether the surroundings of old speak against a place in a folded text.

    A passage that was moved took the words around it along, or left them on one side only. Where they stand elsewhere
    on both sides, or stand elsewhere as well as here, without the passage, it was taken out there, and the place is a
    look-alike. `others` are further places the passage may stand at.
    """
    starts = [(other.start, other.quote) for other in others]
    ends = [(other.end, other.quote) for other in others]
    near = (wanted.near - place.away, wanted.near + place.away)
    before = _stands(text, wanted.prefix, (place.start - _PUSHED, place.end), near, starts, of_end=True)
    after = _stands(text, wanted.suffix, (place.start, place.end + _PUSHED), near, ends, of_end=False)
    if before and after:
        return True
    if min(place.before, place.after) >= _FULL and place.away <= _FAR:
        return False
    return (before and place.before >= _MATCHED) or (after and place.after >= _MATCHED)


def _stands(
    text: str,
    side: str,
    own: tuple[int, int],
    near: tuple[int, int],
    others: Sequence[tuple[int, float]],
    *,
    of_end: bool,
) -> bool:
    """Whether the words of one side stand nearer to where they stood than the place, and beside no like passage.

    `own` is where they may stand to belong to the place.
    """
    if len(side.strip()) < _LEAST:
        return False
    tried: set[int] = set()
    for offset in range(0, len(side) - _PIECE + 1, 6):
        for start in _hits(text, side[offset : offset + _PIECE], offset):
            end = start + len(side)
            edge = end if of_end else start
            if start in tried or start < 0 or (own[0] <= start and end <= own[1]) or not near[0] < edge < near[1]:
                continue
            tried.add(start)
            if any(quote >= _MATCHED and abs(edge - beside) < _BESIDE for beside, quote in others):
                continue
            if Indel.normalized_similarity(side, text[start:end]) >= _ALIKE:
                return True
    return False


def _hits(text: str, piece: str, offset: int) -> list[int]:
    """Where a side may begin by a bit that stands `offset` behind its beginning; none if the bit says nothing."""
    hits: list[int] = []
    position = text.find(piece)
    while position >= 0:
        hits.append(position - offset)
        if len(hits) > _HITS:
            return []
        position = text.find(piece, position + 1)
    return hits
