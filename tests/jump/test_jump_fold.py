"""Spellings that sound alike fold to one form."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.jump.fold import loose, loose_all, plain


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("Kata’ib Hezbollah", "kataib hezbollah"),
        ("al-Dulaimi", "al dulaimi"),
        ("U.S. Army", "us army"),
        ("Владимир Путин", "vladimir putin"),
        ("Café  Šimon", "cafe simon"),
        ("???", ""),
    ],
)
def test_the_plain_form_has_no_case_accents_or_punctuation(said: str, wanted: str) -> None:
    assert plain(said) == wanted


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("qazali", "khazali"),
        ("qais", "kays"),
        ("maghrib", "magreb"),
        ("muhammad", "mohamad"),
        ("daoud", "dawud"),
        ("qassim", "kasim"),
        ("hezbollah", "hizbola"),
        ("basrah", "basra"),
        ("carl", "karl"),
    ],
)
def test_transliterations_of_one_name_share_their_loose_form(one: str, two: str) -> None:
    assert loose(one) == loose(two)


@pytest.mark.parametrize(("one", "two"), [("qais", "laith"), ("iran", "iraq"), ("chad", "cod"), ("basra", "bosra")])
def test_other_names_do_not(one: str, two: str) -> None:
    assert loose(one) != loose(two)


@given(st.lists(st.text(), max_size=20))
def test_folding_many_is_folding_each(texts: list[str]) -> None:
    plains = [plain(text) for text in texts]
    assert loose_all(plains) == [loose(text) for text in plains]


@given(st.text(), st.text())
def test_the_plain_form_is_stable_and_keeps_word_starts_apart(one: str, two: str) -> None:
    assert plain(plain(one)) == plain(one)
    assert plain(f"{one} {two}").split() == [*plain(one).split(), *plain(two).split()]


def test_the_dots_of_an_abbreviation_go_also_beside_letters_and_dashes_that_are_no_ascii() -> None:
    assert plain("U.S.-Soviet Alliance, 1941–1945") == "us soviet alliance 1941 1945"
    assert plain("U.S. troops in Kata’ib…") == "us troops in kataib"
