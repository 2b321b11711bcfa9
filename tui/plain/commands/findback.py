"""`findback`: goes to the paragraph before that holds what was looked for."""

from tui.plain.commands.find import step
from tui.plain.session import Session
from tui.plain.spoken import Spoken


def run(session: Session, words: str) -> None:
    """Look for it backwards."""
    session.found = words or session.found
    step(session, -1)


COMMAND = Spoken("findback", run, "Goes to the paragraph before with the words of find.", keys=("N",), takes="[WORDS]")
