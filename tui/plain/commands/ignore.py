"""`ignore`: says that something is no name."""

from tui.plain.commands.who import entity_called
from tui.plain.session import NotYet, Session
from tui.plain.spoken import Spoken
from tui.reader.naming import ignore


def run(session: Session, words: str) -> None:
    """Ignore it."""
    if not words:
        raise NotYet("ignore takes what is no name.")
    entity = entity_called(session, words)
    act = ignore(session.corpus, session.scribe.corrections.all, entity)
    session.answer(lambda: session.scribe.tell_names(act))


COMMAND = Spoken("ignore", run, "Says that something is no name.", keys=("X",), takes="NAME")
