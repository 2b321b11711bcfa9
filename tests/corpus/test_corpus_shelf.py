"""A collection's folder in the cache."""

from pathlib import Path

from tui.corpus.shelf import shelf


def test_two_ways_to_one_folder_share_one_cache(tmp_path: Path) -> None:
    real = tmp_path / "real"
    real.mkdir()
    (tmp_path / "link").symlink_to(real)
    assert shelf(tmp_path, [real]) == shelf(tmp_path, [tmp_path / "link"])


def test_each_collection_has_its_own_folder_under_the_cache(tmp_path: Path) -> None:
    found = {shelf(tmp_path, [tmp_path / name]) for name in ("a", "b")} | {
        shelf(tmp_path, [tmp_path / "a", tmp_path / "b"])
    }
    assert len(found) == 3
    assert all(folder.parent == tmp_path for folder in found)
