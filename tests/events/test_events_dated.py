"""Which date heads an entry of a timeline, where its prose begins, and which dates of a sentence count as one."""

import pytest

from tui.dates.find import find_dates
from tui.events.dated import heading_of, phrases
from tui.model import Part, PartKind


def headed(text: str) -> tuple[str, str | None]:
    """The prose of an entry, and the value of its heading."""
    part = Part(PartKind.TIMELINE, 0, len(text))
    begin, head = heading_of(text, part, find_dates(text, (part,)))
    return text[begin:].strip(), head.when.edtf if head else None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("June 2007: Karl Weber left Basra.\n", "2007-06"),
        ("June 2007 – Karl Weber left Basra.\n", "2007-06"),
        ("**June 3, 2007:** Karl Weber left Basra.\n", "2007-06-03"),
        ("• June 2007\nKarl Weber left Basra.\n", "2007-06"),
        ("June 2007 (updated): Karl Weber left Basra.\n", "2007-06"),
        ("Raid of June 2007: Karl Weber left Basra.\n", "2007-06"),
        ("In the north, June 2007\nKarl Weber left Basra.\n", "2007-06"),
        ("June 2007 and after it\nKarl Weber left Basra.\n", "2007-06"),
    ],
)
def test_the_date_a_line_begins_or_ends_with_is_the_heading_and_no_part_of_the_prose(text: str, value: str) -> None:
    assert headed(text) == ("Karl Weber left Basra.", value)


@pytest.mark.parametrize(
    "text",
    [
        "Karl Weber left Basra.\n",
        "Karl Weber left Basra.\nHe came back in June 2007.\n",
        "In June 2007 Karl Weber left Basra, which he had never liked, for good and went to Rome.\n",
        "In June 2007 Karl Weber, who had never liked the town and had said so, told the council of his friends: no.\n",
    ],
    ids=["no date", "not in the first line", "a sentence", "a sentence with a colon far in"],
)
def test_a_sentence_with_a_date_in_it_has_no_heading(text: str) -> None:
    assert headed(text) == (text.strip(), None)


def test_a_heading_whose_date_nobody_knows_still_ends_where_the_prose_begins() -> None:
    assert headed("A few days later: Karl Weber left Basra.\n") == ("Karl Weber left Basra.", None)


def counted(text: str) -> list[str]:
    found = find_dates(text, (Part(PartKind.BODY, 0, len(text)),))
    return [one.when.edtf for one in phrases(text, found)]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("It lasted from 4 May 2007 until the 9 June 2008.", ["2007-05-04/2008-06-09"]),
        ("It fell between May 2007 and June 2008.", ["2007-05/2008-06"]),
        ("It fell in May 2007 and June 2008.", ["2007-05", "2008-06"]),
        ("In 2007, on 4 May 2007, it fell.", ["2007-05-04"]),
        ("It fell on 4 May 2007, and on 4 May 2007 it was sold.", ["2007-05-04"]),
        ("As others found (Weber, 2009), it fell in May 2007.", ["2007-05"]),
        ("Weber et al. (2012) say that it fell in May 2007.", ["2007-05"]),
    ],
)
def test_ranges_repeats_and_what_holds_another_are_one_and_books_are_none(text: str, values: list[str]) -> None:
    assert counted(text) == values
