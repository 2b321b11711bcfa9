"""What became of whom, and what cannot all hold, of a corpus in columns."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Self

from tui.corpus.claims import ClaimTable, life_order
from tui.corpus.slab import Table
from tui.corpus.stored import Dates, olds_of
from tui.model import Conflict, Status


class StoredClaims(ClaimTable):
    """Statuses in columns; conflicts are few and held."""

    def __init__(self, slab: Table, dates: Dates) -> None:
        names = ("hard", "fact", "one", "two", "reason", "entity")
        columns = [slab.numbers(f"conflict.{name}") for name in names]
        word = dates.word
        super().__init__(
            Conflict(bool(hard), word(fact), (one, two), word(reason), entity - 1)
            for hard, fact, one, two, reason, entity in zip(*columns, strict=True)
        )
        self._entities = slab.numbers("status.entity")
        self._columns = [slab.numbers(f"status.{name}") for name in ("fate", "when", "event", "article", "start")]
        self._events = slab.numbers("status.event")
        self._dates = dates
        self._olds: dict[int, list[int]] | None = None

    def relabelled(self, now: Sequence[int]) -> Self:
        """As that of any claims."""
        other = super().relabelled(now)
        other._olds = olds_of(now)
        return other

    def of_entity(self, entity: int) -> Sequence[Status]:
        """What became of an entity, in calendar order, what has no date last."""
        if self._olds is None:
            return list(self._statuses(entity, entity))
        olds = self._olds.get(entity, ())
        return sorted((status for old in olds for status in self._statuses(old, entity)), key=life_order)

    def rows_of(self, entity: int) -> range:
        """Rows of what became of an entity, as entities were stored: in calendar order, what has no date last."""
        first = bisect_left(self._entities, entity)
        return range(first, bisect_left(self._entities, entity + 1, lo=first))

    def at(self, row: int) -> Status:
        """What stands in a row."""
        return self._made(row, self._entities[row])

    def event_at(self, row: int) -> int:
        """Id of the event that tells what stands in a row, without making it; -1 where none does."""
        return self._events[row] - 1

    def _statuses(self, stored: int, entity: int) -> Iterator[Status]:
        return (self._made(row, entity) for row in self.rows_of(stored))

    def _made(self, row: int, entity: int) -> Status:
        fate, when, event, article, start = (column[row] for column in self._columns)
        dates = self._dates
        return Status(entity, dates.word(fate), dates.maybe(when), event - 1 if event else None, article, start)
