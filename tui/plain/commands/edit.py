"""`edit`: new words for the note read out last, or goes on with one that was not saved."""

from dataclasses import replace

from tui.plain.commands.note import save, write
from tui.plain.commands.notes import meant
from tui.plain.session import NotYet, Session
from tui.plain.spoken import Spoken


def run(session: Session, words: str) -> None:
    """Take the words that follow for the note's own, else ask for them."""
    waiting = session.scribe.unsaved()
    known = {placed.note.id for placed in session.notes}
    if session.note not in known and not waiting:
        raise NotYet("Open a note first: notes lists them, a number reads one out.")
    ident = session.note if session.note in known else waiting[0].note.id
    with session.ear.undisturbed():
        begun = session.scribe.reopen(meant(session) if ident == session.note else ident)
    if words:
        save(session, replace(begun, note=replace(begun.note, text=words)))
        return
    if begun.note.text:
        session.voice.say("It says now:", *begun.note.text.splitlines())
    write(session, begun)


COMMAND = Spoken(
    "edit", run, "Gives the note read out last other words, or goes on with one not saved.", takes="[TEXT]"
)
