"""A passage is chosen word by word or sentence by sentence, across paragraphs, and never beyond the text."""

from hypothesis import given
from hypothesis import strategies as st

from tui.reader.choosing import Choice, Unit, begin, reach, step, unit_at

TEXT = "The port\n\nOlsen's ship froze. He sold her.\n\nNobody paid."


def words(choice: Choice | None) -> str:
    assert choice is not None
    return TEXT[slice(*choice.span)]


def test_one_more_and_one_less_word_across_a_paragraph() -> None:
    choice = begin(TEXT, Unit.WORD, (4, 4))
    assert words(choice) == "port"
    assert choice is not None
    more = step(TEXT, step(TEXT, choice, 1), 1)
    assert words(more) == "port\n\nOlsen's ship"
    assert words(step(TEXT, more, -1)) == "port\n\nOlsen's"
    assert words(step(TEXT, choice, -1)) == "The port"


def test_sentences() -> None:
    choice = begin(TEXT, Unit.SENTENCE, (TEXT.index("froze"),) * 2)
    assert words(choice) == "Olsen's ship froze."
    assert choice is not None
    assert words(step(TEXT, choice, 1)) == "Olsen's ship froze. He sold her."
    assert words(step(TEXT, step(TEXT, choice, 1), 1)).endswith("Nobody paid.")


def test_the_other_end_can_walk() -> None:
    choice = begin(TEXT, Unit.WORD, (TEXT.index("ship"), TEXT.index("sold") + 4))
    assert words(choice) == "ship froze. He sold"
    assert choice is not None
    assert words(step(TEXT, choice.swapped(), 1)) == "froze. He sold"


def test_a_choice_reaches_to_an_offset_and_begins_at_what_was_selected() -> None:
    choice = begin(TEXT, Unit.WORD, (0, 3))
    assert choice is not None
    assert words(reach(TEXT, choice, TEXT.index("sold"))) == TEXT[: TEXT.index("sold") + 4]


def test_the_ends_of_the_text_hold() -> None:
    last = begin(TEXT, Unit.WORD, (TEXT.index("paid"),) * 2)
    assert last is not None
    assert step(TEXT, last, 1) == last
    first = begin(TEXT, Unit.SENTENCE, (0, 0))
    assert first is not None
    assert step(TEXT, first, -1) == first
    assert begin("", Unit.WORD, (0, 0)) is None
    assert begin(" \n\n ", Unit.SENTENCE, (1, 1)) is None


@given(st.text(alphabet="ab. \n'’-", max_size=60), st.integers(-1, 70), st.sampled_from(Unit))
def test_a_unit_lies_in_the_text_at_or_after_the_offset(text: str, at: int, unit: Unit) -> None:
    found = unit_at(text, unit, at)
    if found is not None:
        assert 0 <= found[0] < found[1] <= len(text)
        assert found[1] > at


@given(st.text(alphabet="ab. \n'-", max_size=60), st.integers(0, 60), st.sampled_from(Unit))
def test_walking_on_comes_to_an_end_and_walking_back_too(text: str, at: int, unit: Unit) -> None:
    choice = begin(text, unit, (at, at))
    for by in (1, -1):
        while choice is not None and (after := step(text, choice, by)) != choice:
            assert (after.head[0] - choice.head[0]) * by > 0
            choice = after
