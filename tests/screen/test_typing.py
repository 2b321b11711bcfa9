"""What a letter typed in a box costs the screen: the list is drawn anew, nothing is laid out anew."""

from test_desk import opened
from textual.widgets import Input

from tui.dialogs.jump import HitRows, JumpBox


async def test_letters_typed_in_the_jump_box_never_lay_out_the_screen() -> None:
    async with opened((120, 36)) as (pilot, _):
        await pilot.press("p")
        await pilot.pause(0.1)
        box = pilot.app.screen
        assert isinstance(box, JumpBox)
        laid: list[object] = []
        box.screen_layout_refresh_signal.subscribe(box, laid.append, immediate=True)
        await pilot.press("q", "a")
        await pilot.pause()
        rows = box.query_one(HitRows)
        assert rows.count() > 1
        assert rows.virtual_size.height == rows.count()
        # Down to fewer hits than there is room for, to none, and back to more than that.
        many = rows.count() > rows.size.height
        await pilot.press("d", "s", "z", "z", "z")
        await pilot.pause()
        assert many
        assert rows.count() < rows.size.height
        await pilot.press(*["backspace"] * 6)
        await pilot.pause()
        assert rows.count() > rows.size.height
        assert laid == []


async def test_the_slider_of_a_list_says_how_long_it_is_after_every_letter() -> None:
    async with opened((120, 36)) as (pilot, _):
        await pilot.press("p")
        await pilot.pause(0.1)
        rows = pilot.app.screen.query_one(HitRows)
        for letter in ("a", "l", " ", "q", "backspace", "backspace", "backspace"):
            await pilot.press("space" if letter == " " else letter)
            await pilot.pause()
            assert rows.vertical_scrollbar.window_virtual_size == rows.count()
            assert drawn_over(rows) == (rows.count() > rows.size.height), "a list seen whole shows no slider"


def drawn_over(rows: HitRows) -> bool:
    """Whether anything of a slider is drawn where the scrollbar stands."""
    bar = rows.vertical_scrollbar
    cells = [segment for y in range(bar.size.height) for segment in bar.render_line(y)]
    return len({(cell.text, cell.style and (cell.style.bgcolor, cell.style.reverse)) for cell in cells}) > 1


async def test_a_long_query_scrolls_in_its_line() -> None:
    async with opened((60, 24)) as (pilot, _):
        await pilot.press("p")
        await pilot.pause(0.1)
        line = pilot.app.screen.query_one(Input)
        await pilot.press(*"abcdefgh" * 10)
        await pilot.pause(0.1)
        assert line.scroll_offset.x > 20
        await pilot.press("home")
        await pilot.pause(0.1)
        assert line.scroll_offset.x == 0
