"""Keeps findings as long as the store can be used: what fails is done without, what is damaged is made anew."""

from collections.abc import Callable, Collection, Iterable, Iterator
from pathlib import Path

from tui.corpus.store import Row, Stamp, Store, Unusable, discard


class Keeping:
    """A store that may fail at any time; nothing here raises for it."""

    def __init__(self, folder: Path | None) -> None:
        """Open the store in a collection's own folder; None keeps nothing."""
        self._folder = folder
        self._store = self._open()

    @property
    def folder(self) -> Path | None:
        """Where it is kept; None while nothing is."""
        return None if self._store is None else self._folder

    def stamps(self, only: Collection[str] | None = None) -> Iterator[tuple[str, Stamp, str]]:
        """Path, state and reason of what is kept, or of these paths, as far as it can be read.

        Nothing may be written before its end.
        """
        if self._store is None:
            return
        try:
            yield from self._store.stamps(only)
        except Unusable as error:
            self._give_up(error)

    def mark(self) -> str:
        """What tells this state of what is kept of the files from any other; "" where nothing is."""
        try:
            return "" if self._store is None else self._store.mark()
        except Unusable as error:
            self._give_up(error)
            return ""

    def found(self, path: str) -> tuple[bytes, bytes] | None:
        """What is kept of a file's facts and dates, and its text; None where that is gone."""
        try:
            return None if self._store is None else self._store.found(path)
        except Unusable:
            return None

    def names(self, path: str) -> bytes | None:
        """What is kept of the names in a file; None where that is gone."""
        try:
            return None if self._store is None else self._store.names(path)
        except Unusable:
            return None

    def told(self, path: str) -> bytes:
        """What is kept of what an article tells; b"" for nothing."""
        try:
            return b"" if self._store is None else self._store.told(path)
        except Unusable:
            return b""

    def tellings(self) -> int:
        """Of how many articles it is kept what they tell."""
        try:
            return 0 if self._store is None else self._store.tellings()
        except Unusable:
            return 0

    def tell(self, path: str, said: bytes) -> None:
        """Keep what an article tells."""
        self._do(lambda store: store.tell(path, said))

    def put(self, row: Row) -> None:
        """Keep what was found in a file."""
        self._do(lambda store: store.put(row))

    def touch(self, path: str, stamp: Stamp) -> None:
        """Note that a file has the same bytes under another time."""
        self._do(lambda store: store.touch(path, stamp))

    def drop(self, paths: Iterable[str]) -> None:
        """Forget files."""
        self._do(lambda store: store.drop(paths))

    def save(self) -> None:
        """Put all on disk now, for other processes to see."""
        self._do(lambda store: store.save())

    def close(self) -> None:
        """Put all on disk, as far as there is room."""
        if self._store is not None:
            self._store.close()
            self._store = None

    def _do(self, act: Callable[[Store], None]) -> None:
        if self._store is not None:
            try:
                act(self._store)
            except Unusable as error:
                self._give_up(error)

    def _open(self) -> Store | None:
        for _ in range(2):
            if self._folder is None:
                return None
            try:
                return Store(self._folder)
            except Unusable as error:
                if not error.damaged:
                    return None
                discard(self._folder)
        return None

    def _give_up(self, error: Unusable) -> None:
        # What is damaged is thrown away and made again; what is locked or full is left alone and done without.
        if self._store is not None:
            self._store.abandon()
        self._store = None
        if error.damaged and self._folder is not None:
            discard(self._folder)
            self._store = self._open()
