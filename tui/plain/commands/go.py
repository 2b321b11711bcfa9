"""`go`: a paragraph of this article by its number, its beginning or end, or a marked place."""

from tui.plain.session import NotYet, Session
from tui.plain.spoken import Spoken
from tui.plain.telling import tell_passage, tell_place
from tui.reader.place import Goto
from tui.reader.ways import place_of


def run(session: Session, words: str) -> None:
    """Go there and read it."""
    passages = session.passages()
    told = [index for index, passage in enumerate(passages) if not passage.ours] or [0]
    if words in ("top", "start", "beginning"):
        index = told[0]
    elif words in ("bottom", "end"):
        index = told[-1]
    elif words.isdecimal():
        index = max(told[0], min(int(words[:9]) - 1, told[-1]))
    elif words in ("'", "last") or len(words) == 1:
        _to_mark(session, words)
        return
    else:
        raise NotYet("go takes the number of a paragraph, top, bottom, last, or the letter of a mark.")
    session.go(Goto(at=passages[index].start))
    tell_passage(session, passages[index])


def _to_mark(session: Session, letter: str) -> None:
    if letter in ("'", "last"):
        place = session.trail.behind[-1] if session.trail.behind else None
        missing = "There is no place before this one yet."
    else:
        kept = session.marks.get(letter)
        place = place_of(session.whole(), kept) if kept is not None else None
        missing = f"Nothing is marked {letter}. mark {letter} marks a place."
    if place is None:
        raise NotYet(missing)
    before = session.place
    session.trail = session.trail.leave(before)
    session.arrive(place)
    tell_place(session, named=place.article != before.article)


COMMAND = Spoken(
    "go",
    run,
    "Goes to a paragraph of this article, to a mark, or to where you were before the last jump.",
    keys=("'",),
    takes="NUMBER | top | bottom | last | LETTER",
)
