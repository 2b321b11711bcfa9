"""Binds the number of a unit that stands alone to the unit an article names in full: "the 101st"."""

import re

from tui.model import Kind
from tui.names.merge import Forest
from tui.names.words import word_set

_ORDINAL = re.compile(r"(\d{2,3})(?:st|nd|rd|th)")
_NO_DAY = 32
"""From here on a number with its ending is no day of a month."""
_UNITS = word_set(
    "division brigade regiment battalion corps squadron wing infantry cavalry airborne artillery fusiliers rifles"
    " armored armoured armor panzer mountain mechanized mechanised motorized motorised parachute guards fighter bomber"
    " bombardment group engineers engineer marines field highlanders grenadiers hussars dragoons legion battery"
)


def bind_numbers(forest: Forest) -> dict[int, dict[str, str]]:
    """By article: the key of the one unit there that a number alone, as written, stands for."""
    found: dict[int, dict[str, set[str]]] = {}
    for group in forest.groups.values():
        number = _ORDINAL.fullmatch(group.folded[0]) if group.accepted and len(group.folded) > 1 else None
        unit = group.kind is Kind.ORGANISATION and not _UNITS.isdisjoint(group.folded[1:])
        if number and int(number[1]) >= _NO_DAY and unit:
            for article in group.articles:
                found.setdefault(article, {}).setdefault(group.folded[0], set()).add(forest.root(group.key))
    bound: dict[int, dict[str, str]] = {}
    for article, numbers in found.items():
        sure = {number: min(owners) for number, owners in numbers.items() if len(owners) == 1}
        if sure:
            bound[article] = sure
    return bound
