"""The sources of one event and of what contradicts it, ready to be laid side by side."""

from dataclasses import dataclass

from tui.corpus.tables import Corpus
from tui.dates.words import describe
from tui.model import Conflict
from tui.reader.told import sentence_of


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
    between: tuple[Conflict, ...] = ()
    """The conflicts those lines are about, in the same order."""


def compare(corpus: Corpus, event: int, conflict: Conflict | None = None) -> Compared:
    """The tellings of an event and those of its conflicts, or the two sides of one conflict alone.

    Raises OSError if the file of one has gone.
    """
    conflicts = corpus.conflicts_of(event) if conflict is None else [conflict]
    told = corpus.sources(event) if conflict is None else ()
    rows = {*told, *(row for one in conflicts for row in one.events)}
    return Compared(
        tuple(_source(corpus, row) for row in sorted(rows)),
        tuple(named_line(corpus, one) for one in conflicts),
        tuple(conflicts),
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
    date = f"reported {describe(told.when)}" if told.reported else describe(told.when)
    title = corpus.articles[told.article].title
    return Source(row, title, date, sentence_of(corpus, row), bool(corpus.claims.of_event(row)))
