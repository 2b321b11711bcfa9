"""`forward`: goes forward again after going back."""

from tui.plain.commands.back import walk
from tui.plain.session import Session
from tui.plain.spoken import Spoken


def run(session: Session, words: str) -> None:  # noqa: ARG001 - the form of a command
    """Go forward one place and read it."""
    walk(session, session.trail.forward(session.place), "Nothing lies ahead.")


COMMAND = Spoken("forward", run, "Goes forward again.", keys=("L",))
