"""Promises of config.toml and two variables on how the reader looks."""

from pathlib import Path

import pytest

from tui import paths
from tui.app import Backstory
from tui.panes.lines import StatusLine
from tui.panes.page import Page
from tui.reader import worn


def configured(words: str) -> Backstory:
    paths.config().mkdir(parents=True, exist_ok=True)
    (paths.config() / "config.toml").write_text(words)
    return Backstory([paths.seeds()])


async def test_the_theme_of_the_config_file_goes_before_the_one_chosen_last() -> None:
    worn.keep(paths.state(), "backstory-dark")
    assert configured('theme = "backstory-light"').theme == "backstory-light"


async def test_the_variable_goes_before_the_config_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BACKSTORY_THEME", "nord")
    assert configured('theme = "backstory-light"').theme == "nord"


async def test_a_theme_that_is_not_there_is_said_and_costs_nothing() -> None:
    app = configured('theme = "mauve"')
    assert app.theme == "backstory-dark"
    async with app.run_test(size=(120, 30)) as pilot:
        while app.sitting is None:
            await pilot.pause(0.01)
        await pilot.pause(0.2)
        assert "no theme called mauve" in str(app.sitting.query_one(StatusLine).render())


async def test_lines_of_text_are_as_wide_as_the_config_file_says(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Title\n\n" + "word " * 200 + "\n")
    paths.config().mkdir(parents=True)
    (paths.config() / "config.toml").write_text("columns = 44")
    app = Backstory([tmp_path])
    async with app.run_test(size=(100, 30)) as pilot:
        while app.sitting is None or not app.sitting.is_mounted:
            await pilot.pause(0.01)
        await pilot.pause(0.2)
        page = next(iter(app.sitting.query(Page)))
        widths = [len(page.render_line(line).text.rstrip()) for line in range(page.size.height)]
    assert 30 < max(widths) <= 44 + 12 + (100 - 44) // 2
    assert page.measure == 44
