"""Promises of drafts: what was typed is found again, whatever happened to the file."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tui.reader.draft import Draft, DraftShelf

DRAFTS = st.builds(Draft, st.text(max_size=40), st.text(max_size=200), st.lists(st.text(max_size=9)).map(tuple))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(DRAFTS)
def test_a_kept_draft_comes_back_as_typed(tmp_path: Path, draft: Draft) -> None:
    DraftShelf(tmp_path).keep(draft)
    assert DraftShelf(tmp_path).find(draft.subject) == draft


def test_a_later_draft_replaces_the_one_before(tmp_path: Path) -> None:
    shelf = DraftShelf(tmp_path)
    shelf.keep(Draft("a", "one"))
    shelf.keep(Draft("a", "two"))
    found = shelf.find("a")
    assert found is not None
    assert found.text == "two"
    assert len(list(tmp_path.iterdir())) == 1


def test_a_dropped_draft_is_gone(tmp_path: Path) -> None:
    shelf = DraftShelf(tmp_path)
    shelf.keep(Draft("a", "one"))
    shelf.drop("a")
    assert shelf.find("a") is None


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b'{"subject": 1}', b"\xff\xfe", b'{"subject":"a","text":"x"}'])
def test_a_torn_draft_is_no_draft_and_no_crash(tmp_path: Path, damage: bytes) -> None:
    shelf = DraftShelf(tmp_path)
    shelf.keep(Draft("a", "one"))
    next(tmp_path.iterdir()).write_bytes(damage)
    assert shelf.find("a") is None


def test_drafts_are_private(tmp_path: Path) -> None:
    DraftShelf(tmp_path / "state").keep(Draft("a", "one"))
    assert (tmp_path / "state").stat().st_mode & 0o777 == 0o700
    assert next((tmp_path / "state").iterdir()).stat().st_mode & 0o777 == 0o600
