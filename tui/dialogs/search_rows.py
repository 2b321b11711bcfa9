"""The list in the search box: articles with the lines of their hits, or searches made before."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.cells import cell_len

from tui.corpus.tables import Corpus
from tui.dates.words import describe
from tui.display import safe, squeeze
from tui.panes.rows import Piece, Rows, clip, pad
from tui.search import Found, Hit

_NUMBER = 5
_NEAR = 40
_DATE_FROM = 60


@dataclass(frozen=True, slots=True)
class Entry:
    """One row."""

    found: Found | None = None
    """The article it belongs to; None for a search made before."""
    hit: int = -1
    """Number of the hit in that article; -1 for the article's own row, -2 for the space above it."""
    query: str = ""
    """A search made before."""
    name: str = ""
    """The name it was saved under; "" for one that was not."""
    more: int = 0
    """How many hits behind that one stand in the same row."""

    @property
    def at(self) -> Hit | None:
        """The hit it shows, if it shows one."""
        return self.found.hits[self.hit] if self.found is not None and self.hit >= 0 else None


def entries_of(found: Found) -> list[Entry]:
    """The rows of an article: its own, then one for each hit, with those that follow closely on the same line."""
    firsts: list[int] = []
    for number, hit in enumerate(found.hits):
        near = firsts and found.lines[firsts[-1]].number == found.lines[number].number
        if not near or hit.start - found.hits[firsts[-1]].end > _NEAR:
            firsts.append(number)
    ends = [*firsts[1:], len(found.hits)]
    hits = [Entry(found, first, more=end - first - 1) for first, end in zip(firsts, ends, strict=False)]
    return [Entry(found), *hits]


class SearchRows(Rows, can_focus=False):
    """The list; the keyboard stays in the line above."""

    def __init__(self) -> None:
        super().__init__("search-rows")
        self.entries: list[Entry] = []
        """The rows."""
        self.corpus: Corpus | None = None
        """The collection."""

    def count(self) -> int:
        """Number of rows."""
        return len(self.entries)

    def is_head(self, index: int) -> bool:
        """Articles' own rows are passed over by the cursor."""
        return self.entries[index].found is not None and self.entries[index].hit < 0

    def extend(self, entries: Sequence[Entry]) -> None:
        """Add rows at the end; the cursor stays."""
        first = not self.entries
        for entry in entries:
            if entry.hit == -1 and self.entries:
                self.entries.append(Entry(entry.found, -2))
            self.entries.append(entry)
        self.reset(0 if first else None)

    def draw(self, index: int, width: int) -> list[list[Piece]]:
        """An article with the number of its hits; the line of a hit; a search made before."""
        entry = self.entries[index]
        if entry.found is None:
            return [self._before(entry, width)]
        if entry.hit == -2:
            return [[]]
        return [self._head(entry.found, width) if entry.hit < 0 else self._line(entry, width)]

    def _head(self, found: Found, width: int) -> list[Piece]:
        if self.corpus is None:
            return []
        article = self.corpus.articles[found.article]
        count = f"{len(found.hits)}"
        when = describe(article.published) if article.published is not None and width >= _DATE_FROM else ""
        tail = f"{when}   {count:>4}" if when else f"{count:>4}"
        room = max(8, width - cell_len(tail) - 1)
        return [(pad(squeeze(article.title), room), "lit"), (" ", ""), (tail, "dim")]

    def _line(self, entry: Entry, width: int) -> list[Piece]:
        found = entry.found
        if found is None:
            return []
        line = found.lines[entry.hit]
        # The number of a line stands at the first of its hits.
        again = entry.hit > 0 and found.lines[entry.hit - 1].number == line.number
        number = "" if again else str(line.number)
        before, match = safe(line.before).lstrip(), safe(line.match)
        room = max(8, width - _NUMBER - 2)
        most = max(0, min(room // 3, room - cell_len(match)))
        if cell_len(before) > most:
            kept = before[len(before) - most + 1 :] if most > 1 else ""
            # From a whole word on, where one begins.
            before = "…" + (kept[kept.index(" ") + 1 :] if " " in kept[:-1] else kept)
        after = clip(safe(line.after).rstrip(), max(0, room - cell_len(before) - cell_len(match)))
        return [
            (f"{number:>{_NUMBER}}  ", "dim"),
            (before, "dim"),
            (match, "matched"),
            *_lit(after, found.hits[entry.hit : entry.hit + entry.more + 1]),
        ]

    def _before(self, entry: Entry, width: int) -> list[Piece]:
        if not entry.name:
            return [("  ", ""), (clip(safe(entry.query), width - 2), "")]
        name = clip(safe(entry.name), width // 2)
        return [
            ("◆ ", "accent"),
            (name, "lit"),
            ("  ", ""),
            (clip(safe(entry.query), width - cell_len(name) - 4), "dim"),
        ]


def _lit(after: str, hits: Sequence[Hit]) -> Iterator[Piece]:
    """What stands behind the first of some hits, with the others lit as far as they are seen."""
    begin, at = hits[0].end, 0
    seen = len(after.removesuffix("…"))
    for hit in hits[1:]:
        start, end = hit.start - begin, min(hit.end - begin, seen)
        if at <= start < end:
            yield after[at:start], "dim"
            yield after[start:end], "matched"
            at = end
    yield after[at:], "dim"
