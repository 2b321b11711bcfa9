"""`who`: the dossier: all that is known about one name, every line of it a way into the text."""

from collections.abc import Iterator

from tui.corpus.tables import Corpus
from tui.dates.words import describe
from tui.display import squeeze
from tui.plain.session import NotYet, Session
from tui.plain.spoken import Spoken
from tui.plain.telling import event_line, go_to, note_line
from tui.plain.voice import Entry
from tui.reader.compared import named_line
from tui.reader.context import line_around
from tui.reader.place import Goto
from tui.reader.portrait import facts_of
from tui.reader.roles import roles_held, sentence_of
from tui.reader.why_name import reason_sentence

_COMPANIONS = 12


def run(session: Session, words: str) -> None:
    """Read out the dossier of a name, else of the one in focus, else of the first one in this paragraph."""
    dossier(session, entity_called(session, words))


def entity_called(session: Session, words: str) -> int:
    """Id of the entity meant; raises `NotYet` with the likeliest where none is called so."""
    corpus = session.whole()
    if words:
        found = corpus.entity_named(words)
        if found is not None:
            return found
        near = [hit.target.name for hit in session.index().rank(f"@{words}", limit=3)]
        hint = f"Did you mean {', or '.join(near)}?" if near else "entities lists them all."
        raise NotYet(f"Nobody and nothing here is called {words}. {hint}")
    if session.place.entity is not None:
        return session.place.entity
    passage = session.passages()[session.here()]
    for mention in corpus.mentions.in_article(session.place.article):
        if passage.start <= mention.start < passage.end:
            return mention.entity
    raise NotYet("No name stands in this paragraph. who NAME tells of anybody.")


def dossier(session: Session, entity: int) -> None:
    """Read out all about an entity, and bring it into focus."""
    session.place = type(session.place)(session.place.article, session.place.at, entity, session.place.event)
    known = session.corpus.entities[entity]
    session.voice.say(f"{known.name}: {facts_of(session.corpus, entity).replace(' · ', ', ')}.")
    if known.about:
        session.voice.say(known.about)
    session.voice.listing("In the dossier:", list(_lines(session, entity)))


def _lines(session: Session, entity: int) -> Iterator[Entry]:
    corpus = session.corpus
    known = corpus.entities[entity]
    for alias in known.aliases:
        yield Entry(f"Also written {alias.name}: {reason_sentence(alias.reason, known.kind.value)}")
    for placed in session.notes:
        if placed.entity == entity:
            yield Entry(f"Your note: {note_line(placed)}")
    for held in roles_held(corpus, entity):
        first = held.said[0]
        words = f"Role: {held.words} {corpus.entities[held.other].name}. {sentence_of(corpus, first)}"
        yield _leading(session, words, Goto(article=first.article, at=first.start, entity=entity))
    for said in corpus.statuses_of(entity):
        when = describe(said.when) if said.when else "no date"
        words = f"What became of it: {said.fate}, {when}, in {squeeze(corpus.articles[said.article].title)}"
        yield _leading(session, words, Goto(article=said.article, at=said.start, entity=entity, event=said.event))
    yield from _conflicts(session, corpus, entity)
    for event in corpus.events.of_entity(entity):
        if not corpus.events[event].reported:
            yield _leading(session, f"Event: {event_line(corpus, event)}", Goto(event=event, entity=entity))
    for other, count in corpus.companions(entity)[:_COMPANIONS]:
        yield _companion(session, other, count)
    for mention in corpus.mentions.of_entity(entity):
        title = corpus.articles[mention.article].title
        line = "".join(line_around(corpus.text(mention.article), mention.start, mention.end))
        goto = Goto(article=mention.article, at=mention.start, entity=entity)
        yield _leading(session, f"Mention: {line} ({title})", goto)


def _conflicts(session: Session, corpus: Corpus, entity: int) -> Iterator[Entry]:
    for conflict in corpus.conflicts:
        if conflict.entity == entity:
            yield _leading(session, f"Conflict: {named_line(corpus, conflict)}", Goto(event=conflict.events[0]))


def _companion(session: Session, other: int, count: int) -> Entry:
    words = f"Named together with {session.corpus.entities[other].name}, {count} event{'s' if count != 1 else ''}"
    return Entry(words, lambda: dossier(session, other))


def _leading(session: Session, words: str, goto: Goto) -> Entry:
    return Entry(words, lambda: go_to(session, goto))


COMMAND = Spoken("who", run, "Reads out all about a name.", keys=("*", "dossier"), takes="[NAME]")
