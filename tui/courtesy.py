"""Work beside the reader that lets every key go first: it rests now and then while a key is being answered."""

import gc
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock
from time import monotonic, sleep

ANSWER = 0.03
"""Seconds that a key is given to be answered in before the work beside it goes on."""

TURN = 0.0005
"""Seconds after which a thread that works lets another one go on that waits."""

SLICE = 0.004
"""Seconds of work after which a key is looked for."""

REST = 0.03
"""Seconds that work rests at most at a time, so that a key held down does not stop it."""


class Courtesy:
    """When the reader last touched a key; told by the screen, asked by whoever works beside it."""

    def __init__(self) -> None:
        self._last = 0.0
        self._working = 0
        self._turn = sys.getswitchinterval()
        self._lock = Lock()

    def touched(self) -> None:
        """A key has come, or the mouse did something."""
        self._last = monotonic()

    def breath(self, stop: Callable[[], None]) -> Callable[[], None]:
        """What such work calls often: it calls `stop`, which may raise, and rests while a key is answered."""
        began = monotonic()

        def breathe() -> None:
            nonlocal began
            now = monotonic()
            if now - began < SLICE:
                return
            stop()
            until = min(self._last + ANSWER, now + REST)
            while now < until:
                sleep(0.002)
                now = monotonic()
            began = now

        return breathe

    @contextmanager
    def unhurried(self) -> Iterator[None]:
        """Around such work: turns are short, and the collector, which stops everybody, does not run."""
        with self._lock:
            self._working += 1
            if self._working == 1:
                self._turn = sys.getswitchinterval()
                sys.setswitchinterval(TURN)
                gc.disable()
        try:
            yield
        finally:
            with self._lock:
                self._working -= 1
                if not self._working:
                    sys.setswitchinterval(self._turn)
                    gc.enable()
