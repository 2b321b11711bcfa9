"""`articles`: lists them, all or those with some words in their titles."""

from tui.plain.commands.open import entries
from tui.plain.session import NotYet, Session
from tui.plain.spoken import Spoken


def run(session: Session, words: str) -> None:
    """List them in reading order."""
    parts = words.casefold().split()
    found = [
        one.id
        for one in session.corpus.articles
        if all(part in f"{one.title} {one.path} {one.byline}".casefold() for part in parts)
    ]
    if not found:
        raise NotYet(f"No article has {words} in its title, file name or byline. search looks in the texts.")
    session.voice.listing(f"{len(found):,} article{'s' if len(found) != 1 else ''}.", entries(session, found))


COMMAND = Spoken("articles", run, "Lists the articles.", takes="[WORDS]")
