"""Knows which of two names comes first when a query fits both alike, whatever the query."""

from array import array
from collections.abc import Callable, Sequence
from itertools import pairwise

from tui.jump.spellings import Spellings
from tui.jump.target import Tier

_KINDS = ("entity", "date", "article", "event", "note", "tag", "command")
_TURN = 512
_UNITS = 1024
_ROUNDS = 4
_Key = tuple[int, int, int, str]


def foremost_first(spellings: Spellings, breathe: Callable[[], None] = lambda: None) -> "array[int]":
    """The numbers of all spellings that can be typed, the foremost first.

    Of names the heavier comes first; a spelling that others go on from counts as heavy as the heaviest of these and
    comes before them. So a name typed letter by letter never falls behind one that becomes an exact match on the way.
    An alias stands beside the name it shares letters with (`beside_name`), the others behind all names, those of one
    target together: nor does a target fall behind when typed on by an alias that its name no longer fits.
    """
    said = spellings.plains.all()
    numbers = [number for number, text in enumerate(said) if text]
    plains = [text for text in said if text]
    breathe()
    rows = [spellings.owner(number) for number in numbers]
    aliases = [spellings.is_alias(number) for number in numbers]
    names = {row: at for at, (row, alias) in enumerate(zip(rows, aliases, strict=True)) if not alias}
    leaders = [
        at if not alias else _leader(plains[at], names.get(row, -1), plains)
        for at, (row, alias) in enumerate(zip(rows, aliases, strict=True))
    ]
    weights = _inherited(plains, rows, leaders, [spellings.weights[row] for row in rows], breathe)
    places = {kind: place for place, kind in enumerate(_KINDS)}
    kinds = [places.get(kind, len(places)) for kind in map(spellings.kind, rows)]
    breathe()
    own = list(zip((-weight for weight in weights), map(len, plains), kinds, plains, strict=True))
    apart: dict[int, _Key] = {}
    for at, (row, leader) in enumerate(zip(rows, leaders, strict=True)):
        if leader < 0:
            apart[row] = min(own[at], apart.get(row, own[at]))
    keys = [
        (leader < 0, apart[row] if leader < 0 else own[leader], row, aliases[at], own[at])
        for at, (row, leader) in enumerate(zip(rows, leaders, strict=True))
    ]
    return array("i", (numbers[at] for at in sorted(range(len(keys)), key=keys.__getitem__)))


def beside_name(alias: str, name: str) -> Tier | None:
    """The tier in which an alias, typed from its beginning, is held with its target's name; None if in none.

    Both in plain form. Where they share a first letter the name comes first with that letter, and must not fall behind
    with the next one, when only the alias goes on so; the same for an alias that begins as a later word of the name.
    """
    first = alias[:1]
    if not first or not name:
        return None
    if name.startswith(first):
        return Tier.START
    return Tier.WORD if f" {first}" in name else None


def _leader(alias: str, name: int, plains: Sequence[str]) -> int:
    """Where the name is that an alias stands beside; -1 if it stands by itself."""
    return name if name >= 0 and beside_name(alias, plains[name]) is not None else -1


def _inherited(
    plains: Sequence[str],
    rows: Sequence[int],
    leaders: Sequence[int],
    weights: Sequence[int],
    breathe: Callable[[], None],
) -> list[int]:
    """The weight of each spelling, or a little more than that of the heaviest other target's that goes on from it.

    Such as stand beside a name weigh as much as that name at least; in units that leave room for the little more.
    """
    order = sorted(range(len(plains)), key=plains.__getitem__)
    given = [weight * _UNITS for weight in weights]
    beside = [at for at, leader in enumerate(leaders) if 0 <= leader != at]
    for _ in range(_ROUNDS):
        inherited = _once(order, plains, rows, given, breathe)
        risen = [at for at in beside if inherited[leaders[at]] > given[at]]
        if not risen:
            break
        for at in risen:
            given[at] = inherited[leaders[at]]
    return inherited


def _once(
    order: Sequence[int], plains: Sequence[str], rows: Sequence[int], given: Sequence[int], breathe: Callable[[], None]
) -> list[int]:
    inherited = list(given)
    ends = [0] * len(order)
    for place in range(len(order) - 1, -1, -1):
        if place % _TURN == 0:
            breathe()
        one = order[place]
        said, weight = plains[one], given[one]
        at = place + 1
        while at < len(order) and plains[order[at]].startswith(said):
            other = order[at]
            weight = max(weight, inherited[other] + (rows[other] != rows[one] and plains[other] != said))
            at = ends[at]
        ends[place] = at
        inherited[one] = weight
    # Equal spellings must weigh the same, or the lighter would come before a longer one and the heavier behind.
    for one, two in pairwise(order):
        if plains[one] == plains[two]:
            inherited[two] = inherited[one]
    return inherited
