"""A collection that was read article by article, ready to be tied into a corpus, and anew with every correction."""

from array import array
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from functools import cache, cached_property, partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tui.corpus import bolt
from tui.corpus.codec import Damaged
from tui.corpus.corrected import Settled, missing
from tui.corpus.errors import FAULTS, fault
from tui.corpus.gathered import Gathered
from tui.corpus.namekept import packed_table, unpacked_table
from tui.corpus.numbered import Pool
from tui.corpus.opened import corpus_of
from tui.corpus.parcel import Parcel, parcel
from tui.corpus.places import Places
from tui.corpus.slab import BadSlab, Slab, SlabWriter, Table
from tui.corpus.splice.change import state_of
from tui.corpus.splice.spelt import Spellings, write_spelt
from tui.corpus.stated import Stated
from tui.corpus.tables import Corpus, Facts
from tui.corpus.tabling import in_turns, table_of
from tui.corpus.teller import tell_all
from tui.corpus.telling import Tellings, account, nothing
from tui.corpus.tied import Statements, Tied, Ties, of_names
from tui.corpus.weave import weave
from tui.corpus.writing import write_cloth, write_pools
from tui.model import Article, KnownEntity, When
from tui.names.table import NamedEntity, NameTable


class Reading:
    """The findings of all articles, and the names found in them before anybody corrected one."""

    def __init__(
        self,
        facts: Facts,
        read: Callable[[Article], str],
        gathered: Gathered,
        known: Sequence[KnownEntity],
        settled: Settled,
        signature: str,
        frame: str = "",
        jobs: int = 0,
        tied: Callable[[str, Path, Statements], None] = lambda _signature, _folder, _said: None,
        scratch: "TemporaryDirectory[str] | None" = None,
    ) -> None:
        """`facts` lack the articles; `known` are the entities of corpus.toml, `settled` the corrections of dates.

        `signature` changes with all that what is read depends on; "" if that cannot be told. `frame` changes with what
        does not lie in single articles; "" where what was woven before is not to be gone on from. `jobs` processes
        tell what the articles of a large collection add. `tied` is told the signature of what was tied together, the
        folder it is kept in, and what was said of its names. What is kept in a `scratch` folder is deleted when this
        is closed.
        """
        self._facts, self._read = facts, read
        self._gathered, self._known, self._settled = gathered, known, settled
        self._signature, self._frame, self._jobs, self._tell = signature, frame, jobs, tied
        self._scratch = scratch
        self._meanwhile: Callable[[], None] = lambda: None
        self._tellings = Tellings()
        self._places = Places()

    def corpus(
        self,
        corrections: Iterable[object] = (),
        breathe: Callable[[], None] = lambda: None,
        *,
        again: bool = False,
        weaving: Callable[[int, int], None] = lambda _done, _total: None,
    ) -> Corpus:
        """The collection tied together, with those of the corrections applied that are about names.

        What is kept of it is opened, unless `again` asks to make it anew; of what an earlier call worked out, all that
        still holds is used again. `breathe` is called often: it may rest, and raise to end the work; `weaving` is told
        how many articles of how many are tied in.
        """
        said = of_names(corrections, self._facts.key)
        known = self._ties.known_as(said)
        if known is not None:
            return known.corpus
        signature = bolt.with_names(self._signature, said)
        slab = None if again or not signature else bolt.kept(self._gathered.keeping.folder, signature)
        tied = None if slab is None else self._opened(said, slab)
        if tied is None and signature and not again:
            tied = self._spliced(said, signature)
        if tied is None:
            tied = self._opened(said, self._woven(said, signature, breathe, weaving, again=again))
        if tied is None:
            raise AssertionError("columns just written cannot be opened")
        if tied.rows:
            self._ties.put(tied)
        folder = self._gathered.keeping.folder
        if folder is not None and signature:
            self._tell(signature, folder, said)
        return tied.corpus

    def at_once(self, corrections: Iterable[object]) -> tuple[Corpus, bool] | None:
        """The collection with those corrections as far as it can be had without its texts: see `Ties.at_once`."""
        return self._ties.at_once(of_names(corrections, self._facts.key))

    def close(self) -> None:
        """Let go of where it is kept."""
        self._gathered.keeping.close()
        if self._scratch is not None:
            self._scratch.cleanup()

    def _opened(self, said: Statements, slab: Table) -> Tied | None:
        try:
            problems = self._facts.problems + tuple(map(str, slab.facts["problems"]))
            corpus = corpus_of(slab, replace(self._facts, problems=problems), self._read)
            # In what was brought into columns rather than woven, entities are no rows of a table of names.
            return Tied(said, () if slab.facts.get("spliced") else slab.numbers("entity.row"), corpus)
        except (BadSlab, LookupError, TypeError):
            return None

    def _spliced(self, said: Statements, signature: str) -> Tied | None:
        """What was woven last with what changed since brought in; None where that cannot be done."""
        folder = self._gathered.keeping.folder
        slab = bolt.woven(folder)
        if slab is None or not self._frame or slab.facts.get("frame") != bolt.with_names(self._frame, said):
            return None
        # Late: most collections are found as they were.
        from tui.corpus.splice.beside import beside
        from tui.corpus.splice.columns import Anew
        from tui.corpus.splice.spliced import carry_out, changed, splice

        try:
            change = changed(slab, self._gathered)
            if change is None:
                return None
            plan, lost = splice(slab, change, self._gathered, self._facts, self._read, self._known, said)
            before = list(slab.facts["problems"])[len(slab.facts["missing"]) :]
        except (BadSlab, LookupError, TypeError):
            return None  # damaged where nothing looked before
        facts = {**self._facts_of(signature, said, lost, before), "spliced": change.spliced}
        if change.little:
            return self._opened(said, bolt.keep_beside(folder, slab, facts, lambda writer: beside(writer, plan)))
        return self._opened(said, bolt.keep(folder, facts, lambda writer: carry_out(Anew(slab, writer), plan)))

    def _facts_of(
        self, signature: str, said: Statements, lost: Mapping[str, str], problems: Sequence[str]
    ) -> dict[str, Any]:
        """What is kept beside the columns; `lost` has what could not be told of an article, by its path."""
        lacking = [*self._missing, *(f"{path}: {what}." for path, what in lost.items())]
        return {
            "signature": signature,
            "read": self._signature,
            "frame": bolt.with_names(self._frame, said),
            "missing": lacking,
            "problems": [*lacking, *problems],
            "lost": dict(lost),
        }

    def _woven(
        self,
        said: Statements,
        signature: str,
        breathe: Callable[[], None],
        weaving: Callable[[int, int], None],
        *,
        again: bool,
    ) -> Slab:
        gathered, folder = self._gathered, self._gathered.keeping.folder
        whens, words = Pool[When](), Pool("")
        lost: dict[str, str] = {}
        with closing(Stated(whens, words, folder)) as stated:
            # While another process brings the names together this one has nothing else to do.
            putting = stated.putting(gathered.facts())
            self._meanwhile = in_turns(putting)
            table, problems = self._ties.names(said)
            for _ in putting:
                breathe()
            spellings, kinds = Spellings(table.matcher.owners), [name.kind for name in table.names]
            names: Callable[[], Sequence[NamedEntity]] = partial(getattr, table, "names")
            suggestions = table.suggestions
            packed = packed_table(self._ties.table) if signature else b""
            parcels = self._parcels(table, weaving, lost, again=again)
            if signature and folder is not None and not gathered.hold and not said:
                # The table is large, and wanted only in part once all is told: it is opened again for that.
                names = cache(lambda: unpacked_table(packed).names)
                del table
                self._ties.forget()
            cloth = weave(parcels, kinds, names, suggestions, whens, words, breathe, folder, self._jobs)
            sources = gathered.sources

            def write(writer: SlabWriter) -> None:
                paths = [source.task.file.path for source in sources]
                stated.write(writer, paths, (source.order for source in sources))
                writer.numbers("article.state", array("Q", (state_of(source.answer.stamp) for source in sources)))
                write_cloth(writer, cloth, len(gathered))
                spellings.write(writer, cloth.rows_named)
                write_spelt(writer, "common", cloth.rows.commonness())
                write_pools(writer, whens, words)
                if signature:
                    writer.numbers("names", array("B", packed))

            facts = self._facts_of(signature, said, lost, problems)
            with closing(cloth):
                return bolt.keep(folder if signature else None, facts, write)

    def _parcels(
        self, table: NameTable, weaving: Callable[[int, int], None], lost: dict[str, str], *, again: bool
    ) -> Iterator[Parcel]:
        """What each article adds; what could not be told of one is put into `lost`, by path."""
        gathered = self._gathered
        told = self._told_here(table) if gathered.hold else tell_all(gathered, table, self._jobs, again=again)
        with closing(told):
            for done, one in enumerate(told, 1):
                if one.lost:
                    lost[gathered.sources[done - 1].task.file.path] = one.lost
                yield one
                weaving(done, len(gathered))

    def _told_here(self, table: NameTable) -> Generator[Parcel, None, None]:
        kinds = [name.kind for name in table.names]
        sources = self._gathered.sources
        for article, named in enumerate(self._places.of(self._gathered, table)):
            try:
                yield parcel(account(self._gathered[article], named, sources[article].comments, kinds, self._tellings))
            except FAULTS as error:
                yield parcel(nothing(fault(error)))

    @cached_property
    def _ties(self) -> Ties:
        return Ties(
            self._facts.problems + self._missing,
            self._names_found,
            lambda: [source.task.file.path for source in self._gathered.sources],
            lambda: (found.text for found in self._gathered),
        )

    def _names_found(self) -> NameTable:
        slab = bolt.kept(self._gathered.keeping.folder) if self._signature else None
        if slab is not None and slab.facts.get("read") == self._signature:
            try:
                return unpacked_table(bytes(slab.numbers("names")))
            except (BadSlab, Damaged):
                pass
        return table_of(self._gathered, self._known, apart=self._jobs > 0, meanwhile=self._meanwhile)

    @cached_property
    def _missing(self) -> tuple[str, ...]:
        """A sentence for each corrected date whose words its article does not have."""
        texts = {}
        for article, source in enumerate(self._gathered.sources):
            if source.task.file.path in self._settled.articles:
                found = self._gathered[article]
                texts[source.task.file.path] = found.text, found.dates
        return missing(self._settled, texts)
