"""`mend`: makes a damaged notes file whole again; the damaged one is kept."""

from tui.plain.session import Session
from tui.plain.spoken import Spoken


def run(session: Session, words: str) -> None:  # noqa: ARG001 - the form of a command
    """Mend it."""
    session.answer(session.scribe.mend)


COMMAND = Spoken("mend", run, "Makes a damaged notes file whole again.", keys=("W",))
