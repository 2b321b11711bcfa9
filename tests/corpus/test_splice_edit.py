"""Columns spliced run by run are those that putting the rows together one by one gives."""

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.corpus.splice.edit import Edit, grouped, ranges_of
from tui.corpus.splice.piece import Piece, Stay, together
from tui.corpus.splice.seen import Part, Seen
from tui.corpus.splice.shift import GONE, Shift, added


@dataclass(frozen=True)
class Case:
    """A table's rows, those that go, and before which rows others come."""

    count: int
    gone: list[int]
    coming: list[int]

    @property
    def edit(self) -> Edit:
        return Edit(self.count, ranges_of(self.gone), [(row, 1) for row in self.coming])

    def slow(self) -> list[tuple[bool, int]]:
        """Every row there is afterwards: whether it came, and its number before or among those that come."""
        rows: list[tuple[bool, int]] = []
        for row in range(self.count + 1):
            rows += [(True, number) for number, before in enumerate(self.coming) if before == row]
            if row < self.count and row not in self.gone:
                rows.append((False, row))
        return rows


@st.composite
def cases(draw: st.DrawFn, most: int = 12) -> Case:
    count = draw(st.integers(0, most))
    gone = sorted(draw(st.sets(st.integers(0, count - 1)))) if count else []
    return Case(count, gone, sorted(draw(st.lists(st.integers(0, count), max_size=5))))


def whole(old: memoryview, pieces: Iterable[Piece]) -> list[int]:
    """The values of a column put together, and the same seen without that."""
    pieces = list(pieces)
    values = [int(value) for piece in pieces for value in (piece.of(old) if isinstance(piece, Stay) else piece)]
    parts = [
        Part(old, piece) if isinstance(piece, Stay) else Part(memoryview(piece), Stay(0, len(piece)))
        for piece in together(pieces)
    ]
    seen = Seen(old.format, parts)
    assert list(seen) == [seen[row] for row in range(len(seen))] == values
    assert [seen[row] for row in range(-len(seen), 0)] == values
    assert list(seen[1:-1]) == values[1:-1]
    assert list(seen[::-2]) == values[::-2]
    with pytest.raises(IndexError):
        seen[len(values)]
    return values


def column(values: Sequence[int]) -> memoryview:
    return memoryview(array("I", values))


@given(cases())
def test_a_column_has_what_stays_and_what_comes_in_order(case: Case) -> None:
    old, new = column(range(100, 100 + case.count)), array("I", range(500, 500 + len(case.coming)))
    expected = [500 + row if came else 100 + row for came, row in case.slow()]
    assert whole(old, case.edit.column(new)) == expected
    assert case.edit.count == len(expected)


@given(cases(), st.data())
def test_some_rows_of_a_column_have_other_values(case: Case, data: st.DataObject) -> None:
    rows = case.slow()
    others = {at: 900 + at for at in data.draw(st.sets(st.sampled_from(range(len(rows)))))} if rows else {}
    expected = [others.get(at, 500 + row if came else row) for at, (came, row) in enumerate(rows)]
    fresh = array("I", range(500, 500 + len(case.coming)))
    assert whole(column(range(case.count)), case.edit.replaced(fresh, others)) == expected


@given(cases())
def test_rows_are_numbered_as_they_lie_afterwards(case: Case) -> None:
    rows, edit = case.slow(), case.edit
    assert edit.places() == [at for at, (came, _) in enumerate(rows) if came]
    now = edit.now()
    assert list(now) == [rows.index((False, row)) if row not in case.gone else GONE for row in range(case.count)]
    assert edit.still == (list(now) == list(range(case.count)))
    places = [at for at, (came, _) in enumerate(rows) if not came]
    reached = [
        next((at for at in places if rows[at][1] >= row), edit.now().reach(case.count)) for row in range(case.count)
    ]
    assert [now.reach(row) for row in range(case.count)] == reached
    assert list(Shift.heard(now.told())) == list(now)


@given(cases(), st.data())
def test_the_parts_of_rows_move_with_them(case: Case, data: st.DataObject) -> None:
    sizes = data.draw(st.lists(st.integers(0, 3), min_size=case.count, max_size=case.count))
    fresh = data.draw(st.lists(st.integers(0, 3), min_size=len(case.coming), max_size=len(case.coming)))
    ends = column([sum(sizes[: row + 1]) for row in range(case.count)])
    now, inner = case.edit.ragged(ends, fresh)
    expected_ends: list[int] = []
    expected: list[int] = []
    for came, row in case.slow():
        before = sum((fresh if came else sizes)[:row])
        own = range(before, before + (fresh if came else sizes)[row])
        expected += [1000 + at if came else at for at in own]
        expected_ends.append(len(expected))
    assert whole(ends, now) == expected_ends
    came_parts = array("I", range(1000, 1000 + sum(fresh)))
    assert whole(column(range(sum(sizes))), inner.column(came_parts)) == expected


@pytest.mark.parametrize("few", [0, 64])
@given(keys=cases(), values=cases(), data=st.data())
def test_what_each_key_has_is_what_stays_of_it_and_what_comes(
    few: int, keys: Case, values: Case, data: st.DataObject
) -> None:
    owner = data.draw(st.lists(st.integers(0, max(0, keys.count - 1)), min_size=values.count, max_size=values.count))
    if not keys.count:
        owner, values = [], Case(0, [], values.coming)
    # A key that goes takes its values with it.
    values = Case(values.count, sorted({*values.gone, *(v for v, k in enumerate(owner) if k in keys.gone)}), [])
    now = values.edit.now()
    begins, members = [0], list[int]()
    for key in range(keys.count):
        members += [value for value, of in enumerate(owner) if of == key]
        begins.append(len(members))
    rows = keys.slow()
    coming = {at: [700 + at, 800 + at] for at in range(0, len(rows), 2)}
    touched = {owner[value] for value in values.gone}
    with patch("tui.corpus.splice.edit._FEW", few):
        begun, pieces = grouped(column(begins), column(members), keys.edit, now, coming, touched)
    starts, held = whole(column(begins), begun), whole(column(members), pieces)
    for at, (came, key) in enumerate(rows):
        stay = [] if came else [now[value] for value, of in enumerate(owner) if of == key and now[value] != GONE]
        assert held[starts[at] : starts[at + 1]] == [*stay, *coming.get(at, [])]
    assert len(starts) == len(rows) + 1


@given(st.lists(st.integers(0, 2**31 - 1), max_size=40), st.integers(-5, 5), st.sampled_from("IQ"))
def test_a_number_is_added_to_each_value(values: list[int], by: int, code: str) -> None:
    values = [max(value, 5) for value in values]
    assert list(added(memoryview(array(code, values)), by)) == [value + by for value in values]


@given(cases(200), st.integers(0, 1), st.data())
def test_the_rows_that_a_column_names_get_their_new_numbers(case: Case, more: int, data: st.DataObject) -> None:
    edit = case.edit
    now = edit.now()
    stay = [row for row in range(case.count) if row not in case.gone]
    named = data.draw(st.lists(st.sampled_from(stay), max_size=60)) if stay else []
    values = array("I", [row + more for row in named] + [0] * more)
    assert list(now.of(memoryview(values), more)) == [now[row] + more for row in named] + [0] * more


def test_long_columns_and_many_steps_are_numbered_anew_alike() -> None:
    count = 20_000
    for gone in (range(50, 60), range(1, count, 7)):
        edit = Edit(count, ranges_of(gone), [(100, 3)])
        now: Shift = edit.now()
        values = [row for row in range(count) if row not in gone]
        values += values[::-1]
        assert list(now.of(column(values))) == [now[row] for row in values]
        assert [row for row in now if row != GONE] == [now[row] for row in values[: len(values) // 2]]
