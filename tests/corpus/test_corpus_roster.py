"""What was listed before and what a look shows give the list that listing gives, and what is told of it is true."""

import gzip
import os
import random
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from whole import make_folder, same, tell

from tui.corpus import roster
from tui.corpus.build import build, read, scan
from tui.corpus.files import FEW, list_files
from tui.corpus.glance import look
from tui.corpus.roster import Roster, recall
from tui.corpus.store import Store
from tui.corpus.tables import Corpus

LONG_AGO = 1_500_000_000


def age(folder: Path) -> None:
    """No file was changed a moment ago."""
    for file in folder.rglob("*"):
        if file.is_file() and file.stat().st_mtime > LONG_AGO + 1_000_000:
            os.utime(file, (LONG_AGO, LONG_AGO + file.stat().st_mtime_ns % 1_000_000))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = make_folder(tmp_path / "articles")
    (made / "deeper" / "down").mkdir(parents=True)
    for number in range(3):
        (made / "deeper" / f"item {number + 8}.md").write_text(tell(number), "utf-8")
        (made / "deeper" / "down" / f"{number}.txt").write_text(tell(10 + number), "utf-8")
    (made / "deeper" / "scan.tiff").write_bytes(b"II*")
    age(made)
    return made


def index(folder: Path, cache: Path, *, known: bool = True) -> tuple[Corpus, Roster | None]:
    """Read it as the program does, going on from what is known if that can be done; and what was known."""
    looked = look([folder])
    found = recall(cache, [folder], looked) if known else None
    with closing(read(scan([folder], roster=found), cache=cache, jobs=0, looked=looked)) as reading:
        return reading.corpus(), found


def first(folder: Path) -> Path:
    return min(folder.glob("*.txt"))


def change(folder: Path) -> None:
    first(folder).write_text(tell(77), "utf-8")


def add(folder: Path) -> None:
    (folder / "deeper" / "item 10b.md").write_text(tell(78), "utf-8")


def remove(folder: Path) -> None:
    (folder / "deeper" / "down" / "1.txt").unlink()


def rename(folder: Path) -> None:
    first(folder).rename(folder / "Zoë 3.txt")


def replace(folder: Path) -> None:
    first(folder).unlink()
    first(folder).write_text("Other words of 3 May 2009.", "utf-8")


def touch(folder: Path) -> None:
    os.utime(first(folder), (LONG_AGO, LONG_AGO + 5))


def empty(folder: Path) -> None:
    first(folder).write_text("", "utf-8")


def retitle(folder: Path) -> None:
    (folder / "corpus.toml").write_text('title = "Leaves"\n', "utf-8")


PLAIN = (change, add, remove, rename, replace, touch, empty, retitle)


def add_folder(folder: Path) -> None:
    (folder / "new").mkdir()
    (folder / "new" / "one.txt").write_text(tell(79), "utf-8")


def add_picture(folder: Path) -> None:
    (folder / "deeper" / "other.tiff").write_bytes(b"II*")


def add_document(folder: Path) -> None:
    (folder / "deeper" / "letter.docx").write_bytes(b"PK")


def add_many_in_one(folder: Path) -> None:
    (folder / "many.jsonl").write_text('{"text": "One of 3 May 2009."}\n{"text": "Two."}\n', "utf-8")


def link(folder: Path) -> None:
    (folder / "link.txt").symlink_to(first(folder))


def link_hard(folder: Path) -> None:
    (folder / "again.txt").hardlink_to(first(folder))


def make_a_folder_of_a_file(folder: Path) -> None:
    first(folder).unlink()
    (folder / "0.txt").mkdir()


def crowd(folder: Path) -> None:
    for number in range(FEW):
        (folder / "deeper" / f"more {number}.txt").write_text("One line.", "utf-8")


OTHERWISE = (
    add_folder, add_picture, add_document, add_many_in_one, link, link_hard, make_a_folder_of_a_file, crowd,
)  # fmt: skip


@pytest.mark.parametrize("happens", PLAIN)
def test_what_became_of_plain_files_is_told_without_listing_the_others(
    folder: Path, tmp_path: Path, happens: Callable[[Path], None]
) -> None:
    index(folder, tmp_path / "kept")
    happens(folder)
    corpus, found = index(folder, tmp_path / "kept")
    assert found is not None
    assert found.listing == list_files([folder])
    assert same(corpus, build(scan([folder])))
    again, found = index(folder, tmp_path / "kept")
    assert found is not None
    assert same(again, corpus)


@pytest.mark.parametrize("happens", OTHERWISE)
def test_where_more_changes_all_is_listed_anew(folder: Path, tmp_path: Path, happens: Callable[[Path], None]) -> None:
    index(folder, tmp_path / "kept")
    happens(folder)
    corpus, found = index(folder, tmp_path / "kept")
    assert found is None
    assert same(corpus, build(scan([folder])))


@pytest.mark.parametrize("seed", range(4))
def test_after_any_changes_the_list_is_the_one_that_listing_gives(folder: Path, tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    index(folder, tmp_path / "kept")
    for step in range(5):
        files = sorted(file for file in folder.rglob("*") if file.is_file())
        for _ in range(chance.randint(1, 4)):
            file = chance.choice(files)
            match chance.randrange(4):
                case 0:
                    file.unlink(missing_ok=True)
                case 1 if file.suffix in (".txt", ".md"):
                    file.write_text(tell(chance.randrange(500)), "utf-8")
                case 2:
                    name = f"{chance.choice(('a', 'B', 'é', '7', '12'))} {step}{chance.choice(('.md', '.txt', '.rst'))}"
                    (file.parent / name).write_text(tell(chance.randrange(500)), "utf-8")
                case _:
                    (file.parent / f"made {step}.txt").write_text("", "utf-8")
        if chance.random() < 0.7:
            age(folder)
        corpus, found = index(folder, tmp_path / "kept")
        assert found is None or found.listing == list_files([folder])
        assert same(corpus, build(scan([folder])))


def test_a_file_of_many_articles_stays_known_while_others_change(folder: Path, tmp_path: Path) -> None:
    add_many_in_one(folder)
    (folder / "old.txt.gz").write_bytes(gzip.compress(tell(5).encode()))
    age(folder)
    index(folder, tmp_path / "kept")
    change(folder)
    corpus, found = index(folder, tmp_path / "kept")
    assert found is not None
    assert found.listing == list_files([folder])
    assert [path for path in corpus.paths if path.startswith("many")] == ["many.jsonl#1", "many.jsonl#2"]
    (folder / "many.jsonl").write_text('{"text": "One of 3 May 2009."}\n', "utf-8")
    corpus, found = index(folder, tmp_path / "kept")
    assert found is None
    assert [path for path in corpus.paths if path.startswith("many")] == ["many.jsonl#1"]


def test_once_somebody_else_wrote_to_the_store_it_is_asked(folder: Path, tmp_path: Path) -> None:
    cache = tmp_path / "kept"
    index(folder, cache)
    with closing(Store(cache)) as store:
        before = store.mark()
        store.drop([first(folder).name])
        assert store.mark() != before
    change(folder)
    corpus, _ = index(folder, cache)
    assert same(corpus, build(scan([folder])))


def test_what_an_article_tells_does_not_make_the_store_another(folder: Path, tmp_path: Path) -> None:
    index(folder, tmp_path / "kept")
    with closing(Store(tmp_path / "kept")) as store:
        before = store.mark()
        store.tell(first(folder).name, b"")
        assert store.mark() == before


@pytest.mark.parametrize("place", [0, 100, -300, -5])
def test_damage_is_seen_and_all_is_listed(folder: Path, tmp_path: Path, place: int) -> None:
    cache = tmp_path / "kept"
    index(folder, cache)
    whole = bytearray((cache / roster.NAME).read_bytes())
    whole[place] ^= 0x11
    (cache / roster.NAME).write_bytes(whole)
    change(folder)
    corpus, found = index(folder, cache)
    assert found is None
    assert same(corpus, build(scan([folder])))


def test_several_folders_and_single_files_are_listed(folder: Path, tmp_path: Path) -> None:
    for roots in ([folder, folder / "deeper"], [first(folder)]):
        looked = look(roots)
        with closing(read(scan(roots), cache=tmp_path / "kept", jobs=0, looked=looked)) as reading:
            reading.corpus()
        assert recall(tmp_path / "kept", roots, look(roots)) is None


def test_a_file_changed_a_moment_ago_is_looked_at_again(folder: Path, tmp_path: Path) -> None:
    change(folder)
    index(folder, tmp_path / "kept")
    found = recall(tmp_path / "kept", [folder], look([folder]))
    assert found is not None
    assert first(folder).name not in found.known
    assert "1.txt" in found.known
