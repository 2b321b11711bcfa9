"""Knows what became of whom: captured, released, killed and the like, said of a named person or group."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from tui.events.fates import fates
from tui.events.listed import listed
from tui.events.row import EventRow
from tui.events.topics import Reading, Topic, Topics, read
from tui.events.whose import Mentions, within
from tui.model import Part, When


class StatusRow(NamedTuple):
    """One statement of what became of an entity."""

    entity: int
    """The entity it is said of."""
    fate: str
    """What became of it: "captured", "released", "killed", ..."""
    when: When | None
    """When, as far as the text says; None where it gives no date."""
    row: int
    """Number of the row that tells it; -1 where no dated row does."""
    start: int
    """Offset of the word that says so, in code points."""

    def numbered(self, row: int) -> "StatusRow":
        """The same, of a row numbered otherwise."""
        return self._replace(row=row)


class FatesByRow(Mapping[int, frozenset[tuple[int, str]]]):
    """What each row says became of whom, by its number, made when asked for; rows that say nothing have no entry."""

    def __init__(self, statuses: Iterable[StatusRow], counts: Callable[[int], bool]) -> None:
        """Take those of `statuses` that a row tells, of entities for which `counts` holds."""
        numbers: dict[str, int] = {}
        rows, said = array("I"), array("Q")
        for one in statuses:
            if one.row >= 0 and counts(one.entity):
                rows.append(one.row)
                said.append(one.entity << 32 | numbers.setdefault(one.fate, len(numbers)))
        order = sorted(range(len(rows)), key=rows.__getitem__)
        self._rows = array("I", map(rows.__getitem__, order))
        self._said = array("Q", map(said.__getitem__, order))
        self._fates = tuple(numbers)

    def __getitem__(self, row: int) -> frozenset[tuple[int, str]]:
        first = bisect_left(self._rows, row)
        last = bisect_right(self._rows, row, lo=first)
        if first == last:
            raise KeyError(row)
        return frozenset((said >> 32, self._fates[said & 0xFFFFFFFF]) for said in self._said[first:last])

    def __iter__(self) -> Iterator[int]:
        return iter(dict.fromkeys(self._rows))

    def __len__(self) -> int:
        return len(set(self._rows))


def find_statuses(
    text: str,
    rows: Sequence[EventRow],
    mentions: Mentions,
    parts: Sequence[Part] = (),
    people: Container[int] = (),
    reading: Reading | None = None,
) -> list[StatusRow]:
    """What one article says became of whom, each (entity, fate) once a row, the dated ones first.

    `rows` are its rows, `mentions` its (start, end, entity) in order. Sentences of `parts` that no dated row tells give
    statuses without a date, and so do rows dated only by publication: when such a thing happened is not known.
    "He" and "she" are one of `people` where the sentences before leave no doubt; `reading` is the article if it is
    read already.
    """
    found: dict[tuple[int, int, str], StatusRow] = {}
    told, known = reading or read(text, mentions, parts, people)
    dated = [(number, row) for number, row in enumerate(rows) if not row.reported]
    ats = sorted((row.at, number) for number, row in dated)
    before = Topic(-1, -1, (), -1, (), pronoun=False)
    for number, row in dated:
        inside = within(mentions, row.start, row.end)
        topic = known.at(row.start)
        wider = within(mentions, topic.start, row.end) if topic else inside
        inside_it = ats[bisect_left(ats, (row.start, -1)) : bisect_left(ats, (row.end, -1))]
        dates = (row.at, *[at for at, which in inside_it if which != number])
        subject = _borrowed(row, inside)
        if subject is None and topic and before.start == topic.start:
            subject = before._replace(begin=row.start)  # "who was held in May, and was freed in June"
        for entity, fate, start, so in fates(text, row.start, row.end, inside, dates, known, wider, subject):
            one = StatusRow(entity, fate, row.when, number, start) if so else StatusRow(entity, fate, None, -1, start)
            found.setdefault((one.row, entity, fate), one)
            if topic:
                before = Topic(topic.start, topic.end, (entity,), row.start, (), pronoun=False)
    for entity, fate, start, row_at in _undated(text, [pair[1] for pair in dated], mentions, told, known):
        number, when = (dated[row_at][0], dated[row_at][1].when) if row_at >= 0 else (-1, None)
        found.setdefault((number, entity, fate), StatusRow(entity, fate, when, number, start))
    dates_known = {(one.entity, one.fate, one.start) for one in found.values() if one.row >= 0}
    return [one for one in found.values() if one.row >= 0 or (one.entity, one.fate, one.start) not in dates_known]


def _borrowed(row: EventRow, inside: Mentions) -> Topic | None:
    """The one entity a row has from outside its clause, the subject said before, as the topic of the clause."""
    here = {mention[2] for mention in inside}
    outside = [entity for entity in row.entities if entity not in here]
    return Topic(row.start, row.end, (outside[0],), row.start, (), pronoun=False) if len(outside) == 1 else None


def _undated(
    text: str, rows: Sequence[EventRow], mentions: Mentions, parts: Sequence[Sequence[tuple[int, int]]], known: Topics
) -> Iterator[tuple[int, str, int, int]]:
    """(entity, fate, offset, index of the row that dates it or -1) of lists, and of what no row tells."""
    spans = sorted((row.start, row.end, index) for index, row in enumerate(rows))
    starts = [span[0] for span in spans]
    for part in parts:
        for start, end in part:
            inside = within(mentions, start, end)
            topic = known.at(start)
            if not inside and not (topic and topic.who):
                continue
            told = spans[bisect_left(starts, start) : bisect_left(starts, end)]
            for entity, fate, at in listed(text, start, end, inside):
                row = next((index for first, last, index in told if first <= at < last), -1)
                yield entity, fate, at, row
            if any(first <= start and end <= last for first, last, _ in told):
                continue  # a row tells all of it
            for entity, fate, at, _ in fates(text, start, end, inside, (), known):
                if not any(first <= at < last for first, last, _ in told):
                    yield entity, fate, at, -1
