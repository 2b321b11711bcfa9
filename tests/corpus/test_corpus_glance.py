"""A look at the folders: it shows whatever may change what is read, and what it shows unchanged is opened unread."""

import os
import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from whole import make_folder, same

from tui.corpus.atonce import open_unchanged
from tui.corpus.build import build, read, scan
from tui.corpus.files import STDIN
from tui.corpus.glance import glance, look
from tui.corpus.tables import Corpus
from tui.model import Kind

LONG_AGO = 1_500_000_000


class Voter:
    """Knows nothing, under a name."""

    identity = "one"

    def __call__(self, _text: str) -> dict[str, Kind]:
        return {}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = make_folder(tmp_path / "articles")
    (made / "deeper").mkdir()
    (made / "deeper" / "late.txt").write_text("Late\n\nOmar Said was killed in Basra on 3 May 2009.\n", "utf-8")
    (made / "corpus.toml").write_text('title = "Sheets"\n', "utf-8")
    for file in made.rglob("*"):
        if file.is_file():
            os.utime(file, (LONG_AGO, LONG_AGO))
    return made


def index(folder: Path, cache: Path, voter: Voter | None = None) -> Corpus:
    looked = look([folder])
    with closing(read(scan([folder]), cache=cache, jobs=0, voter=voter, looked=looked)) as reading:
        return reading.corpus()


def unchanged(folder: Path, cache: Path, voter: Voter | None = None) -> Corpus | None:
    kept = open_unchanged(cache, [folder], [], glance([folder]), voter)
    return None if kept is None else kept.corpus


def first(folder: Path) -> Path:
    return min(folder.glob("*.txt"))


def change_time(folder: Path) -> None:
    os.utime(first(folder), (LONG_AGO, LONG_AGO + 1))


def change_size(folder: Path) -> None:
    first(folder).write_text("Other words", "utf-8")
    os.utime(first(folder), (LONG_AGO, LONG_AGO))


def rename(folder: Path) -> None:
    first(folder).rename(folder / "renamed.txt")


def add_beneath(folder: Path) -> None:
    (folder / "deeper" / "more.txt").write_text("More", "utf-8")


def delete_beneath(folder: Path) -> None:
    (folder / "deeper" / "late.txt").unlink()


def retitle(folder: Path) -> None:
    (folder / "corpus.toml").write_text('title = "Leaves"\n', "utf-8")


def swap(folder: Path) -> None:
    """Another file of the same size and time in its place."""
    copy = shutil.copy2(first(folder), folder.parent / "copy")
    Path(copy).replace(first(folder))


@pytest.mark.parametrize("change", [change_time, change_size, rename, add_beneath, delete_beneath, retitle, swap])
def test_a_look_shows_every_change(folder: Path, tmp_path: Path, change: Callable[[Path], None]) -> None:
    before, cache = glance([folder]), tmp_path / "kept"
    assert before == glance([folder])
    read = index(folder, cache)
    opened = unchanged(folder, cache)
    assert opened is not None
    assert same(opened, read)
    change(folder)
    assert glance([folder]) != before
    assert unchanged(folder, cache) is None


def test_hidden_things_do_not_matter(folder: Path) -> None:
    before = glance([folder])
    (folder / ".swp").write_text("x", "utf-8")
    (folder / "deeper" / ".git").mkdir()
    assert glance([folder]) == before


def test_of_a_single_file_the_corpus_toml_beside_it_matters_too(folder: Path) -> None:
    before = glance([first(folder)])
    assert glance([first(folder)]) == before
    retitle(folder)
    assert glance([first(folder)]) != before


def test_what_a_link_leads_to_is_looked_at(folder: Path, tmp_path: Path) -> None:
    away = tmp_path / "away.txt"
    away.write_text("Away", "utf-8")
    (folder / "link.txt").symlink_to(away)
    before = glance([folder])
    away.write_text("Away from here", "utf-8")
    assert glance([folder]) != before
    away.unlink()
    assert glance([folder]) != before


def test_standard_input_cannot_be_looked_at(folder: Path) -> None:
    assert glance([folder, STDIN]) == ""


def test_two_ways_to_a_folder_are_one(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "way").symlink_to(folder)
    assert glance([tmp_path / "way"]) == glance([folder])


def test_what_was_changed_a_moment_ago_is_looked_at_closely(folder: Path, tmp_path: Path) -> None:
    cache = tmp_path / "kept"
    (folder / "new.txt").write_text("New", "utf-8")
    index(folder, cache)
    assert unchanged(folder, cache) is None
    os.utime(folder / "new.txt", (LONG_AGO, LONG_AGO))
    index(folder, cache)
    assert unchanged(folder, cache) is not None


def test_who_reads_without_a_look_leaves_what_the_last_one_showed_only_if_all_is_the_same(
    folder: Path, tmp_path: Path
) -> None:
    cache = tmp_path / "kept"
    index(folder, cache)
    build(scan([folder]), cache=cache, jobs=0)
    assert unchanged(folder, cache) is not None
    (folder / "empty.txt").unlink()
    gone = build(scan([folder]), cache=cache, jobs=0)
    (folder / "empty.txt").write_text("", "utf-8")
    os.utime(folder / "empty.txt", (LONG_AGO, LONG_AGO))
    again = unchanged(folder, cache)
    assert again is None or again.facts.skipped != gone.facts.skipped


def test_another_voter_is_asked(folder: Path, tmp_path: Path) -> None:
    cache, voter = tmp_path / "kept", Voter()
    index(folder, cache, voter)
    assert unchanged(folder, cache, voter) is not None
    assert unchanged(folder, cache) is None
    voter.identity = "two"
    assert unchanged(folder, cache, voter) is None


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="whoever may do everything can open every file")
def test_what_could_not_be_opened_is_tried_again(folder: Path, tmp_path: Path) -> None:
    first(folder).chmod(0)
    index(folder, tmp_path / "kept")
    assert unchanged(folder, tmp_path / "kept") is None
