"""Promises of the strip above the timeline: whole months or more a bar, nothing lost but outliers, every cell a bar."""

from hypothesis import given
from hypothesis import strategies as st

from tui.dates.days import civil, number
from tui.dates.edtf import parse
from tui.model import OPEN_PAST
from tui.panes.density import years_below
from tui.reader.spread import bounds_of
from tui.reader.strip import strip_of

DAYS = st.lists(st.integers(number(1850), number(2030)), min_size=1, max_size=150).map(sorted)


@given(DAYS, st.integers(1, 120))
def test_every_day_within_the_extent_is_counted_once_in_the_bar_it_lies_in(days: list[int], width: int) -> None:
    strip = strip_of(days, width)
    inside = [day for day in days if strip.bar_of(day) is not None]
    assert sum(strip.counts) == len(inside) == len(days)
    assert strip.cells * len(strip.counts) <= width
    for day in days:
        bar = strip.bar_of(day)
        assert bar is not None
        assert strip.begins[bar] <= day < strip.begins[bar + 1]
        assert strip.counts[bar] > 0


@given(DAYS, st.integers(1, 120))
def test_every_bar_begins_with_a_month(days: list[int], width: int) -> None:
    assert all(civil(day)[2] == 1 for day in strip_of(days, width).begins)


@given(DAYS, st.integers(12, 120))
def test_steps_lead_through_every_bar_that_is_not_empty(days: list[int], width: int) -> None:
    strip = strip_of(days, width)
    bar: int | None = strip.bar_of(days[0])
    reached = []
    while bar is not None:
        reached.append(bar)
        bar = strip.step(strip.begins[bar], 1)
    assert reached == [index for index, count in enumerate(strip.counts) if count]
    assert strip.step(strip.begins[reached[-1]], -1) == (reached[-2] if len(reached) > 1 else None)


def test_a_cell_leads_to_its_bar_and_none_beyond_the_last() -> None:
    strip = strip_of([number(2007, 1, 5), number(2007, 3, 5)], 12)
    assert (len(strip.counts), strip.cells) == (3, 4)
    assert [strip.bar_at(cell) for cell in (0, 3, 4, 11, 12)] == [0, 0, 1, 2, None]


def test_a_lone_outlier_does_not_press_the_rest_into_one_bar() -> None:
    days = [parse("0105").first, *(parse(f"{year}").first for year in range(1700, 2000))]
    limits = bounds_of(days)
    assert limits is not None
    assert limits[0] > parse("1690").first
    assert sum(strip_of(days, 30).counts) >= 295


def test_no_known_beginning_is_in_no_bar_and_nothing_at_all_gives_no_strip() -> None:
    assert sum(strip_of([OPEN_PAST, number(2007)], 20).counts) == 1
    assert strip_of([OPEN_PAST], 20).counts == ()
    assert strip_of([], 20).counts == ()


@given(DAYS, st.integers(12, 120), st.sets(st.integers(0, 119), max_size=3))
def test_the_years_below_stand_clear_of_each_other_and_of_the_marks(
    days: list[int], width: int, taken: set[int]
) -> None:
    strip = strip_of(days, width)
    line = years_below(strip, taken)
    assert len(line) == strip.cells * len(strip.counts)
    assert all(line[cell] == " " for cell in taken if cell < len(line))
    shown = [int(year) for year in line.split()]
    assert shown == sorted(set(shown))


def test_a_few_looks_far_back_do_not_press_what_is_told_into_one_bar() -> None:
    old, told = [-300_000, -200_000, -100_000], list(range(700_000, 736_500, 500))
    assert bounds_of([*old, *told]) == (700_000, 736_000)
    assert bounds_of([*told, 900_000]) == (700_000, 736_000)
    halves = [*range(40), *range(700_000, 700_040)]
    assert bounds_of(halves) == (0, 700_039)
