"""`original`: the address of the article's original, and its file."""

from tui.plain.session import Session
from tui.plain.spoken import Spoken


def run(session: Session, words: str) -> None:  # noqa: ARG001 - the form of a command
    """Print it, nothing is opened."""
    article = session.corpus.articles[session.place.article]
    session.voice.say(article.url or "The file names no address of an original.")


COMMAND = Spoken("original", run, "Prints the address of the article's original.", keys=("o",))
