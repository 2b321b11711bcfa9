"""Which article a note belongs to now: the file of its path, or the one it has been renamed or moved to."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from tui.model import Article
from tui.notes.model import ArticleRef


class Found(StrEnum):
    """How a note's article was found."""

    SAME = "same"
    """Its path, and the very text it was written on: offsets hold."""
    CHANGED = "changed"
    """Its path, and another text."""
    RENAMED = "renamed"
    """Another path, and the very text it was written on."""
    TITLED = "titled"
    """Another path and another text under a title no other article has: a guess, to be asked about."""


@dataclass(frozen=True, slots=True)
class Match:
    """A note's article as it is now."""

    article: Article
    """The article."""
    found: Found
    """How it was found."""

    @property
    def digest_matches(self) -> bool:
        """Whether the text is the very one, so that no passage needs to be looked for."""
        return self.found in (Found.SAME, Found.RENAMED)


class Shelfmarks:
    """The articles of a collection by path, text and title, for many notes."""

    def __init__(self, articles: Iterable[Article]) -> None:
        """`articles` in reading order."""
        self._paths: dict[str, Article] = {}
        self._digests: defaultdict[str, list[Article]] = defaultdict(list)
        self._titles: defaultdict[str, list[Article]] = defaultdict(list)
        for article in articles:
            self._paths[article.path] = article
            self._digests[article.digest].append(article)
            self._titles[_plain(article.title)].append(article)

    def find(self, ref: ArticleRef) -> Match | None:
        """The article a note refers to, or None where nothing tells which it is."""
        here = self._paths.get(ref.path)
        if here is not None and here.digest == ref.sha256:
            return Match(here, Found.SAME)
        twins = self._digests.get(ref.sha256, []) if ref.sha256 else []
        # Another file holds the very text: the one at the old path is then another article.
        if twins and (here is None or _plain(here.title) != _plain(ref.title)):
            return Match(min(twins, key=lambda twin: _likeness(twin.path, ref.path)), Found.RENAMED)
        if here is not None:
            return Match(here, Found.CHANGED)
        titled = self._titles.get(_plain(ref.title), []) if _plain(ref.title) else []
        return Match(titled[0], Found.TITLED) if len(titled) == 1 else None


def _likeness(path: str, old: str) -> tuple[bool, str]:
    """Sort key: articles whose file has the name of old first."""
    return path.rpartition("/")[2] != old.rpartition("/")[2], path


def _plain(title: str) -> str:
    return " ".join(title.casefold().split())
