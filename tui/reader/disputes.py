"""Conflicts as rows: a card each, its two sides beneath; those the reader dismissed under one line at the end."""

from array import array
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from tui.corpus.tables import Corpus
from tui.model import Conflict


@dataclass(frozen=True, slots=True)
class DisputeLine:
    """A row that is no event."""

    conflict: Conflict | None
    """The conflict whose two sides follow; None for the line over those dismissed."""
    count: int = 0
    """How many were dismissed, on the line over them."""
    is_open: bool = True
    """Whether what lies beneath it is shown."""

    @property
    def key(self) -> tuple[str, int, int]:
        """What it is called in the set of lines that were opened by hand."""
        return DISMISSED_KEY

    @property
    def is_head(self) -> bool:
        """Whether it is a heading, which opens and closes nothing."""
        return self.conflict is not None


DISMISSED_KEY = ("dismissed", 0, 0)
"""What the line over the dismissed conflicts is called."""


class Disputes:
    """The rows of the conflicts in which some of the given events stand; each side for itself, merged or not."""

    def __init__(self, corpus: Corpus, events: Sequence[int], opened: frozenset[tuple[str, int, int]]) -> None:
        """Take the ids of events in calendar order, and the keys of lines that were opened by hand."""
        wanted = set(events)
        self.corpus = corpus
        """The collection."""
        self.standing = [one for one in corpus.conflicts if wanted.intersection(one.events)]
        """The conflicts shown, the hard ones first."""
        self.dismissed = [one for one in corpus.claims.dismissed if wanted.intersection(one.events)]
        """Those the reader dismissed."""
        self.rows = array("q")
        """Rows: an event's id, or a negative number that `line` reads."""
        self._lines: list[DisputeLine] = []
        self._head_of: list[int] = []
        for conflict in self.standing:
            self._put(conflict)
        if self.dismissed:
            is_open = DISMISSED_KEY in opened
            self._add(DisputeLine(None, len(self.dismissed), is_open))
            for conflict in self.dismissed if is_open else ():
                self._put(conflict)
        told = sorted({event for conflict in self.standing for event in conflict.events})
        self.days = array("q", [corpus.events.columns.firsts[event] for event in told])
        """Day numbers on which the sides of the standing conflicts begin, in order."""
        self._told = told
        self._row_of = {event: row for row, event in reversed(list(enumerate(self.rows))) if event >= 0}

    def line(self, row: int) -> DisputeLine | None:
        """What a row is; None for an event."""
        value = self.rows[row]
        return self._lines[-1 - value] if value < 0 else None

    def conflict_at(self, row: int) -> Conflict | None:
        """The conflict of which a row is a side."""
        line = self._lines[self._head_of[row]] if 0 <= row < len(self.rows) else None
        return line.conflict if line is not None else None

    def row_of(self, event: int) -> int | None:
        """The first row that shows an event; None if it is on neither side of a conflict."""
        return self._row_of.get(event)

    def row_from(self, day: int) -> int | None:
        """The row of the first event that begins on or after a day, else of the last; None without any."""
        return self.row_of(self._told[min(bisect_left(self.days, day), len(self._told) - 1)]) if self._told else None

    def _put(self, conflict: Conflict) -> None:
        self._add(DisputeLine(conflict))
        for event in conflict.events:
            self.rows.append(event)
            self._head_of.append(len(self._lines) - 1)

    def _add(self, line: DisputeLine) -> None:
        self._lines.append(line)
        self.rows.append(-len(self._lines))
        self._head_of.append(len(self._lines) - 1)
