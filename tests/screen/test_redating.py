"""Dates on the screen: a closer look at one, and setting one right moves what hangs on it and keeps the place."""

from pathlib import Path

from textual.pilot import Pilot
from textual.widgets import Input, Static

from tui import paths
from tui.app import Backstory
from tui.corpus.tables import Corpus
from tui.desk.desk import Desk
from tui.dialogs.date import DateEditor
from tui.dialogs.peek import Peek
from tui.notes.corrections import Corrections
from tui.panes.timeline import TimelinePane
from tui.reader.place import Goto

TEXT = """\
A raid

Mahmud Farhadi was captured on June 3, 2007. Four days later Karl Weber was killed in Baghdad.

Karl Weber was seen in May 2009.
"""


def reader(folder: Path) -> Backstory:
    home = folder / "raids"
    home.mkdir()
    (home / "a.txt").write_text(TEXT)
    return Backstory([home])


async def settle(pilot: Pilot[int], before: Corpus | None = None) -> Desk:
    """The desk, once its collection has been read whole, and is another than before."""
    for _ in range(400):
        await pilot.pause(0.02)
        desk = pilot.app.screen
        if isinstance(desk, Desk) and desk.corpus is not None and desk.corpus.complete and desk.corpus is not before:
            break
    await pilot.pause()
    assert isinstance(desk, Desk)
    assert desk.corpus is not before
    return desk


def whens(desk: Desk) -> list[str]:
    assert desk.corpus is not None
    return [event.when.edtf for event in desk.corpus.events]


async def test_a_card_opens_on_the_date_in_focus_and_closes_with_any_of_its_keys(tmp_path: Path) -> None:
    async with reader(tmp_path).run_test(size=(120, 30)) as pilot:
        desk = await settle(pilot)
        desk.go(Goto(at=TEXT.index("June")))
        await pilot.pause()
        for key in ("escape", "i", "q", "enter"):
            await pilot.press("i")
            assert isinstance(pilot.app.screen, Peek)
            assert pilot.app.screen.card.title == "3 Jun 2007"
            await pilot.press(key)
            assert isinstance(pilot.app.screen, Desk)


async def test_a_date_set_right_in_the_text_moves_what_hangs_on_it_and_keeps_the_place(tmp_path: Path) -> None:
    async with reader(tmp_path).run_test(size=(120, 30)) as pilot:
        desk = await settle(pilot)
        assert whens(desk) == ["2007-06-03", "2007-06-07", "2009-05"]
        desk.go(Goto(at=TEXT.index("June")))
        await pilot.pause()
        await pilot.press("E")
        editor = pilot.app.screen
        assert isinstance(editor, DateEditor)
        editor.query_one(Input).value = "soon"
        await pilot.press("enter")
        assert pilot.app.screen is editor
        editor.query_one(Input).value = "3 june 2010"
        await pilot.pause()
        assert str(editor.query_one("#date-read", Static).render()) == "3 Jun 2010   EDTF 2010-06-03"
        before = desk.corpus
        await pilot.press("enter")
        desk = await settle(pilot, before)
        assert whens(desk) == ["2009-05", "2010-06-03", "2010-06-07"]
        assert (desk.place.article, desk.place.at, desk.place.event) == (0, TEXT.index("June"), 1)
        before = desk.corpus
        await pilot.press("u")
        desk = await settle(pilot, before)
        assert whens(desk) == ["2007-06-03", "2007-06-07", "2009-05"]
        assert Corrections.open(paths.data()).all == ()
        before = desk.corpus
        await pilot.press("ctrl+r")
        assert whens(await settle(pilot, before)) == ["2009-05", "2010-06-03", "2010-06-07"]


async def test_without_a_date_in_focus_the_publication_date_is_set_right(tmp_path: Path) -> None:
    async with reader(tmp_path).run_test(size=(120, 30)) as pilot:
        desk = await settle(pilot)
        desk.go(Goto(at=TEXT.index("Mahmud")))
        before = desk.corpus
        await pilot.press("E", *"2009-07-10", "enter")
        desk = await settle(pilot, before)
        assert desk.corpus is not None
        assert desk.corpus.articles[0].published_from == "corrected"


async def test_an_event_set_right_in_the_timeline_stays_under_the_cursor(tmp_path: Path) -> None:
    async with reader(tmp_path).run_test(size=(120, 30)) as pilot:
        desk = await settle(pilot)
        desk.go(Goto(event=2))
        await pilot.press("3", "E")
        assert isinstance(pilot.app.screen, DateEditor)
        pilot.app.screen.query_one(Input).value = "about May 2001"
        before = desk.corpus
        await pilot.press("enter")
        desk = await settle(pilot, before)
        assert whens(desk)[0] == "2001-05~"
        assert desk.query_one(TimelinePane).event_here() == 0


async def test_a_date_editor_left_with_escape_changes_nothing(tmp_path: Path) -> None:
    async with reader(tmp_path).run_test(size=(120, 30)) as pilot:
        await settle(pilot)
        await pilot.press("E", "escape")
        assert isinstance(pilot.app.screen, Desk)
        assert Corrections.open(paths.data()).all == ()
