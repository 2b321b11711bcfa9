"""What became of whom is read from a row."""

import pytest
from event_texts import marked

from tui.events.status import find_statuses
from tui.model import PartKind


def said(source: str, published: str = "") -> list[tuple[str, str, str]]:
    text = marked(source)
    rows = text.rows(published=published)
    return [
        (text.names[status.entity], status.fate, status.when.edtf if status.when else "")
        for status in find_statuses(text.text, rows, text.mentions)
    ]


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("Forces captured {Qais} in [[2007|2007]].", [("Qais", "captured")]),
        (
            "Forces captured {Qais}, his brother {Laith}, and others in [[2007|2007]].",
            [("Qais", "captured"), ("Laith", "captured")],
        ),
        ("{Azhar}, one of the aides of {Qais}, was killed in [[2007|2007]].", [("Azhar", "killed")]),
        ("{Azhar} was later released in [[2007|2007]].", [("Azhar", "released")]),
        ("{Azhar} died on [[3 May 2007|2007-05-03]].", [("Azhar", "killed")]),
        ("The capture of {Qais} in [[2007|2007]] changed that.", [("Qais", "captured")]),
        ("{Qais}’s release in [[2007|2007]] changed that.", [("Qais", "released")]),
        ("{Qais} was their commander until his capture in [[2007|2007]].", [("Qais", "captured")]),
        ("{Ann Berg} was elected in [[2007|2007]] and resigned in [[2009|2009]].", [("Ann Berg", "appointed")]),
        ("The {League} was founded in [[1990|1990]].", [("League", "founded")]),
    ],
)
def test_a_plain_statement_is_read(source: str, wanted: list[tuple[str, str]]) -> None:
    assert [(who, fate) for who, fate, _ in said(source)] == wanted


@pytest.mark.parametrize(
    "source",
    [
        "{Qais} was not captured in [[2007|2007]].",
        "Forces tried to capture {Qais} in [[2007|2007]].",
        "{Qais} would be released in [[2007|2007]].",
        "Forces captured {Qods} agents in [[2007|2007]].",
        "Twenty {Qods} fighters were killed in [[2007|2007]].",
        "Ten members of the {League} were killed in [[2007|2007]].",
        "After the death of {Stalin}, the army withdrew in [[April 1953|1953-04]].",
        "Forces near {Irbil} captured nobody in [[2007|2007]].",
        "Forces captured weapons of {Qais} in [[2007|2007]].",
        "The house where {Qais} lived was released for sale in [[2007|2007]].",
    ],
)
def test_what_is_undone_possible_or_said_of_others_is_not(source: str) -> None:
    assert said(source) == []


def test_a_row_dated_by_publication_says_nothing_of_when() -> None:
    assert marked("{Qais} was captured.").rows(published="2007") != []
    assert said("{Qais} was captured.", published="2007") == []


def test_a_date_in_a_relative_clause_does_not_date_the_main_one() -> None:
    text = marked("The army released {Qais}, and men who were detained in [[late 2006|2006]] went home.")
    assert [row.headline for row in text.rows(PartKind.BODY)] == ["Men who were detained in late 2006 went home"]
    text = marked("The army released five agents who were detained in [[late 2006|2006]].")
    assert [row.headline for row in text.rows(PartKind.BODY)] == ["Five agents who were detained in late 2006"]
