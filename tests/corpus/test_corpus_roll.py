"""Columns that grow on disk read back as what was put in, whatever becomes of the disk."""

import sys
from array import array
from itertools import chain
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.corpus import roll
from tui.corpus.fated import Fates
from tui.corpus.mentions import Mentions
from tui.corpus.numbered import Pool
from tui.corpus.roll import Roll
from tui.dates.edtf import day, month
from tui.events.status import StatusRow
from tui.model import When

WRITTEN = st.lists(st.lists(st.integers(0, 2**32 - 1), max_size=12), max_size=12)


@pytest.fixture(autouse=True)
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(roll, "HELD", 8)
    monkeypatch.setattr(roll, "_AT_ONCE", 5)


def rolled(parts: list[list[int]], folder: Path | None = None) -> Roll:
    column = Roll("I", folder)
    for part in parts:
        column.here.extend(part)
        column.spill()
    return column


@given(WRITTEN)
def test_a_column_reads_as_it_was_put_in(parts: list[list[int]]) -> None:
    column = rolled(parts)
    whole = [number for part in parts for number in part]
    assert len(column) == len(whole)
    read = column.settled()
    column.close()
    assert list(read) == whole
    assert read.format == "I"


@given(WRITTEN)
def test_numbers_change_wherever_they_lie(parts: list[list[int]]) -> None:
    column = rolled(parts)
    column.change(lambda some: (number ^ 1 for number in some))
    assert list(column.settled()) == [number ^ 1 for part in parts for number in part]
    column.close()


def test_where_nothing_can_be_written_a_column_stays_in_memory(tmp_path: Path) -> None:
    column = rolled([[*range(20)], [*range(20)]], tmp_path / "gone")
    assert list(column.settled()) == [*range(20), *range(20)]


@pytest.mark.skipif(sys.platform == "win32", reason="no limit on the size of files there")
def test_where_the_room_ends_what_is_on_disk_and_what_is_not_are_one_column(tmp_path: Path) -> None:
    import resource

    column = rolled([[*range(10)]], tmp_path)
    column.here.extend(range(10, 30))
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (60, hard))
    try:
        column.spill()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert len(column.here) == 20
    column.change(lambda some: (number + 1 for number in some))
    assert list(column.settled()) == [*range(1, 31)]
    column.close()


def test_nothing_is_left_in_the_folder(tmp_path: Path) -> None:
    column = rolled([[*range(100)]], tmp_path)
    assert list(column.settled()) == [*range(100)]
    column.close()
    assert not list(tmp_path.iterdir())


@given(st.lists(st.lists(st.tuples(st.integers(0, 99), st.integers(0, 99), st.integers(0, 3)), max_size=9), max_size=9))
def test_mentions_are_those_whose_name_is_an_entity(articles: list[list[tuple[int, int, int]]]) -> None:
    for entity_of in ([0, 1, 2, 3], [0, -1, 1, -1]):
        mentions = Mentions()
        for article, spans in enumerate(articles):
            mentions.put(article, array("I", chain.from_iterable(spans)))
        taken = list(zip(*mentions.taken(array("i", entity_of)), strict=True))
        mentions.close()
        assert taken == [
            (article, start, end, entity_of[name])
            for article, spans in enumerate(articles)
            for start, end, name in spans
            if entity_of[name] >= 0
        ]


def test_fates_come_back_under_their_new_numbers_and_in_order_of_entity_and_date() -> None:
    early, late = month(2007, 3), day(2007, 5, 2)
    said = [
        [StatusRow(0, "killed", late, 1, 40), StatusRow(1, "captured", None, -1, 9)],
        [StatusRow(0, "captured", early, 0, 7), StatusRow(1, "signed", early, 0, 3)],
    ]
    fates = Fates(Pool[When](), Pool(""))
    for article, rows in enumerate(said):
        fates.put(article, 2 * article, rows)
    taken = fates.taken(array("i", [5, 4]), [3, 2, 1, 0], lambda _, fate: fate != "signed")
    fates.close()
    assert list(taken) == [
        StatusRow(5, "killed", late, 2, 40),
        StatusRow(4, "captured", None, -1, 9),
        StatusRow(5, "captured", early, 1, 7),
    ]
    assert [(taken.article(at), taken[at].entity) for at in taken.by_entity()] == [(0, 4), (1, 5), (0, 5)]
