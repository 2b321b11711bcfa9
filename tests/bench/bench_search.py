"""Measures full text against ripgrep on the same files in the same run. Run by hand.

    python tests/bench/bench_search.py FOLDER [--cache DIR] [--queries 30] [--seed 7]

Words and phrases are drawn from the texts, from rare to frequent. For each: until the first hits are located, until
all articles are known, until all hits are counted; and ripgrep (`rg -i -w -c`, else `grep -r`).
"""

import argparse
import random
import re
import shutil
import statistics
import subprocess
import tempfile
import time
from collections import Counter
from pathlib import Path

from tui.corpus.build import open_quickly, scan
from tui.corpus.files import File, load
from tui.corpus.reread import rereader
from tui.search import TextIndex, ask, parse
from tui.search.refresh import refresh

FIRST = 12
"""Articles that fill the first screen."""


def main() -> None:
    """Index, draw queries, ask both, print."""
    options = _options()
    found = scan([options.folder])
    files = found.listing.files
    cache = options.cache or Path(tempfile.mkdtemp())
    before = time.perf_counter()
    done = refresh(cache / "text.sqlite", files, time.time_ns())
    took = time.perf_counter() - before
    size = (cache / "text.sqlite").stat().st_size / 2**20
    print(f"{len(files):,} files, {done.read:,} read in {took:.1f} s, index {size:.0f} MB")
    corpus, read, index = open_quickly(found, 0), rereader(files), TextIndex(cache / "text.sqlite")
    before = time.perf_counter()
    index.lay_on(corpus)
    print(f"opened and laid on in {1000 * (time.perf_counter() - before):.0f} ms")
    print(f"{'query':34} {'first':>8} {'all':>8} {'counted':>8} {'ripgrep':>9} {'ratio':>6}   articles      hits")
    firsts, ratios = [], []
    for query in queries_of(files, options.queries, random.Random(options.seed)):
        began = time.perf_counter()
        answer = ask(parse(query), corpus, read, index)
        answer.grow()
        shown = 0
        for article in answer.articles:
            shown += answer.found_in(article) is not None
            if shown == FIRST:
                break
        first = time.perf_counter()
        answer.finish()
        everything = time.perf_counter()
        total = answer.total()
        counted = time.perf_counter()
        theirs = _ripgrep(query, options.folder)
        firsts.append(1000 * (first - began))
        ratios.append((counted - first + first - began) / theirs)
        print(
            f"{query[:34]:34} {1000 * (first - began):5.1f} ms {1000 * (everything - began):5.1f} ms "
            f"{1000 * (counted - began):5.1f} ms {1000 * theirs:6.0f} ms {ratios[-1]:6.3f} {len(answer.articles):10,} "
            f"{total if total is not None else '-':>9}"
        )
    firsts.sort()
    print(f"first hits p50 {statistics.median(firsts):.1f}, worst {firsts[-1]:.1f} ms; "
          f"counted against ripgrep p50 {statistics.median(ratios):.3f} x, worst {max(ratios):.3f} x")  # fmt: skip


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--cache", type=Path, help="where the index lies or is to lie; a new folder without it")
    parser.add_argument("--queries", type=int, default=30)
    parser.add_argument("--seed", type=int, default=7)
    return parser.parse_args()


def queries_of(files: tuple[File, ...], count: int, chance: random.Random) -> list[str]:
    """Words of every frequency, and phrases of two and three words, as they stand in a sample of the texts."""
    words: Counter[str] = Counter()
    runs: list[list[str]] = []
    for file in chance.sample(files, min(300, len(files))):
        line = re.findall(r"[A-Za-z]+", load(file).decode("utf-8", "replace"))
        words.update(word.lower() for word in line)
        runs.append(line)
    ranked = [word for word, _ in words.most_common() if len(word) > 2]
    queries = [ranked[int(len(ranked) * (step / count) ** 3)] for step in range(count // 2)]
    while len(queries) < count:
        line, length = chance.choice(runs), chance.choice((2, 2, 3))
        if len(line) > length:
            at = chance.randrange(len(line) - length)
            queries.append(f'"{" ".join(line[at : at + length]).lower()}"')
    return queries


def _ripgrep(query: str, folder: Path) -> float:
    """Seconds the rival takes, the files in memory as they are for us."""
    words = query.strip('"').replace(" ", r"\W+")
    rival = shutil.which("rg")
    command = [rival, "-i", "-w", "-c", "--no-ignore"] if rival else ["grep", "-r", "-i", "-w", "-c", "-E"]
    began = time.perf_counter()
    subprocess.run([*command, "--", words, str(folder)] if rival else [*command, words, str(folder)],
                   stdout=subprocess.DEVNULL, check=False)  # fmt: skip
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
