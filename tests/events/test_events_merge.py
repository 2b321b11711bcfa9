"""Rows that tell the same event fall into one cluster."""

import datetime

from event_texts import when
from hypothesis import given
from hypothesis import strategies as st

from tui.events import EventRow, cluster
from tui.model import Precision, When


def row(edtf: str, headline: str, *entities: int) -> EventRow:
    return EventRow(when(edtf), 0, 1, 0, headline, entities, "own")


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
