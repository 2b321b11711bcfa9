"""The collection a command speaks about: named on its command line, opened last, or bundled; and things named in it."""

import argparse
import gc
import os
import sys
from collections.abc import Iterable, Sequence
from contextlib import closing
from pathlib import Path

from rapidfuzz import fuzz, process, utils

from tui import paths
from tui.commands.errors import NO_SUCH, USAGE, Failure
from tui.commands.output import say
from tui.commands.progress import ProgressLine
from tui.corpus.atonce import Kept, open_kept, open_unchanged
from tui.corpus.build import MANY, Correction, Scan, Voter, open_quickly, read, scan
from tui.corpus.errors import NoSuchPath
from tui.corpus.files import STDIN, distinct
from tui.corpus.glance import Look
from tui.corpus.glance import look as look_at
from tui.corpus.shelf import shelf
from tui.corpus.tables import Corpus
from tui.corpus.turn import turn
from tui.display import squeeze
from tui.formats import LIMIT
from tui.notes.corrections import Corrections
from tui.reader.last import last_collection
from tui.reader.naming import name_corrections
from tui.reader.redate import date_corrections
from tui.reader.verdicts import judged
from tui.voter import find_voter

_LIKELY = 70
"""Likeness, 0 to 100, below which a name is not suggested: a poor guess is worse than none."""


def chosen(options: argparse.Namespace) -> tuple[Path, ...]:
    """The paths of the collection: those given, else those opened last, else the bundled one."""
    given = (*options.roots, *getattr(options, "paths", ()))
    return distinct(given) or last_collection(paths.state()) or (paths.seeds(),)


def find(options: argparse.Namespace, looked: Look | None = None) -> Scan:
    """The files of the collection; raises `Failure` if it is not there, `NothingReadable` if nothing in it can be read.

    With a look at it only what changed since it was read last is listed.
    """
    gc.set_threshold(50_000, 50, 100)  # as beside the reader: many objects, and hardly any of them in a ring
    roots = chosen(options)
    _refuse_output_inside(options.output, roots)
    try:
        roster = None
        if looked is not None:
            from tui.corpus.roster import recall  # late: it brings the engines

            roster = recall(shelf(paths.cache(), roots), roots, looked)
        found = scan(roots, sys.stdin.buffer.read(LIMIT + 1) if STDIN in roots else b"", roster)
    except NoSuchPath as error:
        hint = (
            "Check the path."
            if options.roots or getattr(options, "paths", ())
            else ("It was the collection opened last; name another with --in PATH.")
        )
        raise Failure(f"{error}. {hint}", NO_SUCH) from error
    return found


def open_articles(options: argparse.Namespace) -> Corpus:
    """The collection's articles, without names, dates and events."""
    corrections = _corrections(options)
    looked = look(options)
    kept = _unchanged(options, corrections, looked.glanced)
    if kept is not None and len(kept.corpus.articles) >= MANY:
        return _told(kept.corpus, options)
    found = find(options)
    large = len(found.listing.files) >= MANY
    # Read before, it is open soon; one never read is listed sooner than read.
    if large and open_kept(shelf(paths.cache(), chosen(options)), chosen(options), corrections) is not None:
        return _read(options, found, corrections, looked)
    return _told(open_quickly(found, sys.maxsize, dated=True, corrections=corrections), options)


def open_whole(options: argparse.Namespace, *, jobs: int | None = None, again: bool = False) -> Corpus:
    """The whole collection, read for names, dates and events; what did not change since it was read is not.

    `jobs` processes read, and `again` reads also what did not change.
    """
    corrections = _corrections(options)
    looked = look(options)
    kept = None if again else _unchanged(options, corrections, looked.glanced)
    if kept is not None:
        return _judged(_told(kept.corpus, options))
    return _read(options, find(options, None if again else looked), corrections, looked, jobs=jobs, again=again)


def look(options: argparse.Namespace) -> Look:
    """What a look at its folders shows, before they are scanned: what changes from then on is seen the next time."""
    roots = chosen(options)
    _refuse_output_inside(options.output, roots)
    return look_at(roots)


def unchanged(options: argparse.Namespace, glanced: str) -> Kept | None:
    """The collection as it was read last, if that look shows nothing else; None if it must be read."""
    return _unchanged(options, _said(Corrections.open(paths.data())), glanced)


def _unchanged(options: argparse.Namespace, corrections: Sequence[Correction], glanced: str) -> Kept | None:
    roots = chosen(options)
    try:
        return open_unchanged(shelf(paths.cache(), roots), roots, corrections, glanced, _voter())
    except NoSuchPath:
        return None


def _voter() -> Voter | None:
    return find_voter(paths.cache() / "votes")


def _read(
    options: argparse.Namespace,
    found: Scan,
    corrections: Sequence[Correction],
    looked: Look,
    *,
    jobs: int | None = None,
    again: bool = False,
) -> Corpus:
    line = ProgressLine(options)
    cache = shelf(paths.cache(), chosen(options))
    large = len(found.listing.files) >= MANY
    try:
        with turn(cache if large else None, line.waiting):
            reading = read(
                found,
                line.reading,
                corrections=corrections,
                voter=_voter(),
                cache=cache,
                jobs=jobs,
                again=again,
                looked=looked,
            )
            with closing(reading):
                corpus = reading.corpus(corrections, again=again, weaving=line.tying)
        return _judged(_told(corpus, options))
    finally:
        line.end()


def _corrections(options: argparse.Namespace) -> tuple[Correction, ...]:
    """What was corrected, once a corrections.toml that is damaged has been named on standard error."""
    corrections = Corrections.open(paths.data())
    if corrections.problem and not options.quiet:
        say(corrections.problem)
    return _said(corrections)


def _said(corrections: Corrections) -> tuple[Correction, ...]:
    return (*date_corrections(corrections.all), *name_corrections(corrections.all))


def _judged(corpus: Corpus) -> Corpus:
    """The corpus, its conflicts as the reader judged them."""
    return judged(corpus, Corrections.open(paths.data()).all)


def _told(corpus: Corpus, options: argparse.Namespace) -> Corpus:
    """The corpus, once what is wrong with its corpus.toml or the corrections has been said on standard error."""
    if not options.quiet:
        for problem in corpus.facts.problems:
            say(problem)
    return corpus


def article_called(corpus: Corpus, ident: str) -> int:
    """Id of the article with this stable path, file name, title or beginning of a path, if only one has it.

    Raises `Failure` with what may have been meant.
    """
    if not ident.strip():
        raise Failure("No article is named. See them all with: backstory list", USAGE)
    spelt = os.fsencode(ident).decode("utf-8", "backslashreplace")  # as the path of a name that is no UTF-8 is
    exact = corpus.article_at("stdin" if ident == str(STDIN) else spelt.removeprefix("./"))
    if exact is not None:
        return exact
    wanted = ident.casefold()
    named = [
        article.id
        for article in corpus.articles
        if wanted
        in (article.path.rpartition("/")[2].casefold(), _stem(article.path).casefold(), article.title.casefold())
    ]
    named = named or [article.id for article in corpus.articles if article.path.casefold().startswith(wanted)]
    printed = squeeze(spelt.removeprefix("./"))
    named = named or [article.id for article in corpus.articles if squeeze(article.path) == printed]
    if len(named) == 1:
        return named[0]
    if named:
        several = ", ".join(corpus.articles[row].path for row in named[:5])
        raise Failure(f"Several articles may be called {ident}: {several}. Give the whole path.")
    raise Failure(_unknown("article", ident, corpus.paths, "backstory list"))


def entity_called(corpus: Corpus, name: str) -> int:
    """Id of the entity with this name or alias; raises `Failure` with what may have been meant."""
    if not name.strip():
        raise Failure("No entity is named. See them all with: backstory entities", USAGE)
    found = corpus.entity_named(name.strip())
    if found is not None:
        return found
    spellings = (
        spelling for entity in corpus.entities for spelling in (entity.name, *(alias.name for alias in entity.aliases))
    )
    raise Failure(_unknown("entity", name, spellings, "backstory entities"))


def _unknown(what: str, wanted: str, names: Iterable[str], command: str) -> str:
    near = process.extract(
        wanted,
        # A scrap fits into any word, and so do letters that stand apart: what counts is what is compared.
        list(dict.fromkeys(name for name in names if 2 * len(utils.default_process(name)) >= len(wanted))),
        scorer=fuzz.WRatio,
        processor=utils.default_process,
        limit=3,
        score_cutoff=_LIKELY,
    )
    if near:
        return f"No {what} is called {wanted}. Did you mean {' or '.join(name for name, _, _ in near)}?"
    return f"No {what} is called {wanted}. See them all with: {command}"


def _stem(path: str) -> str:
    name = path.rpartition("/")[2]
    return name.rpartition(".")[0] or name


def _refuse_output_inside(output: Path | None, roots: Sequence[Path]) -> None:
    """A collection is never written to, not even when asked."""
    if output is None:
        return
    place = Path(os.path.realpath(output))
    for root in roots:
        home = Path(os.path.realpath(root))
        if root != STDIN and (place == home or home in place.parents):
            raise Failure(f"{output} lies in the collection, which is never written to. Name a file elsewhere.", USAGE)
