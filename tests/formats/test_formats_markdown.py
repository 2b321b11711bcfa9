"""Markdown: front matter as facts, marks taken off, words kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.formats import frontmatter
from tui.formats.markdown import read


def text_of(source: str) -> str:
    return read(source.encode(), "a.md").text


def test_front_matter_gives_facts_and_is_not_part_of_the_text() -> None:
    document = read(
        b"---\n"
        b'title: "On the \\"record\\": a reply"\n'
        b"date: 2016-03-15\n"
        b"authors:\n- becky\n- Tom Lee\n"
        b"tags: [a, b]\n"
        b"source: The Daily\n"
        b"url: https://example.org/x\n"
        b"---\n\nFirst paragraph.\n",
        "a.md",
    )
    assert document.title == 'On the "record": a reply'
    assert document.byline == "becky, Tom Lee"
    assert document.source == "The Daily"
    assert document.url == "https://example.org/x"
    assert document.text == "First paragraph.\n"


@pytest.mark.parametrize(
    ("said", "edtf"),
    [
        ("2016-03-15", "2016-03-15"),
        ("2016-03-15 10:00:00 -0500", "2016-03-15"),
        ("2016-03-15T10:00:00Z", "2016-03-15"),
        ('"March 15, 2016"', "2016-03-15"),
        ("Tue, 15 Mar 2016 10:00:00 +0000", "2016-03-15"),
        ("2016", "2016"),
        ("2016-03~", "2016-03~"),
        ("soon", ""),
        ("2016-13-45", ""),
    ],
)
def test_a_date_in_front_matter_is_read_however_it_is_written(said: str, edtf: str) -> None:
    published = read(f"---\ndate: {said}\n---\nWords.\n".encode(), "a.md").published
    assert (published.edtf if published else "") == edtf


def test_template_marks_are_no_words() -> None:
    assert text_of("{% image 'a.jpg' %} Before {{ 'x' | url }}after\n") == "Before after\n"


def test_front_matter_that_never_ends_is_text() -> None:
    assert "title: x" in text_of("---\ntitle: x\n\nWords.\n")


def test_lines_that_are_no_keys_are_passed_over() -> None:
    values, body = frontmatter.split("---\nThis is a paragraph: really\n? [odd\n: :\ntitle: T # remark\n---\nBody")
    assert frontmatter.title(values) == "T"
    assert body == "Body"


def test_a_relative_address_is_not_a_web_address() -> None:
    assert read(b"---\nurl: /2015/post\n---\nBody\n", "a.md").url == ""


def test_headings_emphasis_and_links_leave_their_words() -> None:
    source = "# The *Big* Title\n\nHe **said** _so_ in [a report](http://x.y/a_(b)), see `code` and ![map](m.png).\n"
    assert text_of(source) == "The Big Title\n\nHe said so in a report, see code and map.\n"


def test_a_heading_at_the_top_is_the_title_where_front_matter_states_none() -> None:
    assert read(b"The Title\n=========\n\nWords.\n", "a.md").title == "The Title"


def test_lines_of_a_paragraph_are_joined_and_a_hard_break_is_kept() -> None:
    assert text_of("one\ntwo  \nthree\n\nfour\n") == "one two\nthree\n\nfour\n"


def test_list_items_stand_on_their_own_lines() -> None:
    assert text_of("- one\n- two\n  more\n\n1. three\n") == "• one\n• two more\n1. three\n"


def test_code_is_kept_as_it_is() -> None:
    assert text_of("```\n*a*  b\n[x](y)\n```\n\nend\n") == "*a*  b\n[x](y)\n\nend\n"


def test_markup_and_remarks_go_and_entities_are_spelled_out() -> None:
    assert text_of("A<br/>b <em>c</em> &amp; d<!-- hidden --> e\n") == "Ab c & d e\n"


def test_names_with_underscores_and_stars_that_mark_nothing_stay() -> None:
    assert text_of("snake_case_name and 2 * 3 * 4\n") == "snake_case_name and 2 * 3 * 4\n"


def test_a_remark_that_never_ends_swallows_nothing() -> None:
    assert text_of("before <!-- open\n\nafter\n").endswith("after\n")


@given(st.text(alphabet="ab *_[]()<>!`#-=~&;:\\\n\"'{}%|", max_size=200))
def test_any_marks_are_read_without_failing(source: str) -> None:
    assert isinstance(text_of(source), str)


def test_marks_repeated_without_end_are_read_at_once() -> None:
    for mark in ("[", "*", "_", "<", "`", "![", "[a](", "<!--", "{%", "> ", "**a"):
        assert text_of("x" + mark * 20_000)


def test_tables_footnotes_and_headings_closed_by_marks_are_words_without_their_marks() -> None:
    source = "| a | b |\n|---|---|\n| c | d |\n\nText[^1].\n\n[^1]: A note.\n\n## C#\n\n## C ##\n\n[x]: http://e.org\n"
    assert read(source.encode(), "a.md").text == "a | b\nc | d\n\nText[1].\n\n[1] A note.\n\nC#\n\nC\n"
