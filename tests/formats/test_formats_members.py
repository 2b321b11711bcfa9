"""Files that hold many articles: where each stands, and what one line of a dump or one message of a mailbox says."""

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.formats import Unreadable, is_article, read_document, splitter_for
from tui.formats.members import lines, messages

MAILBOX = (
    b"From ada Mon Jan  1 00:00:00 2007\nSubject: One\nFrom: Ada Lovelace <ada@example.org>\n"
    b"Date: Fri, 26 Jan 2007 23:30:00 -0500\n\nHello there.\n>From me as well.\n>>From the second.\n\n"
    b"From bob Mon Jan  1 00:00:00 2007\r\nSubject: Two\r\n\r\nFrom: no mark within a line.\r\n"
)


def test_lines_are_numbered_as_an_editor_does_and_blank_ones_passed_over() -> None:
    data = b'{"a": 1}\n\n   \r\n{"b": 2}\r\n{"c": 3}'
    found = list(lines(io.BytesIO(data)))
    assert [(member.number, data[member.start : member.end]) for member in found] == [
        (1, b'{"a": 1}\n'),
        (4, b'{"b": 2}\r\n'),
        (5, b'{"c": 3}'),
    ]


def test_a_line_longer_than_a_piece_is_one_line() -> None:
    long = b"x" * 3_000_000 + b"\n"
    assert [(found.start, found.end) for found in lines(io.BytesIO(long + b"y\n"))] == [
        (0, len(long)),
        (len(long), len(long) + 2),
    ]


@given(st.lists(st.text("ab \r\x0b\u2028é", max_size=8)))
def test_lines_cover_all_that_is_not_blank(pieces: list[str]) -> None:
    data = "\n".join(pieces).encode()
    found = list(lines(io.BytesIO(data)))
    assert [data[member.start : member.end].strip() for member in found] == [
        line.strip() for line in data.split(b"\n") if line.strip()
    ]


def test_a_mailbox_is_cut_where_an_empty_line_and_a_postmark_follow_one_another() -> None:
    found = list(messages(io.BytesIO(MAILBOX)))
    assert [member.number for member in found] == [1, 2]
    assert MAILBOX[found[1].start :].startswith(b"From bob")
    assert (found[0].start, found[0].end, found[1].end) == (0, found[1].start, len(MAILBOX))


def test_a_mailbox_is_cut_the_same_wherever_its_pieces_end() -> None:
    mark = b"\n\nFrom x\nSubject: s\n\n"
    for shift in range(12):
        data = b"From x" + b"." * (1024 * 1024 - 6 - shift) + mark + b"." * 2_000_000 + mark + b"end"
        cut = [member.start for member in messages(io.BytesIO(data))]
        assert cut == [0, 1024 * 1024 - shift + 2, 1024 * 1024 - shift + 2_000_000 + len(mark) + 2]


def test_what_is_no_mailbox_has_no_messages() -> None:
    assert list(messages(io.BytesIO(b"\nFrom a\n"))) == []


def test_a_message_of_a_mailbox_is_read_without_its_postmark_and_as_it_was_sent() -> None:
    document = read_document(MAILBOX.partition(b"\n\nFrom ")[0], "box.mbox#1")
    assert document.text == "One\n\nHello there.\nFrom me as well.\n>From the second.\n"
    assert (document.title, document.byline) == ("One", "Ada Lovelace")
    assert document.published is not None
    assert document.published.edtf == "2007-01-26"


@pytest.mark.parametrize("name", ["a.jsonl", "A.NDJSON", "a.mbox", "a.jsonl.gz"])
def test_files_of_many_articles_are_told_by_their_names(name: str) -> None:
    assert is_article(name)
    assert splitter_for(name) is not None


def test_other_files_are_one_article() -> None:
    assert splitter_for("a.md") is None
    assert splitter_for("page.html") is None
    assert splitter_for("jsonl") is None


@pytest.mark.parametrize(
    ("record", "facts"),
    [
        (
            {"title": "T", "text": "W", "date": "2007-01-26", "author": "A B", "url": "https://x.org/", "tags": ["t"]},
            ("T\n\nW\n", "T", "2007-01-26", "A B", "", "https://x.org/", ("t",)),
        ),
        (
            {
                "headline": "T",
                "maintext": "W",
                "date_publish": "2007-01-26 11:00:00",
                "authors": ["A B", "C D"],
                "source_domain": "x.org",
            },
            ("T\n\nW\n", "T", "2007-01-26", "A B, C D", "x.org", "", ()),
        ),
        (
            {
                "Headline": "T",
                "articleBody": "T\nW",
                "datePublished": "2007-01-26T01:00:00Z",
                "author": {"@type": "Person", "name": "A B"},
                "publisher": {"name": "P"},
                "keywords": "one, two",
            },
            ("T\nW\n", "T", "2007-01-26", "A B", "P", "", ("one", "two")),
        ),
        (
            {"content": ["W", "V"], "published": 1169800000, "metadata": {"title": "T", "link": "http://x.org/"}},
            ("T\n\nW\n\nV\n", "T", "2007-01-26", "", "", "http://x.org/", ()),
        ),
        (
            {"body": {"text": "W"}, "created": {"$date": "2007-01-26T00:00:00Z"}, "source": {"name": "P"}},
            ("W\n", "", "2007-01-26", "", "P", "", ()),
        ),
        ({"summary": "W", "published_at": "26 January 2007"}, ("W\n", "", "2007-01-26", "", "", "", ())),
        (
            {"timestamp": 1169800000000, "text": "W", "title": None, "author": "", "categories": [{"name": "c"}]},
            ("W\n", "", "2007-01-26", "", "", "", ("c",)),
        ),
        ({"fields": {"bodyText": "W", "headline": "T"}, "year": 2007}, ("T\n\nW\n", "T", "2007", "", "", "", ())),
    ],
    ids=["plain", "crawler", "schema.org", "metadata", "wrapped", "summary", "milliseconds", "fields"],
)
def test_the_usual_names_of_facts_are_known(record: dict[str, object], facts: tuple[object, ...]) -> None:
    found = read_document(json.dumps(record).encode(), "a.jsonl#3")
    assert found.published is not None
    assert facts == (
        found.text,
        found.title,
        found.published.edtf,
        found.byline,
        found.source,
        found.url,
        found.tags,
    )


def test_a_record_that_holds_a_page_is_read_as_one() -> None:
    page = "<div><p>Some words of it, and a good many more of them to fill a line.</p><p>Then others.</p></div>"
    for key in ("html", "body"):
        text = read_document(json.dumps({"title": "T", key: page}).encode(), "a.jsonl#1").text
        assert "<p>" not in text
        assert "Some words of it" in text


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b'{"text": "W",}', r"a.jsonl:12:1[34]: not JSON: .*"),
        (b'{"text": "W"} x', r"a.jsonl:12:15: not JSON: extra data at 'x'"),
        (b'["W"]', "a.jsonl:12:1: not an object but a list"),
        (b'{"id": 1, "text": " "}', "a.jsonl:12:1: no text in it, only id, text"),
        (b"[" * 100_000, "a.jsonl:12:1: not JSON that can be read: nested too deep"),
        (b'{"text": ' + b"9" * 5_000 + b"}", "a.jsonl:12:1: not JSON that can be read: a number too large"),
    ],
    ids=["comma", "more", "list", "blank", "deep", "number"],
)
def test_a_bad_line_is_named_with_file_line_and_column(line: bytes, reason: str) -> None:
    with pytest.raises(Unreadable, match=reason):
        read_document(line, "a.jsonl#12")


def test_half_a_surrogate_pair_does_not_get_into_a_text() -> None:
    text = read_document(b'{"text": "a \\ud83d b \\ud83d\\ude00 c"}', "a.jsonl#1").text
    assert text == "a \N{REPLACEMENT CHARACTER} b \N{GRINNING FACE} c\n"
