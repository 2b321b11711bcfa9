"""What several tests of the corpus stand on: a small folder, its cache, and a machine on which all is large."""

from pathlib import Path

import pytest
from whole import make_folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of a few articles; a test file with other articles in mind has one of its own."""
    return make_folder(tmp_path / "articles")


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    """Where what is found in the folder is kept."""
    return tmp_path / "cache" / "own"


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every collection is so large that nothing of it is held, and that processes tell it if there may be any."""
    monkeypatch.setattr("tui.corpus.build.MANY", 1)
    monkeypatch.setattr("tui.corpus.teller.FEW", 1)
