"""A collection that is kept between starts is what reading it anew would give, whatever happens to what is kept."""

import hashlib
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path

import pytest
from whole import same, tell

from tui.corpus import fingerprint
from tui.corpus.build import Cancelled, NothingReadable, build, scan
from tui.corpus.corrected import DateCorrection
from tui.corpus.onefile import Answer, Task, read_file
from tui.corpus.pool import NoWorkers
from tui.corpus.tables import Corpus
from tui.model import Kind

pytest_plugins = ["kept_folder"]


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths of the files that are read here, as they are."""
    paths: list[str] = []

    def seen(task: Task) -> Answer:
        paths.append(task.file.path)
        return read_file(task)

    monkeypatch.setattr("tui.corpus.refresh.read_file", seen)
    return paths


def test_cold_warm_and_partly_changed_with_and_without_processes_it_is_the_same(folder: Path, cache: Path) -> None:
    plain = build(scan([folder]), jobs=0)
    assert len(plain.events) > 20
    assert plain.conflicts
    assert same(build(scan([folder]), cache=cache, jobs=2), plain)
    assert same(build(scan([folder]), cache=cache), plain)
    (folder / "3.txt").write_text(tell(99, lines=6))
    (folder / "5.txt").unlink()
    (folder / "9.txt").write_text(tell(9))
    fresh = build(scan([folder]), jobs=0)
    assert not same(fresh, plain)
    assert same(build(scan([folder]), cache=cache, jobs=1), fresh)
    assert same(build(scan([folder]), cache=cache, jobs=2, again=True), fresh)


def test_only_what_changed_is_read_again(folder: Path, cache: Path, read: list[str]) -> None:
    build(scan([folder]), cache=cache)
    read.clear()
    build(scan([folder]), cache=cache)
    assert read == []
    os.utime(folder / "1.txt")  # another time, the same bytes
    (folder / "2.txt").write_text(tell(2).replace("2007", "2006"))  # other bytes, the same size
    build(scan([folder]), cache=cache)
    assert read == ["2.txt"]
    read.clear()
    build(scan([folder]), cache=cache, corrections=[DateCorrection("4.txt", "2010-01-01")])
    assert read == ["4.txt"]


def test_what_corpus_toml_says_anew_of_an_article_is_read_into_it(folder: Path, cache: Path, read: list[str]) -> None:
    build(scan([folder]), cache=cache)
    read.clear()
    with (folder / "corpus.toml").open("a") as file:
        file.write('[[article]]\npath = "6.txt"\npublished = "2011-02-03"\n')
    corpus = build(scan([folder]), cache=cache)
    assert read == ["6.txt"]
    assert same(corpus, build(scan([folder])))


class Votes:
    """A voter that says in words what it depends on."""

    def __init__(self, identity: str, said: Mapping[str, Kind]) -> None:
        self.identity, self.said = identity, said

    def __call__(self, text: str) -> Mapping[str, Kind]:
        return self.said if text else {}


def test_another_voter_is_heard_and_one_that_cannot_be_told_from_others_is_always_asked(
    folder: Path, cache: Path, read: list[str]
) -> None:
    build(scan([folder]), cache=cache)
    for voter in (Votes("one", {}), Votes("two", {"Farhadi": Kind.PLACE})):
        read.clear()
        plain = build(scan([folder]), voter=voter)
        files = len(read)
        assert same(build(scan([folder]), cache=cache, voter=voter, jobs=2), plain)
        assert len(read) == 2 * files
        assert same(build(scan([folder]), cache=cache, voter=voter), plain)
        assert len(read) == 2 * files
    for _ in range(2):
        read.clear()
        build(scan([folder]), cache=cache, voter=lambda _: {})
        assert len(read) == files


def test_the_text_of_a_plain_file_is_not_kept_beside_it(folder: Path, cache: Path) -> None:
    build(scan([folder]), cache=cache)
    with closing(sqlite3.connect(cache / "index.sqlite")) as base:
        texts = {path for path, text in base.execute("SELECT path, text FROM file") if text}
    assert texts == {"deep/page.html"}


def test_reading_that_was_stopped_goes_on_where_it_was(folder: Path, cache: Path, read: list[str]) -> None:
    with pytest.raises(Cancelled):
        build(scan([folder]), cache=cache, cancelled=lambda: len(read) == 5)
    read.clear()
    assert same(build(scan([folder]), cache=cache), build(scan([folder])))
    assert len(read) == 2 * len(scan([folder]).listing.files) - 5


def test_without_processes_it_is_read_here(folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def none(*_: object) -> Iterator[object]:
        raise NoWorkers("none")

    monkeypatch.setattr("tui.corpus.refresh.work_through", none)
    assert same(build(scan([folder]), cache=cache, jobs=2), build(scan([folder])))


def test_progress_counts_what_is_kept_and_what_is_read(folder: Path, cache: Path) -> None:
    files = len(scan([folder]).listing.files)
    for jobs in (0, 2, 0):
        told: list[tuple[int, int]] = []
        build(scan([folder]), lambda *step: told.append(step), cache=cache, jobs=jobs)  # noqa: B023 - called here
        assert told == [(done, files) for done in range(1, files + 1)]


def test_a_change_within_the_tick_of_the_clock_is_seen(folder: Path, cache: Path) -> None:
    (folder / "0.txt").write_text("One\n\nKarl Weber came.")
    state = (folder / "0.txt").stat()
    build(scan([folder]), cache=cache)
    (folder / "0.txt").write_text("Two\n\nKarl Weber came.")
    os.utime(folder / "0.txt", ns=(state.st_atime_ns, state.st_mtime_ns))
    assert build(scan([folder]), cache=cache).articles[0].title == "Two"


def test_another_program_reads_all_again(
    folder: Path, cache: Path, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = build(scan([folder]), cache=cache)
    files = len(read)
    monkeypatch.setattr("tui.corpus.fingerprint.of_engine", lambda: "another")
    fingerprint.of_given.cache_clear()
    assert same(build(scan([folder]), cache=cache), before)
    assert len(read) == 2 * files
    fingerprint.of_given.cache_clear()


def test_whatever_happens_to_a_byte_of_what_is_kept_nothing_wrong_is_shown(folder: Path, cache: Path) -> None:
    plain = build(scan([folder]), cache=cache)
    chance = random.Random(1)
    for _ in range(10):
        data = bytearray((cache / "index.sqlite").read_bytes())
        for _ in range(chance.choice((1, 1, 50))):
            data[chance.randrange(len(data))] ^= chance.randrange(1, 256)
        (cache / "index.sqlite").write_bytes(data)
        (folder / "7.txt").write_text(tell(chance.randrange(1000)))
        assert same(build(scan([folder]), cache=cache), build(scan([folder]), jobs=0))
    assert plain is not None


@pytest.mark.parametrize("damage", ["empty", "short", "other", "folder", "gone", "link"])
def test_a_kept_file_that_is_none_is_made_anew_or_done_without(folder: Path, cache: Path, damage: str) -> None:
    plain = build(scan([folder]), cache=cache)
    place = cache / "index.sqlite"
    data = place.read_bytes()
    place.unlink()
    match damage:
        case "empty":
            place.write_bytes(b"")
        case "short":
            place.write_bytes(data[: len(data) // 2])
        case "other":
            place.write_bytes(b"SQLite format 3\0" + bytes(5000))
        case "folder":
            place.mkdir()
        case "link":
            place.symlink_to("/dev/full")
    assert same(build(scan([folder]), cache=cache), plain)
    assert same(build(scan([folder]), cache=cache), plain)


def test_a_cache_that_cannot_be_written_to_is_done_without(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    plain = build(scan([folder]), jobs=0)
    assert same(build(scan([folder]), cache=tmp_path / "file" / "beneath"), plain)
    assert same(build(scan([folder]), cache=tmp_path / "file" / "beneath", jobs=2), plain)


def test_a_store_that_another_program_holds_is_done_without(
    folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = build(scan([folder]), cache=cache)
    monkeypatch.setattr("tui.corpus.store._WAIT", 0.05)
    (folder / "3.txt").write_text(tell(99))
    with closing(sqlite3.connect(cache / "index.sqlite", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        found = build(scan([folder]), cache=cache)
        other.execute("ROLLBACK")
    assert found.articles != plain.articles
    assert same(found, build(scan([folder])))
    assert same(found, build(scan([folder]), cache=cache))


@pytest.mark.skipif(sys.platform == "win32", reason="this system has no limit for the size of files")
@pytest.mark.parametrize("room", [0, 5_000, 40_000])
def test_a_disk_without_room_is_done_without(folder: Path, cache: Path, room: int) -> None:
    plain = build(scan([folder]))
    limited = f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, ({room}, {room}))\n{PROGRAM}"
    argv = [sys.executable, "-c", limited, str(folder), str(cache), "0"]
    # Whatever counts branches wants to write a file too.
    alone = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE_")}
    program = subprocess.Popen(argv, env=alone, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert ended(program) == signature(plain)
    assert same(build(scan([folder]), cache=cache), plain)


def test_what_is_kept_is_for_its_owner_alone(folder: Path, cache: Path) -> None:
    before = os.umask(0)
    try:
        build(scan([folder]), cache=cache, jobs=2)
    finally:
        os.umask(before)
    assert cache.stat().st_mode & 0o777 == 0o700
    assert {file.stat().st_mode & 0o777 for file in cache.iterdir()} == {0o600}


def test_a_collection_that_lost_all_its_articles_says_so(folder: Path, cache: Path) -> None:
    build(scan([folder]), cache=cache)
    for file in folder.rglob("*.*"):
        if file.suffix != ".toml":
            file.write_text("")
    with pytest.raises(NothingReadable):
        build(scan([folder]), cache=cache)


PROGRAM = """
import hashlib, sys
from pathlib import Path
from tui.corpus.build import build, scan
corpus = build(scan([Path(sys.argv[1])]), cache=Path(sys.argv[2]), jobs=int(sys.argv[3]))
said = [list(corpus.articles), list(corpus.events), list(corpus.entities), list(corpus.conflicts)]
print(hashlib.sha256(repr(said).encode()).hexdigest())
"""


def signature(corpus: Corpus) -> str:
    """What `PROGRAM` prints of a corpus."""
    said = [list(corpus.articles), list(corpus.events), list(corpus.entities), list(corpus.conflicts)]
    return hashlib.sha256(repr(said).encode()).hexdigest()


def program(folder: Path, cache: Path, jobs: int) -> subprocess.Popen[str]:
    argv = [sys.executable, "-c", PROGRAM, str(folder), str(cache), str(jobs)]
    return subprocess.Popen(argv, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def ended(running: subprocess.Popen[str]) -> str:
    said, wrong = running.communicate(timeout=120)
    assert wrong == ""
    return said.strip()


def test_two_programs_on_one_collection_at_once_both_get_it_whole(folder: Path, cache: Path) -> None:
    plain = signature(build(scan([folder]), jobs=0))
    running = [program(folder, cache, jobs) for jobs in (0, 1, 2, 0)]
    assert [ended(one) for one in running] == [plain] * 4
    assert signature(build(scan([folder]), cache=cache)) == plain


@pytest.mark.parametrize("jobs", [0, 2])
def test_a_program_killed_at_any_time_leaves_what_it_read_and_nothing_wrong(
    folder: Path, cache: Path, jobs: int
) -> None:
    for number in range(10, 60):
        (folder / f"{number}.txt").write_text(tell(number, lines=8))
    for wait in (0.3, 0.8, 1.4, 2.0):
        running = program(folder, cache, jobs)
        time.sleep(wait)
        running.send_signal(signal.SIGKILL)
        running.communicate()
    assert same(build(scan([folder]), cache=cache), build(scan([folder]), jobs=0))


@pytest.mark.parametrize("jobs", [0, 2])
def test_what_was_read_before_a_kill_is_not_read_again(folder: Path, cache: Path, read: list[str], jobs: int) -> None:
    for number in range(10, 400):
        (folder / f"{number}.txt").write_text(tell(number, lines=12))
    running = program(folder, cache, jobs)
    deadline = time.monotonic() + 60
    while kept(cache) < 20 and time.monotonic() < deadline and running.poll() is None:
        time.sleep(0.02)
    running.send_signal(signal.SIGKILL)
    running.communicate()
    before = kept(cache)
    assert before >= 20
    build(scan([folder]), cache=cache, jobs=0)
    assert len(read) == len(scan([folder]).listing.files) - before


def kept(cache: Path) -> int:
    """How many files the store knows."""
    try:
        with closing(sqlite3.connect(f"file:{cache / 'index.sqlite'}?mode=ro", uri=True)) as base:
            return int(base.execute("SELECT count(*) FROM file").fetchone()[0])
    except sqlite3.Error:
        return 0
