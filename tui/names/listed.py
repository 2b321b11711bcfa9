"""Knows what stands beside a name in a list says about its kind: "Salzburg, Trieste and Carniola".

Codes: `&person`, `&organisation`, `&place` where the others of the list are surely that; `&in` and its like, the
preposition before the whole list, for all but the first of it.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

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


def beside(text: str, pieces: Iterable[Piece]) -> Iterator[tuple[Piece, Sequence[str]]]:
    """Each of `pieces` with the codes for it, none for one that stands in no list with others."""
    run: list[Piece] = []
    ends = clause = False
    for piece in chain(pieces, (None,)):
        if run:
            between = text[run[-1].end : piece.start] if piece and piece.start - run[-1].end < _LONGEST_LINK else ""
            if piece and between in _LINKS:
                run.append(piece)
                ends = ends or between in _ENDS
                clause = between == ", and "
                continue
            ends = ends or between in _ENDS_THE
            if ends and len(run) > 1 and not (clause and len(run) == 2):
                yield from _told(text, run)
            else:
                for one in run:
                    yield one, ()
        run = [piece] if piece else []
        ends = clause = False


def _told(text: str, run: Sequence[Piece]) -> Iterator[tuple[Piece, Sequence[str]]]:
    """The names of a list with their codes."""
    before = text[max(0, run[0].start - _REACH) : run[0].start].split(" ")
    word = before[-2] if len(before) > 1 and not before[-1] else ""
    if word.istitle() and word.lower() in _WHERE and text.startswith(", ", run[0].end):
        yield run[0], ()  # "In Paris, Smith and Jones met"
        run = run[1:]
    kinds = [_surely(piece) for piece in run]
    sure = Counter(kind for kind in kinds if kind)
    for at, (piece, own) in enumerate(zip(run, kinds, strict=True)):
        others = [kind for kind, times in sure.items() if times > (kind == own)]
        codes = ["&" + others[0]] if len(others) == 1 else []
        if word in _WHERE and at:
            codes.append("&" + word)
        yield piece, codes


def _surely(piece: Piece) -> str:
    """The kind that the words of a name alone make sure; "" where they do not."""
    if piece.title:
        return "person"
    name = " ".join(token.word for token in piece.tokens)
    votes = sorted(zip(own_votes(name, tuple(token.folded for token in piece.tokens)), KINDS, strict=True))
    (second, _), (best, kind) = votes[-2:]
    return kind.value if best >= _SURE and best - second >= _CLEARER else ""
