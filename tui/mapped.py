"""Files that are read where they lie: mapped, and let go of while nobody looks."""

import contextlib
import mmap
from typing import IO, Any
from weakref import WeakSet

_MAPPED: WeakSet[mmap.mmap] = WeakSet()


def map_file(file: IO[Any]) -> mmap.mmap:
    """The whole of an open file, to be read and never written; raises OSError, and ValueError if it is empty."""
    mapped = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    _MAPPED.add(mapped)
    return mapped


def let_go() -> None:
    """Give back the memory of what was read of mapped files; what is looked at again comes from the system's own.

    Counting through a large collection once touches all of its columns, of which a screen needs little.
    """
    if not hasattr(mmap, "MADV_DONTNEED"):
        return  # Windows does so by itself
    for mapped in tuple(_MAPPED):
        with contextlib.suppress(OSError, ValueError):
            mapped.madvise(mmap.MADV_DONTNEED)
