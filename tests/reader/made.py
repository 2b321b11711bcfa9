"""Small corpora for tests of what the timeline shows: events given in one line each."""

from dataclasses import dataclass

from tui.corpus.claims import ClaimTable
from tui.corpus.eventtable import EventTable
from tui.corpus.tables import Corpus, Facts
from tui.dates.edtf import parse
from tui.model import Article, Conflict, Entity, Event, Kind, Part, PartKind

TEXT = "A sentence. " * 40


@dataclass(frozen=True)
class Told:
    """An event to be made."""

    date: str
    """Its date in EDTF."""
    headline: str = "something happened"
    """Its headline."""
    article: int = 0
    """Which article tells it."""
    names: tuple[int, ...] = ()
    """Ids of the entities named in it."""
    same: int = -1
    """Place of the event in the list that tells the same; -1 for none."""
    reported: bool = False
    """Whether it is merely reported."""


def corpus_of(*told: Told | str, names: tuple[str, ...] = (), disputed: tuple[tuple[int, int], ...] = ()) -> Corpus:
    """A corpus of events given in calendar order; `disputed` are pairs of them that cannot both be right."""
    rows = [one if isinstance(one, Told) else Told(one, one) for one in told]
    events = [
        Event(row, parse(one.date), one.article, row * 12, row * 12 + 10, row * 12, one.headline, one.names,
              row if one.same < 0 else one.same, "test", one.reported)
        for row, one in enumerate(rows)
    ]  # fmt: skip
    last = max((one.article for one in rows), default=0)
    articles = tuple(
        Article(number, f"{number}.txt", "", f"Article {number}", None, "", "", "", "", len(TEXT),
                (Part(PartKind.BODY, 0, len(TEXT)),))
        for number in range(last + 1)
    )  # fmt: skip
    entities = [Entity(row, name, Kind.PERSON, (), 1, 1) for row, name in enumerate(names)]
    conflicts = [Conflict(True, "date", pair, "told of two days") for pair in disputed]
    return Corpus(
        Facts("Made", "made", articles), lambda _: TEXT, entities=entities, events=EventTable(events),
        claims=ClaimTable(conflicts),
    )  # fmt: skip
