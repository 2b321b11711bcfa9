"""How far a long piece of work is, in words: how many, how fast, how long still."""

from collections import deque

_OVER = 60.0
"""Seconds the rate is taken over: long enough to be steady, short enough to follow a machine that is busy elsewhere."""


class Pace:
    """Counts what is done; `now` is a clock in seconds that never goes back."""

    def __init__(self, now: float) -> None:
        self._seen: deque[tuple[float, int]] = deque([(now, 0)])

    def said(self, what: str, done: int, total: int, now: float) -> str:
        """Such as "reading 1,200 of 10,000, 85 a second, 1:44 left"."""
        if done < self._seen[-1][1]:
            self._seen.clear()
        self._seen.append((now, done))
        while len(self._seen) > 2 and now - self._seen[0][0] > _OVER:
            self._seen.popleft()
        words = f"{what} {done:,} of {total:,}"
        seconds, many = now - self._seen[0][0], done - self._seen[0][1]
        if seconds < 1.0 or many <= 0:
            return words
        rate = many / seconds
        left = round((total - done) / rate)
        shown = f"{rate:.0f}" if rate >= 1.5 else f"{rate:.1f}"
        clock = (
            f"{left // 3600}:{left // 60 % 60:02}:{left % 60:02}" if left >= 3600 else f"{left // 60}:{left % 60:02}"
        )
        return f"{words}, {shown} a second, {clock} left"
