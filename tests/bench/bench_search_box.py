"""Times the search box of the running reader, in a pseudo-terminal: from a query pasted to its first hits painted.

    python tests/bench/bench_search_box.py FOLDER [--queries 30] [--seed 7]

FOLDER is indexed first, in a home of its own. Each query is pasted whole; the first hits are there once the words stand
on the screen twice: in the line, and lit in an article. A query without hits is left out. Run by hand.
"""

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "screen"))

from bench_search import queries_of
from pseudo_terminal import Terminal

from tui.corpus.build import scan

MOST = 2.0
"""Seconds after which a query is taken to have no hits."""


def main() -> None:
    """Index, open, paste, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--queries", type=int, default=30)
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    queries = queries_of(scan([options.folder]).listing.files, options.queries, random.Random(options.seed))
    with tempfile.TemporaryDirectory() as home:
        kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
        own = {f"BACKSTORY_{kind}_DIR": f"{home}/{kind}" for kind in ("DATA", "CONFIG", "STATE", "CACHE")}
        env = {**kept, **own, "TERM": "xterm-256color", "PYTHONPATH": str(Path(__file__).parents[2])}
        command = [sys.executable, "-m", "tui"]
        subprocess.run([*command, "index", str(options.folder)], env=env, check=True, stdout=subprocess.DEVNULL)
        subprocess.run(
            [*command, "search", "the", "--limit", "1", "--in", str(options.folder)],
            env=env, check=False, stdout=subprocess.DEVNULL,
        )  # fmt: skip
        times = _pasted([*command, str(options.folder)], env, queries)
    times.sort()
    sys.stdout.write(
        f"{len(times)} queries with hits: first hits painted p50 {times[len(times) // 2]:.1f}, "
        f"p95 {times[int(len(times) * 0.95)]:.1f}, worst {times[-1]:.1f} ms\n"
    )


def _pasted(command: list[str], env: dict[str, str], queries: list[str]) -> list[float]:
    running = Terminal(command, env, (120, 40))
    running.read(3.0)
    times: list[float] = []
    for query in queries:
        running.send(b"s")
        running.read(0.3)
        before = len(running.output)
        wanted = query.strip('"').encode()
        began = time.perf_counter()
        running.send(b"\x1b[200~" + query.encode() + b"\x1b[201~")
        while time.perf_counter() - began < MOST:
            running.read_once(0.05)
            if running.output[before:].lower().count(wanted) > 1:
                times.append(1000 * (time.perf_counter() - began))
                break
        running.read(0.2)
        running.send(b"\x1b")
        running.read(0.2)
    running.send(b"Q")
    running.end()
    running.close()
    return times


if __name__ == "__main__":
    main()
