"""A dozen states of the screen, as pictures: when one changes, somebody has to look at it.

After a wanted change, look at the report and run `pytest tests/screen/test_snapshots.py --snapshot-update`.
"""

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Protocol

import pytest
from textual.app import App
from textual.pilot import Pilot

from tui import paths
from tui.app import Backstory
from tui.themes import LIGHT


class SnapCompare(Protocol):
    """The fixture of pytest-textual-snapshot, as it is used here."""

    def __call__(
        self,
        app: App[int],
        *,
        terminal_size: tuple[int, int],
        run_before: Callable[[Pilot[int]], Awaitable[None]],
    ) -> bool:
        """Whether the app looks as it did."""


def pressing(*keys: str, theme: str = "") -> Callable[[Pilot[int]], Awaitable[None]]:
    """Wait until the collection is read, then press keys."""

    async def act(pilot: Pilot[int]) -> None:
        app = pilot.app
        assert isinstance(app, Backstory)
        while app.sitting is None or app.sitting.index is None:
            await pilot.pause(0.02)
        if theme:
            app.theme = theme
        await pilot.press(*keys)
        await pilot.pause(0.1)

    return act


STATES: dict[str, tuple[tuple[int, int], list[str]]] = {
    "three panes at 160 columns": ((160, 40), ["down"] * 20),
    "two panes at 100 columns": ((100, 30), ["down"] * 20),
    "two panes at 80 columns with entities": ((80, 24), ["4", "j", "j"]),
    "one pane at 40 columns": ((40, 12), ["space"]),
    "the timeline alone": ((110, 30), ["3", "z", "j", "j", "j"]),
    "the timeline by month with a month open": ((110, 30), ["3", "z", "minus", "enter"]),
    "the timeline by year at 160 columns": ((160, 40), ["3", "minus", "minus", "enter"]),
    "the filter of the timeline": ((100, 30), ["3", "F", *"qods"]),
    "a period in the timeline": ((80, 24), ["3", "z", "F", *"2007-06..2008-06", "enter"]),
    "the conflicts, one dismissed": ((160, 40), ["3", "x", "g", "D", "exclamation_mark", "G", "enter"]),
    "two sides of a conflict": ((130, 36), ["3", "x", "g", "c"]),
    "a life line": ((100, 40), ["4", "slash", *"dulaimi", "enter", "enter"]),
    "articles": ((100, 30), ["1"]),
    "articles, one read and one starred": ((80, 24), ["1", "r", "j", "S"]),
    "the front page": ((100, 30), ["0"]),
    "the front page at 160 columns": ((160, 40), ["0", "tab"]),
    "the front page at 40 columns": ((40, 12), ["0"]),
    "a life drawn over time": ((100, 30), ["4", "B"]),
    "who appears with whom": ((100, 30), ["4", "C", "l"]),
    "two articles beside each other": ((120, 34), ["c", "enter", "right_square_bracket"]),
    "two articles above each other": ((80, 24), ["c", "enter", "right_square_bracket"]),
    "the first steps": ((80, 24), ["ctrl+n"]),
    "no notes yet": ((100, 30), ["5"]),
    "a name in focus and the next link": ((120, 34), ["right_square_bracket"] * 6),
    "a search with its hits": ((100, 30), ["slash", *"irbil", "enter"]),
    "the jump box": ((100, 30), ["p", *"daqduk"]),
    "the palette": ((100, 30), ["colon"]),
    "the palette at 40 columns": ((40, 12), ["colon", *"note"]),
    "nothing of that name": ((100, 30), ["p", *"zzzxq"]),
    "a dossier": ((100, 40), ["4", "enter"]),
    "keys of the text": ((100, 40), ["question_mark"]),
}


@pytest.mark.parametrize("state", STATES)
def test_it_looks_as_it_did(snap_compare: SnapCompare, state: str) -> None:
    size, keys = STATES[state]
    assert snap_compare(Backstory([paths.seeds()]), terminal_size=size, run_before=pressing(*keys))


def test_the_light_theme_looks_as_it_did(snap_compare: SnapCompare) -> None:
    app = Backstory([paths.seeds()])
    assert snap_compare(app, terminal_size=(120, 34), run_before=pressing(*["down"] * 20, theme=LIGHT.name))


def test_an_empty_folder_looks_as_it_did(
    snap_compare: SnapCompare, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A relative path: the picture must not hold this run's temporary folder.
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path)

    async def settled(pilot: Pilot[int]) -> None:
        await pilot.pause(0.3)

    assert snap_compare(Backstory([Path("empty")]), terminal_size=(100, 30), run_before=settled)
