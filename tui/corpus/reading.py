"""A collection as its articles say it one by one, kept so that corrected names need no file to be read again."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import cached_property

from tui.corpus.findings import ArticleFindings
from tui.corpus.tables import Corpus, Facts
from tui.corpus.telling import Tellings
from tui.corpus.weave import weave
from tui.manifest import Comments
from tui.model import Article, KnownEntity
from tui.names.corrected import correct
from tui.names.statement import NameCorrection
from tui.names.table import NameTable, build_table


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

    @property
    def size(self) -> int:
        """Length of all texts together, in code points: what keeping it costs."""
        return sum(len(found.text) for found in self._findings)

    def corpus(self, corrections: Iterable[object] = (), cancelled: Callable[[], bool] = lambda: False) -> Corpus:
        """The collection tied together, with those of the corrections applied that are about names.

        Of what an earlier call worked out, all that still holds is used again. Raises `Cancelled` once `cancelled()`
        says so.
        """
        said = [
            one for one in corrections if isinstance(one, NameCorrection) and one.collection in ("", self._facts.key)
        ]
        paths = [found.article.path for found in self._findings]
        table, problems = correct(self._table, said, paths, lambda: (found.text for found in self._findings))
        woven = weave(self._findings, table, self._comments, self._tellings, cancelled)
        return Corpus(
            replace(self._facts, problems=self._facts.problems + problems),
            self._read,
            dates=[found.dates for found in self._findings],
            entities=woven.entities,
            mentions=woven.mentions,
            events=woven.events,
            claims=woven.claims,
            lore=woven.lore,
        )

    @cached_property
    def _table(self) -> NameTable:
        return build_table([found.candidates for found in self._findings], self._known)
