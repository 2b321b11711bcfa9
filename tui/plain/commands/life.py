"""`life`: the life line of a name: what became of it, what it was and did, by date, with the gaps."""

from tui.plain.commands.who import entity_called
from tui.plain.session import NotYet, Session
from tui.plain.spoken import Spoken
from tui.plain.telling import go_to
from tui.plain.voice import Entry
from tui.reader.lifeline import LifeRow, life_line


def run(session: Session, words: str) -> None:
    """Tell it from the earliest to the latest; a number goes to where a line is told."""
    entity = entity_called(session, words)
    name = session.corpus.entities[entity].name
    rows = [row for row in life_line(session.corpus, entity).rows if row.sort != "year"]
    if not rows:
        raise NotYet(f"Nothing dated is told of {name}. who {name} tells the rest.")
    session.voice.listing(f"The life line of {name}:", [_entry(session, row) for row in rows])


def _entry(session: Session, row: LifeRow) -> Entry:
    goto = row.goto
    if goto is None:
        return Entry(row.words)
    facts = [
        f"in {row.title}",
        f"told by {row.articles} articles" if row.articles > 1 else "",
        "sources disagree" if row.disputed else "",
    ]
    words = f"{row.date}: {row.words}" if row.date else row.words
    return Entry(f"{words} ({', '.join(fact for fact in facts if fact)})", lambda: go_to(session, goto))


COMMAND = Spoken("life", run, "Tells what became of a name, by date.", keys=("B",), takes="[NAME]")
