"""Promises of the kept arrangement: it comes back as it was, and what is torn or foreign opens as shipped."""

import json
from pathlib import Path

import pytest

from tui.reader import arrangement, worn
from tui.reader.arrangement import Arrangement
from tui.reader.chronicle import Zoom
from tui.reader.eventsieve import HERE, EventSieve
from tui.reader.keeping import Keeping, Left
from tui.reader.layout import Layout
from tui.reader.period import year_of
from tui.reader.positions import Positions, load
from tui.reader.sieve import Sieve

FULL = Arrangement(
    Layout("notes", "articles", "notes", "notes", True),
    Zoom.YEAR,
    EventSieve("José", year_of(2007), "raid", HERE, True, True),
    here_only=True,
    notes=Sieve("tag", "to check"),
)


def test_it_comes_back_as_it_was(tmp_path: Path) -> None:
    arrangement.keep(tmp_path, "/a", FULL)
    assert arrangement.load(tmp_path, "/a") == FULL
    assert arrangement.load(tmp_path, "/b") == Arrangement()


@pytest.mark.parametrize(
    "change",
    [
        {"panes": {}},
        {"panes": "x"},
        {"zoom": 9},
        {"sieve": {"entity": 1}},
        {"sieve": None},
        {"panes": {"active": []}},
        {"notes": 3},
    ],
)
def test_what_is_foreign_opens_as_shipped(tmp_path: Path, change: dict[str, object]) -> None:
    arrangement.keep(tmp_path, "/a", FULL)
    path = next(tmp_path.glob("screen-*.json"))
    path.write_text(json.dumps({**json.loads(path.read_text()), **change}))
    assert arrangement.load(tmp_path, "/a") == Arrangement()


@pytest.mark.parametrize("panes", [{"active": "kitchen"}, {"left": "notes"}, {"right": "timeline"}, {"side": "text"}])
def test_panes_that_cannot_stand_so_stand_as_shipped(tmp_path: Path, panes: dict[str, str]) -> None:
    arrangement.keep(tmp_path, "/a", FULL)
    path = next(tmp_path.glob("screen-*.json"))
    body = json.loads(path.read_text())
    path.write_text(json.dumps({**body, "panes": {**body["panes"], **panes}}))
    assert arrangement.load(tmp_path, "/a").layout == Layout()


@pytest.mark.parametrize("content", ["", "[]", '{"theme"', "\xff", "{}"])
def test_a_torn_theme_file_names_no_theme(tmp_path: Path, content: str) -> None:
    (tmp_path / worn.FILE).write_text(content, encoding="latin-1")
    assert worn.load(tmp_path) == ""


def test_only_a_place_where_the_reader_stayed_is_put_on_disk_and_only_once() -> None:
    keeping = Keeping()
    here, there = (Left(Positions("a", {"a": at}), Arrangement()) for at in (1, 2))
    assert not keeping.settled(here)
    assert not keeping.settled(there)
    assert keeping.settled(there)
    assert not keeping.settled(there)


def test_what_still_waits_is_not_put_after_the_end(tmp_path: Path) -> None:
    keeping = Keeping()
    before, end = (Left(Positions("a", {"a": at}), Arrangement()) for at in (1, 2))
    keeping.settled(before)
    assert keeping.settled(before)
    keeping.end(tmp_path, "/a", end)
    keeping.put(tmp_path, "/a", before)
    assert load(tmp_path, "/a") == end.positions


def test_a_folder_that_cannot_be_written_costs_only_the_place(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    left = Left(Positions("a", {"a": 1}), Arrangement())
    Keeping().end(tmp_path / "file" / "state", "/a", left)
    assert not (tmp_path / "file").is_dir()
