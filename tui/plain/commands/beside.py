"""`beside`: what this article and another one both tell: where they contradict, which events, whom they name."""

from tui.plain.session import NotYet, Session
from tui.plain.spoken import Spoken
from tui.plain.telling import go_to
from tui.plain.voice import Entry
from tui.reader.beside import Matter, alike_articles, matters
from tui.reader.place import Goto

_SORTS = {"conflict": "They disagree", "event": "Both tell", "name": "Both name"}


def run(session: Session, words: str) -> None:
    """List what both speak of; without a title, the articles that tell of the same."""
    corpus, here = session.whole(), session.place.article
    if not words:
        found = alike_articles(corpus, here)
        if not found:
            raise NotYet("This is the only article.")
        session.voice.listing("Articles to lay beside this one:", [_choice(session, *one) for one in found])
        return
    wanted = words.casefold()
    other = next((one.id for one in corpus.articles if wanted in one.title.casefold() and one.id != here), None)
    if other is None:
        raise NotYet(f"No other article has {words} in its title. beside alone lists those that tell of the same.")
    compare_with(session, other)


def _choice(session: Session, article: int, why: str) -> Entry:
    title = session.corpus.articles[article].title
    return Entry(f"{title}, {why} in both" if why else title, lambda: compare_with(session, article))


def compare_with(session: Session, other: int) -> None:
    """List what the article in view and another one both speak of; a number goes to where the other speaks of it."""
    corpus = session.corpus

    def entry(matter: Matter) -> Entry:
        goto = Goto(article=other, at=matter.other[0])
        return Entry(f"{_SORTS[matter.sort]}: {matter.words}", lambda: go_to(session, goto))

    found = matters(corpus, session.place.article, other)
    if not found:
        raise NotYet("Nothing dated and no name is told by both.")
    session.voice.listing(f"With {corpus.articles[other].title}:", [entry(one) for one in found],
                          "A number goes to the other article; back returns.")  # fmt: skip


COMMAND = Spoken("beside", run, "Tells what this article and another one both tell.", takes="[WORDS OF A TITLE]")
