"""Rows that tell the same event fall into one cluster."""

import datetime
from dataclasses import replace
from typing import Any

import pytest
from event_texts import when
from hypothesis import given
from hypothesis import strategies as st

from tui.events.marks import Marks
from tui.events.merge import cluster as cluster_columns
from tui.events.row import EventRow
from tui.events.stretches import cut, sweep, together
from tui.events.sweep import Known
from tui.model import Precision, When


def row(edtf: str, headline: str, *entities: int, start: int = 0, about: bool = False) -> EventRow:
    return EventRow(replace(when(edtf), approximate=about), start, start + 1, start, headline, entities, "own")


def cluster(*given: Any, **more: Any) -> list[int]:
    return list(cluster_columns(*given, **more))


OTHERS = [row(f"{1900 + n}", f"Something {n} was destroyed", 100 + n) for n in range(30)]


def test_the_same_act_on_the_same_rare_person_in_the_same_month_is_one_event() -> None:
    rows = [row("2007-03", "Forces captured Qais", 1), row("2007-03-20", "The capture of Qais by troops", 1), *OTHERS]
    assert cluster(rows)[:2] == [0, 0]


def test_another_act_another_month_or_another_person_is_another_event() -> None:
    rows = [
        row("2007-03", "Forces captured Qais", 1),
        row("2007-03", "Forces praised Qais", 1),
        row("2007-09", "Forces captured Qais again", 1),
        row("2007-03", "Forces captured Laith", 2),
        *OTHERS,
    ]
    assert cluster(rows)[:4] == [0, 1, 2, 3]


def test_a_common_name_alone_does_not_make_one_event() -> None:
    rows = [row("2007-03", f"Police arrested man {n}", 1, 50 + n) for n in range(40)]
    assert cluster(rows) == list(range(40))


def test_a_year_does_not_swallow_the_events_within_it() -> None:
    rows = [row("2007", "Qais was captured", 1), row("2007-03", "Qais was captured", 1), *OTHERS]
    assert cluster(rows)[:2] == [0, 1]


def test_so_many_of_the_same_are_as_good_as_a_name() -> None:
    rows = [
        row("2006-12", "Five agents were detained in the north"),
        row("2006-12", "They captured the five agents"),
        *OTHERS,
    ]
    assert cluster(rows)[:2] == [0, 0]


def test_rows_that_count_the_same_differently_are_two_events() -> None:
    rows = [row("2006-12", "Five agents were detained", 1), row("2006-12", "Two agents were detained", 1), *OTHERS]
    assert cluster(rows)[:2] == [0, 1]


def test_neighbouring_months_are_one_event_only_with_more_in_common() -> None:
    rows = [
        row("2006-12", "Qais was accused of theft", 1, 2),
        row("2007-01", "Ann accused Qais of theft", 2, 1),
        *OTHERS,
    ]
    assert cluster(rows)[:2] == [0, 0]
    assert cluster([row("2006-12", "Qais was arrested", 1), row("2007-01", "Police arrested Qais", 1), *OTHERS])[
        :2
    ] == [0, 1]


def test_a_place_says_less_than_a_person() -> None:
    rows = [row("2007-03", "A bomb exploded in Rome", 1), row("2007-03", "Rome was bombed", 1), *OTHERS[:12]]
    assert cluster(rows)[:2] == [0, 0]
    assert cluster(rows, places={1})[:2] == [0, 1]


def test_the_same_actor_alone_does_not_make_one_event() -> None:
    rows = [row("2007-03", "Ann arrested Bea", 1, 2), row("2007-03", "Ann arrested Cora", 1, 3), *OTHERS]
    assert cluster(rows)[:2] == [0, 1]


def test_one_article_with_two_dates_tells_of_two_things_unless_one_is_vague_and_told_elsewhere() -> None:
    early = row("2006-12", "Five agents of Qais were detained", 1)
    again = row("2007-01", "The five agents of Qais were detained", 1, start=900)
    assert cluster([early, again, *OTHERS], articles=[0, 1, *range(2, 32)])[:2] == [0, 0]
    assert cluster([early, again, *OTHERS], articles=[0, 0, *range(2, 32)])[:2] == [0, 1]
    vague = row("2006-12", "Five agents of Qais were detained", 1, about=True)
    assert cluster([vague, again, *OTHERS], articles=[0, 0, *range(2, 32)])[:2] == [0, 0]


def test_the_words_of_the_clause_say_more_than_the_headline() -> None:
    rows = [row("2007-03", "A long tale of Qais…", 1), row("2007-03", "Forces captured Qais", 1), *OTHERS]
    clauses = ["A long tale of Qais who was captured", *(other.headline for other in rows[1:])]
    assert cluster(rows)[:2] == [0, 1]
    assert cluster(rows, clauses)[:2] == [0, 0]


days = st.integers(730_000, 730_400).map(
    lambda day: When(day, day, Precision.DAY, False, datetime.date.fromordinal(day).isoformat())
)
rows_of = st.builds(
    lambda day, verb, who: EventRow(day, 0, 1, 0, f"They {verb} him", tuple(who), "own"),
    days,
    st.sampled_from(["killed", "captured", "saw"]),
    st.lists(st.integers(0, 5), max_size=3, unique=True),
)


@given(st.lists(rows_of, max_size=30))
def test_a_cluster_is_named_by_its_first_row(rows: list[EventRow]) -> None:
    clusters = cluster(rows)
    assert all(clusters[name] == name and name <= index for index, name in enumerate(clusters))


def test_one_fate_of_one_person_is_one_event_and_the_surest_pairs_go_first() -> None:
    told = [
        row("2007", "Qais was captured", 1),
        row("2007-03", "They took Qais", 1),
        row("2007-09", "Qais was held", 1),
    ]
    captured = frozenset({(1, "captured")})
    assert cluster(told[:2], fates={0: captured, 1: captured}) == [0, 0]
    assert cluster(told, articles=[0, 1, 2], fates=dict.fromkeys(range(3), captured))[1:] != [0, 0]


def test_two_articles_that_tell_of_one_day_mean_the_same_where_little_is_told_of_it() -> None:
    told = [row("1982-06-14", "The garrison surrendered"), row("1982-06-14", "Menendez surrendered to Moore", 1, 2)]
    told += [row("1990", f"Number {number} met", number) for number in range(3, 9)]
    assert cluster(told, articles=[0, 1, *range(2, 8)])[:2] == [0, 0]
    assert cluster(told, articles=[0, 0, *range(2, 8)])[:2] == [0, 1]


def test_rows_that_count_differently_are_not_brought_together_by_a_third() -> None:
    told = [
        row("2006-12", "US forces captured two agents in Rome", 1),
        row("2006-12", "The capture of the agents in Rome", 1),
        row("2006-12", "Five agents were captured in Rome", 1),
        *(row("1990", f"Number {number} met", number) for number in range(3, 9)),
    ]
    groups = cluster(told, articles=range(9))
    assert groups[0] != groups[2]


DEEDS = ("Forces captured {} men", "Police killed {} people", "The army attacked {} camps", "{} agents were released")


@st.composite
def calendars(draw: st.DrawFn) -> list[EventRow]:
    """Rows of a few years in calendar order, many of them of the same few entities."""
    days = draw(st.lists(st.integers(0, 1500), min_size=2, max_size=60))
    rows = []
    for day in sorted(days):
        date = datetime.date(2005, 1, 1) + datetime.timedelta(day)
        edtf = date.isoformat() if draw(st.booleans()) else f"{date:%Y-%m}"
        said = draw(st.sampled_from(DEEDS)).format(draw(st.sampled_from(("two", "five", "many"))))
        entities = draw(st.lists(st.integers(0, 12), max_size=3, unique=True))
        rows.append(row(edtf, said, *entities, start=day, about=draw(st.booleans())))
    return sorted(rows, key=lambda one: one.when.key)


@given(calendars(), st.integers(1, 9))
def test_what_the_calendar_has_left_behind_is_settled_as_if_all_were_held(rows: list[EventRow], lots: int) -> None:
    articles = [n // 2 for n in range(len(rows))]
    fates = {n: frozenset({(one.entities[0], "captured")}) for n, one in enumerate(rows) if one.entities}
    retold = [(0, len(rows) - 1)]
    whole = cluster(rows, None, articles, (), fates, retold)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("tui.events.stretches._LOTS", lots)
        assert cluster(rows, None, articles, (), fates, retold) == whole


@given(calendars(), st.integers(1, 7), st.integers(1, 9))
def test_stretches_swept_one_beside_the_other_give_what_the_whole_calendar_gives(
    rows: list[EventRow], parts: int, lots: int
) -> None:
    articles = [n // 2 for n in range(len(rows))]
    fates = {n: frozenset({(one.entities[0], "captured")}) for n, one in enumerate(rows) if one.entities}
    retold = [(0, len(rows) - 1)]
    whole = cluster(rows, None, articles, (), fates, retold)
    marks, known = Marks(rows, None, articles), Known((), fates, retold)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("tui.events.stretches._LOTS", lots)
        swept = [sweep(marks, stretch, known) for stretch in cut(marks.first, parts)]
    assert list(together(marks, swept)) == whole
