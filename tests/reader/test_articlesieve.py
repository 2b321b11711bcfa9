"""Promises of the library's filters and orders."""

import pytest

from tui.corpus.build import build, scan
from tui.corpus.tables import Corpus
from tui.reader.articlesieve import ArticleSieve, Order, Which
from tui.reader.period import year_of
from tui.reader.readmarks import ReadMarks


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    folder = tmp_path_factory.mktemp("library")
    (folder / "a.md").write_text("---\ntitle: The Zebra\ndate: 2009-04-01\n---\nA long story of stripes and dust.\n")
    (folder / "b.md").write_text("---\ntitle: An apple\ndate: 2011-01-02\n---\nShort.\n")
    (folder / "c.md").write_text("---\ntitle: Mice\n---\nNobody knows when this was written, nor by whom.\n")
    (folder / "d.md").write_text("---\ntitle: Bees\ndate: 2009-12\n---\nHoney.\n")
    return build(scan([folder]))


def titles(corpus: Corpus, sieve: ArticleSieve, marks: ReadMarks | None = None) -> list[str]:
    return [corpus.articles[article].title for article in sieve.sift(corpus, marks or ReadMarks(), {})]


def test_the_undated_stand_last_whichever_way_dates_run(library: Corpus) -> None:
    assert titles(library, ArticleSieve(order=Order.NEWEST)) == ["An apple", "Bees", "The Zebra", "Mice"]
    assert titles(library, ArticleSieve(order=Order.OLDEST)) == ["The Zebra", "Bees", "An apple", "Mice"]


def test_titles_are_sorted_as_in_a_library(library: Corpus) -> None:
    assert titles(library, ArticleSieve(order=Order.TITLE)) == ["An apple", "Bees", "Mice", "The Zebra"]


def test_a_month_lies_within_its_year(library: Corpus) -> None:
    assert set(titles(library, ArticleSieve(period=year_of(2009)))) == {"The Zebra", "Bees"}


def test_only_the_unread_and_the_one_in_view(library: Corpus) -> None:
    marks = ReadMarks().with_read(library, [0, 1], True)
    sieve = ArticleSieve(Which.UNREAD)
    assert list(sieve.sift(library, marks, {})) == [2, 3]
    assert list(sieve.sift(library, marks, {}, here=1)) == [1, 2, 3]
    assert sieve.said() == "unread"


def test_the_other_orders_and_the_starred(library: Corpus) -> None:
    marks = ReadMarks().with_read(library, [0, 2], True)
    assert titles(library, ArticleSieve(order=Order.UNREAD), marks) == ["An apple", "Bees", "The Zebra", "Mice"]
    chars = {article.title: article.chars for article in library.articles}
    assert titles(library, ArticleSieve(order=Order.LONGEST)) == sorted(chars, key=lambda title: -chars[title])
    starred = ReadMarks().with_star(library, 3, True).with_star(library, 1, True)
    assert titles(library, ArticleSieve(Which.STARRED), starred) == ["An apple", "Bees"]
    assert [library.articles[row].title for row in ArticleSieve(Which.NOTED).sift(library, marks, {2: 1})] == ["Mice"]
