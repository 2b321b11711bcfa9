"""Classes of names that are easily taken for something else: each has its sentence."""

import pytest

from tui.model import Kind, Part, PartKind
from tui.names.find import find_candidates
from tui.names.table import NameTable, build_table


def table_of(text: str) -> NameTable:
    return build_table([find_candidates(text, [Part(PartKind.BODY, 0, len(text))])])


def kinds(text: str) -> dict[str, Kind]:
    return {entity.name: entity.kind for entity in table_of(text).names}


def spellings(text: str, name: str) -> set[str]:
    (entity,) = [entity for entity in table_of(text).names if entity.name == name]
    return {alias.name for alias in entity.aliases}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("It was read by the Mouth of the Potomac and others.", "Mouth of the Potomac", Kind.PERSON),
        ("He wrote to the Ford Motor Company in New Orleans.", "Ford Motor Company", Kind.PLACE),
        ("They fear the South Carolina Legislature.", "South Carolina Legislature", Kind.PLACE),
        ("They feared the Lebanese Hezbollah men.", "Lebanese Hezbollah", Kind.PERSON),
    ],
)
def test_what_something_is_not(text: str, name: str, kind: Kind) -> None:
    assert kinds(text).get(name, Kind.OTHER) is not kind


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("There was heavy fighting in Baghdad and Majjar al-Kabir.", "Majjar al-Kabir", Kind.PLACE),
        ("He was caught in Asia, and Abd al-Hadi al-Iraqi was caught too.", "Abd al-Hadi al-Iraqi", Kind.PERSON),
        ("Several have shown it (Vertessen 2013).", "Vertessen", Kind.PERSON),
        ("This was shown by Vertessen et al. in the laboratory.", "Vertessen", Kind.PERSON),
        ("Mr. Qarandil came. They saw him.", "Qarandil", Kind.PERSON),
    ],
)
def test_what_surroundings_tell(text: str, name: str, kind: Kind) -> None:
    assert kinds(text)[name] is kind


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("We used compact fluorescent lights (CFL). A CFL is small.", set()),
        ("NOW, THEREFORE, they left it. They said NOW, THEREFORE again.", set()),
        ("It was sold.[22] Most of it was gone.", set()),
        ("The King spoke to the Pope.", set()),
        ("As others hold (Baron & Beresford 2014), it is so.", {"Baron", "Beresford"}),
        ("They met the Chinese Bernhard Karlgren there.", {"Bernhard Karlgren"}),
        ("She led the Society for General Systems Research.", {"Society for General Systems Research"}),
    ],
)
def test_what_is_a_name_and_what_is_not(text: str, names: set[str]) -> None:
    assert set(kinds(text)) == names


def test_a_surname_that_is_a_title_is_the_person() -> None:
    text = "Martin Luther King spoke. Then King left. Dr. King slept."
    assert spellings(text, "Martin Luther King") == {"King"}


@pytest.mark.parametrize(
    ("text", "name", "other"),
    [
        ("The new Airbus A380 came. The A380 left.", "Airbus A380", "A380"),
        ("They know Siemens AG and Siemens Limited. They know Siemens.", "Siemens", "Siemens AG"),
        ("Men of the Badr Corps came. The Badr Brigade left.", "Badr Corps", "Badr Brigade"),
        (
            "Fighters of the group Asaib al Haq came, and Asaib al Haq members. The so-called Asaib fights.",
            "Asaib al Haq",
            "Asaib",
        ),
        (
            "Jared Tristan Padalecki (born 1982) acts. We met Jared Padalecki.",
            "Jared Tristan Padalecki",
            "Jared Padalecki",
        ),
        ("They asked the U.S. Congress. The United States Congress sat.", "U.S. Congress", "United States Congress"),
    ],
)
def test_what_is_one_in_one_article(text: str, name: str, other: str) -> None:
    rows = {spelling: row for row, entity in enumerate(table_of(text).names)
            for spelling in (entity.name, *(alias.name for alias in entity.aliases))}  # fmt: skip
    assert rows[name] == rows[other]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ali Badr Corps", "Omar Badr Brigade"),
        ("First Corps", "First Brigade"),
        ("John Adams", "John Quincy Adams"),
        ("Apple Records", "Apple Computer"),
    ],
)
def test_what_stays_apart(one: str, other: str) -> None:
    text = f"They knew of {one} there. They knew of {other} too."
    assert len(table_of(text).names) == 2
