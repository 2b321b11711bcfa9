"""The program that reads a collection beside the reader: its orders come as JSON, how far it is goes back as lines."""

import gc
import json
import os
import sys
import threading
import time
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from tui.corpus import bolt
from tui.corpus.atonce import open_unchanged
from tui.corpus.build import read, scan
from tui.corpus.corrected import DateCorrection
from tui.corpus.errors import NoSuchPath, NothingReadable
from tui.corpus.glance import look
from tui.corpus.roster import recall
from tui.corpus.tables import Corpus
from tui.corpus.turn import turn
from tui.names.statement import NameCorrection, Says
from tui.voter import find_voter

_EVERY = 0.2
"""Seconds between two lines on how far it is."""

_LOOK = 2.0
"""Seconds between two looks at a folder that is watched."""

_REST = 20
"""How many times as long as a look took it rests before the next one: a large folder is looked at less often."""

_LONGEST = 10.0
"""Seconds it rests at most."""

_NICE = 10
"""How much the reader comes first."""


def main() -> None:
    """Read one line of orders and do them; ends as soon as standard input does: who asked is gone."""
    if hasattr(os, "nice"):
        os.nice(_NICE)
    gc.set_threshold(50_000, 50, 100)  # a hundred thousand files are many objects, and hardly any of them in a ring
    orders = json.loads(sys.stdin.buffer.readline())
    threading.Thread(target=_end_with_the_reader, daemon=True).start()
    follow(orders)


def follow(orders: dict[str, Any]) -> None:
    """Read the collection the orders name, and again whenever it changes if it is to be watched."""
    paths = [Path(path) for path in orders["paths"]]
    dates = [DateCorrection(*row) for row in orders["dates"]]
    names = [replace(NameCorrection(Says(row[0]), row[1], tuple(row[2])), **row[3]) for row in orders["names"]]
    said = _Said()
    told = None
    whole = bolt.prove(Path(orders["cache"]))
    while True:
        began = time.process_time()
        try:
            news = {**_read(paths, [*dates, *names], orders, said), "anew": not whole}
            whole = True
        except (NoSuchPath, NothingReadable) as error:
            news = {"wrong": str(error)}
        if news != told or said.working:  # whoever was told that it works is told that it ended
            said.line(news)
            told = news
        if not orders["watch"]:
            return
        time.sleep(min(max(_LOOK, _REST * (time.process_time() - began)), _LONGEST))


def _read(
    paths: list[Path], corrections: list[DateCorrection | NameCorrection], orders: dict[str, Any], said: "_Said"
) -> dict[str, Any]:
    """Read what changed in the collection, and give what there is to say of it."""
    cache, voter = Path(orders["cache"]), find_voter(Path(orders["votes"]))
    looked = look(paths)
    kept = open_unchanged(cache, paths, corrections, looked.glanced, voter)
    if kept is not None:
        return _news(kept.corpus)
    found = scan(paths, roster=recall(cache, paths, looked))
    many = len(found.listing.files)
    with turn(cache, partial(said.waiting, many)):
        reading = read(
            found,
            said.reading,
            corrections=corrections,
            voter=voter,
            cache=cache,
            jobs=orders["jobs"],
            looked=looked,
        )
        with closing(reading):
            return _news(reading.corpus(corrections, weaving=said.tying))


def _news(corpus: Corpus) -> dict[str, Any]:
    return {"read": corpus.signature, "skipped": len(corpus.facts.skipped)}


class _Said:
    """Lines to the reader, not too many."""

    def __init__(self) -> None:
        self._next = 0.0
        self.working = False

    def reading(self, done: int, total: int) -> None:
        self._step("reading", done, total)

    def tying(self, done: int, total: int) -> None:
        self._step("tying", done, total)

    def waiting(self, total: int) -> None:
        self._step("waiting for another program to read", 0, total)

    def line(self, news: dict[str, Any]) -> None:
        self.working = "stage" in news
        sys.stdout.write(json.dumps(news) + "\n")
        sys.stdout.flush()

    def _step(self, stage: str, done: int, total: int) -> None:
        now = time.monotonic()
        if now >= self._next:
            self._next = now + _EVERY
            self.line({"stage": stage, "done": done, "total": total})


def _end_with_the_reader() -> None:
    """The processes that read end with this one, as their wires do."""
    while os.read(0, 4096):  # not through sys.stdin: its lock, held here, would bring the interpreter down as it ends
        pass
    os._exit(0)
