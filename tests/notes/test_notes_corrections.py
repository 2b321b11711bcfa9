"""Corrections are kept in order, taken back exactly, and a person's own writing around them stays."""

import tomllib
from pathlib import Path

import pytest

from tui.notes.corrections import FIELDS, Correction, Corrections
from tui.notes.errors import ReadOnlyError

HAND = """# what I know better
[[merge]]
into = "Qods Force"      # the usual spelling
names = ["Quds Force", "IRGC-QF"]

[[published]]
article = "a.txt"
value = 2009-07-10

[[merge]]
into = "B"
names = "b"
[[later]]
idea = true
"""
MERGE = Correction("merge", {"into": "Qods Force"}, {"names": ("Quds Force", "IRGC-QF")})


def test_corrections_are_read_in_the_order_they_were_written(tmp_path: Path) -> None:
    (tmp_path / "corrections.toml").write_text(HAND)
    assert Corrections.open(tmp_path).all == (
        MERGE,
        Correction("published", {"article": "a.txt", "value": "2009-07-10"}),
        Correction("merge", {"into": "B"}, {"names": ("b",)}),
        Correction("later", {"idea": "True"}),
    )


@pytest.mark.parametrize("what", FIELDS)
def test_a_correction_of_every_sort_is_there_after_a_restart(tmp_path: Path, what: str) -> None:
    lists = {
        key: ("one", 'two "quoted"\n') for key in FIELDS[what] if key in ("names", "aliases", "articles", "quotes")
    }
    correction = Correction(what, {key: f"{key}é" for key in FIELDS[what] if key not in lists}, lists)
    assert Corrections.open(tmp_path).add(correction)
    assert Corrections.open(tmp_path).all == (correction,)
    table = tomllib.loads((tmp_path / "corrections.toml").read_text())[what][0]
    assert tuple(table) == FIELDS[what]


def test_adding_and_taking_back_leaves_every_other_byte(tmp_path: Path) -> None:
    path = tmp_path / "corrections.toml"
    path.write_text(HAND)
    corrections = Corrections.open(tmp_path)
    new = Correction("ignore", {"name": "Iranian Ratlines"})
    assert corrections.add(new)
    assert path.read_text() == HAND + '\n[[ignore]]\nname = "Iranian Ratlines"\n'
    assert corrections.remove(Correction("merge", {"into": "B"}, {"names": ("b",)}))
    assert path.read_text().startswith(HAND[: HAND.index('[[merge]]\ninto = "B"')] + "[[later]]")
    assert corrections.all[-1] == new


def test_what_is_said_already_is_not_said_twice_and_what_is_not_said_cannot_be_taken_back(tmp_path: Path) -> None:
    corrections = Corrections.open(tmp_path)
    assert corrections.add(MERGE)
    assert not corrections.add(MERGE)
    assert corrections.remove(MERGE)
    assert not corrections.remove(MERGE)
    assert corrections.all == ()


def test_two_programs_correct_the_same_file_without_loss(tmp_path: Path) -> None:
    one, other = Corrections.open(tmp_path), Corrections.open(tmp_path)
    second = Correction("ignore", {"name": "x"})
    one.add(MERGE)
    other.add(second)
    assert one.refresh()
    assert one.all == other.all == (MERGE, second)


def test_a_damaged_file_is_named_by_line_and_never_written_to(tmp_path: Path) -> None:
    path = tmp_path / "corrections.toml"
    path.write_text(HAND + "[[merge\n")
    corrections = Corrections.open(tmp_path)
    assert corrections.all == ()
    assert "is damaged at line 15, column 8" in corrections.problem
    with pytest.raises(ReadOnlyError, match="line 15"):
        corrections.add(MERGE)
    assert path.read_text() == HAND + "[[merge\n"


def test_a_table_that_should_be_a_list_is_named_and_nothing_is_written(tmp_path: Path) -> None:
    path = tmp_path / "corrections.toml"
    path.write_text('[merge]\ninto = "Qods Force"\nnames = ["Quds Force"]\n')
    corrections = Corrections.open(tmp_path)
    assert "each is headed [[merge]]" in corrections.problem
    with pytest.raises(ReadOnlyError, match=r"\[\[merge\]\]"):
        corrections.add(MERGE)
    assert path.read_text().startswith("[merge]")


def test_a_correction_written_in_one_line_with_others_is_used_and_not_taken_back(tmp_path: Path) -> None:
    path = tmp_path / "corrections.toml"
    path.write_text('ignore = [{ name = "x" }, { name = "y" }]\n[mine]\nkey = 1\n')
    corrections = Corrections.open(tmp_path)
    assert corrections.all == (Correction("ignore", {"name": "x"}), Correction("ignore", {"name": "y"}))
    with pytest.raises(ReadOnlyError, match="cannot be changed here"):
        corrections.remove(corrections.all[0])
    assert path.read_text().startswith("ignore = [{")
