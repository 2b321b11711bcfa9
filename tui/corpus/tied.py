"""The corpora a collection was tied into last, and what of a corrected one can be had from them without any text."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from tui.corpus.relabel import relabel
from tui.corpus.tables import Corpus
from tui.names.corrected import correct
from tui.names.statement import NameCorrection, Says
from tui.names.table import NameTable

_MOVES_NONE = frozenset({Says.MERGE, Says.RENAME, Says.RETYPE, Says.IGNORE, Says.KEEP_APART})
"""Statements that leave mentions where they are, each with the entity that its entity has become."""

_KEPT_EVENTS = 200_000
"""Events up to which a corpus is kept beside the one it gave way to."""

Statements = frozenset[NameCorrection]
"""What was said of the names of one collection."""


def of_names(corrections: Iterable[object], key: str) -> Statements:
    """Those corrections that are about names of the collection with this key."""
    return frozenset(one for one in corrections if isinstance(one, NameCorrection) and one.collection in ("", key))


@dataclass(frozen=True, slots=True)
class Tied:
    """A corpus as it was tied together."""

    said: Statements
    """What was said of its names."""
    rows: Sequence[int]
    """Row of every entity in the table of its names."""
    corpus: Corpus
    """It."""


class Ties:
    """What was tied together last, and the names it was made with."""

    def __init__(
        self,
        problems: tuple[str, ...],
        table: Callable[[], NameTable],
        paths: Callable[[], Sequence[str]],
        texts: Callable[[], Iterable[str]],
    ) -> None:
        """`table` gives the names before anybody corrected one, `paths` and `texts` those of all articles."""
        self._problems, self._find, self._paths, self._texts = problems, table, paths, texts
        self._tied: tuple[Tied, ...] = ()
        self._corrected: tuple[tuple[Statements, NameTable, tuple[str, ...]], ...] = ()

    def put(self, tied: Tied) -> None:
        """Take the corpus that was tied together last."""
        kept = self._tied[:1] if len(tied.corpus.events) <= _KEPT_EVENTS else ()
        self._tied = (tied, *kept)

    def known_as(self, said: Statements) -> Tied | None:
        """What was tied together with the same statements and is still kept; it counts as the last one then."""
        known = next((one for one in self._tied if one.said == said), None)
        if known is not None:
            self._tied = (known, *(one for one in self._tied if one is not known))
        return known

    def at_once(self, said: Statements) -> tuple[Corpus, bool] | None:
        """The collection with those statements as far as it can be had without its texts, and if that is all of it.

        Two things are at hand: the corpus before the last corrections, and for what moves no mention the last one with
        the entities that come of its own. None where neither will do. What follows from the new names, which events are
        one and what cannot all hold, is as it was.
        """
        known = self.known_as(said)
        if known is not None:
            return known.corpus, True
        if not self._tied:
            return None
        last = self._tied[0]
        now, before = {one.key for one in said}, {one.key for one in last.said}
        if any(key[0] not in _MOVES_NONE for key in now ^ before) or any(key[0] == Says.IGNORE for key in before - now):
            return None
        was, _ = self.names(last.said)
        table, problems = self.names(said)
        dark = {key[1] for key in now - before if key[0] == Says.IGNORE}
        facts = replace(last.corpus.facts, problems=self._problems + problems)
        found = relabel(last.corpus, was, last.rows, table, facts, dark)
        return None if found is None else (found, False)

    def names(self, said: Statements) -> tuple[NameTable, tuple[str, ...]]:
        """The names as corrected, and what is wrong with the corrections."""
        if not said:
            return self.table, ()
        kept = next((one for one in self._corrected if one[0] == said), None)
        if kept is None:
            kept = (said, *correct(self.table, said, self._paths(), self._texts))
            self._corrected = (kept, *self._corrected[:1])
        return kept[1], kept[2]

    def forget(self) -> None:
        """Let go of the names: they are found again when they are asked for."""
        self.__dict__.pop("table", None)
        self._corrected = ()

    @cached_property
    def table(self) -> NameTable:
        """The names before anybody corrected one."""
        return self._find()
