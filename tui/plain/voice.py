"""Prints lines: safe, wrapped at words where they would be cut, and nothing that moves or colours anything."""

import shutil
import sys
import textwrap
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from tui.display import safe, safe_lines, squeeze

PAGE = 10
"""Entries of a list read out before the next Enter, unless another number was asked for."""

_NARROWEST = 20


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a list that was read out."""

    words: str
    """What is printed of it, without its number."""
    open: Callable[[], None] | None = None
    """What its number does; None for an entry that leads nowhere."""


class Voice:
    """Standard output, and the list that is being read out."""

    def __init__(self) -> None:
        self.page = PAGE
        """Entries of a list at a time; 0 for all at once."""
        self._entries: Sequence[Entry] = ()
        self._told = 0
        self._end = ""
        self._reading = False

    def say(self, *sentences: str) -> None:
        """Print lines of our own words or of an article's, each wrapped where the terminal would cut it."""
        for sentence in sentences:
            self._write(squeeze(sentence))

    def say_code(self, text: str) -> None:
        """Print lines whose blanks count, unwrapped."""
        sys.stdout.write(safe_lines(text) + "\n")

    def listing(self, head: str, entries: Iterable[Entry], end: str = "") -> None:
        """Print a head, then the first entries of a list, numbered; `end` is said after the last of them."""
        self.say(head)
        self._entries, self._told, self._end = list(entries), 0, end
        self.more()

    @property
    def count(self) -> int:
        """Entries of the list read out last."""
        return len(self._entries)

    @property
    def has_more(self) -> bool:
        """Whether a list waits to be read on: Enter does that then."""
        return self._reading and self._told < len(self._entries)

    def more(self, *, every: bool = False) -> bool:
        """Print the next entries of the list, or every one that is left; whether there were any."""
        before = self._told
        total, self._reading = len(self._entries), True
        until = total if every or not self.page else min(total, self._told + self.page)
        for number in range(self._told, until):
            self._write(f"{number + 1}. {squeeze(self._entries[number].words)}")
            self._told = number + 1
        if self.has_more:
            self.say(f"{self._told} of {total}. Enter reads on, a number opens one.")
        elif self._end:
            self.say(self._end)
        return self._told > before

    def stop(self) -> None:
        """Leave the list where it is: Enter means something else now, its numbers still open what they opened."""
        self._reading = False

    def forget(self) -> None:
        """Drop the list: what its numbers stood for is something else now."""
        self._entries, self._told, self._reading = (), 0, False

    def open(self, number: int) -> None:
        """Do what the entry with a number, from 1, does."""
        if not self._entries:
            self.say("There is no list to choose from. Type articles, timeline, entities or notes first.")
            return
        if not 1 <= number <= len(self._entries):
            self.say(f"The list goes from 1 to {len(self._entries)}.")
            return
        act = self._entries[number - 1].open
        if act is None:
            self.say("This line leads nowhere.")
            return
        self.stop()
        act()

    def _write(self, line: str) -> None:
        columns = shutil.get_terminal_size().columns - 1 if sys.stdout.isatty() else 0
        if columns < _NARROWEST or len(line) <= columns:
            sys.stdout.write(safe(line) + "\n")
            return
        for piece in textwrap.wrap(line, columns, break_on_hyphens=False):
            sys.stdout.write(safe(piece) + "\n")
