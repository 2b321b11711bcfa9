"""`sources`: what each source says of one event, and what contradicts it."""

from tui.plain.session import NotYet, Session
from tui.plain.spoken import Spoken
from tui.plain.telling import go_to
from tui.plain.voice import Entry
from tui.reader.compared import compare
from tui.reader.place import Goto


def run(session: Session, words: str) -> None:  # noqa: ARG001 - the form of a command
    """Lay the sources of the event in focus side by side."""
    session.whole()
    if session.place.event is None:
        raise NotYet("No event is in focus: timeline lists them.")
    compare_sources(session, session.place.event)


def compare_sources(session: Session, event: int) -> None:
    """Read out what each source says of an event; opening one goes there."""
    compared = compare(session.corpus, event)
    for conflict in compared.conflicts:
        session.voice.say(f"Sources disagree: {conflict}.")

    def entry(row: int, words: str) -> Entry:
        return Entry(words, lambda: go_to(session, Goto(event=row)))

    many = len(compared.sources)
    session.voice.listing(
        f"{many} source{'s' if many != 1 else ''}.",
        [entry(one.event, f"{one.date}, in {one.title}: {one.sentence}") for one in compared.sources],
    )


COMMAND = Spoken("sources", run, "Reads out what each source says of the event in focus.", keys=("c",))
