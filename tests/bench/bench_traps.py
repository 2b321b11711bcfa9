"""Times every stage of the program on the large files of the hostile collection, one by one. Run by hand.

    python tests/bench/bench_traps.py [--only PART-OF-NAME] [--above 1] [--least 100000]

Stages, in seconds of processor time: `read` (format, facts, dates and names of the file), `tie` (names, mentions,
events, what is disputed), `show` (the sheet, laid out), `index` (full text), `ask` (searches, with the line of every
hit). Each file is read in a process of its own, ended after a minute; the worst are printed first, with their
megabytes and the memory the process came to.
"""

import argparse
import multiprocessing
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from multiprocessing.connection import Connection
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "hostile"))

import hostile_markup
import hostile_packed
import hostile_texts
from hostile_size import FULL, Sample

from tui.corpus.build import NothingReadable, open_quickly, read, scan
from tui.corpus.reading import Reading
from tui.corpus.reread import rereader
from tui.corpus.tables import Corpus
from tui.panes.laid import Laid
from tui.reader.sheet import sheet_of
from tui.search import TextIndex, ask, parse
from tui.search.refresh import refresh

PATIENCE = 60.0
"""Seconds by the clock after which a file is given up."""

STAGES = ("read", "tie", "show", "index", "ask")

KNOWN = "".join(
    f'[[entity]]\nname = "{name}"\n'
    for name in ("Anna Smith", "John Smith", "Rome", "Northern Army", "Army", "Smith", "A")
)
"""Names that are known, so that what is made of one word is full of mentions."""

QUERIES = ("may", '"a b"', "rom*", "smith NEAR(9) army")
"""What is searched for."""


def main() -> None:
    """Time, and print."""
    options = _options()
    context = multiprocessing.get_context("fork")  # all that is imported here serves every file
    print(f"{'file':36} {'MB':>5} " + " ".join(f"{stage:>6}" for stage in STAGES) + f" {'all':>6} {'a MB':>6}  memory")
    total = worst = 0.0
    for name, data in _files():
        if options.only not in name or not options.least <= len(data):
            continue
        ours, theirs = context.Pipe(duplex=False)
        process = context.Process(target=_time, args=(theirs, name, data))
        process.start()
        theirs.close()
        took = dict(_answers(ours))
        process.kill()
        process.join()
        size = len(data) / 2**20
        spent = sum(took.get(stage, 0.0) for stage in STAGES)
        total, worst = total + spent, max(worst, spent / max(size, 1))
        if spent >= options.above or "ended" not in took:
            times = " ".join(f"{took[stage]:6.2f}" if stage in took else "     -" for stage in STAGES)
            slow = "" if "ended" in took else "  given up"
            memory = took.get("memory", 0.0)
            print(f"{name:36} {size:5.1f} {times} {spent:6.2f} {spent / max(size, 1):6.2f}  {memory:4.0f} MB{slow}")
    print(f"{total:.0f} s in all; at worst {worst:.2f} s a megabyte (files under a megabyte count as one)")


def _files() -> Iterator[Sample]:
    for family in (hostile_texts, hostile_markup, hostile_packed):
        yield from family.samples(FULL)


def _answers(wire: Connection) -> Iterator[tuple[str, float]]:
    end = time.monotonic() + PATIENCE
    try:
        while wire.poll(max(0.0, end - time.monotonic())):
            yield wire.recv()
    except EOFError:
        return


def _time(wire: Connection, name: str, data: bytes) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "set"
        place = folder / name
        place.parent.mkdir(parents=True)
        place.write_bytes(data)
        (folder / "corpus.toml").write_text(KNOWN)
        for stage, act in _stages(folder, Path(scratch)).items():
            began = time.process_time()
            try:
                act()
            except NothingReadable:
                wire.send((stage, time.process_time() - began))
                break
            wire.send((stage, time.process_time() - began))
    wire.send(("memory", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024))
    wire.send(("ended", 0.0))


def _stages(folder: Path, scratch: Path) -> Mapping[str, Callable[[], object]]:
    """What there is to do with the one file in a folder, in order."""
    found = scan([folder])
    files = found.listing.files
    said: list[Reading] = []
    corpora: list[Corpus] = []

    def tie() -> None:
        corpora.append(said[0].corpus())

    def show() -> None:
        corpus = corpora[0]
        for article in range(min(3, len(corpus.articles))):
            Laid(sheet_of(corpus, article, comments=True), 78)

    def search() -> None:
        corpus, index = open_quickly(found, 0), TextIndex(scratch / "text.sqlite")
        for query in QUERIES:
            for one in ask(parse(query), corpus, rereader(files), index).finish():
                len(one.lines)

    return {
        "read": lambda: said.append(read(found, jobs=0)),
        "tie": tie,
        "show": show,
        "index": lambda: refresh(scratch / "text.sqlite", files, time.time_ns()),
        "ask": search,
    }


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", default="", help="files whose name holds this")
    parser.add_argument("--above", type=float, default=1.0, help="print files that take so many seconds")
    parser.add_argument("--least", type=int, default=100_000, help="leave out files of fewer bytes")
    return parser.parse_args()


if __name__ == "__main__":
    main()
