"""`seen`: says that the article was read, or is unread again; `seen all` is done with every one."""

from tui.plain.session import NotYet, Session
from tui.plain.spoken import Spoken


def run(session: Session, words: str) -> None:
    """Turn the mark of this article, or mark all."""
    corpus, marks = session.corpus, session.read_marks
    if words == "all":
        unread = [article for article in range(len(corpus.articles)) if article not in marks.read]
        session.read_marks = marks.with_read(corpus, unread, True)
        session.voice.say(f"{len(unread):,} article{'s are' if len(unread) != 1 else ' is'} marked as read.")
        return
    if words:
        raise NotYet("seen takes nothing, or all.")
    read = session.place.article not in marks.read
    session.read_marks = marks.with_read(corpus, [session.place.article], read)
    session.voice.say("Read." if read else "Unread again.")


COMMAND = Spoken(
    "seen",
    run,
    "Says that this article was read, or is unread again; seen all is done with every one.",
    keys=("r",),
    takes="[all]",
    more="Reading an article to its end marks it as read.",
)
