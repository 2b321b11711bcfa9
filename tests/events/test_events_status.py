"""What became of whom is read from a row."""

import pytest
from event_texts import marked

from tui.events.status import find_statuses
from tui.model import Part, PartKind


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
        ("{Azhar} died on [[3 May 2007|2007-05-03]].", [("Azhar", "died")]),
        ("The capture of {Qais} in [[2007|2007]] changed that.", [("Qais", "captured")]),
        ("{Qais}’s release in [[2007|2007]] changed that.", [("Qais", "released")]),
        ("{Qais} was their commander until his capture in [[2007|2007]].", [("Qais", "captured")]),
        (
            "{Ann Berg} was elected in [[2007|2007]] and resigned in [[2009|2009]].",
            [("Ann Berg", "appointed"), ("Ann Berg", "left office")],
        ),
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


def undated(source: str) -> list[tuple[str, str, str]]:
    text = marked(source)
    part = Part(PartKind.BODY, 0, len(text.text))
    found = find_statuses(text.text, text.rows(), text.mentions, [part])
    return [(text.names[one.entity], one.fate, one.when.edtf if one.when else "") for one in found]


@pytest.mark.parametrize(
    ("source", "who"),
    [
        ("Among those captured are {Ali}, aide of {Omar}; {Qais}, head of {the League}; and {Hani}.", "Ali Qais Hani"),
        ("Those captured include {Ali}, {Qais} and {Hani}.", "Ali Qais Hani"),
        ("The captured were {Ali} and his brother {Hani}.", "Ali Hani"),
        ("Among the men captured that night was the commander {Ali}.", "Ali"),
        ("Among those captured are {Ali}; {Qais} was killed; and {Hani}.", "Ali Hani"),
    ],
)  # fmt: skip
def test_a_list_says_of_each_what_became_of_them(source: str, who: str) -> None:
    assert [(name, fate) for name, fate, _ in undated(source) if fate == "captured"] == [
        (name, "captured") for name in who.split()
    ]


@pytest.mark.parametrize(
    "source",
    [
        "Those captured were members of {the League}.",
        "Among those captured with {Ali} are two men nobody knows.",
        "The captured weapons are from {Ali}.",
        "Among those who mourned are {Ali} and {Qais}.",
        "Those captured by {Ali} were freed.",
    ],
)
def test_a_sentence_that_lists_nobody_says_nothing(source: str) -> None:
    assert [found for found in undated(source) if found[1] == "captured"] == []


def test_a_list_in_a_dated_sentence_is_dated_where_its_clause_is() -> None:
    found = undated("Among those captured in [[May 2007|2007-05]] are {Ali} and {Qais}.")
    assert found == [("Ali", "captured", "2007-05"), ("Qais", "captured", "2007-05")]


def test_a_sentence_without_a_date_says_what_became_of_whom_but_not_when() -> None:
    assert undated("{Laith} was later released. The war went on after the death of {Omar}.") == [
        ("Laith", "released", ""),
        ("Omar", "died", ""),
    ]
    assert undated("They demanded the release of {Laith}. The capture of {Omar} would end it.") == []


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("{Ann}, who was slain in [[1978|1978]], wrote much.", [("Ann", "killed", "1978")]),
        ("A brother of {Omar}, who was released in [[1978|1978]], wrote much.", []),
        ("Five agents of {the Guard} who were detained in [[1978|1978]] wrote much.", []),
        ("{Ann} was born in Rome, a daughter of people who left in [[1978|1978]].", [("Ann", "born", "")]),
        ("They formed {the Guard} and sent {Ann} to Rome in [[1978|1978]].", [("the Guard", "founded", "1978")]),
        ("Papers wrongly reported that {Ann} had been killed in [[1978|1978]].", []),
        ("The release of {Ann}’s book in [[1978|1978]] was a success.", []),
        ("In [[1961|1961]] his brother {Ali} was killed.", [("Ali", "killed", "1961")]),
        (
            "After {Omar} fled, {Ann} resigned in [[1978|1978]].",
            [("Omar", "escaped", ""), ("Ann", "left office", "1978")],
        ),
        (
            "{Ann} was arrested and ultimately killed in [[1978|1978]].",
            [("Ann", "captured", "1978"), ("Ann", "killed", "1978")],
        ),
        (
            "{Ali} and {Omar} were released in [[1978|1978]].",
            [("Ali", "released", "1978"), ("Omar", "released", "1978")],
        ),
        ("Two friends of {Ali} and {Omar} were released in [[1978|1978]].", []),
        ("The resignation of Prime Minister {Ann} in [[1978|1978]] came late.", [("Ann", "left office", "1978")]),
        ("The [[1932|1932]] election of {Ann} came late.", [("Ann", "appointed", "1932")]),
        ("After the [[1932|1932]] election of {Ann} the army withdrew.", [("Ann", "appointed", "1932")]),
        ("The press release of {the Guard} in [[1978|1978]] said so.", []),
        ("{Ann} was shot in [[1978|1978]].", []),
        ("{Ann} was shot dead in [[1978|1978]].", [("Ann", "killed", "1978")]),
    ],
)
def test_whom_and_when_are_read_with_care(source: str, wanted: list[tuple[str, str, str]]) -> None:
    assert undated(source) == wanted


def told_of(source: str, people: str) -> list[tuple[str, str, str]]:
    text = marked(source)
    part = Part(PartKind.BODY, 0, len(text.text))
    known = {number for number, name in text.names.items() if name in people.split()}
    found = find_statuses(text.text, text.rows(), text.mentions, [part], known)
    return [(text.names[one.entity], one.fate, one.when.edtf if one.when else "") for one in found]


def test_he_and_she_are_whom_the_sentence_before_names_alone() -> None:
    assert told_of("{Ann} wrote for {the Times}. She died in Rome on [[3 May 1978|1978-05-03]].", "Ann") == [
        ("Ann", "died", "1978-05-03")
    ]
    assert told_of("{Ann} wrote much. He liked it. In [[1978|1978]] he was arrested.", "Ann") == [
        ("Ann", "captured", "1978")
    ]


@pytest.mark.parametrize(
    "source",
    [
        "{Ann} wrote to {Omar}. He died in [[1978|1978]].",
        "{Ann} wrote much. He met {Omar} often. He died in [[1978|1978]].",
        "{Ann} wrote much.\n\nHe died in [[1978|1978]].",
        "The paper that was read by so many people in those days was owned by {Ann}. He died in [[1978|1978]].",
        "{Ann} wrote much. Her brother died in [[1978|1978]].",
    ],
)
def test_a_pronoun_that_may_be_somebody_else_is_nobody(source: str) -> None:
    assert told_of(source, "Ann Omar") == []


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("{Ann} was set free in [[1978|1978]].", [("Ann", "released", "1978")]),
        ("{Ann} was taken prisoner in [[1978|1978]].", [("Ann", "captured", "1978")]),
        ("{Ann} stepped down in [[1978|1978]].", [("Ann", "left office", "1978")]),
        ("{Ann} became prime minister in [[1978|1978]].", [("Ann", "appointed", "1978")]),
        ("{Ann} became famous in [[1978|1978]].", []),
        ("{Ann} was named chief of staff in [[1978|1978]].", [("Ann", "appointed", "1978")]),
        ("{Ann} was named after her aunt in [[1978|1978]].", []),
        (
            "{Ann} was named as the leader of the ring in [[1978|1978]].",
            [("Ann", "named as the leader of the ring", "1978")],
        ),
        ("{Ann} was flown to {Rome} in [[1978|1978]].", [("Ann", "moved to Rome", "1978")]),
        ("{Ann} left for {Rome} in [[1978|1978]].", [("Ann", "moved to Rome", "1978")]),
        ("{Ann}, better known as the Red Fox, sang.", [("Ann", "known as Red Fox", "")]),
        ("{Ann} came to be known as the Red Fox.", [("Ann", "known as Red Fox", "")]),
        ("{Ann} signed a law, commonly known as the Red Act, in [[1978|1978]].", []),
        ("{Ann}, held in Rome and captured in [[1978|1978]], sang.", []),
        ("{Ann}, captured in [[1978|1978]], sang.", [("Ann", "captured", "1978")]),
        ("{Ann} was held for years and in [[May 1978|1978-05]] was released.", [("Ann", "released", "1978-05")]),
        ("{Ann}, a clerk until [[1978|1978]], was promoted to captain.", [("Ann", "appointed", "")]),
        ("{Ann} is believed to have died in [[1978|1978]].", [("Ann", "died", "1978")]),
        ("It was rumoured in [[1978|1978]] that {Ann} had been killed.", []),
        ("{Ann} of the {League} was seized in [[1978|1978]].", [("Ann", "captured", "1978")]),
        ("{Ann}, the head of the {League}, who was seized in [[1978|1978]], sang.", [("Ann", "captured", "1978")]),
        (
            "Also captured in [[1978|1978]] were {Ann} and {Omar}.",
            [("Ann", "captured", "1978"), ("Omar", "captured", "1978")],
        ),
        (
            "{Ann} was freed on [[May 3|1978-05-03]], and {Omar} on [[May 9|1978-05-09]].",
            [("Ann", "released", "1978-05-03"), ("Omar", "released", "1978-05-09")],
        ),
        ("{Ann} sang. {Omar} freed him in [[1978|1978]].", [("Ann", "released", "1978")]),
    ],
)
def test_many_ways_to_say_what_became_of_somebody(source: str, wanted: list[tuple[str, str, str]]) -> None:
    assert told_of(source, "Ann Omar") == wanted
