"""A date says in a sentence how it came by its value."""

import pytest

from tui.dates import edtf
from tui.dates.explain import explain
from tui.dates.find import find_dates
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


def test_a_date_under_a_heading_says_so() -> None:
    text = "January 2007: A raid failed. On January 26 they said so."
    assert _sentence(text, 1, PartKind.TIMELINE) == (
        "“January 26” stands under the heading Jan 2007, so it is 26 Jan 2007."
    )
