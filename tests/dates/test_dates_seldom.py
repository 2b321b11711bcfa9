"""What is written seldom and read all the same, what looks like a date and is none, and how values are told."""

import pytest

from tui.dates import edtf
from tui.dates.counting import counterpart, nth_unit
from tui.dates.feasts import feast_day
from tui.dates.find import find_dates
from tui.dates.words import describe
from tui.model import DateOrder, Part, PartKind, Precision, When

_PUBLISHED = edtf.day(2007, 5, 5)


def _values(text: str, published: When | None = _PUBLISHED, order: DateOrder | None = None) -> list[str | None]:
    spans = find_dates(text, [Part(PartKind.BODY, 0, len(text))], published, order)
    return [span.when.edtf if span.when else None for span in spans]


@pytest.mark.parametrize(
    ("sentence", "values"),
    [
        ("The fifth quarter of 2007 will not come.", [None]),
        ("He fell on the 3rd and 5th of May of that year.", ["2007-05-03", "2007-05-05"]),
        ("It was seen five years ago yesterday.", ["2002-05-04"]),
        ("In twenty twenty he wrote of nineteen hundred and ninety.", ["2020", "1990"]),
        ("Late June to early August 2007 was hot.", ["2007-06-21~/2007-08-10~"]),
        ("Nobody counts the 19th and 20th centuries.", ["1800/1999"]),
        ("The 5th and 4th centuries BC were theirs.", ["-0499/-0300"]),
        ("The 7th and 7th centuries are one.", ["06XX"]),
        ("The first Friday of last month came before the first Friday of the war.", ["2007-04-06", "2007-05-04"]),
        ("He has read it since 105, and until 348.", ["0105/..", "../0348"]),
        ("Two months after 3 May 2007 it rained, and one decade after 2001 too.", ["2007-07", "201X"]),
        ("Sales fell in 2Q of 2007 and rose in 3Q 2008.", ["2007-04/2007-06", "2008-07/2008-09"]),
    ],
)
def test_what_is_seldom_written_is_read(sentence: str, values: list[str | None]) -> None:
    assert _values(sentence) == values


@pytest.mark.parametrize(
    "sentence",
    [
        "It cost $ 2007, € 1990 or £ 2001.",
        "A 2007-strong crowd met a 1990-man unit.",
        "He left after 13/32.",
        "The code is 12-3456-78.",
        "The year 5x8 BC is misprinted.",
        "Two thousand and more came.",
        "He bought a Christmas tree.",
        "It was five hundred and 314 men.",
    ],
)
def test_what_looks_like_a_date_and_is_none_is_passed_over(sentence: str) -> None:
    assert [value for value in _values(sentence) if value is not None] == []


@pytest.mark.parametrize(
    ("value", "precision", "said"),
    [
        ("1954~/1956~", Precision.PART, "mid 1950s"),
        ("1900~/1933~", Precision.PART, "early 20th century"),
        ("195X", Precision.DECADE, "the 1950s"),
        ("1950~/1959~", Precision.DECADE, "about the 1950s"),
        ("190X~", Precision.DECADE, "about the 1900s"),
        ("1900~/1999~", Precision.DECADE, "about the 20th century"),
        ("2007-01-26/2007-01-26", Precision.INTERVAL, "26 Jan 2007"),
        ("2007/2007", Precision.INTERVAL, "2007"),
        ("1950/1959~", Precision.INTERVAL, "1950 – about 1959"),
    ],
)
def test_decades_centuries_and_intervals_have_words(value: str, precision: Precision, said: str) -> None:
    when = edtf.parse(value)
    assert (when.precision, describe(when)) == (precision, said)


@pytest.mark.parametrize(
    ("there", "unit"),
    [("2007", "year"), ("2007-05-04/2007-06-20", "month"), ("2007-05-04/2007-05-20", "month"), ("2007-05", "day")],
)
def test_what_is_longer_than_its_unit_has_no_counterpart(there: str, unit: str) -> None:
    with pytest.raises(edtf.EdtfError, match="leads from"):
        counterpart(edtf.parse(there), -1, unit)


def test_a_week_and_a_month_have_theirs() -> None:
    assert counterpart(edtf.parse("2007-05-07/2007-05-13"), -1, "year").edtf == "2006-05-08/2006-05-14"
    assert counterpart(edtf.parse("2007-05"), -1, "year").edtf == "2006-05"
    assert counterpart(edtf.parse("2008-02-29"), -1, "year").edtf == "2007-02-28"


def test_a_decade_has_halves_and_no_quarters_of_whole_years() -> None:
    assert nth_unit(edtf.decade(1950), 2, "half").edtf == "1955/1959"
    assert nth_unit(edtf.century(1900), -1, "quarter").edtf == "1975/1999"
    with pytest.raises(edtf.EdtfError):
        nth_unit(edtf.decade(1950), 1, "quarter")
    with pytest.raises(edtf.EdtfError):
        nth_unit(edtf.decade(1950), 3, "half")


def test_easter_is_counted_for_the_western_churches_and_not_before_they_had_their_calendar() -> None:
    # Known Sundays, of a table and not of this program.
    assert [feast_day("easter", year).edtf for year in (1818, 1943, 2007, 2038)] == [
        *("1818-03-22", "1943-04-25", "2007-04-08", "2038-04-25")
    ]
    with pytest.raises(edtf.EdtfError, match="1583"):
        feast_day("easter", 1582)
