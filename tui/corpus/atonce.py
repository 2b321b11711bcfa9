"""Opens a collection as it was when it was read last, without a look at its files: others look, beside the reader."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tui.corpus import bolt, ledger
from tui.corpus.codec import Damaged
from tui.corpus.corrected import DateCorrection
from tui.corpus.files import File, places_in, roots_of
from tui.corpus.glance import of_voter
from tui.corpus.opened import corpus_of
from tui.corpus.reread import reread
from tui.corpus.slab import BadSlab, Table
from tui.corpus.tables import Corpus
from tui.names.statement import NameCorrection

Correction = DateCorrection | NameCorrection


@dataclass(frozen=True, slots=True)
class Kept:
    """A collection that is kept."""

    corpus: Corpus
    """It."""
    slab: Table
    """The columns it lies in."""
    problems: tuple[str, ...]
    """What was wrong but for corrected names."""
    file_of: Callable[[str], File]
    """The file of a stable path."""

    def file(self, article: int) -> File:
        """The file of an article."""
        return self.file_of(self.corpus.articles[article].path)


def open_kept(cache: Path, paths: Sequence[Path], corrections: Collection[Correction]) -> Kept | None:
    """The collection at `paths` as it was read last with these corrections; None if that is not kept.

    Raises `NoSuchPath`.
    """
    entry = ledger.kept(cache)
    return None if entry is None else _opened(entry, cache, paths, corrections)


def _opened(
    entry: ledger.Entry, cache: Path, paths: Sequence[Path], corrections: Collection[Correction]
) -> Kept | None:
    roots = roots_of(paths)
    if entry.said != ledger.digest(corrections, entry.facts.key):
        return None
    slab = bolt.kept(cache, entry.signature)
    if slab is None:
        return None

    place_of = places_in(roots)

    def file_of(path: str) -> File:
        return entry.odd.get(path) or File(path, place_of(path))

    try:
        problems = entry.facts.problems + tuple(map(str, slab.facts["problems"]))
        corpus = corpus_of(slab, replace(entry.facts, problems=problems), reread(file_of))
    except (BadSlab, LookupError, TypeError):
        return None
    return Kept(corpus, slab, entry.facts.problems + tuple(map(str, slab.facts["missing"])), file_of)


def open_unchanged(
    cache: Path, paths: Sequence[Path], corrections: Collection[Correction], glanced: str, voter: object = None
) -> Kept | None:
    """As `open_kept`, if `glanced` shows that nothing in its folders changed since; None where that cannot be told.

    `glanced` is what `glance` says of them now, and `voter` who would have a say in the kinds of names. Raises
    `NoSuchPath`.
    """
    entry = ledger.kept(cache)
    if entry is None or not entry.glanced or entry.glanced != of_voter(glanced, voter):
        return None
    return _opened(entry, cache, paths, corrections)


def relabel_kept(kept: Kept, before: Collection[Correction], now: Collection[Correction]) -> Corpus | None:
    """What is kept with other corrections than those `before`, as far as that hangs on names alone; else None.

    What follows from the new names, which events are one and what cannot all hold, is as it was.
    """
    from tui.corpus.namekept import table_of, unpacked_table  # late: it brings the engines
    from tui.corpus.tied import Tied, Ties, of_names

    dates = [{one for one in said if isinstance(one, DateCorrection)} for said in (before, now)]
    if dates[0] != dates[1]:
        return None
    corpus, key = kept.corpus, kept.corpus.facts.key
    # Where articles were brought in since all names were weighed, the names are those the corpus has.
    spliced = "spliced" in kept.slab.facts
    said = of_names(before, key)
    if spliced and said:
        return None
    ties = Ties(
        kept.problems,
        lambda: table_of(corpus) if spliced else unpacked_table(bytes(kept.slab.numbers("names"))),
        lambda: corpus.paths,
        lambda: (corpus.text(article.id) for article in corpus.articles),
    )
    rows = range(len(corpus.entities)) if spliced else kept.slab.numbers("entity.row")
    ties.put(Tied(said, rows, corpus))
    try:
        found = ties.at_once(of_names(now, key))
    except (BadSlab, Damaged, OSError):
        return None
    return None if found is None else found[0]
