"""What a clause counts is read with its noun and what was done."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.events.counted import counts


@pytest.mark.parametrize(
    ("clause", "wanted"),
    [
        ("Five US soldiers were killed", [(5, "soldiers", "kill", False)]),
        ("Troops seized 1,200 rockets in the raid", [(1200, "rockets", "capture", False)]),
        ("More than 2,000 members were killed", [(2000, "members", "kill", True)]),
        ("Twenty-seven cell members were killed", [(27, "members", "kill", False)]),
        ("They freed five British contractors", [(5, "contractors", "release", False)]),
        ("In 2007 he waited three days for $5 million and one man", []),
        ("A dozen men", [(12, "men", "", False)]),
    ],
)
def test_counts_come_with_noun_and_deed(clause: str, wanted: list[tuple[int, str, str, bool]]) -> None:
    assert [(count.number, count.noun, count.action, count.rough) for count in counts(clause)] == wanted


@given(st.text(alphabet="five 125,men sold-killed were", max_size=60))
def test_counts_are_always_more_than_one_of_a_word_in_the_clause(clause: str) -> None:
    assert all(count.number > 1 and count.noun in clause for count in counts(clause))


def test_what_follows_the_noun_is_no_part_of_it() -> None:
    assert [(count.number, count.noun) for count in counts("officers seized 40 rifles aboard the Maria Stella")] == [
        (40, "rifles")
    ]
