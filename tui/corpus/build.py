"""A collection's corpus: at once with its articles alone, then whole with dates, names and events."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from tui.corpus.article import Given, describe, stem
from tui.corpus.corrected import DateCorrection, Settled, settle
from tui.corpus.errors import FAULTS, Cancelled, NoSuchPath, NothingReadable, fault
from tui.corpus.files import File, load, natural, places_in
from tui.corpus.glance import Look, of_voter
from tui.corpus.made import Ahead
from tui.corpus.reread import rereader
from tui.corpus.scan import Scan, nothing_readable, scan
from tui.corpus.tables import Corpus, Facts
from tui.formats import Unreadable
from tui.manifest import NAME
from tui.model import CORRECTED, Article, DateOrder, Kind, Skipped
from tui.names.statement import NameCorrection

if TYPE_CHECKING:  # for an annotation alone: it brings the engines
    from tui.corpus.reading import Reading

__all__ = ["Cancelled", "Correction", "NoSuchPath", "NothingReadable", "Scan", "build", "open_quickly", "read", "scan"]

MANY = 500
"""Files from which on what they say is not held, but fetched where it is kept whenever it is needed."""

QUICK_BYTES = 4 * 1024 * 1024
"""How much is read of a collection before it is first shown; articles beyond are listed by their file's name."""

MANY_LISTED = 2000
"""Files from which on less is read before they are shown: listing them takes its time already."""

FEW_BYTES = 256 * 1024
"""How much that is."""

Correction = DateCorrection | NameCorrection
"""What a person knows better than the text."""

Voter = Callable[[str], Mapping[str, Kind]]
"""Gives the kinds it would vote for, of names it sees in a text."""

Progress = Callable[[int, int], None]
"""Told how many articles of how many are done."""


def open_quickly(
    found: Scan, most: int = QUICK_BYTES, *, dated: bool = False, corrections: Iterable[Correction] = ()
) -> Corpus:
    """The articles alone, to read at once: no dates, names or events, `complete` is False.

    Once `most` bytes are read, further articles have no parts yet, and the title of corpus.toml or of their file.
    With `dated` the texts are searched for publication dates nobody states. Raises `NothingReadable`.
    """
    settled = _settled(found, corrections)
    articles: list[Article] = []
    skipped = list(found.listing.skipped)
    files = found.listing.files
    budget = min(most, FEW_BYTES) if most == QUICK_BYTES and len(files) > MANY_LISTED else most
    rest: Sequence[File] = ()
    for place, file in enumerate(files):
        if budget <= 0:
            rest = files[place:]
            break
        try:
            data = load(file)
            article, _ = describe(data, file.path, _given(found, file, settled), dated=dated)
        except (OSError, Unreadable) as error:
            skipped.append(Skipped(file.path, _reason(error)))
            continue
        except FAULTS as error:
            skipped.append(Skipped(file.path, fault(error)))
            continue
        budget -= len(data)
        articles.append(replace(article, id=len(articles)))
    if not articles and not rest:
        raise nothing_readable(found.listing, skipped)
    first = len(articles)
    listed = Ahead(articles, len(rest), lambda place: replace(_unread(found, rest[place], settled), id=first + place))
    facts = _facts(found, listed, skipped, settled.problems)
    rows = {path: row for row, path in enumerate([*(one.path for one in articles), *(file.path for file in rest)])}
    return Corpus(facts, rereader(files), complete=False, path_to_id=rows.get)


def build(
    found: Scan,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
    corrections: Collection[Correction] = (),
    voter: Voter | None = None,
    *,
    cache: Path | None = None,
    jobs: int | None = None,
    again: bool = False,
) -> Corpus:
    """Read a whole collection; raises `NothingReadable`, and `Cancelled` once `cancelled()` says so.

    `progress(done, total)` is called after every article, in the caller's thread. `corrections` are what a person
    knows better about dates and names; those that cannot be used are named among the problems. `voter` has a say in the
    kinds of names. `cache`, `jobs` and `again` are as in `read`.
    """
    reading = read(found, progress, cancelled, corrections, voter, cache=cache, jobs=jobs, again=again)
    with closing(reading):
        return reading.corpus(corrections, again=again)


def read(
    found: Scan,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
    corrections: Collection[Correction] = (),
    voter: Voter | None = None,
    *,
    cache: Path | None = None,
    jobs: int | None = None,
    again: bool = False,
    looked: Look | None = None,
) -> "Reading":
    """Everything a collection's articles say one by one, ready to be tied into a corpus; raises as `build`.

    Of the `corrections` those of dates are applied here; those of names wait for `Reading.corpus`. What is kept in the
    folder `cache`, the collection's own, is not read anew unless `again` asks for it; None keeps nothing. A cache that
    is damaged is made anew, one that cannot be used is done without. `jobs` processes read: 0 reads here, None takes as
    many as are worth while. `glanced` is what `glance` said before the folders were scanned: with that a collection in
    which nothing changes since is opened without a look at each file.
    """
    # Imported late: the engines take longer to load than a first article takes to show.
    from tui.corpus import bolt, ledger, roster
    from tui.corpus.gathered import Gathered, Source
    from tui.corpus.keeping import Keeping
    from tui.corpus.reading import Reading
    from tui.corpus.refresh import jobs_for, read_files, tasks_of
    from tui.corpus.store import UNSURE

    def step(done: int, total: int) -> None:
        if cancelled and cancelled():
            raise Cancelled
        if progress and done:
            progress(done, total)

    settled = _settled(found, corrections)
    listing = found.listing
    step(0, len(listing.files))
    large = len(listing.files) >= MANY
    scratch: TemporaryDirectory[str] | None = None
    keeping = Keeping(None if any(file.data is not None for file in listing.files) else cache)
    if large and keeping.folder is None:
        scratch = TemporaryDirectory(prefix="backstory-", ignore_cleanup_errors=True)
        keeping = Keeping(Path(scratch.name) / "own")
    tasks = tasks_of(_all_given(found, settled, voter))
    hold = not large or keeping.folder is None
    try:
        answers = read_files(tasks, keeping, step, jobs=jobs, again=again, hold=hold, roster=found.roster)
    except BaseException:
        keeping.close()
        raise
    said = [
        Source(task, answer, found.manifest(task.file).date_order)
        for task, answer in zip(tasks, answers, strict=True)
        if not answer.reason
    ]
    skipped = [*listing.skipped, *(Skipped(answer.path, answer.reason) for answer in answers if answer.reason)]
    if not said:
        keeping.close()
        raise nothing_readable(found.listing, skipped)
    beside_articles = (found.title, found.key, found.known)
    signature = bolt.signature(beside_articles, ((one.answer.path, one.answer.stamp) for one in said))
    facts = _facts(found, (), skipped, settled.problems)
    # One that could not be opened, or that may yet change within a tick of the clock, is looked at again.
    firm = all(answer.stamp is not None and answer.stamp.mtime != UNSURE for answer in answers)
    gathered = Gathered(said, keeping, hold=hold)

    def tied(whole: str, folder: Path, names: Collection[NameCorrection]) -> None:
        dates = [one for one in corrections if isinstance(one, DateCorrection)]
        beside = ledger.digest((*dates, *names), found.key)
        ledger.keep(
            folder,
            whole,
            beside,
            facts,
            listing.files,
            places_in(listing.roots),
            of_voter(looked.glanced, voter) if firm and looked else "",
        )
        if looked is not None:
            roster.keep(folder, looked, listing, answers, keeping.mark())

    several = jobs_for(tasks, jobs)
    frame = bolt.signature(beside_articles, ())
    return Reading(
        facts, rereader(listing.files), gathered, found.known, settled, signature, frame, several, tied, scratch
    )


def _settled(found: Scan, corrections: Iterable[Correction]) -> Settled:
    dates = (one for one in corrections if isinstance(one, DateCorrection))
    return settle(dates, (file.path for file in found.listing.files), found.key)


def _facts(found: Scan, articles: Sequence[Article], skipped: Sequence[Skipped], problems: tuple[str, ...]) -> Facts:
    ordered = sorted(skipped, key=lambda entry: natural(entry.path))
    orders: tuple[DateOrder | None, ...] = ()
    if any(known.date_order for known in found.manifests):
        files = {file.path: file for file in found.listing.files}
        orders = tuple(found.manifest(files[article.path]).date_order for article in articles)
    said = found.problems + _astray(found) + problems
    return Facts(found.title, found.key, articles, tuple(ordered), said, orders)


def _astray(found: Scan) -> tuple[str, ...]:
    """A sentence for each corpus.toml that speaks of files that are not there."""
    if not any(known.articles for known in found.manifests):
        return ()
    here = {file.path for file in found.listing.files}
    sentences: list[str] = []
    for root, known in zip(found.listing.roots, found.manifests, strict=True):
        missing = [path for path in known.articles if root.prefix + path not in here]
        if missing and not root.single:
            more = f" and {len(missing) - 3} more" if len(missing) > 3 else ""
            sentences.append(f"{NAME} speaks of files that are not there: {', '.join(missing[:3])}{more}.")
    return tuple(sentences)


def _all_given(found: Scan, settled: Settled, voter: Voter | None) -> list[tuple[File, Given]]:
    """Every file with what is known of it; where nothing is said, they share one `Given` a root."""
    plain = [Given(date_order=known.date_order, comments=known.comments, voter=voter) for known in found.manifests]
    prefixes = [root.prefix for root in found.listing.roots]
    return [
        (
            file,
            replace(_given(found, file, settled), voter=voter)
            if file.path in settled.articles
            or file.path.removeprefix(prefixes[file.root]) in found.manifests[file.root].articles
            else plain[file.root],
        )
        for file in found.listing.files
    ]


def _given(found: Scan, file: File, settled: Settled) -> Given:
    known = found.manifest(file)
    return Given(found.given(file), known.date_order, known.comments, settled.of(file.path))


def _unread(found: Scan, file: File, settled: Settled) -> Article:
    """An article as far as it is known without opening it."""
    given = found.given(file)
    corrected = settled.of(file.path).published
    return Article(
        id=0,
        path=file.path,
        digest="",
        title=given.title or stem(file.path),
        published=corrected or given.published,
        published_from=CORRECTED if corrected else NAME if given.published else "",
        byline=given.byline,
        source=given.source,
        url=given.url,
        chars=0,
        parts=(),
    )


def _reason(error: OSError | Unreadable) -> str:
    return error.reason if isinstance(error, Unreadable) else error.strerror or str(error)
