"""What was found in each file of a collection, kept between starts in one sqlite file that may vanish at any time."""

import contextlib
import hashlib
import os
import sqlite3
import time
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

NAME = "index.sqlite"
"""The file's name in a collection's own folder."""

VERSION = 4
"""Version of its tables; a file of another version is made anew."""

UNSURE = -1
"""Stands for the time of a change that was too near the reading to tell a later one."""

_WAIT = 5.0
"""Seconds to wait while another program writes."""

_BATCH = 2.0
"""Seconds of work that a kill may lose."""

_MOST = 500
"""Rows that wait to be written at most."""

_TABLE = """
CREATE TABLE IF NOT EXISTS file(
    path TEXT PRIMARY KEY, size INTEGER NOT NULL, mtime INTEGER NOT NULL, sha BLOB NOT NULL, given BLOB NOT NULL,
    reason TEXT NOT NULL, proof BLOB NOT NULL, found BLOB NOT NULL, names BLOB NOT NULL, text BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS told(path TEXT PRIMARY KEY, said BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS mark(said TEXT NOT NULL);
INSERT INTO mark VALUES(hex(randomblob(16)))
"""

_DROPPED = "DROP TABLE IF EXISTS file; DROP TABLE IF EXISTS told; DROP TABLE IF EXISTS mark"


class Unusable(Exception):  # noqa: N818 - it names what was met
    """The file cannot be used any longer; `damaged` says whether it should be thrown away."""

    def __init__(self, error: object, *, damaged: bool) -> None:
        """Take what went wrong."""
        super().__init__(str(error))
        self.damaged = damaged
        """Whether what it holds is wrong; otherwise it is locked, or there is no room."""


class Stamp(NamedTuple):
    """What tells one state of a file from another."""

    size: int
    """Bytes it has."""
    mtime: int
    """Time of its last change, in nanoseconds; `UNSURE` if that was too near the reading to tell a later change."""
    sha: bytes
    """SHA-256 of its bytes."""
    given: bytes
    """`fingerprint.of_given` of what was known before it was read."""


@dataclass(frozen=True, slots=True)
class Row:
    """What was found in one file."""

    path: str
    """Stable path of the article."""
    stamp: Stamp
    """The state of the file that was read."""
    reason: str = ""
    """Why it is no article; "" for one that is."""
    found: bytes = b""
    """Its facts and dates, packed with its path."""
    names: bytes = b""
    """What may be a name in it, packed."""
    text: bytes = b""
    """Its text, under zlib, where its file takes long to read; else b""."""


class Store:
    """The findings of one collection; every act raises `Unusable` when the file lets it down."""

    def __init__(self, folder: Path) -> None:
        """Open the file in a collection's own folder, which is made if need be."""
        self._due = time.monotonic() + _BATCH
        with _guarded():
            self._base = _connect(folder / NAME)
        self._waiting: list[tuple[str, tuple[object, ...]]] = []
        self._late: set[str] = set()
        self._marked = False

    def stamps(self, only: Collection[str] | None = None) -> Iterator[tuple[str, Stamp, str]]:
        """Path, state and reason of everything that is kept, or of these paths; what others changed is left out."""
        with _guarded():
            for row in self._stamped(only):
                if tuple(map(type, row)) != _STAMPED:
                    raise Unusable("a row of the wrong kind", damaged=True)
                path, size, mtime, sha, given, reason, proof = row
                if proof == _proof(path, size, sha, given, reason):
                    yield path, Stamp(size, mtime, sha, given), reason

    def _stamped(self, only: Collection[str] | None) -> Iterator[tuple[Any, ...]]:
        asked = "SELECT path, size, mtime, sha, given, reason, proof FROM file"
        if only is None:
            return iter(self._base.execute(asked))
        return chain.from_iterable(self._base.execute(f"{asked} WHERE path=?", (path,)) for path in only)

    def mark(self) -> str:
        """What tells this state of all that is kept of the files from any other; what waits is put on disk first."""
        self.save()
        with _guarded():
            row = self._base.execute("SELECT said FROM mark").fetchone()
        return str(row[0]) if row else ""

    def found(self, path: str) -> tuple[bytes, bytes]:
        """What is kept of a file's facts and dates, and its text."""
        return self._blobs("SELECT found, text FROM file WHERE path=?", path)

    def names(self, path: str) -> bytes:
        """What is kept of the names in a file."""
        return self._blobs("SELECT names, names FROM file WHERE path=?", path)[0]

    def told(self, path: str) -> bytes:
        """What is kept of what an article tells; b"" for nothing."""
        if path in self._late:
            self.save()
        with _guarded():
            row = self._base.execute("SELECT said FROM told WHERE path=?", (path,)).fetchone()
        return row[0] if row and isinstance(row[0], bytes) else b""

    def tellings(self) -> int:
        """Of how many articles it is kept what they tell."""
        with _guarded():
            return int(self._base.execute("SELECT count(*) FROM told").fetchone()[0])

    def _blobs(self, asked: str, path: str) -> tuple[bytes, bytes]:
        if path in self._late:
            self.save()
        with _guarded():
            one, other = self._base.execute(asked, (path,)).fetchone() or (None, None)
        if not isinstance(one, bytes) or not isinstance(other, bytes):
            raise Unusable(f"nothing on {path}", damaged=True)
        return one, other

    def put(self, row: Row) -> None:
        """Keep what was found in a file; on disk within seconds."""
        stamp = row.stamp
        self._do(
            row.path,
            "INSERT OR REPLACE INTO file VALUES(?,?,?,?,?,?,?,?,?,?)",
            (
                row.path,
                stamp.size,
                stamp.mtime,
                stamp.sha,
                stamp.given,
                row.reason,
                _proof(row.path, stamp.size, stamp.sha, stamp.given, row.reason),
                row.found,
                row.names,
                row.text,
            ),
        )
        if row.reason:
            self._do(row.path, "DELETE FROM told WHERE path=?", (row.path,))

    def touch(self, path: str, stamp: Stamp) -> None:
        """Note that a file has the same bytes under another time."""
        self._do(path, "UPDATE file SET mtime=? WHERE path=?", (stamp.mtime, path))

    def tell(self, path: str, said: bytes) -> None:
        """Keep what an article tells; on disk within seconds."""
        self._do(path, "INSERT OR REPLACE INTO told VALUES(?,?)", (path, said), marks=False)

    def drop(self, paths: Iterable[str]) -> None:
        """Forget files that are gone."""
        path = ""
        for path in paths:
            self._do(path, "DELETE FROM file WHERE path=?", (path,))
        if path:
            self._do(path, "DELETE FROM told WHERE path NOT IN (SELECT path FROM file)", ())

    def save(self) -> None:
        """Put all on disk now. Between two of these nobody else is kept from writing."""
        self._due = time.monotonic() + _BATCH
        if self._waiting:
            with _guarded():
                self._base.execute("BEGIN IMMEDIATE")
                for order, values in self._waiting:
                    self._base.execute(order, values)
                if self._marked:
                    self._base.execute("UPDATE mark SET said=hex(randomblob(16))")
                self._base.execute("COMMIT")
            self._waiting.clear()
            self._late.clear()
            self._marked = False

    def close(self) -> None:
        """Put all on disk, as far as there is room, and let go of the file."""
        with contextlib.suppress(Unusable):
            self.save()
        with contextlib.suppress(sqlite3.Error):
            self._base.close()

    def abandon(self) -> None:
        """Let go of the file without writing what waits."""
        with contextlib.suppress(sqlite3.Error):
            self._base.close()

    def _do(self, path: str, order: str, values: tuple[object, ...], *, marks: bool = True) -> None:
        self._marked |= marks
        self._waiting.append((order, values))
        self._late.add(path)
        if time.monotonic() > self._due or len(self._waiting) >= _MOST:
            self.save()


_STAMPED = (str, int, int, bytes, bytes, str, bytes)
"""The types of what is kept of a file beside its findings."""


def _proof(path: str, size: int, sha: bytes, given: bytes, reason: str) -> bytes:
    """What shows that a row's short columns are as they were written; the others prove themselves."""
    said = f"{path}\0{size}\0{reason}\0".encode("utf-8", "surrogatepass")
    return hashlib.blake2b(said + sha + given, digest_size=8).digest()


def discard(folder: Path) -> None:
    """Delete the file in a collection's own folder, as far as that can be done."""
    for end in ("", "-wal", "-shm", "-journal"):
        with contextlib.suppress(OSError):
            (folder / (NAME + end)).unlink()


def make_folder(folder: Path) -> None:
    """Make a collection's own folder, for its owner alone; raises OSError."""
    folder.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    folder.mkdir(exist_ok=True, mode=0o700)


@contextlib.contextmanager
def _guarded() -> Iterator[None]:
    """Turns what sqlite raises into `Unusable`."""
    try:
        yield
    except sqlite3.OperationalError as error:
        # Locked, no room, read-only: the file may be sound. A table that is missing comes under this name too.
        raise Unusable(error, damaged="no such" in str(error) or "malformed" in str(error)) from error
    except (sqlite3.Error, UnicodeError, OverflowError) as error:
        raise Unusable(error, damaged=True) from error
    except OSError as error:
        raise Unusable((error.strerror or str(error)).lower(), damaged=False) from error


def _connect(file: Path) -> sqlite3.Connection:
    make_folder(file.parent)
    os.close(os.open(file, os.O_RDWR | os.O_CREAT, 0o600))  # made here, because sqlite would follow the umask
    base = sqlite3.connect(file, timeout=_WAIT, isolation_level=None, check_same_thread=False)
    try:
        base.execute("PRAGMA journal_mode=WAL")
        base.execute("PRAGMA synchronous=NORMAL")
        if base.execute("PRAGMA user_version").fetchone()[0] != VERSION:
            base.executescript(f"{_DROPPED}; {_TABLE}; PRAGMA user_version={VERSION}")
    except BaseException:
        base.close()
        raise
    return base
