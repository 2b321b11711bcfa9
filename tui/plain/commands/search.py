"""`search`: every hit of a query in the texts of the collection, with its line."""

from tui.plain.session import NotYet, Session
from tui.plain.spoken import Spoken
from tui.plain.telling import go_to
from tui.plain.voice import Entry
from tui.reader.fulltext import marks_of
from tui.reader.place import Goto
from tui.search import QueryError
from tui.search.schema import Unusable

_MOST = 1000
"""Hits listed; who has more of them asks for something narrower."""


def run(session: Session, words: str) -> None:
    """List the hits in reading order."""
    if not words:
        raise NotYet('search takes words, "phrases", OR and NOT: search raid irbil.')
    corpus, searcher, marks = session.whole(), session.collection.searcher, marks_of(session.notes)
    try:
        try:
            answer = searcher.ask(words, corpus, marks).finish()
        except Unusable:
            answer = searcher.ask_without_index(words, corpus, marks).finish()
    except QueryError as error:
        raise NotYet(f"The query cannot be read, {error}.") from error
    entries: list[Entry] = []
    articles = 0
    for found in answer:
        articles += 1
        title = corpus.articles[found.article].title
        for hit, line in zip(found.hits, found.lines, strict=True):
            entries.append(_entry(session, found.article, hit.start, f"{line.before}{line.match}{line.after}", title))
        if len(entries) >= _MOST:
            break
    if not entries:
        raise NotYet(f"Nothing here holds {words}.")
    many = "more than " if len(entries) >= _MOST else ""
    hits = f"{len(entries):,} hit{'s' if len(entries) != 1 else ''}"
    session.voice.listing(f"{many}{hits} in {articles:,} article{'s' if articles != 1 else ''}.", entries)


def _entry(session: Session, article: int, at: int, line: str, title: str) -> Entry:
    return Entry(f"{line} ({title})", lambda: go_to(session, Goto(article=article, at=at)))


COMMAND = Spoken(
    "search",
    run,
    "Lists every place in all texts that holds some words.",
    keys=("s",),
    takes="QUERY",
    more='raid irbil: both words; "safe house": a phrase; raid OR arrest; raid NOT exercise; kata*: a beginning; '
    "~quds: any spelling of that name; in:title, by:, source:, date:2007-01..2007-06, is:noted, tag:.",
)
