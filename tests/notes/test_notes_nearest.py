"""The words of a passage's own line: which are known, which stand at a place, and whether they do elsewhere."""

import pytest

from tui.notes.fold import fold
from tui.notes.model import NO_OFFSET, Anchor
from tui.notes.nearest import (
    Line,
    line_of,
    one_side_whole,
    quoted,
    standing,
    stands_elsewhere,
    telling,
)
from tui.notes.weighing import FEWEST, Candidate


def at(text: str, words: str) -> Candidate:
    """The place of some words."""
    start = text.index(words)
    return Candidate(start, start + len(words), 1.0, 1.0, 1.0, 99.0, 1.0, True, 0)


def line(before: str, quote: str, after: str) -> Line:
    return line_of(Anchor(quote, f"\n{before}", f"{after}\n", 1, 1))


def test_a_line_begins_and_ends_with_its_own_words() -> None:
    told = line_of(Anchor("was held", "One line.\nTwo lines.\nKarl ", " in Basra.\nMore.\nAnd more.", 26, 34))
    assert (told.before, told.quote, told.after) == ("karl ", "was held", " in basra.")


@pytest.mark.parametrize(
    ("start", "before"),
    [(300, "weber "), (9, "aul weber "), (10, "weber "), (NO_OFFSET, "aul weber ")],
    ids=["cut in two", "begins the text", "one character behind it", "nobody knows where"],
)
def test_a_word_cut_in_two_where_the_memory_begins_is_left_out(start: int, before: str) -> None:
    assert line_of(Anchor("was held", "aul Weber", " in Basra.\n", start)).before == before.rstrip()
    assert line_of(Anchor("was held", "aul Weber ", " in Basra.\n", start + (start > 0))).before == before


def test_a_word_cut_in_two_where_the_memory_ends_is_left_out_too() -> None:
    assert line_of(Anchor("was held", "\n", " in the town of Basr", 0)).after == " in the town of"
    assert line_of(Anchor("was held", "\n", " in the town of Basr\n", 0)).after == " in the town of basr"


def test_figures_and_capitals_are_what_lines_alike_differ_in() -> None:
    told = line("On 4 May the envoy ", "met Karl Weber", " of iPress in town")
    assert [told.words[number] for number in sorted(told.named)] == ["on", "4", "may", "karl", "weber", "ipress"]


def test_the_passage_has_its_words_and_each_side_the_others() -> None:
    told = line("Karl Weber of Basra ", "there held twice", " before the winter came")
    assert [told.words[number] for number in sorted(quoted(told))] == ["there", "held", "twice"]
    before = frozenset(number for number in telling(told) if number < 4)
    after = frozenset(number for number in telling(told) if number > 6)
    assert one_side_whole(told, before)
    assert one_side_whole(told, after)
    assert not one_side_whole(told, (before | after) - {min(before), max(after)})
    assert not one_side_whole(line("", "was held twice", ""), frozenset({0, 1, 2}))


def test_short_words_tell_nothing_but_figures_do() -> None:
    told = line("The man of 4 had ", "been seen", " at a bar")
    assert [told.words[number] for number in sorted(telling(told))] == ["4", "been", "seen"]


def test_words_that_were_pushed_off_or_mistyped_still_stand_there() -> None:
    told = line("Karl Weber of Basra ", "was held twice", " before the winter came")
    every = telling(told)
    same = fold("Karl Weber of Basra was held twice before the winter came").text
    typed = fold("Karl Webr of Bassra was held twice before the wintr came").text
    other = fold("Paul Ansari of Tirgan was held twice before the guns fell silent").text
    pushed = fold(
        "Karl Weber of Basra, as his neighbours and all who knew him in those years said again and again, "
        "was held twice before the winter came"
    ).text
    for text, held in ((same, "was held"), (typed, "was held"), (pushed, "was held")):
        assert standing(text, told, at(text, held + " twice")) == every
    left = standing(other, told, at(other, "was held twice"))
    assert {told.words[number] for number in left} == {"held", "twice", "before"}


def test_what_was_pushed_off_behind_the_passage_stands_there_too() -> None:
    told = line("Karl Weber of Basra ", "was held twice", " before the winter came")
    between = "as his neighbours and all who knew him in those years said again and again, "
    text = fold(f"Karl Weber of Basra was held twice, {between}before the winter came").text
    assert standing(text, told, at(text, "was held twice")) == telling(told)
    beside = fold(f"Karl Weber of Basra was held twice, {between}was held twice before the winter came").text
    assert standing(beside, told, at(beside, "was held twice")) != telling(told)  # it went with another passage


def test_a_side_is_pushed_off_if_it_has_as_many_letters_as_count() -> None:
    between = "as his neighbours and all who knew him in those years said again and again, "
    for letters, stands in ((FEWEST, True), (FEWEST - 1, False)):
        side = "x" * (letters - 5) + " came"
        told = line("", "was held twice", f" {side}")
        text = fold(f"was held twice, {between}{side}").text
        assert (standing(text, told, at(text, "was held twice")) == telling(told)) is stands


def test_one_telling_word_may_be_a_whole_side() -> None:
    for before, after, held in (("", " twice", 2), ("Twice ", "", 0)):
        told = line(before, "was held", after)
        assert one_side_whole(told, frozenset({held}))
        assert not one_side_whole(told, frozenset({1, 3}))


def test_words_with_three_letters_in_five_alike_are_one_mistyped() -> None:
    told = line("", "came to Basra", " in spring")
    for typed, same in (("basil", True), ("bison", False)):
        text = fold(f"came to {typed} in spring").text
        assert ("basra" in {told.words[number] for number in standing(text, told, at(text, "came to"))}) is same


def test_a_long_line_stands_elsewhere_though_its_words_lie_far_apart() -> None:
    short = "of a to it by an " * 12
    told = line(f"Clerk Karl {short}", "counted the crates", f" {short}before winter")
    here = fold(f"Clerk Karl {short}counted the crates {short}before winter. ").text
    pad = "nothing of note was to be had in any of these. " * 12
    assert stands_elsewhere(here + pad + here, told, at(here, "counted the crates"))


def test_figures_are_never_mistyped() -> None:
    told = line("In 2007 some ", "were held", " at dawn in 1450")
    text = fold("In 2008 some were held at dawn in 1450").text
    left = {told.words[number] for number in standing(text, told, at(text, "were held"))}
    assert left == {"some", "were", "held", "dawn", "1450"}


def test_a_line_stands_elsewhere_where_most_of_its_words_stand_close_together_again() -> None:
    told = line("The clerk Karl Weber ", "counted the crates", " before winter came to Basra")
    here = fold("The clerk Karl Weber counted the crates before winter came to Basra. ").text
    pad = "nothing of note was to be had in any of these. " * 6
    twin = fold("A reader writes: clerk Karl Weber counted crates before winter. ").text
    place = at(here, "counted the crates")
    assert not stands_elsewhere(here + pad, told, place)
    assert stands_elsewhere(here + pad + twin, told, place)
    strewn = "".join(f"{word} {pad}" for word in twin.split())
    assert not stands_elsewhere(here + pad + strewn, told, place)
    few = fold("The clerk counted crates. ").text
    assert not stands_elsewhere(here + pad + few, told, place)
    assert not stands_elsewhere(here + pad + few * 4, told, place)
