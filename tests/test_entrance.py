"""The entrance: what is loaded for what, terminals, pipes, signals, and faults."""

import os
import pty
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tui import __version__, paths
from tui.__main__ import main
from tui.commands import COMMANDS
from tui.commands.usage import first_word
from tui.reader.last import last_collection, remember_collection

LOADED = """
import sys
from tui.__main__ import main
code = main(sys.argv[1:])
sys.stderr.write(f"{code} {' '.join(sorted({name.split('.')[0] for name in sys.modules}))}")
sys.stderr.write(" " + " ".join(sorted(name for name in sys.modules if name.startswith("tui."))))
"""


def loaded(*arguments: str) -> set[str]:
    """Names of the modules a command line loads, top-level ones and ours."""
    # Whatever counts branches loads modules too.
    alone = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE_")}
    ran = subprocess.run(
        [sys.executable, "-c", LOADED, *arguments], env=alone, capture_output=True, text=True, check=True
    )
    return set(ran.stderr.split())


def backstory(*arguments: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "tui", *arguments]
    return subprocess.run(command, input=stdin, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("option", ["--help", "-h", "--version"])
def test_help_and_version_load_neither_the_screen_nor_the_engines(option: str) -> None:
    found = loaded(option)
    assert "0" in found
    assert not found & {"textual", "rich", "rapidfuzz", "anyascii", "argparse", "tomllib"}
    assert {name for name in found if name.startswith("tui.")} == {
        *("tui.__main__", "tui.commands", "tui.commands.streams", "tui.commands.usage")
    }


@pytest.mark.parametrize("command", COMMANDS)
def test_help_of_a_command_loads_neither_the_screen_nor_the_engines(command: str) -> None:
    for option in ("--help", "--version"):
        found = loaded(command, option)
        assert not found & {"textual", "rich", "rapidfuzz", "anyascii", "sqlite3"}
        engines = ("tui.names", "tui.dates", "tui.events", "tui.corpus.build", "tui.search", "tui.jump")
        assert not {name for name in found if name.startswith(engines)}


@pytest.mark.parametrize("command", [["timeline"], ["list"], ["jump", "quds"], ["search", "quds"], ["notes", "where"]])
def test_commands_load_no_screen(command: list[str]) -> None:
    assert not loaded(*command) & {"textual", "rich", "tui.app", "tui.desk"}


def test_help_names_every_command_and_every_command_has_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    told = capsys.readouterr().out
    for name, summary in COMMANDS.items():
        assert f"  {name} " in told
        assert summary in told
        assert main([name, "--help"]) == 0
        assert f"usage: backstory {name}" in capsys.readouterr().out


def test_version_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert main(["list", "--version"]) == 0
    assert main(["notes", "--version"]) == 0
    assert capsys.readouterr().out == f"backstory {__version__}\n" * 3


def test_the_reader_asks_for_a_terminal() -> None:
    ran = backstory(str(paths.seeds()))
    assert (ran.returncode, ran.stdout) == (2, "")
    assert (
        ran.stderr
        == "backstory: The reader needs a terminal. In pipes and scripts use a command, or --plain: backstory --help\n"
    )


def test_the_reader_says_what_is_not_there() -> None:
    ran = backstory("/nowhere/at/all")
    assert (ran.returncode, ran.stdout) == (3, "")
    assert "no such file or folder" in ran.stderr


def test_a_misspelt_command_is_recognised() -> None:
    ran = backstory("timelin")
    assert ran.returncode == 3
    assert ran.stderr.endswith("Did you mean the command timeline?\n")


def test_the_reader_takes_no_article_from_standard_input() -> None:
    ran = backstory("-", stdin="Words.")
    assert ran.returncode == 2
    assert "standard input" in ran.stderr


def test_a_command_takes_an_article_from_standard_input() -> None:
    ran = backstory("timeline", "-", stdin="John Smith left Paris in May 2007.\n")
    assert ran.returncode == 0
    assert ran.stdout.startswith("2007-05\tJohn Smith left Paris")


def test_standard_input_is_read_but_once_and_its_article_is_called_as_it_was_asked_for() -> None:
    twice = backstory("list", "-", "-", stdin="Words.\n")
    assert (twice.returncode, len(twice.stdout.splitlines())) == (0, 1)
    assert backstory("show", "-", "--in", "-", stdin="Words.\n").stdout == "Words.\n"
    nothing = backstory("list", "-")
    assert nothing.returncode == 3
    assert nothing.stderr.startswith("backstory: stdin: nothing here can be read")


def in_shell(line: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run a line of shell in which $B is the program."""
    known = {**os.environ, **variables, "B": f"{sys.executable} -m tui"}
    return subprocess.run(["/bin/sh", "-c", line], env=known, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("command", ["--help", "--version", "list", "timeline"])
def test_a_closed_output_is_an_error_and_other_closed_streams_are_none(command: str) -> None:
    closed = in_shell(f"$B {command} >&-")
    assert closed.returncode == 1
    assert closed.stderr.startswith("backstory: The system refused: ")
    assert in_shell(f"$B {command} 2>&- <&-").returncode == 0


def test_a_reader_without_streams_asks_for_a_terminal() -> None:
    assert in_shell("$B <&-").returncode == 2
    assert in_shell("$B <&- >&- 2>&-").returncode == 2


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device here stands for a full disk")
@pytest.mark.parametrize("command", ["--help", "list"])
def test_a_full_disk_is_said_in_one_line(command: str) -> None:
    full = in_shell(f"$B {command} >/dev/full")
    assert (full.returncode, full.stderr) == (1, "backstory: The system refused: no space left on device.\n")


def test_help_ends_quietly_when_nobody_reads_it() -> None:
    told = in_shell("{ sleep 1; $B --help; echo $? >&2; } | true")
    assert told.stderr == "141\n"


def test_letters_a_locale_lacks_are_printed_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "naïve.txt").write_text("Ça\n", encoding="utf-8")
    plain = {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
    listed = subprocess.run(
        [sys.executable, "-m", "tui", "list", tmp_path],
        env={**os.environ, **plain}, capture_output=True, check=False,
    )  # fmt: skip
    assert (listed.returncode, listed.stdout.decode()) == (0, "naïve.txt\tnaïve\t\t\t3\n")


def test_a_folder_named_like_a_command_is_opened_with_its_path(tmp_path: Path) -> None:
    (tmp_path / "list").mkdir()
    ran = subprocess.run(
        [sys.executable, "-m", "tui", "./list"], cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(Path.cwd())},
        capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL,
    )  # fmt: skip
    assert (ran.returncode, "needs a terminal" in ran.stderr) == (2, True)


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["list", "x"], 0),
        (["--in", "list", "timeline"], 2),
        (["-q", "--format", "json", "list"], 3),
        (["-"], 0),
        (["--", "list"], 1),
        (["--help"], None),
        (["--in", "list"], None),
    ],
)
def test_the_first_word_is_no_option_nor_the_value_of_one(arguments: list[str], word: int | None) -> None:
    assert first_word(arguments) == word


def on_terminal(command: Sequence[str]) -> str:
    """What a command writes to a terminal."""
    leader, follower = pty.openpty()
    with subprocess.Popen(command, stdout=follower, stdin=subprocess.DEVNULL, stderr=follower) as running:
        os.close(follower)
        written = b""
        try:
            while piece := os.read(leader, 65_536):
                written += piece
        except OSError:  # how Linux says that the other side closed
            pass
        running.wait()
    os.close(leader)
    return written.decode().replace("\r\n", "\n")


def test_on_a_terminal_nothing_of_the_text_reaches_it_raw(tmp_path: Path) -> None:
    text = "A \x1b]0;owned\x07 title [/]\n\n\x1b[2J\x9b31m \u202e words of 2007 [red]\n"
    (tmp_path / "a\x1b[31m.txt").write_text(text)
    base = [sys.executable, "-m", "tui"]
    for arguments in (["list", str(tmp_path)], ["show", "a\x1b[31m", "--in", str(tmp_path)], ["show", "\x1b[2J\x07"]):
        written = on_terminal([*base, *arguments])
        assert written
        assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(written)
    shown = on_terminal([*base, "show", "a\x1b[31m", "--in", str(tmp_path)])
    assert shown.count("\n") == text.count("\n")
    assert "title [/]" in shown


def test_on_a_terminal_a_table_has_a_head_and_fits(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"A title of {'many ' * 30}words\n\nWords.\n")
    written = on_terminal([sys.executable, "-m", "tui", "list", str(tmp_path)])
    head, row = written.splitlines()
    assert head.startswith("ID     TITLE")
    assert max(len(head), len(row)) <= 100
    assert "…" in row


def test_a_closed_pipe_ends_quietly() -> None:
    command = [sys.executable, "-m", "tui", "entities", "--format", "json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        assert running.stderr.read() == b""
    assert running.returncode == 141


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full device")
def test_a_full_disk_is_an_error_in_one_sentence() -> None:
    command = f"{sys.executable} -m tui list > /dev/full"
    ran = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stderr) == (1, "backstory: The system refused: no space left on device.\n")


def test_an_interrupt_ends_with_130_and_no_traceback() -> None:
    command = [sys.executable, "-m", "tui", "jump", "-"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdin is not None
        assert running.stdout is not None
        running.stdin.write(b"quds\n")
        running.stdin.flush()
        running.stdout.readline()
        running.send_signal(signal.SIGINT)
        _, err = running.communicate()
    assert (running.returncode, err) == (130, b"")


FAULT = """
import sys
from tui import commands, __main__
commands.COMMANDS["faulty"] = "x"
sys.path.insert(0, sys.argv.pop(1))
import tui.commands
tui.commands.__path__.append(sys.path[0])
__main__.run()
"""


@pytest.mark.parametrize(("options", "traced"), [([], False), (["--debug"], True)])
def test_a_fault_of_the_program_is_a_sentence_and_with_debug_a_traceback(
    tmp_path: Path, options: list[str], traced: bool
) -> None:
    (tmp_path / "faulty.py").write_text(
        "def add(parser): pass\ndef run(options): raise RuntimeError('a \\x1b[31m b')\n"
    )
    command = [sys.executable, "-c", FAULT, str(tmp_path), "faulty", *options]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ran.returncode == 1
    assert ("Traceback" in ran.stderr) is traced
    if not traced:
        assert ran.stderr.count("\n") == 1
        assert "\x1b" not in ran.stderr
        assert "--debug" in ran.stderr


def test_the_collection_opened_last_is_kept_by_its_whole_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    state = tmp_path / "state"
    assert last_collection(state) is None
    remember_collection(state, [Path("a"), Path("b\udcff")])
    assert last_collection(state) == (tmp_path / "a", tmp_path / "b\udcff")
    remember_collection(state, [])
    assert last_collection(state) == ()


@pytest.mark.parametrize("torn", [b"", b"\x00\xff", b"[" * 9000, b'{"paths": 3}', b"[]", b'{"paths": [1, "a\\u0000"]}'])
def test_a_torn_state_file_costs_only_the_path(tmp_path: Path, torn: bytes) -> None:
    (tmp_path / "last.json").write_bytes(torn)
    assert last_collection(tmp_path) == ()


def test_commands_read_the_collection_opened_last(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text("Words.\n")
    remember_collection(paths.state(), [tmp_path / "a.txt"])
    assert main(["list"]) == 0
    assert capsys.readouterr().out.startswith("a.txt\t")
    (tmp_path / "a.txt").unlink()
    assert main(["list"]) == 3
    assert "opened last; name another" in capsys.readouterr().err
