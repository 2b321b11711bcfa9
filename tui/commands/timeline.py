"""`backstory timeline`: the events of a collection in date order, all or those of a name, a period, an article."""

import argparse
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from tui.commands.collection import article_called, entity_called, open_whole
from tui.commands.documents import Json, conflict, dates, event
from tui.commands.errors import DONE, NOTHING, USAGE, Failure
from tui.commands.exports import ics, page, timelinejs
from tui.commands.options import MORE_FORMATS
from tui.commands.output import Result, deliver, emit, say
from tui.corpus.tables import Corpus
from tui.dates.edtf import EdtfError, parse
from tui.dates.words import describe
from tui.model import OPEN_PAST, DateSpan, When
from tui.reader.why import why_of_date, why_of_event

_FURTHER = ("id", "start", "end", "precision", "rule", "cluster", "reported")
"""What CSV tells of an event besides, by the keys it has in JSON."""


def run(options: argparse.Namespace) -> int:
    """Print the events, and as JSON the date expressions too; exit code 1 if there is none."""
    since, until = _date(options.since, "--from"), _date(options.until, "--to")
    if since and until and since.first > until.last:
        raise Failure(f"--from {options.since} lies after --to {options.until}; give the earlier one first.", USAGE)
    corpus = open_whole(options)
    article = None if options.article is None else article_called(corpus, options.article)
    entity = None if options.entity is None else entity_called(corpus, options.entity)
    rows = _rows(corpus, article, entity, since, until)
    if options.format in MORE_FORMATS["timeline"]:
        module = {"ics": ics, "timelinejs": timelinejs, "html": page}[options.format]
        deliver(module.pieces(corpus, rows), options.output)
        if options.format == "ics" and not options.quiet and (gone := ics.left_out(corpus, rows)):
            say(f"{gone} event{'s' if gone > 1 else ''} of no year from 1 to 9999 left out: a calendar holds none.")
        return _ended(rows, options)
    found = [event(corpus, row) for row in rows]
    shown_rows = frozenset(rows)
    conflicts = [conflict(corpus, one) for one in corpus.conflicts if shown_rows.intersection(one.events)]
    document: Json = {"dates": [], "events": found, "conflicts": conflicts}
    if options.format == "json":
        document["dates"] = _dates(corpus, rows, article, since, until, narrow=entity is not None, why=options.verbose)
    told = [corpus.events[row] for row in rows]
    cells: list[tuple[str, ...]] = [
        (
            row.when.edtf,
            row.headline,
            ", ".join(corpus.entities[one].name for one in row.entities),
            corpus.articles[row.article].path,
        )
        for row in told
    ]
    shown: list[tuple[str, ...]] = [
        (("reported " if row.reported else "") + describe(row.when), *cell[1:])
        for row, cell in zip(told, cells, strict=True)
    ]
    columns: tuple[str, ...] = ("date", "event", "names", "article")
    if options.verbose:
        reasons = [why_of_event(corpus, row) for row in rows] if options.format not in ("json", "jsonl") else []
        columns = (*columns, "why")
        cells = [(*cell, reason) for cell, reason in zip(cells, reasons, strict=False)]
        shown = [(*cell, reason) for cell, reason in zip(shown, reasons, strict=False)]
    further = [[one[key] for key in _FURTHER] for one in found]
    emit(Result(document, "events", columns, cells, None, shown, _FURTHER, further), options.format, options.output)
    return _ended(rows, options)


def _ended(rows: Sequence[int], options: argparse.Namespace) -> int:
    if not rows and not options.quiet:
        say("no event there. Widen --from, --to, --entity or --article.")
    return DONE if rows else NOTHING


def _rows(corpus: Corpus, article: int | None, entity: int | None, since: When | None, until: When | None) -> list[int]:
    """The events asked for, in calendar order; no others are made."""
    firsts, lasts = corpus.events.columns.firsts, corpus.events.columns.lasts
    stop = len(corpus.events) if until is None else bisect_right(firsts, until.last)
    rows: Iterable[int] = range(stop)
    if article is not None:
        rows = sorted(corpus.events.in_article(article))
    if entity is not None:
        told = corpus.events.of_entity(entity)
        rows = told if article is None else sorted(set(rows).intersection(told))
    start = OPEN_PAST if since is None else since.first
    return [row for row in rows if row < stop and lasts[row] >= start]


def _date(value: str | None, option: str) -> When | None:
    if value is None:
        return None
    try:
        return parse(value)
    except EdtfError as error:
        raise Failure(f"{option} {value}: {error}", USAGE) from error


def _within(when: When, since: When | None, until: When | None) -> bool:
    """Whether some day of it is neither before the one nor after the other."""
    return (since is None or when.last >= since.first) and (until is None or when.first <= until.last)


def _dates(
    corpus: Corpus,
    rows: list[int],
    article: int | None,
    since: When | None,
    until: When | None,
    *,
    narrow: bool,
    why: bool,
) -> list[Json]:
    """The date expressions of the articles concerned; `narrow` leaves those within the clauses of the events.

    With `why` each says in a sentence how it came by its value.
    """
    clauses: dict[int, list[tuple[int, int]]] = {}
    for row in rows:
        told = corpus.events[row]
        clauses.setdefault(told.article, []).append((min(told.at, told.start), told.end))
    found: list[Json] = []
    for facts in corpus.articles:
        if article not in (None, facts.id) or (narrow and facts.id not in clauses):
            continue
        for span, date in zip(corpus.dates(facts.id), dates(corpus, facts.id), strict=True):
            if _wanted(span, since, until) and (not narrow or any(a <= span.start < b for a, b in clauses[facts.id])):
                found.append({**date, "why": why_of_date(corpus, facts.id, span)} if why else date)
    return found


def _wanted(span: DateSpan, since: When | None, until: When | None) -> bool:
    if since is None and until is None:
        return True
    return span.when is not None and _within(span.when, since, until)
