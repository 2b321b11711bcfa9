"""Measures the program against its peers in one run, and prints a table of ratios.

    python tests/bench/run.py [--counts 1000 10000 100000] [--rounds 3] [--limit 120] [--write]

Articles are made (tests/bench/made_articles.py), each command is run as a process, the fastest of the rounds counts;
what is done once (reading everything, the first search) is run once, whatever the rounds. A ratio is ours to the
peer's, in processor time: 2.0 means that ours needs twice as much. Memory is the most a process and its children were
seen to hold at once, what they share counted once. A peer that is not installed is left out with a sentence, and one
that takes longer than --limit seconds is ended, which its row says. --write puts the table, with the day and the kind
of machine, into docs/benchmarks.md.
"""

import argparse
import importlib
import importlib.util
import os
import pkgutil
import platform
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from xml.sax.saxutils import escape

from made_articles import write
from watched import Cost, run, show

ROOT = Path(__file__).parents[2]
RESULTS = ROOT / "docs" / "benchmarks.md"
OURS = [sys.executable, "-m", "tui"]
MARK = "<!-- results: made by python tests/bench/run.py --write -->"


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table."""

    task: str
    ours: Cost
    peer: str = ""
    theirs: Cost | None = None


def main() -> None:
    """Make, measure, print."""
    options = _options()
    lines = list(_table(options.counts, options.rounds, options.limit))
    print("\n".join(lines))
    if options.write:
        head, _, _ = RESULTS.read_text(encoding="utf-8").partition(MARK)
        RESULTS.write_text(f"{head}{MARK}\n\n" + "\n".join(lines) + "\n", encoding="utf-8")


def _table(counts: Sequence[int], rounds: int, limit: float) -> Iterator[str]:
    times = f"Fastest of {rounds} rounds" if rounds > 1 else "One round"
    yield f"{datetime.now(UTC):%Y-%m-%d}, {_machine()}. {times}; other programs may have run beside."
    for sentence in _absent():
        yield f"\n{sentence}"
    for count in counts:
        yield f"\n### {count:,} articles\n"
        yield "| task | ours: clock | processor | memory | peer: clock | processor | memory | ratio of processor time |"
        yield "|---|---|---|---|---|---|---|---|"
        with tempfile.TemporaryDirectory() as folder:
            for row in _measure(Path(folder), count, rounds, limit):
                yield _line(row)
    yield "\n### One text, in one process\n"
    yield "| task | ours | peer | ratio |\n|---|---|---|---|"
    yield from _in_process()


def _line(row: Row) -> str:
    def told(cost: Cost) -> str:
        ended = ", ended there" if cost.stopped else ""
        return f"{cost.wall:.2f} s{ended} | {cost.processor:.2f} s | {cost.memory / 1024:.0f} MB"

    if row.theirs is None:
        return f"| {row.task} | {told(row.ours)} | | | | |"
    ratio = row.ours.processor / max(row.theirs.processor, 0.001)
    most = "less than " if row.theirs.stopped else ""
    return f"| {row.task}, {row.peer} | {told(row.ours)} | {told(row.theirs)} | {most}{ratio:.2g} |"


def _measure(folder: Path, count: int, rounds: int, limit: float) -> Iterator[Row]:
    articles = folder / "articles"
    people = write(articles, count)
    names = folder / "names"
    names.write_text("\n".join(people) + "\n", encoding="utf-8")
    who, family = people[3], people[3].split()[-1]
    known = {**os.environ, "PYTHONPATH": str(ROOT), "HOME": str(folder), "TERM": "xterm-256color"}
    known |= {f"BACKSTORY_{kind}_DIR": str(folder / kind) for kind in ("DATA", "CONFIG", "STATE", "CACHE")}

    def ours(*words: str, times: int = rounds) -> Cost:
        command = [*OURS, *words, "--in", str(articles)]
        return _cheapest([run(command, known, ROOT) for _ in range(times)])

    def theirs(*command: str, times: int = rounds) -> Cost:
        first = run(command, known, ROOT, limit)
        again = range(1, 1 if first.stopped else times)
        return _cheapest([first, *(run(command, known, ROOT, limit) for _ in again)])

    bare = theirs(sys.executable, "-c", "pass")
    yield Row(
        "start: --version",
        _cheapest([run([*OURS, "--version"], known, ROOT) for _ in range(rounds)]),
        "bare Python",
        bare,
    )
    whole = ours("index", "--full", times=1)
    if not shutil.which("newsboat"):
        yield Row("read everything, once", whole)
    else:
        feed, urls = folder / "feed.xml", folder / "urls"
        _write_feed(feed, articles)
        urls.write_text(f"file://{feed}\n")
        options = ("-u", str(urls), "-c", str(folder / "feeds.db"), "-C", os.devnull, "-x", "reload")
        taken = theirs("newsboat", *options, times=1)
        yield Row("read everything, once", whole, "newsboat taking the same in as one feed", taken)
    yield Row("read again, nothing changed", ours("index"))
    yield Row("the whole timeline", ours("timeline"))
    yield Row("what cannot both be right", ours("conflicts"))
    yield Row("one dossier", ours("entity", who))
    yield Row("full-text search, the first, which makes its index", ours("search", family, times=1))
    if shutil.which("rg"):
        yield Row("full-text search", ours("search", family), "ripgrep", theirs("rg", "-n", family, str(articles)))
    else:
        yield Row("full-text search", ours("search", family))
    if shutil.which("fzf"):
        found = theirs("sh", "-c", f"fzf --filter '{family[:-1]}' < '{names}'")
        yield Row("a name half remembered", ours("jump", family[:-1]), "fzf --filter over the names", found)
    if shutil.which("less"):
        one = str(next(articles.rglob("*.txt")))
        paged = _cheapest([show(["less", one], known, ROOT, b"q") for _ in range(rounds)])
        mine = _cheapest([show([*OURS, str(articles)], known, ROOT, b"q") for _ in range(rounds)])
        yield Row("open, first screen, quit", mine, "less on one file", paged)


def _cheapest(costs: Sequence[Cost]) -> Cost:
    return min(costs, key=lambda cost: cost.processor)


def _write_feed(feed: Path, articles: Path) -> None:
    """The articles as one RSS feed."""
    with feed.open("w", encoding="utf-8") as file:
        file.write('<?xml version="1.0"?><rss version="2.0"><channel><title>made</title><link>http://x.invalid</link>')
        for path in sorted(articles.rglob("*.txt")):
            title, _, body = path.read_text(encoding="utf-8").partition("\n")
            file.write(f"<item><guid>{path.stem}</guid><title>{escape(title)}</title>")
            file.write(f"<description>{escape(body)}</description></item>\n")
        file.write("</channel></rss>\n")


def _in_process() -> Iterator[str]:
    """Dates and names of fifty articles, against libraries that find either."""
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder) / "articles", 50)
        texts = [path.read_text(encoding="utf-8") for path in sorted((Path(folder) / "articles").rglob("*.txt"))]
    from tui.corpus.article import Given
    from tui.corpus.findings import read_article
    from tui.dates.find import find_dates
    from tui.model import Part, PartKind

    def dates() -> int:
        return sum(len(find_dates(text, (Part(PartKind.BODY, 0, len(text)),))) for text in texts)

    def names_and_dates() -> int:
        read = [read_article(text.encode(), "a.txt", Given()) for text in texts]
        return sum(len(one.candidates) + len(one.dates) for one in read)

    mine, found = _timed(dates)
    if importlib.util.find_spec("dateparser"):
        search_dates = importlib.import_module("dateparser.search").search_dates
        theirs, count = _timed(lambda: sum(len(search_dates(text, languages=["en"]) or ()) for text in texts))
        yield (
            f"| dates of 50 articles, dateparser | {mine:.2f} s, {found} found | {theirs:.2f} s, {count} found | "
            f"{mine / theirs:.2g} |"
        )
    else:
        yield f"| dates of 50 articles | {mine:.2f} s, {found} found | | |"
    model = _model()
    if importlib.util.find_spec("spacy") and model:
        pipeline = importlib.import_module("spacy").load(model)
        theirs, count = _timed(lambda: sum(len(pipeline(text).ents) for text in texts))
        mine, found = _timed(names_and_dates)
        called = "_".join(model.split("_")[:4])  # en_core_web_sm, whatever the package adds that brings it
        yield (
            f"| names and dates of 50 articles, spaCy {called} | {mine:.2f} s, {found} found | "
            f"{theirs:.2f} s, {count} found | {mine / theirs:.2g} |"
        )


def _timed(act: Callable[[], int]) -> tuple[float, int]:
    act()  # what is loaded late is loaded now
    began = time.process_time()
    found = act()
    return time.process_time() - began, found


def _absent() -> Iterator[str]:
    for name, what in (("less", "a pager"), ("newsboat", "a feed reader"), ("fzf", "a finder"), ("rg", "ripgrep")):
        if not shutil.which(name):
            yield f"{name}, {what}, is not installed here and was left out."
    for name in ("dateparser", "spacy"):
        if not importlib.util.find_spec(name):
            yield f"{name} is not installed here and was left out."
    if importlib.util.find_spec("spacy") and not _model():
        yield "spaCy is installed without an English model and was left out."


def _model() -> str:
    """An English pipeline of spaCy's that is installed, the smallest first; "" if there is none."""
    found = [module.name for module in pkgutil.iter_modules() if module.name.startswith("en_core_web_")]
    return min(found, key=lambda name: ("_sm" not in name, name), default="")


def _machine() -> str:
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return (
        f"{platform.system()} on {platform.machine()}, {os.cpu_count()} processors, {memory:.0f} GB, "
        f"Python {platform.python_version()}"
    )


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--counts", type=int, nargs="+", default=[1000, 10_000, 100_000])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--limit", type=float, default=120, help="seconds after which a peer is ended; 120 by default")
    parser.add_argument("--write", action="store_true")
    return parser.parse_args()


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    main()
