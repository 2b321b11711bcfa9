"""`skipped`: the files that are no articles here, each with its reason."""

from tui.plain.session import Session
from tui.plain.spoken import Spoken
from tui.plain.voice import Entry


def run(session: Session, words: str) -> None:  # noqa: ARG001 - the form of a command
    """List them."""
    found = session.corpus.facts.skipped
    if not found:
        session.voice.say("Nothing was skipped: every file here is an article.")
        return
    session.voice.listing(f"{len(found):,} skipped.", [Entry(f"{one.path}: {one.reason}") for one in found])


COMMAND = Spoken("skipped", run, "Lists the files that could not be read, and why.")
