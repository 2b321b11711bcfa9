"""What is different in a collection since it was woven, for whoever keeps something beside the woven one."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Moves:
    """How the rows of a table were numbered when the collection was woven, and are now."""

    now: Callable[[int], int]
    """The number a row that was has now; -1 for one that is gone."""
    was: Callable[[int], int]
    """The number a row had then; -1 for one that came since."""


@dataclass(frozen=True, slots=True)
class Since:
    """What is different since a collection was woven."""

    signature: str
    """The signature of the collection as it was woven."""
    articles: Moves
    """How its articles move."""
    entities: Moves
    """How its entities move."""
    events: Moves
    """How its events move."""
    came: tuple[int, ...]
    """Articles that came or are others now, as they are numbered now."""
    named: tuple[int, ...]
    """Entities that are new or have new spellings, as they are numbered now."""
