"""A collection as its articles say it one by one, kept so that corrected names need no file to be read again."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from tui.corpus.findings import ArticleFindings
from tui.corpus.places import Places
from tui.corpus.relabel import relabel
from tui.corpus.tables import Corpus, Facts
from tui.corpus.telling import Tellings
from tui.corpus.weave import weave
from tui.manifest import Comments
from tui.model import Article, KnownEntity
from tui.names.corrected import correct
from tui.names.statement import NameCorrection, Says
from tui.names.table import NameTable, build_table

_MOVES_NONE = frozenset({Says.MERGE, Says.RENAME, Says.RETYPE, Says.IGNORE, Says.KEEP_APART})
"""Statements that leave mentions where they are, each with the entity that its entity has become."""

_KEPT_EVENTS = 200_000
"""Events up to which a corpus is kept beside the one it gave way to."""


@dataclass(frozen=True, slots=True)
class _Tied:
    """A corpus as it was tied together."""

    said: frozenset[NameCorrection]
    table: NameTable
    rows: Sequence[int]
    corpus: Corpus


class Reading:
    """The findings of all articles, and the names found in them before anybody corrected one."""

    def __init__(
        self,
        facts: Facts,
        read: Callable[[Article], str],
        findings: Sequence[ArticleFindings],
        known: Sequence[KnownEntity],
        comments: Sequence[Comments],
    ) -> None:
        """Row i of `findings` and `comments` is article i; `known` are the entities of corpus.toml."""
        self._facts, self._read = facts, read
        self._findings, self._known, self._comments = findings, known, comments
        self._tellings = Tellings()
        self._places = Places()
        self._tied: tuple[_Tied, ...] = ()
        self._corrected: tuple[frozenset[NameCorrection], NameTable, tuple[str, ...]] | None = None

    @property
    def size(self) -> int:
        """Length of all texts together, in code points: what keeping it costs."""
        return sum(len(found.text) for found in self._findings)

    def corpus(self, corrections: Iterable[object] = (), breathe: Callable[[], None] = lambda: None) -> Corpus:
        """The collection tied together, with those of the corrections applied that are about names.

        Of what an earlier call worked out, all that still holds is used again. `breathe` is called often: it may rest,
        and raise to end the work.
        """
        said = self._of_names(corrections)
        known = self._known_as(said)
        if known is not None:
            return known.corpus
        table, facts = self._names(said)
        woven = weave(self._findings, table, self._comments, self._tellings, self._places, breathe)
        corpus = Corpus(
            facts,
            self._read,
            dates=[found.dates for found in self._findings],
            entities=woven.entities,
            mentions=woven.mentions,
            events=woven.events,
            claims=woven.claims,
            lore=woven.lore,
        )
        kept = self._tied[:1] if len(corpus.events) <= _KEPT_EVENTS else ()
        self._tied = (_Tied(said, table, woven.rows, corpus), *kept)
        return corpus

    def at_once(self, corrections: Iterable[object]) -> tuple[Corpus, bool] | None:
        """The collection with those corrections as far as it can be had without its texts, and if that is all of it.

        Two things are at hand: the corpus before the last corrections, and for what moves no mention the last one with
        the entities that come of its own. None where neither will do. What follows from the new names, which events are
        one and what cannot all hold, is as it was until `corpus` gives the whole.
        """
        said = self._of_names(corrections)
        known = self._known_as(said)
        if known is not None:
            return known.corpus, True
        if not self._tied:
            return None
        last = self._tied[0]
        now, before = {one.key for one in said}, {one.key for one in last.said}
        if any(key[0] not in _MOVES_NONE for key in now ^ before) or any(key[0] == Says.IGNORE for key in before - now):
            return None
        table, facts = self._names(said)
        dark = {key[1] for key in now - before if key[0] == Says.IGNORE}
        found = relabel(last.corpus, last.table, last.rows, table, facts, dark)
        return None if found is None else (found, False)

    def _of_names(self, corrections: Iterable[object]) -> frozenset[NameCorrection]:
        return frozenset(
            one for one in corrections if isinstance(one, NameCorrection) and one.collection in ("", self._facts.key)
        )

    def _known_as(self, said: frozenset[NameCorrection]) -> _Tied | None:
        """What was tied together with the same statements and is still kept; it counts as the last one then."""
        known = next((one for one in self._tied if one.said == said), None)
        if known is not None:
            self._tied = (known, *(one for one in self._tied if one is not known))
        return known

    def _names(self, said: frozenset[NameCorrection]) -> tuple[NameTable, Facts]:
        """The names as corrected, and what the folder says together with what is wrong with the corrections."""
        kept = self._corrected
        if kept is None or kept[0] != said:
            paths = [found.article.path for found in self._findings]
            corrected = correct(self._table, said, paths, lambda: (found.text for found in self._findings))
            kept = self._corrected = (said, *corrected)
        return kept[1], replace(self._facts, problems=self._facts.problems + kept[2])

    @cached_property
    def _table(self) -> NameTable:
        return build_table([found.candidates for found in self._findings], self._known)
