"""Promises to a newcomer: the keys to know are whole at every width, and the first steps can be left at any point."""

import pytest
from test_desk import corpus_of, opened
from textual.pilot import Pilot

from tui import paths
from tui.app import Backstory
from tui.dialogs.jump import JumpBox
from tui.panes.lines import StatusLine
from tui.panes.tourcard import TourCard

THREE = ("p jump to a name", "a write a note", "? all keys")


def shown(card: TourCard) -> bool:
    """Whether the card of the tour is there."""
    return card.display


async def started(pilot: Pilot[int]) -> None:
    """Wait until the bundled collection is read."""
    app = pilot.app
    assert isinstance(app, Backstory)
    for _ in range(400):
        await pilot.pause(0.02)
        if app.sitting is not None and app.sitting.index is not None:
            return


@pytest.mark.parametrize("size", [(200, 50), (100, 30), (80, 24), (40, 12)])
async def test_the_three_keys_to_know_are_whole_at_the_very_first_start(size: tuple[int, int]) -> None:
    app = Backstory([paths.seeds()], first_run=True)
    async with app.run_test(size=size) as pilot:
        await started(pilot)
        status = app.screen.query_one(StatusLine)
        lines = str(status.visual).splitlines()
        for key in THREE:
            assert any(key in line for line in lines), (key, lines)
        assert status.size.height == len(lines) <= 4
        assert status.region.bottom == size[1]
        assert "…" not in str(status.visual)


async def test_a_long_sentence_moves_nothing_and_the_next_key_takes_it_away() -> None:
    async with opened((40, 12)) as (pilot, desk):
        before = desk.active_pane.region
        desk.say("n goes on through a search: / searches this pane, s the whole collection.")
        await pilot.pause()
        status = desk.query_one(StatusLine)
        assert status.size.height == 2
        assert desk.active_pane.region == before
        await pilot.press("j")
        await pilot.pause()
        assert status.size.height == 1


async def test_the_tour_goes_on_as_each_thing_is_done() -> None:
    async with opened((100, 40)) as (pilot, desk):
        card = desk.query_one(TourCard)
        assert not shown(card)
        await pilot.press("ctrl+n")
        await pilot.pause()
        assert shown(card)
        told = str(card.visual)
        assert told.startswith("1 of 5  Jump")
        # What it says to type is a name of this collection.
        typed = told.partition("“")[2].partition("”")[0]
        await pilot.press("p", *typed)
        assert isinstance(pilot.app.screen, JumpBox)
        await pilot.press("enter")
        await pilot.pause()
        assert desk.place.entity is not None
        assert str(card.visual).startswith("✓ 2 of 5  Names")
        await pilot.press("right_square_bracket", "asterisk", "escape")
        await pilot.pause()
        assert "3 of 5" in str(card.visual)
        await pilot.press("3", "j")
        await pilot.pause()
        assert "4 of 5" in str(card.visual)
        await pilot.press("2", "a", "escape")
        await pilot.pause()
        assert "5 of 5" in str(card.visual)
        await pilot.press("s", *"irbil", "enter")
        await pilot.pause(0.5)
        assert not shown(card)


@pytest.mark.parametrize("steps", [1, 2, 3, 4, 5])
async def test_the_tour_can_be_left_at_any_point(steps: int) -> None:
    async with opened((100, 30)) as (pilot, desk):
        await pilot.press(*["ctrl+n"] * steps)
        await pilot.pause()
        assert desk.query_one(TourCard).display
        await pilot.press("escape")
        await pilot.pause()
        assert not desk.query_one(TourCard).display
        assert corpus_of(desk).complete


async def test_going_on_from_the_last_step_ends_the_tour() -> None:
    async with opened((100, 30)) as (pilot, desk):
        await pilot.press(*["ctrl+n"] * 6)
        await pilot.pause()
        assert not desk.query_one(TourCard).display
        assert "That was all" in str(desk.query_one(StatusLine).visual)


async def test_the_tour_names_the_reader_s_own_keys() -> None:
    async with opened((100, 30)) as (pilot, desk):
        desk.keymap = {"desk.jump": "ctrl+g"}
        await pilot.press("ctrl+n")
        await pilot.pause()
        assert "Ctrl-G asks for a name" in str(desk.query_one(TourCard).visual)
