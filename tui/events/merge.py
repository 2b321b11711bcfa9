"""Knows when two rows tell the same event."""

from collections import defaultdict
from collections.abc import Callable, Container, Iterator, Mapping, Sequence

from tui.events.traits import Told, Traits, Weigher, traits_of
from tui.events.verbatim import told_alike
from tui.model import Precision, When

_SLACK = {Precision.DAY: 1, Precision.MONTH: 15, Precision.SEASON: 30, Precision.PART: 30, Precision.INTERVAL: 15}
_FINE = frozenset({Precision.DAY, Precision.MONTH})
_WINDOW = 12
_ELSEWHERE = 160
_COARSE = 125
_YEAR = 366
_RARE_SHARE = 0.05
_RARE_COUNT = 12
_ENOUGH = 1.8
_ENOUGH_APART = 4.0
_ENOUGH_DIFFERENT = 6.0
_ENOUGH_ONE_DAY = 3.0
_FEW_A_DAY = 4
_SAME_FATE = 100.0
_TOLD_ALIKE = 50.0
_LARGEST = 60
_LOTS = 64

Fates = frozenset[tuple[int, str]]
"""What a row says became of whom."""


def cluster(
    rows: Sequence[Told],
    clauses: Sequence[str] | None = None,
    articles: Sequence[int] | None = None,
    places: Container[int] = (),
    fates: Sequence[Fates] = (),
    retold: Sequence[tuple[int, int]] = (),
    breathe: Callable[[], None] = lambda: None,
) -> list[int]:
    """For each row the index of the first row that tells the same event; its own index if it stands alone.

    `clauses` are the words each row was read from, where they are at hand: they say more than the headlines. `articles`
    is the article of each row: one article that gives two exact dates tells of two things. `places` are the entities
    that are places, `fates` what each row says became of whom, and `retold` pairs that are known to tell the same.
    Two rows tell the same when they share a class of action and enough that is rare (entities, so many of something),
    and their bounds overlap, or what became of one person; bounds that only meet once widened by their own precision
    ask for more, and so do rows dated by publication alone and rows that count the same differently, unless two
    articles tell them of one day. Two articles that tell one exact day alike (`told_alike`) need nothing rare. Each
    row is compared with a few neighbours under each (action, rare thing), fate and day, so the work grows with the
    number of rows, never with its square. The surest pairs are joined first, and no pair is joined that would bring
    rows together that cannot tell the same. `breathe` is called often: it may rest, and raise to end the work.
    """
    said = clauses or [row.headline for row in rows]
    traits: list[Traits] = []
    for at, row in enumerate(rows):
        breathe()
        traits.append(traits_of(row, said[at]))
    finder = _Finder(rows, traits, articles, places, fates, breathe)
    pairs = dict.fromkeys(retold, _SAME_FATE)
    pairs.update(finder.pairs())
    groups = _Groups(rows, traits, pairs)
    for one, two in _surest_first(pairs, breathe):
        breathe()
        groups.join(one, two)
    return [groups.first(index) for index in range(len(rows))]


def may_retell(one: Told, two: Told) -> bool:
    """Whether two rows of one article may tell one event: the days overlap, or one is vague and stands elsewhere."""
    vague = one.when.approximate or two.when.approximate
    return one.when.overlaps(two.when) or (vague and abs(one.start - two.start) > _ELSEWHERE)


class _Finder:
    """Finds the pairs of rows that tell the same, each with how sure that is."""

    def __init__(
        self,
        rows: Sequence[Told],
        traits: Sequence[Traits],
        articles: Sequence[int] | None,
        places: Container[int],
        fates: Sequence[Fates],
        breathe: Callable[[], None],
    ) -> None:
        self._rows = rows
        self._traits = traits
        self._articles = articles
        self._weigher = Weigher(traits, places)
        self._places = places
        self._fates = fates
        self._breathe = breathe

    def pairs(self) -> dict[tuple[int, int], float]:
        """The pairs, the lower index first, each with a weight: the higher the surer."""
        found: dict[tuple[int, int], float] = {}
        for bucket in self._by_fate().values():
            self._breathe()
            for one, two in _neighbours(bucket):
                if self._same_fate(one, two):
                    found[one, two] = _SAME_FATE
        if self._articles is not None:
            for one, two in told_alike(self._rows, self._traits, self._articles, self._places):
                found.setdefault((one, two), _TOLD_ALIKE)
        for bucket in self._by_deed().values():
            self._breathe()
            for one, two in _neighbours(bucket):
                if (one, two) not in found and (weight := self._weight(one, two)):
                    found[one, two] = weight
        for bucket in self._by_day().values():
            self._breathe()
            for one, two in _neighbours(bucket):
                if (one, two) not in found and (weight := self._one_day(one, two, len(bucket))):
                    found[one, two] = weight
        return found

    def _by_fate(self) -> dict[tuple[int, str], list[int]]:
        buckets: dict[tuple[int, str], list[int]] = defaultdict(list)
        for index, said in enumerate(self._fates):
            if not self._rows[index].reported and _length(self._rows[index].when) <= _YEAR:
                for one in said:
                    buckets[one].append(index)
        return buckets

    def _by_deed(self) -> dict[tuple[str, int | str], list[int]]:
        rare = max(_RARE_COUNT, int(len(self._rows) * _RARE_SHARE))
        buckets: dict[tuple[str, int | str], list[int]] = defaultdict(list)
        for index, (row, trait) in enumerate(zip(self._rows, self._traits, strict=True)):
            if _length(row.when) <= _COARSE:
                for deed in trait.deeds:
                    for thing in trait.things:
                        if self._weigher.tally[thing] <= rare:
                            buckets[deed, thing].append(index)
        return buckets

    def _by_day(self) -> dict[int, list[int]]:
        buckets: dict[int, list[int]] = defaultdict(list)
        for index, row in enumerate(self._rows):
            if row.when.precision is Precision.DAY and not row.when.approximate and not row.reported:
                buckets[row.when.first].append(index)
        return buckets

    def _retold(self, one: int, two: int) -> bool:
        return self._articles is not None and self._articles[one] == self._articles[two]

    def _same_fate(self, one: int, two: int) -> bool:
        return self._rows[one].when.overlaps(self._rows[two].when)

    def _weight(self, one: int, two: int) -> float:
        """How sure it is that both tell the same; 0 if it is not sure enough."""
        row, other, mine, its = self._rows[one], self._rows[two], self._traits[one], self._traits[two]
        retold = self._retold(one, two)
        if row.reported != other.reported or not _near(row.when, other.when):
            return 0.0
        if retold and not may_retell(row, other):
            return 0.0
        vague = row.when.approximate or other.when.approximate
        enough = _ENOUGH if row.when.overlaps(other.when) or (vague and not retold) else _ENOUGH_APART
        if row.reported or mine.only_talks(its):
            enough = _ENOUGH_APART
        if mine.counts_differently(its):
            # Two articles that tell of one day and one rare thing mean the same; one article counts two things apart.
            enough = _ENOUGH_ONE_DAY if _of_one_day(row, other) and not retold else _ENOUGH_DIFFERENT
        weight = self._weigher.shared(mine, its)
        return weight if weight >= enough else 0.0

    def _one_day(self, one: int, two: int, crowd: int) -> float:
        """How sure it is for two articles that tell of one day of which little is told."""
        if self._articles is None or self._retold(one, two) or crowd > _FEW_A_DAY:
            return 0.0
        mine, its = self._traits[one], self._traits[two]
        weight = self._weigher.shared(mine, its)
        if mine.deeds & its.deeds:
            bare = not (mine.things and its.things)
            alike = len(mine.nouns & its.nouns) > 1
            return _ENOUGH if weight or bare or alike else 0.0
        return weight if weight >= _ENOUGH_ONE_DAY else 0.0


class _Groups:
    """Rows that tell one event, brought together pair by pair."""

    def __init__(self, rows: Sequence[Told], traits: Sequence[Traits], pairs: Container[tuple[int, int]]) -> None:
        self._rows = rows
        self._traits = traits
        self._pairs = pairs
        self._first = list(range(len(rows)))
        self._members: dict[int, list[int]] = {}

    def first(self, index: int) -> int:
        """The first row that tells what this one tells."""
        return self._first[index]

    def join(self, one: int, two: int) -> None:
        """Bring two rows and those with them together, unless some of them cannot tell the same."""
        left, right = sorted((self._first[one], self._first[two]))
        if left == right:
            return
        mine, its = self._members.get(left, [left]), self._members.get(right, [right])
        if len(mine) + len(its) > _LARGEST or not all(self._agree(a, b) for a in mine for b in its):
            return
        for index in its:
            self._first[index] = left
        self._members[left] = [*mine, *its]
        self._members.pop(right, None)

    def _agree(self, one: int, two: int) -> bool:
        """Whether two rows that are not a pair may be brought together by others."""
        if (min(one, two), max(one, two)) in self._pairs:
            return True
        row, other = self._rows[one], self._rows[two]
        if self._traits[one].counts_differently(self._traits[two]):
            return False
        return row.when.overlaps(other.when) or not (row.when.precision in _FINE and other.when.precision in _FINE)


def _surest_first(pairs: Mapping[tuple[int, int], float], breathe: Callable[[], None]) -> Iterator[tuple[int, int]]:
    """The pairs by falling weight, then in order. Sorted in small lots: one large one would not be interrupted."""
    lots: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for pair, weight in pairs.items():
        lots[int(weight * _LOTS)].append(pair)
    for lot in sorted(lots, reverse=True):
        breathe()
        yield from sorted(lots[lot], key=lambda pair: (-pairs[pair], pair))


def _neighbours(bucket: list[int]) -> Iterator[tuple[int, int]]:
    """Pairs of rows close to each other in a bucket, which is in calendar order."""
    for place, index in enumerate(bucket):
        for other in bucket[max(0, place - _WINDOW) : place]:
            yield (other, index) if other < index else (index, other)


def _of_one_day(one: Told, two: Told) -> bool:
    return one.when.precision is two.when.precision is Precision.DAY and one.when.overlaps(two.when)


def _near(one: When, two: When) -> bool:
    slack = max(_slack(one), _slack(two)) if one.approximate or two.approximate else min(_slack(one), _slack(two))
    return one.first - slack <= two.last and two.first <= one.last + slack


def _slack(when: When) -> int:
    return _SLACK.get(when.precision, 0)


def _length(when: When) -> int:
    return when.last - when.first
