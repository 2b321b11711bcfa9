"""How the rows of a table move when some go and others come between: columns are made of what stays, run by run."""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from tui.corpus.splice.piece import Come, Piece, Stay
from tui.corpus.splice.shift import GONE, Shift

_FEW = 64
"""Values of a key up to which they are written again."""


class Run(NamedTuple):
    """Rows that stay together."""

    new: bool
    """Whether they come; else they stay."""
    start: int
    """The first of them, numbered among those that come, or as it was."""
    stop: int
    """The number after the last."""
    at: int
    """The number the first of them has from now on."""


class Edit:
    """Which rows of one table go, and where others come."""

    def __init__(
        self, count: int, gone: Iterable[tuple[int, int]] = (), coming: Iterable[tuple[int, int]] = ()
    ) -> None:
        """Of `count` rows those in the ranges `gone` go, in order; `coming` are (row before which they come, how many).

        Both are in order; what comes where rows go comes before them.
        """
        self.runs = tuple(_runs(count, list(gone), list(coming)))
        """The rows as they will be, run by run."""
        self.before = count
        """How many rows there were."""
        self.count = self.runs[-1].at + self.runs[-1].stop - self.runs[-1].start if self.runs else 0
        """How many rows there will be."""

    @property
    def still(self) -> bool:
        """Whether every row that was keeps its number."""
        return all(run.at == run.start for run in self.runs if not run.new) and not self._goes()

    def _goes(self) -> bool:
        return sum(run.stop - run.start for run in self.runs if not run.new) < self.before

    def now(self) -> Shift:
        """The number each row that was has from now on, `GONE` for those that go."""
        stay = [(run.start, run.stop, run.at) for run in self.runs if not run.new]
        return Shift(self.before, stay)

    def places(self) -> list[int]:
        """The numbers that the rows which come get."""
        return [run.at + row for run in self.runs if run.new for row in range(run.stop - run.start)]

    def column(self, new: Come) -> Iterator[Piece]:
        """A column of the table, piece by piece; `new` has the values of the rows that come."""
        return self.mapped(new, None)

    def mapped(self, new: Come, now: Shift | None, more: int = 0) -> Iterator[Piece]:
        """As `column`, with the new number of each row that a value names; None leaves them as they are.

        With `more` values are larger by that, and smaller ones name none.
        """
        fresh = memoryview(new)
        for run in self.runs:
            yield fresh[run.start : run.stop] if run.new else Stay(run.start, run.stop, 0, now, more)

    def replaced(self, new: "array[int]", others: Mapping[int, int], now: Shift | None = None) -> Iterator[Piece]:
        """As `mapped`, but some rows have `others`: their values, by the number the row has from now on."""
        rows = sorted(others)
        for run in self.runs:
            at, end = run.at, run.at + run.stop - run.start
            here = rows[bisect_left(rows, at) : bisect_left(rows, end)]
            if run.new:
                yield array(new.typecode, [others.get(row, new[run.start + row - at]) for row in range(at, end)])
                continue
            moved = run.start - run.at
            for row in here:
                yield Stay(at + moved, row + moved, 0, now)
                yield array(new.typecode, [others[row]])
                at = row + 1
            yield Stay(at + moved, end + moved, 0, now)

    def ragged(self, ends: memoryview, sizes: Sequence[int]) -> tuple[list[Piece], "Edit"]:
        """Where the parts of each row end from now on, piece by piece, and how the table of those parts changes.

        `ends` is where they ended, `sizes` how many parts each row that comes has.
        """
        gone: list[tuple[int, int]] = []
        coming: list[tuple[int, int]] = []
        now: list[Piece] = []
        end, last = 0, 0
        for run in self.runs:
            if run.new:
                more = list(accumulate(sizes[run.start : run.stop], initial=end))[1:]
                now.append(array(ends.format, more))
                if more[-1] > end:
                    coming.append((last, more[-1] - end))
                end = more[-1]
                continue
            begin = ends[run.start - 1] if run.start else 0
            if begin > last:
                gone.append((last, begin))
            last = ends[run.stop - 1]
            now.append(Stay(run.start, run.stop, end - begin))
            end += last - begin
        total = ends[-1] if len(ends) else 0
        if total > last:
            gone.append((last, total))
        return now, Edit(total, gone, coming)


def _runs(count: int, gone: list[tuple[int, int]], coming: list[tuple[int, int]]) -> Iterator[Run]:
    """The runs of an edit, empty ones left out."""
    cuts = sorted({0, count, *(end for pair in gone for end in pair), *(row for row, _ in coming)})
    new, at = 0, 0
    comes = dict[int, int]()
    for row, many in coming:
        comes[row] = comes.get(row, 0) + many
    begins = [start for start, _ in gone]
    for start, stop in [*pairwise(cuts), (count, count)]:
        if many := comes.get(start, 0):
            yield Run(True, new, new + many, at)
            new += many
            at += many
        where = bisect_left(begins, start + 1) - 1
        if stop > start and not (where >= 0 and gone[where][0] <= start < gone[where][1]):
            yield Run(False, start, stop, at)
            at += stop - start


def ranges_of(rows: Iterable[int]) -> list[tuple[int, int]]:
    """Rows in order as ranges."""
    found: list[tuple[int, int]] = []
    for row in rows:
        if found and found[-1][1] == row:
            found[-1] = (found[-1][0], row + 1)
        else:
            found.append((row, row + 1))
    return found


def grouped(
    begins: memoryview,
    members: memoryview,
    keys: Edit,
    now: Shift | None,
    coming: Mapping[int, Sequence[int]],
    touched: Iterable[int],
) -> tuple[list[Piece], list[Piece]]:
    """Which values each key has from now on, as where each key's begin, and the values; both piece by piece.

    `keys` says how the keys move, `now` how the values do (None: not at all); `coming` has the values that come by the
    key's new number, in order, and `touched` are the keys, numbered as they were, that lose a value.
    """
    lists: list[Piece] = []
    starts: list[Piece] = []
    end = 0
    cut = sorted({*touched, *_olds(keys, coming)})
    for run in keys.runs:
        if run.new:
            for at in range(run.at, run.at + run.stop - run.start):
                starts.append(array("I", [end]))
                lists.append(array("I", coming.get(at, ())))
                end += len(coming.get(at, ()))
            continue
        at = run.start
        here = cut[bisect_left(cut, run.start) : bisect_left(cut, run.stop)]
        for key in [*here, run.stop]:
            if key > at:  # keys that keep what they have
                starts.append(Stay(at, key, end - begins[at]))
                lists.append(Stay(begins[at], begins[key], 0, now))
                end += begins[key] - begins[at]
            if key < run.stop:
                inner = _within(members[begins[key] : begins[key + 1]], now, coming.get(run.at + key - run.start, ()))
                for piece in inner:
                    if isinstance(piece, Stay):
                        piece = piece._replace(start=begins[key] + piece.start, stop=begins[key] + piece.stop)
                    lists.append(piece)
                starts.append(array("I", [end]))
                end += sum(piece.stop - piece.start if isinstance(piece, Stay) else len(piece) for piece in inner)
            at = key + 1
    last = len(begins) - 1
    starts.append(Stay(last, last + 1, end - begins[last]))
    return starts, lists


def _within(own: memoryview, now: Shift | None, coming: Sequence[int]) -> list[Piece]:
    """What the values of one key become, in order; rows of a piece that stays are counted from its first."""
    if len(own) <= _FEW:
        stay = own if now is None else [value for one in own if (value := now[one]) != GONE]
        return [array("I", sorted((*stay, *coming)))]
    gone = () if now is None else ((bisect_left(own, start), bisect_left(own, stop)) for start, stop in now.gone)
    reach = None if now is None else now.reach
    fresh = sorted(coming)
    places = [(bisect_left(own, value, key=reach), 1) for value in fresh]
    edit = Edit(len(own), [pair for pair in gone if pair[0] < pair[1]], places)
    return list(edit.mapped(array("I", fresh), now))


def _olds(keys: Edit, coming: Iterable[int]) -> Iterator[int]:
    """The numbers that keys had which are there from before, of those with these new numbers."""
    begins = [run.at for run in keys.runs]
    for at in coming:
        run = keys.runs[bisect_left(begins, at + 1) - 1]
        if not run.new:
            yield run.start + at - run.at
