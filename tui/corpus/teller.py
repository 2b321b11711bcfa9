"""What the articles of a large collection add to it, told by several processes and given back in reading order."""

from collections.abc import Generator, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from tui.corpus.article import Given
from tui.corpus.codec import Damaged
from tui.corpus.files import File
from tui.corpus.findings import ArticleFindings
from tui.corpus.gathered import Gathered
from tui.corpus.onefile import FAULTS, Task, unpacked
from tui.corpus.pool import Lost, NoWorkers, work_through
from tui.corpus.store import Store, Unusable
from tui.corpus.telling import Account, Telling, account
from tui.manifest import Comments
from tui.model import Kind
from tui.names.table import NameTable

NOTHING = Account((), frozenset(), (), Telling((), (), ()))
"""What an article adds that nothing can be told of."""


@dataclass(frozen=True, slots=True)
class Named:
    """One article and what is known of the names in it."""

    article: int
    """Its number."""
    file: File
    """Its file."""
    comments: Comments
    """What is done with its readers' comments."""
    local: dict[str, int] = field(default_factory=dict)
    """Spellings that mean one name in this article only, and its row in the table of names."""


@dataclass(frozen=True)
class Teller:
    """Says what articles add; goes to another process whole."""

    table: NameTable
    """The collection's names; what is not needed to find mentions is left out."""
    kinds: Sequence[Kind]
    """The kind of every name."""
    folder: Path
    """Where the collection's store lies."""

    @cached_property
    def _store(self) -> Store:
        return Store(self.folder)

    def __call__(self, named: Named) -> Account | None:
        """What an article adds; None where the store lets it down."""
        task = Task(named.file, Given(comments=named.comments), b"")
        try:
            found = unpacked(task, *self._store.found(named.file.path))
        except (Damaged, Unusable):
            return None
        return self.told(named, found)

    def told(self, named: Named, found: ArticleFindings) -> Account:
        """What an article adds of which that was found."""
        table = replace(self.table, local={named.article: named.local})
        try:
            places = table.mentions(named.article, found.text, found.counted)
            return account(found, places, named.comments, self.kinds)
        except FAULTS:
            return NOTHING  # a fault of the program costs one article's names and events, not the collection


def tell_all(gathered: Gathered, table: NameTable, jobs: int) -> Generator[Account, None, None]:
    """What each article adds, in reading order; `jobs` processes tell, 0 tells here."""
    folder = gathered.keeping.folder
    kinds = tuple(name.kind for name in table.names)
    teller = Teller(replace(table, names=(), suggestions=(), local={}, became=None), kinds, folder or Path())
    asked = (
        Named(article, source.task.file, source.comments, table.local.get(article, {}))
        for article, source in enumerate(gathered.sources)
    )
    if not jobs or folder is None:
        for named in asked:
            yield teller.told(named, gathered[named.article])
        return
    gathered.keeping.save()
    early: dict[int, Account] = {}
    due = 0
    try:
        with closing(work_through(teller, asked, jobs)) as coming:
            for named, came in coming:
                early[named.article] = _arrived(named, came, teller, gathered)
                while due in early:
                    yield early.pop(due)
                    due += 1
    except NoWorkers:
        for article in range(due, len(gathered)):
            source = gathered.sources[article]
            named = Named(article, source.task.file, source.comments, table.local.get(article, {}))
            yield early.pop(article) if article in early else teller.told(named, gathered[article])


def _arrived(named: Named, came: Any, teller: Teller, gathered: Gathered) -> Account:
    """What came from another process; what the store kept from it is told here."""
    if isinstance(came, Lost):
        return NOTHING
    return came if isinstance(came, Account) else teller.told(named, gathered[named.article])
