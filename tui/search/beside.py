"""Brings the index up to date in a process of its own, so that a reader of a large collection is never kept waiting.

Run as `python -m tui.search.beside INDEX SETTLED ROOT...`; prints "done total" lines and, where there can be no index,
one line with the reason. Ends at once when its standard input is closed: with whoever started it.
"""

import os
import sys
from pathlib import Path
from threading import Thread

from tui.corpus.errors import NoSuchPath
from tui.corpus.files import list_files
from tui.search.refresh import refresh
from tui.search.schema import Unusable

_POLITE = 10


def main(arguments: list[str]) -> int:
    """Do it; the exit code is 0, or 1 where there can be no index."""
    path, settled, *roots = arguments
    Thread(target=_leave_with_parent, daemon=True).start()
    if hasattr(os, "nice"):
        os.nice(_POLITE)
    try:
        files = list_files([Path(root) for root in roots]).files
        refresh(Path(path), files, int(settled), progress=_tell)
    except (Unusable, NoSuchPath) as error:
        sys.stdout.write(f"{error}\n")
        return 1
    return 0


def _tell(done: int, total: int) -> None:
    sys.stdout.write(f"{done} {total}\n")
    sys.stdout.flush()


def _leave_with_parent() -> None:
    # Not through sys.stdin: its lock, held here for ever, would bring the interpreter down as it ends.
    while os.read(0, 4096):
        pass
    # Whatever is half written is undone by the index itself, as after a power cut.
    os._exit(1)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
