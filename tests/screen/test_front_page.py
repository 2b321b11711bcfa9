"""Promises of the front page on the screen: larger collections land there, everything opens, and Esc reads."""

from collections.abc import Callable
from pathlib import Path

import pytest
from test_desk import corpus_of, opened
from textual.pilot import Pilot
from textual.widgets import Static

from tui.app import Backstory
from tui.desk.desk import Desk
from tui.dialogs.choose import Choose
from tui.dialogs.dossier import Dossier
from tui.dialogs.front import Front
from tui.dialogs.frontrows import FrontRows
from tui.dialogs.jump import JumpBox
from tui.panes.articles import ArticlesPane
from tui.panes.page import Page
from tui.reader.articlesieve import ArticleSieve, Which
from tui.reader.frontitems import Item, ToConflict, ToSkipped
from tui.sitting.reading import LARGER


@pytest.fixture(scope="module")
def letters(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("letters")
    for number in range(LARGER):
        year = 1900 + number % 20
        (folder / f"{number:03}.md").write_text(
            f"---\ntitle: Letter {number}\ndate: {year}-03-01\n---\n"
            f"On 4 February {year} Lord Curzon met Ernest Satow in Tokyo. Satow then left for Peking.\n"
        )
    (folder / "broken.pdf").write_bytes(b"%PDF-1.4 nothing")
    return folder


async def landed(pilot: Pilot[int]) -> Front:
    """Wait until the collection is read whole behind its front page."""
    app = pilot.app
    assert isinstance(app, Backstory)
    for _ in range(600):
        await pilot.pause(0.02)
        if app.sitting is not None and app.sitting.index is not None:
            break
    assert isinstance(app.screen, Front)
    return app.screen


def current(pilot: Pilot[int]) -> object:
    """The screen on top."""
    return pilot.app.screen


async def go_to(pilot: Pilot[int], front: Front, wanted: Callable[[Item], bool]) -> None:
    """Put the cursor on the first line that is wanted."""
    for rows in front.query(FrontRows):
        for row, line in enumerate(rows.lines):
            if line.item is not None and wanted(line.item):
                rows.focus()
                rows.move(row)
                await pilot.pause()
                return
    raise AssertionError([line for rows in front.query(FrontRows) for line in rows.lines])


async def test_a_larger_collection_lands_on_its_front_page_and_escape_reads(letters: Path) -> None:
    app = Backstory([letters])
    async with app.run_test(size=(150, 40)) as pilot:
        front = await landed(pilot)
        shown = [rows.id for rows in front.query(FrontRows) if rows.display]
        assert len(shown) == 3
        await pilot.press("escape")
        assert isinstance(app.screen, Desk)
        assert app.screen.query_one(Page).has_focus


async def test_a_small_collection_opens_in_its_text_and_zero_shows_the_page() -> None:
    async with opened() as (pilot, desk):
        await pilot.press("0")
        assert isinstance(pilot.app.screen, Front)
        await pilot.press("0")
        assert current(pilot) is desk


async def test_a_name_opens_over_the_page_and_a_mention_in_it_leads_into_the_text(letters: Path) -> None:
    app = Backstory([letters])
    async with app.run_test(size=(150, 40)) as pilot:
        front = await landed(pilot)
        await go_to(pilot, front, lambda item: "Curzon" in item.words)
        await pilot.press("enter")
        assert isinstance(app.screen, Dossier)
        await pilot.press("escape")
        assert current(pilot) is front
        await pilot.press("enter", "G", "enter")
        await pilot.pause()
        desk = app.sitting
        assert desk is not None
        assert current(pilot) is desk
        assert desk.place.entity is not None
        assert "Curzon" in corpus_of(desk).entities[desk.place.entity].name


async def test_the_rest_of_the_unread_is_listed_in_the_library(letters: Path) -> None:
    app = Backstory([letters])
    async with app.run_test(size=(150, 40)) as pilot:
        front = await landed(pilot)
        await go_to(pilot, front, lambda item: item.opens == ArticleSieve(Which.UNREAD))
        await pilot.press("enter")
        await pilot.pause()
        desk = app.screen
        assert isinstance(desk, Desk)
        assert desk.query_one(ArticlesPane).sieve.which is Which.UNREAD
        assert desk.layout_wanted.active == "articles"


async def test_a_bar_of_the_strip_lists_the_articles_of_its_time(letters: Path) -> None:
    app = Backstory([letters])
    async with app.run_test(size=(150, 40)) as pilot:
        await landed(pilot)
        await pilot.press("greater_than_sign", "greater_than_sign", "enter")
        await pilot.pause()
        desk = app.screen
        assert isinstance(desk, Desk)
        library = desk.query_one(ArticlesPane)
        years = {library.view.corpus.articles[row].published.edtf[:4] for row in library.view.ids}  # type: ignore[union-attr]
        assert years == {"1901"}


async def test_what_was_not_read_in_is_shown_with_its_reason(letters: Path) -> None:
    app = Backstory([letters])
    async with app.run_test(size=(150, 40)) as pilot:
        front = await landed(pilot)
        await go_to(pilot, front, lambda item: item.words == "broken.pdf")
        await pilot.press("enter")
        assert isinstance(app.screen, Choose)
        await pilot.press("escape")
        assert current(pilot) is front


async def test_where_many_were_not_read_in_a_line_leads_on_to_all(letters: Path) -> None:
    broken = [letters / f"broken-{number}.pdf" for number in range(9)]
    for file in broken:
        file.write_bytes(b"%PDF-1.4 nothing")
    try:
        async with Backstory([letters]).run_test(size=(200, 60)) as pilot:
            front = await landed(pilot)
            await go_to(pilot, front, lambda item: item.kind == "more" and isinstance(item.opens, ToSkipped))
            await pilot.press("enter")
            await pilot.pause()
            assert not isinstance(current(pilot), Front)
    finally:
        for file in broken:
            file.unlink()


async def test_keys_of_the_desk_leave_the_page_and_do_what_they_do(letters: Path) -> None:
    app = Backstory([letters])
    async with app.run_test(size=(150, 40)) as pilot:
        await landed(pilot)
        await pilot.press("p")
        await pilot.pause()
        assert isinstance(app.screen, JumpBox)


@pytest.mark.parametrize(("size", "columns"), [((200, 50), 3), ((100, 30), 2), ((80, 24), 1), ((40, 12), 1)])
async def test_the_page_fits_every_size_and_the_cursor_is_always_seen(
    letters: Path, size: tuple[int, int], columns: int
) -> None:
    app = Backstory([letters])
    async with app.run_test(size=size) as pilot:
        front = await landed(pilot)
        shown = [rows for rows in front.query(FrontRows) if rows.display]
        assert len(shown) == columns
        assert any(rows.has_focus for rows in shown)
        for rows in shown:
            assert rows.size.height >= 4
            await pilot.press("G", "tab")


async def test_what_lies_under_the_page_is_not_read(letters: Path) -> None:
    app = Backstory([letters])
    async with app.run_test(size=(150, 40)) as pilot:
        await landed(pilot)
        assert app.sitting is not None
        assert app.sitting.read_marks.read == frozenset()
        await pilot.press("escape")
        await pilot.pause()
        assert app.sitting.read_marks.read == {0}


async def test_a_page_that_was_left_open_is_open_at_the_next_start(letters: Path) -> None:
    for _ in range(2):
        app = Backstory([letters])
        async with app.run_test(size=(150, 40)) as pilot:
            await landed(pilot)
    app = Backstory([letters])
    async with app.run_test(size=(150, 40)) as pilot:
        await landed(pilot)
        await pilot.press("escape")
        await pilot.pause()
    app = Backstory([letters])
    async with app.run_test(size=(150, 40)) as pilot:
        for _ in range(600):
            await pilot.pause(0.02)
            if app.sitting is not None and app.sitting.index is not None:
                break
        assert isinstance(app.screen, Desk)


async def test_back_returns_to_the_page_from_wherever_it_led(letters: Path) -> None:
    app = Backstory([letters])
    async with app.run_test(size=(150, 40)) as pilot:
        front = await landed(pilot)
        desk = app.sitting
        assert desk is not None
        await go_to(pilot, front, lambda item: "Curzon" in item.words)
        await pilot.press("enter", "G", "enter")
        await pilot.pause()
        assert current(pilot) is desk
        there = desk.place
        await pilot.press("ctrl+o")
        await pilot.pause()
        again = current(pilot)
        assert isinstance(again, Front)
        assert again.at == front.at
        await pilot.press("L")
        await pilot.pause()
        assert current(pilot) is desk
        assert desk.place == there
        await pilot.press("ctrl+o", "ctrl+o")
        await pilot.pause()
        assert isinstance(current(pilot), Front)
        assert "This is where you began." in str(app.screen.query_one("#front-keys", Static).content)


async def test_back_from_a_page_opened_over_the_text_goes_to_the_text(letters: Path) -> None:
    app = Backstory([letters])
    async with app.run_test(size=(150, 40)) as pilot:
        front = await landed(pilot)
        await go_to(pilot, front, lambda item: item.opens == ArticleSieve(Which.UNREAD))
        await pilot.press("escape", "J", "J", "0")
        await pilot.pause()
        desk = app.sitting
        assert desk is not None
        third = desk.place
        assert isinstance(current(pilot), Front)
        await pilot.press("ctrl+o")
        await pilot.pause()
        assert current(pilot) is desk
        assert desk.place == third
        await pilot.press("ctrl+o", "ctrl+o", "ctrl+o")
        await pilot.pause()
        assert isinstance(current(pilot), Front)


async def test_the_way_back_to_the_page_is_kept_for_the_next_start(letters: Path) -> None:
    app = Backstory([letters])
    async with app.run_test(size=(150, 40)) as pilot:
        await landed(pilot)
        await pilot.press("escape", "J")
        await pilot.pause()
    app = Backstory([letters])
    async with app.run_test(size=(150, 40)) as pilot:
        for _ in range(600):
            await pilot.pause(0.02)
            if app.sitting is not None and app.sitting.index is not None:
                break
        assert isinstance(current(pilot), Desk)
        await pilot.press("ctrl+o", "ctrl+o")
        await pilot.pause()
        assert isinstance(current(pilot), Front)


async def test_who_and_when_in_a_line_on_what_cannot_be_right_can_be_opened_by_themselves() -> None:
    async with opened(size=(150, 45)) as (pilot, desk):
        await pilot.press("0")
        await pilot.pause()
        front = current(pilot)
        assert isinstance(front, Front)
        await go_to(pilot, front, lambda item: isinstance(item.opens, ToConflict))
        rows = next(one for one in front.query(FrontRows) if one.has_focus)
        goals = {spot.link.goal for spot in rows.spots_in(rows.cursor)}
        conflict = desk.conflicts[0]
        assert ("name", conflict.entity) in goals
        assert {goal for goal in goals if goal[0] == "date"} <= {("date", event) for event in conflict.events}
        await pilot.press("f")
        await pilot.pause()
        at = next(place for place, spot in rows._spots.items() if spot.link.goal == ("name", conflict.entity))
        await pilot.press(*rows.letters[at])
        await pilot.pause()
        top = current(pilot)
        assert isinstance(top, Dossier)
