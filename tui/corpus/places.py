"""Where names stand in every article, found again only where corrected names may have changed that."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tui.corpus.findings import ArticleFindings
from tui.names.table import NameTable

_MANY = 50
"""Spellings won or lost from which on searching the texts for them costs more than it spares."""


@dataclass(frozen=True, slots=True)
class _Known:
    """What was found in an article, and what that hung on."""

    found: ArticleFindings
    local: Mapping[str, int]
    places: Sequence[tuple[int, int, str]]


class Places:
    """Where names stood last, by the number of the article."""

    def __init__(self) -> None:
        self._last: tuple[dict[int, _Known], set[str]] = ({}, set())

    def of(self, findings: Sequence[ArticleFindings], table: NameTable) -> Iterable[list[tuple[int, int, int]]]:
        """The mentions of every article in turn, as the table's `mentions` gives them."""
        owned = table.matcher.somebodys()
        known, before = self._last
        changed = {_begins(words) for words in owned ^ before}
        if len(changed) > _MANY:
            known = {}
        now: dict[int, _Known] = {}
        for article, found in enumerate(findings):
            last = known.get(article)
            local = table.local.get(article, {})
            if (
                last is None
                or last.found is not found
                or not _alike(local, last.local)
                or any(word in found.text for word in changed)
            ):
                last = _Known(found, local, table.places(article, found.text, found.counted))
            now[article] = last
            yield table.owned(article, last.places)
        self._last = (now, owned)


def _begins(words: str) -> str:
    """The letters a spelling begins with, as far as every way to write it has them."""
    return words.partition(" ")[0].partition("'")[0]


def _alike(one: Mapping[str, int], other: Mapping[str, int]) -> bool:
    """Whether the same spellings have an owner, and the same have none."""
    return one.keys() == other.keys() and all((one[words] < 0) == (other[words] < 0) for words in one)
