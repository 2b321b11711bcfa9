"""Knows when two rows tell the same event."""

from array import array
from collections.abc import Callable, Container, Iterable, Mapping, Sequence

from tui.events.marks import Marks
from tui.events.stretches import Stretch, sweep, together
from tui.events.sweep import Fates, Known
from tui.events.traits import Told
from tui.events.weigh import Common


def cluster(
    rows: Iterable[Told],
    clauses: Iterable[str] | None = None,
    articles: Sequence[int] | None = None,
    places: Container[int] = (),
    fates: Mapping[int, Fates] | None = None,
    retold: Iterable[tuple[int, int]] = (),
    breathe: Callable[[], None] = lambda: None,
    marks: Marks | None = None,
    common: Common | None = None,
) -> "array[int]":
    """For each row the index of the first row that tells the same event; its own index if it stands alone.

    `rows` are in calendar order. `clauses` are the words each row was read from, where they are at hand: they say more
    than the headlines. `articles` is the article of each row: one article that gives two exact dates tells of two
    things. `places` are the entities that are places, `fates` by row what it says became of whom, and `retold` pairs
    that are known to tell the same. `marks` are those of these rows where they are made already: then neither the rows
    nor the clauses are looked at. `common` knows of all rows, where these are but some of a collection.
    Two rows tell the same when they share a class of action and enough that is rare (entities, so many of something),
    and their bounds overlap, or what became of one person; bounds that only meet once widened by their own precision
    ask for more, and so do rows dated by publication alone and rows that count the same differently, unless two
    articles tell them of one day. Two articles that tell one exact day alike (`told_alike`) need nothing rare. Each
    row is compared with the few before it under each (action, rare thing), fate and day, so the work grows with the
    number of rows, never with its square, and what is held beside the marks with the rows of one season. The surest
    pairs are joined first, and no pair is joined that would bring rows together that cannot tell the same. `breathe`
    is called often: it may rest, and raise to end the work.
    """
    marks = marks if marks is not None else Marks(rows, clauses, articles, breathe)
    known = Known(places, fates or {}, tuple(retold))
    return together(marks, [sweep(marks, Stretch(0, 0, len(marks)), known, common, breathe)])
