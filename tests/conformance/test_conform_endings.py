"""What the program promises of how it ends: exit codes, errors in one sentence, signals, and closed pipes."""

import os
import shutil
import signal
import subprocess
from pathlib import Path

import pytest
from process import COMMAND, Program


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("--help",), 0),
        (("--version",), 0),
        (("list", "SHELF"), 0),
        (("entities", "SHELF", "--min", "999"), 1),
        (("timeline", "SHELF", "--from", "2999"), 1),
        (("jump", "zzzzqqqq", "--in", "SHELF"), 1),
        (("search", "zzzzqqqq", "--in", "SHELF"), 1),
        (("notes", "list", "SHELF"), 1),
        (("entity", "Nobody Whatever", "--in", "SHELF"), 1),
        (("show", "nothing.txt", "--in", "SHELF"), 1),
        (("timeline", "--nonsense"), 2),
        (("list", "--format", "xml"), 2),
        (("timeline", "SHELF", "--from", "soon"), 2),
        (("search", "(", "--in", "SHELF"), 2),
        (("show",), 2),
        (("SHELF",), 2),
        (("",), 2),
        (("--in", ""), 2),
        (("list", ""), 2),
        (("timeline", "--in", ""), 2),
        (("notes", "import", ""), 2),
        (("list", "/nowhere/at/all"), 3),
        (("/nowhere/at/all",), 3),
        (("list", "EMPTY"), 3),
        (("timeline", "BROKEN"), 3),
    ],
)
def test_the_exit_code_tells_how_it_went(
    asked: Program, shelf: Path, tmp_path: Path, arguments: tuple[str, ...], code: int
) -> None:
    (tmp_path / "empty").mkdir()
    named = {"SHELF": str(shelf), "EMPTY": str(tmp_path / "empty"), "BROKEN": str(shelf / "broken.txt")}
    ran = asked(*(named.get(argument, argument) for argument in arguments))
    assert ran.code == code, ran.err
    assert "Traceback" not in ran.err
    if code > 1:
        assert ran.out == ""
        assert ran.err.startswith("backstory: ")
        assert ran.err.count("\n") == 1


def test_a_check_that_fails_ends_with_1(program: Program, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text("A title\n\nThe five officers were taken to Irbil in January 2007.\n")
    program("notes", "add", "--in", folder, "--on", "a.txt", "--quote", "five officers were taken", "--text", "x")
    assert program("notes", "check", folder).code == 0
    (folder / "a.txt").write_text("A title\n\nSomething else altogether is told here now, of other people.\n")
    ran = program("notes", "check", folder)
    assert (ran.code, "orphan" in ran.out) == (1, True)


@pytest.mark.parametrize("command", [("notes", "list"), ("notes", "check"), ("notes", "export"), ("doctor",)])
def test_a_damaged_notes_file_ends_with_4_and_how_to_mend_it(
    program: Program, shelf: Path, command: tuple[str, ...]
) -> None:
    program("notes", "add", "--in", shelf, "--on", "raid.txt", "--text", "kept")
    notes = program.data / "notes.toml"
    damaged = notes.read_text() + "[[note]\n"
    notes.write_text(damaged)
    ran = program(*command, *(() if command == ("doctor",) else ("--in", str(shelf))))
    said = ran.err + ran.out
    assert ran.code == 4
    assert "line" in said
    assert "Traceback" not in said
    if command != ("doctor",):
        assert "notes mend" in said
    assert notes.read_text() == damaged
    assert program("notes", "mend").code == 0
    assert "kept" in program("notes", "list", shelf).out


def test_a_damaged_index_is_made_anew_and_stops_nothing(program: Program, shelf: Path) -> None:
    whole = program("timeline", shelf).out
    found = list(program.cache.rglob("*.sqlite"))
    assert found
    for file in found:
        file.write_bytes(b"no database at all" * 999)
    again = program("timeline", shelf)
    assert (again.code, again.out) == (0, whole)
    assert program("search", "weber", "--in", shelf).code == 0
    for file in found:
        file.write_bytes(b"no database at all" * 999)
    assert program("index", shelf).code == 0


def test_an_index_that_cannot_be_made_anew_ends_with_4_and_how_to_mend_it(program: Program, shelf: Path) -> None:
    whole = program("index", shelf).out
    (index,) = program.cache.rglob("index.sqlite")
    index.unlink()
    (index / "in the way").mkdir(parents=True)
    again = program("index", shelf)
    assert (again.code, again.out) == (4, whole)
    assert f"no index can be kept in {index.parent}" in again.err
    assert "Delete that folder" in again.err
    assert program("timeline", shelf).code == 0  # asked for something else, it is read without one
    shutil.rmtree(index.parent)
    assert program("index", shelf).code == 0


@pytest.mark.parametrize(
    ("arguments", "meant"),
    [
        (("entity", "Mahmud Farhady", "--in", "SHELF"), "Did you mean Mahmud Farhadi"),
        (("show", "rad.txt", "--in", "SHELF"), "Did you mean raid.txt?"),
        (("timelin",), "Did you mean the command timeline?"),
    ],
)
def test_a_name_that_is_not_there_is_met_with_the_one_that_may_be_meant(
    asked: Program, shelf: Path, arguments: tuple[str, ...], meant: str
) -> None:
    ran = asked(*(str(shelf) if argument == "SHELF" else argument for argument in arguments))
    assert ran.code in (1, 3)
    assert meant in ran.err
    assert (ran.out, ran.err.count("\n")) == ("", 1)


def test_an_interrupt_ends_with_130_without_a_word(asked: Program, shelf: Path) -> None:
    running = asked.start("jump", "-", "--in", shelf)
    assert running.stdin is not None
    assert running.stdout is not None
    running.stdin.write(b"weber\n")
    running.stdin.flush()
    running.stdout.readline()
    running.send_signal(signal.SIGINT)
    _, err = running.communicate(timeout=30)
    assert (running.returncode, err) == (130, b"")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_it_as_a_shell_shows_with_128_and_its_number(
    asked: Program, shelf: Path, number: signal.Signals
) -> None:
    running = asked.start("jump", "-", "--in", shelf)
    assert running.stdin is not None
    assert running.stdout is not None
    running.stdin.write(b"weber\n")
    running.stdin.flush()
    running.stdout.readline()
    running.send_signal(number)
    _, err = running.communicate(timeout=30)
    assert running.returncode in (-number, 128 + number)  # a shell shows both as 128 + n
    assert b"Traceback" not in err


@pytest.mark.parametrize(
    "command", [("list",), ("timeline",), ("search", "weber"), ("entities", "--format", "json"), ("list", "--help")]
)
def test_a_closed_pipe_is_met_quietly(asked: Program, shelf: Path, command: tuple[str, ...]) -> None:
    running = asked.start(*command, "--in", shelf)
    assert running.stdout is not None
    running.stdout.close()
    assert running.stderr is not None
    err = running.stderr.read()
    running.stderr.close()
    if running.stdin:
        running.stdin.close()
    assert running.wait(30) == 141
    assert err.replace(b"backstory: skipped broken.txt: not text: it holds NUL bytes\n", b"") == b""


def test_a_fault_shows_no_traceback_and_does_not_return_0(program: Program, shelf: Path) -> None:
    program.data.mkdir()
    (program.data / "notes.toml").mkdir()
    ran = program("notes", "list", shelf)
    assert ran.code != 0
    assert ran.err.startswith("backstory: ")
    assert "Traceback" not in ran.err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device here stands for a full disk")
def test_a_full_disk_is_said_in_one_sentence(asked: Program, shelf: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        ran = subprocess.run(
            [*COMMAND, "show", "raid.txt", "--in", str(shelf)],
            env=asked.environment, stdout=full, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL, check=False,
        )  # fmt: skip
    assert ran.returncode == 1
    assert ran.stderr == b"backstory: The system refused: no space left on device.\n"


def test_input_that_nobody_closes_is_not_waited_for(asked: Program, shelf: Path) -> None:
    reader, writer = os.pipe()
    try:
        ran = subprocess.run(
            [*COMMAND, "list", str(shelf)], env=asked.environment, stdin=reader, capture_output=True, timeout=60,
            check=False,
        )  # fmt: skip
    finally:
        os.close(reader)
        os.close(writer)
    assert ran.returncode == 0
