"""Copying on any terminal: what the terminal is asked, which program helps it, and where the words lie otherwise."""

import base64
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tui.notes.errors import NotesError
from tui.notes.files import make_private_folder, write_private

FILE = "copied.txt"
"""Name of the file of last resort, in the state folder."""

MOST = 74_994
"""Bytes of base64 that terminals take in one OSC 52; longer ones are dropped without a word."""

_PATIENCE = 3.0
_DEAF_TERMINALS = ("linux", "dumb", "vt100", "vt220", "ansi", "cygwin")
_SCREEN_PIECE = 700


@dataclass(frozen=True, slots=True)
class Tool:
    """A program that takes what is to be copied on its standard input."""

    name: str
    """What it is called."""
    command: tuple[str, ...]
    """Its arguments."""
    encoding: str = "utf-8"
    """What it takes letters in."""


def tools(environ: Mapping[str, str], platform: str = sys.platform) -> list[Tool]:
    """The programs of this machine that reach the clipboard in front of the reader, the likeliest first.

    Over ssh a program here would fill the clipboard of a machine where nobody sits, unless its window comes along.
    """
    far = bool(environ.get("SSH_CONNECTION") or environ.get("SSH_TTY"))
    found: list[Tool] = []
    if environ.get("TMUX"):
        found.append(Tool("tmux", ("tmux", "load-buffer", "-w", "-")))
    if environ.get("WAYLAND_DISPLAY") and not far:
        found.append(Tool("wl-copy", ("wl-copy",)))
    if environ.get("DISPLAY"):
        found.append(Tool("xclip", ("xclip", "-selection", "clipboard", "-in")))
        found.append(Tool("xsel", ("xsel", "--clipboard", "--input")))
    if platform == "darwin" and not far:
        found.append(Tool("pbcopy", ("pbcopy",)))
    if (platform == "win32" or environ.get("WSL_DISTRO_NAME")) and not far:
        found.append(Tool("clip.exe", ("clip.exe",), "utf-16"))
    return [tool for tool in found if shutil.which(tool.command[0])]


def request(words: str, environ: Mapping[str, str]) -> str:
    """What is printed to ask the terminal to take the words (OSC 52); "" for one known not to, or too many of them."""
    coded = base64.b64encode(words.encode("utf-8", "replace")).decode("ascii")
    term = environ.get("TERM", "")
    # tmux takes it from programs only if told to; its own command does better. The other two are known not to listen.
    deaf = term in _DEAF_TERMINALS or environ.get("TERM_PROGRAM") == "Apple_Terminal" or bool(environ.get("TMUX"))
    if deaf or len(coded) > MOST:
        return ""
    asked = f"\x1b]52;c;{coded}\x07"
    if environ.get("STY") or term.startswith("screen"):
        # GNU screen hands on what stands in a device control string, if it is short.
        pieces = [asked[at : at + _SCREEN_PIECE] for at in range(0, len(asked), _SCREEN_PIECE)]
        return "".join(f"\x1bP{piece}\x1b\\" for piece in pieces)
    return asked


def hand_over(words: str, programs: Sequence[Tool]) -> str:
    """Give the words to the first program that takes them; its name, "" if none does."""
    for tool in programs:
        try:
            subprocess.run(
                tool.command,
                input=words.encode(tool.encoding, "replace"),
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                timeout=_PATIENCE,
                check=True,
            )
        except (OSError, subprocess.SubprocessError):
            continue
        return tool.name
    return ""


def keep(words: str, folder: Path) -> Path | None:
    """Put the words in a private file of the state folder; None if the disk will not take them."""
    path = folder / FILE
    try:
        make_private_folder(folder)
        write_private(path, words.encode("utf-8", "replace"))
    except NotesError:
        return None
    return path


def told(count: int, tool: str, asked: bool, path: Path | None) -> str:
    """The sentence that says which way so many characters went."""
    many = f"{count:,} character{'s' if count != 1 else ''}"
    if tool:
        return f"Copied {many} with {tool}."
    if asked and path is not None:
        return f"Copied {many}, if this terminal allows it; they are in {path} too."
    if asked:
        return f"Copied {many}, if this terminal allows it."
    if path is not None:
        return f"This terminal takes no copies: the {many} are in {path}."
    return "This terminal takes no copies, and the disk takes no file of them."
