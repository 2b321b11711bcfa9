"""`back`: returns along the way one came."""

from tui.plain.commands.again import tell_article
from tui.plain.session import Session
from tui.plain.spoken import Spoken
from tui.plain.telling import tell_place
from tui.reader.place import Place
from tui.reader.trail import Trail


def run(session: Session, words: str) -> None:  # noqa: ARG001 - the form of a command
    """Go back one place and read it."""
    walk(session, session.trail.back(session.place), "This is where you began.")


def walk(session: Session, step: tuple[Trail, Place] | None, otherwise: str) -> None:
    """Be at the place a step of the trail leads to, and read it."""
    if step is None:
        session.voice.say(otherwise)
        return
    before = session.place.article
    session.trail, there = step
    session.arrive(there)
    if there.article != before:
        tell_article(session)
    else:
        tell_place(session)


COMMAND = Spoken("back", run, "Returns to where you were before.", keys=("H",))
