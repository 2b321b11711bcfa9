"""Everything in a collection that can be jumped to, and where each target leads: shared by the jump box and `jump`."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from tui.corpus.since import Since
from tui.corpus.tables import Corpus
from tui.dates.edtf import EdtfError, parse
from tui.jump import Target
from tui.model import OPEN_PAST
from tui.reader.command import Command
from tui.reader.place import Goto
from tui.reader.placed import PlacedNote

_NOTE_CHARACTERS = 80

MANY_EVENTS = 250_000
"""With more events than that none is a target by its headline: dates, names and the full text lead there."""


def days_of(corpus: Corpus) -> list[int]:
    """The day numbers on which something happened, as far as the texts say; merely reported things left out."""
    days = corpus.events.days
    return list(days[bisect_right(days, OPEN_PAST) :])


def targets(corpus: Corpus, notes: Iterable[PlacedNote] = (), commands: Sequence[Command] = ()) -> list[Target]:
    """Every entity, article, event, note and tag, and the commands given.

    `ref` is the row number of an entity, article or event, the id of a note or command, and the tag itself.
    """
    return [*told_by(corpus), *added_to(notes, commands)]


def told_by(corpus: Corpus) -> Iterator[Target]:
    """What the collection itself has to jump to: entities, articles, events."""
    yield from _entities(corpus, range(len(corpus.entities)))
    yield from _articles(corpus, range(len(corpus.articles)))
    yield from _events(corpus, range(len(corpus.events)))


def told_since(corpus: Corpus, since: Since) -> Iterator[Target]:
    """Of that what is new since the collection was woven, or has spellings it had not."""
    yield from _entities(corpus, since.named)
    yield from _articles(corpus, since.came)
    events = (event for article in since.came for event in corpus.events.in_article(article))
    yield from _events(corpus, events)


def added_to(notes: Iterable[PlacedNote], commands: Sequence[Command] = ()) -> list[Target]:
    """What a person and the program add to that: notes, tags, commands."""
    placed = list(notes)
    tags = dict.fromkeys(tag for found in placed for tag in found.note.tags)
    return [
        *(_note(found) for found in placed),
        *(Target("tag", tag, tag) for tag in tags),
        *(Target("command", one.title, one.name, ((one.told, "what it does"),)) for one in commands),
    ]


def goto_of(corpus: Corpus, target: Target) -> Goto | None:
    """Where a target leads; None if it leads nowhere in the texts (a command, a tag, a note without a place)."""
    match target.kind, target.ref:
        case "entity", int(row):
            return Goto(entity=row)
        case "article", int(row):
            return Goto(article=row)
        case "event", int(row):
            return Goto(event=row)
        case "date", str(value):
            event = event_of_date(corpus, value)
            return None if event is None else Goto(event=event)
        case "note", _ if target.article >= 0:
            return Goto(article=target.article, at=target.start)
    return None


def event_of_date(corpus: Corpus, value: str) -> int | None:
    """Id of the first event that begins in or after an EDTF date, else of the last; None without events.

    Merely reported events are passed over: they say when something was told, not when it was.
    """
    try:
        when = parse(value)
    except EdtfError:
        return None
    later = range(corpus.events.since(when.first), len(corpus.events))
    earlier = range(later.start - 1, -1, -1)
    return next((event for event in (*later, *earlier) if not corpus.events[event].reported), None)


def _entities(corpus: Corpus, rows: Iterable[int]) -> Iterator[Target]:
    for entity in map(corpus.entities.__getitem__, rows):
        found = corpus.mentions.first_of(entity.id)
        yield Target(
            "entity",
            entity.name,
            entity.id,
            tuple((alias.name, alias.reason) for alias in entity.aliases),
            entity.count,
            found.article if found else -1,
            found.start if found else 0,
        )


def _articles(corpus: Corpus, rows: Iterable[int]) -> Iterator[Target]:
    for article in map(corpus.articles.__getitem__, rows):
        name = article.path.rpartition("/")[2]
        aliases = ((name, "file"),) if name != article.title else ()
        yield Target("article", article.title, article.id, aliases, 0, article.id, 0)


def _events(corpus: Corpus, rows: Iterable[int]) -> Iterator[Target]:
    if len(corpus.events) > MANY_EVENTS:
        return
    for event in map(corpus.events.__getitem__, rows):
        yield Target("event", event.headline, event.id, (), 0, event.article, event.start)


def _note(found: PlacedNote) -> Target:
    quote = found.note.target.quote if found.note.target else ""
    words = " ".join((found.note.text or quote).split())[:_NOTE_CHARACTERS]
    article = -1 if found.article is None else found.article
    return Target("note", words, found.note.id, (), 0, article, found.start or 0)
