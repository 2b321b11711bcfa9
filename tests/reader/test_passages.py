"""What is read out at a time: every word of an article once, in order, and never too much in one breath."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tui.reader.passages import LONGEST, Passage, passage_at, passages_of
from tui.reader.shapes import Block
from tui.reader.sheet import Sheet


def cut(text: str, *blocks: Block, measure: int = 0) -> list[Passage]:
    return passages_of(Sheet(text, blocks or (Block("body", 0, len(text)),), measure=measure))


def test_paragraphs_are_read_one_by_one_without_blank_lines() -> None:
    text = "One.\n\n\n  Two  words.\nThree.\n"
    assert [(one.words, text[one.start : one.end]) for one in cut(text)] == [
        *(("One.", "One."), ("Two words.", "Two  words."), ("Three.", "Three."))
    ]


def test_lines_broken_by_hand_are_read_as_one_paragraph() -> None:
    lines = [f"{'word ' * 13}end{number}" for number in range(8)]
    text = "\n".join(lines) + "\n\nThe next."
    assert [one.words.count("end") for one in cut(text, measure=69)] == [8, 0]


def test_lines_of_code_are_read_as_they_are() -> None:
    [code] = cut("if x:\n    y()\n", Block("code", 0, 14, flows=False))
    assert code.words == "if x:\n    y()"


def test_words_of_our_own_stand_nowhere_in_the_text() -> None:
    title, blank = Block("title", 0, 0, "A title"), Block("meta", 0, 0, " ")
    shown = cut("Words.", title, blank, Block("body", 0, 6))
    assert [(one.words, one.ours) for one in shown] == [("A title", True), ("Words.", False)]


def test_a_place_belongs_to_the_passage_that_holds_it() -> None:
    shown = cut("One.\n\nTwo.\n\nThree.", Block("title", 0, 0, "A title"), Block("body", 0, 18))
    assert [shown[passage_at(shown, at)].words for at in (0, 3, 5, 6, 9, 17, 99)] == [
        *("One.", "One.", "One.", "Two.", "Two.", "Three.", "Three.")
    ]


def test_a_long_paragraph_is_cut_where_sentences_end() -> None:
    text = "A sentence that says little. " * 200
    shown = cut(text)
    assert len(shown) > 3
    assert all(one.end - one.start <= LONGEST and one.words.endswith(".") for one in shown)


@given(st.text(alphabet="ab. \n-", max_size=400), st.integers(0, 90))
def test_every_word_is_read_once_and_in_order(text: str, measure: int) -> None:
    shown = cut(text, measure=measure)
    assert "".join("".join(one.words.split()) for one in shown) == "".join(text.split())
    assert all(one.start < one.end for one in shown)
    assert all(first.end <= then.start for first, then in pairwise(shown))
