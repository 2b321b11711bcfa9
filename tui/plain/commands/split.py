"""`split`: a spelling is a name of its own."""

from tui.plain.commands.who import entity_called
from tui.plain.session import NotYet, Session
from tui.plain.spoken import Spoken
from tui.reader.naming import spellings, split


def run(session: Session, words: str) -> None:
    """Split a spelling off its entity."""
    if not words:
        raise NotYet("split takes the spelling that is a name of its own: split Qazali.")
    entity = entity_called(session, words)
    part = next((one for one in spellings(session.corpus, entity) if one.casefold() == words.casefold()), words)
    if part == session.corpus.entities[entity].name:
        raise NotYet(f"{part} is the name itself. Split one of its other spellings off: who {part} tells them.")
    act = split(session.corpus, session.scribe.corrections.all, [part], part)
    session.answer(lambda: session.scribe.tell_names(act))


COMMAND = Spoken("split", run, "Says that a spelling is a name of its own.", keys=("U",), takes="SPELLING")
