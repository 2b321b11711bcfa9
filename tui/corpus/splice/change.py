"""Which articles of a collection came, went or are others since it was woven, and whether that is little enough."""

from collections.abc import Sequence
from dataclasses import dataclass

from tui.corpus.slab import Slab
from tui.corpus.splice.edit import Edit, ranges_of
from tui.corpus.store import Stamp

LEAST = 500
"""Articles from which on it is worth while: fewer are woven anew."""

SHARE = 100
"""One article in so many may have come in since the collection was woven whole: what is rare and what is common, and
with it which names are one, is told from all articles together, and should not be told from old ones for long."""


LITTLE = 24
"""Articles that come or go up to which only what is different is kept: it is worked out anew with each change."""


def state_of(stamp: Stamp | None) -> int:
    """64 bits that tell one state of an article's file, and what was known of it, from another; 0 if nothing can."""
    if stamp is None or not stamp.given:
        return 0
    # Both are hashes: so is what they come to, and no other need be worked out for each of a hundred thousand.
    return int.from_bytes(stamp.sha[:8], "little") ^ int.from_bytes(stamp.given[:8], "little")


@dataclass(frozen=True, slots=True)
class Change:
    """What changed between a woven collection and what was read now."""

    edit: Edit
    """How the table of articles changes."""
    gone: tuple[int, ...]
    """The articles that went, or are others now, numbered as they were; in order."""
    came: tuple[int, ...]
    """The articles that came, or are others now, as they are numbered now; in order."""
    behind: tuple[int, ...]
    """For each of those the article before which it comes, numbered as it was."""
    spliced: int
    """How many came in or went since the collection was woven whole, these included."""

    @property
    def little(self) -> bool:
        """Whether so few come and go that what is different is better kept by itself."""
        return len(self.gone) + len(self.came) <= LITTLE


def change_of(slab: Slab, paths: Sequence[str], states: Sequence[int]) -> Change | None:
    """What changed since a collection was woven, by the paths and `state_of` all articles have now, in reading order.

    None if it is too much to be brought in, or cannot be told; raises `BadSlab`.
    """
    rows = {path: row for row, path in enumerate(slab.words("article.path"))}
    before = slab.numbers("article.state")
    came: list[int] = []
    behind: list[int] = []
    kept = bytearray(len(before))
    last = -1
    for at, (path, state) in enumerate(zip(paths, states, strict=True)):
        row = rows.get(path, -1)
        if row >= 0 and state and before[row] == state:
            if row < last:
                return None  # they are in another order
            kept[row], last = 1, row
        else:
            came.append(at)
            behind.append(last + 1)
    gone = tuple(row for row, stays in enumerate(kept) if not stays)
    spliced = int(slab.facts.get("spliced", 0)) + max(len(gone), len(came))
    if len(paths) < LEAST or spliced * SHARE > len(paths):
        return None
    edit = Edit(len(before), ranges_of(gone), [(row, 1) for row in behind])
    return Change(edit, gone, tuple(came), tuple(behind), spliced)
