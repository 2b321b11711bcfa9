"""`page`: how many entries of a list are read out at a time."""

from tui.plain.session import NotYet, Session
from tui.plain.spoken import Spoken


def run(session: Session, words: str) -> None:
    """Set it."""
    if not words.isdecimal():
        raise NotYet(f"page takes a number, 0 for all at once; it is {session.voice.page} now.")
    session.voice.page = int(words[:6])
    many = f"{session.voice.page} at a time" if session.voice.page else "all at once"
    session.voice.say(f"Lists are read out {many}.")


COMMAND = Spoken("page", run, "Sets how many entries of a list are read out before Enter is wanted.", takes="NUMBER")
