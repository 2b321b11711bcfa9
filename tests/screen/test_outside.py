"""What leads out of the reader: the original, which is asked first; the file in an editor; copies."""

import os
import webbrowser
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from pseudo_terminal import Terminal, reader
from textual.pilot import Pilot
from textual.widgets import Static

from tui.app import Backstory
from tui.desk.desk import Desk
from tui.dialogs.original import OpenOriginal
from tui.panes.lines import StatusLine
from tui.panes.page import Page

ADDRESS = "https://example.org/archive/2007/05/a-long-name-of-an-article?from=feed&id=12;x$(y)"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "articles"
    made.mkdir()
    (made / "a.md").write_text(f"---\ntitle: One\nurl: {ADDRESS}\n---\n\nAnna Smith left Rome in May 2007.\n")
    (made / "b.txt").write_text("Two\n\nWords without an address.\n\nThe third line.\n")
    return made


@asynccontextmanager
async def opened(folder: Path, size: tuple[int, int] = (100, 30)) -> AsyncIterator[tuple[Pilot[int], Desk]]:
    app = Backstory([folder])
    async with app.run_test(size=size) as pilot:
        for _ in range(400):
            await pilot.pause(0.02)
            if app.sitting is not None and app.sitting.corpus is not None and app.sitting.corpus.complete:
                break
        assert isinstance(app.screen, Desk)
        yield pilot, app.screen


def said(desk: Desk) -> str:
    return str(desk.query_one(StatusLine).content)


@pytest.fixture
def browser(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A browser that writes down what it is to open; gives back where."""
    told, named = tmp_path / "opened", tmp_path / "browser"
    named.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" >> {told}\n')
    named.chmod(0o755)
    monkeypatch.setenv("BROWSER", f"{named} %s &")
    monkeypatch.setattr(webbrowser, "_tryorder", None)
    return told


async def test_the_original_is_opened_after_its_whole_address_was_shown(folder: Path, browser: Path) -> None:
    async with opened(folder, (40, 16)) as (pilot, desk):
        await pilot.press("o")
        await pilot.pause()
        assert isinstance(pilot.app.screen, OpenOriginal)
        shown = pilot.app.screen.query_one("#original-url", Static)
        assert str(shown.content) == ADDRESS
        assert shown.size.width * shown.size.height >= len(ADDRESS)
        assert not browser.exists()
        await pilot.press("escape")
        assert not browser.exists()
        await pilot.press("o", "enter")
        for _ in range(100):
            await pilot.pause(0.02)
            if "was asked to open" in said(desk) and browser.exists():
                break
        assert browser.read_text() == f"{ADDRESS}\n"


async def test_an_article_without_an_address_says_so(folder: Path) -> None:
    async with opened(folder) as (pilot, desk):
        await pilot.press("J", "o")
        await pilot.pause()
        assert isinstance(pilot.app.screen, Desk)
        assert "names no original" in said(desk)


async def test_without_a_browser_the_address_can_be_copied(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("BROWSER", "DISPLAY", "WAYLAND_DISPLAY", "TERM", "TMUX"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(webbrowser, "_tryorder", None)
    monkeypatch.setattr(webbrowser, "_browsers", {})
    async with opened(folder) as (pilot, desk):
        await pilot.press("o", "enter")
        assert isinstance(pilot.app.screen, OpenOriginal)
        assert "No browser is found here." in str(pilot.app.screen.query_one(".card-title", Static).content)
        await pilot.press("y")
        for _ in range(100):
            await pilot.pause(0.02)
            if "Copied" in said(desk):
                break
        assert pilot.app.clipboard == ADDRESS
        assert "copied.txt" in said(desk)


def test_the_file_is_edited_at_this_line_and_read_again(folder: Path, tmp_path: Path) -> None:
    told, editor = tmp_path / "told", tmp_path / "vi"
    file = folder / "b.txt"
    editor.write_text(
        f'#!/bin/sh\nprintf "%s|" "$@" > {told}\n'
        f'printf "Two\\n\\nA new line about Peter Brown.\\n\\nThe third line.\\n" > {file}\n'
    )
    editor.chmod(0o755)
    env: Mapping[str, str] = {
        **os.environ,
        "PYTHONPATH": str(Path(__file__).parents[2]),
        "LANG": "C.UTF-8",
        "EDITOR": str(editor),
    }
    terminal = Terminal(reader(str(file)), env)
    assert terminal.wait_for(b"The third line.")
    assert terminal.wait_for(b"in all") or terminal.running
    terminal.send(b"Ge")
    assert terminal.wait_for(b"A new line about"), terminal.output[-3000:]
    assert told.read_text() == f"+5|{file}|"
    terminal.send(b"Q")
    assert terminal.end() == 0
    terminal.close()


async def test_a_file_changed_since_it_was_read_is_shown_as_it_is_now_and_nothing_points_into_it(folder: Path) -> None:
    async with opened(folder) as (pilot, desk):
        (folder / "b.txt").write_text("Now something else stands here. And on.\n")
        await pilot.press("J", "2")
        await pilot.pause()
        page = desk.query_one(Page)
        assert page.sheet.text == "Now something else stands here. And on.\n"
        assert page.sheet.changed
        assert (page.sheet.inks, page.sheet.marks) == ((), ())
        await pilot.press("]", "[", "f", "i", "*", ")")
        await pilot.press("/", *"else", "enter", "n", "escape")
        for key in ("a", "y", "Y", "E", "v", "escape", "enter", "G", "g"):
            await pilot.press(key)
            await pilot.pause()
            if pilot.app.screen is not desk:
                await pilot.press("escape")
        assert pilot.app.screen is desk
        assert page.sheet.text.startswith("Now something else")
