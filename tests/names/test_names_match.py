"""How mentions are found: longest first, whatever the separators, never inside other words."""

import pytest

from tui.names.match import Matcher

MATCHER = Matcher([("Qods Force", 0), ("Ramazan Corps", 1), ("Force", 2), ("U.S.", 3), ("Kata’ib Hezbollah", 4)])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the Qods Force’s men", [("Qods Force", 0)]),
        ("the Qods-Force", [("Qods-Force", 0)]),
        ("the Qods\nForce", [("Qods\nForce", 0)]),
        ("the Qods\n\nForce", [("Force", 2)]),
        ("the Qods. Forces", []),
        ("in the U.S. today", [("U.S.", 3)]),
        ("by Kata'ib Hezbollah", [("Kata'ib Hezbollah", 4)]),
        ("the Ramazan Corps of the Qods Force", [("Ramazan Corps", 1), ("Qods Force", 0)]),
    ],
)
def test_what_is_found(text: str, found: list[tuple[str, int]]) -> None:
    assert [(text[start:end], owner) for start, end, owner in MATCHER.find(text, {})] == found


def test_what_holds_here_wins_over_what_holds_everywhere() -> None:
    assert MATCHER.find("the Force", {"Force": 7}) == [(4, 9, 7)]
    assert MATCHER.find("the Force", {"Force": -1}) == []


def test_a_long_text_is_taken_apart_window_by_window_without_a_mention_lost_or_doubled() -> None:
    piece = "the Qods Force and the Ramazan Corps, Force U.S. and Kata'ib Hezbollah "
    few = MATCHER.find_words(piece, {})
    found = MATCHER.find_words(piece * 20_000, {})
    assert found == [
        (start + at, end + at, words) for at in range(0, 20_000 * len(piece), len(piece)) for start, end, words in few
    ]
