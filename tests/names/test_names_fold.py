"""What the fold of a name promises: spellings of one name meet, different names do not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.names.fold import fold, tokens


@pytest.mark.parametrize(
    ("spelling", "key"),
    [
        ("General David Petraeus", "david petraeus"),
        ("Lieutenant General Lloyd Austin", "lloyd austin"),
        ("the Mahdi Army", "mahdi army"),
        ("Kata’ib Hezbollah", "kataib hezbollah"),
        ("Kazemi-Qomi’s", "kazemi qomi"),
        ("Orbán Viktor", "orban viktor"),
        ("U.S.", "us"),
        ("Горбачёв", "gorbachev"),
    ],
)
def test_titles_articles_accents_and_punctuation_do_not_matter(spelling: str, key: str) -> None:
    assert fold(spelling) == key


def test_a_title_alone_keeps_its_word() -> None:
    assert fold("The General") == "general"


def test_tokens_are_the_words_of_the_key() -> None:
    assert tokens("Maj. Gen. Rick Lynch") == ("rick", "lynch")


@given(st.text(max_size=60))
def test_folding_twice_changes_nothing_but_titles(name: str) -> None:
    key = fold(name)
    assert key == " ".join(key.split())
    assert key == key.casefold()
