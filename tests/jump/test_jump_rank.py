"""The wanted target comes first, for whatever spelling of it somebody half remembers."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.dates.edtf import parse
from tui.jump import Hit, JumpIndex, Target, Tier


def entity(name: str, weight: int, *aliases: str) -> Target:
    return Target("entity", name, name, tuple((alias, "stated") for alias in aliases), weight)


TARGETS = [
    entity("Qods Force", 60, "Quds Force", "IRGC-QF"),
    entity("Mussa Ali Daqduq", 8, "Ali Mussa Daqduq"),
    entity("Qais Qazali", 12),
    entity("Laith Qazali", 6),
    entity("Qazali network", 7),
    entity("Azhar al-Dulaimi", 5),
    entity("Osama bin Laden", 4),
    entity("Muqtada al Sadr", 14),
    entity("Hezbollah", 10),
    entity("Hezbollah Brigades", 12, "Kata’ib Hezbollah"),
    entity("Multi-National Force", 9),
    entity("Владимир Путин", 2),
    Target("article", "US releases Qods Force agents", "a.txt"),
    Target("event", "Qods Force agents were released", 7),
    Target("note", "Second source on Qods needed", "n1"),
    Target("command", "theme", "theme"),
]
INDEX = JumpIndex.build(TARGETS)


def first(query: str) -> str:
    hits = INDEX.rank(query)
    return hits[0].target.name if hits else ""


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("daqduk", "Mussa Ali Daqduq"),
        ("ali mussa", "Mussa Ali Daqduq"),
        ("quds", "Qods Force"),
        ("irgcqf", "Qods Force"),
        ("qf", "Qods Force"),
        ("mnf", "Multi-National Force"),
        ("kais kazali", "Qais Qazali"),
        ("khazali qays", "Qais Qazali"),
        ("leith", "Laith Qazali"),
        ("dulaymi", "Azhar al-Dulaimi"),
        ("el dulaimy", "Azhar al-Dulaimi"),
        ("binladen", "Osama bin Laden"),
        ("usama ben ladin", "Osama bin Laden"),
        ("moktada sadr", "Muqtada al Sadr"),
        ("mutqada", "Muqtada al Sadr"),
        ("hizballa", "Hezbollah"),
        ("brigades hez", "Hezbollah Brigades"),
        ("kataib hizbollah", "Hezbollah Brigades"),
        ("vladimir", "Владимир Путин"),
        ("multinational", "Multi-National Force"),
        ("General Kazali", "Qais Qazali"),
        ("Qais Hadi Qazali", "Qais Qazali"),
        ("sheikh osama bin laden", "Osama bin Laden"),
    ],
)
def test_a_half_remembered_spelling_finds_its_target_first(query: str, wanted: str) -> None:
    assert first(query) == wanted


@pytest.mark.parametrize("query", ["pavel", "zzz", "xerxes", "qazimodo brigade", "?!", "angela merkel", "x"])
def test_a_name_that_is_not_there_finds_nothing(query: str) -> None:
    assert INDEX.rank(query) == []


@pytest.mark.parametrize(
    ("query", "tier"),
    [
        ("hezbollah", Tier.EXACT),
        ("hezb", Tier.START),
        ("qazal", Tier.START),
        ("sadr", Tier.WORD),
        ("mnf", Tier.INITIALS),
        ("quds", Tier.ALIAS),
        ("sadir", Tier.FUZZY),
    ],
)
def test_a_hit_says_how_it_was_matched(query: str, tier: Tier) -> None:
    assert INDEX.rank(query)[0].tier is tier


def test_initials_name_an_entity_before_a_headline_that_holds_them_as_a_word() -> None:
    index = JumpIndex.build([entity("Qods Force", 5), Target("event", "Five men of the IRGC-QF were captured", 7)])
    assert [hit.target.kind for hit in index.rank("qf")] == ["entity", "event"]


def test_multi_at_the_beginning_of_a_word_has_an_initial_of_its_own() -> None:
    index = JumpIndex.build([entity("Multinational Forces Iraq", 5), entity("Multi-National Force West", 4)])
    for query in ("mnf", "mnfi"):
        hit = index.rank(query)[0]
        assert (hit.target.name, hit.tier) == ("Multinational Forces Iraq", Tier.INITIALS)
        assert "".join(hit.matched[at] for at in hit.letters) == "MnFI"[: len(query)]
    assert index.rank("mfi")[0].target.name == "Multinational Forces Iraq"


def test_an_alias_comes_with_its_reason() -> None:
    (hit, *_) = INDEX.rank("quds")
    assert (hit.matched, hit.reason) == ("Quds Force", "stated")


@pytest.mark.parametrize(
    ("query", "lit"),
    [
        ("daqduk", "Daqduq"),
        ("kais kaz", "QaisQaz"),
        ("qf", "QF"),
        ("sadr muq", "MuqSadr"),
        ("mnf", "MNF"),
        ("kataib", "Kataib"),
    ],
)
def test_the_letters_that_matched_are_lit(query: str, lit: str) -> None:
    hit = INDEX.rank(query)[0]
    assert "".join(hit.matched[at] for at in hit.letters) == lit


@pytest.mark.parametrize(
    ("query", "kinds"),
    [("@qods", {"entity"}), ("#qods", {"event"}), ("!qods", {"note"}), (">th", {"command"}), ("qods", {"entity"})],
)
def test_a_sign_narrows_the_query_to_one_kind(query: str, kinds: set[str]) -> None:
    hits = INDEX.rank(query)
    assert {hits[0].target.kind} == kinds
    assert query == "qods" or {hit.target.kind for hit in hits} == kinds


def test_a_date_is_a_target_of_its_own() -> None:
    hit = INDEX.rank("may 2007")[0]
    assert (hit.target.kind, hit.target.ref, hit.score) == ("date", "2007-05", 100)
    assert INDEX.rank("#2007")[0].target.ref == "2007"
    assert INDEX.rank("@2007") == []


def test_an_empty_query_shows_what_was_visited_lately_and_then_the_heaviest() -> None:
    hits = INDEX.rank("", limit=3, recent=[("article", "a.txt"), ("entity", "gone")])
    assert [(hit.target.name, hit.tier) for hit in hits] == [
        ("US releases Qods Force agents", Tier.RECENT),
        ("Qods Force", Tier.START),
        ("Muqtada al Sadr", Tier.START),
    ]


def test_a_recent_target_comes_before_others_that_are_as_uncertain() -> None:
    plain = INDEX.rank("kazaly")
    assert plain[0].target.name != "Laith Qazali"
    hits = INDEX.rank("kazaly", recent=[("entity", "Laith Qazali")])
    assert (hits[0].target.name, hits[0].tier) == ("Laith Qazali", Tier.RECENT)


def test_an_empty_index_finds_nothing_but_dates() -> None:
    index = JumpIndex.build([])
    assert index.rank("qods") == []
    assert index.rank("") == []
    assert [hit.target.ref for hit in index.rank("2007")] == ["2007"]


names = st.lists(
    st.lists(st.text(alphabet="abkq’-é", min_size=1, max_size=4), min_size=1, max_size=3).map(" ".join),
    min_size=1,
    max_size=12,
)


@given(names, st.lists(st.integers(0, 5), min_size=12, max_size=12), st.data())
def test_one_letter_more_of_a_name_never_demotes_it(said: list[str], weights: list[int], data: st.DataObject) -> None:
    aliases = [((said[row - 1], "stated"),) if row % 4 == 3 else () for row in range(len(said))]
    index = JumpIndex.build([Target("entity", name, row, aliases[row], weights[row]) for row, name in enumerate(said)])
    row = data.draw(st.integers(0, len(said) - 1))
    before = len(said)
    for length in range(1, len(said[row]) + 1):
        hits = [hit.target.ref for hit in index.rank(said[row][:length])]
        place = hits.index(row) if row in hits else len(said)
        assert place <= before
        before = place


@given(names, st.text(alphabet="abkq ", max_size=8))
def test_hits_are_in_order_of_score_each_target_once_with_letters_inside_the_name(said: list[str], query: str) -> None:
    hits: list[Hit] = JumpIndex.build([entity(name, row) for row, name in enumerate(dict.fromkeys(said))]).rank(query)
    scores = [hit.score for hit in hits]
    assert scores == sorted(scores, reverse=True)
    assert len({hit.target.ref for hit in hits}) == len(hits)
    assert all(0 <= score <= 100 for score in scores)
    assert all(list(hit.letters) == sorted(set(hit.letters)) for hit in hits)
    assert all(0 <= at < len(hit.matched) for hit in hits for at in hit.letters)


def test_a_word_that_is_part_of_the_word_before_it_crowds_nothing_out() -> None:
    crowd = [entity(f"Layla {chr(97 + row % 26)}{row}", 9) for row in range(1500)]
    index = JumpIndex.build([*crowd, entity("Layla Layeri", 1), entity("Layla Layla Skikye", 0)])
    before = 99
    for length in range(7, len("Layla Layla Skikye") + 1):
        refs = [hit.target.ref for hit in index.rank("Layla Layla Skikye"[:length])]
        place = refs.index("Layla Layla Skikye") if "Layla Layla Skikye" in refs else 99
        assert place <= before
        before = place
    assert before == 0


def test_two_vowels_wrong_in_one_word_are_forgiven() -> None:
    index = JumpIndex.build([entity("David Petraeus", 14), entity("Peter Reese", 2), entity("Patras", 1)])
    assert [hit.target.name for hit in index.rank("petreas")][:1] == ["David Petraeus"]


def test_a_word_torn_from_a_name_of_several_words_is_found_beside_others() -> None:
    crowd = [entity(f"Treaty of {chr(97 + row % 26)}{chr(97 + row // 26)}ton", 9) for row in range(300)]
    index = JumpIndex.build([*crowd, entity("Egyptian-Israeli Treaty", 1)])
    assert [hit.target.name for hit in index.rank("egyptian-israelitreaty")] == ["Egyptian-Israeli Treaty"]


def test_a_word_is_found_by_the_other_words_when_only_its_first_letter_is_right() -> None:
    crowd = [entity(f"Charles {chr(97 + row % 26)}{chr(97 + row // 26)}ley", 9) for row in range(600)]
    index = JumpIndex.build([*crowd, entity("Charles Worthington", 1)])
    assert [hit.target.name for hit in index.rank("charles womtahington")] == ["Charles Worthington"]


def test_what_keys_do_is_found_by_its_sign_alone_and_by_its_sentence() -> None:
    index = JumpIndex.build([Target("command", "Zoom", "desk.zoom", (("z  This pane alone", "what it does"),))])
    assert [hit.target.ref for hit in index.rank(">zoom")] == ["desk.zoom"]
    assert [hit.target.ref for hit in index.rank(">alone")] == ["desk.zoom"]
    assert index.rank("zoom") == []


def test_a_date_without_a_year_comes_before_names() -> None:
    index = JumpIndex.build([entity("February Committee", 3)], [parse("2007-02-04").first])
    assert [hit.target.ref for hit in index.rank("4 feb")] == ["2007-02-04"]
    assert index.rank("4 feb")[0].matched == "4 Feb 2007"


def test_one_letter_more_of_a_date_never_demotes_it() -> None:
    happened = [parse(day).first for day in ("2008-10-11", "2008-10-11", "2007-02-19", "2007-10-30", "2008-03-05")]
    index = JumpIndex.build([entity("October Brigade", 3), entity("Feb", 1)], happened)
    for said, wanted in (
        ("11 october 2008", "2008-10-11"),
        ("october 11, 2008", "2008-10-11"),
        ("feb 19 2007", "2007-02-19"),
        ("march 5, 2008", "2008-03-05"),
    ):
        places = []
        for length in range(1, len(said) + 1):
            refs = [hit.target.ref for hit in index.rank(said[:length])]
            places.append(refs.index(wanted) if wanted in refs else 99)
        assert places == sorted(places, reverse=True), (said, places)
        assert places[-1] == 0


def test_what_begins_with_a_date_stands_before_it_where_it_is_a_name_a_title_or_more_than_the_date() -> None:
    index = JumpIndex.build(
        [
            Target("article", "1945–1952: The Early War", 0),
            Target("event", "In May 2007 the talks began", 1),
            Target("event", "May 2007 saw the talks begin", 2),
        ],
        [parse("1945-03-04").first, parse("2007-05-04").first],
    )
    assert [hit.target.kind for hit in index.rank("1945")] == ["article", "date"]
    assert [hit.target.ref for hit in index.rank("in may 2007")][:2] == [1, "2007-05"]
    assert [hit.target.ref for hit in index.rank("may 2007")][:2] == ["2007-05", 2]


def test_one_letter_more_of_an_alias_never_demotes_its_target() -> None:
    chance = Random(11)
    syllables = ["al", "qa", "qu", "ha", "san", "du", "lai", "mi", "bar", "zar", "ka", "li", "hez", "bol", "mu"]

    def word() -> str:
        return "".join(chance.choices(syllables, k=chance.choice((1, 2, 2, 3)))).title()

    names = list(dict.fromkeys(" ".join(word() for _ in range(chance.choice((1, 2, 2, 3)))) for _ in range(500)))
    targets = []
    for name in names:
        first, *others = name.split()
        kept = chance.choice((f"{word()} {first}", f"{first} {word()}", " ".join([*others, first]), first[:2] + word()))
        targets.append(entity(name, chance.randrange(40), *dict.fromkeys((kept, f"{word()} {word()}"))))
    index = JumpIndex.build(targets)
    for target in targets[:200]:
        for alias, _ in target.aliases:
            if any(name != target.name and alias.startswith(name) and name.startswith(target.name) for name in names):
                continue  # typed, it is first this name to the letter, then another's, then nobody's
            places = []
            for length in range(1, len(alias) + 1):
                refs = [hit.target.ref for hit in index.rank(alias[:length])]
                places.append(refs.index(target.ref) if target.ref in refs else 99)
            assert places == sorted(places, reverse=True), alias


def test_an_alias_that_begins_like_its_name_stands_among_names_and_any_other_behind_them() -> None:
    index = JumpIndex.build(
        [entity("Qods Force", 60, "Quds Force", "Jerusalem Corps"), entity("Quds Mosque", 3), entity("Jerusalem", 1)]
    )
    assert [hit.target.name for hit in index.rank("quds")] == ["Qods Force", "Quds Mosque"]
    assert [hit.target.name for hit in index.rank("jeru")] == ["Jerusalem", "Qods Force"]
    scores = [hit.score for hit in index.rank("quds")]
    assert scores == sorted(scores, reverse=True)
