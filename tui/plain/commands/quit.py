"""`quit`: leaves; the place is kept for the next time."""

from tui.plain.session import Session
from tui.plain.spoken import Spoken


def run(session: Session, words: str) -> None:  # noqa: ARG001 - the form of a command
    """Leave."""
    session.done = True


COMMAND = Spoken("quit", run, "Leaves; you come back to this line.", keys=("q", "Q", "exit"))
