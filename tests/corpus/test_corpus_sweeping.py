"""Several processes bring events together as one would, and where they cannot, it is done here."""

from pathlib import Path

import pytest

from tui.corpus import roll, sweeping
from tui.corpus.marked import SpoolMarks, bounds_in
from tui.corpus.numbered import Pool
from tui.corpus.rows import rows_of
from tui.corpus.spool import Spool
from tui.corpus.spooled import Spooled, put_in_order
from tui.corpus.sweeping import bring_together
from tui.dates.edtf import day, month
from tui.events.recognise import traits_of
from tui.events.row import EventRow
from tui.events.status import FatesByRow, StatusRow
from tui.events.sweep import Known
from tui.model import When


@pytest.fixture
def spool(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Spool:
    monkeypatch.setattr(roll, "HELD", 64)
    monkeypatch.setattr(sweeping, "MANY", 10)
    made = Spool(Pool[When](), Pool(""), tmp_path)
    for article in range(90):
        year = 1990 + article % 6
        rows = [
            EventRow(
                day(year, 3, 1 + article % 3), 0, 9, 0, f"Forces captured {article % 7} men", (article % 5,), "own"
            ),
            EventRow(month(year, 5), 10, 19, 10, f"The arrest of {article % 7} men", (article % 5, 9), "own"),
        ]
        made.put(article, rows_of(rows, [traits_of(row, row.headline) for row in rows]))
    put_in_order(made)
    return made


def joined(spool: Spool, jobs: int) -> list[int]:
    rows = Spooled({name: column.settled() for name, column in spool.rolls.items()}, spool.terms.values)
    bounds = bounds_in(spool.whens.values)
    fates = FatesByRow([StatusRow(1, "captured", None, row, 0) for row in range(0, 180, 3)], lambda _: True)
    return list(bring_together(spool, SpoolMarks(rows, bounds), bounds, Known((), fates, [(0, 170)]), jobs))


def test_two_processes_bring_together_what_one_does(spool: Spool, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = joined(spool, 0)
    assert len(set(whole)) < len(whole)
    monkeypatch.delattr(sweeping, "sweep")  # this process cannot
    assert joined(spool, 2) == whole
    spool.close()


def test_what_other_processes_cannot_open_is_brought_together_here(spool: Spool, tmp_path: Path) -> None:
    whole = joined(spool, 0)
    for file in tmp_path.iterdir():
        file.unlink()
    assert joined(spool, 2) == whole
    spool.close()
    assert not list(tmp_path.iterdir())
