"""`timeline`: the events in calendar order, all or those of a name, a period, this article, in conflict."""

from collections.abc import Callable

from tui.plain.session import NotYet, Session
from tui.plain.spoken import Spoken
from tui.plain.telling import events
from tui.plain.voice import Entry
from tui.reader.eventsieve import HERE, EventSieve
from tui.reader.gathered import gather
from tui.reader.period import read_period


def run(session: Session, words: str) -> None:
    """List the events that what follows lets through; `years` counts them by the year first."""
    corpus = session.whole()
    if words == "years":
        _years(session)
        return
    sieve = sieve_of(session, words)
    dated, merely = corpus.events.columns.rows(sieve.sift(corpus, session.place))
    if not len(dated) and not len(merely):
        raise NotYet(f"No event there: {sieve.said(corpus)}." if words else "No article here dates an event.")
    about = f", {sieve.said(corpus).replace(' · ', ', ')}" if words else ""
    told = f"{len(dated):,} event{'s' if len(dated) != 1 else ''}{about}"
    reports = f", and {len(merely):,} merely reported at the end" if len(merely) else ""
    session.voice.listing(f"{told}{reports}.", events(session, [*dated, *merely]))


def sieve_of(session: Session, words: str) -> EventSieve:
    """What was typed as a filter: here, conflicts, several, a period, a name, else words of the headline."""
    corpus = session.whole()
    fixed = {
        "here": EventSieve(article=HERE),
        "conflicts": EventSieve(conflicts=True),
        "several": EventSieve(several=True),
        "": EventSieve(),
    }
    if words in fixed:
        return fixed[words]
    period = read_period(words)
    if period is not None:
        return EventSieve(period=period)
    entity = corpus.entity_named(words)
    if entity is not None:
        return EventSieve(entity=corpus.entities[entity].name)
    name, _, rest = words.rpartition(" in ")
    entity, period = corpus.entity_named(name), read_period(rest)
    if entity is not None and period is not None:
        return EventSieve(entity=corpus.entities[entity].name, period=period)
    return EventSieve(words=words)


def _years(session: Session) -> None:
    """A line a year: how many events, and who is named in most."""
    from tui.reader.chronicle import Chronicle, Sort, Zoom

    corpus = session.corpus
    chronicle = Chronicle(corpus, range(len(corpus.events)))
    chronicle.lay(Zoom.YEAR, frozenset())
    entries: list[Entry] = []
    for row in range(len(chronicle.rows)):
        line = chronicle.line(row)
        if line is None or line.sort is not Sort.YEAR:
            continue
        inside = list(chronicle.events_under(line))
        gathered = gather(corpus, inside)
        names = ", ".join(name for name, _ in gathered.names[:3])
        many = f"{gathered.count:,} event{'s' if gathered.count != 1 else ''}"
        entries.append(Entry(f"{line.words}: {many}{f', mostly {names}' if names else ''}", _opener(session, inside)))
    session.voice.listing(f"{len(entries)} years.", entries)


def _opener(session: Session, rows: list[int]) -> Callable[[], None]:
    return lambda: session.voice.listing(f"{len(rows):,} events.", events(session, rows))


COMMAND = Spoken(
    "timeline",
    run,
    "Lists the events in calendar order.",
    takes="[years | here | conflicts | several | PERIOD | NAME | NAME in PERIOD | WORDS]",
    more="A period is 2007, may 2007, 2006..2008, until 2007-08 and the like; several: told by more than one article.",
)
