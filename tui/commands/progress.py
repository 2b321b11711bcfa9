"""How far the reading of a collection is, on one line of standard error; nothing where that is no terminal."""

import argparse
import sys
import time

from tui.corpus.pace import Pace

_EVERY = 0.1
"""Seconds between two looks of the line."""

_QUIET = 0.5
"""Seconds of work before anything is said: most is done by then."""


class ProgressLine:
    """One line that is written over and gone at the end."""

    def __init__(self, options: argparse.Namespace) -> None:
        """`options` say whether it is quiet, and whether it speaks from the first moment."""
        self._shown = not options.quiet and sys.stderr.isatty()
        self._pace = Pace(time.monotonic())
        self._next = time.monotonic() + (0.0 if options.verbose else _QUIET)
        self._width = 0

    def reading(self, done: int, total: int) -> None:
        """So many of so many articles are read."""
        now = time.monotonic()
        if not self._shown or now < self._next:
            return
        self._next = now + _EVERY
        self._write(self._pace.said("reading", done, total, now))

    def tying(self, done: int, total: int) -> None:
        """So many of so many articles, all read, are tied in."""
        if done == 1:
            self._pace = Pace(time.monotonic())
        now = time.monotonic()
        if self._shown and now >= self._next:
            self._next = now + _EVERY
            comparing = done == total
            self._write("comparing what they tell" if comparing else self._pace.said("tying", done, total, now))

    def waiting(self) -> None:
        """Another program is reading the same collection."""
        if self._shown:
            self._write("waiting for another program to read")

    def end(self) -> None:
        """Take the line away."""
        if self._width:
            sys.stderr.write("\r" + " " * self._width + "\r")
            sys.stderr.flush()
            self._width = 0

    def _write(self, words: str) -> None:
        sys.stderr.write("\r" + words.ljust(self._width))
        sys.stderr.flush()
        self._width = max(self._width, len(words))
