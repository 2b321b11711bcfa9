"""Acts on names become statements that take the place of what was said to the contrary, one undo each."""

from pathlib import Path

import pytest
from made import Told, corpus_of

from tui.corpus.build import build, read, scan
from tui.corpus.lore import Lore, Suggested
from tui.corpus.reading import Reading
from tui.corpus.tables import Corpus
from tui.model import Kind
from tui.notes.corrections import Correction, Corrections
from tui.notes.notebook import Notebook
from tui.notes.undo import History
from tui.reader import naming
from tui.reader.alike import alike
from tui.reader.naming import Act, name_corrections
from tui.reader.portrait import facts_of, portrait
from tui.reader.why_name import reason_sentence, why_kind, why_spellings

TEXT = """\
The raid

Karl Weber met Mahmud Farhadi in Baghdad on June 3, 2007. Weber left. Carl Webber met Karl Weber in Basra.

Omar Farouq, a brother of Karl Weber, was seen in Baghdad in May 2009.
"""


class Desk:
    """Corrections on disk with their history, and the collection as they leave it."""

    def __init__(self, folder: Path) -> None:
        home = folder / "raids"
        home.mkdir()
        (home / "a.txt").write_text(TEXT)
        self.reading: Reading = read(scan([home]))
        self.corrections = Corrections.open(folder / "data")
        self.history = History(folder / "history.json", Notebook.open(folder / "data"), self.corrections)

    @property
    def corpus(self) -> Corpus:
        return self.reading.corpus(name_corrections(self.corrections.all))

    def id(self, name: str) -> int:
        found = self.corpus.entity_named(name)
        assert found is not None, name
        return found

    def do(self, act: Act) -> str:
        return naming.carry_out(self.corrections, self.history, act)

    @property
    def said(self) -> tuple[Correction, ...]:
        return self.corrections.all


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def merge(into: str, *names: str) -> Correction:
    return Correction("merge", {"into": into}, {"names": names})


def test_a_merger_takes_back_that_the_two_are_kept_apart_and_one_undo_brings_it_back(desk: Desk) -> None:
    desk.do(naming.keep_apart(desk.corpus, desk.id("Karl Weber"), desk.id("Omar Farouq")))
    apart = desk.said
    desk.do(naming.merge(desk.corpus, desk.said, desk.id("Karl Weber"), desk.id("Omar Farouq")))
    assert desk.said == (merge("Karl Weber", "Omar Farouq"),)
    desk.history.undo()
    assert desk.said == apart
    desk.history.redo()
    assert desk.said == (merge("Karl Weber", "Omar Farouq"),)


def test_a_split_of_what_was_merged_takes_the_merger_back(desk: Desk) -> None:
    desk.do(naming.merge(desk.corpus, desk.said, desk.id("Karl Weber"), desk.id("Omar Farouq")))
    desk.do(naming.split(desk.corpus, desk.said, ["Omar Farouq"], "Omar Farouq"))
    assert desk.said == ()
    assert desk.id("Omar Farouq") != desk.id("Karl Weber")


def test_what_was_split_off_is_merged_back(desk: Desk) -> None:
    desk.do(naming.split(desk.corpus, desk.said, ["Weber"], "Weber"))
    assert desk.id("Weber") != desk.id("Karl Weber")
    desk.do(naming.merge(desk.corpus, desk.said, desk.id("Karl Weber"), desk.id("Weber")))
    assert [one.what for one in desk.said] == ["merge"]
    assert desk.id("Weber") == desk.id("Karl Weber")


def test_a_name_changed_twice_and_back_says_nothing_any_more(desk: Desk) -> None:
    for name in ("A. Weber", "B. Weber"):
        desk.do(naming.rename(desk.corpus, desk.said, desk.id("Karl Weber"), name))
        assert desk.said == (Correction("rename", {"from": "Karl Weber", "to": name}),)
    desk.do(naming.rename(desk.corpus, desk.said, desk.id("Karl Weber"), "Karl Weber"))
    assert desk.said == ()


def test_a_kind_set_twice_is_said_once(desk: Desk) -> None:
    for kind in (Kind.PLACE, Kind.EVENT):
        desk.do(naming.retype(desk.corpus, desk.said, desk.id("Karl Weber"), kind))
        assert desk.corpus.entities[desk.id("Karl Weber")].kind is kind
    assert len(desk.said) == 1
    assert "you said so" in why_kind(desk.corpus, desk.id("Karl Weber"), desk.said)


def test_what_was_added_and_is_no_name_is_taken_back(desk: Desk) -> None:
    desk.corrections.add(Correction("add", {"name": "Seen", "kind": "event"}, {"aliases": ("was seen",)}))
    assert desk.corpus.entities[desk.id("Seen")].kind is Kind.EVENT
    desk.do(naming.ignore(desk.corpus, desk.said, desk.id("Seen")))
    assert desk.said == (Correction("ignore", {"name": "Seen"}),)
    assert desk.corpus.entity_named("Seen") is None


def test_statements_of_a_later_version_are_kept_and_passed_over(desk: Desk) -> None:
    later = Correction("later", {"idea": "x"})
    desk.corrections.add(later)
    desk.do(naming.ignore(desk.corpus, desk.said, desk.id("Basra")))
    assert desk.said[0] == later
    assert [one.name for one in name_corrections(desk.said)] == ["Basra"]


def test_the_names_most_alike_come_first(desk: Desk) -> None:
    corpus = desk.corpus
    names = [corpus.entities[other].name for other, _ in alike(corpus, desk.id("Karl Weber"))]
    assert names[0] == "Carl Webber" or desk.id("Carl Webber") == desk.id("Karl Weber")
    assert "Karl Weber" not in names


def test_a_portrait_has_facts_companions_and_two_quotes(desk: Desk) -> None:
    shown = portrait(desk.corpus, desk.id("Karl Weber"))
    assert shown.facts.startswith("person · ")
    assert "Baghdad" in shown.companions
    assert [quote.said for quote in shown.quotes] == ["Karl Weber", "Karl Weber"]
    assert shown.quotes[0].title == "The raid"


def test_every_spelling_has_a_sentence_and_a_line(desk: Desk) -> None:
    why = {one.name: one for one in why_spellings(desk.corpus, desk.id("Karl Weber"))}
    assert why["Karl Weber"].reason == "the name shown"
    assert why["Weber"].reason == "the surname alone; only one person here bears it"
    assert (why["Weber"].article, why["Weber"].start, why["Weber"].line) == (0, TEXT.index("Weber left"), 3)


def test_commands_and_reader_apply_the_same_file(desk: Desk) -> None:
    desk.do(naming.merge(desk.corpus, desk.said, desk.id("Karl Weber"), desk.id("Omar Farouq")))
    folder = desk.corrections.path.parents[1] / "raids"
    other = build(scan([folder]), corrections=name_corrections(Corrections.open(desk.corrections.path.parent).all))
    assert other.entities == desk.corpus.entities


def test_what_is_said_already_is_not_said_again(desk: Desk) -> None:
    act = naming.keep_apart(desk.corpus, desk.id("Karl Weber"), desk.id("Omar Farouq"))
    assert desk.do(act).endswith("stay two. u takes it back.")
    assert desk.do(act) == "That is said already."
    assert len(desk.said) == 1


def test_a_split_said_anew_takes_the_place_of_the_earlier_one_there(desk: Desk) -> None:
    desk.do(naming.split(desk.corpus, desk.said, ["Weber"], "Paul Weber"))
    desk.do(naming.split(desk.corpus, desk.said, ["Weber"], "Otto Weber", 0))
    assert [(one.texts.get("as"), one.texts.get("article", "")) for one in desk.said] == [
        ("Paul Weber", ""), ("Otto Weber", "a.txt"),
    ]  # fmt: skip
    desk.do(naming.split(desk.corpus, desk.said, ["Weber"], "Emil Weber", 0))
    assert [one.texts.get("as") for one in desk.said] == ["Paul Weber", "Emil Weber"]


def test_a_merger_keeps_the_spellings_that_were_not_split_off(desk: Desk) -> None:
    said = Correction("merge", {"into": "Karl Weber"}, {"names": ("Omar Farouq", "Mahmud Farhadi")})
    desk.corrections.add(said)
    desk.do(naming.split(desk.corpus, desk.said, ["Omar Farouq"], "Farouq the Elder"))
    assert [(one.what, one.texts.get("into"), one.lists["names"]) for one in desk.said] == [
        ("merge", "Karl Weber", ("Mahmud Farhadi",)), ("merge", "Farouq the Elder", ("Omar Farouq",)),
    ]  # fmt: skip


def test_why_of_a_kind_is_what_was_said_or_the_votes_or_nothing(desk: Desk) -> None:
    weber = desk.id("Karl Weber")
    assert "by the votes of words around it" in why_kind(desk.corpus, weber, desk.said)
    desk.do(naming.retype(desk.corpus, desk.said, weber, Kind.PLACE))
    assert why_kind(desk.corpus, desk.id("Karl Weber"), desk.said) == "place: you said so, in corrections.toml"
    nobody = corpus_of("2007", names=("Nobody Known",))
    assert why_kind(nobody, 0, ()) == "person: nothing in the text speaks for a kind"


@pytest.mark.parametrize(
    ("reason", "sentence"),
    [
        ("", "the name shown"),
        ("stated: in brackets", "the text has it in brackets beside the name"),
        ("stated: also known as", "the text says “also known as”"),
        ("surname", "the surname alone; only one person here bears it"),
        ("a sentence of its own", "a sentence of its own"),
    ],
)
def test_every_reason_is_a_sentence(reason: str, sentence: str) -> None:
    assert reason_sentence(reason, "person") == sentence


def test_names_that_may_be_one_come_with_the_reason_they_are_asked_about(desk: Desk) -> None:
    asked = desk.corpus.lore.suggestions
    for one in asked:
        for mine, other in ((one.entity, one.other), (one.other, one.entity)):
            assert (other, one.reason) in alike(desk.corpus, mine)
    every = alike(desk.corpus, desk.id("Karl Weber"))
    assert desk.id("Karl Weber") not in [other for other, _ in every]


def test_names_the_engine_asks_about_come_first_with_its_reason_seen_from_either() -> None:
    names = ("Karl Weber", "Omar Farouq", "Badr Corps", "Weber")
    made = corpus_of("2007", names=names)
    asked = Lore()
    asked.suggestions = (Suggested(2, 0, "a letter\nmore", 0.8), Suggested(0, 2, "said twice", 0.7))
    corpus = Corpus(made.facts, lambda _: "", entities=[made.entities[row] for row in range(4)], lore=asked)
    assert alike(corpus, 0)[:1] == [(2, "a letter more")]
    assert alike(corpus, 2)[0] == (0, "a letter more")
    for entity in range(4):
        assert sorted(other for other, _ in alike(corpus, entity)) == [row for row in range(4) if row != entity]


def test_a_name_met_in_one_month_alone_is_not_told_from_itself_to_itself() -> None:
    def facts(*dates: str) -> str:
        return facts_of(corpus_of(*(Told(date, names=(0,)) for date in dates), names=("Karl Weber",)), 0)

    assert facts("2007-08").endswith("1 article")
    assert facts("2007-08", "2007-08-XX").endswith(" · Aug 2007")
    assert facts("2007-07", "2007-08-XX").endswith(" · Jul 2007 to Aug 2007, day not known")
    assert " · first " in facts("../2007-07", "2007-08")
