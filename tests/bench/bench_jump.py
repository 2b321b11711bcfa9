"""Measures jumping: time a keystroke, and how often the wanted name comes first. Run by hand.

    python tests/bench/bench_jump.py [--names 100000] [--folder DIR] [--half tune|held] [--worst 20] [--seed 7]

Names and queries follow from the seed. "tune" is the half of the names to tune on, "held" the half to judge by;
queries for absent names are made from other invented families.
"""

import argparse
import random
import sys
import time
from collections import defaultdict
from pathlib import Path

from jump_names import found_in, invented, misspelt

from tui.jump import JumpIndex, Target


def main() -> None:
    """Build, type, count, print."""
    options = _options()
    chance = random.Random(options.seed)
    extra = found_in(options.folder) if options.folder else []
    present = invented(options.names, chance) + extra
    chance.shuffle(present)
    absent = [name for name in invented(3000, random.Random(options.seed + 1)) if " " in name]
    weights = [int(200 / (1 + rank / 50)) for rank in range(len(present))]
    before = time.perf_counter()
    targets = [Target("entity", name, row, (), weights[row]) for row, name in enumerate(present)]
    index = JumpIndex.build(targets)
    _say(f"{len(present):,} names, built in {time.perf_counter() - before:.1f} s")
    rows = range(0, len(present), max(1, len(present) // (2 * options.sample)))
    wanted = [row for place, row in enumerate(rows) if (place % 2 == 1) == (options.half == "held")]
    _hits(index, present, wanted, chance, options.worst)
    _absent(index, absent, chance)
    _times(index, [present[row] for row in wanted[:100]], chance)


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--names", type=int, default=100_000)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--half", choices=["tune", "held"], default="tune")
    parser.add_argument("--sample", type=int, default=100)
    parser.add_argument("--worst", type=int, default=0)
    parser.add_argument("--seed", type=int, default=7)
    return parser.parse_args()


def _hits(index: JumpIndex, names: list[str], wanted: list[int], chance: random.Random, worst: int) -> None:
    tally: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    missed: list[str] = []
    for row in wanted:
        for way, query in misspelt(names[row], chance):
            hits = index.rank(query)
            rows = [hit.target.ref for hit in hits]
            place = rows.index(row) if row in rows else 99
            if place:
                missed.append(
                    f"{way:18} {query!r:34} {names[row]!r:34} {place:3} {[hit.target.name for hit in hits[:3]]}"
                )
            for key in (way, "all"):
                for column, right in enumerate((place == 0, place < 3, place < 5, True)):
                    tally[key][column] += right
    _say(f"{'way':18} first  three   five      of")
    for way, (first, three, five, count) in tally.items():
        _say(f"{way:18} {first / count:5.3f}  {three / count:5.3f}  {five / count:5.3f}  {count:6}")
    for line in chance.sample(missed, min(worst, len(missed))):
        _say(line)


def _absent(index: JumpIndex, absent: list[str], chance: random.Random) -> None:
    asked = shown = 0
    worst: list[str] = []
    for name in absent[:300]:
        for query in (name, next(misspelt(name, chance))[1]):
            asked += 1
            hits = index.rank(query)
            shown += bool(hits)
            worst += [f"{query} -> {hits[0].matched} {hits[0].score}"] if hits else []
    _say(f"absent names: {shown / asked:.3f} of {asked} show something; {worst[:6]}")


def _times(index: JumpIndex, names: list[str], chance: random.Random) -> None:
    """Type names letter by letter; both clocks, because on a busy machine only the processor's tells of the code."""
    wall: list[float] = []
    own: list[tuple[float, str]] = []
    for name in names:
        for _, query in list(misspelt(name, chance))[:4]:
            for length in range(1, len(query) + 1):
                before, started = time.perf_counter(), time.thread_time()
                index.rank(query[:length])
                own.append((1000 * (time.thread_time() - started), query[:length]))
                wall.append(1000 * (time.perf_counter() - before))
    own.sort()
    for clock, taken in (("wall", sorted(wall)), ("own", [milliseconds for milliseconds, _ in own])):
        p50, p95, p99 = (taken[int(len(taken) * share)] for share in (0.5, 0.95, 0.99))
        _say(
            f"{len(taken):,} keystrokes, {clock}: p50 {p50:.2f}, p95 {p95:.2f}, p99 {p99:.2f}, worst {taken[-1]:.2f} ms"
        )
    _say(f"slowest: {[f'{query} {milliseconds:.1f}' for milliseconds, query in own[-6:]]}")


if __name__ == "__main__":
    main()
