"""How often an entity is written in which way, counted a slice at a time: each mention may need its article's file."""

from collections import Counter

from tui.corpus.tables import Corpus

SLICE = 100
"""Mentions looked at in one go."""

MOST = 5_000
"""Mentions looked at in all."""


class Spelt:
    """Mentions of an entity by spelling, in all articles and in one."""

    def __init__(self, corpus: Corpus, entity: int, article: int) -> None:
        """`article` is the one that is counted by itself too."""
        self.every: Counter[str] = Counter()
        """Mentions in all articles, by spelling as written."""
        self.here: Counter[str] = Counter()
        """Mentions in the one article."""
        self._corpus, self._article = corpus, article
        self._left = iter(corpus.mentions.of_entity(entity)[:MOST])

    def more(self) -> bool:
        """Count one slice on; False once there is no further one. Raises OSError if a file has gone."""
        for _ in range(SLICE):
            found = next(self._left, None)
            if found is None:
                return False
            words = self._corpus.text(found.article)[found.start : found.end]
            self.every[words] += 1
            self.here[words] += found.article == self._article
        return True
