"""`backstory conflicts`: statements about one fact that cannot both hold, with the sentences of both sides."""

import argparse
import sys
from collections.abc import Iterator

from tui.commands import documents
from tui.commands.collection import open_whole
from tui.commands.errors import DONE, NOTHING
from tui.commands.output import Result, emit, say
from tui.corpus.claims import DISMISSED, KEPT_OPEN
from tui.corpus.tables import Corpus
from tui.dates.words import describe
from tui.display import squeeze
from tui.model import Conflict
from tui.reader.told import sentence_of

_COLUMNS = (
    *("kind", "fact", "name", "reason", "date", "article", "sentence"),
    *("other date", "other article", "other sentence", "verdict"),
)

_FURTHER = ("event", "start", "end", "other event", "other start", "other end")
"""What CSV tells besides: the ids both events have in the timeline, and where each is told."""


def run(options: argparse.Namespace) -> int:
    """Print the conflicts, the hard ones first; exit code 1 if there is none."""
    corpus = open_whole(options)
    shown = corpus.claims.found if options.all else corpus.conflicts
    told = [_whole(corpus, conflict) for conflict in shown]
    rows = [_row(corpus, conflict) for conflict in shown]
    # Two sentences do not fit the columns of a table: a terminal gets them one below the other.
    seen = options.format == "table" and options.output is None and sys.stdout.isatty()
    text = "\n\n".join("\n".join(_told(corpus, conflict)) for conflict in shown) if seen else None
    further = [_where(corpus, conflict) for conflict in shown]
    result = Result(
        {"conflicts": told}, "conflicts", _COLUMNS, rows, text, further_columns=_FURTHER, further_rows=further
    )
    emit(result, options.format, options.output)
    if not rows and not options.quiet:
        say("no two statements there contradict each other, as far as dates, fates and numbers tell.")
    if not options.all and corpus.claims.dismissed and not options.quiet:
        count = len(corpus.claims.dismissed)
        say(f"{count} more {'was' if count == 1 else 'were'} dismissed. --all prints {'it' if count == 1 else 'them'}.")
    return DONE if rows else NOTHING


def _whole(corpus: Corpus, conflict: Conflict) -> documents.Json:
    """A conflict as `timeline` gives it, with its events and their sentences."""
    sources = [{**documents.event(corpus, row), "sentence": sentence_of(corpus, row)} for row in conflict.events]
    return {**documents.conflict(corpus, conflict), "sources": sources}


def _row(corpus: Corpus, conflict: Conflict) -> tuple[str, ...]:
    sides: list[str] = []
    for row in conflict.events:
        event = corpus.events[row]
        sides += [event.when.edtf, corpus.articles[event.article].path, squeeze(sentence_of(corpus, row))]
    said = corpus.claims.verdicts.get(conflict, "")
    return ("hard" if conflict.hard else "soft", conflict.fact, _name(corpus, conflict), conflict.reason, *sides, said)


def _where(corpus: Corpus, conflict: Conflict) -> list[object]:
    events = [(row, corpus.events[row]) for row in conflict.events]
    return [value for row, event in events for value in (corpus.event_key(row), event.start, event.end)]


def _told(corpus: Corpus, conflict: Conflict) -> Iterator[str]:
    """A conflict in words for people, line by line."""
    kind = "hard" if conflict.hard else "soft"
    said = {DISMISSED: ", dismissed", KEPT_OPEN: ", kept open"}.get(corpus.claims.verdicts.get(conflict, ""), "")
    yield f"{kind} conflict of {conflict.fact}{said}: {_name(corpus, conflict)} {conflict.reason}".replace("  ", " ")
    for row in conflict.events:
        event = corpus.events[row]
        yield f"  {describe(event.when)}, {corpus.articles[event.article].path}:{event.start}"
        yield f"    “{squeeze(sentence_of(corpus, row))}”"


def _name(corpus: Corpus, conflict: Conflict) -> str:
    return corpus.entities[conflict.entity].name if conflict.entity >= 0 else ""
