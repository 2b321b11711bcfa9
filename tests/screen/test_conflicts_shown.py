"""Where sources disagree, the timeline says so, can show nothing else, and lays the sources side by side."""

from test_desk import corpus_of, opened

from tui.desk.desk import Desk
from tui.dialogs.choose import Choose, OptionRows
from tui.dialogs.compare import Compare, SourceCard
from tui.dialogs.dossier import Dossier
from tui.panes.pane import Pane
from tui.panes.timeline import TimelinePane


def head_of(pane: Pane) -> str:
    return str(pane.query_one(".pane-head").render())


def shown_in(timeline: TimelinePane) -> list[int]:
    assert timeline.view.shown is not None
    return list(timeline.view.shown.rows)


async def test_x_shows_only_conflicts_with_their_number_and_all_again() -> None:
    async with opened() as (pilot, desk):
        corpus = corpus_of(desk)
        timeline = desk.query_one(TimelinePane)
        whole = list(shown_in(timeline))
        await pilot.press("3", "x")
        shown = [event for event in shown_in(timeline) if event >= 0]
        assert set(shown) == {event for conflict in corpus.conflicts for event in conflict.events}
        assert f"{len(corpus.conflicts)} conflicts" in head_of(timeline)
        assert all(timeline.view.words(row).lstrip().startswith("!") for row, event in enumerate(shown_in(timeline))
                   if event >= 0)  # fmt: skip
        await pilot.press("x")
        assert list(shown_in(timeline)) == whole


async def test_c_lays_the_sources_side_by_side_and_enter_goes_to_one() -> None:
    async with opened((130, 40)) as (pilot, desk):
        corpus = corpus_of(desk)
        await pilot.press("3", "x", "g", "c")
        dialog = pilot.app.screen
        assert isinstance(dialog, Compare)
        await pilot.pause()
        cards = list(dialog.query(SourceCard))
        assert len(cards) > 1
        assert len({card.region.y for card in cards}) == 1
        assert "but captured" in str(dialog.query_one(".contradiction").render())
        await pilot.press("right", "enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, Desk)
        assert desk.place.event == cards[1].source.event
        assert desk.place.article == corpus.events[cards[1].source.event].article


async def test_f_opens_a_name_in_a_source_over_the_comparison() -> None:
    async with opened((130, 40)) as (pilot, desk):
        corpus = corpus_of(desk)
        await pilot.press("3", "x", "g", "c")
        await pilot.pause()
        dialog = pilot.app.screen
        assert isinstance(dialog, Compare)
        source = dialog.query(SourceCard).first().source
        await pilot.press("f")
        await pilot.pause()
        choosing = pilot.app.screen
        assert isinstance(choosing, Choose)
        rows = choosing.query_one(OptionRows)
        named = {corpus.entities[entity].name for entity in corpus.events[source.event].entities}
        assert len(rows.options) > len(named) > 0
        place = next(at for at, option in enumerate(rows.options) if option.tail == "person")
        rows.move(place)
        await pilot.press("enter")
        await pilot.pause()
        assert type(pilot.app.screen) is Dossier
        await pilot.press("escape")
        assert list(pilot.app.screen_stack)[-1] is dialog


async def test_in_a_narrow_window_the_sources_stand_below_each_other() -> None:
    async with opened((80, 40)) as (pilot, _):
        await pilot.press("3", "x", "c")
        await pilot.pause()
        cards = list(pilot.app.screen.query(SourceCard))
        assert len({card.region.x for card in cards}) == 1
        await pilot.press("escape")
        assert isinstance(pilot.app.screen, Desk)


async def test_an_event_with_one_source_says_so_instead_of_opening() -> None:
    async with opened() as (pilot, desk):
        corpus = corpus_of(desk)
        timeline = desk.query_one(TimelinePane)
        row = next(row for row, event in enumerate(shown_in(timeline)) if event >= 0
                   and not corpus.is_disputed(event) and len(corpus.sources(event)) == 1)  # fmt: skip
        await pilot.press("3")
        timeline.view.move(row)
        await pilot.press("c")
        assert isinstance(pilot.app.screen, Desk)
        assert "One source" in str(desk.query_one("#status").render())
