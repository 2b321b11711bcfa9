"""Brings the index up to date: reads what is new or changed, in batches, so that nobody waits long for a lock."""

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from tui.corpus.files import File
from tui.search.schema import Unusable, discard, is_damage, open_index
from tui.search.words import Words, all_words

_BATCH_FILES = 200
_BATCH_BYTES = 2_000_000
_STALE = 0.3
_FEW_STALE = 1000


@dataclass(frozen=True, slots=True)
class Refreshed:
    """What bringing the index up to date came to."""

    read: int = 0
    """Files read, for being new or changed."""
    kept: int = 0
    """Files that stood in it as they are."""
    stopped: bool = False
    """Whether it was asked to stop before it was done."""


Told = Callable[[int, int], None]
"""Told how many files of how many are done."""


def refresh(
    path: Path,
    files: Sequence[File],
    settled: int,
    *,
    progress: Told | None = None,
    cancelled: Callable[[], bool] | None = None,
    glanced: str = "",
    jobs: int = 1,
) -> Refreshed:
    """Put the texts of `files` into the index at `path`; raises `Unusable` if that cannot be done.

    A file whose size and time of change are known is not read again, unless it was changed later than `settled`
    (nanoseconds): within the grain of a file system's clock it may change twice in one moment. Two processes may do
    this at once. A stop, a crash, a full disk leave what was done so far in it, and whole. `glanced` is what `glance`
    said of the collection before it was scanned for `files`: what `is_fresh` goes by. Many files are read by `jobs`
    other processes; with 0 all are read here.
    """
    for attempt in (1, 2):
        connection = open_index(path, writing=True)
        try:
            return _Refresh(connection, files, settled, jobs).run(progress, cancelled, glanced)
        except sqlite3.DatabaseError as error:
            if attempt == 2 or not is_damage(error):
                raise Unusable(str(error)) from error
        except OSError as error:
            raise Unusable((error.strerror or str(error)).lower()) from error
        finally:
            connection.close()
        discard(path)
    raise AssertionError


def is_fresh(path: Path, glanced: str) -> bool:
    """Whether all texts of a collection stand in the index at a path, if `glanced` is what `glance` says of it now."""
    try:
        connection = open_index(path)
    except Unusable:
        return False
    with closing(connection):
        try:
            return bool(glanced) and connection.execute("SELECT glanced FROM last").fetchone()[0] == glanced
        except sqlite3.Error:
            return False


class _Refresh:
    def __init__(self, connection: sqlite3.Connection, files: Sequence[File], settled: int, jobs: int) -> None:
        self._db = connection
        self._files = [file for file in files if file.data is None]
        self._settled, self._jobs = settled, jobs

    def run(self, progress: Told | None, cancelled: Callable[[], bool] | None, glanced: str) -> Refreshed:
        known = {path: (size, mtime, sure) for path, size, mtime, sure in
                 self._db.execute("SELECT path, size, mtime, sure FROM files")}  # fmt: skip
        gone = known.keys() - {file.path for file in self._files}
        if gone:
            self._forget(gone)
        self._start_anew_if_stale()
        changed = [file for file in self._files if known.get(file.path) != _stamp(file)]
        kept, read = len(self._files) - len(changed), 0
        with closing(all_words(changed, self._jobs)) as coming:
            for batch, done in _batches(coming, len(changed)):
                if cancelled is not None and cancelled():
                    return Refreshed(read, kept, stopped=True)
                read += self._put(batch)
                if progress is not None:
                    progress(kept + done, len(self._files))
        if read > len(self._files) // 2 and read > _BATCH_FILES:
            # One run of words instead of many: every later search is quicker for it.
            self._db.execute("INSERT INTO words(words) VALUES('optimize')")
        self._note(glanced)
        if read:
            self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        return Refreshed(read, kept)

    def _note(self, glanced: str) -> None:
        """Note what a look at the collection showed, if all there is stands in the index for sure."""
        sure = self._db.execute("SELECT count(*) FROM files WHERE sure").fetchone()[0]
        seen = glanced if sure == len(self._files) else ""
        if self._db.execute("SELECT glanced FROM last").fetchone()[0] != seen:
            with self._writing():
                self._db.execute("UPDATE last SET glanced = ?", (seen,))

    def _forget(self, gone: set[str]) -> None:
        """Let go of files that are no more; their words stay behind, under rows nobody asks for."""
        with self._writing():
            self._db.executemany("DELETE FROM files WHERE path = ?", [(path,) for path in gone])

    def _start_anew_if_stale(self) -> None:
        """Once many rows are those of texts that are gone, empty the index: the next lines fill it."""
        last = self._db.execute("SELECT row FROM last").fetchone()[0]
        live = self._db.execute("SELECT count(*) FROM files").fetchone()[0]
        if last - live > max(_FEW_STALE, _STALE * last):
            with self._writing():
                self._db.execute("INSERT INTO words(words) VALUES('delete-all')")
                self._db.execute("DELETE FROM files")
                self._db.execute("UPDATE last SET row = 0")

    def _put(self, batch: Sequence[Words]) -> int:
        """Put files in, in one go; what another process put in meanwhile is left as it is."""
        if not batch:
            return 0
        with self._writing():
            row = self._db.execute("SELECT row FROM last").fetchone()[0]
            words: list[tuple[int, str]] = []
            rows: list[tuple[int, str, int, int, int, str]] = []
            for new in batch:
                sure = new.mtime < self._settled
                there = self._db.execute("SELECT row, digest FROM files WHERE path = ?", (new.path,)).fetchone()
                if there is not None and there[1] == new.digest:
                    rows.append((there[0], new.path, new.size, new.mtime, sure, new.digest))
                    continue
                row += 1
                rows.append((row, new.path, new.size, new.mtime, sure, new.digest))
                words.append((row, new.text))
            self._db.executemany("INSERT INTO words(rowid, text) VALUES (?, ?)", words)
            self._db.executemany(
                "REPLACE INTO files(row, path, size, mtime, sure, digest) VALUES (?, ?, ?, ?, ?, ?)", rows
            )
            self._db.execute("UPDATE last SET row = ?", (row,))
        return len(batch)

    def _writing(self) -> "_Writing":
        return _Writing(self._db)


class _Writing:
    """One transaction: all of it or nothing."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection

    def __enter__(self) -> None:
        self._db.execute("BEGIN IMMEDIATE")

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is None:
            self._db.execute("COMMIT")
        elif self._db.in_transaction:
            self._db.execute("ROLLBACK")


def _batches(coming: Iterable[Words | None], total: int) -> Iterator[tuple[list[Words], int]]:
    """Some at a time, with how many were read so far."""
    batch: list[Words] = []
    size = 0
    for done, words in enumerate(coming, start=1):
        if words is not None:
            batch.append(words)
            size += len(words.text)
        if len(batch) >= _BATCH_FILES or size > _BATCH_BYTES:
            yield batch, done
            batch, size = [], 0
    yield batch, total


def _stamp(file: File) -> tuple[int, int, int] | None:
    """What a known file must show not to be read again; None for one that cannot be looked at."""
    try:
        told = os.stat(file.place)  # noqa: PTH116 - ten times faster than Path, per file
    except OSError:
        return None
    return told.st_size, told.st_mtime_ns, 1
