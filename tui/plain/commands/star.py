"""`star`: gives the article a star, or takes it away."""

from tui.plain.session import Session
from tui.plain.spoken import Spoken


def run(session: Session, words: str) -> None:  # noqa: ARG001 - the form of a command
    """Turn it."""
    article = session.place.article
    starred = article not in session.read_marks.starred
    session.read_marks = session.read_marks.with_star(session.corpus, article, starred)
    session.voice.say("A star. articles starred lists them." if starred else "The star is gone.")


COMMAND = Spoken("star", run, "Gives this article a star, or takes it away.", keys=("S",))
