"""Promises of the search in a text: smart case, plain words."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.reader.find import find_all, finder_of


def found(text: str, query: str) -> list[str]:
    return [text[start:end] for start, end in find_all(text, query)]


def test_small_letters_find_capitals_too() -> None:
    assert found("Qods and qods", "qods") == ["Qods", "qods"]


def test_a_capital_asks_for_capitals() -> None:
    assert found("Qods and qods", "Qods") == ["Qods"]


def test_signs_stand_for_themselves() -> None:
    assert found("a.b axb [/] (c)", "a.b") == ["a.b"]
    assert found("a.b axb [/] (c)", "[/]") == ["[/]"]
    assert found("Qods — Force… —", "—") == ["—", "—"]


def test_a_phrase_is_found_across_a_line_break() -> None:
    assert found("the Qods\n  Force", "qods force") == ["Qods\n  Force"]


def test_an_empty_query_finds_nothing() -> None:
    assert found("abc", "") == []
    assert found("abc", "   ") == []


def test_a_stretch_is_searched_alone() -> None:
    assert list(find_all("aaa", "a", 1, 2)) == [(1, 2)]


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("Kataʾib", "kataib"),
        ("Kata’ib", "kata'ib"),
        ("Kata'ib", "kata’i"),
        ("Kata'ib", "Kataib"),
        ("Übergröße", "ubergrosse"),
        ("Ceaușescu", "Ceausescu"),
        ("café", "cafe\u0301"),
        ("Iran's", "iran's"),
        ("“Qods”", "qods"),
    ],
)
def test_accents_and_apostrophes_inside_a_name_do_not_count(text: str, query: str) -> None:
    (place,) = found(f"the {text} of", query)
    assert place in text
    finder = finder_of(query)
    assert finder is not None
    assert finder(text)


def test_a_capital_still_asks_for_capitals_where_accents_do_not_count() -> None:
    assert found("café Café CAFÉ", "Cafe") == ["Café"]
    assert found("kata’ib Kata’ib", "Kataib") == ["Kata’ib"]
    finder = finder_of("Cafe")
    assert finder is not None
    assert not finder("café")


def test_a_possessive_is_no_part_of_a_name() -> None:
    assert found("Iran's Irans", "irans") == ["Irans"]


@given(st.text(max_size=60), st.text(min_size=1, max_size=4))
def test_places_are_in_order_and_apart_and_hold_as_many_words(text: str, query: str) -> None:
    places = list(find_all(text, query))
    assert all(0 <= start < end <= len(text) for start, end in places)
    assert all(one[1] <= two[0] for one, two in pairwise(places))
    words = re.compile(re.escape(query.strip()))
    if query.strip().isascii() and query.strip().isalnum() and text.isascii() and "'" not in text and "`" not in text:
        flags = 0 if any(letter.isupper() for letter in query) else re.IGNORECASE
        assert found(text, query) == re.findall(words.pattern, text, flags)
