"""One program at a time reads a large collection: the others wait, and then find it read."""

import contextlib
import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from tui.corpus.store import make_folder

NAME = "index.lock"
"""The lock's name in a collection's own folder."""

_LOOK = 0.2
"""Seconds between two looks at a lock somebody holds."""


@contextlib.contextmanager
def turn(folder: Path | None, waiting: Callable[[], None]) -> Iterator[None]:
    """Hold the lock of a collection's folder while the block runs; `waiting` is called as long as somebody else does.

    The system frees it when its holder ends, however it ends. Where there can be no lock, none is waited for: two that
    read at once do twice the work and no harm.
    """
    if folder is None or sys.platform == "win32":
        yield
        return
    import fcntl

    try:
        make_folder(folder)
        handle = os.open(folder / NAME, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except OSError:
        yield
        return
    try:
        while True:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                waiting()
                time.sleep(_LOOK)
            except OSError:
                break  # a file system without locks
        yield
    finally:
        os.close(handle)
