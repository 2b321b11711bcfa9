"""Sequences made when asked for are sequences, and columns say of events what the events say."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.corpus.columns import EventColumns
from tui.corpus.made import Ahead
from tui.corpus.roll import Handed
from tui.dates.edtf import parse
from tui.model import Event


@given(st.lists(st.integers(0, 9)), st.lists(st.integers(0, 9)), st.integers(-25, 25))
def test_items_there_and_items_made_are_one_sequence(there: list[int], more: list[int], at: int) -> None:
    whole = there + more
    made = Ahead(there, len(more), more.__getitem__)
    assert (len(made), list(made), made[at:], made[::-2]) == (len(whole), whole, whole[at:], whole[::-2])
    assert made == whole
    assert made != [*whole, 0]
    assert made != 7
    if -len(whole) <= at < len(whole):
        assert made[at] == whole[at]
    else:
        with pytest.raises(IndexError):
            made[at]


def test_a_column_that_comes_itself_is_read_as_one_that_lies_in_a_file() -> None:
    assert list(Handed("I", "", (7).to_bytes(4, "little") + (9).to_bytes(4, "little"), 2).opened()) == [7, 9]


@pytest.fixture
def columns() -> EventColumns:
    event: Callable[[int, str, str], Event] = lambda at, date, words: Event(  # noqa: E731 - three of a kind
        at, parse(date), 0, 0, 9, 0, words, (), at, "test", at == 2
    )
    return EventColumns([event(0, "2007-01", "The Raid"), event(1, "2007-01", "Talks"), event(2, "2007~", "It Ended")])


def test_a_line_is_the_date_in_words_and_the_headline(columns: EventColumns) -> None:
    assert columns.lines == ["Jan 2007 The Raid", "Jan 2007 Talks", "about 2007 It Ended"]
    assert columns.plain_lines == ["jan 2007 the raid", "jan 2007 talks", "about 2007 it ended"]
    assert columns.plain_headlines == ["the raid", "talks", "it ended"]
