"""Whatever stands over the panes is left once, however fast the key that leaves it is repeated."""

import pytest
from textual import events

from tui import paths
from tui.app import Backstory
from tui.desk.desk import Desk


@pytest.mark.parametrize("key", ["question_mark", "p", "colon", "m", "slash"])
async def test_a_key_that_leaves_means_nothing_more_once_it_is_left(key: str) -> None:
    app = Backstory([paths.seeds()])
    async with app.run_test(size=(100, 30)) as pilot:
        while not isinstance(app.screen, Desk) or app.sitting is None or app.sitting.corpus is None:
            await pilot.pause(0.02)
        await pilot.press(key)
        await pilot.pause()
        over = app.screen
        for _ in range(3):  # at once, as a key held down sends them
            over.post_message(events.Key("escape", None))
            app.post_message(events.Key("escape", None))
        await pilot.pause()
        await pilot.pause()
        assert isinstance(app.screen, Desk)
        assert app.is_running
