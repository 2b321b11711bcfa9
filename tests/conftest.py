"""Fixtures that keep the developer's machine out of the tests, and the bundled collection, read once."""

import os
from pathlib import Path

import pytest

from tui import paths
from tui.corpus.build import build, scan
from tui.corpus.tables import Corpus


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Data, config, state and cache of each test lie in its own folder; its colours and editors are unset."""
    home = tmp_path / "home"
    for name in ("DATA", "CONFIG", "STATE", "CACHE"):
        monkeypatch.setenv(f"BACKSTORY_{name}_DIR", str(home / name.lower()))
    for name in ("NO_COLOR", "CLICOLOR_FORCE", "PAGER", "VISUAL", "EDITOR", "COLUMNS", "LINES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    return home


@pytest.fixture(scope="session")
def bundled() -> Corpus:
    """The bundled collection, read whole."""
    return build(scan([paths.seeds()]))


@pytest.fixture(scope="session")
def dumps() -> Path:
    """The folder of the two dumps the project began with, named by BACKSTORY_DUMPS."""
    folder = os.environ.get("BACKSTORY_DUMPS", "")
    if not folder:
        pytest.skip("BACKSTORY_DUMPS names no folder with the two dumps")
    return Path(folder)
