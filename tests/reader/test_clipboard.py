"""Copying: the terminal is asked in words it knows, a program that is there is used, and a file is the last resort."""

import base64
import stat
import sys
from pathlib import Path

import pytest

from tui.reader import clipboard
from tui.reader.clipboard import MOST, Tool


def installed(folder: Path, monkeypatch: pytest.MonkeyPatch, *names: str, body: str = "cat > /dev/null") -> None:
    """Put programs of these names on a path of their own."""
    for name in names:
        path = folder / name
        path.write_text(f"#!/bin/sh\nPATH=/usr/bin:/bin\n{body}\n")
        path.chmod(0o755)
    monkeypatch.setenv("PATH", str(folder))


ALL = ("wl-copy", "xclip", "xsel", "pbcopy", "clip.exe", "tmux")


@pytest.mark.parametrize(
    ("environ", "platform", "names"),
    [
        ({}, "linux", []),
        ({"WAYLAND_DISPLAY": "w", "DISPLAY": ":0"}, "linux", ["wl-copy", "xclip", "xsel"]),
        ({"DISPLAY": ":0"}, "linux", ["xclip", "xsel"]),
        ({"WAYLAND_DISPLAY": "w", "SSH_CONNECTION": "1"}, "linux", []),
        ({"DISPLAY": "localhost:10", "SSH_TTY": "/dev/pts/1"}, "linux", ["xclip", "xsel"]),
        ({"TMUX": "/tmp/tmux", "SSH_TTY": "/dev/pts/1"}, "linux", ["tmux"]),
        ({}, "darwin", ["pbcopy"]),
        ({"WSL_DISTRO_NAME": "Debian"}, "linux", ["clip.exe"]),
    ],
)
def test_the_program_is_that_of_the_machine_one_sits_at(
    environ: dict[str, str], platform: str, names: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    installed(tmp_path, monkeypatch, *ALL)
    assert [tool.name for tool in clipboard.tools(environ, platform)] == names


def test_what_is_not_installed_is_not_tried(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    installed(tmp_path, monkeypatch, "xsel")
    assert [tool.name for tool in clipboard.tools({"DISPLAY": ":0", "TMUX": "x"}, "linux")] == ["xsel"]


def test_the_terminal_is_asked_to_take_it() -> None:
    asked = clipboard.request("Ünï", {"TERM": "xterm-256color"})
    assert asked == f"\x1b]52;c;{base64.b64encode('Ünï'.encode()).decode()}\x07"


@pytest.mark.parametrize(
    "environ", [{"TERM": "linux"}, {"TERM_PROGRAM": "Apple_Terminal"}, {"TMUX": "x", "TERM": "tmux-256color"}]
)
def test_a_terminal_that_does_not_listen_is_not_asked(environ: dict[str, str]) -> None:
    assert clipboard.request("x", environ) == ""


def test_what_a_terminal_would_drop_is_not_sent() -> None:
    assert clipboard.request("x" * MOST, {"TERM": "xterm"}) == ""


def test_gnu_screen_is_asked_to_hand_it_on_in_short_pieces() -> None:
    asked = clipboard.request("word " * 1000, {"TERM": "screen.xterm-256color", "STY": "1"})
    pieces = asked.split("\x1b\\")[:-1]
    assert all(piece.startswith("\x1bP") and len(piece) < 768 for piece in pieces)
    inner = "".join(piece[2:] for piece in pieces)
    assert base64.b64decode(inner.removeprefix("\x1b]52;c;").removesuffix("\x07")) == b"word " * 1000


def test_the_first_program_that_takes_it_is_named(tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    bad = Tool("bad", (sys.executable, "-c", "raise SystemExit(1)"))
    good = Tool(
        "good", (sys.executable, "-c", f"import sys; open({str(taken)!r}, 'wb').write(sys.stdin.buffer.read())")
    )
    assert clipboard.hand_over("Ünï", [Tool("none", ("/no/such/program",)), bad, good]) == "good"
    assert taken.read_text(encoding="utf-8") == "Ünï"
    assert clipboard.hand_over("x", [bad]) == ""


def test_the_file_of_last_resort_is_private(tmp_path: Path) -> None:
    path = clipboard.keep("words", tmp_path / "state")
    assert path is not None
    assert path.read_text() == "words"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_the_way_it_went_is_said() -> None:
    path = Path("/state/copied.txt")
    assert clipboard.told(1, "xclip", asked=True, path=None) == "Copied 1 character with xclip."
    assert clipboard.told(1200, "", asked=True, path=path) == (
        "Copied 1,200 characters, if this terminal allows it; they are in /state/copied.txt too."
    )
    assert clipboard.told(2, "", asked=False, path=path).startswith("This terminal takes no copies: the 2 ")
