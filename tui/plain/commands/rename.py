"""`rename`: shows a name otherwise."""

from tui.plain.commands.who import entity_called
from tui.plain.session import NotYet, Session
from tui.plain.spoken import Spoken
from tui.reader.naming import rename


def run(session: Session, words: str) -> None:
    """Rename it."""
    old, _, new = words.partition(" to ")
    if not old.strip() or not new.strip():
        raise NotYet("rename takes two names: rename Quds Force to Qods Force.")
    entity = entity_called(session, old.strip())
    act = rename(session.corpus, session.scribe.corrections.all, entity, new.strip())
    session.answer(lambda: session.scribe.tell_names(act))


COMMAND = Spoken("rename", run, "Shows somebody or something under another name.", keys=("R",), takes="NAME to NAME")
