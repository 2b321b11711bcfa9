"""Which of the days of one name is meant: the nearest, the last that began, the next that has not ended."""

import pytest

from tui.dates import days, edtf
from tui.dates.nearby import after, before, first_of, nearest, point, some_day
from tui.model import When


def leap(year: int) -> When:
    return edtf.day(year, 2, 29)


def new_year(year: int) -> When:
    return edtf.day(year, 1, 1)


def last_day(year: int) -> When:
    return edtf.day(year, 12, 31)


def july(year: int) -> When:
    return edtf.month(year, 7)


def never(year: int) -> When:
    return edtf.day(year, 2, 30)


def test_the_nearest_may_be_of_the_year_before_or_after() -> None:
    assert nearest(new_year, days.number(2007, 12, 30)).edtf == "2008-01-01"
    assert nearest(last_day, days.number(2007, 1, 2)).edtf == "2006-12-31"
    assert nearest(july, days.number(2007, 1, 14)).edtf == "2006-07"
    assert nearest(july, days.number(2007, 1, 18)).edtf == "2007-07"


def test_a_day_few_years_have_is_sought_eight_years_far() -> None:
    assert nearest(leap, days.number(2007, 6, 1)).edtf == "2008-02-29"
    assert nearest(leap, days.number(1899, 6, 1)).edtf == "1896-02-29"
    assert nearest(leap, days.number(1901, 6, 1)).edtf == "1904-02-29"
    assert before(leap, days.number(1903, 12, 1)).edtf == "1904-02-29"
    assert after(leap, days.number(1896, 3, 1)).edtf == "1904-02-29"


def test_the_last_one_that_began_may_still_go_on_and_the_next_one_may_have_begun() -> None:
    assert before(july, days.number(2007, 7, 3)).edtf == "2007-07"
    assert before(july, days.number(2007, 4, 30)).edtf == "2006-07"
    assert after(july, days.number(2007, 7, 31)).edtf == "2007-07"
    assert after(july, days.number(2007, 8, 1)).edtf == "2008-07"
    assert before(new_year, days.number(2007, 1, 1)).edtf == "2007-01-01"
    assert after(new_year, days.number(2007, 1, 1)).edtf == "2007-01-01"


def test_one_nearly_a_year_back_gives_way_to_one_that_comes_soon() -> None:
    assert before(new_year, days.number(2007, 9, 1)).edtf == "2007-01-01"
    assert before(july, days.number(2007, 6, 30)).edtf == "2007-07"
    assert before(last_day, days.number(2007, 12, 20)).edtf == "2007-12-31"


def test_a_day_no_year_has_is_said_to_be_none() -> None:
    for find in (nearest, before, after):
        with pytest.raises(edtf.EdtfError, match="no such day"):
            find(never, days.number(2007, 1, 1))
    with pytest.raises(edtf.EdtfError, match="within 10 years of 2007"):
        first_of(new_year, 2007, 1, lambda when: when.first > days.number(2017, 1, 1))
    assert first_of(new_year, 2007, 1, lambda when: when.first >= days.number(2015, 1, 1)).edtf == "2015-01-01"
    assert first_of(new_year, 2007, -1, lambda when: when.first <= days.number(1999, 1, 1)).edtf == "1999-01-01"


def test_days_are_counted_from_days_alone() -> None:
    for unit in ("day", "week", "fortnight", "weekend"):
        with pytest.raises(edtf.EdtfError, match="cannot be counted"):
            point(edtf.month(2007, 5), unit)
        assert point(edtf.day(2007, 5, 4), unit) == edtf.day(2007, 5, 4)
    assert point(edtf.month(2007, 5), "month") == edtf.month(2007, 5)


def test_some_day_of_a_month_is_not_known_and_of_a_year_not_even_that() -> None:
    assert some_day(edtf.day(2007, 5, 4)) == edtf.day(2007, 5, 4)
    when = some_day(edtf.month(2007, 5))
    assert when is not None
    assert when.edtf == "2007-05-XX"
    assert some_day(edtf.year(2007)) is None
