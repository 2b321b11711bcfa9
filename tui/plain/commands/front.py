"""`front`: the front page: what the collection holds, what is new, unread, in dispute; every line of it opens."""

from collections.abc import Callable

from tui.plain.commands import articles, company, conflicts, notes, open, skipped, who  # noqa: A004 - a command
from tui.plain.commands.again import tell_article
from tui.plain.session import Session
from tui.plain.spoken import Spoken
from tui.plain.voice import Entry
from tui.reader.articlesieve import ArticleSieve
from tui.reader.front import front_page
from tui.reader.frontitems import Item, Opens, ToCommand, ToCompany, ToConflict, ToEntity, ToNote, ToSkipped
from tui.reader.place import Goto

_ROOM = 16
"""Lines a column of the page would have: few of each sort, since all are heard one after another."""

_SIGNS = {"★": "with a star", "•": "unread"}


def run(session: Session, words: str) -> None:  # noqa: ARG001 - the form of a command
    """List it, section after section."""
    session.whole()
    page = front_page(session.corpus, session.place, session.read_marks, session.notes, _ROOM, begun=True)
    session.voice.say(f"{page.title}: {page.facts.replace(' · ', ', ')}.")
    sections = [section for column in page.columns for section in column]
    session.voice.listing(
        f"{len(sections)} sections:",
        [
            _entry(session, section.title if not row else "", item)
            for section in sections
            for row, item in enumerate(section.items)
        ],
    )


def _entry(session: Session, title: str, item: Item) -> Entry:
    """A line; the first of a section says which that is."""
    tail = item.tail.strip()
    if isinstance(item.opens, ToEntity) and tail:
        # On the page a word over the column says what is counted.
        tail = f"in {tail} article{'s' if tail != '1' else ''}"
    said = ", ".join(words for words in (item.words, tail, _SIGNS.get(item.sign, "")) if words)
    head = f"{' '.join(title.split())}: " if title else ""
    return Entry(head + said, _opener(session, item.opens))


def _opener(session: Session, opens: Opens) -> Callable[[], None]:
    """What a line of the page does."""

    def act() -> None:
        match opens:
            case Goto():
                session.go(opens)
                tell_article(session)
            case ToEntity(entity):
                who.dossier(session, entity)
            case ToConflict(row):
                conflicts.tell(session, session.corpus.conflicts[row])
            case ToNote(note):
                placed = next((one for one in session.notes if one.note.id == note), None)
                if placed is not None:
                    notes.tell(session, placed)
            case ArticleSieve():
                found = opens.sift(session.corpus, session.read_marks, articles.noted(session))
                session.voice.listing(f"{len(found):,} {opens.said()}.", open.entries(session, found))
            case ToCompany():
                company.run(session, "all")
            case ToSkipped():
                skipped.run(session, "")
            case ToCommand("timeline.conflicts"):
                conflicts.run(session, "")
            case _:
                notes.run(session, "")

    return act


COMMAND = Spoken("front", run, "Tells what the collection holds: what is new, unread, in dispute, most named.")
