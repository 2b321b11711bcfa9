"""Which articles were read and which are starred, kept in the state folder by path and by the text itself."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path

from tui.corpus.tables import Corpus
from tui.model import Article
from tui.notes.errors import ReadError
from tui.notes.files import read_bytes, write_private

DIGEST = 16
"""Letters of an article's digest that are kept: enough to know its text again among millions."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What is known of one article's reading."""

    digest: str = ""
    """Beginning of the digest of the text that was read; "" while it is not known."""
    read: bool = False
    """Whether it was read."""
    starred: bool = False
    """Whether it has a star."""


@dataclass(frozen=True, slots=True)
class ReadMarks:
    """The marks of a collection. Those of articles that are not here now are kept: their files may come back."""

    marks: Mapping[str, Mark] = field(default_factory=dict)
    """Marks by path; an article without one is unread and has no star."""
    read: frozenset[int] = frozenset()
    """Ids of the articles that were read."""
    starred: frozenset[int] = frozenset()
    """Ids of the articles with a star."""

    def with_read(self, corpus: Corpus, articles: Iterable[int], read: bool) -> "ReadMarks":
        """The marks once some articles were read, or are unread again."""
        return self._with(corpus, {article: replace(self._mark(corpus, article), read=read) for article in articles})

    def with_star(self, corpus: Corpus, article: int, starred: bool) -> "ReadMarks":
        """The marks once an article has a star, or has none any more."""
        return self._with(corpus, {article: replace(self._mark(corpus, article), starred=starred)})

    def in_corpus(self, corpus: Corpus) -> "ReadMarks":
        """The same marks, on the articles of a collection as it is now.

        A mark stays with its path, unless another file holds the very text it was made on and the one at its path holds
        another: then it goes with the text. While the texts are not read, paths alone are known.
        """
        if not self.marks:
            return ReadMarks()
        digests: dict[str, Article] = {}
        marks: dict[str, Mark] = {}
        for path, mark in self.marks.items():
            at = corpus.article_at(path)
            here = corpus.articles[at].digest[:DIGEST] if at is not None else ""
            twin = None
            if mark.digest and here != mark.digest:
                # Made once a file was renamed or rewritten: for a hundred thousand articles it takes its time.
                digests = digests or {one.digest[:DIGEST]: one for one in corpus.articles if one.digest}
                twin = digests.get(mark.digest)
            if twin is not None and twin.path not in self.marks:
                marks[twin.path] = mark
            else:
                marks[path] = replace(mark, digest=here) if here and here != mark.digest else mark
        return _placed(corpus, marks)

    def _mark(self, corpus: Corpus, article: int) -> Mark:
        known = corpus.articles[article]
        mark = self.marks.get(known.path, Mark())
        return replace(mark, digest=known.digest[:DIGEST]) if known.digest else mark

    def _with(self, corpus: Corpus, changed: Mapping[int, Mark]) -> "ReadMarks":
        marks = {**self.marks, **{corpus.articles[article].path: mark for article, mark in changed.items()}}
        read = {article for article, mark in changed.items() if mark.read}
        starred = {article for article, mark in changed.items() if mark.starred}
        return ReadMarks(marks, (self.read - changed.keys()) | read, (self.starred - changed.keys()) | starred)


def _placed(corpus: Corpus, marks: Mapping[str, Mark]) -> ReadMarks:
    found = [(article, mark) for path, mark in marks.items() if (article := corpus.article_at(path)) is not None]
    return ReadMarks(
        marks,
        frozenset(article for article, mark in found if mark.read),
        frozenset(article for article, mark in found if mark.starred),
    )


def load(folder: Path, collection: str) -> ReadMarks:
    """The marks kept for a collection (named by its absolute paths), on no article yet; none without a usable file.

    Call `ReadMarks.in_corpus` to lay them on a collection.
    """
    try:
        data = read_bytes(_file(folder, collection))
        found = json.loads(data) if data is not None else {}
        return ReadMarks({str(path): _mark(kept) for path, kept in dict(found.get("articles", {})).items()})
    except (ReadError, ValueError, TypeError, AttributeError, IndexError, RecursionError):
        # A torn or foreign state file costs the marks, never the start.
        return ReadMarks()


def keep(folder: Path, collection: str, marks: ReadMarks) -> None:
    """Put the marks of a collection on disk; raises `WriteError` if that cannot be done."""
    kept = {
        path: [mark.digest, "r" * mark.read + "s" * mark.starred]
        for path, mark in marks.marks.items()
        if mark.read or mark.starred
    }
    body = {"collection": collection, "articles": kept}
    write_private(_file(folder, collection), json.dumps(body, indent=0).encode("ascii"))


def _mark(kept: list[str]) -> Mark:
    return Mark(str(kept[0]), "r" in kept[1], "s" in kept[1])


def _file(folder: Path, collection: str) -> Path:
    return folder / f"read-{sha256(collection.encode(errors='surrogatepass')).hexdigest()[:16]}.json"
