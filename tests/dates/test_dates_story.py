"""Dates that hang on others: ranges with one year for both ends, weekdays and bare days, headings, quoted words."""

import pytest

from tui.dates.edtf import parse
from tui.dates.find import find_dates
from tui.model import Part, PartKind, When

_PUBLISHED = parse("2009-07-10")  # a Friday


def values(text: str, published: When | None = _PUBLISHED, kind: PartKind = PartKind.BODY) -> list[str | None]:
    return [date.when.edtf if date.when else None for date in find_dates(text, [Part(kind, 0, len(text))], published)]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("from March to July", "2009-03/2009-07"),
        ("from 3 March to 5 May", "2009-03-03/2009-05-05"),
        ("from November 2006 to March", "2006-11/2007-03"),
        ("from November to March 2007", "2006-11/2007-03"),
        ("from 30 March 2006 to 2 April", "2006-03-30/2006-04-02"),
        ("from 28 December to 3 January 2007", "2006-12-28/2007-01-03"),
        ("between March and July 2006", "2006-03/2006-07"),
        ("from March to July last year", "2008-03/2008-07"),
        ("from Monday to Wednesday", "2009-07-06/2009-07-08"),
        ("from Monday to Monday", "2009-07-06"),
        ("in March, April and May 2006", "2006-03/2006-05"),
        ("in spring and summer 2006", "2006-21/2006-22"),
        ("in July, August and September 1943", "1943-07/1943-09"),
    ],
)
def test_both_ends_of_a_range_are_of_one_year_or_of_neighbouring_ones(words: str, value: str) -> None:
    assert values(f"It rained {words}.") == [value]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("In May and August 2006", ["2006-05", "2006-08"]),
        ("In June, September and December 1943", ["1943-06", "1943-09", "1943-12"]),
        ("In December, January and February 1944", ["1943-12", "1944-01/1944-02"]),
        ("In October, December and January 1944", ["1943-10", "1943-12", "1944-01"]),
        ("In March, June and September 1943 to May 1944", ["1943-03", "1943-06", "1943-09/1944-05"]),
    ],
)
def test_months_that_do_not_adjoin_are_two_dates(words: str, found: list[str]) -> None:
    assert values(f"{words} it rained.") == found


@pytest.mark.parametrize(
    ("first", "then", "value"),
    [
        ("in January 2007", "In October", "2007-10"),
        ("on January 5, 2007", "On October 9", "2007-10-09"),
        ("in March 2007", "In December", "2007-12"),
        ("in January 2007", "In December", "2006-12"),
        ("in December 2006", "In May", "2007-05"),
    ],
)
def test_where_nobody_knows_when_it_was_written_a_month_is_of_the_year_the_story_is_in(
    first: str, then: str, value: str
) -> None:
    assert values(f"They struck {first}. {then} the harbour was closed.", None)[1] == value


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("from 31 June to 4 July 2007", ["2007-07-04"]),
        ("from 4 July 2007 to 31 June", ["2007-07-04"]),
        ("on 31 June, 4 July and 5 August 2007", ["2007-07-04", "2007-08-05"]),
    ],
)
def test_a_day_no_calendar_has_makes_no_range_and_costs_no_other_date(words: str, found: list[str]) -> None:
    assert values(f"It rained {words}.", None) == found


def test_a_range_of_weekdays_in_a_quotation_is_about_those_days() -> None:
    assert values("“It rained from Monday to Wednesday,” he said.") == ["2009-07-06~/2009-07-08~"]


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("On Monday he left.", "2009-07-06"),
        ("On Friday he left.", "2009-07-10"),
        ("This Monday he left.", "2009-07-06"),
        ("Last Friday he left.", "2009-07-03"),
        ("Next Monday he leaves.", "2009-07-13"),
        ("Next Friday he leaves.", "2009-07-17"),
        ("He will leave on Monday.", "2009-07-13"),
        ("He will leave on Friday.", "2009-07-10"),
        ("He left on Monday of last week.", "2009-06-29"),
        ("“We left on Monday,” he said.", "2009-07-06~"),
        ("He left on the 14th.", "2009-06-14"),
        ("He left on the 3rd.", "2009-07-03"),
        ("He will leave on the 14th.", "2009-07-14"),
        ("He will leave on the 3rd.", "2009-08-03"),
        ("He left on Friday the 13th.", "2009-03-13"),
        ("He left on Friday the 14th.", "2008-11-14"),
        ("He will leave on Friday the 13th.", "2009-11-13"),
        ("On 29 February he left.", "2008-02-29"),
    ],
)
def test_a_weekday_or_day_alone_is_the_one_nearest_on_its_side_of_the_publication(sentence: str, value: str) -> None:
    assert values(sentence) == [value]
    if "Next" not in sentence:
        assert values(sentence, None) == [None]  # and nobody knows where there is no publication


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("The following Monday", "2006-05-08"),
        ("The following Friday", "2006-05-12"),
        ("The previous Monday", "2006-05-01"),
        ("The previous Friday", "2006-04-28"),
        ("That Monday", "2006-05-08"),
        ("On Monday of the following week", "2006-05-08"),
        ("On the 9th", "2006-05-09"),
        ("On Tuesday the 9th", "2006-05-09"),
        ("On Wednesday the 9th", "2006-08-09"),
    ],
)
def test_a_weekday_or_day_after_a_date_is_counted_from_that(words: str, value: str) -> None:
    for published in (_PUBLISHED, None):
        assert values(f"On 5 May 2006 he came. {words} he left.", published) == ["2006-05-05", value]


def test_a_weekday_in_a_paragraph_of_its_own_is_not_counted_from_the_one_before() -> None:
    assert values("On 5 May 2006 he came.\n\nOn Monday he left.", None) == ["2006-05-05", None]


def test_after_a_year_nothing_is_a_day_of_it() -> None:
    assert values("In 2006 he came. That Monday he left. On Monday of that week it rained.", None)[1:3] == [None, None]


@pytest.mark.parametrize(
    ("heading", "value"), [("May 2006", "2006-05-XX"), ("4 May 2006", "2006-05-01"), ("2006", None)]
)
def test_under_a_heading_a_weekday_is_as_sure_as_the_heading(heading: str, value: str | None) -> None:
    assert values(f"{heading}:\nOn Monday he came.\n", kind=PartKind.TIMELINE)[1:] == [value]


def test_under_a_heading_of_a_day_a_weekday_ahead_is_the_next_one() -> None:
    assert values("4 May 2006:\nHe will come on Monday.\n", kind=PartKind.TIMELINE)[1:] == ["2006-05-08"]
    assert values("4 May 2006:\nHe will come on Thursday.\n", kind=PartKind.TIMELINE)[1:] == ["2006-05-04"]


def test_under_the_heading_of_a_month_days_are_counted_from_one_told_and_else_not_known() -> None:
    text = "May 2006:\nYesterday he came. On the 4th he left. The next day it rained. On Tuesday it froze.\n"
    assert values(text, kind=PartKind.TIMELINE)[1:] == ["2006-05-XX", "2006-05-04", "2006-05-05", "2006-05-09"]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("in nineteen hundred and five", "1905"),
        ("in two thousand and seven", "2007"),
        ("in twenty hundred", "2000"),
        ("in eighteen sixty-one", "1861"),
        ("in the nineteen-thirties", "193X"),
        ("in the twenty-first century", "20XX"),
        ("on the thirty-first of May 2006", "2006-05-31"),
    ],
)
def test_years_and_days_are_read_in_words(words: str, value: str) -> None:
    assert values(f"It rained {words}.") == [value]


@pytest.mark.parametrize("words", ["two thousand men", "nineteen ninety-nine men", "the thirty-ninth man", "ten sixty"])
def test_counts_in_words_are_no_years(words: str) -> None:
    assert values(f"There came {words} by day.") == []


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("He came on Friday of last month.", [None, "2009-06"]),
        ("He will come next month on Friday.", ["2009-08", None]),
        ("He came on Friday of last week.", ["2009-07-03"]),
        ("He will come next week on Monday.", ["2009-07-13"]),
    ],
)
def test_of_a_month_nobody_knows_which_friday_is_meant(sentence: str, found: list[str | None]) -> None:
    assert values(sentence) == found


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("In the 5th and 4th centuries BC", "-0499/-0300"),
        ("In the 5th century BC", "-04XX"),
        ("In the 17th and 18th centuries", "1600/1799"),
        ("From 264 to 146 BC", "-0263/-0145"),
        ("From 146 to 264 AD", "0146/0264"),
        ("From 12 BC to 14 AD", "-0011/0014"),
        ("In AD 842", "0842"),
        ("In the 490s AD", "049X"),
        ("In the '70s", "197X"),
        ("In the Sixties", "196X"),
        ("In 60s and 70s music", "197X"),
    ],
)
def test_far_and_long_stretches_of_the_calendar(words: str, value: str) -> None:
    assert values(f"{words} it rained.") == [value]


@pytest.mark.parametrize(
    ("words", "value"), [("From 146 to 264 BC", "-0263"), ("From 264 to 146 AD", "0146"), ("In 1914-8", "1914")]
)
def test_of_ends_in_the_wrong_order_only_one_is_believed(words: str, value: str) -> None:
    assert value in values(f"{words} it rained.")


@pytest.mark.parametrize(
    "words",
    ["In the 18th of BC", "In AD 5,000", "(c. 368 - 314)", "In 99", "On Tuesday the 45th", "Last day", "Sixties"],
)
def test_what_looks_like_one_is_none(words: str) -> None:
    assert values(f"{words} he died.") == []


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("In 2006 he came. That summer he left.", ["2006", "2006-22"]),
        ("In 2006 he came. The following March he was back.", ["2006", "2007-03"]),
        ("In June 2006 he came. The previous March he was back.", ["2006-06", "2006-03"]),
        ("In June 2006 he came. March of the following year was hot.", ["2006-06", "2007-03"]),
        ("That summer he left.", [None]),
        ("Days later he left.", [None]),
        ("He came some days ago.", [None]),
    ],
)
def test_a_month_or_season_after_a_date_is_of_its_year_or_the_next(sentence: str, found: list[str | None]) -> None:
    assert values(sentence) == found


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("the last two weeks of May 2006", "2006-05-18/2006-05-31"),
        ("the last two days of May 2006", "2006-05-30/2006-05-31"),
        ("the last two years of the 1990s", "1998/1999"),
        ("the second decade of the 1900s", "191X"),
        ("the third year of the 1990s", "1992"),
        ("the last week of 2006", "2006-12-25~/2006-12-31~"),
        ("the end of last year", "2008"),
        ("the beginning of the week", "2009-07-06/2009-07-12"),
    ],
)
def test_parts_of_stretches(words: str, value: str) -> None:
    assert values(f"It rained in {words}.") == [value]


@pytest.mark.parametrize(
    "words", ["An hour later", "Three hours later", "An hour ago", "In the last-day rush", "In present-day Karsund"]
)
def test_hours_and_the_present_day_are_no_dates(words: str) -> None:
    assert values(f"{words} it rained.") == []


@pytest.mark.parametrize(
    ("apart", "published", "value"),
    [(1, _PUBLISHED, "1998-05"), (2, _PUBLISHED, "2009-05"), (2, None, "1998-05"), (3, None, None)],
)
def test_a_year_carries_on_into_the_next_paragraph_and_one_farther_where_nothing_else_is_known(
    apart: int, published: When | None, value: str | None
) -> None:
    between = "It snowed there.\n\n" * (apart - 1)
    assert values(f"In March 1998 it rained.\n\n{between}In May he left.", published) == ["1998-03", value]


def test_a_bare_year_carries_on_as_far_as_a_sentence_that_people_read() -> None:
    for rained, value in (("while it rained, " * 20, "1998-05"), ("while it rained, " * 40, "2009-05")):
        assert values(f"In 1998, {rained}in May he left.") == ["1998", value]
        # How far in the text the sentence stands says nothing.
        assert values(f"{'Nobody came. ' * 90}In 1998, {rained}in May he left.") == ["1998", value]
