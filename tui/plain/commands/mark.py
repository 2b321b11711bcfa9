"""`mark`: gives this place a letter."""

from tui.plain.session import NotYet, Session
from tui.plain.spoken import Spoken
from tui.reader.ways import kept_of


def run(session: Session, words: str) -> None:
    """Mark it."""
    if len(words) != 1 or not words.isalpha():
        raise NotYet("mark takes one letter: mark a. Then go a comes back here.")
    session.marks[words] = kept_of(session.whole(), session.place)
    session.voice.say(f"Marked {words}. go {words} comes back here.")


COMMAND = Spoken("mark", run, "Marks this place with a letter.", keys=("m",), takes="LETTER")
