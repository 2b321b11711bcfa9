"""What the index of full text is made of, and how its file is opened: private, whole, and of this version."""

import contextlib
import os
import sqlite3
import time
import zlib
from pathlib import Path

from tui import __version__

FILE = "text.sqlite"
"""Name of the file, in the collection's own folder of the cache."""

VERSION = zlib.crc32(f"3 {__version__}".encode()) & 0x7FFFFFFF
"""Version of tables and folding, and of the program, which may read a format otherwise; another index is made anew."""

_APPLICATION = 0x42535458  # "BSTX"
_WAIT = 10.0
_TURNS = 200
_TABLES = """
CREATE TABLE files (
    row INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE,
    size INTEGER NOT NULL, mtime INTEGER NOT NULL, sure INTEGER NOT NULL, digest TEXT NOT NULL
);
CREATE TABLE last (row INTEGER NOT NULL, glanced TEXT NOT NULL);
INSERT INTO last VALUES (0, '');
CREATE VIRTUAL TABLE words USING fts5(text, content='', columnsize=0, tokenize='ascii');
"""


class Unusable(Exception):  # noqa: N818 - a state of affairs the caller goes on without
    """There is no index that can be used; its words say why, for people."""


def open_index(path: Path, *, writing: bool = False) -> sqlite3.Connection:
    """A connection to the index at a path; raises `Unusable`.

    For writing, a missing one is made, and one that is damaged or of another version is made anew: what stands in it
    can be read from the articles at any time.
    """
    for attempt in (1, 2):
        try:
            return _opened(path, writing=writing)
        except (sqlite3.DatabaseError, OSError) as error:
            if not writing or attempt == 2 or not _is_broken(error):
                raise Unusable(_reason(error)) from error
            discard(path)
    raise AssertionError


def discard(path: Path) -> None:
    """Remove an index; whoever has it open goes on with what they have."""
    for suffix in ("", "-wal", "-shm", "-journal"):
        with contextlib.suppress(OSError):
            path.with_name(path.name + suffix).unlink()


def _opened(path: Path, *, writing: bool) -> sqlite3.Connection:
    if writing:
        _make_room(path)
    # A file beside which nothing can be written is still read: "immutable" asks for no lock and no log.
    mode = "rw" if writing else "ro" if os.access(path.parent, os.W_OK) else "ro&immutable=1"
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}",
        uri=True,
        timeout=_WAIT,
        isolation_level=None,
        check_same_thread=False,
    )
    try:
        if writing:
            _log_ahead(connection)
            connection.execute("PRAGMA synchronous = NORMAL")
            _make_tables(connection)
        known = connection.execute("PRAGMA application_id").fetchone()[0]
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        if (known, version) != (_APPLICATION, VERSION):
            raise sqlite3.DatabaseError("of another version")
        connection.execute("SELECT rowid FROM words WHERE words MATCH '\"a\"' LIMIT 1").fetchone()
        connection.execute("CREATE VIRTUAL TABLE temp.totals USING fts5vocab('main', 'words', 'row')")
    except BaseException:
        connection.close()
        raise
    return connection


def _log_ahead(connection: sqlite3.Connection) -> None:
    """Have changes written to a log beside the index; readers go on meanwhile."""
    for _ in range(_TURNS):
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            # While another process does the same, SQLite refuses at once and does not wait as it does elsewhere.
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
                raise
            time.sleep(_WAIT / _TURNS)
        else:
            return
    raise sqlite3.OperationalError("database is locked")


def _make_room(path: Path) -> None:
    """The folder 0700 and an empty file 0600, whatever the umask, where there are none."""
    missing = [folder for folder in (path.parent, *path.parent.parents) if not folder.exists()]
    for folder in reversed(missing):
        with contextlib.suppress(FileExistsError):
            folder.mkdir(mode=0o700)
            folder.chmod(0o700)
    # The log and its index take their permissions from this file.
    os.close(os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600))


def _make_tables(connection: sqlite3.Connection) -> None:
    """Tables in an empty file; two processes may come here at once."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        empty = not connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        if empty:
            for statement in _TABLES.split(";"):
                connection.execute(statement)
            connection.execute(f"PRAGMA application_id = {_APPLICATION}")
            connection.execute(f"PRAGMA user_version = {VERSION}")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def is_damage(error: BaseException) -> bool:
    """Whether an error says that the file itself is no good, rather than busy, full or not to be written."""
    return _is_broken(error)


def _is_broken(error: BaseException) -> bool:
    if isinstance(error, OSError):
        return False
    words = str(error)
    code = getattr(error, "sqlite_errorcode", None)
    known = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_FORMAT)
    return (
        (code is not None and code & 0xFF in known)
        or "version" in words
        or "no such table" in words
        or ("vtable constructor failed" in words)
    )


def _reason(error: BaseException) -> str:
    if isinstance(error, OSError):
        return (error.strerror or str(error)).lower()
    if "no such module" in str(error):
        return "this Python's SQLite has no full text"
    return str(error)
