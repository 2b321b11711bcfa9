"""`read`: reads the article on, a paragraph at a time or as many as are wanted."""

from tui.plain.session import NotYet, Session
from tui.plain.spoken import Spoken
from tui.plain.telling import tell_passage
from tui.reader.place import Goto


def run(session: Session, words: str) -> None:
    """Read one paragraph, so many, or all that are left."""
    if words and words != "all" and not words.isdecimal():
        raise NotYet("read takes a number of paragraphs, or all.")
    left = len(session.passages()) if words == "all" else int(words[:9] or "1")
    while left > 0 and read_on(session):
        left -= 1


def read_on(session: Session) -> bool:
    """Read the next paragraph; False at the end of the article."""
    passages = session.passages()
    here = session.here()
    if here + 1 >= len(passages):
        _tell_end(session)
        return False
    for passage in passages[here + 1 :]:
        if passage.ours and passage.kind != "fold":
            continue
        if not passage.ours:
            session.go(Goto(at=passage.start, until=passage.end, keep=True))
        tell_passage(session, passage)
        if not passage.ours:
            return True
    _tell_end(session)
    return False


def _tell_end(session: Session) -> None:
    articles, here = session.corpus.articles, session.place.article
    if here not in session.read_marks.read:
        session.read_marks = session.read_marks.with_read(session.corpus, [here], True)
    if here + 1 < len(articles):
        session.voice.say(f"End of the article. next opens {articles[here + 1].title}.")
    else:
        session.voice.say("End of the last article.")


COMMAND = Spoken(
    "read",
    run,
    "Reads on: the next paragraph, as Enter alone does, or so many.",
    keys=("j",),
    takes="[NUMBER | all]",
)
