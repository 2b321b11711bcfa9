"""Where each article was left, kept in the state folder so that reading goes on there at the next start."""

import json
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from tui.corpus.tables import Corpus
from tui.notes.errors import ReadError
from tui.notes.files import read_bytes, write_private
from tui.reader.place import Place


@dataclass(frozen=True, slots=True)
class Positions:
    """Reading positions in one collection, by stable keys."""

    article: str = ""
    """Path of the article last read."""
    left_at: dict[str, int] = field(default_factory=dict)
    """Offset of the reading line in each article that was opened, by path."""

    def place(self, corpus: Corpus) -> Place:
        """Where to begin: the article last read, where it was left; the first article without one."""
        article = corpus.article_at(self.article)
        if article is None:
            return Place()
        at = min(self.left_at.get(self.article, 0), corpus.articles[article].chars)
        return Place(article, at)

    def offsets(self, corpus: Corpus) -> dict[int, int]:
        """Where each article was left, by article id; articles that have gone are left out."""
        found = {corpus.article_at(path): at for path, at in self.left_at.items()}
        return {article: at for article, at in found.items() if article is not None}


def positions_of(corpus: Corpus, place: Place, left_at: dict[int, int]) -> Positions:
    """What to keep of a sitting."""
    offsets = {**left_at, place.article: place.at}
    return Positions(
        corpus.articles[place.article].path,
        {corpus.articles[article].path: at for article, at in offsets.items() if article < len(corpus.articles)},
    )


def load(folder: Path, collection: str) -> Positions:
    """The positions kept for a collection (named by its absolute paths); none if nothing usable is there."""
    try:
        data = read_bytes(_file(folder, collection))
        found = json.loads(data) if data is not None else {}
        return Positions(str(found.get("article", "")), {str(key): int(at) for key, at in found["left_at"].items()})
    except (ReadError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        # A torn or foreign state file costs the reader their place, never the start.
        return Positions()


def keep(folder: Path, collection: str, positions: Positions) -> None:
    """Put the positions of a collection on disk; raises WriteError if that cannot be done."""
    body = {"collection": collection, "article": positions.article, "left_at": positions.left_at}
    # File names may hold bytes that are no text; they come back as lone surrogates, which JSON's escapes can carry.
    write_private(_file(folder, collection), json.dumps(body, indent=1).encode("ascii"))


def _file(folder: Path, collection: str) -> Path:
    return folder / f"position-{sha256(collection.encode(errors='surrogatepass')).hexdigest()[:16]}.json"
