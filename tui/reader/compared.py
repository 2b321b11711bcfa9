"""The sources of one event and of what contradicts it, ready to be laid side by side."""

from dataclasses import dataclass

from tui.corpus.tables import Corpus
from tui.dates.words import describe
from tui.events.sentences import sentence_at
from tui.model import Conflict


@dataclass(frozen=True, slots=True)
class Source:
    """One telling of an event."""

    event: int
    """Id of the event as this article tells it."""
    title: str
    """Title of the article."""
    date: str
    """The date it gives, in words."""
    sentence: str
    """The sentence that tells it, as it stands in the article; made safe where it is shown."""
    disputed: bool
    """Whether another source contradicts this very telling."""


@dataclass(frozen=True, slots=True)
class Compared:
    """What is laid side by side."""

    sources: tuple[Source, ...]
    """The tellings in calendar order, then in reading order."""
    conflicts: tuple[str, ...]
    """What cannot both be right among them, a line each."""


def compare(corpus: Corpus, event: int) -> Compared:
    """The tellings of an event, and those of its conflicts; raises OSError if the file of one has gone."""
    conflicts = corpus.conflicts_of(event)
    rows = {*corpus.sources(event), *(row for conflict in conflicts for row in conflict.events)}
    return Compared(
        tuple(_source(corpus, row) for row in sorted(rows)),
        tuple(named_line(corpus, conflict) for conflict in conflicts),
    )


def conflict_line(conflict: Conflict) -> str:
    """One line on a conflict: what kind of fact, how hard, why both cannot hold."""
    vague = "" if conflict.hard else " (one side is vague)"
    return f"{conflict.fact}: {conflict.reason}{vague}"


def named_line(corpus: Corpus, conflict: Conflict) -> str:
    """The same, with the name of whom it is said."""
    name = f"{corpus.entities[conflict.entity].name}, " if conflict.entity >= 0 else ""
    return name + conflict_line(conflict)


def _source(corpus: Corpus, row: int) -> Source:
    told = corpus.events[row]
    text = corpus.text(told.article)
    part = corpus.part_at(told.article, told.start)
    start, end = sentence_at(text, told.start, *((part.start, part.end) if part else (0, None)))
    date = f"reported {describe(told.when)}" if told.reported else describe(told.when)
    title = corpus.articles[told.article].title
    return Source(row, title, date, text[start:end], bool(corpus.claims.of_event(row)))
