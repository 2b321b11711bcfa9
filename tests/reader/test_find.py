"""Promises of the search in a text: smart case, plain words."""

import re

from hypothesis import given
from hypothesis import strategies as st

from tui.reader.find import find_all


def found(text: str, query: str) -> list[str]:
    return [text[start:end] for start, end in find_all(text, query)]


def test_small_letters_find_capitals_too() -> None:
    assert found("Qods and qods", "qods") == ["Qods", "qods"]


def test_a_capital_asks_for_capitals() -> None:
    assert found("Qods and qods", "Qods") == ["Qods"]


def test_signs_stand_for_themselves() -> None:
    assert found("a.b axb [/] (c)", "a.b") == ["a.b"]
    assert found("a.b axb [/] (c)", "[/]") == ["[/]"]


def test_a_phrase_is_found_across_a_line_break() -> None:
    assert found("the Qods\n  Force", "qods force") == ["Qods\n  Force"]


def test_an_empty_query_finds_nothing() -> None:
    assert found("abc", "") == []
    assert found("abc", "   ") == []


def test_a_stretch_is_searched_alone() -> None:
    assert list(find_all("aaa", "a", 1, 2)) == [(1, 2)]


@given(st.text(max_size=60), st.text(min_size=1, max_size=4))
def test_every_place_holds_the_query_and_none_is_missed(text: str, query: str) -> None:
    wanted = query.split()
    if len(wanted) == 1 and any(letter.isupper() for letter in query):
        assert found(text, query) == re.findall(re.escape(wanted[0]), text)
    for place in found(text, query):
        assert len(place.split()) == len(wanted)
