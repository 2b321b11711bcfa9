"""Asks the index of full text: which articles hold a query, in reading order, and how often."""

import sqlite3
import weakref
from array import array
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from operator import itemgetter
from pathlib import Path
from threading import Lock

from tui.corpus.tables import Corpus
from tui.search.express import express
from tui.search.frequency import frequencies
from tui.search.query import Phrase
from tui.search.schema import Unusable, open_index

_FIRST = 200


class TextIndex:
    """An open index. One search at a time; another thread may `stop` it."""

    def __init__(self, path: Path) -> None:
        """Open the index at a path to read; raises `Unusable`."""
        self.path = path
        """Where it lies."""
        self._db = open_index(path)
        weakref.finalize(self, self._db.close)  # whoever drops an index without a word leaves no file open
        self._lock = Lock()
        self._corpus: Corpus | None = None
        self._version = -1
        self._articles = array("i")
        self._ascending = True
        self._covered = 0
        self._totals: dict[Phrase, int] = {}

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            self._db.close()

    def stop(self) -> None:
        """Break off the search that is running in another thread; it raises `Unusable` there."""
        self._db.interrupt()

    def lay_on(self, corpus: Corpus) -> int:
        """Note which rows are which articles of a collection; the number of articles that stand in the index.

        Raises `Unusable`.
        """
        with self._asked():
            return self._lay_on(corpus)

    def _lay_on(self, corpus: Corpus) -> int:
        version = self._db.execute("PRAGMA data_version").fetchone()[0]
        if corpus is self._corpus and version == self._version:
            return self._covered
        ids = {path: article for article, path in enumerate(corpus.paths)}
        rows = self._db.execute("SELECT row, path FROM files ORDER BY row").fetchall()
        self._articles = array("i", [-1]) * ((rows[-1][0] if rows else 0) + 1)
        last = self._covered = 0
        self._ascending = True
        for row, path in rows:
            article = ids.get(path, -1)
            self._articles[row] = article
            if article >= 0:
                self._covered += 1
                self._ascending = self._ascending and article >= last
                last = article
        self._corpus, self._version = corpus, version
        self._totals.clear()
        return self._covered

    def holding(self, corpus: Corpus, expression: str, phrase: Phrase | None = None) -> Iterator[Sequence[int]]:
        """Ids of the articles that answer to an FTS5 expression, in reading order, the first few at once.

        Where that is nothing but a `phrase`, how often it stands there is counted on the way. Raises `Unusable` if the
        index broke meanwhile or was told to stop.
        """
        with self._asked():
            self._lay_on(corpus)
            cursor = self._db.execute("SELECT rowid FROM words WHERE words MATCH ? ORDER BY rowid", (expression,))
            first = cursor.fetchmany(_FIRST) if self._ascending else []
            few = self._known(first)
        if self._ascending:
            yield few
        with self._asked():
            # While the cursor is open nothing changes under it, nor under a second question.
            told = self._counted(phrase) if phrase is not None and len(first) == _FIRST else None
            rest = self._known(cursor.fetchall() if told is None else told[_FIRST:])
        yield rest if self._ascending else sorted(rest)

    def _counted(self, phrase: Phrase) -> list[tuple[int, int]] | None:
        """Each row that holds a phrase, with how often; remembers the sum. None where the index cannot tell."""
        told = frequencies(self._db, express(phrase) or "")
        if told is not None:
            most = len(self._articles)
            self._totals[phrase] = sum(count for row, count in told if row < most and self._articles[row] >= 0)
        return told

    def count(self, corpus: Corpus, phrases: Sequence[Phrase]) -> int | None:
        """How often phrases stand in the collection, all together; None where the index cannot tell.

        They must not begin alike, or what is one hit in the text would be two here. Raises `Unusable`.
        """
        with self._asked():
            self._lay_on(corpus)
            counts = [self._count(phrase) for phrase in phrases]
        return None if None in counts else sum(filter(None, counts))

    @contextmanager
    def _asked(self) -> Iterator[None]:
        """One question at a time; whatever goes wrong with it is `Unusable`."""
        with self._lock:
            try:
                yield
            except sqlite3.Error as error:
                raise Unusable(str(error)) from error

    def _known(self, rows: Sequence[tuple[int, ...]]) -> list[int]:
        articles, most = self._articles, len(self._articles)
        found = [articles[row] if row < most else -1 for row in map(itemgetter(0), rows)]
        return found if self._covered == most - 1 else [article for article in found if article >= 0]

    def _count(self, phrase: Phrase) -> int | None:
        if len(phrase.words) == 1 and not phrase.prefix and self._covered == len(self._articles) - 1:
            return self._total(phrase.words[0])
        if phrase not in self._totals and self._counted(phrase) is None:
            return None
        return self._totals[phrase]

    def _total(self, word: str) -> int:
        """How often a word stands in all rows; at once, however often that is."""
        told = self._db.execute("SELECT total(cnt) FROM temp.totals WHERE term = ?", (word,)).fetchone()
        return int(told[0])
