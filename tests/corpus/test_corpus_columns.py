"""A collection in columns, woven here or by processes, opened or made anew, says what reading it plainly says."""

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import pytest
from whole import all_of, same, tell

from tui.__main__ import main
from tui.corpus import bolt, ledger
from tui.corpus.atonce import open_kept, relabel_kept
from tui.corpus.build import build, read, scan
from tui.corpus.corrected import DateCorrection
from tui.corpus.indexer import follow
from tui.corpus.pool import NoWorkers
from tui.names.statement import NameCorrection, Says

pytest_plugins = ["kept_folder"]

MERGED = (NameCorrection(Says.MERGE, "Karl Weber", ("Boris Stone",)),)
SAID = (*MERGED, NameCorrection(Says.RENAME, "Irbil", to="Erbil"))


@pytest.fixture
def unwoven(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing can be woven."""

    def none(*_: object) -> None:
        pytest.fail("woven anew")

    monkeypatch.setattr("tui.corpus.reading.weave", none)


@pytest.mark.parametrize("jobs", [0, 1, 2])
def test_a_large_collection_says_what_a_small_one_would(
    folder: Path, cache: Path, request: pytest.FixtureRequest, jobs: int
) -> None:
    plain, said = build(scan([folder]), jobs=0), build(scan([folder]), jobs=0, corrections=SAID)
    request.getfixturevalue("large")
    assert same(build(scan([folder]), cache=cache, jobs=jobs), plain)
    assert same(build(scan([folder]), cache=cache, jobs=jobs), plain)
    assert same(build(scan([folder]), cache=cache, jobs=jobs, corrections=SAID), said)
    assert same(build(scan([folder]), jobs=jobs, corrections=SAID), said)
    (folder / "3.txt").write_text(tell(99, lines=6))
    (folder / "5.txt").unlink()
    (folder / "9.txt").write_text(tell(9))
    fresh = build(scan([folder]), jobs=0)
    assert same(build(scan([folder]), cache=cache, jobs=jobs), fresh)


def test_what_did_not_change_is_not_woven_again(folder: Path, cache: Path, request: pytest.FixtureRequest) -> None:
    plain = build(scan([folder]), cache=cache)
    request.getfixturevalue("unwoven")
    assert same(build(scan([folder]), cache=cache), plain)
    os.utime(folder / "1.txt")  # another time, the same bytes
    assert same(build(scan([folder]), cache=cache), plain)


@pytest.mark.usefixtures("large")
def test_without_processes_it_is_told_here(folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def none(*_: object) -> None:
        raise NoWorkers("none")

    plain = build(scan([folder]), jobs=0)
    monkeypatch.setattr("tui.corpus.teller.work_through", none)
    monkeypatch.setattr("tui.corpus.refresh.work_through", none)
    assert same(build(scan([folder]), cache=cache, jobs=2), plain)


@pytest.mark.usefixtures("large")
def test_what_a_process_finds_damaged_is_read_from_its_file(folder: Path, cache: Path) -> None:
    plain = build(scan([folder]), cache=cache, jobs=0)
    (cache / bolt.NAME).unlink()
    with closing(sqlite3.connect(cache / "index.sqlite", isolation_level=None)) as base:
        base.execute("UPDATE file SET found=x'00' WHERE path='3.txt'")
        base.execute("UPDATE file SET names=x'00' WHERE path='4.txt'")
    assert same(build(scan([folder]), cache=cache, jobs=2), plain)


def test_it_is_opened_unseen_with_the_corrections_it_was_read_with_alone(folder: Path, cache: Path) -> None:
    dated = (DateCorrection("2.txt", "2010-01-01"), *SAID)
    whole = build(scan([folder]), cache=cache, corrections=dated)
    kept = open_kept(cache, [folder], dated)
    assert kept is not None
    assert same(kept.corpus, whole)
    assert kept.corpus.signature == whole.signature
    assert open_kept(cache, [folder], SAID) is None
    elsewhere = NameCorrection(Says.IGNORE, "Irbil", collection="another")
    assert open_kept(cache, [folder], (*dated, elsewhere)) is not None


def test_names_corrected_in_what_is_kept_are_those_of_the_whole_that_follows(folder: Path, cache: Path) -> None:
    build(scan([folder]), cache=cache, corrections=MERGED)
    kept = open_kept(cache, [folder], MERGED)
    assert kept is not None
    corpus = relabel_kept(kept, MERGED, SAID)
    assert corpus is not None
    whole = build(scan([folder]), corrections=SAID)
    assert list(corpus.entities) == list(whole.entities)
    assert [corpus.mentions.of_entity(one.id) for one in corpus.entities] == [
        whole.mentions.of_entity(one.id) for one in whole.entities
    ]
    assert relabel_kept(kept, MERGED, (*SAID, DateCorrection("2.txt", "2010-01-01"))) is None


def test_one_article_of_many_in_a_file_is_opened_unseen_too(tmp_path: Path, cache: Path) -> None:
    home = tmp_path / "dump"
    home.mkdir()
    (home / "all.jsonl").write_text(
        "".join(json.dumps({"title": f"T{number}", "text": tell(number)}) + "\n" for number in range(3))
    )
    whole = build(scan([home]), cache=cache)
    kept = open_kept(cache, [home], ())
    assert kept is not None
    assert same(kept.corpus, whole)


@pytest.mark.parametrize("name", [bolt.NAME, ledger.NAME])
def test_whatever_happens_to_a_byte_of_the_columns_nothing_wrong_is_shown(folder: Path, cache: Path, name: str) -> None:
    plain = build(scan([folder]), cache=cache)
    chance = random.Random(2)
    for _ in range(25):
        data = bytearray((cache / name).read_bytes())
        for _ in range(chance.choice((1, 1, 50))):
            data[chance.randrange(len(data))] ^= chance.randrange(1, 256)
        (cache / name).unlink()  # those who have it open keep what they opened
        (cache / name).write_bytes(data)
        assert same(build(scan([folder]), cache=cache), plain)
        (cache / name).unlink()
        (cache / name).write_bytes(data)
        kept = open_kept(cache, [folder], ())
        assert kept is None or list(kept.corpus.events) == list(plain.events)


def test_large_columns_that_were_damaged_inside_are_made_anew_beside_the_reader(
    folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    plain = build(scan([folder]), cache=cache)
    data = bytearray((cache / bolt.NAME).read_bytes())
    data[len(data) // 3] ^= 1
    (cache / bolt.NAME).unlink()
    (cache / bolt.NAME).write_bytes(data)
    monkeypatch.setattr("tui.corpus.slab._CHECKED", 0)  # as if it were too large to be proved when it is opened
    assert open_kept(cache, [folder], ()) is not None
    orders = {"paths": [str(folder)], "cache": str(cache), "votes": str(cache), "dates": [], "names": [], "jobs": 0}
    follow({**orders, "watch": False})
    assert json.loads(capsys.readouterr().out.splitlines()[-1])["anew"]
    kept = open_kept(cache, [folder], ())
    assert kept is not None
    assert same(kept.corpus, plain)
    follow({**orders, "watch": False})
    assert not json.loads(capsys.readouterr().out.splitlines()[-1])["anew"]


def test_what_was_found_whole_is_not_read_again_unless_it_was_written_to_or_a_day_has_passed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.corpus.bolt._LARGE", 0)
    read: list[Path] = []

    def proved(path: Path) -> bool:
        read.append(path)
        return True

    monkeypatch.setattr("tui.corpus.bolt.Slab.proved", proved)
    (tmp_path / bolt.NAME).write_bytes(b"one")
    assert bolt.prove(tmp_path)
    assert bolt.prove(tmp_path)
    assert len(read) == 1
    (tmp_path / bolt.NAME).write_bytes(b"two!")
    assert bolt.prove(tmp_path)
    assert len(read) == 2
    note = tmp_path / bolt.PROVED
    os.utime(note, (note.stat().st_atime, note.stat().st_mtime - 90_000))
    assert bolt.prove(tmp_path)
    assert len(read) == 3


@pytest.mark.parametrize("damage", ["empty", "short", "other", "folder", "gone", "link"])
def test_columns_that_are_none_are_made_anew_or_done_without(folder: Path, cache: Path, damage: str) -> None:
    plain = build(scan([folder]), cache=cache)
    place = cache / bolt.NAME
    data = place.read_bytes()
    place.unlink()
    match damage:
        case "empty":
            place.write_bytes(b"")
        case "short":
            place.write_bytes(data[: len(data) // 2])
        case "other":
            place.write_bytes(b"backstory columns 1\n" + bytes(5000))
        case "folder":
            place.mkdir()
        case "link":
            place.symlink_to("/dev/full")
    assert open_kept(cache, [folder], ()) is None
    assert same(build(scan([folder]), cache=cache), plain)
    assert same(build(scan([folder]), cache=cache), plain)


def test_columns_of_another_program_are_made_anew(folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = build(scan([folder]), cache=cache)
    monkeypatch.setattr("tui.corpus.bolt.of_engine", lambda: "another")
    assert open_kept(cache, [folder], ()) is None
    assert same(build(scan([folder]), cache=cache), plain)
    assert open_kept(cache, [folder], ()) is not None


@pytest.mark.usefixtures("large")
def test_a_large_collection_without_a_cache_is_read_all_the_same(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    plain = build(scan([folder]), jobs=0)
    assert same(build(scan([folder]), cache=tmp_path / "file" / "beneath", jobs=2), plain)


def test_a_corpus_opened_before_stays_what_it_was_while_others_are_written(folder: Path, cache: Path) -> None:
    first = build(scan([folder]), cache=cache)
    before = [one for one in all_of(first) if not isinstance(one, str)]
    (folder / "9.txt").write_text(tell(9))
    build(scan([folder]), cache=cache)
    assert [one for one in all_of(first) if not isinstance(one, str)] == before


PROGRAM = """
import sys
from pathlib import Path
import tui.corpus.build
import tui.corpus.teller
tui.corpus.build.MANY = tui.corpus.teller.FEW = 1
from tui.corpus.build import build, scan
build(scan([Path(sys.argv[1])]), cache=Path(sys.argv[2]), jobs=2)
"""


def test_a_program_killed_while_it_weaves_leaves_nothing_wrong(folder: Path, cache: Path) -> None:
    for number in range(10, 60):
        (folder / f"{number}.txt").write_text(tell(number, lines=8))
    argv = [sys.executable, "-c", PROGRAM, str(folder), str(cache)]
    for wait in (0.5, 1.0, 1.5, 2.5):
        running = subprocess.Popen(argv, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        time.sleep(wait)
        running.send_signal(signal.SIGKILL)
        running.communicate()
    assert same(build(scan([folder]), cache=cache), build(scan([folder]), jobs=0))


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(list(arguments)) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_commands_print_the_same_cold_warm_and_after_a_change(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, jobs: str
) -> None:
    def said() -> Sequence[str]:
        return [
            printed(capsys, command, "--in", str(folder), "--format", "json")
            for command in ("timeline", "entities", "conflicts")
        ]

    for number in range(2):
        monkeypatch.setenv("BACKSTORY_CACHE_DIR", str(tmp_path / f"fresh{number}"))
        cold = said()
        monkeypatch.setenv("BACKSTORY_CACHE_DIR", str(tmp_path / "kept"))
        with monkeypatch.context() as patched:
            patched.setattr("tui.corpus.build.MANY", 1)
            patched.setattr("tui.corpus.teller.FEW", 1)
            printed(capsys, "index", str(folder), "--jobs", jobs)
            assert said() == cold
        assert said() == cold
        (folder / "3.txt").write_text(tell(99, lines=6))


def test_what_was_read_but_never_tied_is_tied_when_it_is_asked_for(folder: Path, cache: Path) -> None:
    reading = read(scan([folder]), cache=cache)
    assert reading.at_once(()) is None
    assert same(reading.corpus(), build(scan([folder]), jobs=0))
    reading.close()
