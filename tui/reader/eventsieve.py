"""Which events the timeline shows: all, or those with an entity, in a period, with a word, of an article, in conflict.

A sieve names entities and articles by what stays when the collection is read anew, never by their row numbers.
"""

from array import array
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from tui.corpus.tables import Corpus
from tui.reader.period import Period
from tui.reader.place import Place

HERE = "\x00here"
"""Stands for the article in view, whichever that is: no path can be called so."""


@dataclass(frozen=True, slots=True)
class EventSieve:
    """What lets events through; everything it asks for must be so, and the empty one lets all through."""

    entity: str = ""
    """Name of an entity that must be named in it."""
    period: Period | None = None
    """Days of which it may mean one."""
    words: str = ""
    """Words its headline must hold, each of them, in any order; case counts where a capital was typed."""
    article: str = ""
    """Path of the article that must tell it, or `HERE`."""
    conflicts: bool = False
    """Whether sources must disagree on it, or have done so until the reader dismissed that."""
    several: bool = False
    """Whether more than one article must tell it."""

    @property
    def is_open(self) -> bool:
        """Whether it lets everything through."""
        return self == _OPEN

    def said(self, corpus: Corpus) -> str:
        """What is shown, for people: "Qods Force · Jan 2007 · “irbil”"; "" if it is everything."""
        parts = [
            self.entity,
            self.period.words if self.period else "",
            f"“{self.words}”" if self.words else "",
            self._article_said(corpus),
            "in conflict" if self.conflicts else "",
            "several sources" if self.several else "",
        ]
        return " · ".join(part for part in parts if part)

    def follows(self, old: Place, new: Place) -> bool:
        """Whether other events are let through once the reader is at another place."""
        return self.article == HERE and old.article != new.article

    def joined(self, other: "EventSieve") -> "EventSieve":
        """It, and what the other asks for: a second entity or period takes the place of the first."""
        return EventSieve(
            other.entity or self.entity,
            other.period or self.period,
            other.words or self.words,
            other.article or self.article,
            other.conflicts or self.conflicts,
            other.several or self.several,
        )

    def sift(self, corpus: Corpus, place: Place) -> Sequence[int]:
        """Ids of the events that are let through, in calendar order, for a reader at a place."""
        found = self._named(corpus, place)
        if self.period is not None:
            found = _within(corpus, found, self.period)
        if self.words.strip():
            found = _with_words(corpus, found, self.words)
        if self.conflicts:
            found = [event for event in found if corpus.claims.was_disputed(event)]
        if self.several:
            clusters, again = corpus.events.columns.clusters, corpus.told_again
            found = [event for event in found if clusters[event] in again]
        return found

    def count(self, corpus: Corpus, place: Place) -> tuple[int, int]:
        """How many rows would be shown, of dated events and of those merely reported; of conflicts, how many stand."""
        if self.conflicts:
            events = set(self.sift(corpus, place))
            return sum(not events.isdisjoint(conflict.events) for conflict in corpus.conflicts), 0
        return corpus.events.columns.count_rows(self.sift(corpus, place))

    def _named(self, corpus: Corpus, place: Place) -> Sequence[int]:
        found: Sequence[int] = range(len(corpus.events))
        if self.entity:
            entity = corpus.entity_named(self.entity)
            found = corpus.events.of_entity(entity) if entity is not None else ()
        if self.article:
            article = place.article if self.article == HERE else corpus.article_at(self.article)
            told = corpus.events.in_article(article) if article is not None else ()
            found = sorted(set(told).intersection(found) if self.entity else told)
        return found

    def _article_said(self, corpus: Corpus) -> str:
        if self.article in ("", HERE):
            return "this article" if self.article else ""
        article = corpus.article_at(self.article)
        return corpus.articles[article].title if article is not None else self.article


_OPEN = EventSieve()


def _within(corpus: Corpus, events: Sequence[int], period: Period) -> Sequence[int]:
    """Those that may be on a day of the period."""
    columns = corpus.events.columns
    firsts, lasts, since = columns.firsts, columns.lasts, period.first
    # Events are in the order of their first days: none from here on can begin within the period.
    events = events[: bisect_right(events, period.last, key=firsts.__getitem__)]
    return array("q", [event for event in events if lasts[event] >= since])


def _with_words(corpus: Corpus, events: Sequence[int], typed: str) -> Sequence[int]:
    columns = corpus.events.columns
    for word in typed.split():
        exact = any(letter.isupper() for letter in typed)
        lines, wanted = (columns.headlines, word) if exact else (columns.plain_headlines, word.casefold())
        if isinstance(events, range) and len(events) == len(lines):
            events = [event for event, line in enumerate(lines) if wanted in line]
        else:
            events = [event for event in events if wanted in lines[event]]
    return events
