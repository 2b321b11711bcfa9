"""`delete`: deletes the note read out last; undo brings it back."""

from tui.plain.commands.notes import meant
from tui.plain.session import Session
from tui.plain.spoken import Spoken


def run(session: Session, words: str) -> None:  # noqa: ARG001 - the form of a command
    """Delete it, or throw away what was typed and not saved."""
    ident = meant(session)
    session.answer(lambda: session.scribe.delete(ident))


COMMAND = Spoken("delete", run, "Deletes the note read out last; undo brings it back.", keys=("d",))
