"""corpus.toml: facts, and one sentence for everything that is wrong with it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui import manifest
from tui.manifest import Comments
from tui.model import DateOrder, Kind, KnownEntity

WHOLE = """\
[corpus]
title = "Iran in Iraq"
date_order = "dmy"
comments = "drop"

[[article]]
path = "2007/karbala.md"
title = "A raid"
byline = "Ada Quill"
source = "The Journal"
url = "https://example.org/1"
published = "2007-10-14~"

[[article]]
path = "./b.txt"
published = 2007-10-15

[[article]]
path = "c.txt"
published = 1994

[[entity]]
name = "Qods Force"
kind = "organisation"
aliases = ["Quds Force", "IRGC-QF"]
about = "one line"
"""


def test_everything_a_manifest_may_say_is_read() -> None:
    found = manifest.read(WHOLE.encode())
    assert (found.title, found.date_order, found.comments) == ("Iran in Iraq", DateOrder.DMY, Comments.DROP)
    raid = found.articles["2007/karbala.md"]
    assert (raid.title, raid.byline, raid.source, raid.url) == (
        "A raid",
        "Ada Quill",
        "The Journal",
        "https://example.org/1",
    )
    assert found.entities == (KnownEntity("Qods Force", Kind.ORGANISATION, ("Quds Force", "IRGC-QF"), "one line"),)
    assert found.problems == ()


@pytest.mark.parametrize(
    ("path", "edtf"), [("2007/karbala.md", "2007-10-14~"), ("b.txt", "2007-10-15"), ("c.txt", "1994")]
)
def test_a_publication_date_may_be_edtf_a_toml_date_or_a_bare_year(path: str, edtf: str) -> None:
    published = manifest.read(WHOLE.encode()).articles[path].published
    assert published is not None
    assert published.edtf == edtf


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm() -> None:
    data = b"\xef\xbb\xbf" + WHOLE.replace("\n", "\r\n").encode()
    assert manifest.read(data) == manifest.read(WHOLE.encode())


def test_an_empty_file_says_nothing() -> None:
    assert manifest.read(b"") == manifest.Manifest()


def test_unknown_keys_are_kept_and_reported_once() -> None:
    found = manifest.read(
        b'[corpus]\nlanguage = "en"\n'
        b'[[article]]\npath = "a"\nmood = 1\n[[article]]\npath = "b"\nmood = 2\n[more]\nx = 1\n'
    )
    assert found.problems == ("corpus.toml: unknown and left alone: article.mood, corpus.language, more.",)
    assert found.unknown == {"corpus.language": "en", "article.mood": 1, "more": {"x": 1}}


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (b"[corpus]\ntitle = \n", "line 2, column 9"),
        (b'[corpus]\n\n  title "x"\n', "line 3, column 9"),
        (b'[corpus]\ntitle = """x', "line 2, column 13"),
        (b'[corpus]\ntitle = "caf\xe9"\n', "line 2, column 13"),
    ],
)
def test_a_broken_file_is_named_with_line_and_column(data: bytes, place: str) -> None:
    found = manifest.read(data)
    assert len(found.problems) == 1
    assert found.problems[0].startswith(f"corpus.toml, {place}: ")
    assert found.problems[0].endswith("; opened without it.")
    assert found.title == ""


def test_numbers_and_brackets_beyond_reason_are_a_problem_and_not_a_crash() -> None:
    for data in (b"x = " + b"1" * 6000, b"x = " + b"[" * 4000 + b"]" * 4000):
        found = manifest.read(data)
        assert found.problems[0].endswith("; opened without it.")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b'corpus = "x"', "corpus: must be written as [corpus]"),
        (b"article = 3", "article: must be written as [[article]]"),
        (b'[[article]]\ntitle = "x"', "[[article]] 1: has no path"),
        (b'[[article]]\npath = "a"\npublished = "yesterday"', "[[article]] 1: published: "),
        (b'[[article]]\npath = "a"\ntitle = 7', "[[article]] 1: title must be a string"),
        (b'[[entity]]\nkind = "person"', "[[entity]] 1: has no name"),
        (b'[[entity]]\nname = "x"\nkind = "god"', "[[entity]] 1: kind must be one of person"),
        (b'[[entity]]\nname = "x"\naliases = "y"', "[[entity]] 1: aliases must be a list of strings"),
        (b'[corpus]\ndate_order = "american"', "[corpus]: date_order must be one of mdy, dmy, ymd"),
        (b'[corpus]\ncomments = ["x"]', "[corpus]: comments must be one of separate, include, drop"),
    ],
)
def test_a_value_of_the_wrong_kind_costs_only_itself(data: bytes, words: str) -> None:
    found = manifest.read(data + b'\n[[entity]]\nname = "Irbil"\n')
    assert [problem for problem in found.problems if words in problem]
    assert KnownEntity("Irbil") in found.entities


@given(st.binary(max_size=200) | st.text(alphabet='[]="\n #.ab1{},', max_size=120).map(str.encode))
def test_no_bytes_make_it_fail(data: bytes) -> None:
    found = manifest.read(data)
    assert all(problem.startswith("corpus.toml") for problem in found.problems)
