"""Corrections of dates: which hold, which are named and left out, and what moves with a date that is set right."""

from collections.abc import Sequence
from itertools import permutations
from pathlib import Path

import pytest

from tui.corpus.build import build, open_quickly, scan
from tui.corpus.corrected import DateCorrection, settle
from tui.corpus.tables import Corpus

RAID = """\
Raid in the north

Mahmud Farhadi was captured on June 3, 2007. Four days later Karl Weber left Baghdad. Karl Weber said on
June 3, 2007 that it was over.

January 2008: Karl Weber was killed. On January 26 he was buried.

He had been seen yesterday.
"""
DAY = "June 3, 2007"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    home = tmp_path / "raids"
    home.mkdir()
    (home / "a.txt").write_text(RAID)
    (home / "b.txt").write_text("Other\n\nKarl Weber came home in May 2006.\n")
    return home


def corrected(folder: Path, *corrections: DateCorrection) -> Corpus:
    return build(scan([folder]), corrections=corrections)


def values(corpus: Corpus, words: str, article: int = 0) -> list[str | None]:
    text = corpus.text(article)
    return [
        span.when.edtf if span.when else None
        for span in corpus.dates(article)
        if text[span.start : span.end].endswith(words)
    ]


def test_every_date_with_the_words_has_the_value_set_and_says_so(folder: Path) -> None:
    corpus = corrected(folder, DateCorrection("a.txt", "2006-06-03", DAY))
    assert values(corpus, DAY) == ["2006-06-03", "2006-06-03"]
    assert {span.rule for span in corpus.dates(0) if span.when and span.when.edtf == "2006-06-03"} == {"corrected"}
    assert corpus.facts.problems == ()


def test_what_was_counted_from_it_moves_and_so_do_the_events(folder: Path) -> None:
    before = [event.when.edtf for event in corrected(folder).events]
    corpus = corrected(folder, DateCorrection("a.txt", "2006-06-03", DAY))
    assert values(corpus, "days later") == ["2006-06-07"]
    assert "2007-06-07" in before
    assert {"2006-06-03", "2006-06-07"} <= {event.when.edtf for event in corpus.events}
    assert not {"2007-06-03", "2007-06-07"} & {event.when.edtf for event in corpus.events}


def test_what_stands_under_a_heading_moves_with_it(folder: Path) -> None:
    corpus = corrected(folder, DateCorrection("a.txt", "2009-01", "January 2008"))
    assert values(corpus, "January 26") == ["2009-01-26"]


def test_a_publication_date_moves_what_is_counted_from_it(folder: Path) -> None:
    (folder / "c.txt").write_text("News\n\nKarl Weber was killed yesterday.\n")
    assert values(corrected(folder), "yesterday", 2) == [None]
    corpus = corrected(folder, DateCorrection("c.txt", "2009-07-10"))
    assert values(corpus, "yesterday", 2) == ["2009-07-09"]
    published = corpus.articles[2].published
    assert published is not None
    assert (published.edtf, corpus.articles[2].published_from) == ("2009-07-10", "corrected")
    quick = open_quickly(scan([folder]), corrections=[DateCorrection("c.txt", "2009-07-10")])
    assert quick.articles[2].published == published


def test_a_corrected_dateline_is_the_publication_date(folder: Path) -> None:
    (folder / "c.txt").write_text("News\n\nConcepcion, 23 Aug 88 -- Karl Weber was killed yesterday.\n")
    corpus = corrected(folder, DateCorrection("c.txt", "1989-08-23", "23 Aug 88"))
    assert corpus.articles[2].published_from == "dateline"
    assert values(corpus, "yesterday", 2) == ["1989-08-22"]


CORRECTIONS = (
    DateCorrection("a.txt", "2006-06-03", DAY),
    DateCorrection("a.txt", "2009-07-10"),
    DateCorrection("b.txt", "2005", "May 2006"),
    DateCorrection("gone.txt", "2005"),
    DateCorrection("a.txt", "2005", "June 4, 2007"),
)


@pytest.mark.parametrize("order", list(permutations(CORRECTIONS, 5))[::40])
def test_neither_order_nor_repetition_matters(folder: Path, order: Sequence[DateCorrection]) -> None:
    once, twice = corrected(folder, *CORRECTIONS), corrected(folder, *order, *order)
    assert list(once.events) == list(twice.events)
    assert [once.dates(row) for row in (0, 1)] == [twice.dates(row) for row in (0, 1)]
    assert once.facts.problems == twice.facts.problems


def test_unknown_articles_and_words_are_named_with_the_file(folder: Path) -> None:
    problems = corrected(folder, *CORRECTIONS).facts.problems
    assert problems == (
        "corrections.toml speaks of an article that is not here: gone.txt.",
        "corrections.toml corrects “June 4, 2007” in a.txt, but no date there has these words.",
    )


def test_two_values_for_one_date_change_nothing_and_are_named(folder: Path) -> None:
    corpus = corrected(
        folder,
        DateCorrection("a.txt", "2006-06-03", DAY),
        DateCorrection("a.txt", "2005-06-03", "June 3,\n 2007"),
        DateCorrection("b.txt", "2001"),
        DateCorrection("b.txt", "2002"),
    )
    assert values(corpus, DAY) == ["2007-06-03", "2007-06-03"]
    assert corpus.articles[1].published is None
    assert corpus.facts.problems == (
        "corrections.toml gives the publication of b.txt different values: 2001 and 2002. None of them is used.",
        f"corrections.toml gives “{DAY}” in a.txt different values: 2005-06-03 and 2006-06-03. None of them is used.",
    )


def test_a_value_that_is_no_date_is_named() -> None:
    (problem,) = settle([DateCorrection("a.txt", "soon", "June")], ["a.txt"], "").problems
    assert problem.startswith("corrections.toml gives “June” in a.txt a value that is no date: ")


def test_a_correction_of_another_collection_leaves_a_file_of_the_same_name_alone() -> None:
    settled = settle([DateCorrection("a.txt", "2005", None, "raids")], ["a.txt"], "letters")
    assert settled.articles == {}
    assert "raids" in settled.problems[0]
    assert settle([DateCorrection("b.txt", "2005", None, "raids")], ["a.txt"], "letters").problems == ()
