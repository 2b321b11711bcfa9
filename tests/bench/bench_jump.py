"""Measures jumping: time a keystroke, how often the wanted name comes first, and fzf on the same list. Run by hand.

    python tests/bench/bench_jump.py [--names 100000] [--folder DIR]... [--half tune|held] [--worst 20] [--fzf]

Names and queries follow from the seed; names of folders are runs of capitalised words in their texts. "tune" is the
half of the names to tune on, "held" the half to judge by, told apart by a hash of the name; queries for absent names
are made from other invented families. `--fzf` types six-letter queries and times `fzf --filter` on the same names.
"""

import argparse
import random
import shutil
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from zlib import crc32

from jump_names import found_in, invented, misspelt

from tui.jump import JumpIndex, Target

LETTERS = 6
"""Length of the queries that fzf is given."""

Miss = tuple[int, str]
"""Place of the wanted name, and what is to be said of it."""


def main() -> None:
    """Build, type, count, print."""
    options = _options()
    chance = random.Random(options.seed)
    real = list(dict.fromkeys(name for folder in options.folder for name in found_in(folder)))
    present = list(dict.fromkeys((*invented(options.names, chance), *real)))
    chance.shuffle(present)
    known = set(present)
    absent = [name for name in invented(3000, random.Random(options.seed + 1)) if " " in name and name not in known]
    before = time.perf_counter()
    built = JumpIndex.build(
        Target("entity", name, row, (), int(200 / (1 + row / 50))) for row, name in enumerate(present)
    )
    _say(f"{len(present):,} names, built in {time.perf_counter() - before:.1f} s")
    index = _saved(built)
    half = 1 if options.half == "held" else 0
    rows = {name: row for row, name in enumerate(present) if crc32(name.encode()) % 2 == half}
    missed: list[Miss] = []
    for what, names in (("invented", sorted(rows.keys() - set(real))), ("from texts", sorted(rows.keys() & set(real)))):
        if names:
            wanted = chance.sample(names, min(options.sample, len(names)))
            missed += _hits(index, what, [(name, rows[name]) for name in wanted], chance)
    for _, line in sorted(missed, reverse=True)[: options.worst]:
        _say(line)
    _absent(index, absent, chance)
    typed = chance.sample(sorted(rows), min(100, len(rows)))
    _steady(index, [(name, rows[name]) for name in typed])
    _times(index, typed, chance)
    if options.fzf:
        _against_fzf(index, present, chance.sample(present, 20))


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--names", type=int, default=100_000)
    parser.add_argument("--folder", type=Path, action="append", default=[])
    parser.add_argument("--half", choices=["tune", "held"], default="tune")
    parser.add_argument("--sample", type=int, default=100)
    parser.add_argument("--worst", type=int, default=20)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--fzf", action="store_true")
    return parser.parse_args()


def _saved(index: JumpIndex) -> JumpIndex:
    """The index as a reader has it from the second start on."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "jump.index"
        index.save(path, "bench")
        before = time.perf_counter()
        opened = JumpIndex.open(path, "bench")
        _say(f"saved in {path.stat().st_size / 2**20:.0f} MB, opened in {1000 * (time.perf_counter() - before):.0f} ms")
    if opened is None:
        raise SystemExit("what was saved cannot be opened")
    return opened


def _hits(index: JumpIndex, what: str, wanted: Sequence[tuple[str, int]], chance: random.Random) -> list[Miss]:
    tally: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    missed: list[Miss] = []
    for name, row in wanted:
        for way, query in misspelt(name, chance):
            hits = index.rank(query)
            rows = [hit.target.ref for hit in hits]
            place = rows.index(row) if row in rows else 99
            if place:
                first = hits[0].matched if hits else "nothing"
                missed.append((place, f"{way:18} {query!r:34} {name!r:34} {place:3}  first came {first!r}"))
            for key in (way, "all"):
                for column, right in enumerate((place == 0, place < 3, place < 5, True)):
                    tally[key][column] += right
    _say(f"{what:18} first  three   five      of")
    for way, (first_of, three, five, count) in tally.items():
        _say(f"{way:18} {first_of / count:5.3f}  {three / count:5.3f}  {five / count:5.3f}  {count:6}")
    return missed


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


def _steady(index: JumpIndex, wanted: Sequence[tuple[str, int]]) -> None:
    """Type names letter by letter and count how often a letter more puts one further back."""
    demoted: list[str] = []
    for name, row in wanted:
        before = 99
        for length in range(1, len(name) + 1):
            rows = [hit.target.ref for hit in index.rank(name[:length])]
            place = rows.index(row) if row in rows else 99
            demoted += [name[:length]] if place > before else []
            before = place
    _say(f"a letter more demotes the same target: {len(demoted)} times in {len(wanted)} names typed {demoted[:5]}")


def _times(index: JumpIndex, names: Sequence[str], chance: random.Random) -> None:
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


def _against_fzf(index: JumpIndex, present: Sequence[str], names: Sequence[str]) -> None:
    """The first six letters of names, typed letter by letter: seconds in all, ours and the rival's, turn by turn."""
    if shutil.which("fzf") is None:
        _say("fzf is not installed")
        return
    lines = "\n".join(present).encode()
    ours = theirs = 0.0
    for name in names:
        for length in range(1, LETTERS + 1):
            typed = name[:length].lower()
            before = time.perf_counter()
            index.rank(typed)
            between = time.perf_counter()
            subprocess.run(["fzf", "--filter", typed], input=lines, stdout=subprocess.DEVNULL, check=False)
            ours += between - before
            theirs += time.perf_counter() - between
    _say(f"{len(names)} queries of {LETTERS} letters typed: {1000 * ours / len(names):.1f} ms each, "
         f"fzf --filter {1000 * theirs / len(names):.0f} ms each, {ours / theirs:.4f} x")  # fmt: skip


if __name__ == "__main__":
    main()
