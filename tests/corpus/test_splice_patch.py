"""What is different since a collection was woven lies beside it, and is passed over when it is not whole or not its."""

from pathlib import Path

import pytest
from whole import all_of, same, tell

from tui.corpus import bolt
from tui.corpus.build import build, scan
from tui.corpus.tables import Corpus


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("tui.corpus.splice.change.LEAST", 2)
    monkeypatch.setattr("tui.corpus.splice.change.SHARE", 1)
    home = tmp_path / "articles"
    home.mkdir()
    for number in range(6):
        (home / f"{number}.txt").write_text(tell(number))
    return home


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "own"


def opened(folder: Path, cache: Path) -> Corpus:
    return build(scan([folder]), cache=cache, jobs=0)


def test_a_changed_article_leaves_what_was_woven_as_it_was(folder: Path, cache: Path) -> None:
    opened(folder, cache)
    woven = (cache / bolt.NAME).read_bytes()
    (folder / "3.txt").write_text(tell(33))
    corpus = opened(folder, cache)
    assert (cache / bolt.NAME).read_bytes() == woven
    assert (cache / bolt.BESIDE).exists()
    assert same(opened(folder, cache), corpus)


def test_what_is_as_it_was_again_is_what_was_woven(folder: Path, cache: Path) -> None:
    before = opened(folder, cache)
    (folder / "3.txt").write_text(tell(33))
    assert opened(folder, cache).signature != before.signature
    (folder / "3.txt").write_text(tell(3))
    after = opened(folder, cache)
    assert after.signature == before.signature
    assert same(after, before)


@pytest.mark.parametrize("damage", ["cut", "other", "gone"])
def test_what_is_beside_is_made_again_where_it_is_damaged(folder: Path, cache: Path, damage: str) -> None:
    opened(folder, cache)
    (folder / "3.txt").write_text(tell(33))
    told = list(all_of(opened(folder, cache)))
    beside = cache / bolt.BESIDE
    said = bytearray(beside.read_bytes())
    beside.unlink()  # it may be mapped: a new file takes its place
    if damage == "cut":
        beside.write_bytes(said[: len(said) // 2])
    elif damage == "other":
        said[len(said) // 2] ^= 255
        beside.write_bytes(said)
    assert list(all_of(opened(folder, cache))) == told


def test_what_belongs_to_other_columns_is_not_looked_at(folder: Path, cache: Path) -> None:
    opened(folder, cache)
    (folder / "3.txt").write_text(tell(33))
    opened(folder, cache)
    said = (cache / bolt.BESIDE).read_bytes()
    woven = build(scan([folder]), cache=cache, jobs=0, again=True)
    assert not (cache / bolt.BESIDE).exists()
    (cache / bolt.BESIDE).write_bytes(said)
    assert same(opened(folder, cache), woven)
    latest = bolt.kept(cache)
    assert latest is not None
    assert "spliced" not in latest.facts
