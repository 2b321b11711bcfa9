"""Promises of two articles on one screen: both follow what both speak of, and Enter reads on in one of them."""

import pytest
from test_desk import opened
from textual.pilot import Pilot

from tui.dialogs.beside import Beside
from tui.dialogs.choose import Choose


def current(pilot: Pilot[int]) -> object:
    """The screen on top."""
    return pilot.app.screen


@pytest.mark.parametrize(
    ("size", "beside"), [((200, 50), True), ((100, 30), True), ((80, 24), False), ((40, 12), False)]
)
async def test_two_articles_stand_beside_or_above_each_other(size: tuple[int, int], beside: bool) -> None:
    async with opened(size) as (pilot, _):
        await pilot.press("2", "c")
        assert isinstance(current(pilot), Choose)
        await pilot.press("enter")
        await pilot.pause()
        screen = pilot.app.screen
        assert isinstance(screen, Beside)
        one, other = screen._pages
        assert (one.region.y == other.region.y) is beside
        assert one.size.height >= 3
        assert other.size.height >= 3


async def test_both_texts_follow_what_both_speak_of() -> None:
    async with opened((140, 40)) as (pilot, desk):
        await pilot.press("1", "G", "c")
        await pilot.pause()
        screen = pilot.app.screen
        assert isinstance(screen, Beside)
        for _ in range(3):
            await pilot.press("right_square_bracket")
            matter = screen._matters[screen._here]
            for page, (start, _) in zip(screen._pages, (matter.one, matter.other), strict=True):
                first, last = page.reading_span
                assert first <= start <= last
        await pilot.press("tab", "enter")
        await pilot.pause()
        assert current(pilot) is desk
        assert (desk.place.article, desk.place.at) == (0, screen._pages[1].reading_span[0])
        await pilot.press("ctrl+o")
        assert desk.place.at == 0
