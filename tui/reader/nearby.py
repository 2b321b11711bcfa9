"""Which of the reader's notes belong to a stretch of an article: those on it, and on names and events told there."""

from collections.abc import Iterable

from tui.corpus.tables import Corpus
from tui.reader.placed import PlacedNote


def notes_on(corpus: Corpus, notes: Iterable[PlacedNote], article: int, start: int, end: int) -> tuple[PlacedNote, ...]:
    """The notes on passages, events and names within `text[start:end]` of an article, in that order.

    A note on the whole article belongs to the stretch it begins with; one that has no sure place to none.
    """
    told = [placed for placed in notes if placed.sure]
    events = {event for event in corpus.events.in_article(article) if _meet(corpus, event, start, end)}
    names = {
        mention.entity for mention in corpus.mentions.in_article(article) if mention.start < end and start < mention.end
    }
    passages = [
        placed
        for placed in told
        if placed.article == article and placed.event is None and (placed.start or 0) < end and start < _end(placed)
    ]
    on_events = [
        placed for placed in told if placed.event is not None and not events.isdisjoint(corpus.sources(placed.event))
    ]
    return (*passages, *on_events, *(placed for placed in told if placed.entity in names))


def _end(placed: PlacedNote) -> int:
    return placed.end if placed.end is not None else 1


def _meet(corpus: Corpus, event: int, start: int, end: int) -> bool:
    row = corpus.events[event]
    return row.start < end and start < row.end
