"""What the signs in the margin beside a line stand for, in words."""

from bisect import bisect_left
from collections.abc import Iterable

from tui.corpus.tables import Corpus
from tui.dates.words import describe
from tui.display import squeeze
from tui.reader.compared import named_line
from tui.reader.nearby import notes_on
from tui.reader.placed import PlacedNote


def margin_words(corpus: Corpus, notes: Iterable[PlacedNote], article: int, start: int, end: int) -> list[str]:
    """What stands in the margin of `text[start:end]`, the weightiest first, each with its sign before it.

    Disputes with what cannot both hold, then the reader's notes, then the events with their dates.
    """
    told = list(notes)
    within, begins = corpus.events.in_article(article), corpus.events.start
    events = within[bisect_left(within, start, key=begins) : bisect_left(within, end, key=begins)]
    disputed = [event for event in events if corpus.is_disputed(event)]
    conflicts = dict.fromkeys(conflict for event in disputed for conflict in corpus.conflicts_of(event))
    lost = [one for one in told if one.article == article and not one.sure and start <= (one.start or 0) < end]
    return [
        *(f"! sources disagree: {squeeze(named_line(corpus, conflict))}" for conflict in conflicts),
        *(_note(corpus, placed) for placed in (notes_on(corpus, told, article, start, end) if told else ())),
        *(f"? {squeeze(placed.note.text) or 'a highlight'}: a note whose place is not sure" for placed in lost),
        *(_event(corpus, event) for event in events if event not in disputed and not corpus.events[event].reported),
    ]


def _note(corpus: Corpus, placed: PlacedNote) -> str:
    words = squeeze(placed.note.text) or "highlighted"
    if placed.entity is not None:
        return f"◇ on {squeeze(corpus.entities[placed.entity].name)}: {words}"
    return f"◆ {words}"


def _event(corpus: Corpus, event: int) -> str:
    sources = len({corpus.events[other].article for other in corpus.sources(event)})
    return f"· {describe(corpus.events[event].when)}" + (f", in {sources} articles" if sources > 1 else "")
