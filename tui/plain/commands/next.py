"""`next`: opens the next article."""

from tui.plain.commands.open import show
from tui.plain.session import Session
from tui.plain.spoken import Spoken


def run(session: Session, words: str) -> None:  # noqa: ARG001 - the form of a command
    """Open it where it was left."""
    step(session, 1)


def step(session: Session, by: int) -> None:
    """Open the next article or the one before."""
    article = session.place.article + by
    if 0 <= article < len(session.corpus.articles):
        show(session, article)
    else:
        session.voice.say("That was the last article." if by > 0 else "This is the first article.")


COMMAND = Spoken("next", run, "Opens the next article.", keys=("J",))
