"""A real terminal for tests: starts a program in a pseudo-terminal and keeps every byte it prints."""

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Mapping, Sequence


class Terminal:
    """A program running in a pseudo-terminal of its own."""

    def __init__(self, argv: Sequence[str], env: Mapping[str, str], size: tuple[int, int] = (140, 40)) -> None:
        """Start `argv`; `size` is columns, lines."""
        self.output = b""
        """Every byte printed so far."""
        self._code: int | None = None
        self.pid, self._master = pty.fork()
        if self.pid == 0:  # pragma: no cover - the child becomes another program
            os.execvpe(argv[0], list(argv), dict(env))
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))

    def read(self, seconds: float) -> bytes:
        """What is printed until it has been silent for some seconds, at most ten times as long, or until it ends."""
        fresh = b""
        limit = time.monotonic() + 10 * seconds
        while time.monotonic() < limit and select.select([self._master], [], [], seconds)[0]:
            try:
                data = os.read(self._master, 65536)
            except OSError:  # the other end is closed
                break
            if not data:
                break
            fresh += data
        self.output += fresh
        return fresh

    def read_once(self, seconds: float) -> bytes:
        """The next bytes printed within some seconds, b"" if there are none."""
        if not select.select([self._master], [], [], seconds)[0]:
            return b""
        try:
            data = os.read(self._master, 65536)
        except OSError:  # the other end is closed
            return b""
        self.output += data
        return data

    def wait_for(self, words: bytes, seconds: float = 20.0, *, pause: float = 0.05) -> bool:
        """Read until some bytes were printed, looking after each pause; whether they were."""
        end = time.monotonic() + seconds
        while words not in self.output and time.monotonic() < end:
            if not self.read_once(pause) and not self.running:
                break
        return words in self.output

    def send(self, keys: bytes) -> None:
        """Type."""
        os.write(self._master, keys)

    @property
    def running(self) -> bool:
        """Whether the program is still there."""
        try:
            return os.waitid(os.P_PID, self.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None
        except ChildProcessError:
            return False

    @property
    def cooked(self) -> bool:
        """Whether the terminal echoes and reads by line again, as it was found."""
        flags = termios.tcgetattr(self._master)[3]
        return bool(flags & termios.ECHO) and bool(flags & termios.ICANON)

    def signal(self, number: int) -> None:
        """Send the program a signal."""
        os.kill(self.pid, number)

    def end(self, seconds: float = 10.0) -> int:
        """Wait for the end and return the exit code, 128 + n when a signal ended it; kill it if it will not."""
        if self._code is not None:
            return self._code
        limit = time.monotonic() + seconds
        while self.running and time.monotonic() < limit:
            self.read(0.05)
        if self.running:
            os.kill(self.pid, signal.SIGKILL)
        _, status = os.waitpid(self.pid, 0)
        self._code = os.waitstatus_to_exitcode(status) if os.WIFEXITED(status) else 128 + os.WTERMSIG(status)
        return self._code

    def close(self) -> None:
        """Close the terminal, as when its window is closed."""
        os.close(self._master)


def reader(*arguments: str) -> list[str]:
    """The command line that starts the reader from this checkout."""
    return [sys.executable, "-m", "tui", *arguments]
