"""Puts targets in order in a process of its own, so that the reader of a large collection is never kept waiting.

Run as `python -m tui.jump.beside GATHERED INDEX KEY`: reads the spellings `hand_over` wrote, saves the index made of
them, and removes what it read. Ends at once when its standard input is closed: with whoever started it.
"""

import contextlib
import os
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from threading import Thread

from tui.jump import columns
from tui.jump.spellings import Spellings
from tui.jump.stock import Stock

_POLITE = 10
_LOOK = 0.05
_DAYS = "days"


def build_beside(
    spellings: Spellings, days: Iterable[int], path: Path, key: str, breathe: Callable[[], None]
) -> Stock | None:
    """Have an index made of gathered spellings and saved under a key; None where that failed.

    Waits for it; `breathe` is called meanwhile, and what it raises ends the process.
    """
    given = path.with_name(f"{path.name}.{os.getpid()}.told")
    try:
        columns.write(given, key, {**spellings.columns(), _DAYS: memoryview(_packed(days))}, breathe)
        command = [sys.executable, "-m", "tui.jump.beside", str(given), str(path), key]
        with subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        ) as child:
            try:
                while child.poll() is None:
                    with contextlib.suppress(subprocess.TimeoutExpired):
                        child.wait(_LOOK)
                    breathe()
            except BaseException:
                child.kill()
                child.wait()
                columns.discard(columns.part_of(path, child.pid))
                raise
    except OSError:
        return None
    finally:
        columns.discard(given)
    return Stock.open(path, key)


def _packed(days: Iterable[int]) -> bytes:
    return "\n".join(map(str, days)).encode()


def main(arguments: list[str]) -> int:
    """Do it; the exit code is 0, or 1 where there can be no index."""
    given, path, key = arguments
    Thread(target=_leave_with_parent, daemon=True).start()
    if hasattr(os, "nice"):
        os.nice(_POLITE)
    told = columns.read(Path(given), key)
    if told is None:
        return 1
    days = map(int, str(told[_DAYS], "ascii").split())
    try:
        Stock.build(Spellings.opened(told).folded(), days).save(Path(path), key)
    except OSError:
        return 1
    return 0


def _leave_with_parent() -> None:
    # Not through sys.stdin: its lock, held here for ever, would bring the interpreter down as it ends.
    while os.read(0, 4096):
        pass
    os._exit(1)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
