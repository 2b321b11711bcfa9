"""`backstory doctor`: what the program stands on here, which folders it uses, and what is wrong with them."""

import argparse
import contextlib
import importlib.metadata
import importlib.util
import os
import platform
import sqlite3
import stat
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tui import __version__, paths
from tui.commands.errors import DAMAGED, DONE, NOTHING
from tui.commands.output import Result, emit
from tui.notes.corrections import Corrections
from tui.notes.notebook import Notebook
from tui.reader.bound import shipped
from tui.reader.settings import load

_NEEDED = ("textual", "rapidfuzz", "platformdirs", "tomli-w", "anyascii")
_EXTRAS = ("spacy", "trafilatura", "htmldate", "pypdf")
_READING = os.R_OK | os.X_OK
_WRITING = os.R_OK | os.W_OK | os.X_OK


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at."""

    what: str
    """Its name."""
    state: str
    """How it is, in words."""
    code: int = DONE
    """The exit code it asks for; `DONE` if nothing is wrong."""


def run(options: argparse.Namespace) -> int:
    """Print what was found; ends with the gravest exit code any of it asks for."""
    found = [*_program(), *_terminal(), *_folders(), *_files()]
    document = [{"what": one.what, "state": one.state, "ok": one.code == DONE} for one in found]
    rows = [(one.what, one.state, "" if one.code == DONE else "wrong") for one in found]
    emit(Result({"findings": document}, "findings", ("what", "state", "verdict"), rows), options.format, options.output)
    return max(one.code for one in found)


def _program() -> Iterator[Finding]:
    yield Finding("backstory", f"{__version__}, in {Path(__file__).parents[1]}")
    yield Finding("Python", f"{platform.python_version()} on {platform.system()} {platform.release()}")
    for name in _NEEDED:
        try:
            yield Finding(name, importlib.metadata.version(name))
        except importlib.metadata.PackageNotFoundError:
            yield Finding(name, "not installed; install backstory again", NOTHING)
    for name in _EXTRAS:
        if importlib.util.find_spec(name) is not None:
            yield Finding(name, f"{importlib.metadata.version(name)}, optional")
    yield Finding("SQLite", f"{sqlite3.sqlite_version}, full text {'yes' if _full_text() else 'no'}")


def _full_text() -> bool:
    with contextlib.closing(sqlite3.connect(":memory:")) as memory:
        try:
            memory.execute("create virtual table probe using fts5(text)")
        except sqlite3.OperationalError:
            return False
    return True


def _terminal() -> Iterator[Finding]:
    term = os.environ.get("TERM", "")
    colours = "no colours (NO_COLOR)" if os.environ.get("NO_COLOR") else os.environ.get("COLORTERM") or "256 colours"
    yield Finding("terminal", f"{term or 'TERM is not set'}, {colours}, {sys.stdout.encoding or 'no encoding'}")
    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    yield Finding("editor", editor or "neither VISUAL nor EDITOR is set; Ctrl-E in a note has nothing to open")


def _folders() -> Iterator[Finding]:
    for name, folder, wanted in (
        ("notes", paths.data(), _WRITING),
        ("config", paths.config(), _READING),  # read and never written: it may well lie where nobody can write
        ("state", paths.state(), _WRITING),
        ("cache", paths.cache(), _WRITING),
    ):
        what = f"{name} folder"
        try:
            found = folder.stat()
        except FileNotFoundError:
            yield _not_there(what, folder, wanted)
            continue
        except OSError as error:
            yield Finding(what, f"{folder}: {(error.strerror or str(error)).lower()}", NOTHING)
            continue
        if not stat.S_ISDIR(found.st_mode):
            yield Finding(what, f"{folder} is a file; name a folder, or put it elsewhere", NOTHING)
        elif not os.access(folder, wanted):
            done = "read" if wanted == _READING else "written to"
            yield Finding(what, f"{folder} cannot be {done}; check its owner and mode", NOTHING)
        elif name == "notes" and os.name == "posix" and stat.S_IMODE(found.st_mode) & 0o077:
            yield Finding(what, f"{folder} can be read by others; chmod 700 {folder}", NOTHING)
        else:
            yield Finding(what, str(folder))


def _not_there(what: str, folder: Path, wanted: int) -> Finding:
    """A folder that is made when something is written, if it can be."""
    if wanted == _READING:
        return Finding(what, f"{folder} (not there; everything is as shipped)")
    above = next((parent for parent in folder.absolute().parents if parent.exists()), folder)
    if os.access(above, _WRITING):
        return Finding(what, f"{folder} (made when it is needed)")
    return Finding(what, f"{folder} cannot be made: {above} cannot be written to", NOTHING)


def _files() -> Iterator[Finding]:
    book = Notebook.open(paths.data())
    yield Finding("notes", book.problem or f"{len(book.notes)} in {book.path}", DAMAGED if book.problem else DONE)
    kept = Corrections.open(paths.data())
    yield Finding("corrections", kept.problem or f"{len(kept.all)} in {kept.path}", DAMAGED if kept.problem else DONE)
    problems = load(paths.config(), {one.name for one in shipped()}).problems
    yield Finding("config.toml", " ".join(problems) or "fine", NOTHING if problems else DONE)
