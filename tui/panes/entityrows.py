"""The rows of the entities pane: names under kind heads, with counts and where in the collection's time they occur."""

from array import array
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import pairwise

from rich.cells import cell_len

from tui.corpus.lore import Suggested
from tui.corpus.tables import Corpus
from tui.model import Kind
from tui.panes.rowlinks import RowLink, name_link
from tui.panes.rows import Piece, Rows, clip, pad
from tui.reader.spread import bars, bounds_of

SPREAD_WIDTH = 10
"""Cells of the little line that shows where in the collection's time an entity occurs."""

FOLD = -100
"""Stands in the list of ids for the line that counts the names perhaps the same."""

ASKED = -1000
"""Stands for the first of them; the next ones are below it."""

_KINDS = tuple(Kind)

_SPELLINGS_FROM, _NAME_WIDTH = 70, 34
"""Cells of a row from which it says how else a name is written, and of the name in such a row."""

_REASONS_FROM = 56
"""Cells of a row from which it says why two names are perhaps the same."""


class EntityRows(Rows):
    """The list of entities with their kind heads."""

    def __init__(self) -> None:
        super().__init__("entity-rows")
        self.corpus: Corpus | None = None
        """The collection the ids belong to."""
        self.ids: array[int] = array("q")
        """Entity ids; for a head before a kind's first entity, the negative of (kind's index + 1).

        `FOLD` is the line that counts the names perhaps the same, `ASKED - n` the n-th of them.
        """
        self.counts: Mapping[int, int] | Sequence[int] = {}
        """Number of mentions shown for each entity: in the collection, or in the article when filtered."""
        self.noted: frozenset[int] = frozenset()
        """Ids of entities that carry a note."""
        self.asked: Sequence[Suggested] = ()
        """Names that are perhaps the same, in the order of their rows."""
        self.unfolded = False
        """Whether they are listed, or only counted."""
        self._edges: Sequence[int] = ()
        self._here: Mapping[int, int] | None = None

    def take(self, corpus: Corpus, counts: Mapping[int, int] | None) -> None:
        """Show the entities with a count, under kind heads, the most mentioned first; without counts, all of them."""
        ranks = corpus.ranks
        self._here = counts
        self.corpus, self.counts = corpus, ranks.counts if counts is None else counts
        self._edges = _edges(corpus)
        self.ids = array("q")
        if self.asked:
            self.ids.append(FOLD)
            self.ids.extend(ASKED - number for number in range(len(self.asked) if self.unfolded else 0))
        order = ranks.heaviest
        if counts is not None:
            order = sorted(counts, key=lambda entity: (-counts[entity], corpus.entities[entity].name.casefold()))
        of_kinds = [array("q") for _ in _KINDS]
        for entity in order:
            of_kinds[ranks.kinds[entity]].append(entity)
        for place, of_kind in enumerate(of_kinds):
            if of_kind:
                self.ids.append(-place - 1)
                self.ids.extend(of_kind)

    def fold(self) -> None:
        """List the names perhaps the same, or only count them."""
        self.unfolded = not self.unfolded
        if self.corpus is not None:
            self.take(self.corpus, self._here)

    def count(self) -> int:
        """Number of rows."""
        return len(self.ids)

    def is_head(self, index: int) -> bool:
        """Whether a row is a kind head."""
        return FOLD < self.ids[index] < 0

    def asked_at(self, index: int) -> Suggested | None:
        """The two names that are perhaps the same in a row, if it has two."""
        row = self.ids[index] if index < len(self.ids) else 0
        return self.asked[ASKED - row] if row <= ASKED else None

    def links(self, index: int) -> Sequence[RowLink]:
        """The two names that are perhaps the same; any other row is one name, and opened as a whole."""
        asked = self.asked_at(index)
        if asked is None or self.corpus is None:
            return ()
        return [name_link(self.corpus.entities[entity].name, entity) for entity in (asked.entity, asked.other)]

    def draw(self, index: int, width: int) -> list[list[Piece]]:
        """A kind head, or an entity: note mark, name, where in time, count."""
        row = self.ids[index]
        if self.corpus is None:
            return []
        if row == FOLD:
            words = f"{'▾' if self.unfolded else '▸'} perhaps the same: {len(self.asked)}"
            return [[(words, "fold")]]
        if (asked := self.asked_at(index)) is not None:
            return [self._draw_asked(asked, width)]
        if row < 0:
            return [[(_KINDS[-row - 1].plural, "head")]]
        entity = self.corpus.entities[row]
        sign: Piece = ("◆", "note") if row in self.noted else (entity.kind.mark, "dim")
        count = f"{self.counts[row]:>5}"
        if width >= _SPELLINGS_FROM:
            # Beside the name, not at the far edge: the eye need not cross the screen. What is left says how else it
            # is written.
            also = ", ".join(alias.name for alias in entity.aliases)
            return [[sign, (" ", ""), (pad(entity.name, _NAME_WIDTH), entity.kind.value), (" ", ""),
                     (pad(self._spread(row), SPREAD_WIDTH), "dim"), (count, "dim"),
                     ("  ", ""), (clip(also, width - _NAME_WIDTH - SPREAD_WIDTH - 10), "dim")]]  # fmt: skip
        line = self._spread(row) if width >= 34 else ""
        room = width - 2 - len(count) - (len(line) + 1 if line else 0)
        return [[sign, (" ", ""), (pad(entity.name, room), entity.kind.value),
                 *([(" ", ""), (line, "dim")] if line else []), (count, "dim")]]  # fmt: skip

    def _draw_asked(self, asked: Suggested, width: int) -> list[Piece]:
        """Both names, why, and how alike they are."""
        if self.corpus is None:
            return []
        one, other = (self.corpus.entities[row] for row in (asked.entity, asked.other))
        tail = f" {asked.score:.2f}".replace("0.", ".") if asked.score else ""
        why = f" {asked.reason}" if width >= _REASONS_FROM else ""
        room = max(8, width - 5 - len(why) - len(tail))
        left = min(cell_len(one.name), max(room - cell_len(other.name), room // 2))
        right = pad(other.name, room - left)
        return [("  ", ""), (pad(one.name, left), one.kind.value), (" = ", "dim"), (right, other.kind.value),
                (why, "dim"), (tail, "dim")]  # fmt: skip

    def words(self, index: int) -> str:
        """Name and aliases, so that a search finds any spelling."""
        if self.corpus is None or (self.ids[index] < 0 and self.asked_at(index) is None):
            return ""
        if (asked := self.asked_at(index)) is not None:
            return " ".join(self.corpus.entities[row].name for row in (asked.entity, asked.other))
        entity = self.corpus.entities[self.ids[index]]
        return " ".join([entity.name, *(alias.name for alias in entity.aliases)])

    def _spread(self, entity: int) -> str:
        if self.corpus is None or not self._edges:
            return ""
        told = self.corpus.events.dated_of(entity)
        edges = [bisect_left(told, edge) for edge in self._edges]
        return bars([end - begin for begin, end in pairwise(edges)])


def _edges(corpus: Corpus) -> Sequence[int]:
    """Ids of the events with which the equal stretches of a collection's time begin, and of the one after the last."""
    limits = bounds_of(corpus.events.days)
    if limits is None:
        return ()
    days = limits[1] - limits[0] + 1
    begins = (limits[0] - (-stretch * days // SPREAD_WIDTH) for stretch in range(SPREAD_WIDTH + 1))
    return [corpus.events.since(day) for day in begins]
