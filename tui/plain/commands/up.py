"""`up`: reads the paragraph before."""

from tui.plain.session import NotYet, Session
from tui.plain.spoken import Spoken
from tui.plain.telling import tell_passage
from tui.reader.place import Goto


def run(session: Session, words: str) -> None:
    """Go back one paragraph, or so many, and read it."""
    if words and not words.isdecimal():
        raise NotYet("up takes a number of paragraphs.")
    passages, here = session.passages(), session.here()
    before = [index for index in range(here) if not passages[index].ours]
    if not before:
        session.voice.say("This is the beginning of the article.")
        return
    passage = passages[before[-min(int(words[:9] or "1") or 1, len(before))]]
    session.go(Goto(at=passage.start, until=passage.end, keep=True))
    tell_passage(session, passage)


COMMAND = Spoken("up", run, "Reads the paragraph before, or goes up so many.", keys=("k", "-"), takes="[NUMBER]")
