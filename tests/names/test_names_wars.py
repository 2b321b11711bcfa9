"""Names as war histories, interviews and agency news write them: units, nicknames, posts, lands, papers."""

import pytest

from tui.model import Kind, Part, PartKind
from tui.names.find import find_candidates
from tui.names.table import NameTable, build_table


def table_of(text: str) -> NameTable:
    return build_table([find_candidates(text, [Part(PartKind.BODY, 0, len(text))])])


def kinds(text: str) -> dict[str, Kind]:
    return {entity.name: entity.kind for entity in table_of(text).names}


def aliases(text: str) -> dict[str, set[str]]:
    return {entity.name: {alias.name for alias in entity.aliases} for entity in table_of(text).names}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The 22nd Infantry and the 4th Panzer fought near St.-Lo.", {"22nd Infantry", "4th Panzer", "St.-Lo"}),
        ("Then the VII Corps Commander wept in Aachen.", {"VII Corps", "Aachen"}),
        ("There Labour MP Jo Carter met Conservative MPs.", {"Labour", "Jo Carter"}),
        ("Veteran Afghanistan reporter Andrew North spoke.", {"Afghanistan", "Andrew North"}),
        ("Young White House staffers wrote to the U.N. Darfur envoy.", {"White House", "U.N.", "Darfur"}),
        ("At the time CPJ Chief Global Affairs Officer Ann Keller spoke.", {"CPJ", "Ann Keller"}),
        ("They joined the Committee for the Prevention of Torture.", {"Committee for the Prevention of Torture"}),
        ("His son Alexander M. “Sandy” Patch came to Paris.", {"Alexander M. “Sandy” Patch", "Paris"}),
        ("On Sniper Alley I met Kurt Keller of Reuters.", {"Sniper Alley", "Kurt Keller", "Reuters"}),
        ("The pro-Assad Najib Mikati met the King of Jordan.", {"Assad", "Najib Mikati", "Jordan"}),
        (
            "The Islamist Boko Haram fled to ‘Krajina’ and 'Task Force Sand'.",
            {"Boko Haram", "Krajina", "Task Force Sand"},
        ),
        ("Then the ICC wrote to him, and MDM to the U.S. government.", {"ICC", "MDM", "U.S."}),
        ("Two Tonga armies fled.", {"Tonga"}),
        ("There the 20th Maine and the 140th New York held Plum Run.", {"20th Maine", "140th New York", "Plum Run"}),
        ("There Sergeant First Class Keller joined the I Corps.", {"Keller", "I Corps"}),
        ("They read the Dossier Center of Mikhail Keller.", {"Dossier Center", "Mikhail Keller"}),
        ("They marched to Hagaru-ri and Chalon-sur-Saône.", {"Hagaru-ri", "Chalon-sur-Saône"}),
        ("She left King's College London for Queen's Park.", {"King's College London", "Queen's Park"}),
        ("Fighters of Ansar al-Islam wal-Jihad came.", {"Ansar al-Islam wal-Jihad"}),
        ("She voted for the Greens, and Assemblyman Kurt Keller lost.", {"Greens", "Kurt Keller"}),
        ("He joined the Christian Democratic Party.", {"Christian Democratic Party"}),
        ("They took the Memphis and Charleston Railroad.", {"Memphis and Charleston Railroad"}),
        ("His Justice and Development Party won in Ankara.", {"Justice and Development Party", "Ankara"}),
        ("In May the October Revolution and the Arab Spring were praised.", {"October Revolution", "Arab Spring"}),
    ],
)
def test_names_are_neither_longer_nor_shorter_than_they_are(text: str, names: set[str]) -> None:
    assert set(kinds(text)) == names


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("At dawn Khamenei decided against it.", "Khamenei", Kind.PERSON),
        ("There Zhukov flew to the front.", "Zhukov", Kind.PERSON),
        ("They say Ansbar leader Hadi Karim fled.", "Ansbar", Kind.ORGANISATION),
        ("Militants took Jurf al-Sakhar, south of Baghdad.", "Jurf al-Sakhar", Kind.PLACE),
        ("It burnt in nearby Dalori.", "Dalori", Kind.PLACE),
        ("They met at a place called Susnjari.", "Susnjari", Kind.PLACE),
        ("At Varnusk the old man died.", "Varnusk", Kind.PLACE),
        ("They went to Varnusk, where he died.", "Varnusk", Kind.PLACE),
        ("They came to Hagaru-ri.", "Hagaru-ri", Kind.PLACE),
        ("There Elmas Mehmed Pasha fell.", "Elmas Mehmed Pasha", Kind.PERSON),
        ("She won the Australian Open in Melbourne.", "Australian Open", Kind.EVENT),
        ("The Lake Varni School District met.", "Lake Varni School District", Kind.ORGANISATION),
        ("There the 20th Maine held.", "20th Maine", Kind.ORGANISATION),
        ("They sank the battleship Conte Varni.", "Conte Varni", Kind.WEAPON),
        ("He met the Leeds midfielder.", "Leeds", Kind.ORGANISATION),
        ("He left Manchester City in May.", "Manchester City", Kind.ORGANISATION),
        ("He spoke on Radio Budapest.", "Radio Budapest", Kind.ORGANISATION),
        ("He had answered them in El Tiempo.", "El Tiempo", Kind.ORGANISATION),
        ("The raid was led by Saraya al-Salam.", "Saraya al-Salam", Kind.ORGANISATION),
        ("It was flown by another VNAF L-19 that day.", "VNAF L-19", Kind.WEAPON),
        ("He walked to Jayma Bazaar.", "Jayma Bazaar", Kind.FACILITY),
    ],
)
def test_what_a_name_is(text: str, name: str, kind: Kind) -> None:
    assert kinds(text)[name] is kind


@pytest.mark.parametrize(
    ("text", "name", "alias"),
    [
        ("They met Nicolas Perez Garcia, “Tino,” at sea. Later Tino left.", "Nicolas Perez Garcia", "Tino"),
        ("We saw Rodrigo Perez, whom his men call “Timo”. Then Timo spoke.", "Rodrigo Perez", "Timo"),
        ("Abu Bakr Karimi, known by his nom de guerre Abu Hafs, fled. Abu Hafs died.", "Abu Bakr Karimi", "Abu Hafs"),
        ("Abu Mahdi al-Mohandes spoke. They say that Muhandis wept.", "Abu Mahdi al-Mohandes", "Muhandis"),
        ("The Dashnaktsutyun Party met. Later Dashnaktsutyun left.", "Dashnaktsutyun", "Dashnaktsutyun Party"),
        ("The Yelk Alliance (Way Out Alliance) won. Yelk Alliance men sang.", "Yelk Alliance", "Way Out Alliance"),
        ("The Secret Cell members [Special Groups] fled. Special Groups came.", "Special Groups", "Secret Cell"),
    ],
)
def test_one_under_two_names(text: str, name: str, alias: str) -> None:
    assert alias in aliases(text)[name]


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("King Salman came. Crown Prince Mohammed bin Salman spoke. Salman left.", "Salman", "Mohammed bin Salman"),
        (
            "Groups such as the Baader Group (West Germany) fought. Many fled West Germany.",
            "Baader Group",
            "West Germany",
        ),
        (
            "It is the largest market of Central Asia, now called the Silk Road Bazaar.",
            "Central Asia",
            "Silk Road Bazaar",
        ),
    ],
)
def test_two_names_of_two(text: str, one: str, other: str) -> None:
    assert {one, other} <= set(kinds(text))


def test_two_letters_are_asked_about() -> None:
    text = "Then Kataib Hezbollah fired. The militia’s spokesman said KH would go on, and KH members left."
    table = table_of(text)
    pairs = {frozenset((table.names[one.entity].name, table.names[one.other].name)) for one in table.suggestions}
    assert frozenset(("KH", "Kataib Hezbollah")) in pairs


def test_a_given_name_long_before_anybody_who_bears_it_is_somebody_else() -> None:
    later = "The war went on. " * 30
    found = aliases(f"There Gregor met Gregor of Kiev. {later}Then Gregor Yakovlev came.")
    assert "Gregor" not in found["Gregor Yakovlev"]
    found = aliases(f"There Gregor Yakovlev came. {later}Then Gregor left.")
    assert "Gregor" in found["Gregor Yakovlev"]
