"""Knows when two statements cannot both hold; never which of them is right."""

import re
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations, groupby
from typing import NamedTuple, cast

from tui.dates.words import describe
from tui.events.counted import Count
from tui.events.marks import Marks
from tui.events.status import StatusRow
from tui.events.traits import Dated, Told
from tui.events.weigh import may_retell
from tui.model import OPEN_FUTURE, OPEN_PAST, Conflict, Precision, When

_DEATHS = frozenset({"killed", "died"})
_ONCE = frozenset({*_DEATHS, "born", "founded", "signed"})
_AGAIN = {"captured": "released", "released": "captured", "dissolved": "founded", "left office": "appointed"}
_NOT_AFTER_DEATH = frozenset({"captured", "wounded", "released", "escaped", "appointed", "handed over", "left office"})
_FINE = frozenset({Precision.DAY, Precision.MONTH})
_DONE = {"kill": "killed", "capture": "captured", "release": "released", "wound": "wounded", "find": "found"}
_ONE_STORY = 366
_MONTH = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b", re.IGNORECASE)
_YEAR = re.compile(r"\d{4}")
_YEARS = (-731, -730, -366, -365, 365, 366, 730, 731)

MOST = 40
"""Dated statements on one entity, the first ones, and rows of one event that are held against each other."""


class _Said(NamedTuple):
    """A status that has a date."""

    entity: int
    fate: str
    when: When
    row: int


class Apart(NamedTuple):
    """Two statements on what became of an entity that cannot both hold."""

    conflict: Conflict
    """They."""
    gap: int
    """Days between their dates; 0 where it is not the dates that differ."""


def find_conflicts(
    fates: Iterable[Apart],
    rows: Sequence[Dated] = (),
    clusters: Sequence[int] = (),
    clauses: Sequence[str] | None = None,
    articles: Sequence[int] | None = None,
    breathe: Callable[[], None] = lambda: None,
    marks: Marks | None = None,
) -> list[Conflict]:
    """The conflicts over all articles, the hard ones first, one for each pair of rows.

    `fates` are what `fates_apart` found; their rows must be numbered as `rows` are; `clusters` is what `cluster` gave
    for `rows`, `clauses`, `articles` and `marks` what it was given; with `marks` the rows need nothing but dates.
    A date that contains the other agrees with it. `breathe` is called often: it may rest, and raise to end the work.
    """
    found: dict[tuple[int, int], Conflict] = {}
    for conflict, _ in fates:
        found.setdefault(conflict.events, conflict)
    marks = marks if marks is not None else Marks(cast("Sequence[Told]", rows), clauses, articles, breathe)
    for alike in _several(clusters):
        breathe()
        if _may_differ(marks, alike):
            alike.sort(key=lambda row: (rows[row].when.key, row))
            compared = _differing_perhaps(marks, alike[:MOST])
            dated = {pair for pair in combinations(compared, 2) if pair in found or pair[::-1] in found}
            for conflict in _of_one_event(rows, compared, marks, dated):
                found.setdefault(conflict.events, conflict)
    return sorted(found.values(), key=lambda conflict: (not conflict.hard, conflict.events))


def _several(clusters: Sequence[int]) -> Iterator[list[int]]:
    """The rows of each cluster that has more than one."""
    sizes = array("I", bytes(4 * len(clusters)))
    for first in clusters:
        sizes[first] += 1
    free = array("I", bytes(4 * len(clusters)))
    end = 0
    for first, size in enumerate(sizes):
        free[first] = end
        end += size if size > 1 else 0
    members = array("I", bytes(4 * end))
    for row, first in enumerate(clusters):
        if sizes[first] > 1:
            members[free[first]] = row
            free[first] += 1
    for first, size in enumerate(sizes):
        if size > 1:
            yield members[free[first] - size : free[first]].tolist()


def _may_differ(marks: Marks, alike: Sequence[int]) -> bool:
    """Whether some of the rows have no day in common, or two of them count something."""
    return not _share_a_day(marks, alike) or sum(map(marks.counts, alike)) > 1


def _differing_perhaps(marks: Marks, alike: Sequence[int]) -> Sequence[int]:
    """Those of the rows that may differ from another: where all have a day in common, those that count something."""
    return [row for row in alike if marks.counts(row)] if _share_a_day(marks, alike) else alike


def _share_a_day(marks: Marks, alike: Sequence[int]) -> bool:
    return max(marks.first[row] for row in alike) <= min(marks.last[row] for row in alike)


def told_twice(fates: Iterable[Apart]) -> list[tuple[int, int]]:
    """Pairs of rows that tell what became of somebody once of two times not far apart: one event, dated differently.

    `fates` are what `fates_apart` found.
    """
    found: list[tuple[int, int]] = []
    for conflict, gap in fates:
        if conflict.fact == "date" and gap <= _ONE_STORY:
            found.append((min(conflict.events), max(conflict.events)))
    return list(dict.fromkeys(found))


def fates_apart(statuses: Sequence[StatusRow]) -> list[Apart]:
    """What cannot all hold of what became of each entity.

    Statuses without a date take no part. A later state (captured, then released) is no conflict, and what can happen
    twice is taken for one thing only within a year and with nothing between that would allow for it.
    """
    return list(_of_all_fates(statuses))


def _of_all_fates(statuses: Sequence[StatusRow]) -> Iterator[Apart]:
    # An entity at a time, in the order they come: there may be hundreds of thousands of statuses.
    first: dict[int, int] = {}
    turns = array("I", (first.setdefault(status.entity, len(first)) for status in statuses))
    order = array("I", sorted(range(len(turns)), key=turns.__getitem__))
    for _, same in groupby(order, key=turns.__getitem__):
        dated = [
            _Said(one.entity, one.fate, one.when, one.row)
            for one in map(statuses.__getitem__, same)
            if one.when is not None
        ]
        dated.sort(key=lambda status: (status.when.key, status.row))
        yield from _of_fate(dated[:MOST])


def _of_fate(said: Sequence[_Said]) -> Iterator[Apart]:
    seen: set[tuple[str, str, str, str]] = set()
    for one, two in combinations(said, 2):
        sides = (one.fate, one.when.edtf, two.fate, two.when.edtf)
        if one.row == two.row or sides in seen or not _apart(one.when, two.when):
            continue
        seen.add(sides)
        told = f"{one.fate} {describe(one.when)}, but {two.fate} {describe(two.when)}"
        if one.fate in _DEATHS and two.fate in _NOT_AFTER_DEATH:
            yield Apart(Conflict(not _vague(one.when, two.when), "fate", (one.row, two.row), told, one.entity), 0)
        elif (one.fate == two.fate or {one.fate, two.fate} == _DEATHS) and (
            one.fate in _ONCE or _one_story(one, two, said)
        ):
            gap = two.when.first - one.when.last
            yield Apart(Conflict(_fine(one.when, two.when), "date", (one.row, two.row), told, one.entity), gap)


def _of_one_event(
    rows: Sequence[Dated],
    alike: Sequence[int],
    marks: Marks,
    known: Iterable[tuple[int, int]],
) -> Iterator[Conflict]:
    """Dates that do not meet and numbers that differ among rows that tell one event, each difference once.

    `known` are the pairs whose dates are in a conflict already.
    """
    whens = {row: rows[row].when for row in alike}
    seen = {(whens[one].edtf, whens[two].edtf) for one, two in known}
    seen_of = {row: marks[row] for row in alike}
    counts = {row: _counted_once(mark.counted) for row, mark in seen_of.items()}
    for one, two in combinations(alike, 2):
        mine, its = seen_of[one], seen_of[two]
        if mine.overlaps(its) and not (mine.counted and its.counted):
            continue
        if mine.article == its.article and not may_retell(mine, its):
            continue
        first, second = whens[one], whens[two]
        if (first.edtf, second.edtf) not in seen and _apart(first, second):
            seen.add((first.edtf, second.edtf))
            told = f"told of {describe(first)} and of {describe(second)}"
            yield Conflict(_fine(first, second), "date", (one, two), told)
        for count, other in _differing(counts[one], counts[two]):
            numbers = (f"{count.number} {count.noun}", f"{other.number} {other.noun}")
            if numbers not in seen:
                seen.add(numbers)
                exact = not (count.rough or other.rough)
                yield Conflict(
                    exact,
                    "number",
                    (one, two),
                    f"{numbers[0]}, but {numbers[1]} {_DONE.get(count.action, '')}".rstrip(),
                )


def _counted_once(counted: Sequence[Count]) -> dict[tuple[str, str], Count]:
    """What a row counts under a deed, by noun and deed, but for what it counts twice."""
    if not counted:
        return {}
    often = Counter((count.noun, count.action) for count in counted)
    alone = {(count.noun, count.action): count for count in counted}
    return {key: count for key, count in alone.items() if count.action and often[key] == 1}


def _differing(
    mine: Mapping[tuple[str, str], Count], its: Mapping[tuple[str, str], Count]
) -> Iterator[tuple[Count, Count]]:
    """Pairs that count the same noun under the same deed and not alike."""
    for key, count in mine.items():
        other = its.get(key)
        if other is not None and other.number != count.number:
            yield count, other


def _one_story(one: _Said, two: _Said, said: Sequence[_Said]) -> bool:
    """Whether a thing that can happen twice is told of once: soon after, and nothing between undid the first."""
    if one.fate not in _AGAIN or two.when.first - one.when.last > _ONE_STORY:
        return False
    undone = _AGAIN[one.fate]
    return not any(
        other.fate in (undone, "escaped") and one.when.first <= other.when.last and other.when.first <= two.when.last
        for other in said
    )


def _apart(one: When, two: When) -> bool:
    """Whether the bounds do not meet, even if a year the text leaves out is another than was taken."""
    if one.first <= OPEN_PAST or two.last >= OPEN_FUTURE or one.overlaps(two):
        return False
    return not (_year_is_taken(one) or _year_is_taken(two)) or not _same_but_year(one, two)


def _year_is_taken(when: When) -> bool:
    """Whether the text names a day or month without its year, so that the year is the program's own reading."""
    return bool(_MONTH.search(when.said)) and not _YEAR.search(when.said) and "heading" not in when.rule


def _same_but_year(one: When, two: When) -> bool:
    return any(one.first + days <= two.last and two.first <= one.last + days for days in _YEARS)


def _vague(one: When, two: When) -> bool:
    return one.approximate or two.approximate


def _fine(one: When, two: When) -> bool:
    return one.precision in _FINE and two.precision in _FINE and not _vague(one, two)
