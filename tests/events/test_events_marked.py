"""What is found in articles marked by hand does not fall below what it was."""

from pathlib import Path

import pytest
from marked_scores import Scores, score

_MARKED = Path(__file__).parent / "marked"


@pytest.fixture(scope="module", params=["tuned", "apart"])
def read(request: pytest.FixtureRequest) -> tuple[str, Scores]:
    """A folder's name and its scores."""
    return request.param, score(_MARKED / request.param)


def test_dated_statements_have_a_row_of_the_right_date(read: tuple[str, Scores]) -> None:
    _, scores = read
    assert scores.told >= 0.98 * scores.statements
    assert scores.dated >= 0.93 * scores.statements
    assert 0.9 <= scores.rows / scores.statements <= 1.3


def test_what_two_articles_tell_becomes_one_event(read: tuple[str, Scores]) -> None:
    name, scores = read
    assert scores.merged >= {"tuned": 18, "apart": 9}[name]
    assert scores.mistaken <= {"tuned": 0, "apart": 2}[name]


def test_planted_contradictions_are_found_and_look_alikes_are_not(read: tuple[str, Scores]) -> None:
    name, scores = read
    assert scores.flagged >= {"tuned": 6, "apart": 3}[name]
    assert scores.true_flags >= 0.6 * scores.flags
    assert scores.alike == 0


def test_what_became_of_people_is_told_rightly(read: tuple[str, Scores]) -> None:
    name, scores = read
    assert scores.right >= {"tuned": 0.95, "apart": 0.85}[name] * scores.claimed
    assert scores.found >= {"tuned": 0.8, "apart": 0.75}[name] * scores.statuses


def test_the_marks_hold_enough_to_judge_by() -> None:
    both = [score(_MARKED / name) for name in ("tuned", "apart")]
    assert sum(one.statements for one in both) >= 250
    assert sum(one.contradictions for one in both) >= 12
