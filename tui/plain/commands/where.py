"""`where`: the article, the paragraph, and what is in focus."""

from tui.plain.session import Session
from tui.plain.spoken import Spoken
from tui.plain.telling import event_line
from tui.reader.sheet import facts_line


def run(session: Session, words: str) -> None:  # noqa: ARG001 - the form of a command
    """Say it."""
    corpus, place = session.corpus, session.place
    article = corpus.articles[place.article]
    session.voice.say(
        f"Article {place.article + 1} of {len(corpus.articles):,}: {article.title}",
        facts_line(article).replace(" · ", ", "),
        f"Paragraph {session.here() + 1} of {len(session.passages())}, file {article.path}.",
    )
    if place.entity is not None:
        session.voice.say(f"In focus: {corpus.entities[place.entity].name}.")
    if place.event is not None:
        session.voice.say(f"Nearest event: {event_line(corpus, place.event)}")


COMMAND = Spoken("where", run, "Says where you are.", keys=("=",))
