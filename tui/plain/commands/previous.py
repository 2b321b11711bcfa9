"""`previous`: opens the article before."""

from tui.plain.commands.next import step
from tui.plain.session import Session
from tui.plain.spoken import Spoken


def run(session: Session, words: str) -> None:  # noqa: ARG001 - the form of a command
    """Open it where it was left."""
    step(session, -1)


COMMAND = Spoken("previous", run, "Opens the article before.", keys=("K",))
