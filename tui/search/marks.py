"""What a search must be told about the reader's notes: which articles have one, and with which tags."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Marks:
    """The articles with notes; those of a search without notes are empty."""

    noted: frozenset[int] = frozenset()
    """Ids of the articles with a note on them, on a passage or on an event of theirs."""
    tagged: Mapping[str, frozenset[int]] = field(default_factory=dict)
    """For each tag, case folded, the ids of the articles with such a note."""
