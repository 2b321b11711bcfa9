"""Knows which of two names comes first when a query fits both alike, whatever the query."""

from array import array
from collections.abc import Callable, Sequence
from itertools import pairwise

from tui.jump.spellings import Spellings

_KINDS = ("entity", "date", "article", "event", "note", "tag", "command")
_TURN = 512


def foremost_first(spellings: Spellings, breathe: Callable[[], None] = lambda: None) -> "array[int]":
    """The numbers of all spellings that can be typed, the foremost first.

    Names come before aliases, which a query finds after them anyhow. Of each the heavier comes first; a spelling that
    others go on from counts as heavy as the heaviest of these and comes before them. So a name typed letter by letter
    never falls behind one that becomes an exact match on the way.
    """
    said = spellings.plains.all()
    numbers = [number for number, text in enumerate(said) if text]
    plains = [text for text in said if text]
    breathe()
    rows = [spellings.owner(number) for number in numbers]
    weights = _inherited(plains, [spellings.weights[row] for row in rows], breathe)
    places = {kind: place for place, kind in enumerate(_KINDS)}
    kinds = [places.get(kind, len(places)) for kind in map(spellings.kind, rows)]
    aliases = [spellings.is_alias(number) for number in numbers]
    breathe()
    keys = list(zip(aliases, (-weight for weight in weights), map(len, plains), kinds, plains, strict=True))
    return array("i", (numbers[at] for at in sorted(range(len(keys)), key=keys.__getitem__)))


def _inherited(plains: Sequence[str], weights: Sequence[int], breathe: Callable[[], None]) -> list[int]:
    """The weight of each spelling or of the heaviest that goes on from it, whichever is more."""
    order = sorted(range(len(plains)), key=plains.__getitem__)
    inherited = list(weights)
    ends = [0] * len(order)
    for place in range(len(order) - 1, -1, -1):
        if place % _TURN == 0:
            breathe()
        said, weight = plains[order[place]], weights[order[place]]
        at = place + 1
        while at < len(order) and plains[order[at]].startswith(said):
            weight = max(weight, inherited[order[at]])
            at = ends[at]
        ends[place] = at
        inherited[order[place]] = weight
    # Equal spellings must weigh the same, or the lighter would come before a longer one and the heavier behind.
    for one, two in pairwise(order):
        if plains[one] == plains[two]:
            inherited[two] = inherited[one]
    return inherited
