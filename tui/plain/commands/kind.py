"""`kind`: says of what kind a name is."""

from tui.model import Kind
from tui.plain.commands.who import entity_called
from tui.plain.session import NotYet, Session
from tui.plain.spoken import Spoken
from tui.reader.naming import retype


def run(session: Session, words: str) -> None:
    """Retype it."""
    name, _, wanted = words.rpartition(" ")
    kind = next((one for one in Kind if one.value == wanted.casefold()), None)
    if kind is None or not name:
        raise NotYet(f"kind takes a name and one of {', '.join(one.value for one in Kind)}.")
    entity = entity_called(session, name.strip())
    act = retype(session.corpus, session.scribe.corrections.all, entity, kind)
    session.answer(lambda: session.scribe.tell_names(act))


COMMAND = Spoken("kind", run, "Says of what kind a name is.", keys=("T",), takes="NAME KIND")
