"""Promises of lives and company on the screen: one key from a name, and Enter leads into the text."""

import pytest
from test_desk import opened
from textual.pilot import Pilot

from tui.dialogs.company import CompanyRows, CompanyScreen
from tui.dialogs.dossier import Dossier
from tui.dialogs.front import Front
from tui.dialogs.lifeline import LifeLineScreen, LifeRows
from tui.dialogs.passages import Passages


def current(pilot: Pilot[int]) -> object:
    """The screen on top."""
    return pilot.app.screen


async def counted(pilot: Pilot[int]) -> CompanyRows:
    """Wait until the square is counted."""
    rows = pilot.app.screen.query_one(CompanyRows)
    for _ in range(200):
        if rows.company.ids:
            break
        await pilot.pause(0.01)
    await pilot.pause()
    return rows


async def test_a_life_line_is_one_key_from_a_name_and_enter_leads_where_it_is_told() -> None:
    async with opened() as (pilot, desk):
        await pilot.press("4", "B")
        assert isinstance(pilot.app.screen, LifeLineScreen)
        rows = pilot.app.screen.query_one(LifeRows)
        goto = rows.line.rows[rows.cursor].goto
        assert goto is not None
        await pilot.press("enter")
        await pilot.pause()
        assert current(pilot) is desk
        assert desk.place.entity is not None


async def test_from_a_dossier_everything_closes_on_the_way_into_the_text() -> None:
    async with opened() as (pilot, desk):
        await pilot.press("0")
        assert isinstance(pilot.app.screen, Front)
        await pilot.press("escape", "4", "enter")
        assert isinstance(current(pilot), Dossier)
        await pilot.press("B")
        assert isinstance(current(pilot), LifeLineScreen)
        await pilot.press("escape")
        assert isinstance(current(pilot), Dossier)
        await pilot.press("B", "enter")
        await pilot.pause()
        assert current(pilot) is desk


async def test_a_cell_of_the_square_shows_its_passages_and_one_of_them_the_text() -> None:
    async with opened() as (pilot, desk):
        await pilot.press("4", "C")
        assert isinstance(pilot.app.screen, CompanyScreen)
        rows = await counted(pilot)
        passages = rows.company.passages(rows.cursor - 1, rows.column)
        assert passages
        await pilot.press("enter")
        assert isinstance(current(pilot), Passages)
        await pilot.press("enter")
        await pilot.pause()
        assert current(pilot) is desk
        assert (desk.place.article, desk.place.at) == (passages[0].article, passages[0].start)


async def test_an_entity_with_itself_is_its_dossier() -> None:
    async with opened() as (pilot, _):
        await pilot.press("4", "C", "h", "enter")
        assert isinstance(pilot.app.screen, Dossier)
        await pilot.press("escape")
        assert isinstance(current(pilot), CompanyScreen)


@pytest.mark.parametrize("size", [(200, 50), (100, 30), (80, 24), (40, 12)])
async def test_the_square_fits_every_size(size: tuple[int, int]) -> None:
    async with opened(size) as (pilot, _):
        await pilot.press("4", "C")
        assert isinstance(pilot.app.screen, CompanyScreen)
        await pilot.pause()
        rows = await counted(pilot)
        shown = rows.size_shown
        assert shown >= 3
        await pilot.press(*["l"] * 30, *["j"] * 30)
        assert rows.column == shown - 1
        assert rows.cursor == shown
        drawn = "".join(text for text, _ in rows.draw(rows.cursor, rows.row_width)[0])
        assert len(drawn) <= rows.row_width


async def test_the_most_named_stand_on_the_front_page() -> None:
    async with opened((160, 50)) as (pilot, _):
        await pilot.press("0", "tab")
        front = pilot.app.screen
        assert isinstance(front, Front)
        for _ in range(20):
            rows = front._columns[1]
            item = rows.lines[rows.cursor].item
            if item is not None and item.words.startswith("who appears"):
                break
            await pilot.press("j")
        await pilot.press("enter")
        assert isinstance(current(pilot), CompanyScreen)
