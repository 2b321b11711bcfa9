"""Misspelt words are found without walking the whole list."""

from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from tui.jump.slips import apart, one_off, slips, two_off, wholly


def near(known: list[str], typed: str) -> set[str]:
    return {known[at] for low, high in [*one_off(known, typed), *two_off(known, typed)] for at in range(low, high)}


words = st.lists(st.text(alphabet="abdk", min_size=1, max_size=8), unique=True, max_size=40).map(sorted)


@given(words, st.text(alphabet="abdk", min_size=3, max_size=5))
def test_every_word_one_slip_away_is_found_but_the_start_itself(known: list[str], typed: str) -> None:
    found = near(known, typed)
    wanted = [word for word in known if OSA.distance(typed, word) == 1 and word != typed[:-1]]
    assert all(word in found or word.startswith(typed) for word in wanted)


@given(words, st.text(alphabet="abdk", min_size=6, max_size=9))
def test_every_word_two_slips_away_is_found_if_its_first_half_has_at_most_one(known: list[str], typed: str) -> None:
    found = near(known, typed)
    half = min(4, len(typed) // 2)
    wanted = [word for word in known if word.startswith(typed[:half]) and OSA.distance(typed, word) <= 2]
    assert all(word in found for word in wanted)


@given(words, st.text(alphabet="abdk", min_size=3, max_size=9))
def test_nothing_further_off_is_found(known: list[str], typed: str) -> None:
    most = 1 if len(typed) < 6 else 2
    assert all(slips(typed, word, most) <= most for word in near(known, typed))


@given(words, st.text(alphabet="abdk", min_size=1, max_size=9))
def test_words_that_are_the_whole_of_one_are_told_apart_by_their_slips(known: list[str], typed: str) -> None:
    told = [{known[low] for low, _ in ranges} for ranges in wholly(known, [(0, len(known))], typed)]
    assert told == [{word for word in known if OSA.distance(typed, word) == off} for off in range(3)]


@given(st.text(alphabet="abc", min_size=1), st.text(alphabet="abc"), st.integers(1, 2))
def test_slips_count_what_turns_a_word_into_a_start_of_another(word: str, other: str, most: int) -> None:
    ends = range(max(1, len(word) - most), len(other) + 1)
    wanted = min((OSA.distance(word, other[:end]) for end in ends), default=most + 1)
    assert slips(word, other, most) == min(wanted, most + 1)


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20)).map(sorted).map(tuple)))
def test_ranges_apart_cover_the_same_positions_once(ranges: list[tuple[int, int]]) -> None:
    covered = [at for low, high in apart(ranges) for at in range(low, high)]
    assert covered == sorted({at for low, high in ranges for at in range(low, high)})
