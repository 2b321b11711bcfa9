"""Promises of the wrapper: every shown character once, in order, never wider than the width."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.panes.flow import Lines, wrap

TEXTS = st.text(st.sampled_from("ab c\n漢か\u0301é—“"), max_size=200)
WIDTHS = st.integers(2, 30)


@given(TEXTS, WIDTHS)
def test_no_line_is_wider_than_the_width(text: str, width: int) -> None:
    for start, end in wrap(text, 0, len(text), width):
        assert cell_len(text[start:end]) <= width


@given(TEXTS, WIDTHS)
def test_only_white_space_is_left_out(text: str, width: int) -> None:
    shown = "".join(text[start:end] for start, end in wrap(text, 0, len(text), width))
    assert "".join(shown.split()) == "".join(text.split())


@given(TEXTS, WIDTHS)
def test_offsets_rise_and_never_overlap(text: str, width: int) -> None:
    last = 0
    for start, end in wrap(text, 0, len(text), width):
        assert last <= start <= end <= len(text)
        last = end


@given(TEXTS, WIDTHS, st.integers(0, 50), st.integers(0, 50))
def test_a_stretch_wraps_as_its_own_text_would(text: str, width: int, before: int, after: int) -> None:
    padded = "x" * before + text + "y" * after
    inside = list(wrap(padded, before, before + len(text), width))
    assert [(start - before, end - before) for start, end in inside] == list(wrap(text, 0, len(text), width))


def test_words_stay_whole_where_they_fit() -> None:
    text = "one two three"
    assert [text[start:end] for start, end in wrap(text, 0, len(text), 8)] == ["one two", "three"]


def test_a_word_longer_than_the_line_is_cut() -> None:
    text = "abcdefghij"
    assert [text[start:end] for start, end in wrap(text, 0, len(text), 4)] == ["abcd", "efgh", "ij"]


def test_many_blank_lines_are_shown_as_one() -> None:
    text = "one\n\n \n\n\ntwo"
    assert [text[start:end] for start, end in wrap(text, 0, len(text), 20)] == ["one", "", "two"]


@pytest.mark.parametrize(("at", "line"), [(0, 0), (3, 0), (4, 1), (9, 1), (10, 2), (99, 2)])
def test_an_offset_finds_its_line(at: int, line: int) -> None:
    lines = Lines()
    for start, end in ((0, 3), (4, 9), (10, 12)):
        lines.append(start, end)
    assert lines.holding(at) == line
