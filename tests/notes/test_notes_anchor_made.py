"""How much of its surroundings an anchor remembers: a little where that tells it, more where others read alike."""

import pytest

from tui.notes.anchor import State, locate, make

REFRAIN = "and the council voted to adjourn until the next week"


def test_beside_a_passage_that_stands_once_a_little_is_remembered() -> None:
    text = "One thing. " * 9 + "The bridge fell in May." + " Another thing." * 9
    start = text.index("The bridge")
    anchor = make(text, start, start + len("The bridge fell"))
    assert text[:start].endswith(anchor.prefix)
    assert 24 <= len(anchor.prefix) <= 48
    assert 24 <= len(anchor.suffix) <= 48


def test_at_the_ends_of_a_text_all_that_there_is_is_remembered() -> None:
    anchor = make("In May the bridge fell.", 7, 17)
    assert (anchor.prefix, anchor.quote, anchor.suffix) == ("In May ", "the bridge", " fell.")


@pytest.mark.parametrize("wanted", ["Ada", "Bo", "Cy"])
@pytest.mark.parametrize("behind", [True, False])
def test_beside_a_refrain_so_much_is_remembered_as_tells_it_from_the_others(wanted: str, behind: bool) -> None:
    names = ("Ada", "Bo", "Cy")
    same = "the members met and the minutes were read and approved as they stood"
    text = "\n".join(
        f"{REFRAIN}; {same}; {name} spoke." if behind else f"{name} spoke; {same}; {REFRAIN}." for name in names
    )
    line = names.index(wanted)
    start = [at for at in range(len(text)) if text.startswith(REFRAIN, at)][line]
    anchor = make(text, start, start + len(REFRAIN))
    assert anchor.twins == 2
    assert text.count(anchor.prefix + anchor.quote + anchor.suffix) == 1
    later = f"A line that is new.\n{text}"
    found = locate(later, anchor)
    assert found.state in (State.MOVED, State.UNSURE)  # it may ask, but never about another line
    assert found.start == start + len("A line that is new.\n")
