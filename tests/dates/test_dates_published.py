"""Publication dates found where neither a manifest nor the file states one."""

import pytest

from tui.dates.published import find_published
from tui.model import DateOrder, Part, PartKind


def _found(text: str, name: str = "", url: str = "", byline: str = "") -> tuple[str, str] | None:
    found = find_published(text, [Part(PartKind.BODY, 0, len(text))], name=name, url=url, byline=byline)
    return (found[0].edtf, found[1]) if found else None


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("2007-10-14_karbala.md", "2007-10-14"),
        ("news/20071014.txt", "2007-10-14"),
        ("2007/10/karbala.md", "2007-10"),
        ("2007-02-30_2007-03-01.txt", "2007-03-01"),
    ],
)
def test_a_file_name_may_carry_the_date(name: str, value: str) -> None:
    assert _found("A raid took place.", name=name) == (value, "name")


@pytest.mark.parametrize(
    "name", ["000_de637f0911d4b16c.txt", "2007/karbala.md", "report-1914-18.txt", "a1999-10.txt", "2007-02-30.txt"]
)
def test_other_numbers_in_a_name_are_no_publication_date(name: str) -> None:
    assert _found("A raid took place.", name=name) is None


def test_an_address_may_carry_the_date() -> None:
    assert _found("A raid.", url="https://example.org/2009/07/10/agents.php") == ("2009-07-10", "name")


@pytest.mark.parametrize(
    "text",
    [
        "Concepcion, 23 Aug 88 -- The army said it had found a cache.",
        "A headline\n\nAug 23, 1988\n\nThe army said it had found a cache.",
        "A headline\nPublished on Tuesday, 23 August 1988 by John Smith\nThe army said it had found a cache.",
    ],
)
def test_a_dateline_or_a_line_that_is_a_date_says_when(text: str) -> None:
    assert _found(text) == ("1988-08-23", "dateline")


def test_a_line_beneath_the_article_may_say_when_it_was_put_up() -> None:
    text = "The army left the town.\n\nPosted by: Ann Lee 2024-01-09 |"
    at = text.index("Posted")
    parts = [Part(PartKind.BODY, 0, at - 2), Part(PartKind.FOOTER, at, len(text))]
    found = find_published(text, parts)
    assert found is not None
    assert (found[0].edtf, found[1]) == ("2024-01-09", "dateline")


_LONG = "The army said it had found a cache of rifles, mortars and maps in the hills above the town, and left. " * 4


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (f"Concepcion, 23 Aug 88 -- {_LONG}", ("1988-08-23", "dateline")),
        (f"On 23 Aug 88 {_LONG}", None),
        (f"A headline\n\n{_LONG}That was on 23 August 1988.\n", None),
    ],
)
def test_a_long_line_says_when_only_where_it_begins_as_a_dateline(text: str, value: tuple[str, str] | None) -> None:
    assert _found(text) == value


@pytest.mark.parametrize(
    ("footer", "value"),
    [
        ("Posted by: Ann Lee\n", None),
        ("Filed under: war, 9 January 2024\n", None),
        (f"Posted by: Ann Lee {'x' * 300} 9 January 2024\n", None),
        ("Posted by: Ann Lee in May 2007\nPosted: 9 January 2024\n", "2024-01-09"),
    ],
)
def test_of_the_lines_beneath_only_one_that_says_a_day_it_was_put_up_counts(footer: str, value: str | None) -> None:
    text = "The army left the town.\n"
    parts = [Part(PartKind.BODY, 0, len(text)), Part(PartKind.FOOTER, len(text), len(text + footer))]
    found = find_published(text + footer, parts)
    assert (found and found[0].edtf) == value


@pytest.mark.parametrize(
    ("told", "said", "value"),
    [
        ("on 30 May 2007", "on 2 June 2007", "2007-05-30~/2007-06-02~"),
        ("on 30 May 2007", "on 31 May 2007", "2007-05~"),
        ("on 30 May 2007", "on 31 August 2007", None),  # too long after
        ("on 30 May 2007", "on 1 May 2007", None),  # about something before
        ("on 30 May 2007", "before 1990", None),
        ("at last", "on 31 May 2007", None),
    ],
)
def test_between_what_is_told_last_and_the_first_comment_it_was_put_up(told: str, said: str, value: str | None) -> None:
    text, comment = f"The army left {told}.\n", f"Said {said}.\n"
    whole = text + comment
    parts = [Part(PartKind.BODY, 0, len(text)), Part(PartKind.COMMENT, len(text), len(whole), "Ann")]
    found = find_published(whole, parts)
    assert (found and (found[0].edtf, found[1])) == (value and (value, "text"))


def test_a_byline_may_carry_the_date() -> None:
    assert _found("A raid.", byline="By Jane Doe, 14 October 2007") == ("2007-10-14", "dateline")


@pytest.mark.parametrize(
    "text",
    [
        "On 23 August 1988 the army found a cache in the hills above the town and said so at once.",
        "The Attack of 23 August 1988\n\nThe army said it had found a cache.",
        "A history.\n\nIn 1988 all was quiet.",
    ],
)
def test_a_date_that_is_told_is_not_when_it_was_published(text: str) -> None:
    assert _found(text) is None


def test_between_the_last_date_told_and_the_first_comment_the_date_is_estimated() -> None:
    body, comment = "The men were freed on July 2, 2009.\n\n", "Jane wrote on 07/10/2009: Shameful."
    parts = [Part(PartKind.BODY, 0, len(body)), Part(PartKind.COMMENT, len(body), len(body + comment))]
    found = find_published(body + comment, parts, order=DateOrder.MDY)
    assert found is not None
    assert (found[0].edtf, found[0].approximate, found[1]) == ("2009-07~", True, "text")
    assert find_published(body + comment.replace("2009", "2011"), parts, order=DateOrder.MDY) is None
