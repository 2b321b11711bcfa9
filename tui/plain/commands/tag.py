"""`tag`: the tags of the note read out last."""

from tui.plain.commands.notes import meant
from tui.plain.session import Session
from tui.plain.spoken import Spoken
from tui.reader.tags import tags_of


def run(session: Session, words: str) -> None:
    """Give it these tags; without any, say which there are."""
    ident = meant(session)
    if words:
        session.answer(lambda: session.scribe.tag(ident, () if words == "none" else tags_of(words)))
        return
    known = session.scribe.tags
    session.voice.say(f"Tags in use: {', '.join(known)}." if known else "No tags are in use yet.")


COMMAND = Spoken("tag", run, "Gives the note read out last its tags.", keys=("t",), takes="[WORDS | none]")
