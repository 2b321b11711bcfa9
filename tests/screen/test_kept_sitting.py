"""The reader keeps what it read of a collection, reads many files by several processes, and says how far it is."""

import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tui import paths
from tui.app import Backstory
from tui.corpus.shelf import shelf
from tui.dialogs.front import Front
from tui.panes.lines import StatusLine
from tui.sitting.sitting import Sitting


@asynccontextmanager
async def opened(folder: Path, size: tuple[int, int] = (120, 30)) -> AsyncIterator[tuple[Pilot[int], Sitting]]:
    """The reader on a collection, read whole."""
    app = Backstory([folder])
    async with app.run_test(size=size) as pilot:
        for _ in range(1500):
            await pilot.pause(0.02)
            sitting = app.sitting
            if sitting is not None and sitting.corpus is not None and sitting.corpus.complete:
                break
        if isinstance(app.screen, Front):
            await pilot.press("escape")
        assert isinstance(app.screen, Sitting)
        yield pilot, app.screen


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    home = tmp_path / "many"
    home.mkdir()
    for number in range(120):
        (home / f"{number}.txt").write_text(
            f"Raid {number}\n\nKarl Weber came to Irbil on June {number % 28 + 1}, 2007.\n"
        )
    return home


async def test_many_files_are_read_by_processes_and_kept_for_the_next_sitting(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def here(*_: object) -> None:
        pytest.fail("read in the reader's own process")

    monkeypatch.setattr("tui.corpus.refresh.read_file", here)
    told = []
    for _ in range(2):
        async with opened(folder) as (_, sitting):
            corpus = sitting.corpus
            assert corpus is not None
            assert len(corpus.events) == 120
            told.append(list(corpus.events))
    assert told[0] == told[1]
    with closing(sqlite3.connect(shelf(paths.cache(), [folder]) / "index.sqlite")) as base:
        assert base.execute("SELECT count(*) FROM file").fetchone() == (120,)


async def test_how_far_the_reading_is_stands_beside_the_keys(folder: Path) -> None:
    async with opened(folder) as (pilot, sitting):
        line = sitting.query_one(StatusLine)
        await pilot.press("j")
        before = str(line.visual)
        sitting.post_message(Sitting.Working("reading 40 of 120, 20 a second, 0:04 left"))
        await pilot.pause()
        assert str(line.visual).endswith("reading 40 of 120, 20 a second, 0:04 left")
        assert str(line.visual).startswith(before[:20])
        sitting.post_message(Sitting.Working(""))
        await pilot.pause()
        assert str(line.visual) == before
