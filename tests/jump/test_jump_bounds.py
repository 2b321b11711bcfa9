"""However narrow the bounds on effort are, what is typed to the letter is found, and what was built is told apart."""

from random import Random

import pytest

from tui.jump import JumpIndex, Target, shelf, slips, stock, vocabulary
from tui.jump.fold import forms, loose, plain
from tui.jump.letters import lit
from tui.jump.match import Query, joined, likeness
from tui.jump.spellings import Spellings
from tui.jump.target import Tier

_SYLLABLES = ["al", "qa", "qu", "ha", "san", "du", "lai", "mi", "bar", "zar", "ka", "li", "hez", "bol", "mu"]


def _names(count: int) -> list[str]:
    chance = Random(5)

    def word() -> str:
        return "".join(chance.choices(_SYLLABLES, k=chance.choice((2, 2, 3)))).title()

    return list(dict.fromkeys(" ".join(word() for _ in range(chance.choice((1, 2, 3)))) for _ in range(count)))


NAMES = _names(150)
TARGETS = [Target("entity", name, at, (), at % 7) for at, name in enumerate(NAMES)]


@pytest.fixture
def narrow(monkeypatch: pytest.MonkeyPatch) -> None:
    """All bounds are met at once, as they are where there are millions of names."""
    for name, bound in {
        "_MEETING": 3, "_SEED": 3, "_NEAR": 2, "_PAIRED": 2, "_FEW": 9, "_FAR_SEED": 40, "_FAR": 2, "_BROAD": 4,
        "_EACH": 2, "_TORN": 3, "_EFFORT": 9, "_PIECES": 2,
    }.items():  # fmt: skip
        monkeypatch.setattr(shelf, name, bound)
    monkeypatch.setattr(slips, "_SCANNED", 4)
    monkeypatch.setattr(vocabulary, "_SCANNED", 4)
    monkeypatch.setattr(vocabulary, "_LONG", 4)
    monkeypatch.setattr(vocabulary, "_REMEMBERED", 2)
    monkeypatch.setattr(stock, "_REMEMBERED", 2)


@pytest.mark.usefixtures("narrow")
def test_what_is_typed_to_the_letter_is_first_however_narrow_the_bounds_are() -> None:
    index = JumpIndex.build(TARGETS)
    for name in NAMES[:60]:
        assert index.rank(name, limit=1)[0].target.name == name


@pytest.mark.usefixtures("narrow")
def test_slips_and_words_run_together_find_no_less_than_nothing_however_narrow_the_bounds_are() -> None:
    index = JumpIndex.build(TARGETS)
    met = 0
    for name in NAMES[:40]:
        for typed in (
            name[:3] + name[4:],
            name.replace(" ", ""),
            name[:-2] + "x" + name[-1],
            name[:5] + " " + name[5:],
        ):
            hits = index.rank(typed)
            assert len({hit.target.ref for hit in hits}) == len(hits)
            met += any(hit.target.name == name for hit in hits)
    assert met > 40


def test_an_index_is_told_from_one_of_anything_else() -> None:
    made = Spellings.of(TARGETS).digest()
    assert Spellings.of(list(TARGETS)).digest() == Spellings.gathered(TARGETS).digest() == made
    for other in (
        TARGETS[1:],
        [Target("article", TARGETS[0].name, 0, (), 0), *TARGETS[1:]],
        [Target("entity", TARGETS[0].name, 0, (("Alias", "stated"),), 0), *TARGETS[1:]],
        [Target("entity", TARGETS[0].name, 0, (), 5), *TARGETS[1:]],
    ):
        assert Spellings.of(other).digest() != made


def test_a_target_is_found_by_its_key_wherever_it_stands() -> None:
    told = [Target("entity", "b", 7), Target("note", "n", "x1"), Target("entity", "a", 2), Target("entity", "c", 8)]
    spellings = Spellings.of(told)
    assert [spellings.row_of((one.kind, one.ref)) for one in told] == [0, 1, 2, 3]
    assert [spellings.row_of(key) for key in (("entity", 9), ("note", "x2"), ("tag", 1), ("entity", "x1"))] == [-1] * 4


def test_letters_are_lit_for_as_many_words_as_a_name_has_and_no_more() -> None:
    assert lit("weber karl", "Weber", Tier.FUZZY) == (0, 1, 2, 3, 4)
    assert lit("karl weber maria", "Karl Weber", Tier.FUZZY) == (0, 1, 2, 3, 5, 6, 7, 8, 9)


def test_a_name_of_which_nothing_can_be_typed_is_like_nothing() -> None:
    assert likeness(Query.read("weber"), forms("", loose(""))) == 0.0


def test_one_word_is_not_several_run_together() -> None:
    assert joined(Query.read("weber"), forms(plain("Weber"), loose(plain("Weber")))) == 0.0
    assert joined(Query.read("karlweber"), forms(plain("Karl Weber"), loose(plain("Karl Weber")))) > 0.9
