"""What all articles say became of whom, on the way to the columns of a collection: objects only while looked at."""

from array import array
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from tui.corpus.made import Made
from tui.corpus.numbered import Pool
from tui.corpus.roll import Roll
from tui.events.status import StatusRow
from tui.model import When


class Fates:
    """What is said became of whom, put in by article, in reading order."""

    def __init__(self, whens: Pool[When], words: Pool[str], folder: Path | None = None) -> None:
        """Number dates and fates in these pools; what is long lies in files of `folder` until `close`."""
        self.whens, self.words = whens, words
        """Its dates, and the words for what became of somebody."""
        self.article, self.entity, self.fate = Roll("I", folder), Roll("I", folder), Roll("I", folder)
        """Which article says it, of whom, and the number of what."""
        self.when, self.row, self.start = Roll("I", folder), Roll("I", folder), Roll("I", folder)
        """The number of its date and that of the event that tells it, one more each and 0 for none; and its offset."""

    def put(self, article: int, base: int, statuses: Sequence[StatusRow]) -> None:
        """Add those of an article whose first event has the number `base`."""
        self.article.here.extend([article] * len(statuses))
        self.entity.here.extend([one.entity for one in statuses])
        self.fate.here.extend([self.words(one.fate) for one in statuses])
        self.when.here.extend([self.whens(one.when) + 1 if one.when else 0 for one in statuses])
        self.row.here.extend([base + one.row + 1 if one.row >= 0 else 0 for one in statuses])
        self.start.here.extend([one.start for one in statuses])
        for column in self._all:
            column.spill()

    def taken(self, entity_of: Sequence[int], place: Sequence[int], may_be: Callable[[int, str], bool]) -> "FatesTaken":
        """Those that may be said of their entity; `entity_of` is that of each name, `place` the one of each event.

        Nothing is put in after.
        """
        self.entity.change(lambda some: map(entity_of.__getitem__, some))
        self.row.change(lambda some: (place[row - 1] + 1 if row else 0 for row in some))
        return FatesTaken(self, may_be)

    def close(self) -> None:
        """Let go of the files; what was taken can still be read."""
        for column in self._all:
            column.close()

    @property
    def _all(self) -> Iterable[Roll]:
        return self.article, self.entity, self.fate, self.when, self.row, self.start


class FatesTaken(Made[StatusRow]):
    """What became of whom, in reading order, made when asked for."""

    def __init__(self, fates: Fates, may_be: Callable[[int, str], bool]) -> None:
        """Those of which `may_be` says that the fate can be that of the entity."""
        self._words, self._whens = fates.words.values, fates.whens.values
        self._entity, self._fate = fates.entity.settled(), fates.fate.settled()
        self._article, self._when = fates.article.settled(), fates.when.settled()
        self._row, self._start = fates.row.settled(), fates.start.settled()
        said = enumerate(zip(self._entity, self._fate, strict=True))
        self._rows = array("I", (row for row, (one, fate) in said if may_be(one, self._words[fate])))
        super().__init__(len(self._rows))

    def dated(self) -> Sequence[StatusRow]:
        """Those that an event tells."""
        return _Some(self, array("I", (at for at, row in enumerate(self._rows) if self._row[row])))

    def article(self, at: int) -> int:
        """The article that says one of them."""
        return self._article[self._rows[at]]

    def by_entity(self) -> "list[int]":
        """The places of all by entity, then by date, those without one last, then as the articles say them."""
        keys = [when.key for when in self._whens]
        rank = {key: number for number, key in enumerate(sorted(set(keys)))}
        ranks = [len(rank), *map(rank.__getitem__, keys)]
        order = sorted(range(len(self)), key=lambda at: self._start[self._rows[at]])
        # Sorting is stable, and one key at a time takes less memory than all of them together.
        order.sort(key=lambda at: self._article[self._rows[at]])
        order.sort(key=lambda at: ranks[self._when[self._rows[at]]])
        order.sort(key=lambda at: self._entity[self._rows[at]])
        return order

    def _make(self, at: int) -> StatusRow:
        row = self._rows[at]
        when = self._when[row]
        return StatusRow(
            self._entity[row],
            self._words[self._fate[row]],
            self._whens[when - 1] if when else None,
            self._row[row] - 1,
            self._start[row],
        )


class _Some(Made[StatusRow]):
    def __init__(self, fates: FatesTaken, places: Sequence[int]) -> None:
        super().__init__(len(places))
        self._fates, self._places = fates, places

    def _make(self, at: int) -> StatusRow:
        return self._fates[self._places[at]]
