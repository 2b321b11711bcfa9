"""What a small card says about the date or name one is reading, without a screen."""

from dataclasses import dataclass

from tui.corpus.tables import Corpus
from tui.dates.words import describe
from tui.model import DateSpan, Mention
from tui.reader.why import why_of_date

REASONS = 4
"""Spellings of a name that a card gives the reason of."""


@dataclass(frozen=True, slots=True)
class Card:
    """What stands on a card."""

    title: str
    """Its first line."""
    lines: tuple[str, ...]
    """The lines below, each of any length."""


def card_at(corpus: Corpus, article: int, at: int, line: tuple[int, int] | None = None) -> Card | None:
    """The card of the date or name at an offset, else of the first one that begins in `line`; None without any.

    Raises OSError if the article's file has gone.
    """
    both: list[DateSpan | Mention] = [*corpus.dates(article), *corpus.mentions.in_article(article)]
    found = next((one for one in both if one.start <= at < one.end), None)
    if found is None and line is not None:
        inside = (one for one in both if line[0] <= one.start < line[1])
        found = min(inside, key=lambda one: one.start, default=None)
    if isinstance(found, DateSpan):
        return date_card(corpus, article, found)
    return name_card(corpus, found.entity) if found is not None else None


def date_card(corpus: Corpus, article: int, span: DateSpan) -> Card:
    """Value in words, EDTF, precision, and how it came about."""
    why = why_of_date(corpus, article, span)
    if span.when is None:
        return Card("undated", (why, "E gives it a date."))
    rough = ", approximate" if span.when.approximate else ""
    return Card(describe(span.when), (f"EDTF {span.when.edtf}   known to the {_finely(span)}{rough}", why))


def _finely(span: DateSpan) -> str:
    """How finely a date is known, as it ends "known to the …"."""
    precision = span.when.precision.value if span.when else ""
    return {"part": "part of a month or year", "interval": "two ends of an interval"}.get(precision, precision)


def name_card(corpus: Corpus, entity: int) -> Card:
    """Name, kind, how often it is met, and why other spellings are taken for it."""
    known = corpus.entities[entity]
    times = f"named {_times(known.count)} in {known.articles} article{'s' if known.articles != 1 else ''}"
    also = [f"also “{alias.name}”: {alias.reason}" for alias in known.aliases[:REASONS]]
    more = len(known.aliases) - REASONS
    rest = [f"and {more} more spelling{'s' if more != 1 else ''}"] if more > 0 else []
    about = [known.about] if known.about else []
    return Card(known.name, (f"{known.kind.value}, {times}", *about, *also, *rest))


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count:,} times")
