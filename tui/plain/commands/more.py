"""`more`: goes on with the list read out last, also after one of its entries was opened."""

from tui.plain.session import NotYet, Session
from tui.plain.spoken import Spoken


def run(session: Session, words: str) -> None:
    """Read the next entries, or all that are left."""
    if not session.voice.count:
        raise NotYet("There is no list: articles, timeline, entities and notes are some.")
    if not session.voice.more(every=words == "all"):
        session.voice.say("That was the whole list.")


COMMAND = Spoken("more", run, "Goes on with the last list.", takes="[all]")
