"""Knows what stands beside a name in a list says about its kind: "Salzburg, Trieste and Carniola".

Codes: `&person`, `&organisation`, `&place` where the others of the list are surely that; `&in` and its like, the
preposition before the whole list, for all but the first of it.
"""

from collections import Counter
from collections.abc import Sequence

from tui.names.cut import Piece
from tui.names.ownwords import KINDS, own_votes
from tui.names.words import word_set

_LINKS = frozenset((", ", " and ", ", and ", " or ", ", or "))
_ENDS = frozenset((" and ", ", and ", " or ", ", or "))
_ENDS_THE = frozenset((" and the ", ", and the ", " and a ", ", and his ", " and his "))
_SURE = 2.0
_CLEARER = 1.5
_WHERE = word_set(
    "in at from near between to into through around of outside across via by with for against towards toward"
    " sank torpedoed"
)
_REACH = 12
_LONGEST_LINK = 11


def beside(text: str, pieces: Sequence[Piece]) -> dict[int, list[str]]:
    """The codes for each of `pieces` that stands in a list with others, by its place among them."""
    found: dict[int, list[str]] = {}
    first = 0
    while first < len(pieces) - 1:
        last, ends, clause = first, False, False
        while last + 1 < len(pieces):
            begin, end = pieces[last].end, pieces[last + 1].start
            between = text[begin:end] if end - begin < _LONGEST_LINK else ""
            if between not in _LINKS:
                ends = ends or between in _ENDS_THE
                break
            ends = ends or between in _ENDS
            last += 1
            clause = between == ", and "
        if ends and not (clause and last == first + 1):
            _tell(text, pieces, first, last, found)
        first = last + 1
    return found


def _tell(text: str, pieces: Sequence[Piece], first: int, last: int, found: dict[int, list[str]]) -> None:
    """Adds the codes of the list from `first` to `last`."""
    before = text[max(0, pieces[first].start - _REACH) : pieces[first].start].split(" ")
    word = before[-2] if len(before) > 1 and not before[-1] else ""
    if word.istitle() and word.lower() in _WHERE and text.startswith(", ", pieces[first].end):
        first += 1  # "In Paris, Smith and Jones met"
    kinds = [_surely(piece) for piece in pieces[first : last + 1]]
    sure = Counter(kind for kind in kinds if kind)
    for at, own in enumerate(kinds, first):
        others = [kind for kind, times in sure.items() if times > (kind == own)]
        if len(others) == 1:
            found.setdefault(at, []).append("&" + others[0])
        if word in _WHERE and at > first:
            found.setdefault(at, []).append("&" + word)


def _surely(piece: Piece) -> str:
    """The kind that the words of a name alone make sure; "" where they do not."""
    if piece.title:
        return "person"
    name = " ".join(token.word for token in piece.tokens)
    votes = sorted(zip(own_votes(name, tuple(token.folded for token in piece.tokens)), KINDS, strict=True))
    (second, _), (best, kind) = votes[-2:]
    return kind.value if best >= _SURE and best - second >= _CLEARER else ""
