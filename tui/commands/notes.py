"""`backstory notes list`, `add` and `where`: a person's notes from the command line."""

import argparse
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from tui import paths
from tui.commands.collection import article_called, entity_called, open_whole
from tui.commands.documents import Json
from tui.commands.errors import DAMAGED, DONE, NOTHING, USAGE, Failure
from tui.commands.options import add_common, add_paths
from tui.commands.output import Result, emit, say
from tui.corpus.tables import Corpus
from tui.notes import backups
from tui.notes.anchor import locate
from tui.notes.model import Anchor, Note
from tui.notes.notebook import Notebook
from tui.reader.placed import PlacedNote, place_notes
from tui.reader.writing import About, draft_of, write_down

_COLUMNS = ("id", "on", "anchor", "article", "about", "text", "tags")


def add(parser: argparse.ArgumentParser) -> None:
    """Take what is to be done with the notes."""
    parts = parser.add_subparsers(dest="act", metavar="{list,add,where}", required=True)
    listed = parts.add_parser("list", help="the notes on this collection; --all for those on others too")
    listed.add_argument("--all", action="store_true", help="every note, also those on other collections")
    add_paths(listed)
    adding = parts.add_parser("add", help="write down a note")
    adding.add_argument("--on", metavar="ID", help="the article it is about")
    about = adding.add_mutually_exclusive_group()
    about.add_argument("--quote", metavar="TEXT", help="the passage of the article it is about")
    about.add_argument("--entity", metavar="NAME", help="the entity it is about")
    about.add_argument(
        "--event", metavar="ID", help="the event it is about, as `backstory timeline --format json` names it"
    )
    adding.add_argument(
        "--text", metavar="TEXT", required=True, help='what the note says; "-" reads it from standard input'
    )
    adding.add_argument("--tag", dest="tags", metavar="TAG", action="append", default=[], help="a tag; repeatable")
    where = parts.add_parser("where", help="the file the notes are in")
    for made in (listed, adding, where):
        made.allow_abbrev = False
        add_common(made)


def run(options: argparse.Namespace) -> int:
    """Do it; exit code 4 if the notes file is damaged, whatever else could be done."""
    notebook = Notebook.open(paths.data())
    code = {"list": _list, "add": _add, "where": _where}[options.act](options, notebook)
    if notebook.problem:
        say(f"{notebook.problem} {_mend(notebook.path)}")
        return DAMAGED
    return code


def _list(options: argparse.Namespace, notebook: Notebook) -> int:
    corpus = open_whole(options)
    placed = list(place_notes(corpus, notebook.notes))
    here = {found.note.id for found in placed}
    elsewhere = [note for note in notebook.notes if note.id not in here]
    if options.all:
        placed += [PlacedNote(note, "orphan") for note in elsewhere]
    elif elsewhere and not options.quiet:
        say(f"{len(elsewhere)} more on other collections; see them with --all.")
    _print(corpus, placed, options)
    return DONE if placed else NOTHING


def _add(options: argparse.Namespace, notebook: Notebook) -> int:
    corpus = open_whole(options)
    draft = draft_of(corpus, _about_what(corpus, options))
    text = sys.stdin.read() if options.text == "-" else options.text
    note = write_down(notebook, replace(draft, note=replace(draft.note, text=text, tags=tuple(options.tags))))
    _print(corpus, place_notes(corpus, [note]) or [PlacedNote(note, "exact")], options)
    return DONE


def _where(options: argparse.Namespace, notebook: Notebook) -> int:
    path = str(notebook.path)
    result = Result({"path": path, "exists": notebook.path.exists()}, "", ("path",), [(path,)], path)
    emit(result, options.format, options.output)
    return DONE


def _about_what(corpus: Corpus, options: argparse.Namespace) -> About:
    """What the note is about; raises `Failure` if it is not to be found."""
    if options.entity is not None:
        return About(entity=entity_called(corpus, options.entity))
    if options.event is not None:
        event = corpus.event_at(options.event)
        if event is None:
            raise Failure(f"No event has the id {options.event}. See them with: backstory timeline --format json")
        return About(event=event)
    if options.on is None:
        raise Failure("Say what the note is about: --on ID, with --quote for a passage, or --entity or --event.", USAGE)
    article = article_called(corpus, options.on)
    if options.quote is None:
        return About(article=article)
    return About(article=article, span=_passage(corpus, article, options.quote))


def _passage(corpus: Corpus, article: int, quote: str) -> tuple[int, int]:
    """Where a quotation stands; of several places the first. Raises `Failure` if there is none."""
    text = corpus.text(article)
    at = text.find(quote) if quote else -1
    if at >= 0:
        if text.find(quote, at + 1) >= 0:
            say("that passage occurs more than once; the note is on the first. Quote more words to mean another.")
        return at, at + len(quote)
    found = locate(text, Anchor(quote)) if quote.strip() else None
    if found is None or not found.placed:
        raise Failure(f"The article {corpus.articles[article].path} does not say “{quote}”. Copy the passage from it.")
    return found.start, found.end


def _print(corpus: Corpus, placed: Sequence[PlacedNote], options: argparse.Namespace) -> None:
    documents = [_document(corpus, found) for found in placed]
    rows = [
        (
            found.note.id,
            found.note.on,
            found.state,
            str(told["article"] or ""),
            _about(found.note),
            found.note.text,
            ", ".join(found.note.tags),
        )
        for found, told in zip(placed, documents, strict=True)
    ]
    emit(Result({"notes": documents}, "notes", _COLUMNS, rows), options.format, options.output)


def _document(corpus: Corpus, found: PlacedNote) -> Json:
    note = found.note
    ref = note.article.path if note.article else None
    return {
        "id": note.id,
        "on": note.on,
        "text": note.text,
        "tags": list(note.tags),
        "created": note.created.isoformat() if note.created else None,
        "updated": note.updated.isoformat() if note.updated else None,
        "article": corpus.articles[found.article].path if found.article is not None else ref,
        "quote": note.target.quote if note.target else None,
        "start": found.start,
        "end": found.end,
        "entity": note.entity.name if note.entity else None,
        "event": corpus.event_key(found.event) if found.event is not None else None,
        "anchor": found.state,
    }


def _about(note: Note) -> str:
    """What a note is about, for people."""
    if note.target:
        return note.target.quote
    if note.entity:
        return note.entity.name
    return note.event.quote if note.event else ""


def _mend(path: Path) -> str:
    """What to do about a damaged notes file."""
    kept = backups.kept(path)
    return "Mend it in an editor" + (f", or copy the last good state back from {kept[-1]}." if kept else ".")
