"""Promises of the sanitiser: nothing stored can act on a terminal, and nothing changes its place."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.display import safe, safe_lines, squeeze

ANY = st.text(st.characters(exclude_categories=()), max_size=80)


@given(ANY)
def test_one_character_stays_one_character(text: str) -> None:
    assert len(safe(text)) == len(text)
    assert len(safe_lines(text)) == len(text)


@given(ANY)
def test_no_control_or_format_character_is_left(text: str) -> None:
    visible_formats = "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u0890\u0891\u08e2\U000110bd\U000110cd"
    for character in safe(text):
        category = unicodedata.category(character)
        assert category not in ("Cc", "Cs", "Zl", "Zp")
        if category == "Cf":
            assert character in visible_formats or 0x13430 <= ord(character) <= 0x1343F


@given(ANY)
def test_making_safe_twice_changes_nothing_more(text: str) -> None:
    assert safe(safe(text)) == safe(text)


@given(st.text(st.characters(categories=("L", "N", "P", "Zs")), max_size=80))
def test_letters_digits_punctuation_and_spaces_stay(text: str) -> None:
    fillers = "\u115f\u1160\u3164\uffa0"
    if not any(character in fillers for character in text):
        assert safe(text) == text


@pytest.mark.parametrize(
    ("stored", "shown"),
    [
        ("\x1b[31mred\x1b[0m", "␛[31mred␛[0m"),
        ("\x1b]0;title\x07", "␛]0;title␇"),
        ("[/] [red] [@click=app.quit]", "[/] [red] [@click=app.quit]"),
        ("a\x9b31mb", "a\N{REPLACEMENT CHARACTER}31mb"),
        ("\u202eevil", "\N{REPLACEMENT CHARACTER}evil"),
        ("caf\udce9", "caf\N{REPLACEMENT CHARACTER}"),
        ("a\x7fb", "a␡b"),
        ("two\nlines\tand a tab", "two lines and a tab"),
    ],
)
def test_what_attacks_a_terminal_is_seen_instead(stored: str, shown: str) -> None:
    assert safe(stored) == shown


def test_newlines_stay_where_lines_are_wanted() -> None:
    assert safe_lines("one\ntwo\x1b") == "one\ntwo␛"


def test_a_list_line_has_single_spaces_and_no_ends() -> None:
    assert squeeze("  many \n\n spaces\t here ") == "many spaces here"
