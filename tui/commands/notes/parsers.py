"""What each `backstory notes` command takes."""

import argparse
from pathlib import Path

from tui.commands.options import add_common, add_paths

EXPORTS = ("md", "json", "jsonl", "csv", "w3c")
"""What `notes export --format` takes."""


LOCATES = """\
A line is a JSON object with text and quote and, so far as they are known, prefix, suffix, start and end.
What is printed for it has anchor (exact, moved, unsure or orphan), start and end, null where it is not placed.
"""
"""What `notes locate` reads and prints."""


def add(parser: argparse.ArgumentParser) -> None:
    """Take what is to be done with the notes."""
    acts = "{list,add,edit,delete,restore,export,import,check,locate,mend,where}"
    parts = parser.add_subparsers(dest="act", metavar=acts, required=True)
    for made in (*_printing(parts), *_writing(parts), *_keeping(parts)):
        made.allow_abbrev = False
        add_common(made)
    export = parts.add_parser("export", help="the notes for elsewhere: Markdown, JSON, CSV, W3C Web Annotations")
    export.allow_abbrev = False
    _add_all(export)
    add_paths(export)
    add_common(export, EXPORTS)
    parser.description = "Your notes. Each of these has its own help: backstory notes add --help."
    for told in parts._choices_actions:  # argparse keeps what is said of each nowhere else
        parts.choices[told.dest].description = f"{(told.help or '')[:1].upper()}{(told.help or '')[1:]}."
    parts.choices["locate"].epilog = LOCATES


_Parts = argparse._SubParsersAction  # argparse gives this type no public name


def _printing(parts: "_Parts[argparse.ArgumentParser]") -> tuple[argparse.ArgumentParser, ...]:
    listed = parts.add_parser("list", help="the notes on this collection; --all for those on others too")
    _add_all(listed)
    checked = parts.add_parser("check", help="whether each note is still in its place; exit code 1 if one may not be")
    for made in (listed, checked):
        add_paths(made)
    return listed, checked


def _writing(parts: "_Parts[argparse.ArgumentParser]") -> tuple[argparse.ArgumentParser, ...]:
    adding = parts.add_parser("add", help="write down a note")
    adding.add_argument("--on", metavar="ID", help="the article it is about")
    about = adding.add_mutually_exclusive_group()
    about.add_argument("--quote", metavar="TEXT", help="the passage of the article it is about")
    about.add_argument("--entity", metavar="NAME", help="the entity it is about")
    about.add_argument(
        "--event", metavar="ID", help="the event it is about, as `backstory timeline --format json` names it"
    )
    adding.add_argument(
        "--text",
        metavar="TEXT",
        required=True,
        help='what the note says; "-" reads it from standard input, "" highlights a --quote',
    )
    adding.add_argument("--tag", dest="tags", metavar="TAG", action="append", default=[], help="a tag; repeatable")
    editing = parts.add_parser("edit", help="change what a note says; without --text and --tag in $VISUAL or $EDITOR")
    editing.add_argument("id", metavar="NOTE", help="its id, or as much of its beginning as only it has")
    editing.add_argument("--text", metavar="TEXT", help='what the note says now; "-" reads it from standard input')
    tags = editing.add_mutually_exclusive_group()
    tags.add_argument(
        "--tag", dest="tags", metavar="TAG", action="append", help="a tag in the place of the present ones; repeatable"
    )
    tags.add_argument("--no-tags", dest="tags", action="store_const", const=[], help="take its tags away")
    deleting = parts.add_parser("delete", help="move notes to notes-deleted.toml")
    deleting.add_argument("ids", metavar="NOTE", nargs="+", help="its id, or as much of its beginning as only it has")
    restoring = parts.add_parser("restore", help="bring deleted notes back; without NOTE print those there are")
    restoring.add_argument("ids", metavar="NOTE", nargs="*", help="its id, or as much of its beginning as only it has")
    return adding, editing, deleting, restoring


def _keeping(parts: "_Parts[argparse.ArgumentParser]") -> tuple[argparse.ArgumentParser, ...]:
    taking = parts.add_parser("import", help="take in notes of `notes export --format json` or w3c, each once")
    taking.add_argument("files", metavar="FILE", nargs="+", type=Path, help='what to take in; "-" is standard input')
    locating = parts.add_parser(
        "locate", help="for scripts: find passages by the finder the notes use, a JSON object a line"
    )
    locating.add_argument(
        "files", metavar="FILE", nargs="*", type=Path, help="lines to read; standard input without one"
    )
    mending = parts.add_parser("mend", help="make a damaged notes file whole again; the damaged one is kept")
    where = parts.add_parser("where", help="the file the notes are in")
    return taking, locating, mending, where


def _add_all(made: argparse.ArgumentParser) -> None:
    made.add_argument("--all", action="store_true", help="every note, also those on other collections")
