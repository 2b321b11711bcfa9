"""Passages looked for in texts that have changed: what was found, and what is still to be looked for.

A look takes some milliseconds. A screen that shows thousands of notes gives it little time, and has the rest looked
for beside the reader.
"""

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.corpus.tables import Corpus
from tui.notes.model import Anchor
from tui.reader.homes import Home

if TYPE_CHECKING:  # for annotations alone: the finder brings the matching engine
    from tui.notes.anchor import Located


class Search:
    """What is known of where passages are, by the text they are in; one text is looked through for a passage once."""

    def __init__(self, patience: float | None = None) -> None:
        """`patience` is the seconds that may go by in one laying of notes before the rest is left for later."""
        self._patience = patience
        self._until = float("inf")
        self._found: dict[tuple[Anchor, str], Located] = {}
        self._left: dict[tuple[Anchor, str], Home] = {}
        self._unreadable: set[tuple[Anchor, str]] = set()

    def begin(self) -> None:
        """Begin a laying of notes: the patience is new, and nothing is left yet."""
        self._left, self._unreadable = {}, set() if not self._left else self._unreadable
        self._until = time.monotonic() + self._patience if self._patience is not None else float("inf")

    @property
    def waiting(self) -> int:
        """How many passages were left for later since `begin`."""
        return len(self._left)

    def left(self, target: Anchor, home: Home) -> bool:
        """Whether a passage was left for later."""
        return (target, home.article.digest) in self._left

    def find(self, corpus: Corpus, target: Anchor, home: Home) -> "Located | None":
        """Where a passage is in its article; None if that cannot be read, or the passage was left for later."""
        key = (target, home.article.digest)
        found = self._found.get(key)
        if key in self._unreadable:
            return None
        if found is None and time.monotonic() > self._until:
            self._left[key] = home
            return None
        return found or self._look(corpus, target, home)

    def go_on(self, corpus: Corpus, seconds: float, cancelled: Callable[[], bool]) -> bool:
        """Look for what was left, for so many seconds; whether any of it was found out. Made for another thread."""
        until = time.monotonic() + seconds
        looked = False
        for (target, _), home in list(self._left.items()):
            if cancelled() or time.monotonic() > until:
                break
            self._look(corpus, target, home)
            looked = True
        return looked

    def _look(self, corpus: Corpus, target: Anchor, home: Home) -> "Located | None":
        try:
            text = corpus.text(home.article.id)
        except OSError:
            self._unreadable.add((target, home.article.digest))
            return None
        from tui.notes.anchor import locate  # late: it brings the matching engine

        found = self._found[target, home.article.digest] = locate(text, target, digest_matches=home.same_text)
        return found
