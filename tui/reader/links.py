"""Links that lead back to a passage, as exports write them: "backstory:PATH#char=START,END"."""

import re
from dataclasses import dataclass
from urllib.parse import unquote

from tui.corpus.tables import Corpus
from tui.reader.place import Place

SCHEME = "backstory:"
"""What such a link begins with."""

_PASSAGE = re.compile(r"char=(\d{1,12})(?:,\d{1,12})?")


@dataclass(frozen=True, slots=True)
class Link:
    """Where a link leads."""

    article: str
    """Path of the article, relative to its collection."""
    at: int | None = None
    """Offset of the passage; None for the article as a whole."""

    def place(self, corpus: Corpus) -> Place | None:
        """Where that is in a collection; None if it has no such article."""
        article = corpus.article_at(self.article)
        if article is None:
            return None
        return Place(article, min(self.at or 0, corpus.articles[article].chars))


def parse(link: str) -> Link | None:
    """Where a link leads; None if it is none, or one to a note that has no article. After RFC 5147."""
    path, _, fragment = link.removeprefix(SCHEME).partition("#")
    if not link.startswith(SCHEME) or not path:
        return None
    found = _PASSAGE.fullmatch(fragment)
    return Link(unquote(path), int(found[1]) if found else None)
