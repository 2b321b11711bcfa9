"""Statements that cannot both hold are shown; what only looks like it is not."""

from dataclasses import replace

import pytest
from event_texts import when

from tui.events.conflicts import fates_apart, find_conflicts
from tui.events.row import EventRow
from tui.events.status import StatusRow
from tui.model import Conflict


def fates(*said: str) -> list[Conflict]:
    """Conflicts among statements about one man, each "fate date", "~" after a date that is about."""
    statuses = []
    for row, statement in enumerate(said):
        fate, _, edtf = statement.rpartition(" ")
        value = replace(when(edtf.rstrip("~")), approximate=edtf.endswith("~"))
        statuses.append(StatusRow(1, fate, value, row, 0))
    return find_conflicts(fates_apart(statuses))


@pytest.mark.parametrize(
    ("said", "hard", "fact"),
    [
        (("killed 2007-05", "captured 2007-07"), True, "fate"),
        (("captured 2007-07", "killed 2007-05-03"), True, "fate"),
        (("killed 2006", "released 2009"), True, "fate"),
        (("killed 2007-05", "killed 2007-07"), True, "date"),
        (("killed 2007-05", "died 2007-07"), True, "date"),
        (("killed 2007-05", "captured 2007-07", "captured 2007-07"), True, "fate"),
        (("killed 2007-01/2007-04~", "killed 2007-05"), False, "date"),
        (("born 1960", "born 1962"), False, "date"),
        (("captured 2007-01", "captured 2007-03"), True, "date"),
        (("killed 2007-05", "appointed 2008~"), False, "fate"),
    ],
)
def test_a_contradiction_is_found(said: tuple[str, ...], hard: bool, fact: str) -> None:
    (conflict,) = fates(*said)
    assert (conflict.hard, conflict.fact) == (hard, fact)


@pytest.mark.parametrize(
    "said",
    [
        ("captured 2007", "captured 2007-03"),
        ("captured 2007-03", "released 2009-06"),
        ("captured 2007-03", "killed 2007-03"),
        ("released 2007-03", "captured 2007-05"),
        ("captured 2005-01", "captured 2007-03"),
        ("captured 2007-01", "escaped 2007-02", "captured 2007-03"),
        ("wounded 2007-01", "wounded 2007-03"),
        ("appointed 2001", "appointed 2005"),
        ("killed 2007", "killed 2007-05-03"),
    ],
)
def test_a_later_state_or_a_wider_date_is_no_contradiction(said: tuple[str, ...]) -> None:
    assert fates(*said) == []


def test_what_is_said_of_two_men_does_not_conflict() -> None:
    statuses = [StatusRow(1, "killed", when("2005"), 0, 0), StatusRow(2, "captured", when("2007"), 1, 0)]
    assert find_conflicts(fates_apart(statuses)) == []


def rows(*told: tuple[str, str]) -> list[EventRow]:
    return [EventRow(when(edtf), 0, 9, 0, headline, (1,), "own") for edtf, headline in told]


def test_dates_of_one_event_that_do_not_meet_conflict_once() -> None:
    told = rows(("2006-12", "Qais was accused"), ("2007-01", "Qais was accused"), ("2007-01", "They accused Qais"))
    (conflict,) = find_conflicts([], told, [0, 0, 0], articles=[0, 1, 2])
    assert (conflict.hard, conflict.fact, conflict.events) == (True, "date", (0, 1))
    assert find_conflicts([], told, [0, 1, 1], articles=[0, 1, 2]) == []


def test_numbers_of_one_event_that_differ_conflict() -> None:
    told = rows(("2007-01", "Five soldiers were killed"), ("2007-01", "The attack killed six soldiers"))
    (conflict,) = find_conflicts([], told, [0, 0], articles=[0, 1])
    assert (conflict.hard, conflict.fact, conflict.reason) == (True, "number", "5 soldiers, but 6 soldiers killed")
    assert find_conflicts([], rows(("2007", "Five men were killed"), ("2007", "Six men were wounded")), [0, 0]) == []


def test_a_year_the_text_leaves_out_accuses_nobody() -> None:
    told = [replace(when("2004-07-20"), said="July 20"), replace(when("2005-07-20"), said="20 July 2005")]
    statuses = [StatusRow(1, "captured", one, row, 0) for row, one in enumerate(told)]
    assert find_conflicts(fates_apart(statuses)) == []
    far = replace(when("2005-07-10"), said="10 July 2005")
    assert len(find_conflicts(fates_apart([statuses[0], StatusRow(1, "captured", far, 1, 0)]))) == 1
