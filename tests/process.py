"""Runs the program as a process in folders of its own: the installed one, if BACKSTORY_COMMAND names it."""

import json
import os
import pty
import shlex
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]

COMMAND = shlex.split(os.environ.get("BACKSTORY_COMMAND", "")) or [sys.executable, "-m", "tui"]
"""What starts the program."""

_MEANT = ("PATH", "PYTHONPATH", "LANG", "LC_ALL", "COVERAGE_PROCESS_START", "COVERAGE_PROCESS_CONFIG", "SYSTEMROOT")
"""Variables that are handed on; nobody's home, editors or colours are."""


@dataclass(frozen=True)
class Ran:
    """What a process printed, and how it ended."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> dict[str, Any]:
        """Standard output as the JSON document it must be."""
        return dict(json.loads(self.out))


class Program:
    """The program with a home of its own."""

    def __init__(self, home: Path) -> None:
        self.home = home
        home.mkdir(parents=True, exist_ok=True)
        self.data, self.config, self.state, self.cache = (home / name for name in ("data", "config", "state", "cache"))
        self._ran: dict[tuple[str, ...], Ran] = {}

    @property
    def environment(self) -> dict[str, str]:
        """The variables a process gets."""
        known = {name: os.environ[name] for name in _MEANT if name in os.environ}
        if COMMAND[0] == sys.executable:
            known["PYTHONPATH"] = str(ROOT)
        own = {f"BACKSTORY_{name.upper()}_DIR": str(self.home / name) for name in ("data", "config", "state", "cache")}
        return {**known, **own, "HOME": str(self.home), "TERM": "xterm-256color"}

    def __call__(
        self, *arguments: str | Path, stdin: str = "", cwd: Path | None = None, **variables: str | None
    ) -> Ran:
        """Run a command line; a variable that is None is unset."""
        known: dict[str, str | None] = {**self.environment, **variables}
        done = subprocess.run(
            [*COMMAND, *map(str, arguments)],
            input=stdin,
            env={name: value for name, value in known.items() if value is not None},
            cwd=cwd or self.home,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )
        return Ran(done.returncode, done.stdout, done.stderr)

    def once(self, *arguments: str | Path) -> Ran:
        """As a call, but the same command line is run only once: for what prints and changes nothing."""
        key = tuple(map(str, arguments))
        if key not in self._ran:
            self._ran[key] = self(*arguments)
        return self._ran[key]

    def start(self, *arguments: str | Path) -> "subprocess.Popen[bytes]":
        """Start a command with pipes on all streams and do not wait for it."""
        return subprocess.Popen(
            [*COMMAND, *map(str, arguments)],
            env=self.environment,
            cwd=self.home,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )

    def on_terminal(self, *arguments: str | Path, **variables: str) -> Ran:
        """Run a command that prints to a terminal."""
        leader, follower = pty.openpty()
        command = [*COMMAND, *map(str, arguments)]
        known = {**self.environment, **variables}
        with subprocess.Popen(
            command, env=known, cwd=self.home, stdin=follower, stdout=follower, stderr=subprocess.PIPE
        ) as running:
            os.close(follower)
            written = b""
            try:
                while piece := os.read(leader, 65_536):
                    written += piece
            except OSError:  # how Linux says that the other side closed
                pass
            err = running.stderr.read() if running.stderr else b""
        os.close(leader)
        return Ran(running.returncode, written.decode().replace("\r\n", "\n"), err.decode())
