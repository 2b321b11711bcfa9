"""Promises of the timeline's rows: every event once, under its month and year, found again however it is folded."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made import Told, corpus_of

from tui.corpus.tables import Corpus
from tui.reader.chronicle import Chronicle, Sort, Zoom


def chronicle_of(corpus: Corpus, zoom: Zoom = Zoom.DAY, *opened: tuple[str, int, int]) -> Chronicle:
    chronicle = Chronicle(corpus, range(len(corpus.events)))
    chronicle.lay(zoom, frozenset(opened))
    return chronicle


def shown(chronicle: Chronicle) -> list[str]:
    """Words of every row, in order."""
    said = []
    for row, value in enumerate(chronicle.rows):
        line = chronicle.line(row)
        if line is None:
            said.append(chronicle.corpus.events[value].headline)
        else:
            said.append(f"{line.merely[1] - line.merely[0]} reported" if line.sort is Sort.REPORTED else line.words)
    return said


def heads(*dates: str) -> list[str]:
    return shown(chronicle_of(corpus_of(*dates)))


def test_each_month_has_one_head() -> None:
    assert heads("2007-01-26", "2007-01-30", "2007-03") == [
        "January 2007", "2007-01-26", "2007-01-30", "March 2007", "2007-03",
    ]  # fmt: skip


def test_a_year_alone_is_not_january() -> None:
    assert heads("1764", "1766-07-25") == ["1764", "1764", "July 1766", "1766-07-25"]


def test_a_year_beside_a_day_of_its_january_stands_under_the_month() -> None:
    assert heads("2007-01-01", "2007") == ["January 2007", "2007-01-01", "2007"]


def test_a_span_of_months_begins_in_its_first_month_and_a_season_in_its_year() -> None:
    assert heads("2008-03/2008-07")[0] == "March 2008"
    assert heads("2008-21")[0] == "2008"
    assert heads("2007-01~/2007-04~")[0] == "2007"


def test_an_open_beginning_comes_first_under_its_own_head() -> None:
    assert heads("../2006-08-23", "2007-05")[:2] == ["No known beginning", "../2006-08-23"]


def test_years_before_our_era_are_named_as_people_do() -> None:
    assert heads("-0043")[0] == "44 BCE"


def test_what_is_told_twice_is_one_row() -> None:
    corpus = corpus_of(Told("2007-01-01", "first"), Told("2007-01-01", "again", 1, same=0), Told("2007-02", "other"))
    assert shown(chronicle_of(corpus)) == ["January 2007", "first", "February 2007", "other"]


def test_what_was_merely_reported_is_folded_under_one_line_a_month_until_it_is_opened() -> None:
    said, told = (Told(f"2007-01-{day}", word, reported=True) for day, word in (("05", "said"), ("06", "told")))
    corpus = corpus_of(Told("2007-01-01", "dated"), said, told)
    assert shown(chronicle_of(corpus)) == ["January 2007", "dated", "2 reported"]
    opened = chronicle_of(corpus, Zoom.DAY, ("reported", 2007, 1))
    assert shown(opened) == ["January 2007", "dated", "2 reported", "said", "told"]


def test_a_report_of_what_another_source_dates_makes_no_row_of_its_own() -> None:
    corpus = corpus_of(Told("2007-01-01", "dated"), Told("2007-01-05", "said", 1, same=0, reported=True))
    assert shown(chronicle_of(corpus)) == ["January 2007", "dated"]


def test_by_month_a_month_is_one_line_under_its_year_and_opens() -> None:
    corpus = corpus_of("2007-01-26", "2007-01-30", "2007-03", "2009")
    assert shown(chronicle_of(corpus, Zoom.MONTH)) == ["2007", "January 2007", "March 2007", "2009", "2009"]
    opened = chronicle_of(corpus, Zoom.MONTH, ("month", 2007, 1))
    assert shown(opened)[:4] == ["2007", "January 2007", "2007-01-26", "2007-01-30"]


def test_by_year_a_year_is_one_line_that_opens_to_months_that_open_to_events() -> None:
    corpus = corpus_of("2007-01-26", "2007-03", "2009")
    assert shown(chronicle_of(corpus, Zoom.YEAR)) == ["2007", "2009"]
    opened = chronicle_of(corpus, Zoom.YEAR, ("year", 2007, 0), ("month", 2007, 3))
    assert shown(opened) == ["2007", "January 2007", "March 2007", "2007-03", "2009"]


@given(
    st.lists(st.tuples(st.integers(1900, 1904), st.integers(1, 12), st.booleans()), max_size=30).map(sorted),
    st.sampled_from(Zoom),
    st.sets(st.tuples(st.sampled_from(["year", "month", "reported"]), st.integers(1900, 1904), st.integers(0, 12))),
)
def test_every_event_is_found_in_its_row_or_in_the_closed_line_that_hides_it(
    told: list[tuple[int, int, bool]], zoom: Zoom, opened: set[tuple[str, int, int]]
) -> None:
    corpus = corpus_of(*(Told(f"{year}-{month:02}", reported=merely) for year, month, merely in told))
    chronicle = chronicle_of(corpus, zoom, *opened)
    for event in corpus.events:
        row = chronicle.row_of(event.id)
        assert row is not None
        if chronicle.rows[row] >= 0:
            assert chronicle.rows[row] == event.id
        else:
            line = chronicle.line(row)
            assert line is not None
            assert not line.is_open
            begin, end = line.merely if event.reported else line.told
            assert event.id in (chronicle.merely if event.reported else chronicle.told)[begin:end]
            assert event.id not in chronicle.rows


@pytest.mark.parametrize(("day", "headline"), [("2006-01-01", "2007-01-26"), ("2007-02", "2007-03"), ("2011", "2009")])
def test_a_day_leads_to_the_first_event_from_then_on_else_to_the_last(day: str, headline: str) -> None:
    from tui.dates.edtf import parse

    chronicle = chronicle_of(corpus_of("2007-01-26", "2007-03", "2009"))
    row = chronicle.row_from(parse(day).first)
    assert row is not None
    assert shown(chronicle)[row] == headline


def test_without_events_there_are_no_rows() -> None:
    chronicle = chronicle_of(corpus_of())
    assert list(chronicle.rows) == []
    assert chronicle.row_from(700_000) is None


def test_what_a_line_stands_for_is_told_or_merely_reported_and_strangers_have_no_row() -> None:
    corpus = corpus_of("../1920", Told("1921-05", "a"), Told("1921-05-04", "b", reported=True), Told("1921-06", "c"))
    chronicle = chronicle_of(corpus)
    lines = [line for row in range(len(chronicle.rows)) if (line := chronicle.line(row)) is not None]
    merely = next(line for line in lines if line.sort is Sort.REPORTED)
    assert [corpus.events[event].headline for event in chronicle.events_under(merely)] == ["b"]
    june = next(line for line in lines if line.words == "June 1921")
    assert [corpus.events[event].headline for event in chronicle.events_under(june)] == ["c"]
    assert lines[0].words == lines[0].year_words
    assert chronicle.row_of(99) is None
