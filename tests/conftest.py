"""Fixtures that keep the developer's machine out of the tests, the bundled collection, read once, and a small one."""

import gc
import os
import signal
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from process import Program
from shelf_texts import FACTS, LETTER, PAGE, RAID

from tui import paths
from tui.corpus.build import build, scan
from tui.corpus.tables import Corpus

# Whoever starts the tests in the background (nohup, a job of cron) hands on that some signals are not to be heard, and
# so it would go for every program that is tested.
if threading.current_thread() is threading.main_thread():
    for number in (signal.SIGINT, *((signal.SIGHUP,) if hasattr(signal, "SIGHUP") else ())):
        if signal.getsignal(number) is signal.SIG_IGN:
            signal.signal(number, signal.SIG_DFL)


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


@pytest.fixture(autouse=True)
def thawed() -> Iterator[None]:
    """What a reader sets aside from collection, as it will need it to its end, can be collected after its test."""
    yield
    gc.unfreeze()


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


@pytest.fixture(scope="session")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder: plain text, Markdown, a web page, a folder below, and a file that cannot be read."""
    folder = tmp_path_factory.mktemp("kept") / "raids"
    (folder / "2008").mkdir(parents=True)
    (folder / "raid.txt").write_text(RAID, encoding="utf-8")
    (folder / "2008" / "letter.md").write_text(LETTER, encoding="utf-8")
    (folder / "page.html").write_text(PAGE, encoding="utf-8")
    (folder / "corpus.toml").write_text(FACTS, encoding="utf-8")
    (folder / "broken.txt").write_bytes(b"\x00\x01\x02")
    return folder


@pytest.fixture(scope="session")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Program:
    """The program with one home for all tests that only ask."""
    return Program(tmp_path_factory.mktemp("asked"))


@pytest.fixture
def program(tmp_path: Path) -> Program:
    """The program with a home of this test's own."""
    return Program(tmp_path / "own")
