"""Opens the line mode on a collection: what is said first, and how the sitting ends."""

import sys
from collections.abc import Sequence
from pathlib import Path

from tui import paths
from tui.corpus.build import scan
from tui.corpus.errors import NothingReadable
from tui.display import squeeze
from tui.notes.corrections import Corrections
from tui.notes.drafts import Drafts
from tui.notes.notebook import Notebook
from tui.notes.undo import History
from tui.plain.collection import Collection
from tui.plain.commands.again import tell_article
from tui.plain.ear import Ear, Ended
from tui.plain.session import Session
from tui.plain.talk import talk
from tui.plain.voice import Voice
from tui.reader.links import Link
from tui.reader.scribe import Scribe

_SKIPPED = 10


def open_plain(roots: Sequence[Path], first_run: bool, link: Link | None = None) -> int:
    """Read a collection line by line and return the exit code; raises `NoSuchPath`, `NothingReadable`."""
    ear = Ear()
    ear.listen()
    session: Session | None = None
    try:
        try:
            session = _session(roots, ear)
        except NothingReadable as error:
            _explain(error)
            raise
        if link is not None:
            session.place = link.place(session.corpus) or session.place
        _welcome(session, first_run)
        session.collection.begin()
        tell_article(session)
        talk(session)
    except Ended as end:
        return end.code
    finally:
        if session is not None:
            session.close()
    return 0


def _session(roots: Sequence[Path], ear: Ear) -> Session:
    notebook = Notebook.open(paths.data(), cached=paths.cache() / "notes.cache")
    corrections = Corrections.open(paths.data())
    history = History(paths.state() / "history.json", notebook, corrections)
    scribe = Scribe(notebook, Drafts(paths.state() / "drafts"), history, corrections)
    found = scan(roots)
    session = Session(Collection(found, roots, corrections.all), scribe, ear, paths.state())
    for problem in (notebook.problem, corrections.problem, *found.problems):
        if problem:
            session.voice.say(problem)
    return session


def _welcome(session: Session, first_run: bool) -> None:
    facts = session.corpus.facts
    many = len(facts.articles)
    bundled = " This is the bundled collection." if first_run and session.collection.roots == (paths.seeds(),) else ""
    session.voice.say(
        f"backstory, line mode. {squeeze(facts.title)}, {many:,} article{'s' if many != 1 else ''}.{bundled}"
    )
    if facts.skipped:
        skipped = f"{len(facts.skipped):,} files were" if len(facts.skipped) > 1 else "1 file was"
        session.voice.say(f"{skipped} skipped: skipped tells which and why.")
    if left := len(session.scribe.drafts.left()):
        many_left = f"{left} notes that were not saved are" if left > 1 else "A note that was not saved is"
        session.voice.say(f"{many_left} kept: notes lists what there is, edit goes on writing.")
    session.voice.say("Enter reads on. help tells the commands. quit leaves.")


def _explain(error: NothingReadable) -> None:
    """Say what is there instead of articles."""
    voice = Voice()
    for entry in error.skipped[:_SKIPPED]:
        voice.say(f"{entry.path}: {entry.reason}")
    if len(error.skipped) > _SKIPPED:
        voice.say(f"And {len(error.skipped) - _SKIPPED} more.")
    sys.stdout.flush()
