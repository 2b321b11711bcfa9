"""Where one was, in a collection whose articles have other numbers now: their paths stay the same."""

from dataclasses import replace

from tui.corpus.tables import Corpus
from tui.reader.place import Place
from tui.reader.trail import Trail


class Renumbered:
    """The articles of a collection as it was, in the collection as it is."""

    def __init__(self, before: Corpus, now: Corpus) -> None:
        """Take both."""
        self._before, self._now = before, now

    def article(self, article: int) -> int | None:
        """The number an article has now; None if it is gone."""
        if not 0 <= article < len(self._before.articles):
            return None
        return self._now.article_at(self._before.articles[article].path)

    def place(self, place: Place) -> Place:
        """The same place; the beginning of a neighbour where its article is gone. Its event is for others to find."""
        article = self.article(place.article)
        if article is None:
            return Place(max(0, min(place.article, len(self._now.articles) - 1)), entity=place.entity)
        return replace(place, article=article, event=None)

    def trail(self, trail: Trail) -> Trail:
        """The trail without the places in articles that are gone."""
        behind, ahead = (
            tuple(self.place(place) for place in places if self.article(place.article) is not None)
            for places in (trail.behind, trail.ahead)
        )
        return Trail(behind, ahead)
