"""Names that are easily cut in two, joined to another or taken for something else, and what is done about each."""

import pytest

from tui.model import Kind, Part, PartKind
from tui.names.find import find_candidates
from tui.names.table import NameTable, build_table
from tui.names.widgets import is_widget, may_ask


def table_of(*texts: str) -> NameTable:
    return build_table([find_candidates(text, [Part(PartKind.BODY, 0, len(text))]) for text in texts])


def names_in(text: str) -> list[str]:
    return [candidate.name for candidate in find_candidates(text, [Part(PartKind.BODY, 0, len(text))])]


def named(*texts: str) -> dict[str, set[str]]:
    return {entity.name: {alias.name for alias in entity.aliases} for entity in table_of(*texts).names}


def kinds(*texts: str) -> dict[str, Kind]:
    return {entity.name: entity.kind for entity in table_of(*texts).names}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("He works for the Food and Drug Administration now.", ["Food and Drug Administration"]),
        ("The June edition of Science and Public Works said so.", ["Science", "Public Works"]),
        ("It was in an issue of Aviation Week and Space Technology.", ["Aviation Week and Space Technology"]),
        ("He told Congress and the Supreme Court.", ["Congress", "Supreme Court"]),
        ("They met Israel and Security Council envoys.", ["Israel", "Security Council"]),
        ("Then came the Seven Years’ War in spring.", ["Seven Years’ War"]),
        ("Hopefully Annapolis will be kept.", ["Annapolis"]),
        ("They asked columnist friends and Columnist Walter Lippmann.", ["Walter Lippmann"]),
        ("He served under Presidents Richard Nixon and Gerald Ford.", ["Richard Nixon", "Gerald Ford"]),
        ("The General Assembly met the board of General Motors.", ["General Assembly", "General Motors"]),
        ("He joined the National Academy of Sciences.", ["National Academy of Sciences"]),
        ("It was the Islamic State of Iraq and the Levant.", ["Islamic State of Iraq and the Levant"]),
        ("She met Captain Robert Hill of the Royal Navy.", ["Robert Hill", "Royal Navy"]),
        ("They liked Dr. King a lot.", ["King"]),
        ("It lay in the Western Hemisphere of European interest.", ["Western Hemisphere"]),
    ],
)
def test_names_are_cut_where_they_end(text: str, names: list[str]) -> None:
    assert names_in(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "It is told in Article X and in Part II.",
        "A Flash Player is required to view this, click to download.",
        "DS: Thank you.\nWN: You are welcome.",
        "They shared it: Facebook Twitter WhatsApp.",
    ],
)
def test_labels_and_buttons_name_nothing(text: str) -> None:
    assert names_in(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "He spoke against Communism. It was the Allied advance.",
        "They have a TV and a DVD at home, and the GDP grew.",
        "He showed the PDFs to Jewish friends.",
        "The General Counsel read it.",
    ],
)
def test_adjectives_creeds_and_common_abbreviations_are_no_entities(text: str) -> None:
    assert not {"Communism", "Allied", "TV", "DVD", "GDP", "PDFs", "Jewish", "Counsel"} & named(text).keys()


def test_kings_of_one_name_are_several() -> None:
    found = named("King George II died. Then King George III came. Later George III went mad.")
    assert {"George II", "George III"} <= found.keys()


def test_a_party_of_a_faith_is_not_the_party_without_it() -> None:
    found = named("The Democratic Party won. The Christian Democratic Party lost to the Democratic Party.")
    assert {"Democratic Party", "Christian Democratic Party"} <= found.keys()


def test_a_canal_is_not_the_company_that_dug_it() -> None:
    found = named("The Suez Canal was closed. The Suez Canal Company sued. He crossed the Suez Canal.")
    assert {"Suez Canal", "Suez Canal Company"} <= found.keys()


def test_another_countrys_army_is_not_the_army_of_all_texts() -> None:
    texts = ["He joined the Army. She left the Army in May.", "They saw the Army there, and the Army saw them."]
    found = named(*texts, "The Army of old was gone; the Pakistani Army came, and the Pakistani Army stayed.")
    assert "Pakistani Army" in found


@pytest.mark.parametrize(
    ("texts", "name", "alias"),
    [
        (["The George Washington Bridge is old. He crossed the GW Bridge."], "George Washington Bridge", "GW Bridge"),
        (["It was Singapore Airlines (SIA) that said so. Then SIA paid."], "Singapore Airlines", "SIA"),
        (["He flew from Newark, New Jersey, to Trenton, NJ, and home."], "New Jersey", "NJ"),
        (["Then Chrysler paid. Later Chrysler and Chrylser were sued."], "Chrysler", "Chrylser"),
        (
            ["He left al Qaeda in Iraq.", "One joined Al Qaeda-in-Mesopotomia then."],
            "al Qaeda in Iraq",
            "Al Qaeda-in-Mesopotomia",
        ),
        (
            ["They met South Carolinian Thomas Pinckney. Thomas Pinckney left. So Thomas Pinckney did."],
            "Thomas Pinckney",
            "South Carolinian Thomas Pinckney",
        ),
        (["A deal was made by Bernard Arnault. Then Arnault paid, as Arnault must."], "Bernard Arnault", "Arnault"),
        (["They asked General Motors. It was GM. It is GMs largest plant. But General Motors (GM) paid."], "GM", "GMs"),
    ],
)
def test_other_spellings_are_joined(texts: list[str], name: str, alias: str) -> None:
    together = [{entity, *aliases} for entity, aliases in named(*texts).items()]
    assert any({name, alias} <= spellings for spellings in together)


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("They crossed the Suez Canal in the night.", "Suez Canal", Kind.PLACE),
        ("It was under Nazi Germany that he fled.", "Nazi Germany", Kind.PLACE),
        ("Then came Operation Uphold Democracy, and he fled.", "Operation Uphold Democracy", Kind.EVENT),
        ("They met at the Geneva Conference in spring.", "Geneva Conference", Kind.EVENT),
        ("He fled to the West Bank in spring.", "West Bank", Kind.PLACE),
        ("The Boston Celtics won, and the Boston Celtics lost.", "Boston Celtics", Kind.ORGANISATION),
        ("He sat in Afghanistan’s Bagram prison.", "Bagram", Kind.PLACE),
        ("They fought the German Wehrmacht there.", "German Wehrmacht", Kind.ORGANISATION),
        ("He served on HMS Hood until she sank.", "HMS Hood", Kind.WEAPON),
        ("They took Route 66 home.", "Route 66", Kind.PLACE),
        ("It was hit at the Karbala Joint Coordination Center.", "Karbala Joint Coordination Center", Kind.FACILITY),
        ("The Soviet Union told the British Government so.", "British Government", Kind.ORGANISATION),
    ],
)
def test_kinds_are_told_by_the_words_of_the_name_and_around_it(text: str, name: str, kind: Kind) -> None:
    assert kinds(text)[name] is kind


def test_directions_are_names_only_with_their_article() -> None:
    text = "He came from the West. The West was weak. Turn West at the bridge."
    table = table_of(text)
    parts = [Part(PartKind.BODY, 0, len(text))]
    found = [start for start, end, _ in table.mentions(0, text, parts) if text[start:end] == "West"]
    assert found == [text.index("West"), text.index("West was")]


def test_a_sentence_that_asks_for_a_click_is_known_by_its_words() -> None:
    text = "The map shows Iraq. Click here to download the map of Iran. Iran is big."
    asking = may_ask(text)
    assert asking
    assert [is_widget(text, text.index(word), asking) for word in ("Iraq", "Iran", "Iran is")] == [False, True, False]
