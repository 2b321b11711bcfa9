"""Puts on disk where the reader is and how the screen is arranged, whenever they have stayed there for a moment."""

from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock

from tui.notes.errors import WriteError
from tui.reader import arrangement, positions, readmarks, ways
from tui.reader.arrangement import Arrangement
from tui.reader.positions import Positions
from tui.reader.readmarks import ReadMarks
from tui.reader.ways import Ways


@dataclass(frozen=True, slots=True)
class Left:
    """How a sitting stands at one moment."""

    positions: Positions
    """Where the reader is, and where each article was left."""
    arrangement: Arrangement
    """The panes and what the timeline shows."""
    ways: Ways | None = None
    """The trail, marks and jumps; None until those of the sitting before have been taken up."""
    read: ReadMarks = field(default_factory=ReadMarks)
    """What was read and what has a star."""


class Keeping:
    """What lies on disk of one sitting; used by the thread that writes and by the end of the sitting alike."""

    def __init__(self) -> None:
        self._seen: Left | None = None
        self._newest: Left | None = None
        self._on_disk: Left | None = None
        self._lock = Lock()

    def settled(self, left: Left) -> bool:
        """Whether the reader stands as they stood when this was last asked, and that is still to be put on disk."""
        stays, self._seen = left == self._seen, left
        if not stays or left == self._newest:
            return False
        self._newest = left
        return True

    def end(self, folder: Path, collection: str, left: Left) -> None:
        """Put it on disk at once: nothing older that still waits is put after it."""
        self._newest = left
        self.put(folder, collection, left)

    def put(self, folder: Path, collection: str, left: Left) -> None:
        """Put on disk what `settled` let through, unless something newer came since.

        A disk that will not take it costs only the place.
        """
        with self._lock:
            if left is not self._newest:
                return
            before, self._on_disk = self._on_disk, left
            try:
                if before is None or before.positions != left.positions:
                    positions.keep(folder, collection, left.positions)
                if before is None or before.arrangement != left.arrangement:
                    arrangement.keep(folder, collection, left.arrangement)
                if before is None or before.read.marks != left.read.marks:
                    readmarks.keep(folder, collection, left.read)
                if left.ways is not None and (before is None or before.ways != left.ways):
                    ways.keep(folder, collection, left.ways)
            except WriteError:
                self._on_disk = None
