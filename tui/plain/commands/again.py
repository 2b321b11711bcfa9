"""`again`: reads the paragraph one is at once more."""

from tui.display import squeeze
from tui.plain.session import Session
from tui.plain.spoken import Spoken
from tui.plain.telling import tell_place
from tui.reader.sheet import facts_line


def run(session: Session, words: str) -> None:  # noqa: ARG001 - the form of a command
    """Read it out."""
    tell_place(session)


def tell_article(session: Session) -> None:
    """Say which article one is in now, and read out where it begins or was left."""
    articles, here = session.corpus.articles, session.place.article
    facts = articles[here]
    session.voice.say(
        f"Article {here + 1} of {len(articles):,}: {squeeze(facts.title)}", facts_line(facts).replace(" · ", ", ")
    )
    passages = session.passages()
    at = session.here()
    if at > first_of_body(session):
        session.voice.say(f"You left it at paragraph {at + 1} of {len(passages)}:")
        tell_place(session)


def first_of_body(session: Session) -> int:
    """Index of the last passage that only says what the article is called."""
    passages = session.passages()
    return next((index for index, one in enumerate(passages) if one.kind not in ("title", "meta")), 0)


COMMAND = Spoken("again", run, "Reads the paragraph you are at once more.", keys=(".",))
