"""What was put in order once is opened again as it was, or not at all."""

from pathlib import Path

import pytest

from tui.dates.edtf import parse
from tui.jump import JumpIndex, Target
from tui.jump.columns import read, write

TARGETS = [
    Target("entity", "Qods Force", 0, (("Quds Force", "stated"), ("IRGC–QF", "initials")), 60, 3, 17),
    Target("entity", "Kata’ib Hezbollah", 1, (), 12, 1, 4),
    Target("entity", "Владимир Путин", 2, (), 5),
    Target("article", "Qods agents released", 0, (("a.txt", "file"),), 0, 0),
    Target("event", "Qods Force agents were released", 7, (), 0, 0, 40),
    Target("entity", "?!", 3, (), 1),
    Target("entity", "odd \udc80 name", 4, (), 1),
]
DAYS = [parse("2007-02-04").first]
QUERIES = ["", "q", "quds", "kataib", "hizbola", "putin", "@q", "#qods", "4 feb", "irgcqf", "odd", "nobody", "qf"]
RECENT: list[tuple[str, int | str]] = [("article", 0), ("entity", 2), ("note", "gone")]


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    path = tmp_path / "cache" / "jump.index"
    JumpIndex.build(TARGETS, DAYS).save(path, "as it was")
    return path


def test_an_index_that_was_saved_ranks_as_the_one_that_was_built(saved: Path) -> None:
    built, opened = JumpIndex.build(TARGETS, DAYS), JumpIndex.open(saved, "as it was")
    assert opened is not None
    for query in QUERIES:
        assert opened.rank(query, recent=RECENT) == built.rank(query, recent=RECENT)
    assert opened.rank("quds")[0].target == TARGETS[0]


def test_it_is_readable_by_its_owner_alone(saved: Path) -> None:
    assert saved.stat().st_mode & 0o777 == 0o600
    assert saved.parent.stat().st_mode & 0o777 == 0o700
    assert [file.name for file in saved.parent.iterdir()] == ["jump.index"]


def test_an_index_made_of_something_else_is_not_opened(saved: Path) -> None:
    assert JumpIndex.open(saved, "as it is now") is None
    assert JumpIndex.open(saved.with_name("none"), "as it was") is None


@pytest.mark.parametrize("share", [0.0, 0.001, 0.01, 0.3, 0.6, 0.9, 0.999])
def test_a_damaged_file_is_not_opened_wherever_the_damage_is(saved: Path, share: float) -> None:
    whole = saved.read_bytes()
    at = int(share * len(whole))
    saved.write_bytes(whole[:at])
    assert JumpIndex.open(saved, "as it was") is None
    changed = bytearray(whole)
    changed[at : at + 16] = bytes(byte ^ 0xFF for byte in changed[at : at + 16])
    saved.write_bytes(changed)
    assert JumpIndex.open(saved, "as it was") is None


def test_a_saved_index_of_nothing_finds_nothing(tmp_path: Path) -> None:
    JumpIndex.build([]).save(tmp_path / "none", "k")
    opened = JumpIndex.open(tmp_path / "none", "k")
    assert opened is not None
    assert opened.rank("qods") == []
    assert opened.rank("") == []


def test_one_that_is_open_stays_as_it_is_while_another_takes_its_place(saved: Path) -> None:
    opened = JumpIndex.open(saved, "as it was")
    JumpIndex.build(TARGETS[:1]).save(saved, "another")
    assert opened is not None
    assert opened.rank("kataib")[0].target == TARGETS[1]


def test_columns_come_back_as_they_were_saved(tmp_path: Path) -> None:
    saved = {"one": b"abc", "two": b"", "three": b"12345678"}
    write(tmp_path / "c", "k", saved)
    columns = read(tmp_path / "c", "k")
    assert columns is not None
    assert {name: bytes(column) for name, column in columns.items()} == {
        "one": b"abc",
        "two": b"",
        "three": b"12345678",
    }
    assert read(tmp_path / "c", None) is not None


def test_what_is_put_beside_is_found_as_well_and_replaced_whole(saved: Path) -> None:
    index = JumpIndex.open(saved, "as it was")
    assert index is not None
    noted = index.beside([Target("note", "Second source needed", "n1"), Target("tag", "qods", "qods")])
    assert [hit.target.ref for hit in noted.rank("!second")] == ["n1"]
    assert ("tag", "qods") in [(hit.target.kind, hit.target.ref) for hit in noted.rank("qods")]
    assert noted.rank("", recent=[("note", "n1")])[0].target.ref == "n1"
    again = noted.beside([Target("command", "Zoom", "desk.zoom", (("This pane alone", "what it does"),))])
    assert again.rank("!second") == []
    assert [hit.target.ref for hit in again.rank(">zoom")] == ["desk.zoom"]


def test_what_is_beside_gives_way_as_it_is_typed_on_like_anything_else(saved: Path) -> None:
    index = JumpIndex.open(saved, "as it was")
    assert index is not None
    index = index.beside([Target("tag", "Qods", "qods"), Target("tag", "Qo", "qo")])
    before = 99
    for length in range(1, len("Qods Force") + 1):
        refs = [hit.target.ref for hit in index.rank("Qods Force"[:length]) if hit.target.kind != "article"]
        assert refs.index(0) <= before
        before = refs.index(0)
