"""Promises kept with a real terminal: hostile text cannot act on it, and any end leaves it as it was found."""

import os
import re
import signal
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from pseudo_terminal import Terminal, reader

from tui import paths
from tui.notes.drafts import Drafts
from tui.notes.notebook import Notebook

HOSTILE = (
    "A headline \x1b]0;owned-title\x07 with [/] and [@click=app.quit]here[/]\n\n"
    "In May 2007 General \x1b[31mRed\x1b[0m Force met [red]Anna Smith[/red] in Rome. \x1b]52;c;b3duZWQ=\x07"
    "\x1bP+q544e\x1b\\ \x9b31m \x90bad\x9c \u202egnp.exe\u202c \u2066x\u2069 \x0e\x0f \x1b[2J\x1b[?1049l done\n\n"
    "January 2008: Anna Smith \x1b]8;;http://evil.example/\x07link\x1b]8;;\x07 left Rome.\n"
)
FOREIGN = [
    b"\x1b]0;owned", b"\x1b]52;", b"\x1b]8;;http", b"\x1bP+q", b"\xc2\x9b", b"\xc2\x90", "\u202e".encode(), b"\x0e",
]  # fmt: skip
"""What must not reach the terminal: the beginnings of the attacks above, as bytes."""


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a.txt").write_text(HOSTILE, encoding="utf-8")
    (folder / "\x1b]0;owned-title\x07.txt").write_text("Short\n\nNothing of note.\n", encoding="utf-8")
    return folder


@pytest.fixture
def environment() -> Mapping[str, str]:
    return {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2]), "LANG": "C.UTF-8", "TERM": "xterm-256color"}


@pytest.fixture
def terminal(hostile: Path, environment: Mapping[str, str]) -> Iterator[Terminal]:
    running = Terminal(reader(str(hostile)), environment)
    assert running.wait_for(b"Entities"), running.output[-2000:]
    assert running.wait_for(b"in all"), running.output[-2000:]
    yield running
    running.end(0)
    running.close()


def test_hostile_text_and_names_never_reach_the_terminal_as_control(terminal: Terminal) -> None:
    for keys in (b"1", b"j", b"\r", b"3", b"j", b"4", b"j", b"\r", b"\x1b", b"p", b"red", b"\x1b", b"J", b"?", b"\x1b"):
        terminal.send(keys)
        terminal.read(0.3)
    assert terminal.running
    assert [attack for attack in FOREIGN if attack in terminal.output] == []
    assert "␛".encode() in terminal.output
    terminal.send(b"Q")
    assert terminal.end() == 0
    assert terminal.cooked


def test_a_signal_leaves_the_terminal_as_it_was_and_keeps_the_draft(terminal: Terminal) -> None:
    terminal.send(b"3")
    terminal.read(0.3)
    # In one go: the second key must reach the pane the first one turned to.
    terminal.send(b"2a")
    terminal.read(0.5)
    terminal.send(b"half a thought")
    terminal.read(0.5)
    terminal.signal(signal.SIGTERM)
    assert terminal.end() == 128 + signal.SIGTERM
    assert terminal.cooked
    left = Drafts(paths.state() / "drafts").left()
    assert [(draft.note.on, draft.note.text) for draft in left] == [("span", "half a thought")]


def test_a_killed_reader_loses_at_most_the_last_second_of_a_draft(terminal: Terminal) -> None:
    terminal.send(b"2a")
    terminal.read(0.5)
    terminal.send(b"half a thought")
    terminal.read(1.2)
    terminal.signal(signal.SIGKILL)
    assert terminal.end() == 128 + signal.SIGKILL
    assert [draft.note.text for draft in Drafts(paths.state() / "drafts").left()] == ["half a thought"]


def test_a_closed_window_ends_the_reader(hostile: Path, environment: Mapping[str, str]) -> None:
    running = Terminal(reader(str(hostile)), environment)
    assert running.wait_for(b"in all")
    running.signal(signal.SIGHUP)
    assert running.end() == 128 + signal.SIGHUP
    running.close()


def test_a_terminal_that_cannot_place_text_is_not_painted_on(hostile: Path, environment: Mapping[str, str]) -> None:
    running = Terminal(reader(str(hostile)), {**environment, "TERM": "dumb"})
    assert running.wait_for(b"> ")
    running.send(b"quit\n")
    assert running.end() == 0
    running.close()
    assert b"\x1b" not in running.output


@pytest.mark.parametrize(("option", "variables"), [((), {"NO_COLOR": "1"}), (("--no-color",), {})])
def test_no_color_means_no_colour_codes(
    hostile: Path, environment: Mapping[str, str], option: tuple[str, ...], variables: Mapping[str, str]
) -> None:
    running = Terminal(reader(*option, str(hostile)), {**environment, **variables})
    assert running.wait_for(b"in all")
    running.send(b"34j")
    running.read(0.4)
    running.send(b"Q")
    running.end()
    running.close()
    codes = re.findall(rb"\x1b\[([0-9;:]*)m", running.output)
    coloured = [code for code in codes if re.search(rb"(^|;)(3[0-9]|4[0-9]|9[0-7]|10[0-7])(;|:|$)", code)]
    assert coloured == []


def test_a_damaged_notes_file_is_named_and_never_overwritten(hostile: Path, environment: Mapping[str, str]) -> None:
    paths.data().mkdir(parents=True)
    damaged = b'format = "backstory-notes"\nversion = 1\n\n[[note]\nid = "x"\n'
    (paths.data() / "notes.toml").write_bytes(damaged)
    running = Terminal(reader(str(hostile)), environment, (160, 40))
    assert running.wait_for(b"in all")
    assert b"notes.toml" in running.output
    assert b"line 4" in running.output
    running.send(b"2a")
    running.read(0.5)
    running.send(b"kept")
    running.read(0.3)
    running.send(b"\x13")
    running.read(0.8)
    running.send(b"Q")
    assert running.end() == 0
    running.close()
    assert (paths.data() / "notes.toml").read_bytes() == damaged
    assert [note.text for note in Notebook.open(paths.data()).notes if note.text] == ["kept"]


def test_a_note_goes_on_in_the_readers_own_editor_and_comes_back(
    hostile: Path, environment: Mapping[str, str], tmp_path: Path
) -> None:
    script = tmp_path / "my editor.py"
    script.write_text(
        "import sys, pathlib\n"
        "print('THE EDITOR HAS IT', flush=True)\n"
        "file = pathlib.Path(sys.argv[-1])\n"
        "file.write_text(file.read_text() + ', gone on with\\n')\n"
    )
    running = Terminal(reader(str(hostile)), {**environment, "VISUAL": f"{sys.executable} '{script}'"})
    assert running.wait_for(b"in all")
    running.send(b"2a")
    running.read(0.5)
    running.send(b"half a thought")
    running.read(0.3)
    running.send(b"\x05")
    assert running.wait_for(b"THE EDITOR HAS IT")
    assert running.wait_for(b"gone on with")
    running.send(b"\x13")
    running.read(0.8)
    running.send(b"Q")
    assert running.end() == 0
    assert running.cooked
    running.close()
    assert [note.text for note in Notebook.open(paths.data()).notes] == ["half a thought, gone on with"]
    assert not list(paths.state().rglob("editing-*"))
