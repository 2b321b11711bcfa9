"""What is told of the long work of reading a collection, and how the reader stops it and has it go on."""

from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from textual import on
from textual.message import Message

from tui.corpus.atonce import Kept
from tui.corpus.beside import Beside
from tui.corpus.build import Scan
from tui.panes.lines import StatusLine
from tui.reader.gauge import work_line
from tui.reader.keys import show_key
from tui.reader.scribe import Scribe
from tui.sitting.indexing import IndexingDesk

READING = "read the collection"
"""What the work is called that reads it."""


class WorkingDesk(IndexingDesk):
    """The desk, telling how far its work is."""

    @dataclass
    class Working(Message):
        """The collection is being read."""

        words: str
        """How far it is; "" when that is over."""
        done: int = 0
        """How many articles are read."""
        total: int = 0
        """How many there are; 0 where the work cannot be counted."""

    @dataclass
    class Failed(Message):
        """The collection could not be read."""

        reason: str
        """Why, in a sentence for people."""

    def __init__(
        self,
        scribe: Scribe,
        *,
        roots: Sequence[Path],
        found: Scan | None,
        kept: Kept | None,
        greeting: str = "",
        watch: bool = False,
    ) -> None:
        """With `watch` what changes in its folders is followed."""
        super().__init__(scribe, roots=roots, found=found, kept=kept, greeting=greeting)
        self._follows = watch
        self._stopped, self._so_far = False, ""
        self._program: Beside | None = None
        self._busy = False

    @abstractmethod
    def read_beside(self) -> None:
        """Read the whole collection beside the reader."""

    @on(Working)
    def _tell_working(self, event: Working) -> None:
        words = work_line(event.words, event.done, event.total, self.size.width)
        self.query_one(StatusLine).work(words)
        self.work_above(words)
        self._busy = bool(event.words)
        if event.total:
            self._so_far = f"{event.done:,} of {event.total:,}"

    @property
    def is_reading(self) -> bool:
        """Whether the collection is being read."""
        reading = any(worker.name == READING and not worker.is_finished for worker in self.workers)
        return reading and (self._busy or not self._follows)

    @property
    def is_working(self) -> bool:
        """Whether the collection is being read, or was stopped being read."""
        return self._stopped or self.is_reading

    def action_stop(self) -> None:
        """Stop reading the collection, or go on with it."""
        if self._stopped:
            self._stopped = False
            self.read_beside()
            self.tell_above("Reading on.")
            return
        for worker in self.workers:
            if worker.name == READING and not worker.is_finished:
                worker.cancel()
                if self._program is not None:
                    self._program.end()
                self._stopped = True
                self.post_message(self.Working(""))
                so_far = f" after {self._so_far}" if self._so_far else ""
                again = show_key(self.keymap.get("desk.stop", "ctrl+g").split(",")[0])
                # After the gauge has gone.
                self.call_later(self.tell_above, f"Stopped{so_far}. What was read is kept; {again} reads on.")
                return
        self.tell_above("Nothing long is going on.")

    @on(Failed)
    def _tell_failed(self, event: Failed) -> None:
        self.say(event.reason, wrong=True)
