"""`find`: goes to the next paragraph of this article that holds some words."""

from tui.plain.session import NotYet, Session
from tui.plain.spoken import Spoken
from tui.plain.telling import tell_place
from tui.reader.find import find_all
from tui.reader.place import Goto


def run(session: Session, words: str) -> None:
    """Look for them from here on and round the end; without words, for those of the last time."""
    session.found = words or session.found
    step(session, 1)


def step(session: Session, by: int) -> None:
    """Go to the next or previous paragraph with what is looked for."""
    if not session.found:
        raise NotYet("find takes the words to look for in this article; search looks in all of them.")
    text = session.corpus.text(session.place.article)
    passages = [passage for passage in session.passages() if not passage.ours]
    hits = [start for start, _ in find_all(text, session.found)]
    holding = [one for one in passages if any(one.start <= hit < one.end for hit in hits)]
    if not holding:
        raise NotYet(f"Nothing here matches {session.found}. search looks in all articles.")
    here = session.place.at
    ahead = [one for one in holding if one.start > here] if by > 0 else [one for one in holding if one.end <= here]
    there = (ahead or holding)[0 if by > 0 else -1]
    number = holding.index(there) + 1
    round_the_end = "" if ahead else " (from the other end)"
    session.voice.say(f"{number} of {len(holding)}{round_the_end}:")
    session.go(Goto(at=there.start, keep=True))
    tell_place(session)


COMMAND = Spoken(
    "find",
    run,
    "Goes to the next paragraph of this article with some words; without words, to the next one with the same.",
    keys=("/", "n"),
    takes="[WORDS]",
)
