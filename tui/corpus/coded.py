"""What the numbers in columns stand for."""

import hashlib

from tui.model import WHERE, WHO, WHOM, DateOrder, Kind, PartKind, Precision

PART_KINDS, KINDS, PRECISIONS = tuple(PartKind), tuple(Kind), tuple(Precision)
"""What the numbers of kinds and precisions mean."""

EVENT_PARTS = (WHO, WHOM, WHERE)
"""What the numbers of parts in an event mean."""

ORDERS: tuple[DateOrder | None, ...] = (None, *DateOrder)
"""What the numbers of the ways to write a date mean."""


def hash_of(name: str) -> int:
    """64 bits that tell one spelling from another, the same in every run."""
    said = name.encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.blake2b(said, digest_size=8).digest(), "little")
