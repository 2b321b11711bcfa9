"""Promises of the palette: everything by name, why not where it cannot be done now, and themes that stay."""

import json

import pytest
from test_desk import opened
from textual.pilot import Pilot
from textual.widgets import Input, Static

from tui import paths
from tui.desk.desk import Desk
from tui.dialogs.help import KeyRows
from tui.dialogs.jump import HitRows
from tui.dialogs.palette import CommandRows, Palette
from tui.dialogs.search import SearchBox
from tui.panes.timeline import TimelinePane
from tui.reader.bound import shipped
from tui.reader.chronicle import Zoom
from tui.themes import DARK, LIGHT


async def palette(pilot: Pilot[int], typed: str = "") -> CommandRows:
    """Open the palette and type into it."""
    await pilot.press("colon")
    box = pilot.app.screen
    assert isinstance(box, Palette)
    box.query_one(Input).value = typed
    await pilot.pause()
    return box.query_one(CommandRows)


async def test_every_key_of_the_reader_is_in_it() -> None:
    async with opened() as (pilot, _):
        rows = await palette(pilot)
        names = {one.name for one in rows.commands}
        assert {one.name for one in shipped() if one.at_desk} - names == {"desk.palette"}
        assert all(one.title and one.sentence for one in rows.commands)


async def test_a_word_finds_a_command_and_enter_does_it_in_its_pane() -> None:
    async with opened() as (pilot, desk):
        rows = await palette(pilot, "zoom out")
        assert rows.commands[0].name == "timeline.zoom-out"
        await pilot.press("enter")
        await pilot.pause()
        assert desk.query_one(TimelinePane).zoom is Zoom.MONTH
        assert desk.active_pane.id == "timeline"


async def test_a_slip_is_forgiven_and_a_key_finds_what_it_does() -> None:
    async with opened() as (pilot, _):
        rows = await palette(pilot, "serch all")
        assert rows.commands[0].name == "desk.search"
        pilot.app.screen.query_one(Input).value = "z"
        await pilot.pause()
        assert rows.commands[0].name == "desk.zoom"
        pilot.app.screen.query_one(Input).value = "s"
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, SearchBox)


async def test_what_cannot_be_done_now_says_why_and_is_not_done() -> None:
    async with opened() as (pilot, _):
        rows = await palette(pilot, "back")
        back = next(index for index, one in enumerate(rows.commands) if one.name == "desk.back")
        rows.move(back)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, Palette)
        await pilot.press("down", "up")
        said = str(pilot.app.screen.query_one("#palette-about", Static).content)
        assert said.startswith("Not now: This is where you began.")
        await pilot.press("escape", "J")
        rows = await palette(pilot)
        assert not next(one for one in rows.commands if one.name == "desk.back").why_not
        await pilot.press("escape")
        assert isinstance(pilot.app.screen_stack[-1], Desk)


async def test_a_theme_is_chosen_and_worn_again_at_the_next_start() -> None:
    async with opened() as (pilot, _):
        assert pilot.app.theme == DARK.name
        rows = await palette(pilot, "theme backstory light")
        assert rows.commands[0].name == f"theme.{LIGHT.name}"
        await pilot.press("enter")
        await pilot.pause()
        assert pilot.app.theme == LIGHT.name
    assert json.loads((paths.state() / "theme.json").read_text()) == {"theme": LIGHT.name}
    async with opened() as (pilot, _):
        assert pilot.app.theme == LIGHT.name


async def test_a_theme_that_is_no_longer_there_leaves_our_own() -> None:
    paths.state().mkdir(parents=True)
    (paths.state() / "theme.json").write_text('{"theme": "gone"}')
    async with opened() as (pilot, _):
        assert pilot.app.theme == DARK.name


async def test_every_theme_offered_can_be_worn() -> None:
    async with opened((80, 24)) as (pilot, desk):
        themes = [one.name for one in desk.commands() if one.name.startswith("theme.")]
        assert len(themes) > 10
        for name in themes:
            desk.run_command(name)
            await pilot.pause()
            assert f"theme.{pilot.app.theme}" == name


async def test_without_colours_no_theme_is_offered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with opened() as (pilot, _):
        rows = await palette(pilot, "theme")
        assert {one.why_not for one in rows.commands if one.name.startswith("theme.")} == {
            "NO_COLOR is set, so nothing is printed in colour."
        }


async def test_the_jump_box_runs_the_same_commands() -> None:
    async with opened() as (pilot, _):
        await pilot.press("p", *">theme nord")
        await pilot.pause()
        assert pilot.app.screen.query_one(HitRows).hits[0].target.ref == "theme.nord"
        await pilot.press("enter")
        await pilot.pause()
        assert pilot.app.theme == "nord"
        assert isinstance(pilot.app.screen, Desk)


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (200, 50)])
async def test_it_fits_every_window(size: tuple[int, int]) -> None:
    async with opened(size) as (pilot, _):
        rows = await palette(pilot, "note")
        card = pilot.app.screen.query_one(".palette").region
        assert card.bottom <= size[1]
        assert rows.region.height >= 3
        about = pilot.app.screen.query_one("#palette-about").region
        assert card.contains_region(about)


@pytest.mark.parametrize("width", [40, 54, 80, 100, 120])
@pytest.mark.parametrize("pane", ["1", "2", "3", "4", "5"])
async def test_the_keys_on_the_status_line_are_whole_and_lead_to_all_others(width: int, pane: str) -> None:
    async with opened((width, 24)) as (pilot, desk):
        await pilot.press(pane, "j")
        shown = str(desk.query_one("#status", Static).content)
        assert len(shown.rstrip()) <= width - 2
        assert "? keys" in shown
        if width >= 80:
            assert "p jump" in shown


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 36)])
async def test_the_help_cuts_no_sentence_off(size: tuple[int, int]) -> None:
    async with opened(size) as (pilot, _):
        await pilot.press("2", "question_mark")
        rows = pilot.app.screen.query_one(KeyRows)
        lines = ["".join(text for text, _ in rows.draw(index, rows.row_width)[0]) for index in range(rows.count())]
        assert all(len(line) <= rows.row_width for line in lines)
        told = " ".join(" ".join(lines).split())
        assert "Put a letter on every name and date in view: that letter opens it" in told or size[0] < 80
        assert "…" not in told
