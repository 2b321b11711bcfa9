"""`unread`: opens the next article that was not read."""

from tui.plain.commands.open import show
from tui.plain.session import NotYet, Session
from tui.plain.spoken import Spoken


def run(session: Session, words: str) -> None:  # noqa: ARG001 - the form of a command
    """Open it; after the last one the search begins at the first."""
    here, read = session.place.article, session.read_marks.read
    count = len(session.corpus.articles)
    order = (*range(here + 1, count), *range(here))
    found = next((article for article in order if article not in read), None)
    if found is None:
        raise NotYet("Nothing else is unread.")
    show(session, found)


COMMAND = Spoken("unread", run, "Opens the next article that was not read; articles unread lists them.")
