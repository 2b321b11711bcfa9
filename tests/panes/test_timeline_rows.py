"""Promises of the timeline's rows: heads where months begin, and no month where only a year is known."""

import pytest

from tui.corpus.tables import Corpus, EventTable, Facts
from tui.dates.edtf import parse
from tui.model import Event
from tui.panes.density import bars, bounds, spread
from tui.panes.timeline import head_of, rows_of


def corpus_of(*values: str) -> Corpus:
    """A corpus of events with these EDTF dates."""
    events = [
        Event(row, parse(value), 0, row, row + 1, row, value, (), row, "test") for row, value in enumerate(values)
    ]  # fmt: skip
    return Corpus(Facts("t", "t", ()), lambda _: "", events=EventTable(events))


def shown(*values: str) -> list[str]:
    """Heads and headlines of a timeline, in order."""
    corpus = corpus_of(*values)
    rows = rows_of(corpus, range(len(corpus.events)))
    return [head_of(corpus, row) if row < 0 else corpus.events[row].headline for row in rows]


def test_each_month_has_one_head() -> None:
    assert shown("2007-01-26", "2007-01-30", "2007-03") == [
        "January 2007", "2007-01-26", "2007-01-30", "March 2007", "2007-03",
    ]  # fmt: skip


def test_a_year_alone_is_not_january() -> None:
    assert shown("1764", "1766-07-25") == ["1764", "1764", "July 1766", "1766-07-25"]


def test_a_year_beside_a_day_of_its_january_stands_under_the_month() -> None:
    assert shown("2007", "2007-01-01") == ["January 2007", "2007-01-01", "2007"]


def test_a_span_of_months_begins_in_its_first_month_and_a_season_in_its_year() -> None:
    assert shown("2008-03/2008-07")[0] == "March 2008"
    assert shown("2008-21")[0] == "2008"
    assert shown("2007-01~/2007-04~")[0] == "2007"


def test_an_open_beginning_comes_first_under_its_own_head() -> None:
    assert shown("2007-05", "../2006-08-23")[:2] == ["No known beginning", "../2006-08-23"]


def test_years_before_our_era_are_named_as_people_do() -> None:
    assert shown("-0043")[0] == "44 BCE"


@pytest.mark.parametrize(("counts", "drawn"), [([0, 1, 8], " ▁█"), ([0, 0], "  "), ([], ""), ([1000, 1], "█▁")])
def test_anything_above_nothing_is_seen(counts: list[int], drawn: str) -> None:
    assert bars(counts) == drawn


def test_a_lone_outlier_does_not_press_the_rest_into_one_bar() -> None:
    whens = [parse("0105")] + [parse(f"{year}") for year in range(1700, 2000)]
    limits = bounds(whens)
    assert limits is not None
    assert limits[0] > parse("1690").first
    assert sum(spread(whens, *limits, 30)) >= 295
