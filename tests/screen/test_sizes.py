"""Any window: the line one reads stays where it is through every resize, and no size loses a word or a pane."""

import os
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from pseudo_terminal import Terminal, reader
from textual.geometry import Offset, Region
from textual.pilot import Pilot
from textual.strip import Strip

from tui import paths
from tui.app import Backstory
from tui.desk.desk import Desk
from tui.panes.lines import StatusLine, TabLine
from tui.panes.page import Page
from tui.panes.rows import Rows
from tui.reader.shapes import Block
from tui.reader.sheet import Sheet

SIZES = [(300, 80), (200, 50), (120, 40), (100, 30), (80, 24), (60, 20), (40, 12), (30, 8)]


@asynccontextmanager
async def opened(size: tuple[int, int]) -> AsyncIterator[tuple[Pilot[int], Desk]]:
    app = Backstory([paths.seeds()])
    async with app.run_test(size=size) as pilot:
        for _ in range(400):
            await pilot.pause(0.02)
            desk = app.sitting
            if desk is not None and desk.corpus is not None and desk.corpus.complete:
                break
        assert isinstance(app.screen, Desk)
        yield pilot, app.screen


def words_read(page: Page) -> str:
    start, end = page.reading_span
    return page.sheet.text[start:end]


async def test_the_line_one_reads_stays_through_every_resize() -> None:
    async with opened((120, 40)) as (pilot, desk):
        page = desk.query_one(Page)
        await pilot.press("space", "space", "j")
        at, words = page.reading_at, words_read(page)
        for size in [*SIZES, (8, 3), (100, 30), (41, 13), (250, 70), (80, 24), (120, 40)]:
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert page.reading_at == at, size
            assert desk.place.at == at, size
            if size[0] >= 30 and size[1] >= 8:
                start, end = page.reading_span
                assert start <= at < end, size
                assert 0 <= page.line - page.scroll_offset.y < page.size.height, size
        assert words_read(page) == words


async def test_nothing_creeps_when_a_window_is_dragged_wider_and_narrower() -> None:
    async with opened((100, 30)) as (pilot, desk):
        page = desk.query_one(Page)
        await pilot.press("space", "space")
        line = page.line
        for columns in (*range(99, 60, -7), *range(60, 100, 7), 100):
            await pilot.resize_terminal(columns, 30)
            await pilot.pause()
        assert page.line == line


@pytest.mark.parametrize("size", SIZES)
async def test_every_pane_shows_something_at_every_size(size: tuple[int, int]) -> None:
    async with opened(size) as (pilot, desk):
        for key in "12345":
            await pilot.press(key)
            await pilot.pause()
            view = desk.active_pane.view
            assert view.display
            assert view.region.width >= min(28, size[0] - 4), key
            assert view.region.height >= 3, key
            assert view.region.right <= size[0]
            assert view.region.bottom <= size[1]
            if isinstance(view, Rows) and view.count():
                assert str(view.render_line(0).text).strip() or view.count() > 1


async def test_text_is_never_wider_than_its_measure_nor_touches_the_edge() -> None:
    for size in SIZES:
        async with opened(size) as (_, desk):
            page = desk.query_one(Page)
            for y in range(page.size.height):
                shown = page.render_line(y).text
                assert shown[-1:] in ("", " "), size
                assert len(shown.strip()) <= 80 + 3, size


async def test_the_mouse_selects_words_that_can_be_copied() -> None:
    async with opened((100, 30)) as (pilot, desk):
        page = desk.query_one(Page)
        await pilot.press("g")
        line = next(y for y in range(2, 20) if len(page.render_line(y).text.strip()) > 40)
        left = len(page.render_line(line).text) - len(page.render_line(line).text.lstrip())
        await pilot.mouse_down(page, Offset(left, line))
        await pilot.hover(page, Offset(left + 12, line))
        await pilot.mouse_up(page, Offset(left + 12, line))
        await pilot.pause()
        chosen = page.selected_span()
        assert chosen is not None
        words = page.sheet.text[chosen[0] : chosen[1]]
        assert page.render_line(line).text.strip().startswith(words)
        await pilot.press("y")
        await pilot.pause()
        assert pilot.app.clipboard == words


def test_no_color_prints_no_code_of_colour_whatever_is_opened() -> None:
    env = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2]), "LANG": "C.UTF-8", "NO_COLOR": "1"}
    terminal = Terminal(reader(str(paths.seeds())), env, (100, 30))
    assert terminal.wait_for(b"merely reported") or terminal.running
    typed = ("j", "]", "v", "\x1b", "/ira", "\r", "3", "x", "4", "\r", "\x1b", "p", "quds", "\x1b", "2a", "words")
    for keys in (*typed, "\x13", "?", "\x1b", ":", "\x1b", "s", "raid", "\x1b\x1b", "0", "\x1b"):
        terminal.send(keys.encode())
        terminal.read(0.3)
    terminal.send(b"Q")
    assert terminal.end() == 0
    terminal.close()
    codes = {code for found in re.findall(rb"\x1b\[([0-9;:]*)m", terminal.output) for code in re.split(rb"[;:]", found)}
    allowed = {b"", b"0", b"1", b"2", b"3", b"4", b"7", b"9", b"22", b"23", b"24", b"27", b"29"}
    assert codes <= allowed
    assert b"7" in codes


async def test_a_page_on_the_reading_line_is_never_an_empty_one() -> None:
    async with opened((80, 24)) as (pilot, desk):
        page = desk.query_one(Page)
        for key in ("space", "space", "ctrl+d", "space", "b", "ctrl+u", "b", "space", "ctrl+d"):
            await pilot.press(key)
            assert words_read(page).strip(), key


async def test_on_the_widest_screens_lists_stay_narrow_and_a_pane_alone_takes_it_all() -> None:
    async with opened((300, 80)) as (pilot, desk):
        assert {pane.id: pane.region.width for pane in desk.panes() if pane.display}["entities"] <= 56
        await pilot.press("4", "z")
        await pilot.pause()
        assert desk.active_pane.region.width == 300


async def test_with_two_panes_nothing_of_the_text_moves_when_the_other_one_changes() -> None:
    for size in ((80, 24), (100, 30), (100, 16)):
        async with opened(size) as (pilot, desk):
            page = desk.query_one(Page)
            seen = set()
            for key in "123452":
                await pilot.press(key)
                await pilot.pause()
                seen.add((page.region, page.scroll_offset))
            assert len(seen) == 1, size


class WatchedPage(Page):
    """Takes note of the width it has at each painting, and of the one its text is wrapped at."""

    def __init__(self) -> None:
        super().__init__("page")
        self.seen: list[tuple[int, int]] = []

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines, the widths noted."""
        lines = super().render_lines(crop)
        self.seen.append((self.size.width, max(map(len, self.lines_of_text()))))
        return lines

    def lines_of_text(self) -> list[str]:
        """The lines as they are wrapped."""
        return [self.sheet.text[slice(*self._laid.span(line))] for line in range(len(self._laid))]


async def test_the_first_sight_of_a_text_is_wrapped_at_its_width() -> None:
    app = Backstory([])
    page = WatchedPage()
    text = "many short words on one long line " * 20
    page.show(Sheet(text=text, blocks=(Block("body", 0, len(text)),)))
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause(0.5)
        await app.screen.mount(page)
        await pilot.pause()
        for size in ((60, 20), (90, 24)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
        widths = {width for width, _ in page.seen}
        assert widths >= {60, 90, 100}
        assert all(longest <= width and longest > width // 2 for width, longest in page.seen), page.seen


async def test_the_keys_below_are_those_of_the_pane_one_has_come_to() -> None:
    async with opened((100, 30)) as (pilot, desk):
        line = desk.query_one(StatusLine)
        for key, word in (("1", "order"), ("3", "conflicts"), ("4", "merge"), ("5", "delete"), ("tab", "commands")):
            await pilot.press(key)
            await pilot.pause()
            assert word in str(line.content), key


async def test_a_click_on_the_name_of_a_pane_leads_to_it() -> None:
    for size in ((160, 40), (80, 24), (40, 12)):
        async with opened(size) as (pilot, desk):
            for name in ("timeline", "notes", "text"):
                line = desk.query_one(TabLine)
                drawn = str(line.content)
                number = str(("articles", "text", "timeline", "entities", "notes").index(name) + 1)
                await pilot.click(TabLine, offset=(drawn.index(number) + 1, 0))
                await pilot.pause()
                assert desk.active_pane.id == name
                assert desk.active_pane.view.has_focus
