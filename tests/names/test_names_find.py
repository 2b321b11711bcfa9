"""What one article yields: spellings with their offsets, and no word that only looks like a name."""

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.model import Part, PartKind
from tui.names.candidate import Candidate
from tui.names.find import find_candidates


def found_in(text: str) -> list[Candidate]:
    return find_candidates(text, [Part(PartKind.BODY, 0, len(text))])


def names_in(text: str) -> list[str]:
    return [candidate.name for candidate in found_in(text)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("He met Abu Musab al Zarqawi and Osama bin Laden.", ["Abu Musab al Zarqawi", "Osama bin Laden"]),
        ("It was built by the League of the Righteous.", ["League of the Righteous"]),
        ("He met Maj. Gen. Rick Lynch there.", ["Rick Lynch"]),
        ("Then General David H. Petraeus spoke.", ["David H. Petraeus"]),
        ("They asked Secretary of State Henry Kissinger.", ["Henry Kissinger"]),
        ("It is Iran’s Qods Force that pays.", ["Iran", "Qods Force"]),
        ("The US-Iraqi talks failed in Charles de Gaulle’s time.", ["US", "Charles de Gaulle"]),
        ("One branch is called al Qaeda in Iraq.", ["al Qaeda in Iraq"]),
        ("They left for Saint Petersburg, Russia.", ["Saint Petersburg", "Russia"]),
    ],
)
def test_names_are_whole_and_without_titles(text: str, names: list[str]) -> None:
    assert names_in(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "In March the rains came, and on Friday, May 4, they stopped.",
        "The General said nothing. The Ambassador left.",
        "Five Iranians and two French were there.",
        "See the “Secret Cellsfrom last year.",
        "Among those was he. Most of them left. Although it rained, they stayed.",
    ],
)
def test_words_that_only_look_like_names_are_left_out(text: str) -> None:
    assert names_in(text) == []


def test_comments_and_footers_bring_forth_no_name() -> None:
    text = "It began in Baghdad.\nWinger says: Karen Hughes knows.\nTags: Boko Haram"
    cuts = [0, text.index("Winger"), text.index("Tags"), len(text)]
    kinds = [PartKind.BODY, PartKind.COMMENT, PartKind.FOOTER]
    parts = [Part(kind, start, end) for kind, start, end in zip(kinds, cuts, cuts[1:], strict=False)]
    assert [candidate.name for candidate in find_candidates(text, parts)] == ["Baghdad"]


def test_a_headline_in_title_case_proves_nothing() -> None:
    text = "Boeing Pushes Back Replacement Development\n\nIt waits."
    assert find_candidates(text, [Part(PartKind.TITLE, 0, 42), Part(PartKind.BODY, 43, len(text))]) == []


def test_a_stated_abbreviation_is_kept_with_the_words_that_state_it() -> None:
    _, agency, _ = found_in("Inspectors of the International Atomic Energy Agency (IAEA) came.")
    assert [(stated.other, stated.said) for stated in agency.stated] == [("IAEA", "in brackets")]


def test_candidates_travel_between_processes() -> None:
    found = found_in("He met Rick Lynch, the commander, in Baghdad.")
    assert pickle.loads(pickle.dumps(found)) == found


@given(st.text(alphabet="ABab .,-'’“”\n()19éÉ", max_size=200))
def test_first_offsets_point_at_the_spelling(text: str) -> None:
    for candidate in found_in(text):
        plain = candidate.name.removeprefix("The ")
        assert " ".join(text[candidate.first :].split()).startswith(plain.split()[0])
