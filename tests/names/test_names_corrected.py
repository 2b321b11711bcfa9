"""What a person says about names holds: in any order, however often, and not at all where it clashes."""

from collections.abc import Sequence
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.model import Kind, Part, PartKind
from tui.names.corrected import correct
from tui.names.find import find_candidates
from tui.names.statement import NameCorrection, Says
from tui.names.table import NameTable, build_table

TEXTS = (
    "General Qais Qazali met Laith Qazali in Baghdad. Qazali then left for Tehran. The Qods Force paid Qais Qazali.",
    "The Quds Force, and the Badr Corps, worked in Basra. A General of the Badr Corps met Laith Qazali. Qazali left.",
    "Omar Farouq was in Basra. Farouq saw explosively formed penetrators in Basra and Baghdad, and Iranian Ratlines.",
    "Iranian Ratlines led from Tehran to Basra. Explosively formed penetrator parts were sent by the Qods Force.",
)
PATHS = ("001_a.txt", "002_b.txt", "003_c.txt", "003_d.txt")
PARTS = [[Part(PartKind.BODY, 0, len(text))] for text in TEXTS]


@cache
def found() -> NameTable:
    return build_table([find_candidates(text, parts) for text, parts in zip(TEXTS, PARTS, strict=True)])


def told(*said: NameCorrection) -> tuple[NameTable, tuple[str, ...]]:
    return correct(found(), said, PATHS, lambda: TEXTS)


def named(table: NameTable) -> dict[str, list[str]]:
    """The words of every mention by the name of their entity."""
    words: dict[str, list[str]] = {entity.name: [] for entity in table.names}
    for article, (text, parts) in enumerate(zip(TEXTS, PARTS, strict=True)):
        for start, end, row in table.mentions(article, text, parts):
            words[table.names[row].name].append(text[start:end])
    return {name: said for name, said in words.items() if said}


def kind_of(table: NameTable, name: str) -> Kind:
    return next(entity.kind for entity in table.names if entity.name == name)


def reasons(table: NameTable, name: str) -> dict[str, str]:
    entity = next(entity for entity in table.names if entity.name == name)
    return {alias.name: alias.reason for alias in entity.aliases}


def merge(into: str, *names: str) -> NameCorrection:
    return NameCorrection(Says.MERGE, into, names)


def split(name: str, to: str = "", article: str = "") -> NameCorrection:
    return NameCorrection(Says.SPLIT, name, to=to, article=article)


def rename(name: str, to: str) -> NameCorrection:
    return NameCorrection(Says.RENAME, name, to=to)


def retype(name: str, kind: str) -> NameCorrection:
    return NameCorrection(Says.RETYPE, name, kind=kind)


def ignore(name: str) -> NameCorrection:
    return NameCorrection(Says.IGNORE, name)


def apart(*names: str) -> NameCorrection:
    return NameCorrection(Says.KEEP_APART, names=names)


def add(name: str, kind: str, *aliases: str) -> NameCorrection:
    return NameCorrection(Says.ADD, name, aliases, kind=kind)


def test_merged_names_are_one_with_the_reason() -> None:
    table, problems = told(merge("Badr Corps", "Basra"))
    assert problems == ()
    assert sorted(set(named(table)["Badr Corps"])) == ["Badr Corps", "Basra"]
    assert reasons(table, "Badr Corps")["Basra"] == "corrections.toml"


def test_a_chain_of_mergers_ends_in_one_name() -> None:
    table, problems = told(merge("Baghdad", "Basra"), merge("Tehran", "Baghdad"))
    assert problems == ()
    assert set(named(table)["Tehran"]) == {"Tehran", "Baghdad", "Basra"}


def test_a_name_the_engine_missed_becomes_a_spelling() -> None:
    table, _ = told(merge("Qods Force", "explosively formed penetrators"))
    assert "explosively formed penetrators" in named(table)["Qods Force"]


def test_a_spelling_split_off_is_somebody_else_everywhere() -> None:
    assert "Qods Force" in named(found()) or "Quds Force" in named(found())
    both = next(entity for entity in found().names if "ds Force" in entity.name)
    other = both.aliases[0].name
    table, problems = told(split(other))
    assert problems == ()
    assert set(named(table)[other]) == {other}
    assert set(named(table)[both.name]) == {both.name}
    assert kind_of(table, other) is both.kind


def test_a_split_in_some_articles_leaves_the_others_alone() -> None:
    table, problems = told(split("Basra", "Old Basra", "003*"))
    assert problems == ()
    assert len(named(table)["Old Basra"]) == 3
    assert len(named(table)["Basra"]) == len(named(found())["Basra"]) - 3
    assert kind_of(table, "Old Basra") is Kind.PLACE


def test_a_surname_goes_to_the_man_it_is_said_to_mean_there() -> None:
    table, _ = told(split("Qazali", "Laith Qazali", "001*"))
    assert "Qazali" in named(table)["Laith Qazali"]
    assert "Qazali" not in named(table)["Qais Qazali"]


def test_a_new_name_is_shown_and_the_old_one_stays_a_spelling() -> None:
    table, problems = told(rename("Basra", "Basrah"), rename("Basrah", "al-Basra"))
    assert problems == ()
    assert named(table)["al-Basra"] == named(found())["Basra"]
    assert "Basra" in reasons(table, "al-Basra")


def test_later_statements_may_use_the_new_name() -> None:
    for said in ([rename("Basra", "Port"), retype("Port", "facility")], [rename("Basra", "Port"), ignore("Port")]):
        table, problems = told(*said)
        assert problems == ()
        assert "Basra" not in named(table)
        if said[1].says is Says.RETYPE:
            assert kind_of(table, "Port") is Kind.FACILITY
        else:
            assert "Port" not in named(table)


def test_what_is_no_name_goes_dark_and_names_within_it_come_to_light() -> None:
    table, _ = told(merge("Iranian Ratlines", "Badr Corps in Basra"), ignore("Iranian Ratlines"))
    assert "Iranian Ratlines" not in named(table)
    assert not any("Ratlines" in word for words in named(table).values() for word in words)


def test_only_a_spelling_goes_dark_where_the_entity_has_another_name() -> None:
    table, _ = told(merge("Baghdad", "Basra"), ignore("Basra"))
    assert set(named(table)["Baghdad"]) == {"Baghdad"}


def test_an_added_name_is_found_with_every_ending_of_its_spellings() -> None:
    table, problems = told(add("EFP", "weapon", "explosively formed penetrator*"))
    assert problems == ()
    assert sorted(named(table)["EFP"]) == ["Explosively formed penetrator", "explosively formed penetrators"]
    assert kind_of(table, "EFP") is Kind.WEAPON


def test_names_kept_apart_that_were_found_as_one_are_two() -> None:
    both = next(entity for entity in found().names if "ds Force" in entity.name)
    table, problems = told(apart(both.name, both.aliases[0].name))
    assert problems == ()
    assert {both.name, both.aliases[0].name} <= set(named(table))


def test_names_of_another_collection_change_nothing() -> None:
    table, problems = told(
        merge("Hezbollah", "Hizballah"),
        retype("Nobody", "place"),
        ignore("Never"),
        rename("Not", "There"),
        apart("A", "B"),
    )
    assert problems == ()
    assert named(table) == named(found())


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ((merge("Basra", "Tehran"), merge("Baghdad", "Tehran")), "“Tehran” is merged into several names"),
        ((merge("Basra", "Tehran"), merge("Tehran", "Basra")), "these mergers go round in a circle"),
        ((merge("Basra", "Tehran"), apart("Tehran", "Basra")), "“Tehran” and “Basra” are kept apart and merged"),
        ((retype("Basra", "person"), retype("Basra", "weapon")), "“Basra” is given different kinds"),
        ((rename("Basra", "A"), rename("Basra", "B")), "“Basra” is renamed to several names"),
        ((rename("Basra", "Tehran"),), "“Basra” cannot be called “Tehran”, as another is: merge them instead"),
        ((split("Basra", "X", "*"), split("Basra", "Y", "003*")), "“Basra” means several names in 003_c.txt"),
        ((add("Basra", "place"), ignore("Basra")), "“Basra” is added, and said to be no name"),
    ],
)
def test_what_clashes_changes_nothing_and_is_named_with_its_lines(
    said: Sequence[NameCorrection], sentence: str
) -> None:
    from dataclasses import replace

    placed = [replace(one, line=10 * at) for at, one in enumerate(said, start=1)]
    table, problems = told(*placed)
    assert named(table) == named(found())
    where = "lines 10 and 20" if len(said) > 1 else "line 10"
    used = "none of these is" if len(said) > 1 else "it is not"
    assert f"corrections.toml, {where}: {sentence}; {used} used." in problems


def test_what_says_too_little_is_named() -> None:
    _, problems = told(NameCorrection(Says.RETYPE, "Basra", kind="thing", line=4))
    assert problems == ("corrections.toml, line 4: [[retype]] does not say all it must; it is not used.",)


def test_a_suggestion_refused_or_accepted_never_comes_back() -> None:
    from dataclasses import replace

    from tui.names.table import Suggestion

    rows = {entity.name: row for row, entity in enumerate(found().names)}
    asked = replace(found(), suggestions=(Suggestion(rows["Basra"], rows["Badr Corps"], "alike"),))
    for said, left in ((apart("Badr Corps", "Basra"), 0), (merge("Basra", "Badr Corps"), 0), (ignore("Tehran"), 1)):
        table, _ = correct(asked, [said], PATHS, lambda: TEXTS)
        assert len(table.suggestions) == left
        for one in table.suggestions:
            assert {table.names[one.entity].name, table.names[one.other].name} == {"Basra", "Badr Corps"}


SPELLINGS = """Qais Qazali, Laith Qazali, Qazali, Qods Force, Quds Force, Badr Corps, Basra, basra, Baghdad, Tehran,
New One, Other One, Omar Farouq, Farouq, Iranian Ratlines"""
NAMES = st.sampled_from([name.strip() for name in SPELLINGS.split(",")])
STATEMENTS = st.one_of(
    st.builds(lambda into, names: merge(into, *names), NAMES, st.lists(NAMES, min_size=1, max_size=2)),
    st.builds(split, NAMES, NAMES | st.just(""), st.sampled_from(["", "003*", "00*"])),
    st.builds(rename, NAMES, NAMES),
    st.builds(retype, NAMES, st.sampled_from(["person", "place", "nonsense"])),
    st.builds(ignore, NAMES),
    st.builds(lambda names: apart(*names), st.lists(NAMES, min_size=2, max_size=3, unique=True)),
    st.builds(lambda name, more: add(name, "weapon", *more), NAMES, st.lists(NAMES, max_size=1)),
)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(STATEMENTS, min_size=1, max_size=6).flatmap(lambda said: st.tuples(st.just(said), st.permutations(said)))
)
def test_neither_order_nor_repetition_matters(orders: tuple[list[NameCorrection], list[NameCorrection]]) -> None:
    said, other = orders
    once, problems = told(*said)
    again, its_problems = told(*other, *said)
    assert (once.names, once.local, once.suggestions, problems) == (
        again.names, again.local, again.suggestions, its_problems
    )  # fmt: skip
    assert named(once) == named(again)


@settings(max_examples=100, deadline=None)
@given(st.lists(STATEMENTS, max_size=6))
def test_every_mention_belongs_to_an_entity_and_no_name_is_its_own_alias(said: list[NameCorrection]) -> None:
    table, _ = told(*said)
    rows = range(len(table.names))
    for article, (text, parts) in enumerate(zip(TEXTS, PARTS, strict=True)):
        assert all(row in rows for _, _, row in table.mentions(article, text, parts))
    for entity in table.names:
        assert entity.name not in {alias.name for alias in entity.aliases}


def test_a_shared_surname_stays_nobodys_where_nobody_is_named_in_full_whatever_else_is_corrected() -> None:
    texts = (
        "Qais Bishop met Omar Farouq. Bishop then left.",
        "Laith Bishop met Omar Farouq. Bishop then left.",
        "It was Bishop who left.",
    )
    parts = [[Part(PartKind.BODY, 0, len(text))] for text in texts]
    table = build_table([find_candidates(text, own) for text, own in zip(texts, parts, strict=True)])
    renamed, _ = correct(table, [NameCorrection(Says.RENAME, "Omar Farouq", to="Umar Faruq")], PATHS[:3])
    for said in (table, renamed):
        assert said.mentions(2, texts[2], parts[2]) == []
        assert len(said.mentions(0, texts[0], parts[0])) == len(said.mentions(1, texts[1], parts[1])) == 3
