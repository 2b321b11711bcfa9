"""Knows when two rows tell the same event."""

from collections import defaultdict
from collections.abc import Container, Sequence

from tui.events.traits import Told, Traits, Weigher, traits_of
from tui.model import Precision, When

_SLACK = {Precision.DAY: 1, Precision.MONTH: 15, Precision.SEASON: 30, Precision.PART: 30, Precision.INTERVAL: 15}
_WINDOW = 12
_ELSEWHERE = 160
_COARSE = 125
_RARE_SHARE = 0.05
_RARE_COUNT = 12
_ENOUGH = 1.8
_ENOUGH_APART = 4.5
_ENOUGH_DIFFERENT = 6.0
_ENOUGH_ONE_DAY = 3.0


def cluster(
    rows: Sequence[Told],
    clauses: Sequence[str] | None = None,
    articles: Sequence[int] | None = None,
    places: Container[int] = (),
) -> list[int]:
    """For each row the index of the first row that tells the same event; its own index if it stands alone.

    `clauses` are the words each row was read from, where they are at hand: they say more than the headlines. `articles`
    is the article of each row: one article that gives two exact dates tells of two things. `places` are the entities
    that are places. Two rows tell the same when they share a class of action and enough that is rare
    (entities, so many of something), and their bounds overlap; bounds that only meet once widened by their own
    precision ask for more, and so do rows dated by publication alone and rows that count the same differently, unless
    two articles tell them of one day. Each row is compared with a few neighbours under each (action, rare thing), so
    the work grows with the number of rows, never with its square.
    """
    traits = [traits_of(row, row.headline if clauses is None else clauses[at]) for at, row in enumerate(rows)]
    weigher = Weigher(traits, places)
    parents = list(range(len(rows)))
    for bucket in _buckets(rows, traits, weigher).values():
        bucket.sort(key=lambda index: (rows[index].when.key, index))
        for place, index in enumerate(bucket):
            for other in bucket[max(0, place - _WINDOW) : place]:
                known = _find(parents, index) == _find(parents, other)
                retold = articles is not None and articles[index] == articles[other]
                if known or (retold and not may_retell(rows[index], rows[other])):
                    continue
                if _same(rows[index], rows[other], traits[index], traits[other], weigher, retold=retold):
                    _join(parents, index, other)
    return [_find(parents, index) for index in range(len(rows))]


def _buckets(
    rows: Sequence[Told], traits: Sequence[Traits], weigher: Weigher
) -> dict[tuple[str, int | str], list[int]]:
    rare = max(_RARE_COUNT, int(len(rows) * _RARE_SHARE))
    buckets: dict[tuple[str, int | str], list[int]] = defaultdict(list)
    for index, (row, trait) in enumerate(zip(rows, traits, strict=True)):
        if row.when.last - row.when.first <= _COARSE:
            for deed in trait.deeds:
                for thing in trait.things:
                    if weigher.tally[thing] <= rare:
                        buckets[deed, thing].append(index)
    return buckets


def may_retell(one: Told, two: Told) -> bool:
    """Whether two rows of one article may tell one event: the days overlap, or one is vague and stands elsewhere."""
    vague = one.when.approximate or two.when.approximate
    return one.when.overlaps(two.when) or (vague and abs(one.start - two.start) > _ELSEWHERE)


def _same(one: Told, two: Told, mine: Traits, its: Traits, weigher: Weigher, *, retold: bool) -> bool:
    if one.reported != two.reported or not _near(one.when, two.when):
        return False
    vague = one.when.approximate or two.when.approximate
    enough = _ENOUGH if one.when.overlaps(two.when) or (vague and not retold) else _ENOUGH_APART
    if one.reported or mine.only_talks(its):
        enough = _ENOUGH_APART
    if mine.counts_differently(its):
        # Two articles that tell of one day and one rare thing mean the same; one article counts two things apart.
        one_day = one.when.precision is two.when.precision is Precision.DAY and one.when.overlaps(two.when)
        enough = _ENOUGH_ONE_DAY if one_day and not retold else _ENOUGH_DIFFERENT
    return weigher.shared(mine, its) >= enough


def _near(one: When, two: When) -> bool:
    slack = max(_slack(one), _slack(two)) if one.approximate or two.approximate else min(_slack(one), _slack(two))
    return one.first - slack <= two.last and two.first <= one.last + slack


def _slack(when: When) -> int:
    return _SLACK.get(when.precision, 0)


def _find(parents: list[int], index: int) -> int:
    while parents[index] != index:
        parents[index] = parents[parents[index]]
        index = parents[index]
    return index


def _join(parents: list[int], one: int, two: int) -> None:
    low, high = sorted((_find(parents, one), _find(parents, two)))
    parents[high] = low
