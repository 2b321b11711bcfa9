"""Decides under which of its spellings an entity is shown: a full one, as prose writes it."""

import re

from tui.model import Kind
from tui.names.gazetteer import PRESS_STATES
from tui.names.groups import Group
from tui.names.words import is_demonym

_LONGEST_ACRONYM = 4
_WORD = re.compile(r"[^\W\d_]+")
_MAC = re.compile(r"Mc[a-z]{2,}")


def display(groups: list[Group], kind: Kind) -> str:
    """The name to show: a full one before a short one, then the commonest."""

    def rank(group: Group) -> tuple[bool, bool, int, int, str]:
        folded = group.folded
        acronym = (len(folded) == 1 and group.name.isupper()) or group.name in PRESS_STATES
        dressed = is_demonym(folded[0]) or "–" in group.name or " - " in group.name
        size = min(len(group.base), 3) if kind is Kind.PERSON else 0
        return (acronym, dressed and len(groups) > 1, -size, -group.count, group.key)

    shown = min(groups, key=rank)
    person = kind is Kind.PERSON and len(shown.folded) > 1
    longest = max(map(len, shown.folded)) if person else len(shown.name) * (kind is Kind.PLACE)
    shouted = shown.name.isupper() and longest > _LONGEST_ACRONYM
    if not shouted or any(letter.isdigit() for letter in shown.name):
        return shown.name
    # Transcripts name their speakers in capitals, and datelines their towns.
    written = [surface for surface in shown.surfaces if not surface.isupper()]
    return min(written, key=lambda surface: (-shown.surfaces[surface], surface)) if written else _lower(shown.name)


def _lower(name: str) -> str:
    """A name in capitals as prose writes it: "DAVID MCKIERNAN" is David McKiernan."""
    plain = _WORD.sub(lambda word: word[0].capitalize(), name)
    return _MAC.sub(lambda word: "Mc" + word[0][2:].capitalize(), plain)
