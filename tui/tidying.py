"""The collector's long walks are put into the pauses between keys, where nobody waits for them."""

import asyncio
import gc

PAUSE = 1.5
"""Seconds without a key or the mouse after which it is tidied up."""

THRESHOLDS = (4_000, 6, 120)
"""New objects and walks after which the collector walks by itself: over all there is after hundreds of keys."""


class Tidying:
    """Tidies up once in every pause that follows a key; in a longer pause nothing is done."""

    def __init__(self) -> None:
        self._last = 0.0
        self._waiting = False

    def start(self) -> None:
        """From now on what a screen leaves behind is collected in pauses."""
        gc.set_threshold(*THRESHOLDS)

    def touched(self) -> None:
        """A key has come, or the mouse did something; to be called where the event loop runs."""
        loop = asyncio.get_running_loop()
        self._last = loop.time()
        if not self._waiting:
            self._waiting = True
            loop.call_later(PAUSE, self._look, loop)

    def _look(self, loop: asyncio.AbstractEventLoop) -> None:
        left = self._last + PAUSE - loop.time()
        if left > 0:
            loop.call_later(left, self._look, loop)
            return
        self._waiting = False
        if gc.isenabled():  # else somebody at work has asked it to keep out of the way
            # Also what was set aside, as a collection that was read is: it may have given way to another one.
            gc.unfreeze()
            gc.collect()
            gc.freeze()
