"""Times the reader in a pseudo-terminal against a bare Textual hello, in one run: python tests/bench/bench_screen.py.

Prints first paint, first text and key-to-paint as milliseconds and as ratios; only the ratios mean anything on another
machine. An optional argument names the collection; without one the bundled collection is read.
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "screen"))

from pseudo_terminal import Terminal, reader

HELLO = """
from textual.app import App
from textual.widgets import Static
class Hello(App):
    BINDINGS = [("q", "quit", "quit")]
    def compose(self):
        yield Static("hello world")
Hello().run()
"""
ROUNDS = 9
KEYS = 60


def environment(home: str) -> dict[str, str]:
    """A clean environment with folders of its own."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    own = {f"BACKSTORY_{kind}_DIR": f"{home}/{kind}" for kind in ("DATA", "CONFIG", "STATE", "CACHE")}
    return {**kept, **own, "TERM": "xterm-256color", "PYTHONPATH": str(Path(__file__).parents[2])}


def until(argv: Sequence[str], words: bytes, leave: bytes) -> float:
    """Milliseconds from the start of a program until it prints some words."""
    with tempfile.TemporaryDirectory() as home:
        began = time.perf_counter()
        running = Terminal(argv, environment(home), (120, 40))
        seen = running.wait_for(words, 20, pause=0.001)
        took = (time.perf_counter() - began) * 1000
        running.read(0.3)
        running.send(leave)
        running.end()
        running.close()
    if not seen:
        raise SystemExit(f"{argv} never printed {words!r}")
    return took


def key_times(argv: Sequence[str], before: bytes, key: bytes) -> list[float]:
    """Milliseconds from each of many presses of a key to the first byte painted for it, sorted."""
    times: list[float] = []
    with tempfile.TemporaryDirectory() as home:
        running = Terminal(argv, environment(home), (120, 40))
        running.wait_for(b"in all")
        running.send(before)
        running.read(0.5)
        for _ in range(KEYS):
            began = time.perf_counter()
            running.send(key)
            if running.read_once(0.5):
                times.append((time.perf_counter() - began) * 1000)
            running.read(0.06)
        running.send(b"Q")
        running.end()
        running.close()
    return sorted(times)


def main(arguments: Sequence[str]) -> None:
    """Run and print the table."""
    ours = reader(*(arguments or [str(Path(__file__).parents[2] / "seeds")]))
    hello = [sys.executable, "-c", HELLO]
    rows: dict[str, list[float]] = {"hello": [], "first paint": [], "first text": []}
    for _ in range(ROUNDS):
        rows["hello"].append(until(hello, b"hello world", b"q"))
        rows["first paint"].append(until(ours, b"backstory", b"Q"))
        rows["first text"].append(until(ours, b" of ", b"Q"))
    base = statistics.median(rows["hello"])
    for name, times in rows.items():
        print(f"{name:14} {statistics.median(times):7.0f} ms  {statistics.median(times) / base:5.2f} x")
    for name, before in (("text", b"2"), ("timeline", b"3"), ("entities", b"4")):
        times = key_times(ours, before, b"j")
        p50, p95 = times[len(times) // 2], times[int(len(times) * 0.95)]
        print(f"j in {name:9} p50 {p50:5.1f} ms  p95 {p95:5.1f} ms  ({len(times)} keys)")


if __name__ == "__main__":
    main(sys.argv[1:])
