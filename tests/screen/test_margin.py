"""Margin signs say what they are: in the head line while one reads beside them, and under the pointer."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from textual.pilot import Pilot
from textual.widgets import Static

from tui.app import Backstory
from tui.desk.desk import Desk
from tui.panes.page import Page

TEXT = """Two reports

On 3 May 2007 the bridge at Karbitz was closed. Nobody crossed it for a week.

Then the town slept. Later that year, on 9 July 2007, Karl Weber was captured near the bridge.
"""
OTHER = "Another report\n\nKarl Weber was killed on 9 July 2007 near the bridge.\n"


@asynccontextmanager
async def opened(folder: Path) -> AsyncIterator[tuple[Pilot[int], Desk]]:
    (folder / "a.txt").write_text(TEXT)
    (folder / "b.txt").write_text(OTHER)
    app = Backstory([folder])
    async with app.run_test(size=(100, 30)) as pilot:
        for _ in range(400):
            await pilot.pause(0.02)
            desk = app.sitting
            if desk is not None and desk.corpus is not None and desk.corpus.complete:
                break
        assert isinstance(app.screen, Desk)
        await pilot.press("2", "g")
        yield pilot, app.screen


def head(desk: Desk) -> str:
    return str(desk.query_one("#text .pane-head", Static).content)


async def test_the_head_line_says_what_stands_beside_the_reading_line(tmp_path: Path) -> None:
    async with opened(tmp_path) as (pilot, desk):
        page = desk.query_one(Page)
        seen = set()
        for _ in range(12):
            told = head(desk)
            assert ("·" in told or "◆" in told or "!" in told) == page.is_marked(page.line), told
            seen.add("3 May 2007" in told)
            await pilot.press("j")
            await pilot.pause()
        assert seen == {True, False}
        await pilot.press("g", "j")
        while not page.is_marked(page.line):
            await pilot.press("j")
        await pilot.press("V", "a", *"bridges", "ctrl+s")
        await pilot.pause(0.2)
        assert "◆ bridges" in head(desk)


async def test_the_reading_line_is_never_beside_nothing(tmp_path: Path) -> None:
    async with opened(tmp_path) as (pilot, desk):
        page = desk.query_one(Page)
        lines = set()
        for key in "jjjjjjkkkkkkkk":
            await pilot.press(key)
            await pilot.pause()
            lines.add(page.line)
            start, end = page.reading_span
            assert page.sheet.text[start:end].strip(), (key, page.line)
        assert len(lines) > 2


async def test_the_pointer_on_a_sign_is_told_what_it_is(tmp_path: Path) -> None:
    async with opened(tmp_path) as (pilot, desk):
        page = desk.query_one(Page)
        marked = next(line for line in range(page.size.height) if page.is_marked(line))
        drawn = page.render_line(marked).text
        margin = next(cell for cell, sign in enumerate(drawn) if sign in "·!◆")
        await pilot.hover(Page, offset=(margin, marked))
        assert "2007" in str(page.tooltip)
        await pilot.hover(Page, offset=(margin + 20, marked))
        assert page.tooltip is None
