"""Contrast: reckoned as WCAG 2 has it, and a colour moved no further than it takes."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tui.contrast import LEAST, RGB, blend, legible, luminance, ratio, worst

PARTS = st.integers(0, 255)
COLOURS = st.tuples(PARTS, PARTS, PARTS)


@pytest.mark.parametrize(
    ("one", "other", "known"),
    [((0, 0, 0), (255, 255, 255), 21.0), ((119, 119, 119), (255, 255, 255), 4.48), ((255, 0, 0), (0, 0, 255), 2.15)],
)
def test_known_pairs_have_their_known_contrast(one: RGB, other: RGB, known: float) -> None:
    assert ratio(one, other) == pytest.approx(known, abs=0.005)
    assert ratio(one, other) == ratio(other, one)


@given(COLOURS, COLOURS)
def test_on_one_ground_any_colour_can_be_made_readable(letters: RGB, ground: RGB) -> None:
    moved = legible(letters, ground)
    assert ratio(moved, ground) >= LEAST
    if ratio(letters, ground) >= LEAST:
        assert moved == letters


@given(COLOURS, COLOURS, COLOURS)
@example((165, 0, 0), (0, 0, 0), (0, 187, 0))
def test_on_several_grounds_it_is_never_made_worse(letters: RGB, one: RGB, other: RGB) -> None:
    assert worst(legible(letters, one, other), (one, other)) >= min(LEAST, worst(letters, (one, other)))


@given(COLOURS, COLOURS)
def test_mixing_goes_from_one_colour_to_the_other(one: RGB, other: RGB) -> None:
    assert (blend(one, other, 0), blend(one, other, 1)) == (one, other)
    assert 0 <= luminance(blend(one, other, 0.5)) <= 1
