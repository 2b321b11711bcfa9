"""Times keys in the jump box of the running reader, in a pseudo-terminal, over very many names. Run by hand.

    python tests/bench/bench_jump_box.py [--names 100000] [--folder DIR] [--keys 240] [--seed 7]

The reader opens a folder (without one, the bundled collection); what can be jumped to is so many invented names. For
each letter typed: milliseconds until the first byte is painted, and until the list is (the last byte before silence).
With a folder of many articles whose cache is new, the keys come while it is being indexed; `--folder` may be a large
one, whose front page lies over the desk: the box opens from there as well.
"""

import argparse
import os
import random
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "screen"))

from jump_names import invented, misspelt
from pseudo_terminal import Terminal

from tui.jump import JumpIndex, Target

KEY = "bench"
SILENT = 0.05
"""Seconds without a byte after which a list is taken for painted."""


def main() -> None:
    """Save an index, open the reader on it, type, print."""
    options = _options()
    if options.reader:
        _read(options.folder, options.index)
        return
    chance = random.Random(options.seed)
    names = invented(options.names, chance)
    chance.shuffle(names)
    with tempfile.TemporaryDirectory() as home:
        path = Path(home) / "jump.index"
        # An article is there from the beginning, an entity only once all is read.
        kind = "article" if options.folder else "entity"
        JumpIndex.build(
            Target(kind, name, row % 2, (), int(200 / (1 + row / 50))) for row, name in enumerate(names)
        ).save(path, KEY)
        first, painted, indexing = _type(options.folder, path, home, _queries(names, options.keys, chance))
    while_ = ", while indexing" if indexing else ""
    for what, times in (("first byte", sorted(first)), ("painted list", sorted(painted))):
        p50, p95 = times[len(times) // 2], times[int(len(times) * 0.95)]
        sys.stdout.write(
            f"{options.names:,} names{while_}: {what} p50 {p50:.1f}, p95 {p95:.1f}, worst {times[-1]:.1f} ms "
            f"({len(times)} keys)\n"
        )


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--names", type=int, default=100_000)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--keys", type=int, default=240)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--index", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--reader", action="store_true", help=argparse.SUPPRESS)
    return parser.parse_args()


def _queries(names: list[str], keys: int, chance: random.Random) -> list[str]:
    """Misspelt names, together as many letters as there are to be keys."""
    queries: list[str] = []
    while sum(map(len, queries)) < keys:
        queries += [query for _, query in list(misspelt(chance.choice(names), chance))[:2]]
    return queries


def _type(folder: Path | None, index: Path, home: str, queries: list[str]) -> tuple[list[float], list[float], bool]:
    """Times to the first byte and to the last, and whether the collection was still being read at the end."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    own = {f"BACKSTORY_{kind}_DIR": f"{home}/{kind}" for kind in ("DATA", "CONFIG", "STATE", "CACHE")}
    env = {**kept, **own, "TERM": "xterm-256color", "PYTHONPATH": str(Path(__file__).parents[2])}
    given = ["--folder", str(folder)] if folder else []
    running = Terminal([sys.executable, __file__, "--reader", "--index", str(index), *given], env, (120, 40))
    first: list[float] = []
    painted: list[float] = []
    limit = time.monotonic() + 60
    while not laid_of(index).exists():
        running.read_once(0.1)
        if time.monotonic() > limit:
            raise SystemExit("the reader never came up")
    running.read(0.3)
    used = _used(running.pid)
    whole = False
    for query in queries:
        whole = whole or whole_of(index).exists()
        if folder and whole:
            break
        running.send(b"p")
        running.read(0.2)
        for letter in query:
            began = time.perf_counter()
            running.send(letter.encode())
            at = last = 0.0
            while running.read_once(SILENT if at else 1.0):
                last = time.perf_counter()
                at = at or last
            if at:
                first.append(1000 * (at - began))
                painted.append(1000 * (last - began))
        running.send(b"\x1b")
        running.read(0.15)
    sys.stdout.write(f"processor: {1000 * (_used(running.pid) - used) / len(first):.1f} ms a key, boxes included\n")
    running.send(b"Q")
    running.end()
    running.close()
    return first, painted, folder is not None and not whole


def laid_of(index: Path) -> Path:
    """The file that is there once the reader has the index."""
    return index.with_suffix(".laid")


def whole_of(index: Path) -> Path:
    """The file that is there once the collection is read whole."""
    return index.with_suffix(".whole")


def _used(process: int) -> float:
    """Seconds of processor a process has used, all its threads together."""
    told = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")


def _read(folder: Path | None, index: Path) -> None:
    """Be the reader, with the index that was saved in place of the collection's own."""
    from textual.timer import Timer

    from tui import paths
    from tui.app import Backstory

    opened = JumpIndex.open(index, KEY)
    timers: list[Timer] = []

    class Reader(Backstory):
        def on_mount(self) -> None:  # besides that of the reader itself, which is called as well
            timers.append(self.set_interval(0.2, self._lay))

        def _lay(self) -> None:
            desk = self.sitting
            if desk is not None and desk.corpus is not None and desk.is_mounted and desk.index is not opened:
                if folder is None and not desk.corpus.complete:
                    return
                desk.index = opened
                laid_of(index).touch()
            if desk is not None and desk.corpus is not None and desk.corpus.complete:
                whole_of(index).touch()

    Reader([folder or paths.seeds()]).run()


if __name__ == "__main__":
    main()
