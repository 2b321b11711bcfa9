"""`notes`: every note on this collection, or those with some words, a tag, or of this article."""

from tui.plain.session import NotYet, Session
from tui.plain.spoken import Spoken
from tui.plain.telling import about, go_to, note_line
from tui.plain.voice import Entry
from tui.reader.place import Goto
from tui.reader.placed import EXACT, PlacedNote


def run(session: Session, words: str) -> None:
    """List them, those that lost their place first."""
    session.whole()
    found = list(session.notes)
    wanted = words.casefold()
    if wanted == "here":
        found = [one for one in found if one.article == session.place.article]
    elif wanted.startswith("#"):
        found = [one for one in found if wanted.lstrip("#") in {tag.casefold() for tag in one.note.tags}]
    elif wanted:
        found = [one for one in found if wanted in note_line(one).casefold()]
    if not found:
        raise NotYet("No such note." if words else "There are no notes yet: note writes one on this paragraph.")
    found.sort(key=lambda one: one.state == EXACT)
    session.voice.listing(
        f"{len(found):,} note{'s' if len(found) != 1 else ''}.", [entry(session, one) for one in found]
    )


def entry(session: Session, placed: PlacedNote, before: str = "") -> Entry:
    """A note as an entry: opening it reads it out and goes to its place."""
    return Entry(f"{before}{note_line(placed)}", lambda: tell(session, placed))


def tell(session: Session, placed: PlacedNote) -> None:
    """Read a note out whole, and go where it is."""
    note = placed.note
    session.note = note.id
    session.voice.say(f"Note {about(note)}:")
    session.voice.say(*(note.text.splitlines() or ["(a highlight, without words)"]))
    if note.tags:
        session.voice.say(f"Tagged {' '.join(note.tags)}.")
    session.voice.say("edit, tag and delete change this note.")
    if placed.why:
        session.voice.say(f"Its place: {placed.why}.")
    if placed.event is not None:
        go_to(session, Goto(event=placed.event))
    elif placed.entity is not None:
        session.place = type(session.place)(session.place.article, session.place.at, placed.entity, session.place.event)
    elif placed.article is not None and placed.sure:
        go_to(session, Goto(article=placed.article, at=placed.start or 0))


def meant(session: Session) -> str:
    """Id of the note read out last; raises `NotYet` where none was, or it is gone."""
    known = {placed.note.id for placed in session.notes}
    if session.note not in known:
        raise NotYet("Open a note first: notes lists them, a number reads one out.")
    return session.note


COMMAND = Spoken("notes", run, "Lists your notes.", takes="[here | #TAG | WORDS]")
