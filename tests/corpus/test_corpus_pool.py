"""Work in several processes: one that dies, hangs or swallows all memory over a thing costs that thing alone."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from typing import Any

import pytest

from tui.corpus.pool import Lost, NoWorkers, work_through


def act(thing: str) -> str:
    if thing == "dies":
        os.kill(os.getpid(), signal.SIGKILL)
    if thing == "raises":
        raise KeyError(thing)
    if thing == "leaves":
        os._exit(3)
    if thing == "hangs":
        time.sleep(60)
    end = time.process_time() + 0.6
    while thing == "toils" or (thing == "busy" and time.process_time() < end):
        pass
    if thing == "swallows":
        return str(len(bytearray(1 << 30)))
    if thing == "large":
        return "x" * (1 << 20)
    return thing.upper()


def done(things: list[str], act: Callable[[Any], Any] = act, **options: Any) -> dict[str, Any]:
    return dict(work_through(act, things, 2, **options))


def test_everything_is_done_once_by_several_processes() -> None:
    things = [f"thing {number}" for number in range(200)]
    assert done(things) == {thing: thing.upper() for thing in things}


def test_what_a_process_does_not_survive_is_lost_with_its_reason_and_nothing_else() -> None:
    bad = ["dies", "raises", "leaves", "hangs", "swallows"]
    good = [f"thing {number}" for number in range(30)]
    found = done([*good[:10], *bad, *good[10:]], clock=3.0, memory=256 * 1024 * 1024)
    assert {thing: found[thing] for thing in good} == {thing: thing.upper() for thing in good}
    assert {thing: found[thing] for thing in bad} == {
        "dies": Lost("reading it ended the program that did (SIGKILL)"),
        "raises": Lost("reading it ended the program that did (exit code 1)"),
        "leaves": Lost("reading it ended the program that did (exit code 3)"),
        "hangs": Lost("reading it takes more than 3 seconds"),
        "swallows": Lost("it needs more memory than one article may have"),
    }


@pytest.mark.skipif(sys.platform == "win32", reason="nobody there takes processor time away")
def test_a_process_may_work_so_long_on_each_thing_and_not_on_all_of_them() -> None:
    found = done(["busy", "busy", "toils", "busy", "busy"], seconds=1.0)
    assert found == {"busy": "BUSY", "toils": Lost("reading it takes more than 1 seconds")}


@pytest.mark.parametrize("large", [False, True])
def test_large_answers_do_not_lock_both_sides(large: bool) -> None:
    found = [answer for _, answer in work_through(act, ["large"] * 40, 2, large=large)]
    assert [len(answer) for answer in found] == [1 << 20] * 40


def test_what_cannot_be_loaded_there_means_there_are_no_workers() -> None:
    with pytest.raises(NoWorkers):
        done(["x"], act=Gone())


class Gone:
    """Cannot be made anew in another process."""

    def __reduce__(self) -> tuple[Any, ...]:
        return (signal.raise_signal, (9,))

    def __call__(self, thing: str) -> str:
        return thing


def test_the_processes_end_with_who_asked() -> None:
    answers = work_through(pid_of, ["x"] * 50, 2)
    pids = {next(answers)[1] for _ in range(10)}
    answers.close()
    for pid in pids:
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)


CAPTURED = """
import sys
from tui.corpus.pool import work_through

class Captured:
    def fileno(self): return -1
    def write(self, words): raise SystemExit(words)
    def flush(self): pass

sys.stderr = Captured()
print(list(work_through(len, ["four"], 1)), type(sys.stderr).__name__)
"""


def test_processes_start_where_a_screen_has_taken_standard_error() -> None:
    done = subprocess.run([sys.executable, "-c", CAPTURED], capture_output=True, text=True, timeout=60, check=False)
    assert (done.stdout, done.stderr) == ("[('four', 4)] Captured\n", "")


def pid_of(thing: str) -> int:  # noqa: ARG001 - what is worked through is the same for all
    return os.getpid()
