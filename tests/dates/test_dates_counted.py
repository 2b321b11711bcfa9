"""Dates counted from others, stretches inside one, and the many ways to say a period: one value each.

The article is of Friday, July 10, 2009.
"""

import pytest

from tui.dates.counting import nth_unit, shift
from tui.dates.edtf import EdtfError, parse
from tui.dates.explain import explain
from tui.dates.find import find_dates
from tui.model import Part, PartKind

SAID = [
    # halves, the last such weekday of a month, the one before last; of 10 July 2009, a Friday
    ("It ended half a year ago.", "half a year ago", "2009-01~"),
    ("It ended half a century ago.", "half a century ago", "1959~"),
    ("It ended two and a half years ago.", "two and a half years ago", "2007-01~"),
    ("It ended a year and a half ago.", "a year and a half ago", "2008-01~"),
    ("It ended half a decade ago.", "half a decade ago", "2004~"),
    ("It ended a month and a half ago.", "a month and a half ago", "2009-05-25~/2009-05-31~"),
    ("On the last Friday in May 2007 it ended.", "the last Friday in May 2007", "2007-05-25"),
    ("On the last Friday of last month it ended.", "the last Friday of last month", "2009-06-26"),
    ("It ended the Tuesday before last.", "the Tuesday before last", "2009-06-30"),
    ("It ended the Friday before last.", "the Friday before last", "2009-06-26"),
    ("It will end the Friday after next.", "the Friday after next", "2009-07-24"),
    ("It ended the summer before last.", "the summer before last", "2007-22"),
    ("It will end the May after next.", "the May after next", "2011-05"),
    # years of the books, quarters written in one
    ("It grew in FY2009.", "FY2009", "2009~"),
    ("It grew in fiscal year 2009.", "fiscal year 2009", "2009~"),
    ("It grew in FY09.", "FY09", "2009~"),
    ("It grew in FY98.", "FY98", "1998~"),
    ("It grew in FY2009-10.", "FY2009-10", "2009~/2010~"),
    ("In 2008Q3 it fell.", "2008Q3", "2008-07/2008-09"),
    ("In 2008-Q3 it fell.", "2008-Q3", "2008-07/2008-09"),
    ("In the 1920s BC it fell.", "the 1920s BC", "-1928/-1919"),
    ("He died in the third week of May 2007.", "the third week of May 2007", "2007-05-21~/2007-05-27~"),
    ("He died on the last day of March 2007.", "the last day of March 2007", "2007-03-31"),
    ("He came in the first half of May 2007.", "the first half of May 2007", "2007-05-01/2007-05-15"),
    ("He came in the second half of 2006.", "the second half of 2006", "2006-07/2006-12"),
    ("He came in the last quarter of 2005.", "the last quarter of 2005", "2005-10/2005-12"),
    ("They met in the winter of 2007-12.", "the winter of 2007", "2007-24"),
    ("A poet (b. 1290) wrote it.", "1290", "1290"),
    ("The 1990-built hall burned.", "1990", "1990"),
    ("Early-May raids fell.", "Early-May", "2009-05-01~/2009-05-10~"),
    ("On Friday, July 4, he left.", "Friday, July 4", "2008-07-04"),
    ("On Saturday, July 4, he left.", "Saturday, July 4", "2009-07-04"),
    ("On Thursday, July 4, he left.", "Thursday, July 4", "2009-07-04"),
    ("They met last May 4.", "last May 4", "2009-05-04"),
    ("They met last Christmas.", "last Christmas", "2008-12-25"),
    ("He came early Thursday.", "early Thursday", "2009-07-09"),
    ("It was built c. the 1850s.", "the 1850s", "1850~/1859~"),
    ("It was a year ago this Friday.", "a year ago this Friday", "2008-07-10"),
    ("It grew in the second six months of 2007.", "2007", "2007"),
    ("It stood in the 5th and 4th centuries BC.", "the 5th and 4th centuries BC", "-0499/-0300"),
    ("It fell on Friday the 13th.", "Friday the 13th", "2009-03-13"),
    ("On 26 . 1 . 2007 he came.", "2007", "2007"),
    ("It fell in the last six months of the 1980s.", "the last six months of the 1980s", "1989-07/1989-12"),
    ("It fell in the last two months of 2007.", "the last two months of 2007", "2007-11/2007-12"),
    ("He came in the first half of the 1980s.", "the first half of the 1980s", "1980/1984"),
    ("He came in the last month of 2004.", "the last month of 2004", "2004-12"),
    ("He came in the second month of 2004.", "the second month of 2004", "2004-02"),
    ("He came in the first days of May 2007.", "the first days of May 2007", "2007-05-01~/2007-05-10~"),
    ("He came in the first six months of 2007.", "the first six months of 2007", "2007-01/2007-06"),
    ("He came in the last three months of 2006.", "the last three months of 2006", "2006-10/2006-12"),
    ("He came in the first two weeks of May 2007.", "the first two weeks of May 2007", "2007-05-07~/2007-05-20~"),
    ("He came the week of March 5, 2007.", "the week of March 5, 2007", "2007-03-05/2007-03-11"),
    ("He came two days after June 18, 2007.", "two days after June 18, 2007", "2007-06-20"),
    ("He came three weeks before June 18, 2007.", "three weeks before June 18, 2007", "2007-05-28/2007-06-03"),
    ("He came three months after May 2006.", "three months after May 2006", "2006-08"),
    ("He came two years before 1999.", "two years before 1999", "1997"),
    ("He came three years ago.", "three years ago", "2006"),
    ("He came about fifty years ago.", "fifty years ago", "1959~"),
    ("He came five years ago yesterday.", "five years ago yesterday", "2004-07-09"),
    ("He came a week ago today.", "a week ago today", "2009-07-03"),
    ("He came three months ago today.", "three months ago today", "2009-04-10"),
    ("He came two years ago this week.", "two years ago this week", "2007-07-09/2007-07-15"),
    ("He came a year ago last month.", "a year ago last month", "2008-06"),
    ("He came ten years ago on Friday.", "ten years ago on Friday", "1999-07-10"),
    ("He came a fortnight ago.", "a fortnight ago", "2009-06-22/2009-06-28"),
    ("He came last week.", "last week", "2009-06-29/2009-07-05"),
    ("He came next month.", "next month", "2009-08"),
    ("He came last quarter.", "last quarter", "2009-04/2009-06"),
    ("He came this weekend.", "this weekend", "2009-07-11/2009-07-12"),
    ("He came last weekend.", "last weekend", "2009-07-04/2009-07-05"),
    ("He came on Tuesday.", "Tuesday", "2009-07-07"),
    ("He came last Monday.", "last Monday", "2009-07-06"),
    ("He came next Friday.", "next Friday", "2009-07-17"),
    ("Between June 2007, and June 2008, he came.", "June 2007, and June 2008", "2007-06/2008-06"),
    ("He came between Monday and Wednesday.", "Monday and Wednesday", "2009-07-06/2009-07-08"),
    ("He came from Monday to Wednesday.", "Monday to Wednesday", "2009-07-06/2009-07-08"),
    ("He came yesterday.", "yesterday", "2009-07-09"),
    ("He came tomorrow.", "tomorrow", "2009-07-11"),
    ("He came the day before yesterday.", "the day before yesterday", "2009-07-08"),
    ("He came last night.", "last night", "2009-07-09"),
    ("He came this year.", "this year", "2009"),
    ("He came earlier this year.", "earlier this year", "2009"),
    ("He came later this month.", "later this month", "2009-07"),
    ("He came two decades ago.", "two decades ago", "198X"),
    ("He came a century ago.", "a century ago", "1909~"),
    ("He came in the mid-1990s.", "the mid-1990s", "1994~/1996~"),
    ("He came in the late 19th century.", "the late 19th century", "1867~/1899~"),
    ("He came in the 5th century BC.", "the 5th century BC", "-04XX"),
    ("He came in 44 BC.", "44 BC", "-0043"),
    ("He came in AD 70.", "AD 70", "0070"),
    ("He came in the early 20th century.", "the early 20th century", "1900~/1933~"),
    ("He came in the summer of 1999.", "the summer of 1999", "1999-22"),
    ("He came in winter 2006-07.", "winter 2006-07", "2006-24"),
    ("He came in the winter of 2006/2007.", "the winter of 2006/2007", "2006-24"),
    ("He came in Q3 2008.", "Q3 2008", "2008-07/2008-09"),
    ("He came in the third quarter of 2009.", "the third quarter of 2009", "2009-07/2009-09"),
    ("He came on 2007-05-04.", "2007-05-04", "2007-05-04"),
    ("He came on 4 May 2007.", "4 May 2007", "2007-05-04"),
    ("He came on May 4-6, 2007.", "May 4-6, 2007", "2007-05-04/2007-05-06"),
    ("He came on May 4 to June 7, 2007.", "May 4 to June 7, 2007", "2007-05-04/2007-06-07"),
    ("He came on 4-6 May 2007.", "4-6 May 2007", "2007-05-04/2007-05-06"),
    ("He came in May and June 2007.", "May and June 2007", "2007-05/2007-06"),
    ("He came in 1999-2001.", "1999-2001", "1999/2001"),
    ("He came in 1999/2000.", "1999/2000", "1999/2000"),
    ("He came on Christmas Day 2005.", "Christmas Day 2005", "2005-12-25"),
    ("He came at Easter 2006.", "Easter 2006", "2006-04-16"),
    ("He came on New Year's Eve 1999.", "New Year's Eve 1999", "1999-12-31"),
    ("He came by May 2007.", "May 2007", "../2007-05"),
    ("He came until 2005.", "2005", "../2005"),
    ("He came no later than May 2007.", "May 2007", "../2007-05"),
    ("He came as early as 2003.", "2003", "2003"),
    ("He came since 2004.", "2004", "2004/.."),
    ("He came after 2004.", "2004", "2004/.."),
    ("He came circa 1850.", "1850", "1850~"),
    ("He came sometime in 2003.", "2003", "2003~"),
    ("He came in the spring or summer of 2003.", "the spring or summer of 2003", "2003-21/2003-22"),
    ("He came in the year 2000.", "2000", "2000"),
    ("He came on the 5th of May, 2007.", "the 5th of May, 2007", "2007-05-05"),
    ("He came on May 12th.", "May 12th", "2009-05-12"),
    ("He came in '98.", "'98", "1998"),
    ("He came in the nineties.", "the nineties", "199X"),
    ("He came in nineteen ninety-eight.", "nineteen ninety-eight", "1998"),
    ("He came on the fourth of July 1999.", "fourth of July 1999", "1999-07-04"),
    ("He came in the week before May 5, 2007.", "the week before May 5, 2007", "2007-04-23/2007-04-29"),
    ("He came in the second year of the 1990s.", "the second year of the 1990s", "1991"),
    ("He came in the last year of the 1980s.", "the last year of the 1980s", "1989"),
    ("He came in the first decade of the 20th century.", "the first decade of the 20th century", "190X"),
    ("He came in the last decade of the 19th century.", "the last decade of the 19th century", "189X"),
    ("He came in the last two years of the 1990s.", "the last two years of the 1990s", "1998/1999"),
    ("He came in the last ten days of May 2007.", "the last ten days of May 2007", "2007-05-22/2007-05-31"),
    ("He came in the last two weeks of May 2007.", "the last two weeks of May 2007", "2007-05-18/2007-05-31"),
    ("He came in mid- to late May 2007.", "mid- to late May 2007", "2007-05-11~/2007-05-31~"),
    ("He came in early or mid-2007.", "early or mid-2007", "2007-01~/2007-08~"),
    ("He came from early to mid-2007.", "early to mid-2007", "2007-01~/2007-08~"),
    ("He came in mid-to-late 2005.", "mid-to-late 2005", "2005-05~/2005-12~"),
    ("He came before the 2008 election.", "2008", "2008"),
    ("He came from May 2001 until June 2002.", "May 2001 until June 2002", "2001-05/2002-06"),
    ("He came between 1999 and 2003.", "1999 and 2003", "1999/2003"),
    ("He came from 12 May to 3 June 2007.", "12 May to 3 June 2007", "2007-05-12/2007-06-03"),
    ("He came from May to August 2007.", "May to August 2007", "2007-05/2007-08"),
    ("He came from 2001 to May 2004.", "2001 to May 2004", "2001/2004-05"),
    ("He came from the 9th to the 11th century.", "the 9th to the 11th century", "0800/1099"),
    ("He came in the 3rd century AD.", "the 3rd century AD", "02XX"),
    ("He came in 500-300 BC.", "500-300 BC", "-0499/-0299"),
    ("He came in the years 300 to 400 AD.", "300 to 400 AD", "0300/0400"),
    ("He came on Tuesday, 3 July 2007.", "Tuesday, 3 July 2007", "2007-07-03"),
    ("He came on Tuesday of last week.", "Tuesday of last week", "2009-06-30"),
    ("He came the week after next.", "the week after next", "2009-07-20/2009-07-26"),
    ("He came in January, February and March 2007.", "January, February and March 2007", "2007-01/2007-03"),
    ("He came on the first Monday of May 2007.", "the first Monday of May 2007", "2007-05-07"),
    ("He came last May.", "last May", "2009-05"),
    ("He came next March.", "next March", "2010-03"),
    ("He came this spring.", "this spring", "2009-21"),
    ("He came last summer.", "last summer", "2008-22"),
    ("He came in May of last year.", "May of last year", "2008-05"),
    ("He came in May last year.", "May last year", "2008-05"),
]
"""A sentence, the words of its only date, and its value."""

NO_DATES = [
    "Flight 2007 carried 1999 people.",
    "He came five hours ago.",
    "He came in twenty years.",
    "He came in the past three months.",
    "He came at the turn of the century.",
    "He came in the coming weeks.",
    "He lives at 2010 Main Street.",
    "It was rated 4/22 by us.",
    "On 45/67 he came.",
    "On 4 / 22 he came.",
    "It was open Mon-Fri and Sat 9:00.",
    "See q=%3Apr for it.",
    "It stood in the 0th century.",
    "A 2005-strong crowd came.",
    "A 1500-man army marched.",
    "They read a 1900-page report.",
    "Under Decree 2005-981 he left.",
    "The bus passed 1850 North Elm Street.",
    "It is on Saturday Night Live.",
    "He died at 314.",
    "The figure was around 105.",
    "May left for Rome.",
]
"""Sentences that name no day, or none that can be told."""


@pytest.mark.parametrize(("sentence", "words", "value"), SAID)
def test_a_period_has_its_value(sentence: str, words: str, value: str) -> None:
    part = Part(PartKind.BODY, 0, len(sentence))
    found = find_dates(sentence, (part,), published=parse("2009-07-10"))
    assert [(sentence[one.start : one.end], one.when and one.when.edtf) for one in found] == [(words, value)]


LISTS = [
    ("They fell in June, September and December 1943.", ["1943-06", "1943-09", "1943-12"]),
    ("They fell in March, June, August and September 1943.", ["1943-03", "1943-06", "1943-08/1943-09"]),
    ("They met in spring, autumn and winter 1943.", ["1943-21", "1943-23/1943-24"]),
    ("A spring, dry and cold, rose there.", []),
    ("It went on from the 5th to 4th of May.", ["2009-05-04"]),
    ("They fell on 4 May, 6 June and 8 July 1943.", ["1943-05-04", "1943-06-06", "1943-07-08"]),
    ("In December, January and February 1944 it froze.", ["1943-12", "1944-01/1944-02"]),
    ("Raids in May, July and October are common; 1943 was worse.", ["2009-05", "2009-07", "2008-10", "1943"]),
    ("He came in August, June 1943 being over.", ["2009-08", "1943-06"]),
    ("They met in May, and in June 1943 they left.", ["2009-05", "1943-06"]),
    ("On February 30, March 3 and April 5, 2007 he came.", ["2007-03-03", "2007-04-05"]),
]
"""Dates in a row and their values: the year behind the last is that of each."""


@pytest.mark.parametrize(("sentence", "values"), LISTS)
def test_each_date_of_a_list_has_the_year_behind_it(sentence: str, values: list[str]) -> None:
    part = Part(PartKind.BODY, 0, len(sentence))
    found = find_dates(sentence, (part,), published=parse("2009-07-10"))
    assert [one.when and one.when.edtf for one in found] == values


@pytest.mark.parametrize("sentence", NO_DATES)
def test_what_names_no_day_is_no_date(sentence: str) -> None:
    part = Part(PartKind.BODY, 0, len(sentence))
    assert find_dates(sentence, (part,), published=parse("2009-07-10")) == []


@pytest.mark.parametrize(
    ("date", "count", "unit"),
    [("2007", 1, "day"), ("2007", 1, "month"), ("199X", 1, "year"), ("2007-05", 1, "week"), ("19XX", 2, "decade")],
)
def test_nothing_is_counted_in_units_smaller_than_the_date_is_sure(date: str, count: int, unit: str) -> None:
    with pytest.raises(EdtfError, match="cannot be counted"):
        shift(parse(date), count, unit)


@pytest.mark.parametrize(
    ("date", "nth", "unit"), [("2007-05", 1, "quarter"), ("2007-05", 9, "week"), ("2007", 1, "eon")]
)
def test_a_date_has_no_more_of_a_unit_than_it_holds(date: str, nth: int, unit: str) -> None:
    with pytest.raises(EdtfError):
        nth_unit(parse(date), nth, unit)


@pytest.mark.parametrize(
    "words",
    [
        "The third half of 2006",
        "the fifth quarter of 2006",
        "the thirteenth month of 2006",
        "the 32nd day of January 2006",
        "the third half of May 2006",
        "the third half of the 1980s",
        "the fifth Monday of February 2006",
        "the fifth Monday of February",
    ],
)
def test_what_no_calendar_has_is_no_date_and_neither_is_a_part_of_it(words: str) -> None:
    part = Part(PartKind.BODY, 0, len(words))
    found = find_dates(words, (part,), published=parse("2009-07-10"))
    assert [(words[one.start : one.end], one.when) for one in found] == [(words, None)]


def test_who_asks_why_such_words_have_no_value_is_told() -> None:
    words = "The third half of 2006"
    (found,) = find_dates(words, (Part(PartKind.BODY, 0, len(words)),))
    assert explain(found, words, [found]) == "“The third half of 2006” is none that a calendar has."


@pytest.mark.parametrize("value", ["2007-13", "2007-XX-05", "2007-00", "20 07", "2007-02-30"])
def test_what_is_no_date_of_the_calendar_is_refused(value: str) -> None:
    with pytest.raises(EdtfError):
        parse(value)


def test_a_month_or_day_may_be_unknown_within_its_year() -> None:
    for value in ("2007-XX", "2007-XX-XX"):
        when = parse(value)
        assert (when.edtf, when.first, when.last) == (value, parse("2007").first, parse("2007").last)


def test_what_is_relative_stays_open_where_nobody_knows_when_it_was_written() -> None:
    text = "In July 2008 he left. Nothing was heard since its founding last summer. This spring and next May count too."
    dates = find_dates(text, (Part(PartKind.BODY, 0, len(text)),))
    assert [date.when and date.when.edtf for date in dates] == ["2008-07", None, None, None]


def test_a_letter_that_says_of_october_last_counts_from_its_own_date() -> None:
    text = "“New York, March 3, 1861. He had the order of the 12th of October last.”"
    dates = find_dates(text, (Part(PartKind.BODY, 0, len(text)),))
    assert [date.when and date.when.edtf for date in dates] == ["1861-03-03", "1860-10-12"]


@pytest.mark.parametrize(
    ("later", "value"), [("The following day", "2007-05-26"), ("About two weeks later", "2007-06-04~/2007-06-10~")]
)
def test_what_came_later_is_counted_from_the_date_before(later: str, value: str) -> None:
    text = f"On 25 May 2007 they met. {later} he left."
    dates = find_dates(text, (Part(PartKind.BODY, 0, len(text)),), published=parse("2009-07-10"))
    assert [date.when and date.when.edtf for date in dates] == ["2007-05-25", value]


@pytest.mark.parametrize("later", ["Six months later", "Half a year later", "The next morning", "Two days later"])
def test_what_came_later_than_something_undated_is_not_counted_from_the_article(later: str) -> None:
    text = f"In 2003 he met him. {later} he left."
    dates = find_dates(text, (Part(PartKind.BODY, 0, len(text)),), published=parse("2009-07-10"))
    assert [date.when and date.when.edtf for date in dates] == ["2003", None]


def test_the_last_weekday_of_anything_but_a_month_is_the_one_that_was_last() -> None:
    text = "It met on the last Monday of that week."
    dates = find_dates(text, (Part(PartKind.BODY, 0, len(text)),), published=parse("2009-07-10"))
    assert [date.when and date.when.edtf for date in dates] == ["2009-07-06", "2009-07-06/2009-07-12"]


def test_half_an_hour_and_a_figure_beside_fiscal_are_no_dates() -> None:
    text = "Half an hour ago he spoke of fiscal year 9, of FY 200 and of 2008Q5."
    assert find_dates(text, (Part(PartKind.BODY, 0, len(text)),), published=parse("2009-07-10")) == []
