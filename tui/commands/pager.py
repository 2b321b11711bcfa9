"""Hands what is longer than the terminal to the program PAGER names, as git does; without PAGER nothing is handed."""

import os
import shlex
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterable, Iterator
from itertools import chain

from tui.commands.output import say


def paged(pieces: Iterable[str]) -> Iterator[str]:
    """The pieces that are still to be printed: all of them, or none because a pager shows them."""
    command = _command()
    if not command:
        yield from pieces
        return
    height = shutil.get_terminal_size().lines - 1
    held: list[str] = []
    lines = 0
    coming = iter(pieces)
    for piece in coming:
        held.append(piece)
        lines += piece.count("\n")
        if lines > height:
            yield from _through(command, chain(held, coming))
            return
    yield from held


def _command() -> list[str]:
    """The words of PAGER; nothing where it is unset or there is nobody to press its keys."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()) or os.environ.get("TERM") == "dumb":
        return []
    try:
        words = shlex.split(os.environ.get("PAGER", ""))
    except ValueError:
        return []
    return [] if words == ["cat"] else words


def _through(command: list[str], pieces: Iterable[str]) -> Iterator[str]:
    """Let a pager show the pieces; yields them all where it cannot be started."""
    known = {**os.environ, "LESS": os.environ.get("LESS", "FRX")}
    try:
        pager = subprocess.Popen(command, stdin=subprocess.PIPE, env=known, encoding="utf-8", errors="surrogateescape")
    except OSError as error:
        say(f"{command[0]} cannot be started ({(error.strerror or str(error)).lower()}); set PAGER to another.")
        yield from pieces
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the pager's
    try:
        if pager.stdin is not None:
            for piece in pieces:
                pager.stdin.write(piece)
            pager.stdin.close()
    except BrokenPipeError:
        pass  # whoever read it has seen enough
    finally:
        pager.wait()
        signal.signal(signal.SIGINT, before)
