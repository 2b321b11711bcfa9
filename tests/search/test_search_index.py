"""The index holds what the articles say now, whatever became of it, of them, or of whoever wrote it."""

import os
import sqlite3
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tui.corpus.build import open_quickly, scan
from tui.corpus.files import File
from tui.corpus.tables import Corpus
from tui.search import TextIndex
from tui.search.refresh import Refreshed, is_fresh, refresh
from tui.search.schema import Unusable, open_index
from tui.search.words import Words, all_words


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    home = tmp_path / "articles"
    home.mkdir()
    for number in range(5):
        (home / f"{number}.txt").write_text(f"Article {number} tells of raid{number}.\n")
        os.utime(home / f"{number}.txt", (1000, 1000))
    return home


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "shelf" / "text.sqlite"


def files(folder: Path) -> tuple[File, ...]:
    return scan([folder]).listing.files


def holding(path: Path, folder: Path, word: str) -> list[str]:
    corpus: Corpus = open_quickly(scan([folder]))
    index = TextIndex(path)
    try:
        return [corpus.articles[row].path for some in index.holding(corpus, f'"{word}"') for row in some]
    finally:
        index.close()


def test_only_what_changed_is_read_again(folder: Path, path: Path) -> None:
    assert refresh(path, files(folder), time.time_ns()) == Refreshed(read=5)
    assert refresh(path, files(folder), time.time_ns()) == Refreshed(read=0, kept=5)
    (folder / "2.txt").write_text("Now it tells of something else.\n")
    (folder / "1.txt").unlink()
    (folder / "0a.txt").write_text("New, and before the others: raid3.\n")
    assert refresh(path, files(folder), time.time_ns()).read == 2
    assert holding(path, folder, "raid2") == []
    assert holding(path, folder, "raid1") == []
    assert holding(path, folder, "else") == ["2.txt"]
    assert holding(path, folder, "raid3") == ["0a.txt", "3.txt"]


def test_a_file_changed_in_the_very_moment_it_was_read_is_read_again(folder: Path, path: Path) -> None:
    moment = (folder / "0.txt").stat().st_mtime_ns
    refresh(path, files(folder), moment)
    (folder / "0.txt").write_text("Article 0 tells of note0.\n")
    os.utime(folder / "0.txt", ns=(moment, moment))
    refresh(path, files(folder), moment + 1)
    assert holding(path, folder, "note0") == ["0.txt"]
    assert refresh(path, files(folder), moment + 1).read == 0


def test_the_index_is_private_whatever_the_umask(folder: Path, path: Path) -> None:
    before = os.umask(0)
    try:
        refresh(path, files(folder), time.time_ns())
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert {stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()} == {0o600}


@pytest.mark.parametrize("harm", ["torn", "foreign", "old", "empty"])
def test_a_damaged_foreign_or_older_index_is_made_anew(folder: Path, path: Path, harm: str) -> None:
    refresh(path, files(folder), time.time_ns())
    if harm == "torn":
        path.write_bytes(path.read_bytes()[:5000])
    elif harm == "foreign":
        path.write_bytes(b"these are my recipes" * 300)
    elif harm == "empty":
        path.write_bytes(b"")
    else:
        connection = sqlite3.connect(path)
        connection.execute("PRAGMA user_version = 0")
        connection.close()
    with pytest.raises(Unusable):
        TextIndex(path)
    refresh(path, files(folder), time.time_ns())
    assert holding(path, folder, "raid3") == ["3.txt"]


def test_rows_of_texts_that_are_gone_are_cleared_away_in_the_end(
    folder: Path, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.search.refresh._FEW_STALE", 3)
    for turn in range(8):
        (folder / "0.txt").write_text(f"Turn {turn}.\n")
        refresh(path, files(folder), time.time_ns() + 10**12)
    connection = open_index(path)
    assert connection.execute("SELECT row FROM last").fetchone()[0] <= 10
    connection.close()
    assert holding(path, folder, "raid4") == ["4.txt"]
    assert holding(path, folder, "turn") == ["0.txt"]


def test_a_place_where_nothing_can_be_written_is_said_to_be_unusable(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(Unusable):
        refresh(tmp_path / "file" / "text.sqlite", files(folder), time.time_ns())


def test_a_stop_keeps_what_was_done(folder: Path, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.search.refresh._BATCH_FILES", 2)
    asked: list[int] = []

    def enough() -> bool:
        asked.append(1)
        return len(asked) > 1

    assert refresh(path, files(folder), time.time_ns(), cancelled=enough) == Refreshed(read=2, stopped=True)
    assert holding(path, folder, "raid0") == ["0.txt"]
    assert refresh(path, files(folder), time.time_ns()).kept == 2


def test_a_fault_of_the_reader_undoes_the_batch_and_leaves_the_index_whole(
    folder: Path, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.search.refresh._BATCH_FILES", 2)

    def tell(done: int, _: int) -> None:
        if done > 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        refresh(path, files(folder), time.time_ns(), progress=tell)
    found = refresh(path, files(folder), time.time_ns())
    assert (found.read + found.kept, found.kept >= 2) == (5, True)
    assert holding(path, folder, "raid4") == ["4.txt"]


def test_an_index_torn_behind_its_head_is_made_anew_while_it_is_refreshed(folder: Path, path: Path) -> None:
    refresh(path, files(folder), time.time_ns())
    data = bytearray(path.read_bytes())
    data[8192:] = b"\xff" * (len(data) - 8192)
    path.write_bytes(data)
    (folder / "2.txt").write_text("Something else altogether.\n")
    refresh(path, files(folder), time.time_ns())
    assert holding(path, folder, "altogether") == ["2.txt"]
    assert holding(path, folder, "raid4") == ["4.txt"]


def test_an_index_nobody_may_write_is_said_to_be_unusable_for_writing(folder: Path, path: Path) -> None:
    path.mkdir(parents=True)
    with pytest.raises(Unusable, match="directory"):
        refresh(path, files(folder), time.time_ns())


def test_a_question_that_is_stopped_says_so(folder: Path, path: Path) -> None:
    refresh(path, files(folder), time.time_ns())
    corpus: Corpus = open_quickly(scan([folder]))
    index = TextIndex(path)
    index.close()
    with pytest.raises(Unusable):
        list(index.holding(corpus, '"raid1"'))


PROGRAM = """
import sys, time
from pathlib import Path
from tui.corpus.build import scan
from tui.search import refresh as module
module._BATCH_FILES = 7
module.refresh(Path(sys.argv[1]), scan([Path(sys.argv[2])]).listing.files, time.time_ns())
"""


def test_two_processes_may_write_it_at_once(folder: Path, path: Path) -> None:
    for number in range(60):
        (folder / f"more{number}.txt").write_text(f"More of it, number n{number}.\n")
    both = [subprocess.Popen([sys.executable, "-c", PROGRAM, str(path), str(folder)]) for _ in range(2)]
    assert [process.wait(60) for process in both] == [0, 0]
    assert holding(path, folder, "n42") == ["more42.txt"]
    assert len(holding(path, folder, "more")) == 60
    assert refresh(path, files(folder), time.time_ns() + 10**12).kept == 65


@pytest.mark.parametrize(
    ("met", "said"),
    [(sqlite3.OperationalError("disk I/O error"), "disk I/O"), (OSError(28, "No Space Left"), "no space left")],
)
def test_what_stops_the_writing_is_said_and_what_stood_there_stands(
    folder: Path, path: Path, monkeypatch: pytest.MonkeyPatch, met: Exception, said: str
) -> None:
    refresh(path, files(folder), time.time_ns())
    (folder / "2.txt").write_text("Something else altogether.\n")

    def fail(*_: object) -> None:
        raise met

    with monkeypatch.context() as failing:
        failing.setattr("tui.search.refresh.all_words", fail)
        with pytest.raises(Unusable, match=said):
            refresh(path, files(folder), time.time_ns())
    assert holding(path, folder, "raid4") == ["4.txt"]


def test_a_batch_that_cannot_be_written_is_undone(folder: Path, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    refresh(path, files(folder), time.time_ns())
    for name in ("2.txt", "3.txt"):
        (folder / name).write_text(f"Something else altogether in {name}.\n")

    def odd(*given: Any) -> Iterator[Words | None]:
        for words in all_words(*given):
            assert words is not None
            yield replace(words, mtime=2**80) if words.path == "3.txt" else words

    with monkeypatch.context() as failing:
        failing.setattr("tui.search.refresh.all_words", odd)
        with pytest.raises(OverflowError):
            refresh(path, files(folder), time.time_ns())
    assert holding(path, folder, "altogether") == []
    refresh(path, files(folder), time.time_ns())
    assert holding(path, folder, "altogether") == ["2.txt", "3.txt"]


def test_it_is_fresh_only_for_the_look_it_was_made_after(folder: Path, path: Path) -> None:
    assert not is_fresh(path, "one look")
    refresh(path, files(folder), time.time_ns(), glanced="one look")
    assert is_fresh(path, "one look")
    assert not is_fresh(path, "another look")
    assert not is_fresh(path, "")
    path.write_bytes(b"no database" * 99)
    assert not is_fresh(path, "one look")


def test_a_file_that_went_since_it_was_listed_has_no_words_and_one_that_cannot_be_read_goes_in_without(
    folder: Path,
) -> None:
    listed = files(folder)
    (folder / "0.txt").unlink()
    (folder / "1.txt").write_bytes(b"\x00\x01")
    found = {file.path: words for file, words in zip(listed, all_words(listed, 0), strict=True)}
    assert found["0.txt"] is None
    unread = found["1.txt"]
    assert unread is not None
    assert (unread.text, unread.digest) == ("", "")
