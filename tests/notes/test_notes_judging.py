"""What the evidence for a place is enough for: the few rules that can be said in a sentence."""

import pytest

from tui.notes.judging import agrees, told_from_twins
from tui.notes.model import Anchor
from tui.notes.weighing import Candidate

LONG = "denied the report in every point of it"


def place(
    *, quote: float = 1.0, before: float = 1.0, after: float = 1.0, evidence: float = 99.0, away: int = 0
) -> Candidate:
    return Candidate(500, 540, quote, before, after, evidence, min(before, after), False, away)


def anchor(prefix: int, suffix: int, *, quote: str = LONG, twins: int = 1) -> Anchor:
    return Anchor(quote, "x" * prefix, "y" * suffix, 500, 500 + len(quote), twins)


@pytest.mark.parametrize(
    ("prefix", "suffix", "before", "after", "told"),
    [
        (32, 32, 1.0, 0.0, True),
        (32, 32, 0.0, 1.0, True),
        (32, 32, 0.8, 0.0, True),
        (32, 32, 0.79, 0.79, False),
        (256, 160, 0.9, 0.0, True),
        (256, 160, 0.0, 0.9, False),
        (160, 512, 0.0, 0.9, True),
        (160, 160, 1.0, 1.0, False),
        (20, 160, 1.0, 1.0, False),
    ],
    ids=[
        "before", "after", "just enough", "not enough", "the side that tells", "the other side", "far off",
        "neither tells", "the text began",
    ],
)  # fmt: skip
def test_a_passage_is_told_from_its_look_alikes_by_a_side_that_tells_them_apart(
    prefix: int, suffix: int, before: float, after: float, told: bool
) -> None:
    assert told_from_twins(place(before=before, after=after), anchor(prefix, suffix)) is told


def test_a_long_passage_nothing_read_like_is_believed_alone_and_a_short_one_is_not() -> None:
    bare = place(before=0.0, after=0.0, evidence=0.0, away=9000)
    assert agrees(bare, anchor(32, 32, twins=0), 20_000, laid_out_same=False)
    assert not agrees(bare, anchor(32, 32, twins=1), 20_000, laid_out_same=False)
    assert not agrees(bare, anchor(32, 32, quote="denied", twins=0), 20_000, laid_out_same=False)


def test_other_words_are_never_the_passage_whatever_stands_around_them() -> None:
    assert agrees(place(quote=0.9), anchor(32, 32), 20_000, laid_out_same=True)
    assert not agrees(place(quote=0.3), anchor(32, 32), 20_000, laid_out_same=True)


def test_away_from_where_it_stood_a_passage_with_look_alikes_needs_words_that_tell_it_apart() -> None:
    away = place(away=400)
    assert agrees(away, anchor(32, 32), 20_000, laid_out_same=True)
    assert not agrees(away, anchor(160, 160), 20_000, laid_out_same=True)
    assert agrees(place(), anchor(160, 160), 20_000, laid_out_same=True)


def test_farther_away_more_is_asked_for() -> None:
    weak = {"before": 0.6, "after": 0.6, "evidence": 40.0}
    unknown = anchor(32, 32, twins=-1)
    near, middle, far = (
        agrees(place(**weak, away=away), unknown, 20_000, laid_out_same=False) for away in (0, 299, 1400)
    )
    assert (near, middle, far) == (True, True, False)


def test_where_nothing_is_remembered_around_it_only_the_words_of_a_longer_passage_count() -> None:
    assert agrees(place(before=0.0, after=0.0), anchor(0, 0, twins=-1), 20_000, laid_out_same=True)
    assert not agrees(place(before=0.0, after=0.0), anchor(0, 0, quote="denied", twins=-1), 20_000, laid_out_same=True)
    assert not agrees(place(quote=0.85, before=0.0, after=0.0), anchor(0, 0, twins=-1), 20_000, laid_out_same=True)
