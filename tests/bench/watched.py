"""Runs a program and says what it took: time by the clock and of the processor, and memory, its children included."""

import contextlib
import os
import resource
import select
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_OFTEN, _SELDOM = 0.001, 0.25
"""Seconds between two looks at the memory, at the beginning and at most."""

_SLOWER = 0.05
"""Share of the time gone by after which the next look is due: a short run is looked at often, a long one seldom."""

_QUIET = 30.0
"""Seconds after which a screen that goes on changing is left all the same."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What a program took."""

    wall: float
    """Seconds by the clock."""
    processor: float
    """Seconds of processor time, children included."""
    memory: int
    """Kilobytes it and its children held at once at most."""
    stopped: bool = False
    """Whether it was not done when its time was over, and was ended."""


class _Watch(threading.Thread):
    """Looks at the memory of a program while it runs, and ends it when its time is over."""

    def __init__(self, process: int, limit: float | None) -> None:
        super().__init__(daemon=True)
        self._process, self._limit = process, limit
        self._over = threading.Event()
        self.most = 0
        """Kilobytes at most so far; 0 where the system tells nothing of it."""
        self.stopped = False
        """Whether it was ended."""

    def run(self) -> None:
        began = time.monotonic()
        while not self._over.is_set():
            self.most = max(self.most, _held(self._process))
            gone = time.monotonic() - began
            if self._limit is not None and gone > self._limit and not self._over.is_set():
                self.stopped = True
                with contextlib.suppress(OSError):
                    os.killpg(self._process, signal.SIGKILL)
                return
            self._over.wait(min(max(_OFTEN, gone * _SLOWER), _SELDOM))

    def finish(self) -> None:
        """Stop looking."""
        self._over.set()
        self.join()


def run(command: Sequence[str], known: Mapping[str, str], where: Path, limit: float | None = None) -> Cost:
    """What a command took; one that is not done within `limit` seconds is ended.

    Raises SystemExit if it failed in a way that makes the figure worthless.
    """
    with tempfile.TemporaryFile() as said:
        began = time.perf_counter()
        running = subprocess.Popen(
            command, env=dict(known), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=said, cwd=where,
            start_new_session=True,
        )  # fmt: skip
        watch = _Watch(running.pid, limit)
        watch.start()
        _, status, used = os.wait4(running.pid, 0)
        wall = time.perf_counter() - began
        watch.finish()
        running.returncode = os.waitstatus_to_exitcode(status)
        if running.returncode not in (0, 1) and not watch.stopped:  # 1: nothing found, as grep has it
            said.seek(0)
            err = said.read().decode(errors="replace")[-300:]
            sys.exit(f"{' '.join(command)} ended with {running.returncode}: {err}")
    return _cost(wall, used, watch)


def show(command: Sequence[str], known: Mapping[str, str], where: Path, leave: bytes) -> Cost:
    """What a program on a terminal took from its start to its first screen, and to its end by a key."""
    import fcntl
    import pty
    import struct
    import termios

    began = time.perf_counter()
    process, terminal = pty.fork()
    if process == 0:
        os.chdir(where)
        os.execvpe(command[0], list(command), dict(known))
    watch = _Watch(process, None)
    watch.start()
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
    seen = b""
    while len(seen) < 400 and (piece := _read(terminal, 20)):
        seen += piece
    shown = time.perf_counter() - began
    until = time.monotonic() + _QUIET
    while time.monotonic() < until and _read(terminal, 1):
        pass
    os.write(terminal, leave)
    until = time.monotonic() + 10
    while time.monotonic() < until and _read(terminal, 2):
        pass
    os.kill(process, signal.SIGHUP)  # it may have ended by itself
    _, status, used = os.wait4(process, 0)
    watch.finish()
    os.close(terminal)
    if os.waitstatus_to_exitcode(status) not in (0, 1, -signal.SIGHUP, 128 + signal.SIGHUP):
        sys.exit(f"{' '.join(command)} ended with {os.waitstatus_to_exitcode(status)}")
    return _cost(shown, used, watch)


def _read(terminal: int, patience: float) -> bytes:
    """What came next; nothing if nothing came in so many seconds, or the other side closed."""
    ready, _, _ = select.select([terminal], [], [], patience)
    try:
        return os.read(terminal, 65_536) if ready else b""
    except OSError:
        return b""


def _cost(wall: float, used: resource.struct_rusage, watch: _Watch) -> Cost:
    kilobyte = 1024 if sys.platform == "darwin" else 1
    # Where nobody tells what is shared, that of the largest process.
    memory = watch.most or used.ru_maxrss // kilobyte
    return Cost(wall, used.ru_utime + used.ru_stime, memory, watch.stopped)


def _held(process: int) -> int:
    """Kilobytes a process and all below it hold: what several share is counted once (PSS, as Linux has it)."""
    return sum(map(_share, _family(process)))


def _family(process: int) -> Iterator[int]:
    """The process and those below it."""
    yield process
    with contextlib.suppress(OSError, ValueError):
        for task in Path(f"/proc/{process}/task").iterdir():
            for child in (task / "children").read_text().split():
                yield from _family(int(child))


def _share(process: int) -> int:
    try:
        with Path(f"/proc/{process}/smaps_rollup").open(encoding="ascii") as lines:
            return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)
    except OSError:  # ended meanwhile, or no Linux
        return 0
