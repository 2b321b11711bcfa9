"""`open`: opens an article by its title or file name, or an entry of the last list by its number."""

from collections.abc import Sequence

from tui.plain.commands.again import tell_article
from tui.plain.session import NotYet, Session
from tui.plain.spoken import Spoken
from tui.plain.telling import article_line
from tui.plain.voice import Entry
from tui.reader.place import Goto


def run(session: Session, words: str) -> None:
    """Open it; several are listed."""
    if words.isdecimal():
        session.voice.open(int(words[:9]))
        return
    wanted = words.casefold()
    articles = session.corpus.articles
    if not wanted:
        raise NotYet("open takes some words of a title, or a number of the last list.")
    found = [one.id for one in articles if wanted in (one.path.casefold(), one.title.casefold())]
    found = found or [one.id for one in articles if wanted in one.title.casefold() or wanted in one.path.casefold()]
    if not found:
        raise NotYet(f"No article is called {words}. articles lists them all, jump forgives slips.")
    if len(found) == 1:
        show(session, found[0])
    else:
        session.voice.listing(f"{len(found):,} articles are called so.", entries(session, found))


def entries(session: Session, rows: Sequence[int]) -> list[Entry]:
    """Articles as entries that open them."""
    marks = session.read_marks

    def entry(row: int) -> Entry:
        said = ", with a star" * (row in marks.starred) + ", read" * (row in marks.read)
        return Entry(article_line(session.corpus.articles[row]) + said, lambda: show(session, row))

    return [entry(row) for row in rows]


def show(session: Session, article: int) -> None:
    """Open an article where it was left."""
    session.go(Goto(article=article))
    session.voice.stop()
    tell_article(session)


COMMAND = Spoken("open", run, "Opens an article, or an entry of the last list.", takes="WORDS OF A TITLE | NUMBER")
