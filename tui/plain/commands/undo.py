"""`undo`: takes the last change of a note or correction back."""

from tui.plain.session import Session
from tui.plain.spoken import Spoken


def run(session: Session, words: str) -> None:  # noqa: ARG001 - the form of a command
    """Do it and say what it was."""
    session.answer(session.scribe.undo)


COMMAND = Spoken(
    "undo", run, "Takes the last change of a note or correction back, also one of an earlier sitting.", keys=("u",)
)
