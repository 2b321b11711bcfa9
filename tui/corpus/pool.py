"""Several processes that work through many things, where one that dies or hangs over a thing costs that thing alone."""

import contextlib
import gc
import math
import os
import pickle
import signal
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from dataclasses import dataclass, field
from multiprocessing import get_context, resource_tracker
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any

SECONDS = 60.0
"""How much processor time one thing may take, where the system counts it."""

CLOCK = 300.0
"""Seconds by the clock one thing may take: much longer, for the machine may be busy with other things."""

MEMORY = 640 * 1024 * 1024
"""Bytes of its own that a process may have."""

_BATCH = 8
"""Things sent at once: enough to hide the way there and back, few enough to share out evenly at the end."""

_AHEAD = 2
"""Batches a process has before it: one at work, one waiting."""

_PATIENCE = 30.0
"""Seconds a process may take to start."""

_FULL = 77
"""Exit code of a process that ran out of memory."""

_OUT_OF_TIME = getattr(signal, "SIGXCPU", 0)
"""The signal that ends a process which took all the processor time it was allowed; 0 where there is none."""

_SPAWN = get_context("spawn")


class NoWorkers(Exception):  # noqa: N818 - it names what was met
    """The system starts no processes: the work has to be done here."""


@dataclass(frozen=True, slots=True)
class Lost:
    """What comes back for a thing that a process did not survive."""

    reason: str
    """Why, in a short sentence for people."""


@dataclass(slots=True, eq=False)
class _Worker:
    process: BaseProcess
    wire: Connection
    todo: deque[Any] = field(default_factory=deque)
    ready: bool = False
    since: float = field(default_factory=time.monotonic)


def work_through(
    act: Callable[[Any], Any],
    things: Iterable[Any],
    jobs: int,
    *,
    large: bool = False,
    seconds: float = SECONDS,
    clock: float = CLOCK,
    memory: int = MEMORY,
    breathe: Callable[[], None] = lambda: None,
) -> Generator[tuple[Any, Any], None, None]:
    """Each thing with what `act` made of it or a `Lost`, in the order they are done; raises `NoWorkers`.

    `act` and the things travel between processes, so `act` must be importable there. What `act` raises ends its
    process, and so does what takes longer than `seconds` of processor time or `clock`, or more than `memory` bytes.
    All processes end with the generator. `large` things are sent one by one, when a process has nothing to do.
    `breathe` is called while nothing comes, and may raise.
    """
    waiting: deque[Any] = deque()
    source = iter(things)
    workers: list[_Worker] = []
    parcel = pickle.dumps(act)
    limits = memory, seconds
    try:
        workers.extend(_start(parcel, limits) for _ in range(jobs))
        while True:
            for worker in workers:
                _feed(worker, waiting, source, large=large)
            if not any(worker.todo for worker in workers):
                return
            if not wait([worker.wire for worker in workers], timeout=0.5):
                breathe()
            for at, worker in enumerate(workers):
                yield from _answers(worker)
                reason = _ended(worker, seconds, clock)
                if reason:
                    _stop(worker)
                    if not worker.ready:
                        raise NoWorkers(reason)
                    if worker.todo:
                        yield worker.todo.popleft(), Lost(reason)
                    waiting.extend(worker.todo)
                    workers[at] = _start(parcel, limits)
    finally:
        for worker in workers:
            _stop(worker)


def _feed(worker: _Worker, waiting: deque[Any], source: Iterator[Any], *, large: bool) -> None:
    # A large thing sent to a process that is itself sending would have both wait for each other for ever.
    size, enough = (1, 0) if large else (_BATCH, (_AHEAD - 1) * _BATCH)
    while len(worker.todo) <= enough:
        batch: list[Any] = []
        while len(batch) < size:
            try:
                batch.append(waiting.popleft() if waiting else next(source))
            except StopIteration:
                break
        if not batch:
            return
        if not worker.todo and worker.ready:
            worker.since = time.monotonic()
        worker.todo.extend(batch)
        with contextlib.suppress(OSError):  # one that died is noticed by its silence
            worker.wire.send(batch)


def _answers(worker: _Worker) -> Iterator[tuple[Any, Any]]:
    try:
        while worker.wire.poll():
            answer = worker.wire.recv()
            worker.since = time.monotonic()
            if worker.ready:
                yield worker.todo.popleft(), answer
            worker.ready = True
    except (OSError, EOFError):
        worker.process.join(_PATIENCE)


def _ended(worker: _Worker, seconds: float, clock: float) -> str:
    """Why a process has to be replaced; "" if it works on."""
    code = worker.process.exitcode
    if code is not None:
        if code == _FULL:
            return "it needs more memory than one article may have"
        if _OUT_OF_TIME and code == -_OUT_OF_TIME:
            return f"reading it takes more than {seconds:.0f} seconds"
        return f"reading it ended the program that did ({_cause(code)})"
    idle = not worker.todo and worker.ready
    if not idle and time.monotonic() - worker.since > (clock if worker.ready else _PATIENCE):
        return f"reading it takes more than {clock:.0f} seconds"
    return ""


def _cause(code: int) -> str:
    if code >= 0:
        return f"exit code {code}"
    try:
        return signal.Signals(-code).name
    except ValueError:
        return f"signal {-code}"


def _start(parcel: bytes, limits: tuple[int, float]) -> _Worker:
    ours, theirs = _SPAWN.Pipe()
    process = _SPAWN.Process(target=_serve, args=(theirs, *limits), daemon=True)
    try:
        with _deaf():
            _prepare()
            process.start()
        theirs.close()
        ours.send_bytes(parcel)
    except (OSError, RuntimeError, ValueError) as error:
        raise NoWorkers(str(error)) from error
    return _Worker(process, ours)


def _prepare() -> None:
    """Start what multiprocessing keeps beside its processes, if that does not run yet.

    It hands the number of standard error on, and fails where that was replaced, as a screen does, by one without.
    """
    if sys.platform != "win32":
        with contextlib.redirect_stderr(sys.__stderr__):
            resource_tracker.ensure_running()


@contextlib.contextmanager
def _deaf() -> Iterator[None]:
    """What is started here does not hear Ctrl-C: it is for this process to end the others."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _stop(worker: _Worker) -> None:
    with contextlib.suppress(OSError):
        worker.wire.close()
    with contextlib.suppress(OSError, AttributeError):
        worker.process.kill()
    worker.process.join(_PATIENCE)


def _serve(wire: Connection, memory: int, seconds: float) -> None:
    """What each process does: take batches, give answers, until nobody is there."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(50_000, 50, 100)  # an article is many objects, and hardly any of them in a ring
    if hasattr(os, "nice"):
        os.nice(5)  # whoever reads the screen meanwhile comes first
    try:
        act = pickle.loads(wire.recv_bytes())
        _limit(memory)
        wire.send(None)
        while True:
            for thing in wire.recv():
                _allow(seconds)
                wire.send(act(thing))
    except MemoryError:
        os._exit(_FULL)
    except (EOFError, OSError):
        os._exit(0)  # who asked is gone
    except BaseException:  # noqa: BLE001 - whatever it is, the other end says so; a traceback would paint the screen
        os._exit(1)


def _allow(seconds: float) -> None:
    """From now on so much processor time, where the system can take it away: the signal for that ends the process."""
    if sys.platform == "win32":
        return
    import resource

    with contextlib.suppress(OSError, ValueError):
        _, most = resource.getrlimit(resource.RLIMIT_CPU)
        resource.setrlimit(resource.RLIMIT_CPU, (math.ceil(time.process_time() + seconds), most))


def _limit(memory: int) -> None:
    """No more memory than this, where the system can promise it, and no picture of it on disk if it is ended."""
    if sys.platform == "win32":
        return
    import resource

    with contextlib.suppress(OSError, ValueError):
        _, most = resource.getrlimit(resource.RLIMIT_DATA)
        limit = memory if most == resource.RLIM_INFINITY else min(memory, most)
        resource.setrlimit(resource.RLIMIT_DATA, (limit, most))
        resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))
