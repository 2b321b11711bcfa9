"""`redo`: makes the change again that was undone last."""

from tui.plain.session import Session
from tui.plain.spoken import Spoken


def run(session: Session, words: str) -> None:  # noqa: ARG001 - the form of a command
    """Do it and say what it was."""
    session.answer(session.scribe.redo)


COMMAND = Spoken("redo", run, "Makes it again.")
