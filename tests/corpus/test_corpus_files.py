"""Listing a collection: what is an article, what is skipped, and what could hang or mislead a reader."""

import os
import socket
from pathlib import Path

import pytest

from tui.corpus.errors import NoSuchPath
from tui.corpus.files import STDIN, Root, distinct, list_files, load, natural, places_in, read_bytes


def paths_of(*roots: Path) -> list[str]:
    return [file.path for file in list_files(roots).files]


def reasons_of(*roots: Path) -> dict[str, str]:
    return {entry.path: entry.reason for entry in list_files(roots).skipped}


def test_articles_are_listed_in_natural_order_with_slashes(tmp_path: Path) -> None:
    for name in ("item 10.txt", "item 9.txt", "2007/b.md", "Aa.txt", "10/x.txt", "9/x.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    assert paths_of(tmp_path) == ["9/x.txt", "10/x.txt", "2007/b.md", "Aa.txt", "item 9.txt", "item 10.txt"]


def test_hidden_files_and_other_kinds_are_no_articles_and_documents_are_named(tmp_path: Path) -> None:
    for name in (".hidden.txt", ".git/x.txt", "photo.jpg", "corpus.toml", "report.docx", "a.txt", "README"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    found = list_files([tmp_path])
    assert [file.path for file in found.files] == ["a.txt"]
    assert [(entry.path, entry.reason) for entry in found.skipped] == [
        ("report.docx", ".docx is not a format backstory reads")
    ]
    assert dict(found.others) == {".jpg": 1, ".toml": 1, "no suffix": 1}


def test_a_file_given_by_name_is_read_whatever_its_suffix(tmp_path: Path) -> None:
    (tmp_path / "notes.log").write_text("x")
    assert paths_of(tmp_path / "notes.log") == ["notes.log"]


def test_several_roots_put_their_names_first_and_never_share_a_key(tmp_path: Path) -> None:
    for name in ("one/set/a.txt", "two/set/a.txt", "b.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name)
    roots = [tmp_path / "one/set", tmp_path / "two/set", tmp_path / "b.txt"]
    assert paths_of(*roots) == ["set/a.txt", "set-2/a.txt", "b.txt"]


def test_a_file_reached_twice_is_listed_once(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in/a.txt").write_text("x")
    (tmp_path / "in/b.txt").symlink_to("a.txt")
    assert paths_of(tmp_path / "in") == ["a.txt"]
    assert reasons_of(tmp_path / "in") == {"b.txt": "the same file as a.txt"}
    assert paths_of(tmp_path / "in", tmp_path) == ["in/a.txt"]


def test_links_to_folders_are_named_and_not_followed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "again").symlink_to(tmp_path)
    assert paths_of(tmp_path) == ["a.txt"]
    assert "a link to a folder" in reasons_of(tmp_path)["again"]


def test_paths_are_kept_in_order_and_those_that_name_the_same_once() -> None:
    home, other = Path("/nowhere/a"), Path("b")
    given = [home, STDIN, other, Path("/nowhere/c/../a"), STDIN, Path.cwd() / "b"]
    assert distinct(given) == (home, STDIN, other)


def test_a_missing_path_is_an_error_of_its_own(tmp_path: Path) -> None:
    with pytest.raises(NoSuchPath, match="no such file or folder"):
        list_files([tmp_path / "nowhere"])


def test_a_loop_of_links_given_as_a_root_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to("loop")
    with pytest.raises((NoSuchPath, OSError)):
        read_bytes(list_files([tmp_path / "loop"]).files[0].place)


def test_a_name_that_is_no_utf8_gets_a_key_that_can_be_printed(tmp_path: Path) -> None:
    try:
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/bad\xff\x1b.txt")).write_text("words")
    except OSError:
        pytest.skip("this file system takes only UTF-8 names")
    found = list_files([tmp_path]).files
    assert [file.path for file in found] == ["bad\\xff\x1b.txt"]
    assert found[0].path.encode()
    assert read_bytes(found[0].place) == b"words"


def test_a_pipe_is_refused_without_waiting_for_a_writer(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(OSError, match="not a regular file but a pipe"):
        read_bytes(tmp_path / "pipe.txt")


def test_a_device_behind_a_link_is_refused(tmp_path: Path) -> None:
    (tmp_path / "zero.txt").symlink_to("/dev/zero")
    with pytest.raises(OSError, match="not a regular file but a device"):
        read_bytes(tmp_path / "zero.txt")


def test_a_socket_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("s.txt")
        with pytest.raises(OSError, match="socket"):
            read_bytes(Path("s.txt"))


def test_a_folder_named_like_an_article_is_searched_and_not_read(tmp_path: Path) -> None:
    (tmp_path / "x.txt").mkdir()
    (tmp_path / "x.txt/a.txt").write_text("x")
    assert paths_of(tmp_path) == ["x.txt/a.txt"]
    with pytest.raises(OSError, match=r"folder|directory"):
        read_bytes(tmp_path / "x.txt")


@pytest.mark.parametrize(("target", "words"), [("nowhere", "a link to nothing"), ("loop.txt", "leads back to itself")])
def test_a_link_to_nothing_or_itself_says_so(tmp_path: Path, target: str, words: str) -> None:
    (tmp_path / "loop.txt").symlink_to(target)
    with pytest.raises(OSError, match=words):
        read_bytes(tmp_path / "loop.txt")


def test_a_file_larger_than_the_limit_is_refused_without_reading_it(tmp_path: Path) -> None:
    with (tmp_path / "sparse.txt").open("wb") as file:
        file.truncate(3 * 2**30)
    with pytest.raises(OSError, match="larger than 32 MB"):
        read_bytes(tmp_path / "sparse.txt")


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_without_permission_says_so(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "a.txt").chmod(0)
    with pytest.raises(OSError, match="no permission"):
        read_bytes(tmp_path / "a.txt")


def test_numbers_too_long_to_be_years_still_sort() -> None:
    assert natural("a" + "9" * 250) < natural("a1" + "0" * 250)


def test_a_path_leads_to_the_root_it_begins_with_and_one_of_none_to_itself() -> None:
    several = (Root(Path("/a"), "a/", "a"), Root(Path("/b"), "b/", "b"))
    assert places_in(several)("b/2007/c.txt") == str(Path("/b/2007/c.txt"))
    assert places_in(several)("elsewhere/c.txt") == "elsewhere/c.txt"
    assert places_in(())("c.txt") == "c.txt"


def test_standard_input_given_twice_is_one_article() -> None:
    assert [file.path for file in list_files([STDIN, STDIN], b"Told once.").files] == ["stdin"]


def test_files_whose_names_read_the_same_keep_keys_of_their_own(tmp_path: Path) -> None:
    for name in (b"\xff.txt", b"\xfe.txt", "\ufffd.txt".encode()):
        Path(os.fsdecode(bytes(tmp_path) + b"/" + name)).write_bytes(b"Told in " + name[:1].hex().encode())
    found = list_files([tmp_path]).files
    assert len({file.path for file in found}) == 3
    assert len({load(file) for file in found}) == 3


def test_a_file_that_grows_while_it_is_read_is_refused_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = tmp_path / "grown.txt"
    place.write_text("x" * 99)
    monkeypatch.setattr(os, "fstat", lambda _: os.stat_result((0o100600, 0, 0, 0, 0, 0, 9, 0, 0, 0)))
    with pytest.raises(OSError, match="larger than"):
        read_bytes(place, 50)
