"""Promises of who appears with whom: counted in passages, ranked, and each passage holds both names."""

import pytest

from tui.corpus.build import build, scan
from tui.corpus.tables import Corpus
from tui.reader.companions import ALL, PEOPLE, REACH, articles_of, company_of


@pytest.fixture(scope="module")
def company(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    folder = tmp_path_factory.mktemp("company")
    far = "The weather was fine and the harvest good that year. " * 8
    (folder / "one.txt").write_text(
        "Johann Keller met Otto Brandt in Geneva. Otto Brandt thanked Johann Keller.\n\n"
        f"Johann Keller wrote. {far} Anna Weiss read.\n"
    )
    (folder / "two.txt").write_text("Johann Keller wrote to Otto Brandt and to Anna Weiss on 3 May 1943.\n")
    return build(scan([folder]))


def ids(corpus: Corpus, *names: str) -> list[int]:
    found = [corpus.entity_named(name) for name in names]
    assert None not in found
    return [entity for entity in found if entity is not None]


def test_the_nearest_companion_comes_first(company: Corpus) -> None:
    keller, brandt, weiss = ids(company, "Johann Keller", "Otto Brandt", "Anna Weiss")
    assert company_of(company, keller, 5, PEOPLE).ids == (keller, brandt, weiss)


def test_names_far_apart_are_not_together(company: Corpus) -> None:
    keller, weiss = ids(company, "Johann Keller", "Anna Weiss")
    found = company_of(company, keller, 5, PEOPLE)
    passages = found.passages(0, found.ids.index(weiss))
    assert [company.articles[passage.article].path for passage in passages] == ["two.txt"]


def test_a_passage_holds_both_names_and_no_name_counts_twice(company: Corpus) -> None:
    keller, brandt = ids(company, "Johann Keller", "Otto Brandt")
    found = company_of(company, keller, 5, ALL)
    passages = found.passages(found.ids.index(brandt), 0)
    assert len(passages) == 3
    assert articles_of(passages) == 2
    for passage in passages:
        words = company.text(passage.article)[passage.start : passage.end]
        assert "Keller" in words
        assert "Brandt" in words
        assert len(words) <= REACH + 40


def test_the_square_is_the_same_from_both_sides(bundled: Corpus) -> None:
    found = company_of(bundled, None, 12)
    for row in range(len(found.ids)):
        assert found.passages(row, row) == ()
        for column in range(len(found.ids)):
            assert found.passages(row, column) == found.passages(column, row)


def test_more_is_never_lighter(bundled: Corpus) -> None:
    found = company_of(bundled, None, 12)
    shades = [found.shade(count) for count in range(found.most + 1)]
    order = " ░▒▓█"
    assert shades == sorted(shades, key=order.index)
    assert shades[0] == " "
    assert shades[1] != " "
    assert shades[-1] == "█" or found.most < 4
