"""Opens regular files alone, never waits for a pipe or a device, and says why a file cannot be read."""

import errno
import os
import stat
from io import BufferedReader
from pathlib import Path

from tui.formats import LIMIT

_REASONS = {
    errno.ELOOP: "a link that leads back to itself",
    errno.ENOENT: "not there: it was removed, or is a link to nothing",
    errno.ENOTDIR: "not there: it was removed, or is a link to nothing",
    errno.EACCES: "no permission to read it",
    errno.EPERM: "no permission to read it",
    errno.ENXIO: "not a regular file but a socket or an unused device",
    errno.ENAMETOOLONG: "its name is too long",
}
_OPEN = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)
"""Without O_NONBLOCK, opening a pipe nobody writes to would wait for ever; not every system has every flag."""


def read_bytes(place: Path | str, limit: int = LIMIT) -> bytes:
    """The bytes of a regular file, without ever waiting for a pipe or a device.

    Raises `OSError` with a sentence: not a regular file, too large, gone, not permitted.
    """
    with open_regular(place) as file:
        size = os.fstat(file.fileno()).st_size
        if size > limit:
            raise OSError(too_large(limit))
        try:
            # Nothing comes where a file of the system would have us wait. Room is asked for as the file says, not up to
            # the limit; one that grows meanwhile, or whose size the system does not know, is read on.
            data = file.read(size + 1) or b""
            if len(data) > size:
                data += file.read(limit + 1 - len(data)) or b""
        except OSError as error:
            raise type(error)(error.errno, why(error)) from error
    if len(data) > limit:
        raise OSError(too_large(limit))
    return data


def open_regular(place: Path | str) -> BufferedReader:
    """A regular file open to be read, without ever waiting for a pipe or a device; raises `OSError` with a sentence."""
    try:
        handle = os.open(place, _OPEN)
    except OSError as error:
        raise type(error)(error.errno, why(error)) from error
    mode = os.fstat(handle).st_mode
    if not stat.S_ISREG(mode):
        os.close(handle)
        raise OSError(f"not a regular file but {_kind(mode)}")
    return open(handle, "rb")  # noqa: PTH123 - a descriptor, so that what was looked at is what is read


def too_large(limit: int) -> str:
    """Why a file of more than `limit` bytes is not read."""
    return f"larger than {limit // 2**20} MB, the most that is read of one file"


def why(error: OSError) -> str:
    """What an error of the system says, for people and without the path."""
    return _REASONS.get(error.errno or 0, "") or (error.strerror or str(error)).lower()


def _kind(mode: int) -> str:
    """What a thing in a folder is that is not a regular file."""
    kinds = (
        (stat.S_ISDIR, "a folder"),
        (stat.S_ISFIFO, "a pipe"),
        (stat.S_ISSOCK, "a socket"),
        (stat.S_ISCHR, "a device"),
        (stat.S_ISBLK, "a device"),
    )
    return next((name for test, name in kinds if test(mode)), "something else")
