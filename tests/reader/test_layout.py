"""Promises of the layout: which panes stand at which size."""

from dataclasses import replace

import pytest

from tui.reader.layout import PANE_NAMES, Layout


@pytest.mark.parametrize(
    ("columns", "lines", "shown"),
    [
        (200, 50, ("timeline", "text", "entities")),
        (120, 30, ("timeline", "text", "entities")),
        (119, 30, ("text", "timeline")),
        (80, 24, ("text", "timeline")),
        (79, 24, ("text",)),
        (40, 12, ("text",)),
        (30, 8, ("text",)),
        (29, 8, ()),
        (30, 7, ()),
    ],
)
def test_panes_at_each_size(columns: int, lines: int, shown: tuple[str, ...]) -> None:
    assert Layout().shown(columns, lines) == shown


def test_a_pane_turned_to_takes_its_column_and_the_text_stays() -> None:
    assert Layout().turn_to("notes").shown(200, 50) == ("timeline", "text", "notes")
    assert Layout().turn_to("articles").shown(200, 50) == ("articles", "text", "entities")
    assert Layout().turn_to("entities").shown(100, 30) == ("text", "entities")


def test_turning_to_the_text_keeps_the_side_pane() -> None:
    assert Layout().turn_to("entities").turn_to("text").shown(100, 30) == ("text", "entities")


def test_zoom_shows_the_active_pane_alone_and_gives_it_back() -> None:
    zoomed = Layout().turn_to("notes").zoom()
    assert zoomed.shown(200, 50) == ("notes",)
    assert zoomed.zoom() == Layout().turn_to("notes")


@pytest.mark.parametrize("size", [(200, 50), (100, 30), (60, 20)])
@pytest.mark.parametrize("by", [1, -1])
def test_stepping_goes_round_and_comes_back(size: tuple[int, int], by: int) -> None:
    layout = Layout()
    seen = []
    for _ in range(len(PANE_NAMES) if size[0] < 80 else len(layout.shown(*size))):
        layout = layout.step(by, *size)
        seen.append(layout.active)
    assert layout.active == "text"
    assert len(set(seen)) == len(seen)


@pytest.mark.parametrize("name", PANE_NAMES)
@pytest.mark.parametrize("size", [(200, 50), (100, 30), (60, 20)])
def test_the_pane_turned_to_is_always_seen(name: str, size: tuple[int, int]) -> None:
    assert name in Layout().turn_to(name).shown(*size)


def test_with_two_panes_the_text_stays_where_it_is_whichever_stands_with_it() -> None:
    for columns, lines in ((80, 24), (100, 30), (119, 60), (100, 16)):
        stands = {Layout().turn_to(name).stands(columns, lines) for name in PANE_NAMES}
        assert stands == {"stacked" if lines >= 20 else "paired"}
        assert {Layout().turn_to(name).shown(columns, lines)[0] for name in PANE_NAMES} == {"text"}


@pytest.mark.parametrize(
    ("columns", "lines", "stands"),
    [
        (200, 50, "three"),
        (120, 30, "three"),
        (119, 30, "stacked"),
        (80, 24, "stacked"),
        (80, 8, "paired"),
        (79, 24, "alone"),
    ],
)
def test_how_panes_stand_at_each_size(columns: int, lines: int, stands: str) -> None:
    assert Layout().stands(columns, lines) == stands
    assert replace(Layout(), zoomed=True).stands(columns, lines) == "alone"
