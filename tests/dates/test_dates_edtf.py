"""EDTF values: what is read, printed, ordered and widened."""

import importlib
import warnings
from collections.abc import Callable
from datetime import date, datetime

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from tui.dates import compared, days, edtf
from tui.model import OPEN_FUTURE, OPEN_PAST, Precision, When

with warnings.catch_warnings():  # the validator uses old names of its parser library
    warnings.simplefilter("ignore")
    is_valid: Callable[[str], bool] = importlib.import_module("edtf_validate.valid_edtf").is_valid

_CALM = settings(deadline=None)  # a busy machine is no failure
_YEARS = st.integers(-9999, 9999)
_MONTHS = st.integers(1, 12)


def _day(number: int) -> When:
    return edtf.from_number(number)


_SINGLE = st.one_of(
    st.builds(_day, st.integers(days.number(-9999), days.number(9999, 12, 31))),
    st.builds(edtf.month, _YEARS, _MONTHS),
    st.builds(lambda y, m: edtf.month(y, m, day_unknown=True), _YEARS, _MONTHS),
    st.builds(edtf.season, st.integers(-9999, 9998), st.integers(21, 24)),
    st.builds(edtf.year, st.integers(-20000, 20000)),
    st.builds(lambda n: edtf.decade(n * 10), st.integers(0, 999)),
    st.builds(lambda n: edtf.century(n * 100), st.integers(0, 99)),
)
_PARTS = st.builds(
    edtf.part,
    st.one_of(
        st.builds(edtf.month, _YEARS, _MONTHS),
        st.builds(edtf.year, _YEARS),
        st.builds(lambda n: edtf.decade(n * 10), st.integers(0, 999)),
    ),
    st.sampled_from((edtf.EARLY, edtf.MID, edtf.LATE)),
)


@st.composite
def _dates(draw: st.DrawFn) -> When:
    one = draw(st.one_of(_SINGLE, _PARTS, st.builds(edtf.about, _SINGLE)))
    shape = draw(st.sampled_from(("single", "interval", "before", "after", "either")))
    if shape == "single":
        return one
    if shape == "before":
        return edtf.interval(None, one)
    if shape == "after":
        return edtf.interval(one, None)
    other = draw(_SINGLE)
    if shape == "either":
        return edtf.either([_day(min(max(each.first, -3_000_000), 3_000_000)) for each in (one, other)])
    try:
        return edtf.interval(one, other)
    except edtf.EdtfError:
        return one


@_CALM
@given(_dates())
def test_what_is_printed_reads_back_as_the_same_value(when: When) -> None:
    again = edtf.parse(when.edtf)
    assert (again.edtf, again.first, again.last) == (when.edtf, when.first, when.last)


@_CALM
@given(_dates())
def test_the_first_day_never_lies_after_the_last(when: When) -> None:
    assert when.first <= when.last


@_CALM
@given(_dates())
def test_an_independent_validator_accepts_every_printed_value(when: When) -> None:
    # The validator wrongly refuses intervals that reach before year 1, and intervals and "about" with years of five
    # figures.
    plain = when.last > 366 and "/0000" not in when.edtf and "Y" not in when.edtf
    assume(plain or not set(when.edtf) & set("/[~"))
    assert is_valid(when.edtf)


@_CALM
@given(_dates())
@example(edtf.part(edtf.decade(9990), 1))
def test_precision_survives_printing(when: When) -> None:
    assert edtf.parse(when.edtf).precision is when.precision


@_CALM
@given(st.integers(1, date.max.toordinal()))
def test_day_numbers_are_those_of_the_standard_library(number: int) -> None:
    civil = date.fromordinal(number)
    assert days.civil(number) == (civil.year, civil.month, civil.day)
    assert days.number(civil.year, civil.month, civil.day) == number
    assert days.weekday(number) == civil.weekday()


@_CALM
@given(st.integers(-9_000_000, 9_000_000))
def test_day_numbers_hold_before_year_one(number: int) -> None:
    assert days.number(*days.civil(number)) == number


@pytest.mark.parametrize(
    ("text", "printed", "precision"),
    [
        ("2007-01-26", "2007-01-26", Precision.DAY),
        ("2007-01", "2007-01", Precision.MONTH),
        ("2008-21", "2008-21", Precision.SEASON),
        ("2007", "2007", Precision.YEAR),
        ("2007-08-XX", "2007-08-XX", Precision.MONTH),
        ("2006-12~", "2006-12~", Precision.MONTH),
        ("2007-03/2008-07", "2007-03/2008-07", Precision.INTERVAL),
        ("../2007-08-23", "../2007-08-23", Precision.INTERVAL),
        ("2006-10/", "2006-10/..", Precision.INTERVAL),
        ("195X", "195X", Precision.DECADE),
        ("195X~", "1950~/1959~", Precision.DECADE),
        ("19XX", "19XX", Precision.DECADE),
        ("2007-01~/2007-04~", "2007-01~/2007-04~", Precision.PART),
        ("2007-01-26T21:00:00Z", "2007-01-26", Precision.DAY),
        ("[2007-03-04, 2007-04-03]", "[2007-03-04,2007-04-03]", Precision.INTERVAL),
        ("-0043-03-15", "-0043-03-15", Precision.DAY),
    ],
)
def test_reads_every_form_the_contract_names(text: str, printed: str, precision: Precision) -> None:
    when = edtf.parse(text)
    assert (when.edtf, when.precision) == (printed, precision)


@pytest.mark.parametrize(
    "text",
    ["", "soon", "2007-13", "2007-02-30", "2008/2007", "..", "../..", "07", "20070126", "[x]", "2007-1", "Y99999"],
)
def test_what_is_no_date_is_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(edtf.EdtfError, match=r".{12,}"):
        edtf.parse(text)


@_CALM
@given(st.text(alphabet="0123456789-/.XY~?%[], T:", max_size=24))
def test_any_text_is_read_or_refused_but_never_crashes(text: str) -> None:
    try:
        edtf.parse(text)
    except edtf.EdtfError:
        return


def test_toml_gives_strings_dates_times_and_years() -> None:
    assert edtf.from_toml("2007-10-14~").approximate
    assert edtf.from_toml(date(2007, 10, 14)).edtf == "2007-10-14"
    assert edtf.from_toml(datetime(2007, 10, 14, 8, 30)).edtf == "2007-10-14"
    assert edtf.from_toml(2007).edtf == "2007"
    for wrong in (True, 1.5, None, ["2007"]):
        with pytest.raises(edtf.EdtfError):
            edtf.from_toml(wrong)


def test_thirds_of_a_month_and_a_year_are_those_of_the_contract() -> None:
    month, year = edtf.month(2007, 2), edtf.year(2007)
    assert [edtf.part(month, third).edtf for third in (0, 1, 2)] == [
        "2007-02-01~/2007-02-10~",
        "2007-02-11~/2007-02-20~",
        "2007-02-21~/2007-02-28~",
    ]
    assert [edtf.part(year, third).edtf for third in (0, 1, 2)] == [
        "2007-01~/2007-04~",
        "2007-05~/2007-08~",
        "2007-09~/2007-12~",
    ]


def test_winter_runs_into_the_next_year() -> None:
    winter = edtf.season(2007, 24)
    assert days.civil(winter.first) == (2007, 12, 1)
    assert days.civil(winter.last) == (2008, 2, 29)


def test_open_ends_are_further_than_any_date() -> None:
    assert edtf.interval(None, edtf.year(2007)).first == OPEN_PAST
    assert edtf.interval(edtf.year(2007), None).last == OPEN_FUTURE


def test_the_narrower_of_two_dates_that_begin_together_comes_first() -> None:
    day, month, year = edtf.day(2007, 1, 1), edtf.month(2007, 1), edtf.year(2007)
    assert sorted([year, month, day], key=lambda when: when.key) == [day, month, year]
    assert compared.compare(day, month) == -1
    assert compared.compare(month, day) == 1
    assert compared.compare(day, edtf.parse("2007-01-01")) == 0


@_CALM
@given(_dates())
def test_widening_keeps_the_value_and_only_moves_closed_bounds_out(when: When) -> None:
    wide = compared.widen(when)
    assert wide.edtf == when.edtf
    assert wide.first <= when.first
    assert wide.last >= when.last
    assert (wide.first == OPEN_PAST) == (when.first == OPEN_PAST)
    assert (wide.last == OPEN_FUTURE) == (when.last == OPEN_FUTURE)


def test_widened_by_their_precision_neighbouring_days_meet() -> None:
    one, other = edtf.day(2007, 1, 26), edtf.day(2007, 1, 27)
    assert not one.overlaps(other)
    assert compared.widen(one).overlaps(compared.widen(other))


def test_two_readings_that_agree_are_one() -> None:
    day = edtf.day(2007, 4, 4)
    assert edtf.either([day, day]) == day


@_CALM
@given(_dates(), _dates(), _dates())
def test_dates_have_one_order(one: When, two: When, three: When) -> None:
    assert compared.compare(one, two) == -compared.compare(two, one)
    assert compared.compare(one, one) == 0
    if compared.compare(one, two) <= 0 and compared.compare(two, three) <= 0:
        assert compared.compare(one, three) <= 0
    if one.last < two.first:
        assert compared.compare(one, two) == -1


@_CALM
@given(_dates(), _dates())
def test_overlap_is_mutual_and_what_is_widened_still_overlaps(one: When, two: When) -> None:
    assert one.overlaps(one)
    assert one.overlaps(two) == two.overlaps(one)
    assert one.overlaps(two) == (not (one.last < two.first or two.last < one.first))
    if one.overlaps(two):
        assert compared.widen(one).overlaps(two)


@_CALM
@given(_dates(), st.integers(0, 400), st.integers(0, 400))
def test_widening_twice_is_widening_by_the_sum(when: When, one: int, other: int) -> None:
    assert compared.widen(compared.widen(when, one), other) == compared.widen(when, one + other)


def test_an_interval_takes_the_first_or_last_reading_of_an_end_that_has_two() -> None:
    two = edtf.parse("[2007-03-04,2007-04-03]")
    assert edtf.interval(two, edtf.year(2008)).edtf == "2007-03-04/2008"
    assert edtf.interval(edtf.year(2006), two).edtf == "2006/2007-04-03"


def test_of_a_year_far_off_nothing_but_the_year_can_be_said() -> None:
    assert edtf.year(-12000).first < edtf.year(-9999).first
    with pytest.raises(edtf.EdtfError, match="only the year itself"):
        edtf.month(-12000, 5)
    with pytest.raises(edtf.EdtfError, match="further away"):
        edtf.year(10**9)


def test_early_in_what_has_no_thirds_is_about_that() -> None:
    assert edtf.part(edtf.parse("2007-21"), edtf.EARLY).edtf == "2007-21~"
    assert edtf.part(edtf.parse("2007-05-04"), edtf.LATE).edtf == "2007-05-04~"
