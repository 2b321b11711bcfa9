"""Files that are read where they lie: mapped, and let go of while nobody looks."""

import contextlib
import mmap
from collections.abc import Callable, Iterable, Iterator
from typing import IO, Any, TypeVar
from weakref import WeakSet

_T = TypeVar("_T")

LOTS = 1 << 16
"""Steps of work on mapped files after which they are let go of."""

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


def airing(breathe: Callable[[], None] = lambda: None, every: int = LOTS) -> Callable[[], None]:
    """The same, to be called at every step of work on mapped files: every so many steps it lets go of them."""
    left = every

    def aired() -> None:
        nonlocal left
        left -= 1
        if not left:
            left = every
            let_go()
        breathe()

    return aired


def aired(things: Iterable[_T]) -> Iterator[_T]:
    """The same things, which are read from mapped files: now and then these are let go of."""
    breathe = airing()
    for thing in things:
        breathe()
        yield thing
