"""The line mode on a real terminal: no escape code ever, and whatever ends it, what was typed is kept."""

import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from pseudo_terminal import Terminal, reader

from tui.notes.drafts import Drafts
from tui.notes.notebook import Notebook

ARTICLE = "A title\n\nIn May 2007 Anna Smith left Rome for Pisa.\n\nIn June 2007 she came back.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "articles"
    made.mkdir()
    (made / "a.txt").write_text(ARTICLE, encoding="utf-8")
    return made


@pytest.fixture
def environment() -> Mapping[str, str]:
    return {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2]), "LANG": "C.UTF-8", "TERM": "xterm-256color"}


def test_a_conversation_prints_no_escape_code(folder: Path, environment: Mapping[str, str]) -> None:
    terminal = Terminal(reader("--plain", str(folder)), environment)
    assert terminal.wait_for(b"> ")
    for line in (
        b"",
        b"",
        b"here",
        b"timeline",
        b"1",
        b"entities",
        b"1",
        b"conflicts",
        b"notes",
        b"help",
        b"",
        b"where",
    ):
        terminal.send(line + b"\n")
        terminal.read(0.2)
    terminal.send(b"quit\n")
    assert terminal.end() == 0
    terminal.close()
    said = terminal.output.replace(b"\r\n", b"\n")
    assert b"left Rome" in said
    assert not {code for code in said if code < 32 and code != 10}


def test_a_terminal_that_can_place_nothing_gets_the_line_mode(folder: Path, environment: Mapping[str, str]) -> None:
    terminal = Terminal(reader(str(folder)), {**environment, "TERM": "dumb"})
    assert terminal.wait_for(b"backstory, line mode.")
    assert terminal.wait_for(b"> ")
    terminal.send(b"\x04")
    assert terminal.end() == 0
    assert b"\x1b" not in terminal.output
    terminal.close()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_in_the_middle_of_a_note_loses_none_of_its_lines(
    number: signal.Signals, folder: Path, environment: Mapping[str, str], own_folders: Path
) -> None:
    terminal = Terminal(reader("--plain", str(folder)), environment)
    assert terminal.wait_for(b"> ")
    terminal.send(b"\n\nnote\n")
    assert terminal.wait_for(b": ")
    terminal.send(b"Half a thought\n")
    terminal.read(0.5)
    terminal.signal(number)
    assert terminal.end() == 128 + number
    terminal.close()
    assert [draft.note.text for draft in Drafts(own_folders / "state" / "drafts").left()] == ["Half a thought"]
    assert Notebook.open(own_folders / "data").notes == ()


def test_ctrl_c_stops_what_goes_on_and_not_the_program(folder: Path, environment: Mapping[str, str]) -> None:
    terminal = Terminal(reader("--plain", str(folder)), environment)
    assert terminal.wait_for(b"> ")
    terminal.send(b"\n\nnote\n")
    assert terminal.wait_for(b": ")
    terminal.send(b"Half\n")
    terminal.read(0.5)
    terminal.send(b"\x03")
    assert terminal.wait_for(b"Not saved; what you typed is kept.")
    terminal.send(b"\x03")
    assert terminal.wait_for(b"Stopped. quit leaves.")
    terminal.send(b"q\n")
    assert terminal.end() == 0
    terminal.close()


def test_the_line_mode_answers_through_pipes_and_ends_quietly_when_nobody_listens(folder: Path) -> None:
    command = [sys.executable, "-m", "tui", "--plain", str(folder)]
    told = subprocess.run(command, input="timeline\nquit\n", capture_output=True, text=True, check=False)
    assert (told.returncode, told.stderr) == (0, "")
    assert "2 events.\n1. May 2007: Anna Smith left Rome" in told.stdout
    assert ">" not in told.stdout
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None
        running.stdout.close()
        _, wrong = running.communicate(b"timeline\nquit\n")
    assert (running.returncode, wrong) == (141, b"")


def test_the_line_mode_loads_no_screen(folder: Path) -> None:
    program = "import sys\nfrom tui.__main__ import main\nmain(sys.argv[1:])\nprint(sorted(sys.modules))"
    command = [sys.executable, "-c", program, "--plain", str(folder)]
    told = subprocess.run(
        command, input="who Anna Smith\nsearch rome\nquit\n", capture_output=True, text=True, check=True
    )
    loaded = told.stdout.splitlines()[-1]
    assert "'tui'" in loaded
    assert "'textual'" not in loaded
    assert "'rich'" not in loaded


@pytest.mark.parametrize(("paths", "code"), [(["/nowhere/at/all"], 3), (["-"], 2)])
def test_what_cannot_be_opened_ends_as_on_the_screen(paths: list[str], code: int) -> None:
    told = subprocess.run([sys.executable, "-m", "tui", "--plain", *paths], capture_output=True, text=True, check=False)
    assert told.returncode == code
    assert told.stderr.startswith("backstory: ")
