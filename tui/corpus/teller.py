"""What the articles of a large collection add to it: opened where it is kept, else told, by several processes if many.

Accounts are given back in reading order.
"""

from collections.abc import Generator, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import Any

from tui.corpus.article import Given
from tui.corpus.codec import Damaged
from tui.corpus.errors import FAULTS, fault
from tui.corpus.files import File
from tui.corpus.findings import ArticleFindings
from tui.corpus.fingerprint import of_engine
from tui.corpus.gathered import Gathered
from tui.corpus.onefile import Task, unpacked
from tui.corpus.parcel import Parcel, parcel
from tui.corpus.pool import Lost, NoWorkers, work_through
from tui.corpus.store import Store, Unusable
from tui.corpus.telling import Account, account, nothing
from tui.corpus.toldkept import Kept, basis_of
from tui.manifest import Comments
from tui.model import Kind
from tui.names.table import NameTable

FEW = 100
"""Articles told here before others help: starting processes takes as long, and so does sending what is kept."""


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
    engine: str
    """The version of this program."""
    again: bool = False
    """Whether also that is told which was told before."""

    @cached_property
    def _store(self) -> Store:
        return Store(self.folder)

    def __call__(self, named: Named) -> tuple[Parcel, bytes] | None:
        """What an article adds, and what is to be kept of it, if that changed; None where the store lets it down."""
        task = Task(named.file, Given(comments=named.comments), b"")
        try:
            blob, text = self._store.found(named.file.path)
            found = unpacked(task, blob, text)
            said = self._store.told(named.file.path)
        except (Damaged, Unusable):
            return None
        kept = self.kept(named, blob, said)
        return parcel(self.told(named, found, kept)), kept.anew

    def kept(self, named: Named, blob: bytes, said: bytes) -> Kept:
        """What an article told before; `blob` is what was found in it and `said` what it told, as the store has it."""
        return Kept(basis_of(self.engine, blob, named.comments), b"" if self.again else said)

    def told(self, named: Named, found: ArticleFindings, tells: Kept | None = None) -> Account:
        """What an article adds of which that was found; `tells` may spare what was told before."""
        if tells is not None and tells.lost:
            return nothing(tells.lost)
        table = replace(self.table, local={named.article: named.local})
        try:
            places = table.mentions(named.article, found.text, found.counted)
            return account(found, places, named.comments, self.kinds, tells)
        except FAULTS as error:
            return nothing(fault(error))  # it costs one article's names and events, not the collection


def tell_all(gathered: Gathered, table: NameTable, jobs: int, *, again: bool = False) -> Generator[Parcel, None, None]:
    """What each article adds, in reading order; `jobs` processes tell what is not kept, 0 tells here.

    With `again` nothing is opened that was kept.
    """
    keeping = gathered.keeping
    kinds = tuple(name.kind for name in table.names)
    lean = replace(table, names=(), suggestions=(), local={}, became=None)
    teller = Teller(lean, kinds, keeping.folder or Path(), of_engine(), again)
    asked = [
        Named(article, source.task.file, source.comments, table.local.get(article, {}))
        for article, source in enumerate(gathered.sources)
    ]
    here = Here(teller, gathered)
    done = 0
    missing = len(asked) if again else len(asked) - keeping.tellings()
    while done < len(asked) and (not jobs or keeping.folder is None or max(missing, here.told) < FEW):
        yield parcel(here(asked[done]))
        done += 1
    if done < len(asked):
        keeping.save()
        try:
            for one in _apart(here, iter(asked), done, jobs):
                yield one
                done += 1
        except NoWorkers:
            yield from (parcel(here(one)) for one in asked[done:])
    keeping.save()


def _apart(here: "Here", asked: Iterator[Named], due: int, jobs: int) -> Iterator[Parcel]:
    """What the articles from number `due` on add, told by so many processes."""
    early: dict[int, Parcel] = {}
    with closing(work_through(here.teller, islice(asked, due, None), jobs)) as coming:
        for named, came in coming:
            early[named.article] = here.arrived(named, came)
            while due in early:
                yield early.pop(due)
                due += 1


class Here:
    """Tells articles in this process, and keeps what it and others tell."""

    def __init__(self, teller: Teller, gathered: Gathered) -> None:
        """`teller` is what tells, in whatever process; `gathered` has the findings and where they are kept."""
        self.teller = teller
        """What tells."""
        self._gathered = gathered
        self.told = 0
        """How many had to be told."""

    def __call__(self, named: Named) -> Account:
        """What an article adds."""
        keeping, path = self._gathered.keeping, named.file.path
        found, blobs = self._gathered[named.article], keeping.found(path)
        if blobs is None:
            return self.teller.told(named, found)
        kept = self.teller.kept(named, blobs[0], keeping.told(path))
        told = self.teller.told(named, found, kept)
        if kept.anew:
            self.told += 1
            keeping.tell(path, kept.anew)
        return told

    def arrived(self, named: Named, came: Any) -> Parcel:
        """What came from another process; what the store kept from it is told here."""
        keeping, path = self._gathered.keeping, named.file.path
        if isinstance(came, Lost):
            blobs = keeping.found(path)
            if blobs is not None:
                keeping.tell(path, self.teller.kept(named, blobs[0], b"").nothing(came.reason))
            return parcel(nothing(came.reason))
        if came is None:
            return parcel(self(named))
        told: Parcel
        told, anew = came
        if anew:
            keeping.tell(path, anew)
        return told
