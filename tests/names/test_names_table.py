"""What a collection's table promises: one entity, one name; every mention; every alias with its reason."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.model import Kind, KnownEntity, Part, PartKind
from tui.names.find import find_candidates
from tui.names.table import NameTable, build_table


def parts_of(text: str) -> list[Part]:
    return [Part(PartKind.BODY, 0, len(text))]


def table_of(*texts: str, known: Sequence[KnownEntity] = ()) -> NameTable:
    return build_table([find_candidates(text, parts_of(text)) for text in texts], known)


def said_in(table: NameTable, article: int, text: str) -> list[tuple[str, str]]:
    return [(text[a:b], table.names[row].name) for a, b, row in table.mentions(article, text, parts_of(text))]


def aliases(table: NameTable, name: str) -> dict[str, str]:
    (entity,) = [entity for entity in table.names if entity.name == name]
    return {alias.name: alias.reason for alias in entity.aliases}


def named(*texts: str) -> dict[str, set[str]]:
    return {entity.name: {alias.name for alias in entity.aliases} for entity in table_of(*texts).names}


def test_a_surname_belongs_to_the_one_person_who_bears_it() -> None:
    text = "They met General David Petraeus. Later Petraeus left, and Petraeus’ men with him."
    table = table_of(text)
    assert said_in(table, 0, text) == [
        ("David Petraeus", "David Petraeus"),
        ("Petraeus", "David Petraeus"),
        ("Petraeus", "David Petraeus"),
    ]
    assert aliases(table, "David Petraeus") == {"Petraeus": "surname"}


def test_a_shared_surname_means_whom_the_article_names_in_full() -> None:
    first = "Police took Laith Qazali. They asked Qazali about it."
    second = "Police took Qais Qazali. They asked Qazali about it."
    table = table_of(first, second)
    assert said_in(table, 0, first)[-1] == ("Qazali", "Laith Qazali")
    assert said_in(table, 1, second)[-1] == ("Qazali", "Qais Qazali")


def test_a_surname_of_a_name_that_is_short_itself_means_the_full_one() -> None:
    said = " spoke in Paris. Emre Bozqukez left. Emre Bozqukez slept, and Emre Bozqukez ate. Mr Bozqukez was right."
    one, two = "Ali Emre Bozqukez" + said, "Omar Emre Bozqukez" + said
    table = table_of(one, two)
    for article, (text, whole) in enumerate([(one, "Ali Emre Bozqukez"), (two, "Omar Emre Bozqukez")]):
        assert {owner for words, owner in said_in(table, article, text) if "Bozqukez" in words} == {whole}


def test_of_two_bearers_in_one_article_the_more_often_named_is_meant() -> None:
    text = "Laith Qazali met Qais Qazali. Qais Qazali led them. They feared Qazali."
    assert said_in(table_of(text), 0, text)[-1] == ("Qazali", "Qais Qazali")


def test_stated_equivalence_joins_and_says_why() -> None:
    text = "They fear the Asaib al Haq, better known as the League of the Righteous."
    (reason,) = aliases(table_of(text), "Asaib al Haq").values()
    assert reason == "stated: better known as"


def test_an_abbreviation_in_brackets_joins_its_long_form() -> None:
    text = "Inspectors of the International Atomic Energy Agency (IAEA) came. The IAEA left."
    assert list(aliases(table_of(text), "International Atomic Energy Agency")) == ["IAEA"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("al Qaeda", "al Qaeda in Iraq"),
        ("Niger", "Nigeria"),
        ("Hezbollah", "Hezbollah Brigades"),
        ("Qais Qazali", "Laith Qazali"),
        ("First Army", "Second Army"),
    ],
)
def test_names_that_differ_in_a_telling_word_stay_apart(one: str, other: str) -> None:
    text = f"They named {one} here. They named {other} there."
    names = {entity.name for entity in table_of(text).names}
    assert {one, other} <= names


def test_a_known_entity_wins_over_the_rules() -> None:
    text = "They fear the Qods Force. Others call it Quds Brigade."
    known = KnownEntity("Quds Force", Kind.ORGANISATION, ("Qods Force", "Quds Brigade"), "a branch")
    table = table_of(text, known=[known])
    assert {name for _, name in said_in(table, 0, text)} == {"Quds Force"}
    assert aliases(table, "Quds Force") == {"Qods Force": "corpus.toml", "Quds Brigade": "corpus.toml"}


def test_a_group_named_after_a_man_is_not_the_man() -> None:
    text = "Police took Qais Qazali. The Qazali network fought on. Then Qazali spoke."
    table = table_of(text)
    assert said_in(table, 0, text) == [
        ("Qais Qazali", "Qais Qazali"),
        ("Qazali network", "Qazali network"),
        ("Qazali", "Qais Qazali"),
    ]


def test_to_name_somebody_is_not_to_be_called_so() -> None:
    text = "The Labour Party named Neil Kinnock as its leader. It was the Labour Party, called Labour."
    (party, man) = (said_in(table_of(text), 0, text)[at][1] for at in (0, 1))
    assert (party, man) == ("Labour Party", "Neil Kinnock")


def test_two_known_entities_never_join() -> None:
    text = "They fear the Qazali network, better known as the Asaib al Haq."
    known = [KnownEntity("Qazali network"), KnownEntity("Asaib al Haq")]
    assert [entity.name for entity in table_of(text, known=known).names] == ["Asaib al Haq", "Qazali network"]
    assert len(table_of(text).names) == 1


def test_mentions_in_comments_count() -> None:
    text = "It began in Baghdad.\nI was in Baghdad too."
    parts = [Part(PartKind.BODY, 0, 20), Part(PartKind.COMMENT, 21, len(text))]
    table = build_table([find_candidates(text, parts)])
    assert len(table.mentions(0, text, parts)) == 2


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("ANNA MCBRIDE: That is so. MCBRIDE: It is.", "Anna McBride"),
        ("PETER O'HARA-COLE: No. He met Jan Kowal.", "Peter O'Hara-Cole"),
        ("ANNA KOWAL: I said so. Anna Kowal left. ANNA KOWAL: No.", "Anna Kowal"),
    ],
)
def test_a_speaker_in_capitals_is_shown_as_prose_writes_the_name(text: str, shown: str) -> None:
    assert shown in [name.name for name in table_of(text).names]


@pytest.mark.parametrize(
    "text",
    [
        "The talks held by Minister of Industry and Commerce Ann Kowal became chaotic.",
        "He saw Rt. Hon. Ann Kowal there.",
        "Secretary of Health and Human Services Ann Kowal spoke to his Special Assistant.",
        "The brother of Alhaji Ann Kowal was asked by the Commissioner of Police.",
    ],
)
def test_no_title_however_long_is_part_of_a_name(text: str) -> None:
    assert [name.name for name in table_of(text).names] == ["Ann Kowal"]


def test_a_common_noun_of_an_institution_is_not_the_town_of_that_name() -> None:
    table = table_of("A roadblock of the Police stood in the road. He was in the hands of the Police in June.")
    assert [(name.name, name.kind) for name in table.names] == [("Police", Kind.ORGANISATION)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Boeing (NYSE: BA ) and Kowal Air (NASDAQ:KWL) agreed.",
            {"Boeing": "organisation", "Kowal Air": "organisation"},
        ),
        ("Strikes hit Deir ez-Zor and a man in Tal Osmar.", {"Deir ez-Zor": "place", "Tal Osmar": "place"}),
        (
            "It was International Women's Day, and they KNOW that WE THE PEOPLE stay.",
            {"International Women's Day": "event"},
        ),
        (
            "The Syrian Observatory for Human Rights (SOHR) said so.",
            {"Syrian Observatory for Human Rights": "organisation"},
        ),
        (
            "Mysore Divisional Railway Manager Aparna Garg spoke.",
            {"Mysore Divisional Railway": "organisation", "Aparna Garg": "person"},
        ),
        ("IRBIL, Iraq (AP) — Men came from Irbil.", {"Irbil": "place", "Iraq": "place", "AP": "organisation"}),
        ("ASSWAN — The man left Asswan. Capitalisation is that of the writer.", {"Asswan": "place"}),
    ],
)
def test_what_news_writes_in_capitals(text: str, found: dict[str, str]) -> None:
    assert {name.name: name.kind.value for name in table_of(text).names} == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Communist Party of Ruritania (KSR) met.", {"Communist Party of Ruritania": ["KSR"]}),
        ("He saw the Free Army of Ruritania (IRNA) there.", {"Free Army of Ruritania": [], "IRNA": []}),
        (
            "SURFSIDE, Fla. (Reuters) - In Florida it rained.",
            {"Surfside": ["SURFSIDE"], "Florida": ["Fla"], "Reuters": []},
        ),
        ("Tropical Storm Elsa came. The winds of Elsa fell.", {"Tropical Storm Elsa": ["Elsa"]}),
        ("The Pacific Tsunami Warning Center said so.", {"Pacific Tsunami Warning Center": []}),
        ("Musician Mike Mattison left at 2:30 p.m. ET on Tuesday.", {"Mike Mattison": []}),
        ("Marina Rubin in Paris, and Rubin in Rome.", {"Marina Rubin": ["Rubin"], "Paris": [], "Rome": []}),
    ],
)
def test_one_name_for_what_news_calls_by_two(text: str, found: dict[str, list[str]]) -> None:
    names = table_of(text).names
    assert {name.name: [alias.name for alias in name.aliases] for name in names} == found
    assert not any(name.kind is Kind.PERSON and "Center" in name.name for name in names)


def test_an_article_is_part_of_a_name_only_if_it_is_never_written_without() -> None:
    text = "He told The Independent. “They left Iran.” The US said so, and the US left. He read The Independent."
    assert {said for said, _ in said_in(table_of(text), 0, text)} == {"The Independent", "US", "Iran"}


def test_a_man_called_by_where_he_comes_from_is_no_people() -> None:
    text = "Abu al-Ward al-Iraqi was killed in January. Al-Iraqi’s death was reported, and Iraqi troops left."
    assert said_in(table_of(text), 0, text)[:2] == [
        ("Abu al-Ward al-Iraqi", "Abu al-Ward al-Iraqi"),
        ("Al-Iraqi", "Abu al-Ward al-Iraqi"),
    ]


def test_two_words_that_are_short_for_several_are_never_whom_one_word_means() -> None:
    texts = (
        "General Ramon Dorvel Kasquin met Hugo Dorvel Kasquin. Mr. Dorvel Kasquin said no. Mr. Kasquin said nothing.",
        "Colonel Hugo Dorvel Kasquin spoke. " + "Hugo Dorvel Kasquin left. " * 3 + "Mr. Dorvel Kasquin said he stayed.",
        "Dorvel Kasquin said he was ill. Mr. Kasquin said yes. General Pavel Kasquin said no to Dorvel Kasquin.",
        "General Pavel Kasquin said so. Mr. Kasquin left.",
    )
    table = table_of(*texts)
    assert [name.name for name in table.names] == ["Hugo Dorvel Kasquin", "Pavel Kasquin", "Ramon Dorvel Kasquin"]
    assert said_in(table, 2, texts[2]) == [
        ("Dorvel Kasquin", "Hugo Dorvel Kasquin"),
        ("Kasquin", "Hugo Dorvel Kasquin"),
        ("Pavel Kasquin", "Pavel Kasquin"),
        ("Dorvel Kasquin", "Hugo Dorvel Kasquin"),
    ]


def test_the_office_is_not_the_man_of_that_surname() -> None:
    text = "Martin Luther King spoke. Then King met the King."
    assert [spelling for spelling, _ in said_in(table_of(text), 0, text)] == ["Martin Luther King", "King"]


def test_candidates_may_come_as_a_stream() -> None:
    texts = ["They met Laith Qazali. They asked Qazali.", "They met Qais Qazali. They asked Qazali."] * 3
    found = [find_candidates(text, parts_of(text)) for text in texts]
    assert build_table(one for one in found).names == build_table(found).names


def test_an_empty_collection_has_no_names() -> None:
    assert build_table([]).names == ()


SCRAPS = [
    "Iraq",
    "Al",
    "al",
    "Sadr",
    "Muqtada",
    "of",
    "the",
    "General",
    "US",
    "U.S.",
    "Army",
    ",",
    ".",
    "’s",
    "\n",
    "(",
]


@given(st.lists(st.sampled_from(SCRAPS), max_size=60))
def test_mentions_are_in_order_and_never_overlap(words: list[str]) -> None:
    text = " ".join(words)
    end = 0
    for start, stop, row in table_of(text).mentions(0, text, parts_of(text)):
        assert end <= start < stop
        assert row >= 0
        end = stop


def test_father_and_son_of_one_name_are_two_where_articles_name_both() -> None:
    both = named("There John D. Keller met John D. Keller Jr. in Paris.")
    assert {"John D. Keller", "John D. Keller Jr"} <= {entity.rstrip(".") for entity in both}
    apart = named("There Walter Nowak Keller Jr. spoke.", "There Walter Nowak Keller spoke.")
    assert len(apart) == 1


def test_letters_are_the_statesman_whom_the_article_names_in_full() -> None:
    found = named("There John Q. Keller won. Many loved JQK.")
    assert "JQK" in found["John Q. Keller"]


def test_a_fathers_name_may_be_left_out_and_a_middle_name_not() -> None:
    assert len(named("There Vladimir Ilyich Ulyanov spoke. Then Vladimir Ulyanov left.")) == 1
    assert len(named("There John Quincy Adams spoke. Then John Adams left.")) == 2


def test_another_bearer_of_two_names_is_not_the_grandson() -> None:
    found = named("There Omar Ayub Khan spoke, a grandson of Ayub Khan.", "Then Ayub Khan led Pakistan.")
    assert "Ayub Khan" in found
