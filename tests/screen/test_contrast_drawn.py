"""What is really drawn can be read: 4.5 : 1 for every pair of letters and ground, in every pane, dialog and theme."""

from collections.abc import AsyncIterator, Iterable, Iterator
from contextlib import asynccontextmanager

import pytest
from rich.segment import Segment
from rich.style import Style
from textual.pilot import Pilot
from textual.strip import Strip

from tui import paths
from tui.app import Backstory
from tui.contrast import LEAST, ratio
from tui.desk.desk import Desk

DRAWN = " ─│┌└├┐┘╭╮╰╯▌▏▎▊▁▂▃▄▅▆▇█━┃┏┓┗┛▔░▉▐╸╺"
"""Signs that are lines and bars, and no letters."""

READING = [
    ("text", "j j j j"),
    ("a name in focus", "right_square_bracket"),
    ("a selection", "v v v"),
    ("a search in the text", "escape escape slash i r a q"),
    ("its hits", "enter"),
    ("the timeline", "escape 3 j j"),
    ("the conflicts", "x j"),
    ("the years", "x minus minus"),
    ("the entities", "plus plus 4 j j"),
    ("the articles", "1 j"),
]
"""States of the desk, and the keys from one to the next."""

DIALOGS = [
    ("a dossier", "4 enter"),
    ("jump", "escape 2 p q u d s"),
    ("the palette", "escape colon n o t"),
    ("the keys", "escape question_mark"),
    ("the search", "escape s r a i d"),
    ("a note being written", "escape escape 2 a h i"),
    ("the noted text", "ctrl+s"),
    ("the notes", "5"),
    ("a question", "d"),
    ("a card", "escape 2 i"),
    ("a date", "escape E"),
    ("letters on links", "escape f"),
    ("two names", "escape 4 M i r a"),
    ("the kinds", "escape T"),
    ("another name", "escape R"),
    ("why a name", "escape w"),
    ("sources compared", "escape 3 x c"),
    ("a filter", "escape x F"),
    ("the front page", "escape 2 0"),
]
"""The same of what opens over the desk."""


@asynccontextmanager
async def opened(lines: int = 45) -> AsyncIterator[Pilot[int]]:
    app = Backstory([paths.seeds()])
    async with app.run_test(size=(160, lines)) as pilot:
        for _ in range(400):
            await pilot.pause(0.02)
            desk = app.sitting
            if desk is not None and desk.corpus is not None and desk.corpus.complete and desk.index is not None:
                break
        assert isinstance(app.screen, Desk)
        yield pilot


def segments(drawn: object) -> Iterator[Segment]:
    """The segments of a drawn line, however deep they lie."""
    if isinstance(drawn, Segment):
        yield drawn
    elif isinstance(drawn, Iterable):
        for part in drawn:
            yield from segments(part)


def faint(pilot: Pilot[int]) -> dict[str, float]:
    """The words on the screen that are hard to read, with their contrast; of a dialog, those of its card alone."""
    screen = pilot.app.screen
    card = next(iter(screen.query(".card")), None)
    region = card.region if card is not None else screen.region
    drawn = screen._compositor.render_update(full=True, screen_stack=pilot.app._background_screens)
    found: dict[str, float] = {}
    for y, line in enumerate(getattr(drawn, "strips", ())):
        if not region.y <= y < region.bottom:
            continue
        for text, style, _ in Strip(list(segments(line))).crop(region.x, region.right):
            if text.strip(DRAWN):
                reached = contrast(style)
                if reached < LEAST:
                    found[text.strip()] = round(reached, 2)
    return found


def contrast(style: Style | None) -> float:
    """Contrast of a style's letters on their ground; 0 if one of them is left to the terminal."""
    if style is None or style.color is None or style.bgcolor is None or style.dim:
        return 0.0
    return ratio(tuple(style.color.get_truecolor()), tuple(style.bgcolor.get_truecolor()))


async def states(pilot: Pilot[int], themes: list[str], steps: list[tuple[str, str]]) -> dict[tuple[str, str], object]:
    """What is hard to read, by theme and state."""
    found: dict[tuple[str, str], object] = {}
    for state, keys in steps:
        await pilot.press(*keys.split())
        await pilot.pause(0.05)
        for theme in themes:
            pilot.app.theme = theme
            await pilot.pause()
            await pilot.pause()
            if words := faint(pilot):
                found[theme, state] = words
    return found


@pytest.mark.parametrize("steps", [READING, DIALOGS], ids=["panes", "dialogs"])
async def test_every_word_can_be_read_in_our_own_themes(steps: list[tuple[str, str]]) -> None:
    async with opened() as pilot:
        assert await states(pilot, ["backstory-dark", "backstory-light"], steps) == {}


async def test_every_word_can_be_read_in_the_themes_of_the_toolkit() -> None:
    # Words of every sort stand on fewer lines too, and every theme draws all of them in every state.
    async with opened(lines=24) as pilot:
        themes = [name for name in pilot.app.available_themes if not name.startswith(("backstory", "ansi"))]
        assert len(themes) > 10
        steps = [*READING[:1], *READING[3:4], *READING[5:6], *DIALOGS[1:2]]
        assert await states(pilot, themes, steps) == {}


async def test_the_measure_finds_what_cannot_be_read() -> None:
    async with opened() as pilot:
        pilot.app.screen.query_one("#status").styles.color = "#333333"
        await pilot.pause()
        assert faint(pilot)
