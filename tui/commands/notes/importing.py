"""`backstory notes import`: notes from our JSON and from W3C Web Annotations, each taken in once."""

import argparse
import json
import sys
from dataclasses import replace
from pathlib import Path

from tui.commands.collection import open_articles
from tui.commands.errors import DONE, NO_SUCH, Failure
from tui.commands.notes.book import ended, open_notebook, remember
from tui.commands.output import Result, emit, say
from tui.corpus.errors import NothingReadable
from tui.corpus.files import STDIN
from tui.corpus.tables import Corpus
from tui.notes.annotations import from_annotations
from tui.notes.errors import ReadError
from tui.notes.exports import from_json
from tui.notes.files import read_bytes
from tui.notes.model import ArticleRef, Note
from tui.notes.undo import Change


def run_import(options: argparse.Namespace) -> int:
    """Take in the notes of all files that are not here yet; none if one of the files cannot be understood."""
    notebook = open_notebook()
    incoming = [note for file in options.files for note in _notes(file)]
    corpus = _collection(options)
    if corpus is not None:
        incoming = [_at_home(corpus, note) for note in incoming]
    before = {note.id for note in notebook.notes}
    new = notebook.take_in(incoming)
    added = tuple(note for note in notebook.notes if note.id not in before)
    if added:
        remember(notebook, Change(added=added))
    beside = sum(bool(note.conflict_of) for note in added)
    there = len(incoming) - new
    words = f"{new} taken in, {there} were here already" + (f", {beside} beside notes changed here" if beside else "")
    document = {"new": new, "known": there, "beside": beside}
    cells = (str(new), str(there), str(beside))
    emit(Result(document, "", ("new", "known", "beside"), [cells], words + "."), options.format, options.output)
    return ended(notebook, DONE)


def _notes(file: Path) -> list[Note]:
    """The notes of a file. Raises `Failure`."""
    name = "Standard input" if file == STDIN else str(file)
    try:
        data = sys.stdin.buffer.read() if file == STDIN else read_bytes(file)
    except ReadError as error:
        raise Failure(f"{error} Name another file.", NO_SUCH) from error
    if data is None:
        raise Failure(f"There is no file {file}. Check the path.", NO_SUCH)
    try:
        return _read(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise Failure(
            f"{name} holds neither backstory's JSON of notes nor W3C Web Annotations. Nothing was taken in."
        ) from error


def _read(text: str) -> list[Note]:
    """The notes of a document, or of one a line. Raises ValueError."""
    for read in (from_json, from_annotations):
        try:
            return read(text)
        except ValueError:
            continue
    rows = [json.loads(line) for line in text.splitlines() if line.strip()]
    if not rows or not all(isinstance(values, dict) and "on" in values and "id" in values for values in rows):
        raise ValueError("These are no notes.")
    return from_json(json.dumps({"notes": rows}))


def _collection(options: argparse.Namespace) -> Corpus | None:
    try:
        return open_articles(options)
    except (Failure, NothingReadable) as error:
        if options.roots:
            raise
        say(f"{error} The notes are taken in as they are.")
        return None


def _at_home(corpus: Corpus, note: Note) -> Note:
    """A note of another program with its article's key, if its source is an article of the collection or its URL."""
    ref = note.article
    if ref is None or ref.collection or ref.sha256:
        return note
    here = corpus.article_at(ref.path)
    named = [article for article in corpus.articles if ref.path and ref.path == article.url]
    if here is None and len(named) != 1:
        return note
    article = corpus.articles[here] if here is not None else named[0]
    return replace(note, article=ArticleRef(article.path, corpus.facts.key, article.title))
