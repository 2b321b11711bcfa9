"""Corrected names in a corpus: the same tied together anew or read from scratch; with roles, votes, first places."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from tui.corpus.build import build, read, scan
from tui.corpus.tables import Corpus
from tui.names.statement import NameCorrection, Says

FIRST = """\
The raid

Mahmud Farhadi was captured on June 3, 2007. Four days later Karl Weber met Mahmud Farhadi in Baghdad. Weber left.

Karl Weber was seen with Omar Farouq in Baghdad in May 2009. Farouq was a brother of Karl Weber.
"""
SECOND = """\
What came of it

Mahmud Farhadi was released on July 10, 2009. Karl Weber met him in Basra. On July 12, 2009 Omar Farouq was killed.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    home = tmp_path / "raids"
    home.mkdir()
    (home / "a.txt").write_text(FIRST)
    (home / "b.txt").write_text(SECOND)
    return home


def told(corpus: Corpus) -> list[object]:
    """Everything a corpus says, to be compared."""
    rows = range(len(corpus.entities))
    return [
        corpus.entities,
        [corpus.mentions.in_article(article.id) for article in corpus.articles],
        list(corpus.events),
        [list(corpus.statuses_of(row)) for row in rows],
        list(corpus.conflicts),
        corpus.lore.roles,
        corpus.lore.suggestions,
        [corpus.lore.votes_of(row) for row in rows],
        corpus.facts.problems,
    ]


SAID: tuple[tuple[NameCorrection, ...], ...] = (
    (NameCorrection(Says.MERGE, "Karl Weber", ("Omar Farouq",)),),
    (NameCorrection(Says.SPLIT, "Karl Weber", to="Other Weber", article="b*"),),
    (NameCorrection(Says.RETYPE, "Karl Weber", kind="place"), NameCorrection(Says.IGNORE, "Baghdad")),
    (NameCorrection(Says.RENAME, "Basra", to="Basrah"),),
    (),
)


def test_names_tied_together_anew_are_those_of_a_collection_read_from_scratch(folder: Path) -> None:
    reading = read(scan([folder]))
    for said in (*SAID, *reversed(SAID)):
        assert told(reading.corpus(said)) == told(build(scan([folder]), corrections=said))


def test_no_file_is_read_for_a_corrected_name(folder: Path) -> None:
    reading = read(scan([folder]))
    for path in folder.iterdir():
        path.unlink()
    corpus = reading.corpus(SAID[0])
    assert corpus.entity_named("Omar Farouq") == corpus.entity_named("Karl Weber")


def one(corpus: Corpus, name: str) -> int:
    entity = corpus.entity_named(name)
    assert entity is not None
    return entity


def test_a_merged_man_has_the_life_of_both(folder: Path) -> None:
    corpus = build(scan([folder]), corrections=SAID[0])
    weber = one(corpus, "Karl Weber")
    assert "killed" in {status.fate for status in corpus.statuses_of(weber)}
    assert corpus.entities[weber].count == 8


def test_roles_votes_and_first_places_are_known(folder: Path) -> None:
    corpus = build(scan([folder]))
    farouq, weber = one(corpus, "Omar Farouq"), one(corpus, "Karl Weber")
    (role,) = corpus.lore.roles_of(farouq)
    assert (role.person, role.role, role.other, role.article) == (farouq, "brother", weber, 0)
    assert corpus.lore.roles_of(weber) == [role]
    assert corpus.lore.votes_of(farouq)[0][0].value == "person"
    assert corpus.lore.first_of(weber, "Weber") == (0, FIRST.index("Weber left"))
    assert corpus.lore.first_of(weber, "Nobody") is None


def test_a_correction_of_another_collection_is_passed_over(folder: Path) -> None:
    said = NameCorrection(Says.IGNORE, "Karl Weber", collection="letters")
    assert build(scan([folder]), corrections=[said]).entity_named("Karl Weber") is not None


def test_clashes_are_among_the_problems(folder: Path) -> None:
    said: Iterable[NameCorrection] = (
        NameCorrection(Says.RETYPE, "Basra", kind="person", line=3),
        NameCorrection(Says.RETYPE, "Basra", kind="place", line=9),
    )
    (problem,) = build(scan([folder]), corrections=list(said)).facts.problems
    assert problem.startswith("corrections.toml, lines 3 and 9: ")
