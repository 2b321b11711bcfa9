"""Promises of leaving and coming back: place, panes and timeline are as they were, even after a kill."""

import json
from pathlib import Path

from test_desk import opened

from tui import paths
from tui.panes.timeline import TimelinePane
from tui.reader.chronicle import Zoom
from tui.reader.place import Goto
from tui.sitting.sitting import SETTLED


def kept(kind: str) -> dict[str, object]:
    """What lies in the state folder of that kind."""
    found: list[Path] = sorted(paths.state().glob(f"{kind}-*.json"))
    return dict(json.loads(found[0].read_text())) if found else {}


async def test_the_panes_and_the_timeline_are_taken_up_as_they_were_left() -> None:
    async with opened() as (pilot, desk):
        await pilot.press("5", "3", "minus", "z")
        await pilot.pause()
        assert desk.layout_wanted.zoomed
    async with opened() as (pilot, desk):
        assert [pane.id for pane in desk.panes() if pane.display] == ["timeline"]
        assert desk.query_one(TimelinePane).view.has_focus
        assert desk.query_one(TimelinePane).zoom is Zoom.MONTH
        await pilot.press("z")
        assert [pane.id for pane in desk.panes() if pane.display] == ["timeline", "text", "notes"]


async def test_the_filter_of_the_timeline_is_taken_up() -> None:
    async with opened() as (pilot, desk):
        await pilot.press("3", "F", *"petraus", "enter")
        await pilot.pause()
        timeline = desk.query_one(TimelinePane)
        sieve, rows = timeline.sieve, timeline.view.count()
        assert not sieve.is_open
    async with opened() as (pilot, desk):
        timeline = desk.query_one(TimelinePane)
        assert (timeline.sieve, timeline.view.count()) == (sieve, rows)
        await pilot.press("escape")
        assert timeline.sieve.is_open


async def test_a_torn_state_file_opens_the_screen_as_shipped() -> None:
    async with opened() as (pilot, _):
        await pilot.press("4")
    for path in paths.state().glob("screen-*.json"):
        path.write_text('{"panes": {"active": "kitchen"')
    async with opened() as (_, desk):
        assert desk.active_pane.id == "text"


async def test_the_place_is_on_disk_once_the_reader_has_stayed_there() -> None:
    async with opened() as (pilot, desk):
        assert not kept("position")
        desk.go(Goto(article=1, at=700))
        for _ in range(100):
            await pilot.pause(SETTLED / 10)
            if kept("position") and kept("ways"):
                break
        assert desk.corpus is not None
        path = desk.corpus.articles[1].path
        assert kept("position")["article"] == path
        assert kept("position")["left_at"] == {desk.corpus.articles[0].path: 0, path: 700}
        assert kept("ways")["behind"]
