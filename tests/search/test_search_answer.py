"""What is asked of a collection is found, at the very letters, with and without an index."""

import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tui.corpus.build import build, open_quickly, scan
from tui.corpus.reread import rereader
from tui.corpus.tables import Corpus
from tui.search import Answer, Marks, QueryError, TextIndex, ask, parse
from tui.search.answer import Read
from tui.search.refresh import refresh

RAID = """\
Raid in Irbil

US forces raided a safe house in Irbil on January 11, 2007. The safe-house stood near the Qods Force office.
Mahmud Farhadi, a Quds Force officer, wasn’t there.

  • Winger says:

    A café in Irbil said so.
"""
RELEASE = """\
---
title: Five men released
date: 2009-07-10
author: Ada Weber
---
Five men of the Qods Force were released.
"""
OTHER = "Nothing happened in Łódź.\n"


class Shelf:
    """A small collection with its index."""

    def __init__(self, folder: Path) -> None:
        found = scan([folder])
        self.corpus: Corpus = build(found)
        self.read: Read = rereader(found.listing.files)
        path = folder.parent / "cache" / "text.sqlite"
        refresh(path, found.listing.files, time.time_ns())
        self.index = TextIndex(path)

    def answer(self, query: str, *, indexed: bool = True, marks: Marks | None = None) -> Answer:
        return ask(parse(query), self.corpus, self.read, self.index if indexed else None, marks).finish()

    def said(self, query: str, *, indexed: bool = True, marks: Marks | None = None) -> dict[str, list[str]]:
        """The words of the hits, by article."""
        answer = self.answer(query, indexed=indexed, marks=marks)
        told = {}
        for found in answer:
            article = self.corpus.articles[found.article]
            text = self.read(article)
            told[article.path] = [text[hit.start : hit.end] for hit in found.hits]
            assert told[article.path] == [line.match for line in found.lines]
        return told


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shelf]:
    folder = tmp_path_factory.mktemp("search") / "articles"
    folder.mkdir()
    (folder / "a.txt").write_text(RAID)
    (folder / "b.md").write_text(RELEASE)
    (folder / "c.txt").write_text(OTHER)
    made = Shelf(folder)
    yield made
    made.index.close()


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("irbil", {"a.txt": ["Irbil", "Irbil", "Irbil"]}),
        ("raid", {"a.txt": ["Raid"]}),
        ("raid*", {"a.txt": ["Raid", "raided"]}),
        ('"safe house"', {"a.txt": ["safe house", "safe-house"]}),
        ("cafe lodz", {}),
        ("cafe", {"a.txt": ["café"]}),
        ("lodz", {"c.txt": ["Łódź"]}),
        ("wasn't", {"a.txt": ["wasn’t"]}),
        ("qods OR lodz", {"a.txt": ["Qods"], "b.md": ["Qods"], "c.txt": ["Łódź"]}),
        ("qods -irbil", {"b.md": ["Qods"]}),
        ("NEAR(safe raided, 1)", {"a.txt": ["raided a safe"]}),
        ("raided ~2 house", {"a.txt": ["raided a safe house"]}),
        ("raided ~1 house", {}),
        ("in:title irbil", {"a.txt": ["Irbil"]}),
        ("in:comments irbil", {"a.txt": ["Irbil"]}),
        ("in:title released", {"b.md": ["Five men of the Qods Force were released."]}),
        ("title:released five", {"b.md": ["Five"]}),
        ("by:weber qods", {"b.md": ["Qods"]}),
        ("date:2009 qods", {"b.md": ["Qods"]}),
        ("date:..2008 five", {}),
        ("is:dated qods NOT is:undated", {"b.md": ["Qods"]}),
        ("is:noted irbil", {"a.txt": ["Irbil", "Irbil", "Irbil"]}),
        ("tag:Check", {"a.txt": ["Raid in Irbil"]}),
        ("~quds", {"a.txt": ["Qods Force", "Quds Force"], "b.md": ["Qods Force"]}),
        ("~kudz", None),
        ("path:c", {"c.txt": ["Nothing happened in Łódź."]}),
        ("NOT irbil", {"b.md": ["Five men of the Qods Force were released."], "c.txt": ["Nothing happened in Łódź."]}),
    ],
)
def test_a_query_finds_what_it_asks_for(shelf: Shelf, query: str, wanted: dict[str, list[str]] | None) -> None:
    marks = Marks(frozenset({0}), {"check": frozenset({0})})
    if wanted is None:
        with pytest.raises(QueryError, match="nobody here is called"):
            shelf.said(query, marks=marks)
        return
    assert shelf.said(query, marks=marks) == wanted
    assert shelf.said(query, indexed=False, marks=marks) == wanted


def test_an_entity_alone_finds_its_mentions(shelf: Shelf) -> None:
    told = shelf.said('entity:"Qods Force"')
    assert {word for words in told.values() for word in words} >= {"Qods Force"}
    assert set(told) == {"a.txt", "b.md"}


def test_a_hit_comes_with_the_number_of_its_line_and_what_stands_around_it(shelf: Shelf) -> None:
    (found,) = shelf.answer("farhadi")
    (line,) = found.lines
    assert (line.number, line.before, line.match) == (4, "Mahmud ", "Farhadi")
    assert line.after.startswith(", a Quds Force officer")


@pytest.mark.parametrize("few", [0, 150])
def test_hits_are_counted_by_the_index_or_by_reading_where_few_articles_hold_them(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch, few: int
) -> None:
    monkeypatch.setattr("tui.search.answer._FEW", few)
    assert shelf.answer("irbil").total() == 3
    assert shelf.answer('"safe house"').total() == 2
    assert shelf.answer("rai*").total() == 2
    assert shelf.answer("irbil OR lodz").total() == 4
    assert shelf.answer("five by:ada").total() == (None if few == 0 else 1)


def test_from_an_article_that_only_may_hold_it_one_walks_on_to_one_that_does(shelf: Shelf) -> None:
    answer = shelf.answer("by:weber five", indexed=False)
    first = answer.after(0, -1)
    assert first is not None
    assert shelf.corpus.articles[first[0]].path == "b.md"
    assert answer.after(2, 0, by=-1) == first
    assert answer.after(1, 10**6) is None


def test_what_stands_around_a_hit_begins_at_a_word_however_long_the_line(tmp_path: Path) -> None:
    folder = tmp_path / "c"
    folder.mkdir()
    (folder / "a.txt").write_text(f"{'word ' * 200}needle {'word ' * 200}\n")
    (folder / "b.txt").write_text(f"{'x' * 999}-needle-{'x' * 999}\n")
    made = Shelf(folder)
    lines = [found.lines[0] for found in made.answer("needle")]
    made.index.close()
    assert {*lines[0].before.split()} == {"word"}
    assert {*lines[1].before} == {"x", "-"}
    assert all(len(line.before) <= 100 and len(line.after) <= 200 for line in lines)


@pytest.mark.parametrize("query", ["date:..", "date:soon..2007", "date:2007..2008..2009"])
def test_a_stretch_without_a_date_is_refused(shelf: Shelf, query: str) -> None:
    with pytest.raises(QueryError, match="date"):
        shelf.answer(query)


def test_an_article_whose_file_has_gone_is_passed_over(tmp_path: Path) -> None:
    folder = tmp_path / "c"
    folder.mkdir()
    for name in "ab":
        (folder / f"{name}.txt").write_text("A needle.\n")
    made = Shelf(folder)
    (folder / "a.txt").unlink()
    assert made.said("needle") == {"b.txt": ["needle"]}
    made.index.close()


def test_one_walks_from_hit_to_hit_and_on_into_the_next_article(shelf: Shelf) -> None:
    answer = shelf.answer("qods OR irbil")
    place: tuple[int, int] | None = (0, -1)
    way: list[tuple[int, int]] = []
    while place is not None:
        step = answer.after(*place)
        place = (step[0], step[1].start) if step else None
        way += [place] if place else []
    assert [article for article, _ in way] == [0, 0, 0, 0, 1]
    back = answer.after(*way[-1], by=-1)
    assert back is not None
    assert (back[0], back[1].start) == way[-2]
    assert answer.after(*way[0], by=-1) is None


@pytest.mark.parametrize(
    ("query", "words"),
    [("date:soon", "is no date"), ("date:2008..2007", "ends before it begins"), ("entity:nobody", "nobody here")],
)
def test_what_means_nothing_in_this_collection_is_refused(shelf: Shelf, query: str, words: str) -> None:
    with pytest.raises(QueryError, match=words):
        shelf.answer(query)


words = st.sampled_from(["a", "b", "ab", "é", "ß", "中", "A-b", "b’a", "ab_a"])
texts = st.lists(st.lists(words, max_size=8).map(" ".join), min_size=1, max_size=4)
terms = st.sampled_from(
    ["a", "b", "ab", "e", "ss", "中", "a*", '"a b"', '"b a"', "NEAR(a b, 0)", "NEAR(b ab a, 2)", "a-b"]
)
queries = st.recursive(
    terms,
    lambda inner: st.tuples(inner, st.sampled_from([" ", " OR ", " NOT ", " AND "]), inner).map(
        lambda parts: f"({''.join(parts)})"
    ),
    max_leaves=4,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(texts, queries)
def test_the_index_finds_what_reading_every_text_finds(
    tmp_path_factory: pytest.TempPathFactory, said: Sequence[str], query: str
) -> None:
    folder = tmp_path_factory.mktemp("any")
    (folder / "c").mkdir()
    for number, text in enumerate(said):
        (folder / "c" / f"{number}.txt").write_text(f"x {text}\n", encoding="utf-8")
    found = scan([folder / "c"])
    corpus, read = open_quickly(found), rereader(found.listing.files)
    refresh(folder / "text.sqlite", found.listing.files, time.time_ns())
    index = TextIndex(folder / "text.sqlite")
    answers = [ask(parse(query), corpus, read, which).finish() for which in (index, None)]
    indexed, scanned = map(list, answers)
    assert indexed == scanned
    if answers[0].certain:
        assert [one.article for one in indexed] == answers[0].articles
    total = answers[0].total()
    assert total is None or total == sum(len(one.hits) for one in indexed) or "*" in query or '"' in query
    index.close()
