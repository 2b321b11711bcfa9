"""Correcting a date without a screen: what is to be corrected, what it says now, the corrections that come of it."""

from collections.abc import Iterable
from dataclasses import dataclass

from tui.corpus.corrected import DateCorrection, plain
from tui.corpus.tables import Corpus
from tui.dates.words import describe
from tui.display import squeeze
from tui.model import DateOrder, DateSpan, When
from tui.notes.corrections import Correction, Corrections
from tui.notes.undo import Change, History

DATE, PUBLISHED = "date", "published"
"""The sorts of correction this is about, as corrections.toml calls them."""


@dataclass(frozen=True, slots=True)
class Misdated:
    """A date that somebody wants to correct."""

    article: str
    """Stable path of its article."""
    collection: str
    """Key of the collection."""
    quote: str | None
    """Its words, white space made single; None for the publication date."""
    now: When | None
    """The value it has."""
    count: int = 1
    """How many dates of the article have these words: all are corrected."""
    order: DateOrder | None = None
    """How its collection writes numeric dates; None where it does not say."""
    title: str = ""
    """What the article is called; "" if only its path is known."""

    @property
    def words(self) -> str:
        """What is being corrected, for people."""
        if self.quote is None:
            return f"Publication date of {self.title or self.article}"
        more = f", {self.count} times in this article" if self.count > 1 else ""
        return f"“{self.quote}”{more}"


def misdated(corpus: Corpus, article: int, span: DateSpan | None) -> Misdated:
    """The date expression of an article, or without one its publication date; raises OSError if its file has gone."""
    facts, orders = corpus.articles[article], corpus.facts.orders
    order = orders[article] if article < len(orders) else None
    if span is None:
        return Misdated(facts.path, corpus.facts.key, None, facts.published, order=order, title=squeeze(facts.title))
    text = corpus.text(article)
    quote = plain(text[span.start : span.end])
    same = sum(plain(text[other.start : other.end]) == quote for other in corpus.dates(article))
    return Misdated(facts.path, corpus.facts.key, quote, span.when, same, order)


def misdated_event(corpus: Corpus, event: int) -> Misdated:
    """The date an event hangs on: its date expression, else its article's publication. Raises OSError."""
    found = corpus.events[event]
    return misdated(corpus, found.article, date_of_event(corpus, event))


def date_of_event(corpus: Corpus, event: int) -> DateSpan | None:
    """The date expression an event hangs on; None for one that is dated by its article's publication."""
    found = corpus.events[event]
    if found.reported:
        return None
    return next((span for span in corpus.dates(found.article) if span.start <= found.at < span.end), None)


def date_corrections(corrections: Iterable[Correction]) -> tuple[DateCorrection, ...]:
    """The corrections of dates among all corrections, as a corpus takes them."""
    return tuple(
        DateCorrection(
            one.texts.get("article", ""),
            one.texts.get("value", ""),
            None if one.what == PUBLISHED else one.texts.get("quote", ""),
            one.texts.get("collection", ""),
        )
        for one in corrections
        if one.what in (DATE, PUBLISHED)
    )


def store(corrections: Corrections, history: History, what: Misdated, value: When | None) -> str:
    """Write down the right value of a date, or with None take its correction back; says what was done in a sentence.

    It takes the place of what corrections.toml said about the same date before. Raises what `Corrections` raises.
    """
    corrections.refresh()
    said = _correction(what, value) if value is not None else None
    old = [one for one in corrections.all if _is_about(one, what)]
    if said is not None and old == [said]:
        return "It is corrected to that already."
    if said is None and not old:
        return "There is no correction of it to take back."
    stale = [one for one in old if one != said]
    if said is not None and said not in old:
        unsaid = stale.pop() if stale else None
        # The new one first: if the program ends in between, both stand there, and neither is used.
        corrections.add(said)
        if unsaid is not None:
            corrections.remove(unsaid)
        history.record(Change(said=said, unsaid=unsaid))
    for one in stale:
        corrections.remove(one)
        history.record(Change(unsaid=one))
    if value is None:
        return "Its correction is taken back. u brings it back."
    return f"{what.words} is {describe(value)} now. u takes it back."


def _correction(what: Misdated, value: When) -> Correction:
    texts = {"article": what.article, "quote": what.quote, "value": value.edtf, "collection": what.collection}
    return Correction(DATE if what.quote is not None else PUBLISHED, {k: v for k, v in texts.items() if v is not None})


def _is_about(one: Correction, what: Misdated) -> bool:
    if one.what != (DATE if what.quote is not None else PUBLISHED) or one.texts.get("article") != what.article:
        return False
    if one.texts.get("collection", what.collection) != what.collection:
        return False
    return what.quote is None or plain(one.texts.get("quote", "")) == what.quote
