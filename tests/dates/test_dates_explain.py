"""A date says in a sentence how it came by its value."""

import pytest

from tui.dates import edtf
from tui.dates.explain import explain
from tui.dates.find import find_dates
from tui.dates.grammar import RULES
from tui.dates.words import describe
from tui.model import Part, PartKind

_PUBLISHED = edtf.day(2007, 10, 14)


def _sentence(text: str, number: int, kind: PartKind = PartKind.BODY) -> str:
    spans = find_dates(text, [Part(kind, 0, len(text))], _PUBLISHED)
    return explain(spans[number], text, spans, _PUBLISHED)


@pytest.mark.parametrize(
    ("text", "number", "sentence"),
    [
        ("It fell on 26 January 2007.", 0, "“26 January 2007” says 26 Jan 2007 itself."),
        (
            "It was told on January 26, 2007. Four days later it began.",
            1,
            "“Four days later” is counted from 26 Jan 2007 in the sentence before, so it is 30 Jan 2007.",
        ),
        (
            "They met yesterday.",
            0,
            "“yesterday” is counted from the article's publication, 14 Oct 2007, so it is 13 Oct 2007.",
        ),
        (
            "It fell in early 2005. In June he left.",
            1,
            "“June” names no year; with early 2005 told in the sentence before it is Jun 2005.",
        ),
        (
            "It fell in early 2005 and in June he left.",
            1,
            "“June” names no year; with early 2005 told in the same sentence it is Jun 2005.",
        ),
        (
            "It fell in early 2005. It was cold. In June he left.",
            1,
            "“June” names no year; with early 2005 told earlier in the text it is Jun 2005.",
        ),
        (
            "Seen on 03/04/2007.",
            0,
            (
                "“03/04/2007” says 4 Mar 2007 or 3 Apr 2007 itself; the order of day and month is not known, so both "
                "readings are kept."
            ),
        ),
        ("A few days later he died.", 0, "“A few days later” is a date, but nothing in the text says which."),
    ],
)
def test_how_a_value_came_about(text: str, number: int, sentence: str) -> None:
    assert _sentence(text, number) == sentence


def test_a_date_set_right_says_so() -> None:
    text = "It fell in June."
    spans = find_dates(text, [Part(PartKind.BODY, 0, len(text))], None, None, {"June": edtf.month(2008, 6)})
    assert explain(spans[0], text, spans) == "“June” is Jun 2008, as you corrected it."


_ONE_A_RULE = {
    "day": "It fell on 26 January 2006.",
    "days": "From March 5-7, 2006 it rained.",
    "nth weekday": "The first Monday of May 2006 was hot.",
    "month": "In January 2006 it began.",
    "season": "In the spring of 2006 it began.",
    "feast": "It began on Christmas Day 2005.",
    "relative name": "It began last March.",
    "bare month": "It began in March.",
    "bare season": "It began in the summer.",
    "era range": "They fought from 264 to 146 BC.",
    "years": "The war of 1914-18 was long.",
    "slashed month": "It was filed in 03/2006.",
    "slashed day": "It fell on 4/22.",
    "known day": "It fell on 9/11.",
    "year word": "In the year 314, he died.",
    "nth": "The third week of May 2006 was hot.",
    "nth many": "The first three months of 2006 were hot.",
    "unit of": "The week of May 8, 2006 was hot.",
    "centuries": "In the 18th and 19th centuries it grew.",
    "century": "In the 17th century it grew.",
    "quarter": "In the third quarter it grew.",
    "era": "In 44 BC he fell.",
    "count ago": "He left three years ago.",
    "count later": "It fell on 26 January 2006. Four days later it ended.",
    "count from": "Two days after June 18, 2006, it rained.",
    "within": "He left earlier this year.",
    "of unit": "In June 2006 he left. By the end of the year he was back.",
    "entire unit": "In June 2006 he left. The entire year was hot.",
    "unit beyond": "He left the year before last.",
    "name beyond": "He left the Tuesday before last.",
    "half ago": "He left half a year ago.",
    "half later": "It fell on 26 January 2006. A year and a half later it ended.",
    "fiscal year": "Sales fell in FY2005.",
    "ahead": "He will leave in three weeks.",
    "relative unit": "He left last month.",
    "relative daypart": "He left last night.",
    "the unit": "He left over the weekend.",
    "now": "He left yesterday.",
    "weekday of week": "He left last week on Friday.",
    "weekday day": "He left on Friday the 12th.",
    "weekday": "He left on Friday.",
    "nth day": "He came on 3 June 2006. On the 14th he left.",
    "iso": "See 2006-01-26 for it.",
    "numeric": "See 26/01/2006 for it.",
    "dotted": "See 26. 1. 2006 for it.",
    "decade": "It was in the 1930s.",
    "year": "In 2005 he left.",
    "old years": "He (314 - 368) was a monk.",
    "plain number": "In 314, he died.",
    "range": "It went on from March to July 2006.",
}
_APART = {"clock", "repeated", "span", "vague", "duration"}
_JOINED = {"ago in front", "week weekday"}
"""Rules whose dates go by the name of another."""


@pytest.mark.parametrize("rule", _ONE_A_RULE)
def test_a_date_of_each_rule_says_its_value_and_what_it_was_counted_from(rule: str) -> None:
    text = _ONE_A_RULE[rule]
    spans = find_dates(text, [Part(PartKind.BODY, 0, len(text))], _PUBLISHED)
    last = spans[-1]
    assert last.when is not None
    assert last.rule.partition(", from ")[0] == rule
    sentence = explain(last, text, spans, _PUBLISHED)
    assert describe(last.when) in sentence
    assert text[last.start : last.end] in sentence
    assert sentence.endswith(".")
    basis = next((span for span in spans if span.start == last.basis), None)
    if basis and basis.when:
        assert f"counted from {describe(basis.when)}" in sentence
    elif "publication" in last.rule:
        assert describe(_PUBLISHED) in sentence


def test_every_rule_of_the_grammar_has_its_sentence() -> None:
    rules = {name.replace("_", " ") for name, _ in RULES}
    assert rules - _APART - _JOINED <= set(_ONE_A_RULE)


def test_words_before_a_date_that_are_in_its_value_are_named() -> None:
    assert _sentence("He has lived there since 2005.", 0) == "“2005” says from 2005 on with the words around it."


def test_a_date_under_a_heading_says_so() -> None:
    text = "January 2007: A raid failed. On January 26 they said so."
    assert _sentence(text, 1, PartKind.TIMELINE) == (
        "“January 26” stands under the heading Jan 2007, so it is 26 Jan 2007."
    )
