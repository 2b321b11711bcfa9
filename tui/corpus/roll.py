"""Columns of numbers that grow at their end, on disk once they are long, and are then read where they lie."""

import contextlib
import io
import tempfile
from array import array
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Literal, NamedTuple

from tui.corpus.bolt import SCRATCH
from tui.mapped import map_file

HELD = 1 << 15
"""Numbers of a column that are held before they go to disk."""

_AT_ONCE = 1 << 16
"""Numbers of a column that are changed at a time."""


Code = Literal["B", "i", "I", "q", "Q"]
"""The type codes of columns, as `array` has them."""


class Handed(NamedTuple):
    """A column that goes to another process: where it lies, or itself."""

    code: Code
    """Its type code."""
    place: str
    """The file it lies in; "" where it comes itself."""
    said: bytes
    """Its bytes, where it comes itself."""
    length: int
    """How many numbers it has."""

    def opened(self) -> memoryview:
        """The column, to be read; raises OSError, and ValueError, if its file is not what it was."""
        if not self.place:
            return memoryview(self.said).cast(self.code)
        size = self.length * array(self.code).itemsize
        with Path(self.place).open("rb") as file:
            return memoryview(map_file(file))[:size].cast(self.code)


class Roll:
    """A column of numbers that are put in first and read after."""

    def __init__(self, code: Code, folder: Path | None = None) -> None:
        """Begin an empty column of this array type code; what is long lies in a file of `folder` until `close`.

        Without a folder the system says where, and no other process can be given it.
        """
        self.here = array(code)
        """What was put in last: more is put in at its end."""
        self._code: Code = code
        self._folder = folder
        self._file: io.FileIO | None = None
        self._place = ""
        self._away = 0
        self._full = False

    def __len__(self) -> int:
        return self._away + len(self.here)

    def spill(self) -> None:
        """Put what is held on disk once it is long; where there is no room it stays here."""
        if len(self.here) >= HELD:
            self._put_away()

    def settled(self) -> memoryview:
        """The whole column, to be read; nothing is put in after."""
        if self._file is None:
            return memoryview(self.here)
        self._put_away()
        code, size = self._code, self.here.itemsize
        if not self.here:
            with contextlib.suppress(OSError, ValueError):
                return memoryview(map_file(self._file))[: self._away * size].cast(code)
        whole = array(code)
        self._file.seek(0)
        whole.frombytes(self._file.read(self._away * size))
        whole.extend(self.here)
        return memoryview(whole)

    def handed(self) -> Handed:
        """The whole column for another process to read while this is open; nothing is put in after."""
        whole = self.settled()
        if self._place and not self.here:
            return Handed(self._code, self._place, b"", len(whole))
        return Handed(self._code, "", bytes(whole), len(whole))

    def change(self, now: Callable[["array[int]"], Iterable[int]]) -> None:
        """Put in the place of each number what `now` makes of it; it is given some of them at a time, in order."""
        code, size = self._code, self.here.itemsize
        if self._file is not None:
            for start in range(0, self._away, _AT_ONCE):
                some = array(code)
                self._file.seek(start * size)
                some.frombytes(self._file.read(min(_AT_ONCE, self._away - start) * size))
                self._file.seek(start * size)
                self._file.write(array(code, now(some)).tobytes())  # as much room as there was
        for start in range(0, len(self.here), _AT_ONCE):
            self.here[start : start + _AT_ONCE] = array(code, now(self.here[start : start + _AT_ONCE]))

    def close(self) -> None:
        """Let go of the file; what was asked for can still be read."""
        if self._file is not None:
            self._file.close()
            self._file = None
        if self._place:
            with contextlib.suppress(OSError):
                Path(self._place).unlink()

    def _put_away(self) -> None:
        if self._full or not self.here:
            return
        try:
            if self._file is None:
                self._file = self._opened()
            self._file.seek(self._away * self.here.itemsize)
            with memoryview(self.here).cast("B") as said:
                if self._file.write(said) != len(said):
                    raise OSError("no room")
        except OSError:
            self._full = True
            return
        self._away += len(self.here)
        del self.here[:]

    def _opened(self) -> io.FileIO:
        # Unbuffered, so that it is known at once when there is no room.
        if self._folder is None:
            return tempfile.TemporaryFile(buffering=0)
        handle, self._place = tempfile.mkstemp(prefix=SCRATCH, dir=self._folder)
        return io.FileIO(handle, "r+")
