"""What a person types for a date is read as meant, whatever its form, or not at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.dates import edtf
from tui.dates.typed import read_typed
from tui.dates.words import describe
from tui.model import DateOrder, When


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("2007-01-26", "2007-01-26"),
        (" 2006-12~ ", "2006-12~"),
        ("../2007-08-23", "../2007-08-23"),
        ("26 Jan 2007", "2007-01-26"),
        ("january 26, 2007", "2007-01-26"),
        ("20 may 2008", "2008-05-20"),
        ("on the 3rd of March 1921.", "1921-03-03"),
        ("spring 2008", "2008-21"),
        ("Summer of 2007", "2007-22"),
        ("about Dec 2006", "2006-12~"),
        ("circa 1920", "1920~"),
        ("March to July 2008", "2008-03/2008-07"),
        ("between March and May 2007", "2007-03/2007-05"),
        ("2003-2005", "2003/2005"),
        ("before 23 August 2007", "../2007-08-23"),
        ("since 2003", "2003/.."),
        ("early 2007", "2007-01~/2007-04~"),
        ("the 1990s", "199X"),
        ("44 BC", "-0043"),
        ("Aug 2007, day not known", "2007-08-XX"),
        ("perhaps 1920", "1920?"),
        ("26. März 2007", "2007-03-26"),
        ("3/4/2007", "[2007-03-04,2007-04-03]"),
    ],
)
def test_what_is_typed_is_read(typed: str, value: str) -> None:
    when = read_typed(typed)
    assert when is not None
    assert when.edtf == value


@pytest.mark.parametrize(
    "typed",
    ["", " ", "soon", "June", "last year", "four days later", "2007 and 2008", "not 2007", "2007 wine", "31 June 2007",
     "perhaps", "day not known", "x" * 300],
)  # fmt: skip
def test_what_is_no_date_of_its_own_is_not_read(typed: str) -> None:
    assert read_typed(typed) is None


def test_a_numeric_date_is_read_in_the_order_of_the_collection() -> None:
    when = read_typed("3/4/2007", DateOrder.DMY)
    assert when is not None
    assert when.edtf == "2007-04-03"


_YEARS = st.integers(1000, 2199)
_WHENS = st.one_of(
    _YEARS.map(edtf.year),
    st.builds(edtf.month, _YEARS, st.integers(1, 12)),
    st.builds(edtf.day, _YEARS, st.integers(1, 12), st.integers(1, 28)),
    st.builds(edtf.season, _YEARS, st.sampled_from((21, 22, 23))),
)


@given(st.one_of(_WHENS, _WHENS.map(edtf.about), _WHENS.map(lambda when: edtf.interval(None, when))))
def test_a_date_is_read_back_from_the_words_it_is_shown_in(when: When) -> None:
    read = read_typed(describe(when))
    assert read is not None
    assert read.edtf == when.edtf


@given(st.text(max_size=40))
def test_whatever_is_typed_gives_a_date_that_reads_back_or_none(typed: str) -> None:
    when = read_typed(typed)
    assert when is None or edtf.parse(when.edtf).edtf == when.edtf
