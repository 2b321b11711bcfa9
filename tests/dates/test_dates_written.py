"""The many ways dates are written: figures, words, eras, feasts, open ends, what stands around a bare day."""

import pytest

from tui.dates import edtf
from tui.dates.find import find_dates, read
from tui.model import DateOrder, Part, PartKind, When

_PUBLISHED = edtf.day(2016, 11, 7)


def _values(text: str, published: When | None = _PUBLISHED, order: DateOrder | None = None) -> list[str | None]:
    spans = find_dates(text, [Part(PartKind.BODY, 0, len(text))], published, order)
    return [span.when.edtf if span.when else None for span in spans]


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("They will be back on Jan-1.", "2017-01-01"),
        ("It is stamped 1-Jan-2015.", "2015-01-01"),
        ("It is stamped 6-Jun-44.", "1944-06-06"),
        ("It is stamped 2019-Aug-01.", "2019-08-01"),
        ("It is stamped 26 Jan 07.", "2007-01-26"),
        ("On 5 May 10 men came.", "2016-05-05"),
        ("Printed in Dec-2018.", "2018-12"),
        ("Printed in 2016-11.", "2016-11"),
        ("Printed 03/2015.", "2015-03"),
        ("The war of 1914-18 was long.", "1914/1918"),
        ("The season of 2015/16 was cold.", "2015/2016"),
    ],
)
def test_dates_in_figures(sentence: str, value: str) -> None:
    assert _values(sentence) == [value]


def test_a_day_and_a_month_in_figures_follow_the_order_of_the_collection() -> None:
    assert _values("It began on 4/3.", order=DateOrder.MDY) == ["2016-04-03"]
    assert _values("It began on 4/3.", order=DateOrder.DMY) == ["2016-03-04"]
    assert _values("It began on 4/3.") == ["[2016-03-04,2016-04-03]"]
    assert _values("It began on 22/04.") == ["2016-04-22"]


@pytest.mark.parametrize(
    "sentence", ["About 3/4 of them left.", "The score was 4/22 then.", "A 1/2000 model stood there."]
)
def test_fractions_and_scores_are_no_dates(sentence: str) -> None:
    assert [value for value in _values(sentence) if value != "2000"] == []


def test_a_day_known_by_its_figures_alone() -> None:
    assert _values("Much changed after 9/11, he said.") == ["2001-09-11/.."]


def test_a_day_named_in_passing_does_not_give_its_year_to_what_follows() -> None:
    passing = "The war, in return for the 9/11 attacks, goes on. In the month of May more men died than before."
    scene = "On 9/11 the towers fell. In October the army marched."
    assert _values(passing) == ["2001-09-11", "2016-05"]
    assert _values(scene) == ["2001-09-11", "2001-10"]


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("In nineteen twenty-eight, he left.", "1928"),
        ("In the spring of nineteen seventy-eight it rained.", "1978-21"),
        ("It was built in nineteen hundred and five.", "1905"),
        ("In two thousand and eight, he left.", "2008"),
        ("In the nineteen seventies it was full.", "197X"),
        ("In the noughties it was empty.", "200X"),
        ("On the twenty-second of June 1941 they came.", "1941-06-22"),
        ("On May twenty-first, 1941, they came.", "1941-05-21"),
    ],
)
def test_dates_spelt_in_words(sentence: str, value: str) -> None:
    assert _values(sentence) == [value]


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("They met on the 4th of may.", "2016-05-04"),
        ("They met on the 25th march.", "2016-03-25"),
        ("They met on 2 may 2008.", "2008-05-02"),
    ],
)
def test_months_that_are_verbs_need_no_capital_beside_a_day(sentence: str, value: str) -> None:
    assert _values(sentence) == [value]


def test_verbs_beside_numbers_stay_verbs() -> None:
    assert _values("The second may 5 times march, and the 25th may too, with 3 august men.", None) == []


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("It ended in the last week of March 2009.", "2009-03-23~/2009-03-29~"),
        ("It ended in the first week of October 2016.", "2016-10-03~/2016-10-09~"),
        ("It ends in the third week of 2027.", "2027-01-18~/2027-01-24~"),
        ("It ends in the third week next year.", "2017-01-16~/2017-01-22~"),
    ],
)
def test_weeks_of_a_month_or_year_run_from_monday(sentence: str, value: str) -> None:
    assert _values(sentence) == [value]


def test_spelt_counts_are_no_years() -> None:
    assert _values("He had two thousand men and nineteen twenty-pound guns.") == []


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("They fought from 264 to 146 BC.", "-0263/-0145"),
        ("The wars (264–146 BC) were long.", "-0263/-0145"),
        ("He ruled 14-37 AD.", "0014/0037"),
        ("He came to the abbey around 328.", "0328~"),
        ("In the last quarter of the 19th century they left.", "1875/1899"),
        ("In the second half of the 1930s they left.", "1935/1939"),
        ("In the late 1970s they left.", "1975~/1979~"),
        ("In the early 2000s they left.", "2000~/2004~"),
    ],
)
def test_eras_and_parts_of_centuries(sentence: str, value: str) -> None:
    assert _values(sentence) == [value]


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("They rose on Easter Monday 1916.", "1916-04-24"),
        ("They signed it on Good Friday 1998.", "1998-04-10"),
        ("They ate on Thanksgiving Day 2008.", "2008-11-27"),
        ("They left on Memorial Day 2008.", "2008-05-26"),
        ("They left on Labor Day 2008.", "2008-09-01"),
    ],
)
def test_feasts_that_move(sentence: str, value: str) -> None:
    assert _values(sentence) == [value]


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("Not before June 2016 will it open.", "2016-06/.."),
        ("It opens no earlier than June 2016.", "2016-06/.."),
        ("It was done on or earlier than 5 June 2016.", "../2016-06-05"),
        ("It has stood since at least 1944.", "1944/.."),
        ("Coins of 1944 or later were found.", "1944/.."),
        ("He was mayor (1999–present).", "1999/.."),
        ("He was mayor from 1999 to the present.", "1999/.."),
        ("Ada Byron (1944–) wrote it.", "1944/.."),
        ("From 1944 onwards it was free.", "1944/.."),
        ("In the weeks after 6 June 1944 it rained.", "1944-06-06/.."),
        ("For the rest of 1943 it rained.", "1943"),
    ],
)
def test_open_ends(sentence: str, value: str) -> None:
    assert _values(sentence) == [value]


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("They met on the first Friday in this month.", "2016-11-04"),
        ("They will meet next week on Friday.", "2016-11-18"),
        ("They met last week Sunday.", "2016-11-06"),
        ("They meet the week after next.", "2016-11-21/2016-11-27"),
        ("They met the year before last.", "2014"),
        ("They met on Saturday the second.", "2016-07-02"),
    ],
)
def test_dates_counted_from_the_day_of_publication(sentence: str, value: str) -> None:
    assert _values(sentence) == [value]


@pytest.mark.parametrize(
    "sentence",
    [
        "On 22 June 1941 they came. On the 24th they stopped.",
        "On 22 June 1941 they came. On the 24th Rommel attacked.",
        "On 22 June 1941 they came. By the 24th, all was lost.",
    ],
)
def test_a_bare_day_stands_before_a_clause(sentence: str) -> None:
    assert len(_values(sentence, None)) == 2


@pytest.mark.parametrize(
    "sentence",
    [
        "On 22 June 1941 they came. On the 24th floor they slept.",
        "On 22 June 1941 they came. On the 24th Street they slept.",
        "On 22 June 1941 they came to the 24th Division.",
    ],
)
def test_a_number_of_something_is_no_bare_day(sentence: str) -> None:
    assert _values(sentence, None) == ["1941-06-22"]


@pytest.mark.parametrize(
    "sentence",
    [
        "It gets up to 1150°F or 115°F.",
        "See Decree 2005-981.",
        "The figure would be around 105.",
        "The Russell 2000 Index fell under Rule 2016.",
        "Sales of Christmas tree permits rose.",
        "They watched Saturday Night Live.",
        "He wrote for Miami Today.",
        "She is in her last year of school.",
        "The present-day United States are larger.",
        "The first half was dull, the second half was not.",
        "See https://example.org/2015/08/10/18/methods for it.",
        "Over the last year he grew.",
    ],
)
def test_what_only_looks_like_a_date(sentence: str) -> None:
    assert [value for value in _values(sentence, None) if value] == []
    if "half" not in sentence:
        assert _values(sentence) == []


def test_a_day_named_after_a_far_plan_is_counted_from_publication() -> None:
    text = "The airline will fly it in November 2018. It arrives on November 11, three days late."
    assert _values(text) == ["2018-11", "2016-11-11"]


def test_the_entire_year_is_the_one_told() -> None:
    assert _values("In June 2006 he left. The entire year was hot.") == ["2006-06", "2006"]


def test_words_of_time_that_are_no_dates_are_kept_apart() -> None:
    text = "For three years they met every day at 6:40 p.m., over the last year too."
    apart = read(text, [Part(PartKind.BODY, 0, len(text))], _PUBLISHED).apart
    assert [one.value for one in apart] == ["P3Y", "P1D", "", "P1Y"]


@pytest.mark.parametrize(
    ("sentence", "values"),
    [
        ("It rained from Monday to Wednesday.", ["2016-11-07/2016-11-09"]),
        ("It rained from Friday through Sunday.", ["2016-11-04/2016-11-06"]),
        ("They met between Tuesday and Friday.", ["2016-11-01/2016-11-04"]),
        ("They met on Tuesday and Friday.", ["2016-11-01", "2016-11-04"]),
    ],
)
def test_one_weekday_to_another_is_a_stretch_of_days(sentence: str, values: list[str]) -> None:
    assert _values(sentence) == values


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("Sales of 3Q 2008 fell.", "2008-07/2008-09"),
        ("Sales of Q3 2008 fell.", "2008-07/2008-09"),
        ("The note is dated 26. 1. 2007.", "2007-01-26"),
    ],
)
def test_quarters_and_days_set_apart(sentence: str, value: str) -> None:
    assert _values(sentence) == [value]


def test_a_section_number_is_no_quarter() -> None:
    assert _values("Answer 3Question is a name, and so is 3QX.") == []


def test_which_month_is_meant_is_settled_before_years_are_counted_from_it() -> None:
    assert _values("It came fifteen years after May.") == ["2031"]


def test_the_29th_of_february_is_that_of_a_leap_year() -> None:
    assert _values("They met on 29 February.", edtf.day(2013, 7, 1)) == ["2012-02-29"]
    assert _values("They will meet on 29 February.", edtf.day(2014, 7, 1)) == ["2016-02-29"]


def test_the_present_day_is_no_day() -> None:
    assert _values("They fought in present day Iraq, and do so to the present day.") == []


def test_a_word_for_today_belongs_to_the_range_it_ends() -> None:
    text = "He was mayor (1999 - now) there."
    reading = read(text, [], _PUBLISHED)
    assert [text[one.start : one.end] for one in reading.dates] == ["1999 - now"]
    assert reading.apart == []


@pytest.mark.parametrize("published", [edtf.day(9999, 12, 31), edtf.day(1, 1, 1), edtf.year(20000), edtf.year(-9999)])
def test_what_would_lie_beyond_the_years_of_edtf_has_no_value(published: When) -> None:
    text = "Three decades later, last century, next century, three decades ago, next decade, last decade."
    for one in read(text, [], published, language="en").dates:
        assert one.when is None or edtf.parse(one.when.edtf).edtf == one.when.edtf
