"""Promises of verdicts on conflicts: kept by the sentences themselves, found again whatever else has changed."""

from pathlib import Path

import pytest

from tui.corpus.build import build, scan
from tui.corpus.claims import DISMISSED, KEPT_OPEN
from tui.corpus.tables import Corpus
from tui.notes.corrections import Correction, Corrections
from tui.notes.notebook import Notebook
from tui.notes.undo import History
from tui.reader.disputes import DISMISSED_KEY, Disputes
from tui.reader.verdicts import but_verdicts, judged, store, verdict_on

DEATH = "Rival papers\n\nGeneral Otto Brandt was killed near Verden on 4 May 1921.\n"
CAPTURE = "Late news\n\nPolice officers captured General Otto Brandt in a barn in July 1921. The town was calm.\n"
BIRTH = "Lives\n\nTomas Varga was born in 1901 in a village near Szeged.\n"
OTHER_BIRTH = "More lives\n\nTomas Varga, who was born in 1904, went to sea at sixteen.\n"


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    folder = tmp_path / "papers"
    folder.mkdir()
    for name, text in (("a", DEATH), ("b", CAPTURE), ("c", BIRTH), ("d", OTHER_BIRTH)):
        (folder / f"{name}.txt").write_text(text)
    return folder


@pytest.fixture
def desk(tmp_path: Path) -> tuple[Corrections, History]:
    corrections = Corrections.open(tmp_path / "data")
    return corrections, History(tmp_path / "history.json", Notebook.open(tmp_path / "data"), corrections)


def read(folder: Path) -> Corpus:
    return build(scan([folder]))


def facts(corpus: Corpus) -> list[str]:
    return [conflict.fact for conflict in corpus.conflicts]


def dismiss(desk: tuple[Corrections, History], corpus: Corpus) -> None:
    store(*desk, corpus, corpus.conflicts[0], DISMISSED)


def test_a_dismissed_conflict_is_none_any_more_and_the_others_stand(
    papers: Path, desk: tuple[Corrections, History]
) -> None:
    corpus = read(papers)
    fate, birth = corpus.conflicts
    assert (fate.fact, birth.fact) == ("fate", "date")
    store(*desk, corpus, fate, DISMISSED)
    after = judged(corpus, desk[0].all)
    assert after.conflicts == (birth,)
    assert list(after.claims.dismissed) == [fate]
    assert not any(after.is_disputed(event) for event in fate.events)
    assert all(after.is_disputed(event) for event in birth.events)
    assert corpus.conflicts == (fate, birth)


def test_one_kept_open_stands_and_says_so(papers: Path, desk: tuple[Corrections, History]) -> None:
    corpus = read(papers)
    conflict = corpus.conflicts[0]
    store(*desk, corpus, conflict, KEPT_OPEN)
    after = judged(corpus, desk[0].all)
    assert after.conflicts == corpus.conflicts
    assert after.claims.verdicts == {conflict: KEPT_OPEN}


def said(corrections: Corrections) -> list[str]:
    return [one.texts["verdict"] for one in corrections.all]


def test_the_same_verdict_again_takes_it_back_and_another_replaces_it(
    papers: Path, desk: tuple[Corrections, History]
) -> None:
    corpus = read(papers)
    dismiss(desk, corpus)
    store(*desk, corpus, corpus.conflicts[0], KEPT_OPEN)
    assert said(desk[0]) == [KEPT_OPEN]
    store(*desk, corpus, corpus.conflicts[0], KEPT_OPEN)
    assert said(desk[0]) == []
    desk[1].undo()
    assert said(desk[0]) == [KEPT_OPEN]
    desk[1].undo()
    assert said(desk[0]) == [DISMISSED]
    desk[1].undo()
    assert said(desk[0]) == []


def test_the_file_says_it_so_that_a_person_can_read_it(
    papers: Path, desk: tuple[Corrections, History], tmp_path: Path
) -> None:
    dismiss(desk, read(papers))
    written = (tmp_path / "data" / "corrections.toml").read_text(encoding="utf-8")
    assert written.startswith('[[conflict]]\nverdict = "dismissed"\nfact = "fate"\nname = "Otto Brandt"\n')
    assert "General Otto Brandt was killed near Verden on 4 May 1921." in written
    assert "Police officers captured General Otto Brandt in a barn in July 1921." in written


def test_it_holds_when_files_are_renamed_reflowed_and_others_come_between(
    papers: Path, desk: tuple[Corrections, History]
) -> None:
    dismiss(desk, read(papers))
    (papers / "a.txt").rename(papers / "z.txt")
    (papers / "b.txt").write_text("Late news\n\nIt rained.\n\n" + CAPTURE.split("\n\n")[1].replace(" in a", "\nin a"))
    (papers / "0.txt").write_text("A war\n\nThe war began in 1870. Ivan Petrov was wounded in 1871.\n")
    assert facts(judged(read(papers), desk[0].all)) == ["date"]


def test_a_sentence_that_says_something_else_now_is_shown_again(
    papers: Path, desk: tuple[Corrections, History]
) -> None:
    dismiss(desk, read(papers))
    (papers / "a.txt").write_text(DEATH.replace("4 May", "5 May"))
    assert facts(judged(read(papers), desk[0].all)) == ["fate", "date"]


def test_a_name_called_otherwise_in_the_file_is_still_the_one_meant(papers: Path) -> None:
    corpus = read(papers)
    one = verdict_on(corpus, corpus.conflicts[0], DISMISSED)
    for name, left in (
        ("General Brandt the Elder", ["date"]),
        ("Otto Brandt", ["date"]),
        ("Tomas Varga", ["fate", "date"]),
    ):
        other = Correction(one.what, {**one.texts, "name": name}, one.lists)
        assert facts(judged(corpus, [other])) == left


def test_a_verdict_made_in_another_collection_changes_nothing(papers: Path) -> None:
    corpus = read(papers)
    one = verdict_on(corpus, corpus.conflicts[0], DISMISSED)
    other = Correction(one.what, {**one.texts, "collection": "elsewhere"}, one.lists)
    assert judged(corpus, [other]).conflicts == corpus.conflicts


@pytest.mark.parametrize("broken", [{}, {"verdict": "maybe"}, {"verdict": DISMISSED}])
def test_a_verdict_nobody_can_make_sense_of_changes_nothing(papers: Path, broken: dict[str, str]) -> None:
    corpus = read(papers)
    assert judged(corpus, [Correction("conflict", broken)]).conflicts == corpus.conflicts


def test_a_verdict_taken_out_of_the_file_is_gone(papers: Path, desk: tuple[Corrections, History]) -> None:
    corpus = read(papers)
    dismiss(desk, corpus)
    after = judged(corpus, desk[0].all)
    assert judged(after, ()).conflicts == corpus.conflicts


def test_verdicts_are_told_from_what_changes_the_reading() -> None:
    date = Correction("date", {"article": "a.txt", "quote": "x", "value": "1921"})
    assert but_verdicts([date, Correction("conflict", {"verdict": DISMISSED})]) == [date]


def test_the_list_shows_each_conflict_with_its_sides_and_the_dismissed_folded_at_the_end(papers: Path) -> None:
    corpus = read(papers)
    fate, birth = corpus.conflicts
    after = judged(corpus, [verdict_on(corpus, fate, DISMISSED)])
    everything = range(len(corpus.events))
    closed = Disputes(after, everything, frozenset())
    assert [row for row in closed.rows if row >= 0] == list(birth.events)
    assert closed.conflict_at(1) == birth
    opened = Disputes(after, everything, frozenset([DISMISSED_KEY]))
    assert [row for row in opened.rows if row >= 0] == [*birth.events, *fate.events]
    assert opened.conflict_at(len(opened.rows) - 1) == fate
