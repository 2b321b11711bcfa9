"""Times the timeline at 100,000 events in a pseudo-terminal: python tests/bench/bench_timeline.py [EVENTS].

The collection is made in memory. Prints how long the pane takes to be there, and for each state (days, months, years,
filtered, folds open, conflicts) the time from a key to the first byte painted for it, and the processor time a key
costs, which does not depend on what else the machine does.
"""

import os
import random
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "screen"))

from pseudo_terminal import Terminal

from tui import paths
from tui.app import Backstory
from tui.corpus.claims import ClaimTable
from tui.corpus.eventtable import EventTable
from tui.corpus.mentiontable import MentionTable
from tui.corpus.tables import Corpus, Facts
from tui.desk.desk import Desk
from tui.model import Article, Conflict, Entity, Event, Kind, Part, PartKind, Precision, When
from tui.notes.corrections import Corrections
from tui.notes.drafts import Drafts
from tui.notes.notebook import Notebook
from tui.notes.undo import History
from tui.reader.scribe import Scribe

EVENTS = 100_000
KEYS = 100
AN_ARTICLE = 50
NAMES = 2_000
FIRST_DAY, LAST_DAY = 711_000, 737_000
WORDS = ("captured", "near", "river", "convoy", "general", "minister", "signed", "released", "border", "raid", "bridge")


def corpus_of(count: int) -> Corpus:
    """Events over seventy years, some reported, some told twice, some disputed, named after two thousand names."""
    chance = random.Random(1)
    entities = [Entity(row, f"Name {row}", Kind.PERSON, (), 1, 1) for row in range(NAMES)]
    text = "A sentence that tells something. " * 300
    number = count // AN_ARTICLE
    parts = (Part(PartKind.BODY, 0, len(text)),)
    articles = tuple(
        Article(row, f"{row}.txt", "", f"Article {row}", None, "", "", "", "", len(text), parts)
        for row in range(number)
    )
    events = EventTable(_events(count, chance))
    pairs = [(row, row + 1) for row in range(0, count - 1, count // 500)]
    conflicts = [Conflict(True, "date", pair, "told of one day and of another", 0) for pair in pairs]
    mentions = MentionTable((row % number, 0, 4, row) for row in range(NAMES))
    claims = ClaimTable(conflicts)
    facts = Facts("Bench", "bench", articles)
    return Corpus(facts, lambda _: text, entities=entities, mentions=mentions, events=events, claims=claims)


def _events(count: int, chance: random.Random) -> Iterator[Event]:
    for row in range(count):
        day = chance.randrange(FIRST_DAY, LAST_DAY)
        year = 1947 + (day - FIRST_DAY) // 366
        when = When(day, day, Precision.DAY, False, f"{year}-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}")
        headline = " ".join(chance.choices(WORDS, k=10))
        names = tuple({int(chance.paretovariate(1)) % NAMES for _ in range(3)})
        twin = row - 1 if row % 20 == 0 and row else row
        yield Event(row, when, row % (count // AN_ARTICLE), row % 9000, row % 9000 + 30, row % 9000, headline,
                    names, twin, "bench", chance.random() < 0.2)  # fmt: skip


class BigApp(Backstory):
    """The reader on a collection that lies in no folder."""

    def __init__(self, corpus: Corpus) -> None:
        super().__init__([])
        self._corpus = corpus

    def _open(self) -> None:
        home = paths.data()
        notebook, corrections = Notebook.open(home), Corrections.open(home)
        drafts = Drafts(paths.state() / "drafts")
        history = History(paths.state() / "history.json", notebook, corrections)
        desk = Desk(Scribe(notebook, drafts, history, corrections))
        corpus = self._corpus.prepare()  # a sitting does so in its worker
        began = time.perf_counter()
        desk.take(corpus)

        def painted() -> None:
            desk.say(f"there in {(time.perf_counter() - began) * 1000:.0f} ms.")

        self.push_screen(desk)
        self.call_after_refresh(lambda: self.call_after_refresh(painted))


STATES: dict[str, tuple[bytes, bytes]] = {
    "j by day": (b"", b"j"),
    "page by day": (b"", b" "),
    "month by }": (b"", b"}"),
    "bar by >": (b"", b">"),
    "j by month": (b"-", b"j"),
    "j by year": (b"--", b"j"),
    "open and close a month": (b"-", b"\r"),
    "open and close a year": (b"--", b"\r"),
    "j filtered by name": (b"Fname 1\r", b"j"),
    "j filtered by period": (b"F1950..1990\r", b"j"),
    "j filtered by word": (b"Fbridge\r", b"j"),
    "a letter typed in the filter": (b"F", b"r"),
    "a letter typed in the search": (b"/", b"r"),
    "j in conflicts": (b"x", b"j"),
    "reading on in the text": (b"2", b"j"),
    "a key that does nothing": (b"", b"\\"),
}
"""What is pressed before, and the key that is timed."""


def main(arguments: Sequence[str]) -> None:
    """Run and print the table; with --reader, be the reader."""
    if arguments[:1] == ["--reader"]:
        BigApp(corpus_of(int(arguments[1]))).run()
        return
    count = arguments[0] if arguments else str(EVENTS)
    with tempfile.TemporaryDirectory() as home:
        own = {f"BACKSTORY_{kind}_DIR": f"{home}/{kind}" for kind in ("DATA", "CONFIG", "STATE", "CACHE")}
        kept = {known: os.environ[known] for known in ("PATH", "HOME", "LANG") if known in os.environ}
        environment = {**kept, **own, "TERM": "xterm-256color", "PYTHONPATH": str(Path(__file__).parents[2])}
        running = Terminal([sys.executable, __file__, "--reader", count], environment, (160, 40))
        if not running.wait_for(b" ms.", 60):
            raise SystemExit(running.output.decode(errors="replace")[-2000:])
        print("pane there in", running.output.partition(b"there in ")[2].partition(b" ms")[0].decode(), "ms")
        for name, (before, key) in STATES.items():
            for keys in (b"\x1b", b"\x1b", b"3g++", before):
                running.send(keys)
                running.read(0.4)
            began = processor_time(running.pid)
            times = _times(running, key)
            cost = (processor_time(running.pid) - began) / KEYS
            if times:
                p50, p95 = times[len(times) // 2], times[int(len(times) * 0.95)]
                print(f"{name:30} p50 {p50:5.1f} ms  p95 {p95:5.1f} ms  processor {cost:5.1f} ms  ({len(times)} keys)")
        running.send(b"\x1b\x1b\x11")
        running.close()


def processor_time(process: int) -> float:
    """Milliseconds of processor time a process has used so far; 0 where the system does not say."""
    try:
        fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) * 1000 / os.sysconf("SC_CLK_TCK")


def _times(running: Terminal, key: bytes) -> list[float]:
    """Milliseconds from each press of a key to the first byte painted for it, sorted."""
    times: list[float] = []
    for _ in range(KEYS):
        began = time.perf_counter()
        running.send(key)
        if running.read_once(0.1):
            times.append((time.perf_counter() - began) * 1000)
        running.read(0.03)
    return sorted(times)


if __name__ == "__main__":
    main(sys.argv[1:])
