"""What the evidence for a place is enough for: the few rules that can be said in a sentence."""

from typing import Any

import pytest

from tui.notes.judging import agrees, foremost, may_be, rivals, stayed, told_from_twins
from tui.notes.model import Anchor
from tui.notes.weighing import Candidate

LONG = "denied the report in every point of it"


def place(
    *, quote: float = 1.0, before: float = 1.0, after: float = 1.0, evidence: float = 99.0, away: int = 0,
    lesser: float | None = None, kept: bool = False,
) -> Candidate:  # fmt: skip
    return Candidate(
        500, 540, quote, before, after, evidence, min(before, after) if lesser is None else lesser, kept, away
    )


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
    weak: dict[str, Any] = {"before": 0.6, "after": 0.6, "evidence": 40.0}
    unknown = anchor(32, 32, twins=-1)
    near, middle, far = (
        agrees(place(**weak, away=away), unknown, 20_000, laid_out_same=False) for away in (0, 299, 1400)
    )
    assert (near, middle, far) == (True, True, False)


def test_where_nothing_is_remembered_around_it_only_the_words_of_a_longer_passage_count() -> None:
    assert agrees(place(before=0.0, after=0.0), anchor(0, 0, twins=-1), 20_000, laid_out_same=True)
    assert not agrees(place(before=0.0, after=0.0), anchor(0, 0, quote="denied", twins=-1), 20_000, laid_out_same=True)
    assert not agrees(place(quote=0.85, before=0.0, after=0.0), anchor(0, 0, twins=-1), 20_000, laid_out_same=True)


@pytest.mark.parametrize(
    ("facts", "same"),
    [
        ({}, True), ({"away": 16}, True), ({"away": 17}, False), ({"quote": 0.6}, True), ({"quote": 0.59}, False),
        ({"before": 0.0, "after": 0.8}, True), ({"before": 0.79, "after": 0.79}, False),
        ({"evidence": 36.0}, True), ({"evidence": 35.9}, False),
    ],
)  # fmt: skip
def test_a_passage_stayed_where_it_and_one_side_are_what_stood_there(facts: dict[str, Any], same: bool) -> None:
    assert stayed(place(**facts)) is same


def test_what_is_worth_asking_about_says_most_of_the_words_or_has_one_side_of_them() -> None:
    bare: dict[str, Any] = {"before": 0.0, "after": 0.0}
    assert may_be(place(quote=0.6, **bare))
    assert not may_be(place(quote=0.59, **bare))
    assert may_be(place(quote=0.35, before=0.5, after=0.5))
    assert not may_be(place(quote=0.35, before=0.5, after=0.49))
    assert not may_be(place(quote=0.34))


def test_the_foremost_place_is_the_one_that_stayed_or_moved_far_less_for_nearly_as_much() -> None:
    best = place(evidence=80.0, away=1000)
    there = place(evidence=40.0)
    assert foremost([best, there]) is there
    assert foremost([place(evidence=80.0), there]).evidence == 80.0  # both stayed
    nearer: dict[str, Any] = {"before": 0.6, "after": 0.6, "evidence": 66.0}
    assert foremost([best, one := place(**nearer, away=299)]) is one
    assert foremost([best, place(**nearer, away=300)]) is best
    assert foremost([best, place(**{**nearer, "evidence": 65.9}, away=299)]) is best
    assert foremost([best, place(**{**nearer, "after": 0.49}, away=299)]) is best
    assert foremost([best, place(**nearer, quote=0.4, away=299)]) is best


def test_the_very_same_words_elsewhere_always_make_a_place_doubtful() -> None:
    assert rivals(place(away=5000), place())
    framed: dict[str, Any] = {"before": 0.96, "after": 0.96}
    assert rivals(place(quote=0.5, evidence=10.0, away=5000, **framed), place(quote=0.99, **framed))
    assert not rivals(place(quote=0.49, evidence=10.0, away=5000, **framed), place(quote=0.99, **framed))
    assert not rivals(place(quote=0.9, evidence=10.0, away=5000, **framed), place(quote=1.0, **framed))
    assert not rivals(place(quote=0.5, evidence=10.0, away=5000, before=0.94, after=0.96), place(quote=0.99, **framed))


def test_a_place_that_stayed_gives_way_to_its_equals_alone() -> None:
    best = place(quote=0.95, before=0.9, after=0.9, evidence=60.0)
    weak: dict[str, Any] = {"quote": 0.94, "before": 0.9, "after": 0.2, "away": 700}
    assert not rivals(place(evidence=99.0, **weak), best)
    assert rivals(place(evidence=59.0, **{**weak, "quote": 0.95}), best)
    assert not rivals(place(evidence=58.9, **{**weak, "quote": 0.95}), best)
    assert rivals(place(evidence=40.0, **{**weak, "away": 3}), best)  # it stayed too
    torn = place(quote=0.95, before=0.9, after=0.1, evidence=60.0)
    assert rivals(place(quote=0.9, before=0.1, after=0.8, evidence=30.0, away=700), torn)
    assert not rivals(place(quote=0.89, before=0.1, after=0.8, evidence=30.0, away=700), torn)
    assert not rivals(place(quote=0.9, before=0.1, after=0.79, evidence=30.0, away=700), torn)
    assert not rivals(place(quote=0.9, before=0.1, after=0.8, evidence=30.0, away=700), best)  # nothing torn off it


@pytest.mark.parametrize(
    ("other", "best", "doubtful"),
    [
        ({"evidence": 98.5, "away": 1900}, {"away": 500}, True),
        ({"evidence": 98.5, "away": 1901}, {"away": 500}, False),
        ({"evidence": 98.5, "away": 1901}, {"away": 500, "before": 0.49}, True),
        ({"evidence": 98.5, "away": 1599}, {"away": 300, "before": 0.49}, True),
        ({"evidence": 98.5, "away": 1600}, {"away": 300, "before": 0.49}, False),
        ({"evidence": 60.0, "away": 99, "before": 0.75, "after": 0.75}, {"away": 500, "quote": 0.9}, True),
        ({"evidence": 60.0, "away": 100, "before": 0.75, "after": 0.75}, {"away": 500, "quote": 0.9}, False),
        ({"evidence": 60.0, "away": 99, "before": 0.75, "after": 0.74}, {"away": 500, "quote": 0.9}, False),
        ({"evidence": 60.0, "away": 99, "before": 0.9, "after": 0.9}, {"away": 500}, False),
        ({"evidence": 25.0, "away": 16, "before": 0.2, "after": 0.2}, {"away": 500}, True),
        ({"evidence": 24.0, "away": 16, "before": 0.2, "after": 0.2}, {"away": 500}, False),
        ({"evidence": 25.0, "away": 17, "before": 0.2, "after": 0.2}, {"away": 500}, False),
        ({"evidence": 25.0, "away": 16, "before": 0.2, "after": 0.2, "quote": 0.99}, {"away": 500}, False),
        ({"evidence": 70.0, "away": 99, "before": 0.2, "after": 0.2, "quote": 0.5}, {"away": 500}, True),
        ({"evidence": 69.0, "away": 99, "before": 0.2, "after": 0.2, "quote": 0.5}, {"away": 500}, False),
        ({"evidence": 70.0, "away": 99, "before": 0.2, "after": 0.2, "quote": 0.49}, {"away": 500}, False),
        ({"evidence": 90.0, "away": 500, "before": 0.9}, {"away": 500}, False),
        ({"evidence": 90.0, "away": 499, "before": 0.9}, {"away": 500}, True),
        ({"evidence": 90.0, "away": 500, "before": 0.9}, {"away": 500, "quote": 0.9}, True),
        ({"evidence": 87.0, "away": 500, "before": 0.9}, {"away": 500, "quote": 0.9}, False),
        ({"evidence": 90.0, "away": 500, "before": 0.9, "quote": 0.49}, {"away": 500, "quote": 0.9}, False),
    ],
)  # fmt: skip
def test_of_two_places_that_moved_the_farther_must_say_more(
    other: dict[str, Any], best: dict[str, Any], doubtful: bool
) -> None:
    # Nothing of the other one is the very same, so that only what is said of it here counts.
    assert rivals(place(**{"before": 0.9, **other}), place(**{"evidence": 99.5, **best})) is doubtful


@pytest.mark.parametrize(
    ("facts", "held", "believed"),
    [
        ({"quote": 0.74, "before": 1.0, "after": 0.3}, anchor(32, 32), False),  # half said, with one side alone
        ({"quote": 0.75, "before": 1.0, "after": 0.3}, anchor(32, 32), True),
        ({"quote": 0.74, "before": 1.0, "after": 0.35}, anchor(32, 32), True),
        ({"quote": 0.5, "before": 1.0, "after": 0.35}, anchor(32, 32, quote="denied"), False),
        ({"quote": 0.51, "before": 1.0, "after": 0.35}, anchor(32, 32, quote="denied"), True),
        ({"quote": 1.0, "before": 1.0, "after": 0.05}, anchor(32, 32, quote="denied"), False),  # the side is gone
        ({"quote": 1.0, "before": 1.0, "after": 0.1}, anchor(32, 32, quote="denied"), True),
        ({"quote": 0.42}, anchor(32, 32), True),  # everything around it is as it was
        ({"quote": 0.41}, anchor(32, 32), False),
        ({"quote": 0.41, "kept": True}, anchor(32, 32), True),
        ({"quote": 0.42, "after": 0.89}, anchor(32, 32), False),
        ({"before": 0.49, "after": 0.49, "evidence": 34.0}, anchor(160, 160, twins=-1), True),
        ({"before": 0.49, "after": 0.49, "evidence": 33.9}, anchor(160, 160, twins=-1), False),
        ({"away": 17, "before": 0.8, "after": 0.34}, anchor(160, 160, twins=-1), True),
        ({"away": 17, "before": 0.79, "after": 0.34}, anchor(160, 160, twins=-1), False),
        ({"away": 16, "before": 0.79, "after": 0.34}, anchor(160, 160, twins=-1), True),
    ],
)  # fmt: skip
def test_words_and_surroundings_together_are_enough_or_not(facts: dict[str, Any], held: Anchor, believed: bool) -> None:
    assert agrees(place(**facts), held, 20_000, laid_out_same=False) is believed


@pytest.mark.parametrize(
    ("facts", "believed"),
    [({}, True), ({"quote": 0.89}, False), ({"before": 0.9}, True), ({"before": 0.89}, False), ({"away": 300}, True),
     ({"away": 300, "quote": 0.89, "before": 0.89}, True)],
)  # fmt: skip
def test_a_passage_of_which_so_much_was_remembered_is_believed_far_away_with_all_of_it_alone(
    facts: dict[str, Any], believed: bool
) -> None:
    far = place(**{"away": 301, **facts})
    assert agrees(far, anchor(160, 160, twins=-1), 20_000, laid_out_same=False) is believed


UNKNOWN = anchor(32, 32, twins=-1)
SHORT = anchor(32, 32, quote="denied the report", twins=0)


@pytest.mark.parametrize(
    ("facts", "held", "length", "same", "asked"),
    [
        # How far it is from where it stood.
        ({"away": 16}, UNKNOWN, 20_000, False, 20.0),
        ({"away": 17}, UNKNOWN, 20_000, False, 34.0),
        ({"away": 300}, UNKNOWN, 20_000, False, 34.0),
        ({"away": 301}, UNKNOWN, 20_000, False, 46.0),
        ({"away": 800}, UNKNOWN, 20_000, False, 46.0),
        ({"away": 801}, UNKNOWN, 20_000, False, 52.0),
        ({"away": 1500}, UNKNOWN, 20_000, False, 52.0),
        ({"away": 1501}, UNKNOWN, 20_000, False, 90.0),
        # In a long text as many characters are not as far, and lines that break where they did are a sign.
        ({"away": 1800}, UNKNOWN, 30_000, False, 60.0),
        ({"away": 1801}, UNKNOWN, 30_000, False, 90.0),
        ({"away": 1501}, UNKNOWN, 20_000, True, 60.0),
        ({"away": 1800}, UNKNOWN, 30_000, True, 50.0),
        # Words that are not quite those of old.
        ({"away": 0, "quote": 0.83}, UNKNOWN, 20_000, False, 20.0),
        ({"away": 0, "quote": 0.82}, UNKNOWN, 20_000, False, 50.0),
        ({"away": 300, "quote": 0.82}, UNKNOWN, 20_000, False, 50.0),
        ({"away": 301, "quote": 0.82}, UNKNOWN, 20_000, False, 62.0),
        # What the text's beginning or end cut off is not held against it.
        ({"away": 801}, anchor(24, 24, twins=-1), 20_000, False, 52.0),
        ({"away": 801}, anchor(12, 12, twins=-1), 20_000, False, 49.6),
        ({"away": 801}, anchor(8, 8, twins=-1), 20_000, False, 43.2),
        ({"away": 16}, anchor(8, 8, twins=-1), 20_000, False, 20.0),
        # Both its surroundings, or words that tell it from its look-alikes, wherever it is.
        ({"away": 5000, "before": 0.8, "after": 0.8}, SHORT, 20_000, False, 60.0),
        ({"away": 5000, "before": 0.79, "after": 0.8}, SHORT, 20_000, False, 90.0),
        ({"away": 5000, "before": 0.8, "after": 0.8, "quote": 0.8}, SHORT, 20_000, False, 60.0),
        ({"away": 5000, "before": 0.8, "after": 0.8, "quote": 0.79}, SHORT, 20_000, False, 90.0),
        ({"away": 5000, "before": 0.8, "after": 0.8}, UNKNOWN, 20_000, False, 90.0),
        ({"away": 5000, "before": 0.8}, anchor(32, 32, twins=1), 20_000, False, 42.0),
    ],
)  # fmt: skip
def test_so_much_evidence_is_asked_for_and_no_more(
    facts: dict[str, Any], held: Anchor, length: int, same: bool, asked: float
) -> None:
    told = {"before": 0.6, "after": 0.6, **facts}
    assert agrees(place(**told, evidence=asked + 0.01), held, length, laid_out_same=same)
    assert not agrees(place(**told, evidence=asked - 0.01), held, length, laid_out_same=same)


def test_far_away_words_that_are_not_the_very_same_need_both_sides() -> None:
    facts: dict[str, Any] = {"away": 1501, "after": 0.9, "evidence": 99.0}
    assert not agrees(place(quote=0.96, before=0.49, **facts), UNKNOWN, 20_000, laid_out_same=False)
    assert agrees(place(quote=0.96, before=0.5, **facts), UNKNOWN, 20_000, laid_out_same=False)
    assert agrees(place(quote=0.97, before=0.49, **facts), UNKNOWN, 20_000, laid_out_same=False)
    assert agrees(place(quote=0.96, before=0.49, **{**facts, "away": 1500}), UNKNOWN, 20_000, laid_out_same=False)


def test_a_passage_nothing_read_like_is_believed_alone_from_a_length_and_a_likeness_on() -> None:
    bare: dict[str, Any] = {"before": 0.0, "after": 0.0, "evidence": 0.0, "away": 9000}
    for quote, like, believed in (("x" * 24, 0.9, True), ("x" * 23, 0.9, False), ("x" * 24, 0.89, False)):
        found = agrees(place(quote=like, **bare), anchor(32, 32, quote=quote, twins=0), 20_000, laid_out_same=False)
        assert found is believed


def test_where_nobody_knows_of_look_alikes_and_much_is_remembered_far_off_all_of_it_must_be_there() -> None:
    far: dict[str, Any] = {"away": 301, "evidence": 99.0}
    wide = anchor(41, 32, twins=-1)
    assert agrees(place(quote=0.9, before=0.95, after=0.95, **far), wide, 20_000, laid_out_same=False)
    assert not agrees(place(quote=0.9, before=0.94, after=0.95, **far), wide, 20_000, laid_out_same=False)
    assert not agrees(place(quote=0.89, before=1.0, after=1.0, **far), wide, 20_000, laid_out_same=False)
    assert agrees(place(quote=0.89, before=0.9, after=0.9, **far), UNKNOWN, 20_000, laid_out_same=False)


def test_rivals_at_their_bounds() -> None:
    farther: dict[str, Any] = {"evidence": 98.5, "before": 0.9}
    assert rivals(place(**farther, away=1604), place(evidence=99.5, away=301, before=0.49))
    assert not rivals(place(**farther, away=1604), place(evidence=99.5, away=300, before=0.49))
    assert rivals(place(evidence=88.0, away=500, before=0.9), place(evidence=100.0, away=500, quote=0.9))
    assert not rivals(place(evidence=87.9, away=500, before=0.9), place(evidence=100.0, away=500, quote=0.9))


def test_a_passage_that_stood_at_the_very_beginning_is_known_to_have_stood_there() -> None:
    first = Anchor(LONG, "", "y" * 32, 0, len(LONG), -1)
    unplaced = Anchor(LONG, "", "y" * 32, -1, -1, -1)
    near = place(before=0.0, after=0.9, evidence=40.0, lesser=0.9)
    assert agrees(near, first, 20_000, laid_out_same=False)
    assert not agrees(near, unplaced, 20_000, laid_out_same=False)


def test_what_is_said_at_the_bounds_of_being_enough() -> None:
    away: dict[str, Any] = {"away": 17, "after": 0.7, "evidence": 99.0}
    assert agrees(place(before=0.5, **away), anchor(160, 160, twins=-1), 20_000, laid_out_same=False)
    assert not agrees(place(before=0.49, **away), anchor(160, 160, twins=-1), 20_000, laid_out_same=False)
    torn: dict[str, Any] = {"before": 1.0, "after": 0.05}
    assert agrees(place(**torn), anchor(32, 32, quote="x" * 12), 20_000, laid_out_same=False)
    assert not agrees(place(**torn), anchor(32, 32, quote="x" * 11), 20_000, laid_out_same=False)
    assert agrees(place(away=16), anchor(160, 160, twins=1), 20_000, laid_out_same=True)
    assert not agrees(place(away=17), anchor(160, 160, twins=1), 20_000, laid_out_same=True)
    best = place(evidence=100.0, away=500, quote=0.9)
    assert rivals(place(evidence=90.0, away=500, before=0.9, quote=0.5), best)
    assert not rivals(place(evidence=90.0, away=500, before=0.9, quote=0.49), best)
