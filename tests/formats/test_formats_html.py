"""Web pages: broken ones too, what they say of themselves, and the article without what stands around it."""

import contextlib
import sys
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.corpus.article import Given, describe
from tui.formats import Unreadable, read_document
from tui.formats.html import facts, read, rough
from tui.formats.html.encoding import decode_page
from tui.formats.html.page import read_page
from tui.formats.html.tokens import Tag, cut
from tui.model import PartKind

STORY = "<p>" + "The convoy left the town before dawn and was stopped at the bridge. " * 4 + "</p>"
PAGE = f"""<!DOCTYPE html>
<html><head><title>Raid at the bridge | The Northern Post</title>
<meta property="og:site_name" content="The Northern Post">
<link rel="canonical" href="https://example.org/2007/01/26/raid">
<script type="application/ld+json">{{"@context": "https://schema.org", "@graph": [
{{"@type": "NewsArticle", "datePublished": "2007-01-26T22:30:00-05:00", "author": [{{"@type": "Person",
"name": "By Ada Lovelace"}}]}}]}}</script>
<style>p {{ color: red }}</style></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/world">World news of the day</a></li></ul></nav>
<div id="main" class="story"><h1>Raid at the bridge</h1>
{STORY}<h2>What came after</h2>{STORY}<ul><li>One was released after a day in the town.</li>
<li>Two were not released at all.</li></ul>
<div class="related-posts"><p>Read also: a much longer story about something else entirely.</p></div></div>
<div class="comments"><h3>3 responses</h3><p><span class="author">Winger says:</span>
I do not believe a word of it, and you?</p></div>
<footer><p>Copyright 2007 The Northern Post and everybody who ever wrote for it.</p></footer></body></html>"""


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without the extra."""
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    monkeypatch.setitem(sys.modules, "htmldate", None)


def test_a_page_gives_its_facts() -> None:
    document = read(PAGE.encode(), "a.html")
    assert document.title == "Raid at the bridge"
    assert document.published is not None
    assert document.published.edtf == "2007-01-26"
    assert document.byline == "Ada Lovelace"
    assert document.source == "The Northern Post"
    assert document.url == "https://example.org/2007/01/26/raid"


@pytest.mark.parametrize("extra", [True, False])
def test_the_text_is_the_article_without_what_stands_around_it(extra: bool, request: pytest.FixtureRequest) -> None:
    if not extra:
        request.getfixturevalue("bare")
    document = read(PAGE.encode(), "a.html")
    assert document.rough is not extra
    assert document.text.startswith("Raid at the bridge\n\nThe convoy left")
    assert "\n\nWhat came after\n\n" in document.text
    assert "• One was released after a day in the town.\n• Two were not" in document.text
    article = document.text[: document.comments_at]
    for beside in ("World news", "Copyright", "color: red", "schema.org", "believe a word", "Read also"):
        assert beside not in article, beside


def test_comments_a_page_tells_apart_are_comments() -> None:
    page = PAGE.replace(
        '<div class="comments">',
        '<div id="comments" class="comments">' + "<p>What a long and thoughtful remark.</p>" * 3,
    )
    article, text = describe(page.encode(), "a.html", Given())
    said = [part for part in article.parts if part.kind is PartKind.COMMENT]
    assert any("thoughtful remark" in text[part.start : part.end] for part in said)


@pytest.mark.parametrize(
    ("title", "stated", "heads", "found"),
    [
        (
            "Raid at the old bridge – Northern Post",
            "",
            ["Northern Post", "Raid at the old bridge"],
            "Raid at the old bridge",
        ),
        (
            "The raid at the bridge - Northern Post",
            "The raid at the bridge",
            ["Northern Post"],
            "The raid at the bridge",
        ),
        ("A long story of a raid | Post", "", [], "A long story of a raid"),
        ("Post | A long story of a raid", "", ["A long story of a raid"], "A long story of a raid"),
        ("", "", ["Only a heading"], "Only a heading"),
        ("Rock - Paper - Scissors are a game of kings", "", [], "Rock - Paper - Scissors are a game of kings"),
    ],
)
def test_the_title_is_the_heading_that_the_pages_title_confirms(
    title: str, stated: str, heads: list[str], found: str
) -> None:
    meta = f'<meta property="og:title" content="{stated}">' if stated else ""
    body = "".join(f"<h1>{head}</h1>" for head in heads)
    assert facts.title(read_page(f"<title>{title}</title>{meta}<body>{body}{STORY}")) == found


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ('<meta property="article:published_time" content="2020-02-03T04:05:06+00:00">', "2020-02-03"),
        ('<meta name="DC.date.issued" content="2020-02-03">', "2020-02-03"),
        ('<time class="entry-date" datetime="2020-02-03T10:00">', "2020-02-03"),
        ('<time class="updated" datetime="2021-02-03"></time><time datetime="2020-02-03">', "2020-02-03"),
        ('<link rel="canonical" href="https://example.org/2020/02/03/x">', "2020-02-03"),
        # half past eleven in the evening where it was written is the next day in universal time
        (
            '<meta name="date" content="2020-02-04T04:30:00Z"><link rel="canonical" href="http://a.org/2020/02/03/x">',
            "2020-02-03",
        ),
        ('<script type="application/ld+json">{"@type": "Article", "datePublished": </script>', ""),
        ('<meta name="date" content="yesterday">', ""),
    ],
)
@pytest.mark.usefixtures("bare")
def test_the_day_of_publication_is_what_the_page_says(head: str, day: str) -> None:
    published = read(f"<head>{head}</head><body>{STORY}".encode(), "a.html").published
    assert (published.edtf if published else "") == day


def test_the_author_of_a_comment_is_not_the_author() -> None:
    page = '<div class="comment"><span class="author">Winger</span></div><p class="byline">By Ada Lovelace</p>'
    assert facts.author(read_page(page)) == "Ada Lovelace"


@pytest.mark.parametrize(
    ("data", "word"),
    [
        ('<meta charset="windows-1251"><p>Иран</p>'.encode("cp1251"), "Иран"),
        ('<?xml version="1.0" encoding="shift_jis"?><p>日本</p>'.encode("shift_jis"), "日本"),
        ('<meta charset="iso-8859-1"><p>“quoted”</p>'.encode("cp1252"), "“quoted”"),
        ('<meta charset="iso-8859-1"><p>“quoted”</p>'.encode(), "“quoted”"),
        (b'<meta charset="hex"><p>plain</p>', "plain"),
        ("<p>wide</p>".encode("utf-16"), "wide"),
    ],
)
def test_a_page_is_decoded_as_it_says_unless_it_is_plainly_something_else(data: bytes, word: str) -> None:
    assert word in decode_page(data)


def test_tags_may_hold_the_sign_that_ends_them() -> None:
    assert list(cut('<a title="a > b" href=x>c</a>')) == [
        Tag("a", False, {"title": "a > b", "href": "x"}),
        "c",
        Tag("a", True),
    ]


@pytest.mark.parametrize(
    "text", ["a < b", "<3", "<!-- never ends", "<p", "<p title='", "<script>never ends", "</", "<!"]
)
def test_what_is_no_tag_stays_text(text: str) -> None:
    assert any(isinstance(piece, str) or piece.name for piece in cut(text))


@given(st.text(alphabet=st.sampled_from("<>/!-?ap\"'= \n&;#x"), max_size=200))
def test_no_soup_of_tags_makes_a_reader_fail(soup: str) -> None:
    page = read_page(soup)
    rough.body(page)
    facts.title(page)
    facts.published(page, facts.title(page))


@pytest.mark.parametrize(
    "soup",
    [
        *(
            "<div>" * 100_000,
            "</b>" * 150_000,
            "<!--" * 150_000,
            "<a " * 200_000,
            '<a "' * 150_000,
            "<script>" * 80_000,
        ),
        *("<p>" * 200_000, "<div><p>x</div>" * 50_000, "<!" * 200_000, "&" * 600_000, "<a b='>" * 90_000),
    ],
    ids=lambda soup: soup[:8],
)
@pytest.mark.usefixtures("bare")
def test_a_trap_of_half_a_megabyte_is_read_or_refused_in_a_moment(soup: str) -> None:
    start = time.process_time()
    with contextlib.suppress(Unreadable):
        read(soup.encode(), "a.html")
    assert time.process_time() - start < 10, "not linear: the same soup takes well under a second when it is"


@settings(max_examples=30, deadline=None)
@given(st.binary(max_size=400))
def test_no_bytes_make_a_reader_fail_but_by_name(data: bytes) -> None:
    with contextlib.suppress(Unreadable):
        assert read_document(b"<html><p>" + data, "a.html").text


def test_a_page_without_words_is_named() -> None:
    with pytest.raises(Unreadable, match="without words"):
        read(b"<html><script>alert(1)</script></html>", "a.html")


def test_an_author_only_pointed_at_is_named_where_the_graph_describes_them() -> None:
    page = """<script type="application/ld+json">{"@graph": [
    {"@type": "NewsArticle", "author": {"@id": "#ada"}, "publisher": {"@id": "#post"}},
    {"@type": "Person", "@id": "#ada", "name": "Ada Lovelace"},
    {"@type": "Organization", "@id": "#post", "name": "The Northern Post"}]}</script>"""
    assert facts.author(read_page(page)) == "Ada Lovelace"
    assert facts.source(read_page(page)) == "The Northern Post"


@pytest.mark.parametrize(
    ("stated", "words", "text"),
    [
        (b"iso-8859-1", b"caf\xe9 \x80", "café €"),  # cp1252 is meant
        (b"gb2312", b"\xd6\xd0", "中"),
        (b"windows-1251", b"caf\xc3\xa9", "café"),  # plainly UTF-8, whatever it says
        (b"x-none", b"caf\xc3\xa9", "café"),
        (b"utf-7", b"caf+AOk-", "caf+AOk-"),  # would turn plain words into others
        (b"hex", b"caf\xc3\xa9", "café"),
        (b"base64", b"Y2Fm", "Y2Fm"),
    ],
)
def test_a_page_is_decoded_as_it_says_unless_that_is_no_code_of_letters(stated: bytes, words: bytes, text: str) -> None:
    assert decode_page(b"<meta charset=" + stated + b">" + words).endswith(">" + text)
