"""Sentences end where a reader would stop."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.events.sentences import LONGEST, sentences


def said(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    "one",
    [
        "On Feb. 4, Lt. Gen. Ann Marsh met the U.S. envoy in St. Louis.",
        "The U.S. Army and the U.K. government signed it at 5 p.m. Friday.",
        "J. R. Miller of Acme Inc. Holdings resigned.",
        "“Who goes there?” asked the guard.",
        "It cost $3.5 million (approx. 2.9 million euros) in No. 10.",
        "He paused… and then went on.",
    ],
)
def test_a_shortened_word_does_not_end_a_sentence(one: str) -> None:
    assert said(one) == [one]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("He left. She stayed.", ["He left.", "She stayed."]),
        ("He left the U.S. The others stayed.", ["He left the U.S.", "The others stayed."]),
        ("“We won.” The crowd cheered! Did it?", ["“We won.”", "The crowd cheered!", "Did it?"]),
        ("It ended in 1968. (See below.) More followed.", ["It ended in 1968.", "(See below.)", "More followed."]),
        ("Background on the war\n\nIt began early", ["Background on the war", "It began early"]),
        ("A short head\nThe text begins here.", ["A short head", "The text begins here."]),
        ("- one thing\n- another thing", ["- one thing", "- another thing"]),
        ("It was so. <b>Then</b> it was not.", ["It was so.", "<b>Then</b> it was not."]),
    ],
)
def test_a_sentence_ends_at_a_full_stop_a_blank_line_or_a_list_mark(text: str, wanted: list[str]) -> None:
    assert said(text) == wanted


def test_a_hard_wrapped_sentence_stays_whole() -> None:
    text = "The committee, which had been sitting since the previous spring,\nAgreed on nothing that day."
    assert said(text) == [text]


def test_what_never_stops_is_cut_at_blanks() -> None:
    pieces = said("word " * 3000 + "x" * 5000)
    assert all(len(piece) <= LONGEST for piece in pieces)
    assert {word for piece in pieces[:-3] for word in piece.split()} == {"word"}


@given(st.text(alphabet="ab A.!?…\n”“-—)(1", max_size=200), st.integers(0, 30))
def test_sentences_are_in_order_trimmed_and_lose_nothing_but_blanks(text: str, start: int) -> None:
    start = min(start, len(text))
    spans = list(sentences(text, start))
    assert all(a < b for a, b in spans)
    assert all(text[a:b] == text[a:b].strip() for a, b in spans)
    assert all(one[1] <= two[0] for one, two in pairwise(spans))
    assert "".join("".join(text[a:b].split()) for a, b in spans) == "".join(text[start:].split())
