"""A file is its whole old self or its whole new self, private, and nothing beside it is harmed."""

import errno
import os
import stat
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from tui.notes import files
from tui.notes.errors import BusyError, ReadError, WriteError
from tui.notes.lock import locked

ROOT = Path(__file__).parents[2]


def run(script: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    """Run a script as a program of its own, at the root of the checkout."""
    command = [sys.executable, "-c", textwrap.dedent(script), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, cwd=ROOT, timeout=60, check=False)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077, 0o777])
def test_files_and_folders_are_private_whatever_the_umask(tmp_path: Path, umask: int) -> None:
    old = os.umask(umask)
    try:
        files.write_private(tmp_path / "a" / "b" / "file", b"x")
        files.append_private(tmp_path / "a" / "b" / "file", b"y")
        with locked(tmp_path / "a" / "b" / "file"):
            pass
    finally:
        os.umask(old)
    assert [mode(tmp_path / "a"), mode(tmp_path / "a" / "b")] == [0o700, 0o700]
    assert {mode(path) for path in (tmp_path / "a" / "b").iterdir()} == {0o600}
    assert files.read_bytes(tmp_path / "a" / "b" / "file") == b"xy"


def test_an_open_file_becomes_private_when_it_is_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"old")
    (tmp_path / "file").chmod(0o644)
    files.write_private(tmp_path / "file", b"new")
    assert mode(tmp_path / "file") == 0o600


def test_a_refused_write_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"old")

    def refuse(_: bytes) -> None:
        raise WriteError("no")

    with pytest.raises(WriteError, match="no"):
        files.write_private(tmp_path / "file", b"new", verify=refuse)
    assert (tmp_path / "file").read_bytes() == b"old"
    assert len(list(tmp_path.iterdir())) == 1


def test_a_link_is_written_through_even_if_it_leads_nowhere_yet(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "elsewhere" / "file")
    files.write_private(tmp_path / "link", b"x")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "elsewhere" / "file").read_bytes() == b"x"


def test_what_is_no_regular_file_is_refused_without_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "zero").symlink_to("/dev/zero")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    for name, why in {
        "pipe": "not a regular",
        "zero": "not a regular",
        "loop": "in a circle",
        ".": "not a regular",
    }.items():
        with pytest.raises(ReadError, match=why):
            files.read_bytes(tmp_path / name)
    assert files.read_bytes(tmp_path / "nothing") is None


def test_a_folder_of_the_same_name_is_said_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").mkdir()
    with pytest.raises(WriteError, match=r"^Cannot write \S+: a folder of that name is in the way\.$"):
        files.write_private(tmp_path / "file", b"x")
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_a_file_where_the_folder_should_be_is_said_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "data").write_bytes(b"")
    with pytest.raises(WriteError, match="part of its path is not a folder"):
        files.write_private(tmp_path / "data" / "notes.toml", b"x")


def test_leftovers_of_killed_writers_are_swept_and_only_those(tmp_path: Path) -> None:
    for name in (".a[1].toml.0123456789ab.tmp", ".b.toml.0123456789ab.tmp", "a[1].toml"):
        (tmp_path / name).touch()
    files.sweep(tmp_path / "a[1].toml")
    assert sorted(path.name for path in tmp_path.iterdir()) == [".b.toml.0123456789ab.tmp", "a[1].toml"]


def test_a_full_disk_is_said_in_one_sentence_and_the_old_notes_are_whole(tmp_path: Path) -> None:
    script = """
        import resource, sys
        from pathlib import Path
        from tui.notes.errors import WriteError
        from tui.notes.notebook import Notebook
        notebook = Notebook.open(Path(sys.argv[1]))
        note = notebook.add("article", "x" * 3000)
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
        try:
            notebook.add("article", "y" * 3000)
        except WriteError as error:
            print(note.id, len(notebook.notes), error.sentence)
    """
    done = run(script, tmp_path)
    assert done.returncode == 0, done.stderr
    ident, count, sentence = done.stdout.rstrip("\n").split(" ", 2)
    assert count == "1"
    assert sentence == f"Cannot write {tmp_path}/notes.toml: the file would be larger than the system allows."
    assert ident in (tmp_path / "notes.toml").read_text()
    assert "y" * 3000 not in (tmp_path / "notes.toml").read_text()
    assert not list(tmp_path.glob("*.tmp"))


def test_a_folder_one_may_not_write_to_is_said_in_one_sentence(tmp_path: Path) -> None:
    script = """
        import os, sys
        from pathlib import Path
        from tui.notes.errors import WriteError
        from tui.notes.notebook import Notebook
        if os.getuid() == 0:
            os.setuid(65534)
        try:
            Notebook.open(Path(sys.argv[1])).add("article", "x")
        except WriteError as error:
            print(error.sentence)
    """
    folder = tmp_path / "data"
    folder.mkdir(mode=0o555)
    for parent in (tmp_path, *tmp_path.parents[:3]):
        parent.chmod(parent.stat().st_mode | 0o055)
    done = run(script, folder)
    assert done.stdout == f"Cannot lock {folder}/notes.toml: permission is denied.\n", done.stderr


def test_a_lock_names_its_holder_and_is_free_when_the_holder_is_killed(tmp_path: Path) -> None:
    script = """
        import sys, time
        from pathlib import Path
        from tui.notes.lock import locked
        with locked(Path(sys.argv[1])):
            print("held", flush=True)
            time.sleep(60)
    """
    path = tmp_path / "notes.toml"
    holder = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(script), str(path)], stdout=subprocess.PIPE, text=True, cwd=ROOT
    )
    try:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(BusyError, match=rf"is locked by pid {holder.pid} since \d{{4}}-"), locked(path, wait=0.05):
            pass
    finally:
        holder.kill()
        holder.wait()
        if holder.stdout is not None:
            holder.stdout.close()
    with locked(path, wait=5):
        assert (tmp_path / ".notes.toml.lock").exists()


def test_a_file_too_large_for_notes_is_refused_in_one_sentence(tmp_path: Path) -> None:
    with (tmp_path / "notes.toml").open("wb") as file:
        file.truncate(files.LARGEST + 1)  # a hole: it takes no room
    with pytest.raises(ReadError, match="larger than"):
        files.read_bytes(tmp_path / "notes.toml")


def test_leftovers_of_writers_that_may_still_be_at_work_are_left_alone(tmp_path: Path) -> None:
    fresh, old = tmp_path / ".a.toml.0123456789ab.tmp", tmp_path / ".a.toml.ba9876543210.tmp"
    fresh.touch()
    old.touch()
    os.utime(old, (1000, 1000))
    files.sweep(tmp_path / "a.toml", older=3600)
    assert [path.name for path in tmp_path.iterdir()] == [fresh.name]


def test_what_does_not_read_back_as_it_was_written_is_refused_and_the_old_file_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "notes.toml"
    files.write_private(target, b"old")
    real = Path.read_bytes
    monkeypatch.setattr(Path, "read_bytes", lambda path: real(path).replace(b"new", b"n\0w"))
    with pytest.raises(WriteError, match="did not read back the same"):
        files.write_private(target, b"new")
    monkeypatch.undo()
    assert target.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["notes.toml"]


@pytest.mark.parametrize(("number", "kept"), [(errno.EINVAL, True), (errno.EIO, False)])
def test_a_folder_that_cannot_be_synced_is_no_fault_but_a_disk_that_fails_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, kept: bool
) -> None:
    real = os.fsync

    def sync(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(number, os.strerror(number))
        real(descriptor)

    monkeypatch.setattr(os, "fsync", sync)
    if kept:
        files.write_private(tmp_path / "notes.toml", b"new")
        assert (tmp_path / "notes.toml").read_bytes() == b"new"
    else:
        with pytest.raises(WriteError):
            files.write_private(tmp_path / "notes.toml", b"new")
