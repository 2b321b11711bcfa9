"""One writer at a time: a lock that dies with its process, so that it can never be stale."""

import contextlib
import os
import re
import sys
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from tui.notes.errors import BusyError, fault

WAIT = 10.0
"""Seconds to wait for another writer before giving up."""

_TURN = 0.012
"""Seconds a holder that somebody waits for stays away after it is done; who waits looks at least twice in that time."""

_MARK = 100
"""Offset in the lock file at which those who wait leave a byte."""

_HOLDER = re.compile(rb"\A(\d{1,9}) (\S{1,40})")


@contextlib.contextmanager
def locked(path: Path, *, wait: float = WAIT) -> Iterator[None]:
    """Hold the lock of a file while the block runs; the lock lies beside it as ".NAME.lock".

    The system frees it when its holder ends, however it ends. Raises `BusyError` after `wait` seconds, naming the
    holder, and `WriteError` where no lock file can be made.
    """
    lock = path.with_name(f".{path.name}.lock")
    try:
        descriptor = os.open(lock, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600)
    except OSError as error:
        raise fault("lock", path, error) from error
    try:
        if hasattr(os, "fchmod"):
            with contextlib.suppress(OSError):  # somebody else's lock file serves as well
                os.fchmod(descriptor, 0o600)
        try:
            _wait_for(descriptor, path, wait)
        except OSError as error:
            raise fault("lock", path, error) from error
        _sign(descriptor)
        try:
            yield
        finally:
            # What was done under the lock is done; and the lock ends with the process at the latest.
            awaited = False
            with contextlib.suppress(OSError):
                awaited = os.fstat(descriptor).st_size > _MARK
                os.ftruncate(descriptor, 0)
            with contextlib.suppress(OSError):
                _free(descriptor)
            if awaited:
                time.sleep(_TURN)  # else a program that writes without a pause would keep the others out
    finally:
        with contextlib.suppress(OSError):
            os.close(descriptor)


def _wait_for(descriptor: int, path: Path, wait: float) -> None:
    deadline = time.monotonic() + wait
    pause = 0.002
    while not _take(descriptor):
        if time.monotonic() >= deadline:
            raise BusyError(f"{path} is locked by {_holder(descriptor)}; try again when it is done.")
        _wave(descriptor)
        time.sleep(pause)
        pause = min(pause * 1.5, _TURN / 2)


def _wave(descriptor: int) -> None:
    """Show the holder that somebody waits, by a byte beyond its name."""
    with contextlib.suppress(OSError):
        os.lseek(descriptor, _MARK, os.SEEK_SET)
        os.write(descriptor, b"\n")


def _sign(descriptor: int) -> None:
    """Write down who holds the lock; only for people, so a full disk does not matter."""
    with contextlib.suppress(OSError):
        os.ftruncate(descriptor, 0)
        os.lseek(descriptor, 0, os.SEEK_SET)
        os.write(descriptor, f"{os.getpid()} {datetime.now().astimezone():%Y-%m-%dT%H:%M:%S%z}\n".encode())


def _holder(descriptor: int) -> str:
    try:
        os.lseek(descriptor, 0, os.SEEK_SET)
        match = _HOLDER.match(os.read(descriptor, 64))
    except OSError:
        match = None
    return f"pid {match[1].decode()} since {match[2].decode('ascii', 'replace')}" if match else "another program"


if sys.platform == "win32":
    import msvcrt

    # Byte 1,000 is locked rather than the first one, so that the holder's name can still be read.
    _LOCKED_BYTE = 1000

    def _take(descriptor: int) -> bool:
        os.lseek(descriptor, _LOCKED_BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _free(descriptor: int) -> None:
        os.lseek(descriptor, _LOCKED_BYTE, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _take(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _free(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_UN)
