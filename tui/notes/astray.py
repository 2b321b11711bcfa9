"""Notes that stand in the tables of others because their own header is lost or torn: the file parses all the same."""

import re
from collections.abc import Mapping
from typing import Any

from rapidfuzz.distance import Levenshtein

from tui.notes.block import NAME, PARTS

_OWN_ID = re.compile(r"\d{8}T\d{6}Z-[0-9a-f]{6}")

_NEAR = 2
"""Letters in which the name of a table may differ from a note's and still be meant for it."""


def swallows(table: Mapping[str, Any]) -> bool:
    """Whether a part of a note's table holds what only a note has: the pairs of the next one, whose header is lost."""
    return any(_is_note(value) for key, value in table.items() if key in PARTS)


def strays(rest: Mapping[str, Any]) -> bool:
    """Whether what a file says beside its notes holds a note whose header is lost, or torn into another name."""
    for key, value in rest.items():
        near = Levenshtein.distance(key, NAME) <= _NEAR
        for table in value if isinstance(value, list) else [value]:
            if key != NAME and _is_note(table) and (near or is_own_id(table["id"])):
                return True
    return _is_note(rest)


def is_own_id(value: object) -> bool:
    """Whether an id is of the form that is given here, as nobody else's is."""
    return isinstance(value, str) and _OWN_ID.fullmatch(value) is not None


def _is_note(value: object) -> bool:
    return isinstance(value, dict) and "id" in value and "on" in value
