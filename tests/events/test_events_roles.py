"""Kin told differently, and offices two people hold at once, are conflicts; what may both be is soft or none."""

import pytest
from event_texts import marked, when

from tui.events.roles import Role, role_conflicts, roles_in
from tui.events.row import EventRow
from tui.model import Conflict

_PEOPLE = ("Ann", "Omar", "Ed")


def conflicts(*told: tuple[str, str]) -> list[Conflict]:
    """The conflicts of sentences about Ann, Omar, Ed and the League, each with the date of its row."""
    names = [*_PEOPLE, "League"]
    roles: list[Role] = []
    for row, (source, _) in enumerate(told):
        text = marked(source)
        mentions = [(start, end, names.index(text.names[number])) for start, end, number in text.mentions]
        roles += roles_in(text.text, 0, len(text.text), row, mentions, range(len(_PEOPLE)))
    rows = [EventRow(when(edtf), 0, 9, 0, "", (), "own") for _, edtf in told]
    return list(role_conflicts(roles, rows, names))


@pytest.mark.parametrize(
    ("one", "two", "hard"),
    [
        ("{Ann}, the sister of {Omar}, left.", "{Ann}, a cousin of {Omar}, left.", True),
        ("{Ann}, the daughter of {Omar}, left.", "{Omar}’s sister {Ann} left.", True),
        ("{Ann}, the sister-in-law of {Omar}, left.", "{Ann}, the cousin of {Omar}, left.", False),
        ("{Ann} is the wife of {Omar}.", "{Omar}'s younger sister, {Ann} left.", False),
    ],
)
def test_kin_told_differently_conflicts(one: str, two: str, hard: bool) -> None:
    (conflict,) = conflicts((one, "1990"), (two, "2001"))
    assert (conflict.fact, conflict.hard, conflict.events) == ("role", hard, (0, 1))


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("{Ann}, the sister of {Omar}, left.", "{Omar}, the brother of {Ann}, left."),
        ("{Ann}, the daughter of {Omar}, left.", "{Omar} was the father of {Ann}."),
        ("{Ann}, the sister of {Omar}, left.", "{Ann}, a cousin of {Ed}, left."),
        ("{Ann}, an aide of {Omar}, left.", "{Ann}, a cousin of {Omar}, left."),
    ],
)
def test_kin_told_from_both_sides_or_of_others_is_no_conflict(one: str, two: str) -> None:
    assert conflicts((one, "1990"), (two, "2001")) == []


def test_an_office_two_people_hold_at_one_time_is_a_soft_conflict() -> None:
    ann, omar = "{Ann}, the commander of the {League}, left.", "{Omar} was the commander of the {League}."
    (conflict,) = conflicts((ann, "2007-03"), (omar, "2007-03-09"))
    assert (conflict.fact, conflict.hard) == ("role", False)
    assert conflicts((ann, "2007-03"), (omar, "2009-03")) == []
    assert conflicts((ann, "2007"), (omar, "2007-03-09")) == []
    assert conflicts((ann, "2007-03"), ("{Omar}, a commander of the {League}, left.", "2007-03")) == []
