"""Times what ties a collection together, pass by pass: python tests/bench/bench_tying.py FOLDER [ARTICLES ...].

FOLDER has as many text files as the largest number asked for. What each article says by itself is read first and not
counted. Prints for each number of articles the processor seconds of every pass and of all, the memory they took, and
what tying costs once more when one article comes in and what was kept of the others still holds.
"""

import resource
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tui.corpus.article import Given
from tui.corpus.findings import ArticleFindings, read_article
from tui.corpus.places import Places
from tui.corpus.telling import Telling, Tellings
from tui.events.conflicts import fates_apart, find_conflicts, told_twice
from tui.events.marks import Marks
from tui.events.merge import cluster
from tui.model import Kind, When
from tui.names.table import build_table

ARTICLES = (500, 1000, 2000)
PASSES = ("names", "mentions", "telling", "order", "marks", "clusters", "conflicts")


def found_in(folder: Path, count: int) -> list[ArticleFindings]:
    """What each of the first articles says by itself."""
    files = [file for file in sorted(folder.rglob("*")) if file.suffix in (".txt", ".md")][:count]
    return [read_article(file.read_bytes(), str(file.relative_to(folder)), Given()) for file in files]


class Tying:
    """One collection, tied together again and again; keeps what may be kept."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = defaultdict(float)
        self.events = 0
        self._places, self._tellings = Places(), Tellings()

    @contextmanager
    def timed(self, name: str) -> Iterator[None]:
        began = time.process_time()
        yield
        self.spent[name] += time.process_time() - began

    def tie(self, findings: list[ArticleFindings]) -> None:
        """All passes over the articles."""
        with self.timed("names"):
            table = build_table(found.candidates for found in findings)
            kinds = [name.kind for name in table.names]
        with self.timed("mentions"):
            spans = list(self._places.of(findings, table))
        with self.timed("telling"):
            tellings = [
                self._tellings.of(found, found.dates, here, kinds) for found, here in zip(findings, spans, strict=True)
            ]
        with self.timed("order"):
            told = sorted(_rows(tellings), key=lambda row: (row[2].first, row[2].last, row[0], row[1]))
            place = {(article, number): at for at, (article, number, _) in enumerate(told)}
            rows = [tellings[article].rows[number] for article, number, _ in told]
            articles = [article for article, _, _ in told]
            clauses = [findings[article].text[row.start : row.end] for article, row in zip(articles, rows, strict=True)]
            dated = [
                one.numbered(place[article, one.row])
                for article, telling in enumerate(tellings)
                for one in telling.statuses
                if one.row >= 0
            ]
            fates: dict[int, set[tuple[int, str]]] = defaultdict(set)
            for one in dated:
                if kinds[one.entity] is Kind.PERSON:
                    fates[one.row].add((one.entity, one.fate))
            by_row = {row: frozenset(said) for row, said in fates.items()}
        with self.timed("marks"):
            marks = Marks(rows, clauses, articles)
        places = {row for row, kind in enumerate(kinds) if kind is Kind.PLACE}
        with self.timed("clusters"):
            clusters = cluster(rows, clauses, articles, places, by_row, told_twice(fates_apart(dated)), marks=marks)
        with self.timed("conflicts"):
            find_conflicts(fates_apart(dated), rows, clusters, clauses, articles, marks=marks)
        self.events = len(rows)


def _rows(tellings: list[Telling]) -> Iterator[tuple[int, int, When]]:
    for article, telling in enumerate(tellings):
        for number, row in enumerate(telling.rows):
            yield article, number, row.when


def peak() -> float:
    """The most memory this program had, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measure(folder: Path, count: int) -> None:
    """Print the row of a table for so many articles."""
    findings = found_in(folder, count + 1)
    before, tying = peak(), Tying()
    tying.tie(findings[:-1])
    spent, took = dict(tying.spent), peak() - before
    tying.spent.clear()
    tying.tie(findings)
    figures = [spent[name] for name in (*PASSES,)]
    line = "".join(f"{seconds:10.2f}" for seconds in (*figures, sum(figures)))
    print(f"{len(findings) - 1:8}{tying.events:9}{line}{took:9.0f}{sum(tying.spent.values()):10.2f}", flush=True)


def main() -> None:
    """Print the table, one program a row, so that memory is that of the row alone."""
    folder = Path(sys.argv[1])
    if sys.argv[2:3] == ["--one"]:
        measure(folder, int(sys.argv[3]))
        return
    heads = "".join(f"{name:>10}" for name in (*PASSES, "all"))
    print(f"{'articles':>8}{'events':>9}{heads}{'MB':>9}{'one more':>10}", flush=True)
    for count in map(int, sys.argv[2:] or ARTICLES):
        subprocess.run([sys.executable, __file__, str(folder), "--one", str(count)], check=True)


if __name__ == "__main__":
    main()
