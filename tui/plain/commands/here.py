"""`here`: the names, dates, events, conflicts and notes of this paragraph, each to be opened."""

from collections.abc import Iterator

from tui.dates.words import describe
from tui.plain.commands.conflicts import entry as conflict_entry
from tui.plain.commands.notes import entry as note_entry
from tui.plain.commands.who import dossier
from tui.plain.session import Session
from tui.plain.spoken import Spoken
from tui.plain.telling import event_line
from tui.plain.voice import Entry
from tui.reader.nearby import notes_on
from tui.reader.passages import Passage
from tui.reader.peek import date_card


def run(session: Session, words: str) -> None:  # noqa: ARG001 - the form of a command
    """List them in the order they stand."""
    session.whole()
    passage = session.passages()[session.here()]
    found = [
        *_names(session, passage),
        *_dates(session, passage),
        *_events(session, passage),
        *_notes(session, passage),
    ]
    if not found:
        session.voice.say("This paragraph names nobody, has no date and no note.")
        return
    session.voice.listing("In this paragraph:", found)


def _names(session: Session, passage: Passage) -> Iterator[Entry]:
    corpus = session.corpus
    seen: set[int] = set()
    for mention in corpus.mentions.in_article(session.place.article):
        if passage.start <= mention.start < passage.end and mention.entity not in seen:
            seen.add(mention.entity)
            yield _name(session, mention.entity)


def _name(session: Session, entity: int) -> Entry:
    one = session.corpus.entities[entity]
    return Entry(f"Name: {one.name}, {one.kind.value}", lambda: dossier(session, entity))


def _dates(session: Session, passage: Passage) -> Iterator[Entry]:
    corpus, article = session.corpus, session.place.article
    text = corpus.text(article)
    for span in corpus.dates(article):
        if passage.start <= span.start < passage.end:
            value = describe(span.when) if span.when else "no value"
            why = "; ".join(date_card(corpus, article, span).lines)
            yield Entry(f"Date: {text[span.start : span.end]}, {value} ({why})")


def _events(session: Session, passage: Passage) -> Iterator[Entry]:
    corpus = session.corpus
    for event in corpus.events.in_article(session.place.article):
        if passage.start <= corpus.events[event].start < passage.end:
            yield _event(session, event)
            for conflict in corpus.conflicts_of(event):
                yield conflict_entry(session, conflict)


def _event(session: Session, event: int) -> Entry:
    from tui.plain.commands.sources import compare_sources

    return Entry(f"Event: {event_line(session.corpus, event)}", lambda: compare_sources(session, event))


def _notes(session: Session, passage: Passage) -> Iterator[Entry]:
    for placed in notes_on(session.corpus, session.notes, session.place.article, passage.start, passage.end):
        yield note_entry(session, placed, "Note: ")


COMMAND = Spoken("here", run, "Lists the names, dates, events and notes of this paragraph.", keys=("i", "f"))
