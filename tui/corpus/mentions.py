"""Where every name stands in every article, on the way to the columns of a collection."""

from array import array
from collections.abc import Sequence
from itertools import compress
from pathlib import Path

from tui.corpus.roll import Roll

_AT_ONCE = 1 << 16


class Mentions:
    """The mentions of all articles, put in by article, in reading order."""

    def __init__(self, folder: Path | None = None) -> None:
        """What is long lies in files of `folder` until `close`."""
        self._folder = folder
        self._columns = self._rolls()
        self._taken: tuple[Roll, ...] = ()

    def put(self, article: int, mentions: "array[int]") -> None:
        """Add those of an article: start, end and name of each, one after the other."""
        articles, *columns = self._columns
        articles.here.extend([article] * (len(mentions) // 3))
        for at, column in enumerate(columns):
            column.here.extend(mentions[at::3])
        for column in self._columns:
            column.spill()

    def taken(self, entity_of: Sequence[int]) -> tuple[memoryview, memoryview, memoryview, memoryview]:
        """Article, start, end and entity of those whose name is an entity, `entity_of[name]`; of the others it is -1.

        Nothing is put in after.
        """
        articles, starts, ends, names = (column.settled() for column in self._columns)
        if -1 not in entity_of:
            self._columns[3].change(lambda some: map(entity_of.__getitem__, some))
            return articles, starts, ends, self._columns[3].settled()
        self._taken = self._rolls()
        for begin in range(0, len(names), _AT_ONCE):
            some = slice(begin, begin + _AT_ONCE)
            entities = array("i", map(entity_of.__getitem__, names[some]))
            lit = bytes(entity >= 0 for entity in entities)
            for column, kept in zip(self._taken, (articles[some], starts[some], ends[some], entities), strict=True):
                column.here.extend(compress(kept, lit))
                column.spill()
        articles, starts, ends, entities_taken = (column.settled() for column in self._taken)
        return articles, starts, ends, entities_taken

    def close(self) -> None:
        """Let go of the files; what was taken can still be read."""
        for column in (*self._columns, *self._taken):
            column.close()

    def _rolls(self) -> tuple[Roll, Roll, Roll, Roll]:
        return Roll("I", self._folder), Roll("I", self._folder), Roll("I", self._folder), Roll("I", self._folder)
