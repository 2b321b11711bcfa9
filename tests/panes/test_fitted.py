"""Promises of long sentences on narrow screens: whole words, whole keys, and a sign where something is left out."""

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.panes.fitted import fitted

WELCOME = "This is the bundled collection, two articles.   p jump to a name   a write a note   ? all keys"


def test_what_fits_stands_on_one_line() -> None:
    assert fitted(WELCOME, 100, 4) == [WELCOME]


def test_a_sentence_breaks_between_its_parts_first() -> None:
    assert fitted(WELCOME, 60, 4) == [
        "This is the bundled collection, two articles.",
        "p jump to a name   a write a note   ? all keys",
    ]


def test_a_part_too_long_for_a_line_breaks_between_words() -> None:
    assert fitted(WELCOME, 38, 4) == [
        "This is the bundled collection, two",
        "articles.   p jump to a name",
        "a write a note   ? all keys",
    ]


def test_what_is_left_out_is_said() -> None:
    assert fitted("one two three four five six seven", 14, 2) == ["one two three", "four five …"]


@given(st.text(alphabet="ab   é漢", max_size=80), st.integers(4, 30), st.integers(1, 4))
def test_no_line_is_too_long_unless_a_single_word_is(sentence: str, width: int, most: int) -> None:
    lines = fitted(sentence, width, most)
    assert 1 <= len(lines) <= most or cell_len(sentence) <= width
    longest = max((cell_len(word) for word in sentence.split()), default=0)
    assert all(cell_len(line) <= max(width, longest) for line in lines) or cell_len(sentence) <= width
