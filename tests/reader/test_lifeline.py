"""Promises of the life line: dates in order, silences said, every row a place in the text."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.corpus.build import build, scan
from tui.corpus.tables import Corpus
from tui.model import OPEN_FUTURE, OPEN_PAST, Precision, When
from tui.reader.lifeline import LifeRow, life_line, track


@pytest.fixture(scope="module")
def life(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    folder = tmp_path_factory.mktemp("life")
    (folder / "one.md").write_text(
        "---\ntitle: A general\ndate: 1950-01-01\n---\n"
        "Johann Keller was captured on 3 May 1943. Keller was released in August 1946. "
        "On 5 June 1944 Keller met Otto Brandt in Geneva. In 1949 Keller died in Bern.\n"
    )
    (folder / "two.md").write_text(
        "---\ntitle: The same\ndate: 1951-01-01\n---\nJohann Keller was captured on 3 May 1943 near Tunis.\n"
    )
    return build(scan([folder]))


def rows_of(corpus: Corpus) -> tuple[LifeRow, ...]:
    entity = corpus.entity_named("Johann Keller")
    assert entity is not None
    return life_line(corpus, entity).rows


def test_what_became_of_somebody_stands_in_order_of_its_dates(life: Corpus) -> None:
    states = [(row.words, row.date) for row in rows_of(life) if row.sort == "state"]
    assert states[:2] == [("captured", "3 May 1943"), ("released", "Aug 1946")]


def test_what_two_articles_tell_is_one_row(life: Corpus) -> None:
    captured = [row for row in rows_of(life) if row.words == "captured"]
    assert [row.articles for row in captured] == [2]


def test_years_head_their_rows_and_silences_are_said(life: Corpus) -> None:
    rows = rows_of(life)
    years = [row.words for row in rows if row.sort == "year"]
    assert years == sorted(set(years))
    assert years[0] == "1943"
    gaps = [row.words for row in rows if row.sort == "gap"]
    assert gaps
    assert gaps[0].startswith("nothing is told for 1 year") or gaps[0].startswith("nothing is told for 2 years")


def test_every_row_that_says_something_leads_to_the_text(life: Corpus) -> None:
    for row in rows_of(life):
        assert (row.goto is None) == (row.sort in ("year", "gap", "undated"))


def when(first: int, last: int) -> When:
    return When(first, last, Precision.DAY, False, "")


@given(st.integers(1, 900), st.integers(0, 400), st.integers(1, 60))
def test_where_a_date_lies_is_drawn_in_the_cells_given(first: int, length: int, cells: int) -> None:
    drawn = track(when(first, min(1000, first + length)), 1, 1000, cells)
    assert len(drawn) == cells
    assert drawn.strip("·") != ""


def test_vague_dates_are_long_and_open_ends_are_arrows() -> None:
    assert track(when(1, 1), 1, 100, 10) == "●·········"
    assert track(when(100, 100), 1, 100, 10) == "·········●"
    assert track(when(31, 60), 1, 100, 10) == "···━━━····"
    assert track(when(51, OPEN_FUTURE), 1, 100, 10) == "·····━━━━▸"
    assert track(when(OPEN_PAST, 50), 1, 100, 10) == "◂━━━━·····"


def test_roles_are_dated_by_who_says_them_first_and_years_before_the_common_era_are_named(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(
        "---\ntitle: Late\ndate: 1951-01-01\n---\nOmar Farouq, a brother of Karl Weber, was killed in 44 BC.\n"
    )
    (tmp_path / "b.md").write_text(
        "---\ntitle: Early\ndate: 1950-02\n---\nOmar Farouq, a brother of Karl Weber, was seen in Bern.\n"
    )
    corpus = build(scan([tmp_path]))
    entity = corpus.entity_named("Omar Farouq")
    assert entity is not None
    rows = life_line(corpus, entity).rows
    (role,) = [row for row in rows if row.sort == "role"]
    assert (role.words, role.date, role.articles) == ("brother of Karl Weber", "said Feb 1950", 2)
    assert "44 BCE" in [row.words for row in rows if row.sort == "year"]


def test_a_line_that_has_no_room_or_no_length_is_not_drawn() -> None:
    assert track(when(5, 5), 1, 100, 0) == track(when(5, 5), 7, 7, 10) == ""


def test_what_has_no_date_stands_last_and_only_where_no_source_dates_it(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Otto Brandt was killed. Otto Brandt was captured.\n")
    (tmp_path / "b.txt").write_text("Otto Brandt was captured on 3 May 1943. Otto Brandt met Ada Lorenz before 1940.\n")
    corpus = build(scan([tmp_path]))
    entity = corpus.entity_named("Otto Brandt")
    assert entity is not None
    rows = life_line(corpus, entity).rows
    states = [(row.words, row.date) for row in rows if row.sort == "state"]
    assert ("captured", "") not in states
    assert states[-1] == ("killed", "")
    assert [row.sort for row in rows].index("undated") > [row.words for row in rows].index("captured")
