"""Hears what is typed, and that the program is told to end: never in the middle of something being put on disk."""

import contextlib
import signal
import sys
from collections.abc import Iterator
from types import FrameType

_LAST_WORDS = ("SIGHUP", "SIGTERM")


class Ended(BaseException):  # the end from outside: no handler of errors is to take it for one
    """The program was told to end by a signal."""

    def __init__(self, number: int) -> None:
        """Take the number of the signal."""
        super().__init__(number)
        self.code = 128 + number
        """The exit code."""


class Ear:
    """Standard input, and the signals that end the program."""

    def __init__(self) -> None:
        self._deaf = False
        self._ended = 0
        self._interrupted = False
        self.prompts = sys.stdin.isatty()
        """Whether somebody types, so that a prompt is wanted."""

    def listen(self) -> None:
        """From now on a hang-up, SIGTERM or Ctrl-C is an exception, as soon as it does no harm."""
        for name in _LAST_WORDS:
            if hasattr(signal, name):
                signal.signal(getattr(signal, name), self._told_to_end)
        signal.signal(signal.SIGINT, self._told_to_stop)

    def line(self, prompt: str = "") -> str | None:
        """The next line typed, without its end; None when there will be no more. Raises `Ended`."""
        if self.prompts and prompt:
            sys.stdout.write(prompt)
        sys.stdout.flush()
        try:
            typed = sys.stdin.readline()
        except OSError:
            # The terminal is gone: there will be no more.
            return None
        if not typed:
            return None
        return typed.rstrip("\r\n")

    @contextlib.contextmanager
    def undisturbed(self) -> Iterator[None]:
        """What is put on disk within is put there whole; a signal that comes meanwhile is heeded afterwards."""
        before, self._deaf = self._deaf, True
        try:
            yield
        finally:
            self._deaf = before
        if not before:
            self._heed()

    def _heed(self) -> None:
        if self._ended:
            number, self._ended = self._ended, 0
            raise Ended(number)
        if self._interrupted:
            self._interrupted = False
            raise KeyboardInterrupt

    def _told_to_end(self, number: int, frame: FrameType | None) -> None:  # noqa: ARG002 - the form of a handler
        self._ended = number
        if not self._deaf:
            self._heed()

    def _told_to_stop(self, number: int, frame: FrameType | None) -> None:  # noqa: ARG002 - the form of a handler
        self._interrupted = True
        if not self._deaf:
            self._heed()
