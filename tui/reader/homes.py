"""Which article of a collection a note belongs to now, and how sure that is."""

from dataclasses import dataclass
from functools import cached_property

from tui.corpus.tables import Corpus
from tui.model import Article
from tui.notes.articles import Found, Match, Shelfmarks
from tui.notes.model import ArticleRef


@dataclass(frozen=True, slots=True)
class Home:
    """A note's article as it is now."""

    article: Article
    """The article."""
    same_text: bool
    """Whether its text is the very one the note was written on: offsets hold without any search."""
    moved: bool
    """Whether its file was renamed or moved since."""
    guessed: bool
    """Whether only its title speaks for it, or only its path while the collection is another one."""


class Homes:
    """The articles of a collection, found for many notes."""

    def __init__(self, corpus: Corpus) -> None:
        """Put the articles of `corpus` in order, by path, text and title."""
        self._corpus = corpus

    @cached_property
    def _shelf(self) -> Shelfmarks:
        # Made when a note's article is not where it was: for a hundred thousand articles it takes its time.
        return Shelfmarks(self._corpus.articles)

    def of(self, ref: ArticleRef) -> Home | None:
        """The article a note speaks of; None if it is not here, or not known to be until all articles are read."""
        here = self._corpus.article_at(ref.path)
        article = None if here is None else self._corpus.articles[here]
        same = article is not None and article.digest == ref.sha256
        match = Match(article, Found.SAME) if article is not None and same else self._shelf.find(ref)
        if match is None:
            return None
        ours = self.is_ours(ref)
        if match.digest_matches:
            # In another collection paths count from another folder: that its path differs does not mean it moved.
            return Home(match.article, True, match.found is Found.RENAMED and ours, False)
        if not match.article.digest or (match.found is Found.TITLED and not self._corpus.complete):
            return None
        if match.found is Found.TITLED:
            return Home(match.article, False, True, True)
        if ours:
            return Home(match.article, False, False, False)
        # The same path in another collection is nothing: every second folder has a notes.txt.
        return Home(match.article, False, False, True) if _alike(match.article.title, ref.title) else None

    def is_ours(self, ref: ArticleRef) -> bool:
        """Whether a note was written in this collection, or does not say in which."""
        return not ref.collection or ref.collection == self._corpus.facts.key


def _alike(title: str, other: str) -> bool:
    return bool(title.strip()) and title.casefold().split() == other.casefold().split()
