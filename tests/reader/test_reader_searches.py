"""Searches made before are kept, each once; saved ones by name."""

from pathlib import Path

import pytest

from tui.reader.searches import FILE, LATEST, Searches, keep, load


def test_searches_come_back_as_they_were_kept(tmp_path: Path) -> None:
    known = Searches().after("raid").after("irbil ").after("raid").named("Raids  of 2007", "raid date:2007").after(" ")
    keep(tmp_path, known)
    assert load(tmp_path) == known
    assert known.past == ("raid", "irbil")
    assert known.saved == (("Raids of 2007", "raid date:2007"),)
    assert (tmp_path / FILE).stat().st_mode & 0o777 == 0o600


def test_a_name_is_given_once_and_a_search_can_be_forgotten() -> None:
    known = Searches(("raid", "irbil")).named("b", "one").named("A", "two").named("B", "three")
    assert known.saved == (("A", "two"), ("B", "three"))
    assert known.without("three", "B").saved == (("A", "two"),)
    assert known.without("raid").past == ("irbil",)


def test_only_the_latest_are_remembered() -> None:
    known = Searches()
    for number in range(LATEST + 5):
        known = known.after(f"query {number}")
    assert len(known.past) == LATEST
    assert known.past[0] == f"query {LATEST + 4}"


@pytest.mark.parametrize("torn", ["", "[]", "{", '{"past": 3}', '{"saved": [["a"]]}'])
def test_a_torn_file_counts_as_none(tmp_path: Path, torn: str) -> None:
    (tmp_path / FILE).write_text(torn)
    assert load(tmp_path) == Searches()
