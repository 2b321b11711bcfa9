"""Knows which of two names comes first when a query fits both alike, whatever the query."""

from array import array
from collections.abc import Sequence
from itertools import pairwise

from tui.jump.fold import plain
from tui.jump.target import Target

_KINDS = ("entity", "date", "article", "event", "note", "tag", "command")


def foremost_first(targets: Sequence[Target]) -> tuple["array[int]", "array[int]", list[str]]:
    """All spellings, the foremost first: the row of the target, the number of the spelling, the plain form of each.

    Spelling 0 is the name, n the n-th alias. The heavier comes first; a spelling that others go on from counts as
    heavy as the heaviest of these and comes before them. So a name typed letter by letter never falls behind one
    that becomes an exact match on the way.
    """
    owners, spellings, plains = array("i"), array("i"), list[str]()
    for row, target in enumerate(targets):
        for number, name in enumerate((target.name, *(alias for alias, _ in target.aliases))):
            said = plain(name)
            if said:
                owners.append(row)
                spellings.append(number)
                plains.append(said)
    weights = _inherited(plains, [targets[owner].weight for owner in owners])
    kinds = {kind: place for place, kind in enumerate(_KINDS)}

    def key(at: int) -> tuple[int, int, int, int, str]:
        said = plains[at]
        return (-weights[at], len(said), min(spellings[at], 1), kinds.get(targets[owners[at]].kind, len(kinds)), said)

    order = sorted(range(len(plains)), key=key)
    return (
        array("i", (owners[at] for at in order)),
        array("i", (spellings[at] for at in order)),
        [plains[at] for at in order],
    )


def _inherited(plains: Sequence[str], weights: Sequence[int]) -> list[int]:
    """The weight of each spelling or of the heaviest that goes on from it, whichever is more."""
    order = sorted(range(len(plains)), key=plains.__getitem__)
    inherited = list(weights)
    ends = [0] * len(order)
    for place in range(len(order) - 1, -1, -1):
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
