"""`comments`: unfolds what readers wrote beneath the article, or folds it."""

from tui.plain.session import Session
from tui.plain.spoken import Spoken


def run(session: Session, words: str) -> None:  # noqa: ARG001 - the form of a command
    """Fold or unfold them."""
    session.comments = not session.comments
    session.voice.say("Comments are read out now." if session.comments else "Comments are passed over now.")


COMMAND = Spoken("comments", run, "Reads the comments beneath an article out too, or passes over them again.")
