"""`backstory notes list`, and how notes are printed by all commands that print some."""

import argparse
from collections.abc import Iterable, Sequence

from tui.commands.collection import open_whole
from tui.commands.errors import DONE, NOTHING
from tui.commands.notes.book import ended, open_notebook
from tui.commands.output import Result, emit, say
from tui.corpus.tables import Corpus
from tui.dates.words import describe
from tui.notes.anchor import Located, State
from tui.notes.exports import Placed, row
from tui.notes.model import NO_OFFSET, Note
from tui.reader.placed import ORPHAN, PlacedNote, place_notes

COLUMNS = ("id", "on", "anchor", "article", "about", "text", "tags")
"""Heads of the columns."""

_FURTHER = ("start", "end", "quote", "entity", "event", "created", "updated")
"""What CSV tells of a note besides, by the keys it has in JSON."""

UNSEEN = ""
"""State of a note whose place nobody looked for: `anchor` is null then."""

ELSEWHERE = "it is on another collection"
"""Why a note of another collection has no place here."""


def run_list(options: argparse.Namespace) -> int:
    """Print the notes on the collection; exit code 1 if there is none."""
    notebook = open_notebook()
    corpus = open_whole(options)
    placed = chosen(corpus, notebook.notes, options, "list")
    print_notes(corpus, placed, options)
    return ended(notebook, DONE if placed else NOTHING)


def chosen(corpus: Corpus, notes: Iterable[Note], options: argparse.Namespace, act: str) -> list[PlacedNote]:
    """The notes on the collection with their places, and with `--all` those on others."""
    told = tuple(notes)
    placed = list(place_notes(corpus, told))
    here = {found.note.id for found in placed}
    elsewhere = [note for note in told if note.id not in here]
    if options.all:
        placed += [PlacedNote(note, ORPHAN, why=ELSEWHERE) for note in elsewhere]
    elif elsewhere and not options.quiet:
        say(f"{len(elsewhere)} more on other collections; for those too: notes {act} --all")
    return placed


def named(options: argparse.Namespace) -> Corpus | None:
    """The collection a command that needs none was given all the same. Raises `Failure`."""
    return open_whole(options) if options.roots else None


def print_changed(corpus: Corpus | None, notes: Sequence[Note], options: argparse.Namespace) -> None:
    """Print notes that were changed: where they stand now, if the collection was given."""
    placed = {found.note.id: found for found in place_notes(corpus, notes)} if corpus else {}
    unplaced = ORPHAN if corpus else UNSEEN
    print_notes(corpus, [placed.get(note.id, PlacedNote(note, unplaced)) for note in notes], options)


def print_notes(corpus: Corpus | None, placed: Sequence[PlacedNote], options: argparse.Namespace) -> None:
    """Print notes in the format asked for; without a collection as far as the notes themselves tell."""
    documents = [row(exported(corpus, found)) for found in placed]
    rows = [
        (
            found.note.id,
            found.note.on,
            found.state,
            str(told["article"] or ""),
            about(found.note),
            found.note.text,
            ", ".join(found.note.tags),
        )
        for found, told in zip(placed, documents, strict=True)
    ]
    further = [[told[key] for key in _FURTHER] for told in documents]
    result = Result({"notes": documents}, "notes", COLUMNS, rows, further_columns=_FURTHER, further_rows=further)
    emit(result, options.format, options.output)


def exported(corpus: Corpus | None, found: PlacedNote) -> Placed:
    """A note with what the collection knows of its place; raises OSError if its article has gone."""
    start, end = (NO_OFFSET if offset is None else offset for offset in (found.start, found.end))
    placed = Placed(found.note, Located(State(found.state), start, end) if found.state != UNSEEN else None)
    if corpus is None or found.article is None:
        return placed
    article = corpus.articles[found.article]
    return Placed(
        placed.note,
        placed.located,
        corpus.text(article.id).count("\n", 0, start) + 1 if start >= 0 else 0,
        article.title,
        article.byline,
        describe(article.published) if article.published else "",
        article.path,
        corpus.event_key(found.event) if found.event is not None else "",
    )


def about(note: Note) -> str:
    """What a note is about, for people."""
    if note.target:
        return note.target.quote
    if note.entity:
        return note.entity.name
    return note.event.quote if note.event else ""
