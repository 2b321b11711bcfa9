"""Folding forgets case and marks, and remembers where each letter stood."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.search.fold import WORD, fold, fold_with_places, words_of

letters = st.text(
    alphabet=st.sampled_from("aE bsß’'ʾé-İŁ_ñ中あΣς\u0301\u00ad\u200d½ \nЙé٣अि") | st.characters(), max_size=40
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Kata’ib HEZBOLLAH", ["kataib", "hezbollah"]),
        ("Kata'ib Kataʾib Kata‘ib ʿAli Ka'b", ["kataib", "kataib", "kataib", "ali", "kab"]),
        ("Iran's men don’t; they've", ["iran", "s", "men", "don", "t", "they", "ve"]),
        ("l’Union d'Estaing O'Brien", ["l", "union", "d", "estaing", "obrien"]),
        ("'quoted' rock 'n' roll", ["quoted", "rock", "n", "roll"]),
        ("café Łódź Straße Ærø", ["cafe", "lodz", "strasse", "aero"]),
        ("gov\u00adern\u200dment", ["government"]),
        ("e\u0301te\u0301", ["ete"]),
        ("Ὀδυσσεύς ΟΔΥΣΣΕΥΣ", ["οδυσσευσ", "οδυσσευσ"]),
        ("中国人", ["中", "国", "人"]),
        ("snake_case 12:30", ["snake", "case", "12", "30"]),
    ],
)
def test_words_are_folded(text: str, words: list[str]) -> None:
    assert words_of(text) == words


@given(letters)
def test_both_ways_of_folding_give_the_same(text: str) -> None:
    assert fold_with_places(text).text == fold(text)


@given(letters)
def test_each_word_stands_where_it_is_said_to_and_folds_to_itself(text: str) -> None:
    folded = fold_with_places(text)
    last = 0
    for match in re.finditer(f"{WORD}+", folded.text):
        start, end = folded.span(*match.span())
        assert 0 <= start < end <= len(text)
        # Two words may come from one letter ("½"); never does one begin before the other.
        assert start >= last
        last = start
        assert match[0] in fold(text[start:end])


@given(letters)
def test_a_folded_text_holds_no_letter_in_two_cases(text: str) -> None:
    assert fold(text) == fold(text).lower()
