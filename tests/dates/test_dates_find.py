"""Dates found in sentences: what is marked, what it means, what it was counted from."""

import pytest

from tui.dates import edtf
from tui.dates.explain import explain
from tui.dates.find import find_dates
from tui.dates.words import describe
from tui.model import DateOrder, Part, PartKind, When

_PUBLISHED = edtf.day(2009, 7, 10)


def _found(text: str, published: When | None = None) -> list[tuple[str, str | None]]:
    spans = find_dates(text, [Part(PartKind.BODY, 0, len(text))], published)
    return [(text[span.start : span.end], span.when.edtf if span.when else None) for span in spans]


@pytest.mark.parametrize(
    ("sentence", "said", "value"),
    [
        ("It fell on January 26, 2007, at dawn.", "January 26, 2007", "2007-01-26"),
        ("It fell on 26 January 2007.", "26 January 2007", "2007-01-26"),
        ("On Friday, June 5, 2009, they met.", "Friday, June 5, 2009", "2009-06-05"),
        ("On the 12th of October, 1859, he left.", "the 12th of October, 1859", "1859-10-12"),
        ("A raid in January 2007 failed.", "January 2007", "2007-01"),
        ("Fighting went on from March to July of 2008.", "March to July of 2008", "2008-03/2008-07"),
        ("It lasted from 1914 until 1918.", "1914 until 1918", "1914/1918"),
        ("The war of 1937–41 ended.", "1937–41", "1937/1941"),
        ("He came between May and June in 1981.", "May and June in 1981", "1981-05/1981-06"),
        ("During the spring and summer of 2008 it grew.", "the spring and summer of 2008", "2008-21/2008-22"),
        ("He was killed in early 2007.", "early 2007", "2007-01~/2007-04~"),
        ("A statement of mid-January 2007 said so.", "mid-January 2007", "2007-01-11~/2007-01-20~"),
        ("Built in the late 1970s.", "the late 1970s", "1975~/1979~"),
        ("Founded in the 1930s.", "the 1930s", "193X"),
        ("A house of the 17th century.", "the 17th century", "16XX"),
        ("Built around 1900 by hand.", "1900", "1900~"),
        ("It ended before 1990.", "1990", "../1990"),
        ("He has been there since late 2006.", "late 2006", "2006-09~/.."),
        ("They have danced there since the 1940s.", "the 1940s", "194X"),
        ("By the late 1980s it was gone.", "the late 1980s", "1985~/1989~"),
        ("It stood there before the 1940s.", "the 1940s", "../1949"),
        ("He did not return until 1994.", "1994", "1994"),
        ("Profits of the third quarter of 2009 fell.", "the third quarter of 2009", "2009-07/2009-09"),
        ("Temples stood there in 508 BC already.", "508 BC", "-0507"),
        ("See the file of 2007-01-26 for more.", "2007-01-26", "2007-01-26"),
        ("The note is dated 26/01/2007.", "26/01/2007", "2007-01-26"),
        ("The note is dated 03/04/2007.", "03/04/2007", "[2007-03-04,2007-04-03]"),
        ("On the first Monday of May 2007 they met.", "the first Monday of May 2007", "2007-05-07"),
        ("Two days after June 18, 2008, it rained.", "Two days after June 18, 2008", "2008-06-20"),
    ],
)
def test_dates_that_say_it_all_themselves(sentence: str, said: str, value: str) -> None:
    assert _found(sentence) == [(said, value)]


@pytest.mark.parametrize(
    ("sentence", "said", "value"),
    [
        ("It happened yesterday.", "yesterday", "2009-07-09"),
        ("It happened last month.", "last month", "2009-06"),
        ("On Feb. 4, he said so.", "Feb. 4", "2009-02-04"),
        ("It has grown since last summer.", "last summer", "2008-22/.."),
        ("He resigned on Tuesday.", "Tuesday", "2009-07-07"),
        ("He will resign on Tuesday.", "Tuesday", "2009-07-14"),
        ("He resigned three years ago.", "three years ago", "2006"),
        ("He died last night.", "last night", "2009-07-09"),
        ("It will be shown next year.", "next year", "2010"),
    ],
)
def test_relative_dates_are_counted_from_publication(sentence: str, said: str, value: str) -> None:
    assert _found(sentence, _PUBLISHED) == [(said, value)]
    assert _found(sentence) in ([(said, None)], [(said, None)])


@pytest.mark.parametrize(
    "sentence",
    [
        "He paid $2007 for it.",
        "More than 2,000 members came.",
        "A force of 1920 men marched.",
        "A 22-page memorandum was found.",
        "He slept in room 2009 of the hotel.",
        "May I come in? It may rain.",
        "They march on. The March on Rome is another thing.",
        "He writes for the Sunday Times.",
        "After the fall of the city they fled.",
        "He stayed for three years and trained every day.",
        "The meeting began at 6:40 p.m. and took two hours.",
    ],
)
def test_what_only_looks_like_a_date_is_left_alone(sentence: str) -> None:
    assert _found(sentence, _PUBLISHED) == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("He was caught on 4 July 1863. In August he fled. In February he died.", ["1863-07-04", "1863-08", "1864-02"]),
        ("On October 6, 1973, war broke out. They asked for the 1967 lines. By October 9 all was lost.",
         ["1973-10-06", "1967", "../1973-10-09"]),
        ("It fell in 1815. That year he left. Two years later he came back.", ["1815", "1815", "1817"]),
        ("On June 1, 1916, it began. The following Monday it ended.", ["1916-06-01", "1916-06-05"]),
        ("In May 1916 it began. The next day it ended.", ["1916-05", None]),
        ("In 1941 and early 1942 they fought.", ["1941", "1942-01~/1942-04~"]),
        ("It was built in three years.", []),
        ("On 3, 4 and 5 July 1863 they fought.", ["1863-07-03", "1863-07-04", "1863-07-05"]),
        ("In July, August and September 1943 it rained.", ["1943-07/1943-09"]),
        ("They came in the winter of 1941–42.", ["1941-24"]),
        ("From 1939 onwards there was war.", ["1939/.."]),
        ("The bridges of the 490s BC stand.", ["-0498/-0489"]),
        ("In 348 Pachomius died; in 314 cases nothing is known.", ["0348"]),
        ("See https://example.org/2015/03/19/how-we-built for more.", []),
        ("The September 11 attacks changed it.", ["2001-09-11"]),
        ("A sweltering summer day.", [None]),
    ],
)  # fmt: skip
def test_a_story_without_publication_date(text: str, values: list[str | None]) -> None:
    assert [value for _, value in _found(text)] == values


def test_a_heading_governs_what_stands_under_it() -> None:
    text = "January 2007: A raid failed. On January 26 they said so. Four days later the inquiry began."
    spans = find_dates(text, [Part(PartKind.TIMELINE, 0, len(text))])
    assert [span.when.edtf for span in spans if span.when] == ["2007-01", "2007-01-26", "2007-01-30"]
    assert spans[1].basis == 0
    assert spans[2].basis == spans[1].start


def test_a_quoted_last_night_keeps_only_the_month_of_its_heading() -> None:
    text = "August 2007: A raid took place. “The man in last night’s raid was theirs,” they said."
    spans = find_dates(text, [Part(PartKind.TIMELINE, 0, len(text))], edtf.day(2007, 10, 14))
    assert [span.when.edtf for span in spans if span.when] == ["2007-08", "2007-08-XX"]


def test_the_following_month_counts_from_the_date_before() -> None:
    found = _found("Agents were caught in December 2006 and others the following month.")
    assert found == [("December 2006", "2006-12"), ("the following month", "2007-01")]


def test_the_order_of_a_collection_settles_numeric_dates() -> None:
    text = "Seen 03/04/2007."
    part = [Part(PartKind.BODY, 0, len(text))]
    orders = {order: find_dates(text, part, None, order)[0].when for order in (DateOrder.MDY, DateOrder.DMY)}
    assert [when.edtf for when in orders.values() if when] == ["2007-03-04", "2007-04-03"]


def test_a_day_of_a_month_that_is_just_to_come_is_not_of_the_year_before() -> None:
    text = "It was delivered on July 10, 2009. It lands in Sydney on July 25 and opens on August 3."
    assert [value for _, value in _found(text, _PUBLISHED)] == ["2009-07-10", "2009-07-25", "2009-08-03"]
    past = "It was delivered on July 10, 2009. It was built on November 3."
    assert [value for _, value in _found(past, _PUBLISHED)] == ["2009-07-10", "2008-11-03"]


@pytest.mark.parametrize("text", ["Call 800-1984-2001-7 now.", "Its number was 12-1999-2004-1980-3."])
def test_numbers_in_a_chain_of_hyphens_are_no_years(text: str) -> None:
    assert _found(text) == []


def test_a_date_can_say_how_it_came_by_its_value() -> None:
    text = "It was told on January 26, 2007. Four days later the inquiry began."
    spans = find_dates(text, [Part(PartKind.BODY, 0, len(text))])
    assert explain(spans[1], text, spans) == (
        "“Four days later” is counted from 26 Jan 2007 in the sentence before, so it is 30 Jan 2007."
    )


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2007-01-26", "26 Jan 2007"),
        ("2007-01", "Jan 2007"),
        ("2008-21", "spring 2008"),
        ("2006-12~", "about Dec 2006"),
        ("2008-03/2008-07", "Mar–Jul 2008"),
        ("2007-01~/2007-04~", "early 2007"),
        ("2007-01-11~/2007-01-20~", "mid Jan 2007"),
        ("../2007-08-23", "before 23 Aug 2007"),
        ("2006-10/..", "from Oct 2006 on"),
        ("2007-08-XX", "Aug 2007, day not known"),
        ("199X", "the 1990s"),
        ("18XX", "the 19th century"),
        ("-0507", "508 BC"),
        ("1975~/1979~", "late 1970s"),
        ("[2007-03-04,2007-04-03]", "4 Mar 2007 or 3 Apr 2007"),
        ("1914/1918", "1914–1918"),
        ("2007-03-05/2007-03-07", "5–7 Mar 2007"),
        ("2006-11/2007-02", "Nov 2006 – Feb 2007"),
        ("2007-03-05/2007-04-07", "5 Mar – 7 Apr 2007"),
        ("2008-21/2008-22", "spring–summer 2008"),
    ],
)
def test_dates_in_words_are_no_finer_than_known(value: str, words: str) -> None:
    assert describe(edtf.parse(value)) == words


def test_no_date_is_undated() -> None:
    assert describe(None) == "undated"


def test_a_number_at_the_very_start_is_not_joined_to_a_q_at_the_very_end() -> None:
    assert _found("3% more than in Q") == []


def test_an_abbreviated_month_keeps_its_dot_and_a_quarter_its_number() -> None:
    assert _found("It was so on 3 Feb. 2007, in Q3 2008, in 3Q 2009.") == [
        ("3 Feb. 2007", "2007-02-03"),
        ("Q3 2008", "2008-07/2008-09"),
        ("3Q 2009", "2009-07/2009-09"),
    ]
