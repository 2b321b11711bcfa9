"""What the words of one row let it be recognised by: found once, with its article, and kept with what that tells."""

import re
from hashlib import blake2b
from typing import NamedTuple

from tui.events.counted import Count
from tui.events.traits import Told, actor_of, wording_of
from tui.events.wordlist import word_set
from tui.model import Precision

_WORD = re.compile(r"\w+")
_FEWEST = 3
_POINTING = word_set("he she it they we i you this that these those his her its their there")


class Traits(NamedTuple):
    """What the words of one row let it be recognised by."""

    deeds: int
    """Its classes of action, a bit of `DEEDS` each."""
    actor: int
    """The entity that acts, numbered as in the row; -1 if none is sure or others are not named."""
    line: int
    """A number for the words of its headline, within 64 bits with a sign; 0 if they are too few, or point at what
    another sentence names, or the row has no exact day of its own."""
    nouns: tuple[str, ...]
    """Its plural nouns, each once, in the order of the alphabet."""
    counted: tuple[Count, ...]
    """What it counts."""


def traits_of(row: Told, clause: str) -> Traits:
    """What a row can be recognised by; `clause` are the words it was read from."""
    wording = wording_of(clause)
    when = row.when
    exact = when.precision is Precision.DAY and not when.approximate and not row.reported
    return Traits(
        wording.deeds,
        actor_of(row, wording.passive),
        _line(row) if exact else 0,
        tuple(sorted(wording.nouns)),
        wording.counted,
    )


def _line(row: Told) -> int:
    words = _WORD.findall(row.headline.casefold())
    if len(words) < _FEWEST or not (row.entities or _POINTING.isdisjoint(words)):
        return 0
    said = blake2b("\0".join(words).encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(said, "big", signed=True) or 1
