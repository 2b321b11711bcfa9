"""The timeline's own keys: zoom and folds, the filter with its counts, the strip; the reader's place is never lost."""

import pytest
from test_conflicts_shown import head_of
from test_desk import corpus_of, opened
from textual.pilot import Pilot
from textual.widgets import Input

from tui import paths
from tui.app import Backstory
from tui.dates.edtf import parse
from tui.desk.desk import Desk
from tui.dialogs.sift import OfferRows, Sift
from tui.panes.density import Density
from tui.panes.lines import StatusLine
from tui.panes.page import Page
from tui.panes.timeline import TimelinePane
from tui.reader.chronicle import Sort, Zoom
from tui.reader.place import Goto


def timeline_of(desk: Desk) -> TimelinePane:
    return desk.query_one(TimelinePane)


def sorts(desk: Desk) -> list[str]:
    """What each row is: an event, or the sort of line."""
    rows = timeline_of(desk).view
    return [str(getattr(rows.line(row), "sort", "event")) for row in range(rows.count())]


def told(desk: Desk) -> list[int]:
    rows = timeline_of(desk).view
    return [event for row in range(rows.count()) if (event := rows.event(row)) is not None]


def offered(pilot: Pilot[int]) -> list[tuple[str, int]]:
    assert isinstance(pilot.app.screen, Sift)
    return [(offer.words, offer.count) for offer in pilot.app.screen.query_one(OfferRows).offers]


async def test_minus_makes_a_line_of_each_month_then_year_and_plus_opens_them_at_the_same_event() -> None:
    async with opened() as (pilot, desk):
        await pilot.press("3", "j", "j", "j", "j", "j", "j")
        here, all_rows = timeline_of(desk).event_here(), sorts(desk)
        await pilot.press("minus")
        assert set(sorts(desk)) == {Sort.YEAR_HEAD, Sort.MONTH}
        assert "by month" in head_of(timeline_of(desk))
        await pilot.press("minus")
        assert set(sorts(desk)) == {Sort.YEAR}
        assert desk.place.event == here
        await pilot.press("plus", "plus")
        assert timeline_of(desk).zoom is Zoom.DAY
        assert sorts(desk) == all_rows
        line = timeline_of(desk).event_here()
        assert line is not None
        assert here is not None
        assert corpus_of(desk).events[line].when.first <= corpus_of(desk).events[here].when.first


async def test_enter_opens_a_year_then_a_month_and_closes_them_and_the_cursor_stays() -> None:
    async with opened() as (pilot, desk):
        await pilot.press("3", "minus", "minus", "G")
        rows, years = timeline_of(desk).view, timeline_of(desk).view.count()
        cursor = rows.cursor
        await pilot.press("enter")
        assert rows.cursor == cursor
        assert sorts(desk)[cursor + 1] == Sort.MONTH
        await pilot.press("j", "enter", "j")
        assert timeline_of(desk).event_here() == desk.place.event
        await pilot.press("k", "enter", "k", "enter")
        assert rows.count() == years


async def test_reading_on_lights_the_line_that_hides_the_event() -> None:
    async with opened() as (pilot, desk):
        corpus = corpus_of(desk)
        await pilot.press("3", "minus", "2")
        for event in (corpus.events.in_article(0)[2], corpus.events.in_article(0)[-3], corpus.events.in_article(0)[4]):
            desk.go(Goto(event=event))
            await pilot.pause()
            rows = timeline_of(desk).view
            assert rows.shown is not None
            assert rows.shown.row_of(corpus.sources(event)[0]) == rows.cursor


async def test_what_was_merely_reported_opens_under_its_line_with_honest_dates() -> None:
    async with opened() as (pilot, desk):
        corpus = corpus_of(desk)
        rows, row = timeline_of(desk).view, sorts(desk).index(Sort.REPORTED)
        assert not any(corpus.events[event].reported for event in told(desk))
        await pilot.press("3")
        rows.move(row)
        assert "merely reported" in rows.words(row)
        await pilot.press("enter")
        assert rows.cursor == row
        await pilot.press("j")
        here = timeline_of(desk).event_here()
        assert here is not None
        assert corpus.events[here].reported
        assert rows.words(row + 1).strip("◆! ").startswith("reported ")
        assert desk.place.event == here


async def test_the_filter_counts_as_one_types_and_what_is_chosen_is_what_was_counted() -> None:
    async with opened() as (pilot, desk):
        every = len(told(desk))
        for typed in ("qods force", "2007-01..2007-06", "captured"):
            await pilot.press("3", "F")
            assert isinstance(pilot.app.screen, Sift)
            pilot.app.screen.query_one(Input).value = typed
            await pilot.pause()
            words, count = offered(pilot)[0]
            assert 0 < count < every
            await pilot.press("enter")
            assert len(told(desk)) == count
            assert f"{count} of {every}" in head_of(timeline_of(desk))
            assert words.strip("“”").split("”")[0] in head_of(timeline_of(desk))
            await pilot.press("escape")
            assert len(told(desk)) == every
            assert head_of(timeline_of(desk)).endswith(f"{every} events")


async def test_a_second_filter_narrows_the_first_and_one_escape_shows_all_again() -> None:
    async with opened() as (pilot, desk):
        corpus = corpus_of(desk)
        every = len(told(desk))
        await pilot.press("3", "F", *"qods_force".replace("_", " "), "enter", "F", *"2007", "enter")
        qods = corpus.entity_named("Qods Force")
        assert told(desk)
        assert all(qods in corpus.events[event].entities for event in told(desk))
        assert all(corpus.events[event].when.overlaps(parse("2007")) for event in told(desk))
        assert "Qods Force · 2007" in head_of(timeline_of(desk))
        await pilot.press("escape")
        assert len(told(desk)) == every
        assert desk.active_pane.id == "timeline"


async def test_the_article_in_view_is_a_filter_that_follows_the_reader() -> None:
    async with opened() as (pilot, desk):
        corpus = corpus_of(desk)
        await pilot.press("3", "F", "enter")
        for article in (0, 1):
            desk.go(Goto(article=article))
            await pilot.pause()
            assert told(desk)
            assert {corpus.events[event].article for event in told(desk)} == {article}


async def test_a_filter_that_leaves_nothing_is_not_offered_and_escape_changes_nothing() -> None:
    async with opened() as (pilot, desk):
        before = told(desk)
        await pilot.press("3", "F", *"zzzqx")
        assert offered(pilot) == []
        await pilot.press("enter")
        assert isinstance(pilot.app.screen, Sift)
        await pilot.press("escape")
        assert told(desk) == before


async def test_the_strip_is_stepped_from_bar_to_bar_and_clicked() -> None:
    async with opened() as (pilot, desk):
        corpus = corpus_of(desk)
        strip = desk.query_one(Density)
        await pilot.press("3", "g")
        seen: list[int] = []
        for _ in range(18):
            here = timeline_of(desk).event_here()
            assert here is not None
            bar = strip.strip.bar_of(corpus.events[here].when.first)
            seen += [bar] if bar is not None else []
            await pilot.press("greater_than_sign")
        filled = [bar for bar, count in enumerate(strip.strip.counts) if count]
        assert list(dict.fromkeys(seen)) == filled
        assert strip.here is not None
        await pilot.press("less_than_sign")
        here = timeline_of(desk).event_here()
        assert here is not None
        assert strip.strip.bar_of(corpus.events[here].when.first) == filled[-2]
        await pilot.click(Density, offset=(filled[2] * strip.strip.cells, 0))
        here = timeline_of(desk).event_here()
        assert here is not None
        assert strip.strip.bar_of(corpus.events[here].when.first) == filled[2]
        assert desk.place.event == here


async def test_a_period_is_set_off_in_the_strip_which_goes_on_beyond_it() -> None:
    async with opened() as (pilot, desk):
        strip = desk.query_one(Density)
        before = strip.strip
        await pilot.press("3", "F", *"2007-06..2007-09", "enter")
        assert strip.strip == before
        below = str(strip.render()).splitlines()[1]
        assert below.index("[") < below.index("]")


async def test_the_search_finds_dates_and_words_of_events() -> None:
    async with opened() as (pilot, desk):
        corpus = corpus_of(desk)
        await pilot.press("3", "slash", *"oct 2007")
        here = timeline_of(desk).event_here()
        assert here is not None
        assert corpus.events[here].when.edtf.startswith("2007-10")
        await pilot.press("escape", "slash", *"Irbil", "enter")
        here = timeline_of(desk).event_here()
        assert here is not None
        assert "Irbil" in corpus.events[here].headline


@pytest.mark.parametrize("size", [(200, 50), (100, 30), (80, 24), (40, 12)])
async def test_every_row_fits_its_pane_at_every_size_and_zoom(size: tuple[int, int]) -> None:
    async with opened(size) as (pilot, desk):
        await pilot.press("3")
        rows = timeline_of(desk).view
        for key in ("x", "x", "minus", "minus", "enter"):
            await pilot.press(key)
            for row in range(rows.count()):
                assert len(rows.draw(row, rows.row_width)) <= rows.row_height


async def test_what_is_told_on_the_reading_line_is_lit_going_down_and_up() -> None:
    async with opened((160, 30)) as (pilot, desk):
        corpus = corpus_of(desk)
        desk.go(Goto(article=1, at=0))
        await pilot.press("2")
        for key in ("j", "k"):
            for _ in range(20):
                await pilot.press(key)
                start, end = desk.query_one(Page).reading_span
                events = [corpus.events[event] for event in corpus.events.in_article(1)]
                begun = [event.id for event in events if start <= event.start < end and not event.reported]
                if begun:
                    assert desk.place.event in begun
                    assert timeline_of(desk).event_here() in corpus.sources(begun[0])


async def test_in_a_low_window_the_strip_gives_its_lines_to_the_events() -> None:
    app = Backstory([paths.seeds()])
    async with app.run_test(size=(80, 24)) as pilot:
        for _ in range(400):
            await pilot.pause(0.02)
            if app.sitting is not None and app.sitting.corpus is not None and app.sitting.corpus.complete:
                break
        await pilot.press("3", "j")
        await pilot.pause()
        assert app.screen.query_one(Density).display
        await pilot.resize_terminal(40, 12)
        await pilot.pause()
        assert not app.screen.query_one(Density).display
        await pilot.press(">")
        await pilot.pause()
        assert "no room" in str(app.screen.query_one(StatusLine).content)
        await pilot.resize_terminal(120, 40)
        await pilot.pause()
        assert app.screen.query_one(Density).display
