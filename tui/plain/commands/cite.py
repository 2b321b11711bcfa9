"""`cite`: this paragraph as one cites it, with title, source, date, file and line."""

from tui.plain.session import Session
from tui.plain.spoken import Spoken
from tui.reader.citation import cite


def run(session: Session, words: str) -> None:  # noqa: ARG001 - the form of a command
    """Print it."""
    passages = session.passages()
    passage = passages[session.here()]
    session.voice.say(*cite(session.corpus, session.place.article, passage.start, passage.end).splitlines())


COMMAND = Spoken(
    "cite", run, "Prints this paragraph as a citation: quote, title, source, date, file and line.", keys=("Y",)
)
