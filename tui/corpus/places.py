"""Where names stand in every article, found again only where other names or another text may have changed that."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tui.corpus.findings import ArticleFindings
from tui.names.table import NameTable

_MANY = 400
"""Spellings won or lost from which on searching the texts for them costs more than it spares."""


@dataclass(frozen=True, slots=True)
class _Known:
    """What was found in an article, and what that hung on."""

    found: ArticleFindings
    local: Mapping[str, int]
    places: Sequence[tuple[int, int, str]]


class Places:
    """Where names stood last, by the path of the article: it may get another number, and be read again."""

    def __init__(self) -> None:
        self._last: tuple[dict[str, _Known], set[str]] = ({}, set())

    def of(self, findings: Sequence[ArticleFindings], table: NameTable) -> Iterable[list[tuple[int, int, int]]]:
        """The mentions of every article in turn, as the table's `mentions` gives them."""
        owned = table.matcher.somebodys()
        known, before = self._last
        changed = [_pieces(words) for words in owned ^ before]
        if len(changed) > _MANY:
            known = {}
        now: dict[str, _Known] = {}
        for article, found in enumerate(findings):
            path, text = found.article.path, found.text
            last = known.get(path)
            local = table.local.get(article, {})
            if (
                last is None
                or not (last.found is found or _same(last.found, found))
                or not _alike(local, last.local)
                or any(all(piece in text for piece in pieces) for pieces in changed)
            ):
                last = _Known(found, local, table.places(article, text, found.counted))
            now[path] = last
            yield table.owned(article, last.places)
        self._last = (now, owned)


def _pieces(words: str) -> list[str]:
    """The letters of a spelling that every way to write it has, the longest first: few texts have those."""
    return sorted(words.replace("'", " ").split(), key=len, reverse=True)


def _same(one: ArticleFindings, other: ArticleFindings) -> bool:
    """Whether two readings of an article have the same text in the same parts."""
    return one.text == other.text and one.counted == other.counted


def _alike(one: Mapping[str, int], other: Mapping[str, int]) -> bool:
    """Whether the same spellings have an owner, and the same have none."""
    return one.keys() == other.keys() and all((one[words] < 0) == (other[words] < 0) for words in one)
