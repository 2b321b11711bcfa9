"""How large the hostile collection is made: small for every run of the tests, or as large as was promised."""

import os
from collections.abc import Iterator
from dataclasses import dataclass

MEGABYTE = 1024 * 1024

Sample = tuple[str, bytes]
"""A file: its path in the collection, with "/", and its bytes."""


@dataclass(frozen=True, slots=True)
class Size:
    """How much of everything."""

    line: int
    """Bytes of the longest line."""
    trap: int
    """Bytes of a text made of one piece."""
    many: int
    """How many blank lines; other countable things are fractions of it."""
    deep: int
    """How deep things are nested."""


SMALL = Size(400_000, 40_000, 100_000, 20_000)
"""For every run: it takes seconds."""

FULL = Size(10 * MEGABYTE, MEGABYTE, 1_000_000, 100_000)
"""What is promised; takes minutes."""


def size() -> Size:
    """The size asked for: BACKSTORY_HOSTILE=full in the environment makes everything as large as is promised."""
    return FULL if os.environ.get("BACKSTORY_HOSTILE") == "full" else SMALL


def nested(opening: str, inside: str, closing: str, depth: int) -> bytes:
    """Something within itself."""
    return (opening * depth + inside + closing * depth).encode()


def joined(*families: Iterator[Sample]) -> Iterator[Sample]:
    """The files of several families."""
    for family in families:
        yield from family
