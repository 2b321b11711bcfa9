"""What costs a while to put away is put away in the pauses between keys, where nobody waits for it."""

import asyncio
import gc

from tui.mapped import let_go

PAUSE = 1.5
"""Seconds without a key or the mouse after which it is tidied up."""

THRESHOLDS = (4_000, 6, 120)
"""New objects and walks after which the collector walks by itself: over all there is after hundreds of keys."""


AFTER_START = (4.0, 10.0, 30.0)
"""Seconds after the start at which it is tidied up too: what a collection is counted by is looked at once."""


class Tidying:
    """Tidies up once in every pause that follows a key, and after the start; in a longer pause nothing is done."""

    def __init__(self) -> None:
        self._last = 0.0
        self._waiting = False

    def start(self) -> None:
        """From now on what a screen leaves behind is collected in pauses; to be called where the event loop runs."""
        gc.set_threshold(*THRESHOLDS)
        loop = asyncio.get_running_loop()
        for seconds in AFTER_START:
            loop.call_later(seconds, self.touched)

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
        let_go()
        if gc.isenabled():  # else somebody at work has asked it to keep out of the way
            # Also what was set aside, as a collection that was read is: it may have given way to another one.
            gc.unfreeze()
            gc.collect()
            gc.freeze()
