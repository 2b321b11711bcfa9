"""Placing a note again: where its passage may be, likeliest first, for a person to look at and accept."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from tui.corpus.tables import Corpus
from tui.notes.model import ENTITY, EVENT, SPAN, Anchor, EventRef, Note
from tui.reader.context import line_around
from tui.reader.homes import Homes
from tui.reader.placed import PlacedNote
from tui.reader.writing import article_ref

MOST = 12
"""Places shown at most."""

_ARTICLES = 200
"""Further articles looked into at most, for the very words alone."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place a note may be put to."""

    article: int
    """Article id."""
    start: int
    """Offset of the passage; 0 for a note on a whole article."""
    end: int
    """Offset after it; 0 for a note on a whole article."""
    whole: bool = False
    """Whether it is the article as a whole."""
    event: int | None = None
    """Id of the event told there, for a note on an event."""


def spots(corpus: Corpus, placed: PlacedNote, here: int, chosen: tuple[int, int] | None = None) -> list[Spot]:
    """The places a note may belong to: where it is shown now, then the likeliest in its article, then elsewhere.

    `here` is the article in view and `chosen` a passage of it, which is offered last: the reader may know better.
    A note on an event belongs to one told in its article; notes on entities have no place of their own and get none.
    Nothing is written.
    """
    note = placed.note
    if note.on == ENTITY:
        return []
    if note.on == EVENT:
        return list(islice(dict.fromkeys(_events(corpus, placed)), MOST))
    if note.on != SPAN or note.target is None:
        rows = [placed.article, here] if note.article is not None else [here]
        return [Spot(row, 0, 0, whole=True) for row in dict.fromkeys(rows) if row is not None]
    found = dict.fromkeys(islice(dict.fromkeys(_passages(corpus, placed, here)), MOST))
    if chosen is not None:
        found[Spot(here, *chosen)] = None
    return list(found)


def _passages(corpus: Corpus, placed: PlacedNote, here: int) -> Iterator[Spot]:
    target = placed.note.target
    if target is None:
        return
    if placed.article is not None and placed.start is not None and placed.end is not None:
        yield Spot(placed.article, placed.start, placed.end)
    home = Homes(corpus).of(placed.note.article) if placed.note.article is not None else None
    if home is not None:
        yield from _candidates(corpus, home.article.id, target)
    from tui.notes.fold import fold  # late, as the finder is: nobody waits for it at the start

    words = fold(target.quote).text.strip()
    for article in corpus.articles[:_ARTICLES]:
        if words and (home is None or article.id != home.article.id):
            folded = fold(_text(corpus, article.id))
            at = folded.text.find(words)
            if at >= 0:
                yield Spot(article.id, folded.start(at), folded.end(at + len(words)))
    # In the article that happens to be in view anything may be alike: behind the very words elsewhere.
    yield from _candidates(corpus, here, target)


def _events(corpus: Corpus, placed: PlacedNote) -> Iterator[Spot]:
    """The event a note is shown at, then those told in its words, then those of its article on its date."""
    ref = placed.note.event
    article = placed.article
    if ref is None or article is None:
        return
    told = [corpus.events[event] for event in corpus.events.in_article(article)]
    likely = list(_candidates(corpus, article, Anchor(ref.quote)))
    ranked = [event for event in told if event.id == placed.event]
    ranked += [event for spot in likely for event in told if event.start < spot.end and spot.start < event.end]
    ranked += [event for event in told if event.when.edtf == ref.date]
    for event in ranked:
        yield Spot(article, event.start, event.end, event=event.id)


def _candidates(corpus: Corpus, article: int, target: Anchor) -> Iterator[Spot]:
    from tui.notes import anchor  # late: it brings the matching engine

    for found in anchor.candidates(_text(corpus, article), target):
        yield Spot(article, found.start, found.end)


def moved_to(corpus: Corpus, note: Note, spot: Spot) -> Note:
    """The note as it is once a place is accepted: its passage and its article anew. Raises OSError without the file."""
    article = article_ref(corpus, spot.article)
    if spot.event is not None:
        row = corpus.events[spot.event]
        quote = corpus.text(spot.article)[row.start : row.end]
        return replace(note, article=article, event=EventRef(row.when.edtf, row.when.precision.value, quote))
    if spot.whole:
        return replace(note, article=article)
    from tui.notes import anchor  # late: it brings the matching engine

    return replace(note, article=article, target=anchor.make(corpus.text(spot.article), spot.start, spot.end))


def words_of_spot(corpus: Corpus, spot: Spot) -> tuple[str, str, str, str]:
    """A place for people: the article's title, and the words before, at and after the passage on one line."""
    title = corpus.articles[spot.article].title
    if spot.whole:
        return title, "", "the whole article", ""
    return title, *line_around(_text(corpus, spot.article), spot.start, spot.end)


def _text(corpus: Corpus, article: int) -> str:
    """An article's text; "" if its file has gone."""
    try:
        return corpus.text(article)
    except OSError:
        return ""
