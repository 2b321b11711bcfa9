"""What stands around an unknown name says what it is: lists, ways and verbs before it, labels, numbers, clubs."""

import pytest

from tui.model import Kind, Part, PartKind
from tui.names.clubs import is_club
from tui.names.cyrillic import chinese, koreans
from tui.names.endings import ends_as_families, ends_as_towns
from tui.names.find import find_candidates
from tui.names.fold import tokens
from tui.names.table import build_table


def kinds(text: str) -> dict[str, Kind]:
    table = build_table([find_candidates(text, [Part(PartKind.BODY, 0, len(text))])])
    return {entity.name: entity.kind for entity in table.names}


def cues_of(text: str, name: str) -> set[str]:
    found = find_candidates(text, [Part(PartKind.BODY, 0, len(text))])
    return set(next(one.cues for one in found if one.name == name))


def test_a_list_lends_what_is_sure_of_one_to_the_others() -> None:
    assert "&place" in cues_of("They lost Munich, Graz and Qevra to them.", "Qevra")
    assert "&person" in cues_of("There stood Peter Keller and Qevra in the rain.", "Qevra")
    assert "&in" in cues_of("They drilled in Qevra, Zulba and Vorke that year.", "Vorke")


def test_a_new_clause_is_no_list() -> None:
    assert not any(cue[0] == "&" for cue in cues_of("He saw Anna Keller in Munich, and Qevra saw her.", "Qevra"))
    assert "&place" not in cues_of("In Munich, Qevra and Zulba met.", "Zulba")


@pytest.mark.parametrize(
    ("text", "name", "cue"),
    [
        ("My uncle came from Qevra as a boy.", "Qevra", "<<goes"),
        ("That year we lived in Qevra.", "Qevra", "<in."),
        ("At last she married Qevra that spring.", "Qevra", "<<whom"),
        ("We had heard from Qevra by then.", "Qevra", "<<whom"),
        ("Then they crossed the Qevra at dawn.", "Qevra", "<<water"),
        ("She joined the national team, the Qevras, at home.", "Qevras", "<<team"),
        ("Matt: Yes.\nAnna: No.\nMatt: Why?", "Matt", "<speaks"),
        ("He put it into An Inconvenient Truth later.", "Inconvenient Truth", "<titled"),
    ],
)
def test_what_stands_before_a_name_is_heard(text: str, name: str, cue: str) -> None:
    assert cue in cues_of(text, name)


def test_a_label_that_no_person_is_called_by_speaks_for_nobody() -> None:
    assert "<speaks" not in cues_of("Wikinews: Why?\nAnna: So.\nWikinews: And then?", "Wikinews")


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("They took Hill 235 at dawn.", "Hill 235", Kind.PLACE),
        ("Then Ju 52s flew the wounded out.", "Ju 52s", Kind.WEAPON),
        ("Their guns sank Qevra and Astoria that night.", "Astoria", Kind.WEAPON),
        ("Then he led Basketball Australia well.", "Basketball Australia", Kind.ORGANISATION),
        ("She signed with Fortuna Qevra in May.", "Fortuna Qevra", Kind.ORGANISATION),
        ("He wrote for Monte Cook Games then.", "Monte Cook Games", Kind.ORGANISATION),
        ("In the end James Van Fleet praised them.", "James Van Fleet", Kind.PERSON),
        ("So we asked Stellantis for it.", "Stellantis", Kind.ORGANISATION),
        ("Later A Company held the gate. A Company lost two men.", "A Company", Kind.ORGANISATION),
    ],
)
def test_numbers_clubs_companies_and_ships_have_their_kind(text: str, name: str, kind: Kind) -> None:
    assert kinds(text)[name] is kind


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("So he wrote The Edge of the Sword about it.", {"Edge of the Sword"}),
        (
            "With the Northumberland Fusiliers of Kingsley Foster he stood.",
            {"Northumberland Fusiliers", "Kingsley Foster"},
        ),
        ("On Castle Hill Philip Curtis fell.", {"Castle Hill", "Philip Curtis"}),
        ("Then the Australian Canberra sank.", {"Canberra"}),
        ("Billy Miller was shot there.", {"Billy Miller"}),
        ("The ROK 1st Division of Kang Moon-bong held.", {"Kang Moon-bong"}),
    ],
)
def test_names_are_cut_where_another_begins(text: str, names: set[str]) -> None:
    assert names <= {name.removeprefix("The ") for name in kinds(text)}


def test_a_river_and_a_firm_go_by_two_names() -> None:
    assert list(kinds("They held the Qevra River. On the Qevra it rained.")) == ["Qevra River"]
    assert len(kinds("He runs Open Design, better known today as Kobold Press.")) == 1


def test_endings_and_letters_tell_families_towns_and_clubs_apart() -> None:
    said = [ends_as_families("yermolov"), ends_as_towns("bezzubovo"), is_club("IK Qevra", tokens("IK Qevra"))]
    denied = [ends_as_families("bezzubovo"), ends_as_towns("yermolov"), is_club("Al Key", tokens("Al Key"))]
    assert all(said)
    assert not any(denied)


@pytest.mark.parametrize(
    ("written", "read"),
    [("Си Цзиньпин", ("xi", "jinping")), ("Чжоу Эньлай", ("zhou", "enlai")), ("Иван Петров", ()), ("Москва", ())],
)
def test_chinese_names_in_cyrillic_letters_are_read(written: str, read: tuple[str, ...]) -> None:
    assert chinese(written) == read


def test_korean_names_in_cyrillic_letters_may_be_read_in_several_ways() -> None:
    assert ("kim", "jeong", "eun") not in koreans("Ким Чен Ын")
    assert ("kim", "cheong", "eun") in koreans("Ким Чен Ын")
    assert koreans("Иван Петров") == []


def test_the_number_of_a_unit_alone_means_it_and_no_day_of_the_month() -> None:
    text = "The 101st Airborne Division and the 9th Brigade dug in. The 101st held until the 9th of May."
    parts = [Part(PartKind.BODY, 0, len(text))]
    table = build_table([find_candidates(text, parts)])
    lit = [(text[start:end], table.names[row].name) for start, end, row in table.mentions(0, text, parts)]
    assert lit[2:] == [("101st", "101st Airborne Division")]
