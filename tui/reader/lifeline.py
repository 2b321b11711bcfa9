"""The life line of an entity: what became of it, what it was and did, by date, with the gaps between."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from tui.corpus.tables import Corpus
from tui.dates.days import civil
from tui.dates.words import describe
from tui.model import OPEN_FUTURE, OPEN_PAST, Status, When
from tui.reader.place import Goto
from tui.reader.roles import roles_held

GAP_DAYS = 366
"""Days of silence from which on the life line says how long nothing is told."""

Sort = Literal["year", "gap", "state", "role", "event", "undated"]
"""What a row of the line is: "year" and "undated" are headings, "gap" is silence, the others say something."""


@dataclass(frozen=True, slots=True)
class LifeRow:
    """One row."""

    sort: Sort
    """What it is."""
    words: str
    """What it says."""
    when: When | None = None
    """Its date; for a role the publication date of the article that first states it."""
    goto: Goto | None = None
    """Where it is told."""
    title: str = ""
    """Title of the article that tells it."""
    articles: int = 1
    """How many articles tell it."""
    disputed: bool = False
    """Whether sources disagree on it."""

    @property
    def date(self) -> str:
        """Its date in words; a role's is that of its saying."""
        if self.when is None:
            return ""
        return f"said {describe(self.when)}" if self.sort == "role" else describe(self.when)


@dataclass(frozen=True, slots=True)
class LifeLine:
    """The whole line."""

    rows: tuple[LifeRow, ...]
    """From the earliest to the latest, under a heading a year; what has no date last."""
    first: int
    """Day number on which it begins; 0 if nothing is dated."""
    last: int
    """Day number on which it ends."""


def life_line(corpus: Corpus, entity: int) -> LifeLine:
    """The life line of an entity."""
    told = [*_states(corpus, entity), *_events(corpus, entity), *_roles(corpus, entity)]
    dated = [(row.when, row) for row in told if row.when is not None]
    dated.sort(key=lambda pair: (*pair[0].key, _ORDER[pair[1].sort]))
    undated = [row for row in told if row.when is None]
    rows = [*_with_years(dated), *([LifeRow("undated", "without a date"), *undated] if undated else [])]
    days = [day for when, _ in dated for day in (when.first, when.last) if OPEN_PAST < day < OPEN_FUTURE]
    return LifeLine(tuple(rows), min(days, default=0), max(days, default=0))


def _states(corpus: Corpus, entity: int) -> Iterator[LifeRow]:
    """What became of it, each state and date once; without a date only where no source gives one."""
    said = corpus.statuses_of(entity)
    dated = {status.fate for status in said if status.when is not None}
    states: dict[tuple[str, str], list[Status]] = {}
    for status in said:
        if status.when is not None or status.fate not in dated:
            states.setdefault((status.fate, status.when.edtf if status.when else ""), []).append(status)
    for (fate, _), told in states.items():
        first = told[0]
        yield LifeRow(
            "state",
            fate,
            first.when,
            Goto(article=first.article, at=first.start, entity=entity, event=first.event),
            corpus.articles[first.article].title,
            len({status.article for status in told}),
            any(status.event is not None and corpus.is_disputed(status.event) for status in told),
        )


def _events(corpus: Corpus, entity: int) -> Iterator[LifeRow]:
    """What it took part in, each event once however many tell it; what states its fate stands there already."""
    clusters = corpus.events.columns.clusters
    seen = {clusters[status.event] for status in corpus.statuses_of(entity) if status.event is not None}
    for event in corpus.events.of_entity(entity):
        row = corpus.events[event]
        if row.reported or clusters[event] in seen:
            continue
        seen.add(clusters[event])
        sources = {corpus.events[other].article for other in corpus.sources(event)}
        yield LifeRow("event", row.headline, row.when, Goto(event=event, entity=entity),
                      corpus.articles[row.article].title, len(sources), corpus.is_disputed(event))  # fmt: skip


def _roles(corpus: Corpus, entity: int) -> Iterator[LifeRow]:
    """What it is to others: a text says that of the time it was written at, so far as it says when."""
    for role in roles_held(corpus, entity):
        first = min(role.said, key=lambda said: _published(corpus, said.article))
        words = f"{role.words} {corpus.entities[role.other].name}"
        there = Goto(article=first.article, at=first.start, entity=entity)
        articles = len({said.article for said in role.said})
        known = corpus.articles[first.article]
        yield LifeRow("role", words, known.published, there, known.title, articles)


def _published(corpus: Corpus, article: int) -> int:
    when = corpus.articles[article].published
    return when.first if when is not None else OPEN_FUTURE


def _with_years(dated: Iterable[tuple[When, LifeRow]]) -> Iterator[LifeRow]:
    """The rows under a heading for each year, with the silences between them."""
    year: int | None = None
    until: int | None = None
    for when, row in dated:
        if when.first > OPEN_PAST:
            if until is not None and when.first - until > GAP_DAYS:
                yield LifeRow("gap", f"nothing is told for {_long(when.first - until)}")
            begins = civil(when.first)[0]
            if begins != year:
                year = begins
                yield LifeRow("year", str(year) if year > 0 else f"{1 - year} BCE")
            until = max(until or OPEN_PAST, when.last if when.last < OPEN_FUTURE else when.first)
        yield row


def _long(days: int) -> str:
    """So many days in years and months, rounded down."""
    years, months = divmod(int(days / 30.44), 12)
    parts = [f"{years} year{'s' if years != 1 else ''}" if years else "",
             f"{months} month{'s' if months != 1 else ''}" if months and years < _YEARS_ALONE else ""]  # fmt: skip
    return " ".join(part for part in parts if part)


def track(when: When, first: int, last: int, cells: int) -> str:
    """Where a date lies between two days, drawn in so many cells: a dot for a day, a line as long as it is vague.

    An open end is an arrow.
    """
    if cells < 1 or last <= first:
        return ""
    days = last - first + 1
    begin = max(0, min(cells - 1, (when.first - first) * cells // days))
    end = max(begin, min(cells - 1, (when.last - first) * cells // days))
    drawn = "●" if begin == end else "━" * (end - begin + 1)
    if when.last >= OPEN_FUTURE:
        drawn = drawn[:-1] + "▸"
    if when.first <= OPEN_PAST:
        drawn = "◂" + drawn[1:]
    return "·" * begin + drawn + "·" * (cells - begin - len(drawn))


_ORDER = {"state": 0, "event": 1, "role": 2}
_YEARS_ALONE = 10
"""Years from which on months are no more said."""
