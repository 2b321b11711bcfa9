"""How the dates of a collection came by their values, in sentences; of an event, through the date it hangs on."""

from tui.corpus.tables import Corpus
from tui.dates.explain import explain
from tui.dates.words import describe
from tui.model import DateSpan
from tui.reader.redate import date_of_event


def why_of_date(corpus: Corpus, article: int, span: DateSpan) -> str:
    """One sentence on a date expression of an article; raises OSError if its file has gone."""
    return explain(span, corpus.text(article), corpus.dates(article), corpus.articles[article].published)


def why_of_event(corpus: Corpus, event: int) -> str:
    """One sentence on the date of an event; raises OSError if the article's file has gone."""
    found = corpus.events[event]
    span = date_of_event(corpus, event)
    if span is not None:
        under = "It is told under a heading: " if found.rule == "heading" else ""
        return under + why_of_date(corpus, found.article, span)
    published = corpus.articles[found.article].published
    if found.reported and published is not None:
        return f"No date is told; the article was published {describe(published)}."
    return f"It is {describe(found.when)}."
