"""Given names of two syllables, holders of posts, head nouns alone, foreign heads: what each is and is not."""

import pytest

from tui.model import Kind, Part, PartKind
from tui.names.find import find_candidates
from tui.names.table import NameTable, build_table


def table_of(*texts: str) -> NameTable:
    return build_table([find_candidates(text, [Part(PartKind.BODY, 0, len(text))]) for text in texts])


def names_in(text: str) -> list[str]:
    return [candidate.name for candidate in find_candidates(text, [Part(PartKind.BODY, 0, len(text))])]


def named(*texts: str) -> dict[str, set[str]]:
    return {entity.name: {alias.name for alias in entity.aliases} for entity in table_of(*texts).names}


def lit(text: str) -> list[tuple[str, str]]:
    table = table_of(text)
    parts = [Part(PartKind.BODY, 0, len(text))]
    return [(text[start:end], table.names[row].name) for start, end, row in table.mentions(0, text, parts)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("There Ban Ki-moon met Kim Jong-un.", ["Ban Ki-moon", "Kim Jong-un"]),
        ("Then Sun Yat-sen sailed with Li Hung-chang.", ["Sun Yat-sen", "Li Hung-chang"]),
        ("They wrote to Ch’en Ch’eng-p’ing at once.", ["Ch’en Ch’eng-p’ing"]),
        ("In Seoul, Roh Moo-hyun and Mun Jae-in spoke.", ["Seoul", "Roh Moo-hyun", "Mun Jae-in"]),
        ("A Tokyo-based firm and an Iran-led group paid.", ["Tokyo", "Iran"]),
        ("At the Log-in page of the Wuhan Lab-run site it stopped.", ["Log", "Wuhan Lab"]),
    ],
)
def test_a_second_syllable_in_lower_case_belongs_to_the_name(text: str, names: list[str]) -> None:
    assert names_in(text) == names


def test_the_family_name_comes_first_where_the_given_name_is_hyphened() -> None:
    found = named("At first Chiang Kai-shek waited. Later Chiang moved, and Moon Jae-in came. Many saw that Moon left.")
    assert "Chiang" in found["Chiang Kai-shek"]
    assert "Moon" in found["Moon Jae-in"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("He asked the ambassador to Poland Petr Novak for help.", ["Poland", "Petr Novak"]),
        ("She met the envoy to the Soviet Union Maria Keller.", ["Soviet Union", "Maria Keller"]),
        ("They heard the delegate to the United Nations Laura Weber.", ["United Nations", "Laura Weber"]),
        ("They flew to Jordan Valley Airport at night.", ["Jordan Valley Airport"]),
        ("They wrote to Georgia Miller Brown at home.", ["Georgia Miller Brown"]),
    ],
)
def test_who_holds_a_post_is_not_the_country(text: str, names: list[str]) -> None:
    assert names_in(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("It was run by the Popular Movement for the Liberation of Angola then.", 1),
        ("He led the National Front for the Independence of Burma then.", 1),
        ("It went to the Food for Peace office and back.", 1),
        ("They drilled for the Near East Oil Company then.", 1),
        ("This was settled in the Franco-Prussian War of old.", 1),
        ("On the Laos-North Vietnam border they waited.", 2),
        ("For this Corps of the Alpine Guard nobody paid.", 2),
        ("All over the Grand Lodge of New York flags flew.", 1),
    ],
)
def test_long_names_are_one_and_borders_have_two_sides(text: str, names: int) -> None:
    assert len(names_in(text)) == names


@pytest.mark.parametrize(
    "text",
    [
        "Noticing Chinese ships, they turned. Prominent Americans wrote letters.",
        "He knew Far Eastern art and met Non-Russian guests and Western Allied men.",
        "You need a Flash Player for it. We saw a Grey Box there.",
        "She became Senior Project Manager and he was Data Specialist.",
        "They signed the Treaty, and the Act was kept in the Museum.",
    ],
)
def test_peoples_jobs_things_and_heads_alone_are_no_entities(text: str) -> None:
    assert table_of(text).names == ()


def test_followers_of_somebody_are_not_somebody() -> None:
    found = named("In 1801 Jefferson came. Then Jefferson ruled. Those were Jeffersonian times for the Jeffersonians.")
    assert set(found) == {"Jefferson"}


def test_a_head_noun_alone_goes_back_to_the_one_name_it_ends() -> None:
    text = "They met at the Bandung Conference in spring. All of the Conference agreed."
    assert lit(text)[-1] == ("Conference", "Bandung Conference")


def test_a_head_noun_alone_is_nobodys_where_two_names_end_in_it() -> None:
    text = "After the Cairo Conference came the Tehran Conference. All of the Conference agreed."
    assert [of for of, _ in lit(text)] == ["Cairo Conference", "Tehran Conference"]


def test_a_head_noun_before_the_name_is_not_that_name() -> None:
    text = "All of the Conference agreed. Years later came the Tehran Conference."
    assert [of for of, _ in lit(text)] == ["Tehran Conference"]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("They drove to Minas Gerais and on.", "Minas Gerais", Kind.PLACE),
        ("On Takvar Ghar, the mountain above, it snowed.", "Takvar Ghar", Kind.PLACE),
        ("In Brasilia and Lisandra Paravar (Editing)", "Lisandra Paravar", Kind.PERSON),
        ("Two B-52s and an MH-47 came.", "B-52s", Kind.WEAPON),
        ("They met Senior Airman Jason Kovar there.", "Jason Kovar", Kind.PERSON),
        ("It was done by Jaish al-Fath there.", "Jaish al-Fath", Kind.ORGANISATION),
        ("They feared Kata’ib Sarmad in the north.", "Kata’ib Sarmad", Kind.ORGANISATION),
        ("It was Frente Amplio Nacional who won.", "Frente Amplio Nacional", Kind.ORGANISATION),
        ("They rested at Combat Outpost Keller in Khost.", "Combat Outpost Keller", Kind.FACILITY),
        ("He saw it on Geo TV last week.", "Geo TV", Kind.ORGANISATION),
        ("They spoke at the Paris Boat Show and left.", "Paris Boat Show", Kind.EVENT),
        ("It is in the Fairview Industrial Zone now.", "Fairview Industrial Zone", Kind.PLACE),
        ("In his Farewell Address, Virginia was praised.", "Farewell Address", Kind.OTHER),
        ("Many members of Zarvan met him.", "Zarvan", Kind.ORGANISATION),
        ("It was the left-wing Zorava that lost.", "Zorava", Kind.ORGANISATION),
        ("He lived in Amarah and Velmar al-Kabir.", "Velmar al-Kabir", Kind.PLACE),
        ("They knew that Belkor agreed, and Belkor hoped.", "Belkor", Kind.PERSON),
        ("It was a member of the RAND board.", "RAND", Kind.ORGANISATION),
        ("They had Olympics there.", "Olympics", Kind.EVENT),
        ("They met John Ward at home.", "John Ward", Kind.PERSON),
        ("The Central Powers lost it.", "Central Powers", Kind.ORGANISATION),
    ],
)
def test_kinds_by_heads_at_either_end_and_by_neighbours(text: str, name: str, kind: Kind) -> None:
    assert {entity.name: entity.kind for entity in table_of(text).names}[name] is kind


@pytest.mark.parametrize(
    ("text", "name", "alias"),
    [
        ("So Luiz Inacio Lula da Silva won. All said that Lula danced.", "Luiz Inacio Lula da Silva", "Lula"),
        ("Here Qari Belal Mehsud hid. Later Qari Belal fled.", "Qari Belal Mehsud", "Qari Belal"),
        ("At last Mikhail Zorin came. They owed it to Zorin, and in Zorin all trusted.", "Mikhail Zorin", "Zorin"),
        ("At noon Petros Papas, 71, spoke. Papas used to sing.", "Petros Papas", "Papas"),
        ("ATHENS. They slept in Athens again.", "Athens", "ATHENS"),
        ("Of the Chiefs of Staff he knew. The Joint Chiefs of Staff (JCS) met.", "Joint Chiefs of Staff", "JCS"),
    ],
)
def test_short_and_other_forms_join(text: str, name: str, alias: str) -> None:
    assert alias in named(text)[name]


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("The Taliban ruled Kabul. The Pakistani Taliban hid in Swat.", "Taliban", "Pakistani Taliban"),
        ("It was Martin Luther. Then Martin Luther King came. It was Martin Luther.", "Martin Luther", "King"),
        ("Men of al Qaeda in Southeast Asia met.", "al Qaeda", "Southeast Asia"),
    ],
)
def test_what_is_not_one_stays_apart(text: str, one: str, other: str) -> None:
    owner = {spelling: entity.name for entity in table_of(text).names for spelling in spellings(entity)}
    assert owner[one] != owner.get(other)


def spellings(entity: object) -> set[str]:
    return {entity.name, *(alias.name for alias in entity.aliases)}  # type: ignore[attr-defined]


def test_a_noun_shared_by_two_groups_makes_the_second_a_group() -> None:
    found = {entity.name: entity.kind for entity in table_of("They fought the Qazvari and Shebari networks.").names}
    assert found["Shebari networks"] is Kind.ORGANISATION


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ('Then Petra Olga "Kim" Novak sang.', ['Petra Olga "Kim" Novak']),
        ("Here William (Bill) Keller sat.", ["William (Bill) Keller"]),
        ("He left Paris (France) Monday.", ["Paris", "France"]),
        ('He said to Maria "Yes" and left.', ["Maria"]),
    ],
)
def test_a_nickname_in_quotes_or_brackets_belongs_to_the_name(text: str, names: list[str]) -> None:
    assert names_in(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "They had a dog named Biscuit.",
        "He flew with a bird called Biscuit.",
        "She guest starred in two films as Biscuit.",
    ],
)
def test_a_plain_word_that_somebody_is_named_is_a_name(text: str) -> None:
    assert "Biscuit" in named(text)


def test_numbers_of_chapters_and_roads_stay_in_capitals() -> None:
    text = "As Article VII says, and Chapter VII too, and Article VII again, take US-169 north. They took US-169."
    assert set(named(text)) == {"US-169"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("There Jan Egeland met April Jones in June.", ["Jan Egeland", "April Jones"]),
        ("In June Keller resigned, and on Sunday Nowak won.", ["Keller", "Nowak"]),
        ("In Grozny I was cold.", ["Grozny"]),
        ("Then Norton I ruled.", ["Norton I"]),
        ("They read The Sunday Times at home.", ["Sunday Times"]),
        ("It was the Thirteenth Division of Walter Cayley then.", ["Thirteenth Division", "Walter Cayley"]),
    ],
)
def test_words_of_the_calendar_and_numbers_begin_and_end_names(text: str, names: list[str]) -> None:
    assert names_in(text) == names


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("They fell back on Kut al-Amara, a town in a loop. Amara was far.", "Kut al-Amara", Kind.PLACE),
        ("They fled Raqqa.", "Raqqa", Kind.PLACE),
    ],
)
def test_towns_are_told_by_what_is_said_of_them_and_in_either_spelling(text: str, name: str, kind: Kind) -> None:
    assert {entity.name: entity.kind for entity in table_of(text).names}[name] is kind


def test_a_given_name_follows_its_bearer_though_a_town_has_it() -> None:
    found = named("At dawn Stanley Greene came. Then they saw that Stanley smoked.")
    assert "Stanley" in found["Stanley Greene"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("They asked the National Risk Reduction and Management Council.", 1),
        ("They met in St. Peter’s Square at noon.", 1),
        ("They saw Mar Keller and Jun Tan in Manila.", 3),
        ("But D’banj I leave to you.", 1),
        ("We do not talk on Saturdays or Mondays.", 0),
        ("There Naderev “Yeb” Novak wept.", 1),
    ],
)
def test_how_many_names_there_are(text: str, names: int) -> None:
    assert len(names_in(text)) == names


def test_a_storm_goes_on_under_its_own_name() -> None:
    assert "Belmar" in named("The towns feared Typhoon Belmar. Then Belmar came.")["Typhoon Belmar"]


def test_a_makers_product_and_a_nations_red_cross_are_nobody() -> None:
    kinds = {entity.name: entity.kind for entity in table_of("The Philippine Red Cross bought a Toyota Velux.").names}
    assert kinds["Philippine Red Cross"] is Kind.ORGANISATION
    assert kinds["Toyota Velux"] is not Kind.PERSON


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("There Cyrus Ogunda, the army spokesman, kept silent.", "Cyrus Ogunda", Kind.PERSON),
        ("They gave it to the Kenya Red Cross and left.", "Kenya Red Cross", Kind.ORGANISATION),
    ],
)
def test_what_comes_after_a_name_and_before_it(text: str, name: str, kind: Kind) -> None:
    assert {entity.name: entity.kind for entity in table_of(text).names}[name] is kind


def test_an_article_may_be_left_off() -> None:
    assert "Shabab" in named("Men of the group al-Shabab came. They say that the Shabab left.")["al-Shabab"]


def test_a_question_on_its_own_line_is_no_heading() -> None:
    text = "Why Belkor and not Electronic Varnish?\n\nThey laughed."
    assert "Belkor" in names_in(text)


def test_a_side_before_a_group_everybody_knows_makes_another_group() -> None:
    for text in (
        "Northern Security Council was captured on June 3, 2007.",
        "The Northern Security Council praised it. The Northern Security Council had planned it.",
    ):
        assert {one.name for one in find_candidates(text, [Part(PartKind.BODY, 0, len(text))])} >= {
            "Northern Security Council"
        }


def test_two_words_that_begin_a_sentence_once_are_somebody_where_both_are_names() -> None:
    assert "Peter Sanders" in names_in("Peter Sanders was captured in Baghdad on March 4, 1985.")
