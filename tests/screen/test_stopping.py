"""Promises of long work: it shows how far it is, can be stopped by a key, and goes on where it was stopped."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from tui.app import Backstory
from tui.dialogs.front import Front
from tui.dialogs.frontkeys import FrontKeys
from tui.panes.lines import StatusLine
from tui.sitting.sitting import Sitting


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    there = tmp_path / "many"
    there.mkdir()
    for number in range(60):
        story = " ".join(f"On {day} June 1944 General Bradley left Caen for Bayeux." for day in range(1, 29))
        (there / f"{number:03}.txt").write_text(f"Story {number}\n\n{story * 6}\n")
    return there


async def at_work(pilot: Pilot[int]) -> Sitting:
    """Wait until the collection is being read."""
    app = pilot.app
    assert isinstance(app, Backstory)
    for _ in range(1000):
        await pilot.pause(0.005)
        if app.sitting is not None and app.sitting.is_reading:
            return app.sitting
    raise AssertionError("nothing was read")


def is_complete(sitting: Sitting) -> bool:
    """Whether the collection is read whole."""
    return sitting.corpus is not None and sitting.corpus.complete


@pytest.mark.parametrize("key", ["ctrl+g", "ctrl+c"])
async def test_reading_is_stopped_by_a_key_and_goes_on_by_one(folder: Path, key: str) -> None:
    app = Backstory([folder])
    async with app.run_test(size=(120, 30)) as pilot:
        sitting = await at_work(pilot)
        await pilot.press(key)
        await pilot.pause()
        told = str(sitting.query_one(StatusLine).visual)
        assert told.startswith("Stopped")
        assert told.endswith("Ctrl-G reads on.")
        await app.workers.wait_for_complete([worker for worker in sitting.workers if not worker.is_cancelled])
        assert not is_complete(sitting)
        await pilot.press("ctrl+g")
        for _ in range(3000):
            await pilot.pause(0.02)
            if is_complete(sitting):
                break
        assert sitting.corpus is not None
        assert len(sitting.corpus.entities) > 1
        await pilot.press("ctrl+g")
        await pilot.pause()
        assert "Nothing long" in str(sitting.query_one(StatusLine).visual)


async def test_reading_is_stopped_from_the_front_page_too_and_the_page_says_so(folder: Path) -> None:
    app = Backstory([folder])
    async with app.run_test(size=(120, 30)) as pilot:
        sitting = await at_work(pilot)
        sitting.open_front()
        await pilot.pause()
        front = app.screen
        assert isinstance(front, Front)
        await pilot.press("ctrl+g")
        await pilot.pause()
        line = front.query_one(FrontKeys)
        assert str(line.visual).startswith("Stopped")
        await app.workers.wait_for_complete([worker for worker in sitting.workers if not worker.is_cancelled])
        assert not is_complete(sitting)
        await pilot.press("j")
        await pilot.pause()
        assert "open" in str(line.visual)
        await pilot.press("ctrl+g")
        for _ in range(3000):
            await pilot.pause(0.02)
            if is_complete(sitting):
                break
        assert is_complete(sitting)
