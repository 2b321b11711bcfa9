"""A query that is a date is read as one, and nothing else is."""

import warnings

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.dates.edtf import parse
from tui.jump import read_date, read_dates

with warnings.catch_warnings():
    # The checker is written for an older pyparsing, which renamed its functions since.
    warnings.simplefilter("ignore", DeprecationWarning)
    from edtf_validate.valid_edtf import is_valid  # type: ignore[import-untyped]


@pytest.mark.parametrize(
    ("query", "value"),
    [
        ("2007", "2007"),
        ("may 2007", "2007-05"),
        ("May '07", "2007-05"),
        ("sept 1998", "1998-09"),
        ("2007-01-26", "2007-01-26"),
        ("2007/1", "2007-01"),
        ("26 January 2007", "2007-01-26"),
        ("January 26th, 2007", "2007-01-26"),
        ("the 4th of Feb 2007", "2007-02-04"),
        ("spring 08", "2008-21"),
        ("winter 1944", "1944-24"),
        ("early 2007", "2007-01~/2007-04~"),
        ("mid May 2007", "2007-05-11~/2007-05-20~"),
        ("late feb 2008", "2008-02-21~/2008-02-29~"),
        ("1990s", "199X"),
        ("the 90s", "199X"),
        ("the week of 4 Feb 2007", "2007-02-04/2007-02-10"),
    ],
)
def test_what_people_type_for_a_date_is_read(query: str, value: str) -> None:
    assert read_date(query) == value
    assert is_valid(value)


@pytest.mark.parametrize(
    "query",
    [
        "",
        "may",
        "mayor 2007",
        "31 february 2007",
        "2007-13",
        "07",
        "brigade 2007",
        "2007 2008",
        "may 2007 attack",
        "ma 07",
    ],
)
def test_anything_else_is_not_a_date(query: str) -> None:
    assert read_date(query) is None


@given(st.text(alphabet="0123456789 -/.,'mayspringthewkofx", max_size=24))
def test_every_value_read_is_valid_edtf(query: str) -> None:
    value = read_date(query)
    assert value is None or is_valid(value)


def day(edtf: str) -> int:
    return parse(edtf).first


@pytest.mark.parametrize(
    ("query", "values"),
    [
        ("4 feb", ["2008-02-04", "2007-02-04"]),
        ("the week of 4 Feb", ["2007-02-04/2007-02-10", "2008-02-04/2008-02-10"]),
        ("feb 4, 2006", ["2006-02-04"]),
        ("5 may", []),
        ("feb", []),
        ("4", []),
        ("4 brigade", []),
    ],
)
def test_a_date_without_a_year_is_one_on_which_something_happened(query: str, values: list[str]) -> None:
    days = sorted(map(day, ["2007-02-04", "2007-02-05", "2007-02-06", "2008-02-04", "2008-02-04"]))
    assert read_dates(query, days) == values
    assert read_dates("4 feb", []) == []
