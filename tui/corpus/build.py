"""A collection's corpus: at once with its articles alone, then whole with dates, names and events."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from tui.corpus.article import Given, describe, stem
from tui.corpus.corrected import DateCorrection, Settled, missing, settle
from tui.corpus.errors import Cancelled, NoSuchPath, NothingReadable
from tui.corpus.files import File, load, natural
from tui.corpus.reread import rereader
from tui.corpus.scan import Scan, nothing_readable, scan
from tui.corpus.tables import Corpus, Facts
from tui.formats import Unreadable
from tui.manifest import NAME
from tui.model import CORRECTED, Article, Kind, Skipped
from tui.names.statement import NameCorrection

if TYPE_CHECKING:  # for an annotation alone: it brings the engines
    from tui.corpus.reading import Reading

__all__ = ["Cancelled", "Correction", "NoSuchPath", "NothingReadable", "Scan", "build", "open_quickly", "read", "scan"]

QUICK_BYTES = 4 * 1024 * 1024
"""How much is read of a collection before it is first shown; articles beyond are listed by their file's name."""

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
    budget = most
    for file in found.listing.files:
        if budget <= 0:
            articles.append(replace(_unread(found, file, settled), id=len(articles)))
            continue
        try:
            data = load(file)
            article, _ = describe(data, file.path, _given(found, file, settled), dated=dated)
        except (OSError, Unreadable) as error:
            skipped.append(Skipped(file.path, _reason(error)))
            continue
        budget -= len(data)
        articles.append(replace(article, id=len(articles)))
    if not articles:
        raise nothing_readable(found.listing, skipped)
    facts = _facts(found, articles, skipped, settled.problems)
    return Corpus(facts, rereader(found.listing.files), complete=False)


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
    return reading.corpus(corrections)


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
) -> "Reading":
    """Everything a collection's articles say one by one, ready to be tied into a corpus; raises as `build`.

    Of the `corrections` those of dates are applied here; those of names wait for `Reading.corpus`. What is kept in the
    folder `cache`, the collection's own, is not read anew unless `again` asks for it; None keeps nothing. A cache that
    is damaged is made anew, one that cannot be used is done without. `jobs` processes read: 0 reads here, None takes as
    many as are worth while.
    """
    # Imported late: the engines take longer to load than a first article takes to show.
    from tui.corpus.keeping import Keeping
    from tui.corpus.reading import Reading
    from tui.corpus.refresh import read_files

    def step(done: int, total: int) -> None:
        if cancelled and cancelled():
            raise Cancelled
        if progress and done:
            progress(done, total)

    settled = _settled(found, corrections)
    listing = found.listing
    step(0, len(listing.files))
    keeping = Keeping(None if any(file.data is not None for file in listing.files) else cache)
    listed = [(file, replace(_given(found, file, settled), voter=voter)) for file in listing.files]
    try:
        answers = read_files(listed, keeping, step, jobs=jobs, again=again)
    finally:
        keeping.close()
    findings = [answer.found for answer in answers if answer.found is not None]
    skipped = [*listing.skipped, *(Skipped(answer.path, answer.reason) for answer in answers if answer.found is None)]
    if not findings:
        raise nothing_readable(found.listing, skipped)
    files = {file.path: file for file in found.listing.files}
    comments = [found.manifest(files[one.article.path]).comments for one in findings]
    problems = (*settled.problems, *missing(settled, {one.article.path: (one.text, one.dates) for one in findings}))
    facts = _facts(found, [replace(one.article, id=row) for row, one in enumerate(findings)], skipped, problems)
    return Reading(facts, rereader(found.listing.files), findings, found.known, comments)


def _settled(found: Scan, corrections: Iterable[Correction]) -> Settled:
    dates = (one for one in corrections if isinstance(one, DateCorrection))
    return settle(dates, (file.path for file in found.listing.files), found.key)


def _facts(found: Scan, articles: Sequence[Article], skipped: Sequence[Skipped], problems: tuple[str, ...]) -> Facts:
    ordered = sorted(skipped, key=lambda entry: natural(entry.path))
    files = {file.path: file for file in found.listing.files}
    orders = tuple(found.manifest(files[article.path]).date_order for article in articles)
    said = found.problems + _astray(found) + problems
    return Facts(found.title, found.key, tuple(articles), tuple(ordered), said, orders)


def _astray(found: Scan) -> tuple[str, ...]:
    """A sentence for each corpus.toml that speaks of files that are not there."""
    here = {file.path for file in found.listing.files}
    sentences: list[str] = []
    for root, known in zip(found.listing.roots, found.manifests, strict=True):
        missing = [path for path in known.articles if root.prefix + path not in here]
        if missing and not root.single:
            more = f" and {len(missing) - 3} more" if len(missing) > 3 else ""
            sentences.append(f"{NAME} speaks of files that are not there: {', '.join(missing[:3])}{more}.")
    return tuple(sentences)


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
